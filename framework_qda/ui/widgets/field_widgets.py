"""The widgets that fields of a form are made of: their undo, their height, and the wheel over them."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from framework_qda.ui.keys import is_key_of
from framework_qda.ui.style import em, set_role


class UndoPasser(QObject):
    """Let the key of undo take back typing, or the last action of the project where a field has nothing of its own."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key from the window's menu only where there is something to take back."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        is_undo = is_key_of(event, "window.undo")
        if not (is_undo or is_key_of(event, "window.redo")):
            return False
        has_own = _has_own_undo(watched, is_undo)
        event.setAccepted(has_own)
        if has_own and event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit | QPlainTextEdit):
            (watched.undo if is_undo else watched.redo)()
        return True


def _has_own_undo(field: QObject, is_undo: bool) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if is_undo else field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        document = field.document()
        return document.isUndoAvailable() if is_undo else document.isRedoAvailable()
    return False


class LinesEdit(QPlainTextEdit):
    """A text of some lines: Tab goes on to the next field, Ctrl+Enter finishes."""

    left = Signal()

    def __init__(self, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        # Lines are broken anew after the resize event: their number is known only then.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)  # its row is no higher than itself
        set_role(self, "field")
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left; a menu or another window does not count."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width, which decides how many lines there are."""
        super().resizeEvent(event)
        self._later.start()

    def sizeHint(self) -> QSize:
        """Ask for no particular width."""
        return QSize(em(self, 10), self.height())

    def _fit(self) -> None:
        shown = max(self._lines, min(round(self.document().size().height()), self._lines * 3))
        height = shown * self.fontMetrics().lineSpacing() + em(self, 1.2) + 8
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)


class QuietCombo(QComboBox):
    """A list to choose from that the wheel does not turn while a page is scrolled over it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def restyle(field: QWidget) -> None:
    """Let the style sheet see that a property has changed."""
    field.style().unpolish(field)
    field.style().polish(field)
