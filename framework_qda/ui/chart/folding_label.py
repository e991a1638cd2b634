"""A paragraph of plain text that shows its first lines, and the rest when asked."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.labels import wrapped_label

LINES = 3


class FoldingLabel(QWidget):
    """Show a text that may be long."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_open = False
        self._lines = LINES
        self.label = wrapped_label("", role, self)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.more = QPushButton("More", self)
        set_role(self.more, "link")
        self.more.clicked.connect(self._turn)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show another text, folded."""
        if text != self.label.text():
            self._is_open = False
            self.label.setText(text)
            self.setVisible(bool(text))
            self._place()
            self.updateGeometry()

    def set_lines(self, count: int) -> None:
        """Show so many lines of a folded text."""
        if count != self._lines:
            self._lines = count
            self._place()
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that are shown."""
        if not self.label.text():
            return 0
        wanted, folded = self._heights(width)
        is_long = wanted > folded
        shown = wanted if self._is_open or not is_long else folded
        return shown + (self.more.sizeHint().height() if is_long else 0) + em(self, 0.75)

    def sizeHint(self) -> QSize:
        """Ask for the height that the width needs."""
        return QSize(em(self, 20), self.heightForWidth(max(self.width(), em(self, 12))))

    def minimumSizeHint(self) -> QSize:
        """Ask for all lines that are shown: none is cut in half."""
        return QSize(em(self, 8), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold anew where the width changed."""
        super().resizeEvent(event)
        self._place()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "more"):
            self._place()
            self.updateGeometry()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._place()
        self.updateGeometry()

    def _heights(self, width: int) -> tuple[int, int]:
        """Return the height of the whole text, and of what is shown folded: a short first paragraph, or some lines."""
        width = max(width, 1)
        wanted = self.label.heightForWidth(width)
        folded = self.label.fontMetrics().lineSpacing() * self._lines + 2
        first, gap, _ = self.label.text().partition("\n\n")
        if gap and first.strip():
            area = QRect(0, 0, width, 10**6)
            flags = int(Qt.TextFlag.TextWordWrap)
            folded = min(folded, self.label.fontMetrics().boundingRect(area, flags, first).height() + 2)
        return wanted, folded

    def _place(self) -> None:
        wanted, folded = self._heights(self.width())
        is_long = wanted > folded
        shown = folded if is_long and not self._is_open else wanted
        self.label.setGeometry(0, 0, self.width(), max(0, shown))
        self.more.setVisible(is_long)
        self.more.setText("Less" if self._is_open else "More")
        self.more.setGeometry(0, shown, self.more.sizeHint().width(), self.more.sizeHint().height())
