"""What commands know of the window: what is open, which desk is shown, and how to tell something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from framework_qda.ui.enter_key import press_button
from framework_qda.ui.hint import Hint
from framework_qda.ui.key_rules import sound_keys
from framework_qda.ui.keymap import current_keymap
from framework_qda.ui.keys import make_action
from framework_qda.ui.menu_titles import menu_letters
from framework_qda.ui.message import MessageArea, is_pane_key
from framework_qda.ui.spelling.service import Spelling
from framework_qda.ui.steps import REDO, UNDO, Steps
from framework_qda.ui.style import set_icon
from framework_qda.ui.tasks import Tasks
from framework_qda.ui.unsaved_words import UnsavedWords
from framework_qda.ui.welcome import Welcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from framework_qda.project import Project
    from framework_qda.ui.desk import Desk
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.settings import Settings
    from framework_qda.ui.style import Look


class Shell(QMainWindow):
    """A window on one project, or on none. How it is laid out, and the way from desk to desk, are `MainWindow`'s."""

    def __init__(self, settings: Settings, look: Look) -> None:
        super().__init__()
        self.settings = settings
        self.look = look
        self.project: Project | None = None
        self.operations: Operations | None = None
        self.desk_name = ""
        self.desks: dict[str, Desk] = {}
        current_keymap().choose(sound_keys(settings.keys, menu_letters()))
        self.undo_action = make_action(self, "window.undo", self.undo)
        self.redo_action = make_action(self, "window.redo", self.redo)
        self.go_action = make_action(self, "window.go_to", self.open_palette)
        set_icon(self.undo_action, "ph.arrow-counter-clockwise")
        set_icon(self.redo_action, "ph.arrow-clockwise")
        self.steps = Steps(self)
        self.welcome = Welcome()
        self.messages = MessageArea()
        self.messages.left.connect(self.focus_desk)
        self.unsaved_words = UnsavedWords(self)
        self.tasks = Tasks(self.messages, self)
        self.said = Hint(self)
        self.spelling = Spelling(settings, self)
        self.spelling.dictionary.failed.connect(self.tell_error)

    def current_desk(self) -> Desk | None:
        """Return the desk that is shown."""
        return self.desks.get(self.desk_name)

    def focus_desk(self) -> None:
        """Bring the keyboard to where work goes on in the desk that is shown."""
        desk = self.current_desk()
        if desk is not None:
            desk.setFocus()

    def finish_editing(self) -> bool:
        """Write what is being typed in the desk that is shown; return whether nothing is left to write."""
        desk, operations = self.current_desk(), self.operations
        if desk is None or operations is None:
            return True
        refused: list[str] = []
        following = operations.failed.connect(refused.append)
        desk.finish_editing()
        operations.failed.disconnect(following)
        return not refused and not operations.unsaved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the focused button on Enter, wherever in the window it stands; close or reach a message."""
        is_escape = event.key() == Qt.Key.Key_Escape and not event.modifiers()
        if press_button(self, event) or (is_escape and self.messages.close_newest()):
            return
        if not is_pane_key(event) or not self.messages.take_focus():  # of a desk that has one pane
            super().keyPressEvent(event)

    # -- undo

    def undo(self) -> None:
        """Take back what was done last: in the field that is written in, else in the project."""
        self.steps.take(UNDO)

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self.steps.take(REDO)

    def open_palette(self) -> None:
        """Ask where to go."""

    def step_result(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) result of the last search."""

    # -- telling

    def tell(self, words: str, *buttons: tuple[str, Callable[[], object]], topic: str = "") -> None:
        """Show a message that blocks nothing, in place of the one on the same topic."""
        self.messages.tell(words, buttons=buttons, topic=topic)

    def tell_error(self, words: str) -> None:
        """Show why something could not be done."""
        self.messages.tell(words, role="error")
