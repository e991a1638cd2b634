"""Labels that show data: always plain text, since a rich label would read files named in it."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from framework_qda.ui.style import set_role

LEAST_LETTERS = 12
"""How much of a text that is cut short is shown at least."""


def plain_label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Make a label of plain text in a role of the style sheet."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if role:
        set_role(label, role)
    return label


def plain_tip(text: str) -> str:
    """Return a tool tip that shows a text as it is and breaks its lines: tool tips are rich where they can be."""
    return f"<qt>{escape(text)}</qt>" if text else ""


def set_plain_tip(widget: QWidget, text: str, spoken: str = "") -> None:
    """Give a widget a tool tip that shows a text as it is; a screen reader is told `spoken`, or the text."""
    widget.setToolTip(plain_tip(text))
    widget.setAccessibleDescription(spoken or text)


def wrapped_label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Make a label of plain text that breaks its lines."""
    label = plain_label(text, role, parent)
    label.setWordWrap(True)
    return label


def thin_line(parent: QWidget | None = None) -> QFrame:
    """Make a thin line from left to right."""
    line = QFrame(parent)
    line.setFixedHeight(1)
    set_role(line, "line")
    return line


class ElidedLabel(QLabel):
    """A label of one line that ends in … where there is no room; its tool tip has the whole."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            set_role(self, role)

    def sizeHint(self) -> QSize:
        """Ask for room for the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 4, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with room for a word or two."""
        least = self.fontMetrics().averageCharWidth() * LEAST_LETTERS
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        set_plain_tip(self, "" if shown == self.text() else self.text())
