"""A paragraph of plain text that shows its first lines, and the rest when asked."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from framework_qda.ui.style import set_role
from framework_qda.ui.widgets.labels import wrapped_label

LINES = 3


class FoldingLabel(QWidget):
    """Show a text that may be long."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_open = False
        self.label = wrapped_label("", role)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.more = QPushButton("More")
        set_role(self.more, "link")
        self.more.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.more.clicked.connect(self._turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.label)
        layout.addWidget(self.more)
        self._fit()

    def setText(self, text: str) -> None:
        """Show another text, folded."""
        self._is_open = False
        self.label.setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold anew where the width changed."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "more"):
            self._fit()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._fit()

    def _fit(self) -> None:
        room = self.label.fontMetrics().lineSpacing() * LINES + 2
        is_long = self.label.heightForWidth(max(self.width(), 1)) > room and bool(self.label.text())
        self.more.setVisible(is_long)
        self.more.setText("Less" if self._is_open else "More")
        self.label.setMaximumHeight(room if is_long and not self._is_open else 16_777_215)
        self.setVisible(bool(self.label.text()))
        self.updateGeometry()
