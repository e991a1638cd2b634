"""What every desk of the window is and does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QFocusEvent
    from PySide6.QtWidgets import QTextEdit

    from framework_qda.matrix.spelling import WordPlace
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.printing.printout import Printout
    from framework_qda.ui.settings import Settings
    from framework_qda.ui.spelling.service import Spelling


class Desk(QWidget):
    """A place of work in the window. It reads `project.read`, and changes it through `operations.run()` only.

    The window calls `show_changes()` of the visible desk after every action, of a hidden one when it is
    shown; `finish_editing()` before it closes, exports, undoes or shows another desk. Signals are the only
    way from one desk to another.
    """

    title = ""
    icon = ""
    key_group = ""
    """The group of `keys.COMMANDS` whose commands work here."""

    status_changed = Signal()
    cell_requested = Signal(str, str)
    remarks_requested = Signal(str, str, str)
    """A cell with what is said of it: interview, sub-topic, and the comment to go to, or an empty text."""
    passage_requested = Signal(str, str)
    word_requested = Signal(object)
    """A `WordPlace`: a word of a cell or of the notes."""
    record_requested = Signal(str, str)
    """Type and id of a record that another desk shows; see `desks.RECORD_DESKS`."""
    import_requested = Signal()
    desk_requested = Signal(str)
    recording_requested = Signal(str)
    """An interview that a recording is to be added to."""
    recording_missed = Signal(str)
    """A recording whose file is to be found again."""
    news_wanted = Signal(str, str, object)
    """A topic, words and buttons that take the place of what was told of the topic before; no words: nothing does."""
    offer_wanted = Signal(str, str, object, object)
    """As `news_wanted`, with a function that says whether what is offered can still be done."""
    message_wanted = Signal(str, object)
    """Words to be told, and the buttons that go with them: a sequence of (words, function)."""

    project: Project
    operations: Operations
    settings: Settings | None = None
    """What this machine remembers; none in a desk that stands alone. Given before `set_project()`."""
    spelling: Spelling | None = None
    """What checks spelling; none in a desk that stands alone. Given before `set_project()`."""
    has_words = False
    """Whether words whose spelling is checked are shown here, so that `go_to_misspelt()` leads somewhere."""

    follows_cell = False
    """Whether one cell is at hand here, which the desk that is shown next goes on with; see `follow_cell()`."""

    go_beyond: Callable[[], bool] = staticmethod(lambda: False)
    """Bring the keyboard to what waits for it outside the desk, after its last pane; say whether anything does."""

    home: QWidget | None = None
    """What has the focus first. It is no focus proxy: Tab would leap from before the desk right there."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on."""
        if self.home is not None:
            self.home.setFocus(event.reason())
        else:
            super().focusInEvent(event)

    def set_project(self, project: Project, operations: Operations) -> None:
        """Show another project from its beginning. Override it, and call this first."""
        self.project = project
        self.operations = operations

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed: only what `changes.touched` names."""
        raise NotImplementedError

    def finish_editing(self) -> None:
        """Write what is being typed."""

    def end(self) -> None:
        """Stop what works beside the window: the project is about to be closed."""

    def status_text(self) -> str:
        """Return what the status bar says of this desk, such as `I09: 8 of 23 charted`."""
        return ""

    def place_text(self) -> str:
        """Return where the analyst is: `Area 4 · I09 · Named Nurse`; emit `status_changed` when it alters."""
        return ""

    def open_cell(self, interview_id: str, subtopic_id: str) -> None:
        """Go to a cell, in a desk that shows cells."""

    def follow_cell(self, interview_id: str, subtopic_id: str) -> None:
        """Go to the cell that another desk was left at, if it can be shown as this desk is filtered."""

    def open_remarks(self, interview_id: str, subtopic_id: str, comment_id: str) -> None:
        """Go to a cell and to what is said of it, in a desk that shows both."""

    def open_passage(self, interview_id: str, extract_id: str) -> None:
        """Go to the passage of an extract, in a desk that shows notes."""

    def go_to_misspelt(self) -> None:
        """Select the next word that no dictionary knows, in a desk that has words."""

    def open_record(self, type_name: str, record_id: str) -> None:
        """Show a record, in a desk that has its type in `desks.RECORD_DESKS`."""

    def step_result(self, direction: int) -> bool:
        """Go to the next (1) or the previous (-1) of what was found here; return whether there is any."""
        return False

    def open_word(self, place: WordPlace) -> None:
        """Go to a word, in a desk that shows cells and notes."""

    def here(self) -> tuple[str, str] | None:
        """Return the interview and the sub-topic that one is at."""
        return None

    def written_in(self) -> QTextEdit | None:
        """Return the editor that work on this desk goes on in, whoever has the keyboard: its typing is undone first."""
        return None

    def printout(self) -> Printout | None:
        """Return what can be printed of what is shown; `None`: nothing."""
        return None

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions for this desk's menu in their order; `None` draws a line."""
        return ()
