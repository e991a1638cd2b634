"""The same column in the rows around: dim, to be read beside the cell, a click away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from framework_qda.ui.style import colour, em, scaled_font, state_look
from framework_qda.ui.widgets.labels import set_plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

_SCALE = 0.93
_NAME_EMS = 11.0
_NAME_SHARE = 0.28
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A row near the current one, with its words in the same column."""

    interview_id: str
    name: str
    words: str
    state: str


class NeighbourRow(QAbstractButton):
    """One row near the current one; it opens its cell."""

    def __init__(self, neighbour: Neighbour, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.neighbour = neighbour
        look = state_look(neighbour.state)
        self._words = neighbour.words or look.words
        self._title = f"{neighbour.name}  {look.sign if neighbour.words else ''}".strip()
        self.setAccessibleName(", ".join(part for part in (neighbour.name, look.words, neighbour.words) if part))
        set_plain_tip(self, neighbour.words, "Opens this cell")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Ask for up to three lines."""
        return QSize(em(self, 20), self.heightForWidth(max(self.width(), em(self, 20))))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of name and words."""
        name_width = self._name_width(width)
        words = self._lay_out(self._words, width - name_width - em(self, 0.8))
        name = self._lay_out(self._title, name_width)
        return round(max(_height(words), _height(name))) + em(self, 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name and words under a thin line."""
        painter = QPainter(self)
        if self.hasFocus() or self.underMouse():
            painter.fillRect(self.rect(), colour("header"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        name_width, top = self._name_width(self.width()), em(self, 0.5)
        painter.setPen(colour("text_soft"))
        self._draw(painter, self._lay_out(self._title, name_width), 0, top)
        painter.setPen(colour("text_dim"))
        left = name_width + em(self, 0.8)
        self._draw(painter, self._lay_out(self._words, self.width() - left), left, top)
        edge = QRectF(name_width + em(self, 0.2), top + em(self, 0.2), em(self, 0.22), self.height() - 2 * top)
        painter.fillRect(edge.adjusted(0, 0, 0, -em(self, 0.2)), colour(state_look(self.neighbour.state).role))
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _name_width(self, width: int) -> int:
        return round(min(em(self, _NAME_EMS), width * _NAME_SHARE))

    def _lay_out(self, text: str, width: float) -> QTextLayout:
        font = scaled_font(self.font(), _SCALE, is_italic=text == self._words and not self.neighbour.words)
        layout = _laid_out(" ".join(text.split()), font, width)
        if layout.lineCount() <= _MOST_LINES:
            return layout
        shown = layout.text()
        cut = layout.lineAt(_MOST_LINES - 1)
        # QTextLayout counts UTF-16 units.
        units = shown.encode("utf-16-le", "surrogatepass")[: 2 * (cut.textStart() + cut.textLength())]
        kept = units.decode("utf-16-le", "ignore").rstrip()
        while kept:
            shorter = _laid_out(f"{kept} …", font, width)
            if shorter.lineCount() <= _MOST_LINES:
                return shorter
            kept = kept.rpartition(" ")[0].rstrip()
        return layout

    @staticmethod
    def _draw(painter: QPainter, layout: QTextLayout, x: float, y: float) -> None:
        layout.draw(painter, QPointF(x, y))


def _laid_out(text: str, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 10.0))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    return layout.boundingRect().height()


class Neighbours(QWidget):
    """The rows around, above each other in the order of the matrix."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: tuple[Neighbour, ...] = ()
        self._shown: list[NeighbourRow] = []

    def show_rows(self, rows: Sequence[Neighbour]) -> None:
        """Show other rows."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        for old in self._shown:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = []
        for neighbour in rows:
            row = NeighbourRow(neighbour)
            row.clicked.connect(
                lambda _checked=False, interview_id=neighbour.interview_id: self.chosen.emit(interview_id)
            )
            self._column.addWidget(row)
            self._shown.append(row)

    def rows(self) -> list[NeighbourRow]:
        """Return the rows that are shown."""
        return list(self._shown)
