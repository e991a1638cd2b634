"""What is read beside a cell, dim and a click away: the same column in the rows around, and what a synthesis is of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from framework_qda.model import StatementKind
from framework_qda.text.offsets import to_utf16
from framework_qda.ui.style import colour, em, kind_look, scaled_font, state_look
from framework_qda.ui.widgets.few_lines import few_lines, lines_height
from framework_qda.ui.widgets.labels import plain_label, set_plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.model import Statement
    from framework_qda.ui.cell_place import CellPlace

_SCALE = 0.93
_NAME_EMS = 11.0
_NAME_SHARE = 0.28
_MOST_LINES, _MOST_OF_SOURCE = 3, 60
_BETWEEN = "   "
Run: TypeAlias = tuple[str, QTextCharFormat | None]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A cell near the current one, with its words. `is_source` says that the current one is written from it."""

    place: CellPlace
    name: str
    statements: tuple[Statement, ...]
    state: str
    is_source: bool = False

    @property
    def words(self) -> str:
        """All that stands in the cell, each statement that is no summary with its kind."""
        return "\n".join(_spoken(each) for each in self.statements)


class NeighbourRow(QAbstractButton):
    """One cell near the current one; it opens it."""

    def __init__(self, neighbour: Neighbour, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.neighbour = neighbour
        look = state_look(neighbour.state)
        self._runs = _runs_of(neighbour.statements) or [(look.words, _slanted())]
        self._title = f"{neighbour.name}  {look.sign if neighbour.words else ''}".strip()
        self.setAccessibleName(", ".join(part for part in (neighbour.name, look.words, neighbour.words) if part))
        set_plain_tip(self, neighbour.words, "Opens this cell")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Ask for up to three lines, or for all that the current cell is written from."""
        return QSize(em(self, 20), self.heightForWidth(max(self.width(), em(self, 20))))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of name and words."""
        name_width = self._name_width(width)
        words = self._lay_out(self._runs, width - name_width - em(self, 0.8))
        name = self._lay_out([(self._title, None)], name_width)
        return max(lines_height(words), lines_height(name)) + em(self, 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name and words under a thin line."""
        painter = QPainter(self)
        if self.hasFocus() or self.underMouse():
            painter.fillRect(self.rect(), colour("header"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        name_width, top = self._name_width(self.width()), em(self, 0.5)
        painter.setPen(colour("text_soft"))
        self._lay_out([(self._title, None)], name_width).draw(painter, QPointF(0, top))
        painter.setPen(colour("text_dim"))
        left = name_width + em(self, 0.8)
        self._lay_out(self._runs, self.width() - left).draw(painter, QPointF(left, top))
        edge = QRectF(name_width + em(self, 0.2), top + em(self, 0.2), em(self, 0.22), self.height() - 2 * top)
        painter.fillRect(edge.adjusted(0, 0, 0, -em(self, 0.2)), colour(state_look(self.neighbour.state).role))
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _name_width(self, width: int) -> int:
        return round(min(em(self, _NAME_EMS), width * _NAME_SHARE))

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.neighbour.statements:
            self._runs = _runs_of(self.neighbour.statements)
            self.update()

    def _lay_out(self, runs: Sequence[Run], width: float) -> QTextLayout:
        text, formats = "".join(words for words, _ in runs), _formats_of(runs)
        most = _MOST_OF_SOURCE if self.neighbour.is_source else _MOST_LINES
        return few_lines(text, scaled_font(self.font(), _SCALE), width, most, formats=formats)


def _spoken(statement: Statement) -> str:
    words = " ".join(statement.text.split())
    is_summary = statement.kind == StatementKind.SUMMARY
    return words if is_summary else f"{kind_look(statement.kind).words}: {words}"


def _runs_of(statements: Sequence[Statement]) -> list[Run]:
    """Return statements as they stand behind each other: kinds told apart by sign and style, as in the cell."""
    runs: list[Run] = []
    for statement in statements:
        look, style = kind_look(statement.kind), None
        words = " ".join(statement.text.split())
        if statement.kind != StatementKind.SUMMARY:
            words = f"{look.sign} {words}"
            style = _slanted() if look.is_italic else QTextCharFormat()
            if statement.kind == StatementKind.NOTE:
                style.setForeground(colour(look.text_role))
                style.setBackground(colour(look.back_role))
        runs += [(_BETWEEN, None)] if runs else []
        runs.append((words, style))
    return runs


def _slanted() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontItalic(True)
    return made


def _formats_of(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    """Return the styles of runs; QTextLayout counts UTF-16 units."""
    formats: list[QTextLayout.FormatRange] = []
    place = 0
    for words, style in runs:
        length = to_utf16(words, len(words))
        if style is not None:
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = place, length, style
            formats.append(span)
        place += length
    return formats


class Neighbours(QWidget):
    """The cells around in the order of the matrix; first those that the current one is written from."""

    chosen = Signal(object)
    """The place of a cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: tuple[Neighbour, ...] = ()
        self._shown: list[NeighbourRow] = []
        self._headings = [plain_label(words, "small") for words in ("Written from", "The same column around")]
        for heading in self._headings:
            heading.hide()

    def show_rows(self, rows: Sequence[Neighbour]) -> None:
        """Show other cells."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        for old in self._shown:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = []
        groups = [[each for each in rows if each.is_source is is_source] for is_source in (True, False)]
        for heading, group in zip(self._headings, groups, strict=True):
            # One group needs no name: what stands below a cell is its column.
            heading.setVisible(bool(group) and bool(groups[0]))
            heading.setContentsMargins(0, em(self, 0.6), 0, em(self, 0.3))
            self._column.addWidget(heading)
            for neighbour in group:
                self._add(neighbour)

    def _add(self, neighbour: Neighbour) -> None:
        row = NeighbourRow(neighbour)
        row.clicked.connect(lambda _checked=False: self.chosen.emit(neighbour.place))
        self._column.addWidget(row)
        self._shown.append(row)

    def rows(self) -> list[NeighbourRow]:
        """Return the rows that are shown."""
        return list(self._shown)
