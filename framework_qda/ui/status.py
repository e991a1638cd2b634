"""The bars above and below a desk: what is open, where one is, what undo would undo; when it was saved."""

from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from framework_qda.matrix.analysts import NOBODY_KNOWN, AnalystMark
from framework_qda.ui.keymap import current_keymap
from framework_qda.ui.keys import describe, key_text
from framework_qda.ui.style import em, set_icon, set_role
from framework_qda.ui.widgets.analyst_chip import analyst_icon, analyst_icon_size
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label, set_plain_tip

ROOM_FOR_WORDS, ROOM_FOR_KEY = 84, 60
"""In em: below these widths the top bar shows undo and redo without words, and where to go without its key."""


class GoButton(QPushButton):
    """What looks like a field and opens one: where to go."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "goto")
        set_icon(self, "ph.magnifying-glass")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._is_roomy = True
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._show)
        self._show()

    def set_roomy(self, is_roomy: bool) -> None:
        """Be as wide as a field, or as narrow as a word."""
        if is_roomy != self._is_roomy:
            self._is_roomy = is_roomy
            self._show()

    def sizeHint(self) -> QSize:
        """Ask for the room of a small field."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), em(self, 13)), hint.height()) if self._is_roomy else hint

    def _show(self) -> None:
        key = key_text("window.go_to")
        self.setText(f"Go to   {key}" if key and self._is_roomy else "Go to")
        self.setToolTip(describe("window.go_to"))
        self.setAccessibleName("Go to anything")
        self.setEnabled(self._action.isEnabled())
        self.updateGeometry()


class TopBar(QFrame):
    """Title of the study, place in the desk, undo and redo with their words, where to go, who is working."""

    who_asked = Signal()
    """Somebody wants to say who is working."""

    def __init__(self, undo: QAction, redo: QAction, go: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self._study = ElidedLabel("study")
        self._study.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._place = ElidedLabel("soft")
        self._place.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._undo = self._make_button(undo)
        self._redo = self._make_button(redo)
        self._go = GoButton(go)
        self._who = QToolButton()
        self._who.setObjectName("who")
        self._who.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._who.clicked.connect(self.who_asked)
        self._mark = NOBODY_KNOWN
        layout = QHBoxLayout(self)
        layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # words give way, also where they are wide
        layout.addWidget(self._study)
        layout.addWidget(self._place, 1)
        layout.addWidget(self._undo)
        layout.addWidget(self._redo)
        layout.addWidget(self._go)
        layout.addWidget(self._who)
        self._fit()

    def show_place(self, study: str, desk: str, place: str) -> None:
        """Say which study is open and where in it one is."""
        self._study.setText(study)
        self._place.setText(" · ".join(part for part in (desk, place) if part))
        self._study.updateGeometry()

    def show_analyst(self, mark: AnalystMark, *, can_edit: bool) -> None:
        """Say who signs what is written; where nothing can be, nobody does."""
        self._mark = mark
        self._who.setVisible(can_edit)
        words = f"Entries are signed {mark.name}. {describe('window.analyst')}"
        set_plain_tip(self._who, words)
        self._who.setAccessibleName(f"Signed {mark.name}")
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_mark"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave undo and redo their arrows alone where words would crowd out the place."""
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        has_room = self.width() >= em(self, ROOM_FOR_WORDS)
        for button in (self._undo, self._redo):
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if has_room else style.ToolButtonIconOnly)
        self._go.set_roomy(self.width() >= em(self, ROOM_FOR_KEY))

    def minimumSizeHint(self) -> QSize:
        """Be content with the arrows: a window may be narrower than the words for what undo would undo."""
        return QSize(em(self, 20), super().minimumSizeHint().height())

    def _make_button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(em(self, 1.1), em(self, 0.35), em(self, 0.7), em(self, 0.35))
            layout.setSpacing(em(self, 0.9))
        for button in (getattr(self, "_undo", None), getattr(self, "_redo", None)):
            if button is not None:
                button.setIconSize(QSize(em(self, 1.5), em(self, 1.2)))
        self._who.setIconSize(analyst_icon_size(self.font(), [self._mark]))
        self._who.setIcon(analyst_icon(self._mark, self.font()))


class StatusBar(QFrame):
    """When the last change was saved, what the desk says, and whether one may write."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "statusbar")
        self._saved = plain_label()
        self._keys = plain_label()
        self._desk = ElidedLabel()
        self._lock = ElidedLabel()
        self._lock.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.addWidget(self._saved)
        layout.addWidget(self._desk, 1)
        layout.addWidget(self._lock)
        layout.addWidget(self._keys)
        current_keymap().changed.connect(self._show_keys)
        self._show_keys()
        self._fit()

    def show_saved(self, saved_at: datetime | None, *, is_all: bool = True) -> None:
        """Say when the last change reached the disk, or that something typed has not yet."""
        saved = f"Saved {saved_at:%H:%M:%S}" if saved_at else "All is saved"
        self._saved.setText(saved if is_all else "Not yet saved")

    def show_desk(self, words: str) -> None:
        """Say what the desk says of itself."""
        self._desk.setText(words)

    def _show_keys(self) -> None:
        self._keys.setText(describe("window.keys"))

    def show_read_only(self, reason: str) -> None:
        """Say why nothing can be changed; an empty reason says nothing."""
        self._lock.setText(f"Read only: {reason}" if reason else "")
        self._lock.setVisible(bool(reason))
        self._saved.setVisible(not reason)
        self._lock.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(em(self, 1.1), em(self, 0.15), em(self, 1.1), em(self, 0.2))
            layout.setSpacing(em(self, 1.4))
