"""Paint one page: its title, what stands on it, its foot. Dark on white, whatever the window looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from framework_qda.io.runs import RunKind
from framework_qda.io.svg_out import svg_text
from framework_qda.model import EMPTY_REASONS, CellState
from framework_qda.ui.printing.paging import Item, Kind
from framework_qda.ui.printing.setup import UNIT
from framework_qda.ui.style import STATE_LOOKS, state_look
from framework_qda.ui.tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFont

    from framework_qda.io.drawing import Drawing
    from framework_qda.io.sheet import Runs, SheetCell, SheetRow
    from framework_qda.ui.printing.paging import Page
    from framework_qda.ui.printing.setting import Pages, Part
    from framework_qda.ui.printing.typeface import Line

GOES_ON, CONTINUED = "goes on ▾", "continued"
_THIN = 4.0
"""The width of lines between rows and columns, in units."""

_DASHES: Mapping[str, Qt.PenStyle] = {
    CellState.NOT_CHARTED: Qt.PenStyle.DotLine,
    CellState.IN_PROGRESS: Qt.PenStyle.DashLine,
}


def paint_page(painter: QPainter, pages: Pages, number: int) -> None:
    """Paint a page (counted from 0), with its upper left corner where the painter is; one unit is one of its units."""
    part, page = pages.find(number)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _PagePainter(painter, pages, part).paint(page, number)


class _PagePainter:
    def __init__(self, painter: QPainter, pages: Pages, part: Part) -> None:
        self._painter, self._pages, self._part = painter, pages, part
        self._m = pages.measures
        self._face = self._m.face
        self._left = self._m.setup.margin
        columns = part.columns
        self._widths = (columns.head, *columns.widths)
        self._full = sum(self._widths) if columns.count else self._m.width

    def paint(self, page: Page, number: int) -> None:
        self._paint_title()
        if self._part.sheet.picture is not None:
            self._paint_picture(self._part.sheet.picture)
        for item in page:
            top = self._part.top + item.top
            if item.kind is Kind.HEADS:
                self._paint_heads(top, item.height)
            elif item.kind is Kind.BAND:
                self._paint_band(item, top)
            else:
                self._paint_row(item, top)
        self._paint_foot(number)

    # -- title and foot

    def _paint_title(self) -> None:
        measures = self._m
        top = measures.setup.margin
        title = self._part.sheet.title
        self._write(title, self._face.title, LIGHT.text, QRectF(self._left, top, measures.width, 2 * measures.size))
        y = top + measures.title_height
        limit = self._part.top - 0.2 * measures.size
        for line in self._face.lines(self._part.words, measures.width):
            if y + line.height <= limit:
                line.draw(self._painter, self._left, y)
            y += line.height

    def _paint_foot(self, number: int) -> None:
        measures = self._m
        room = QRectF(self._left, measures.foot, measures.width, self._face.step)
        third = measures.width / 4
        right = Qt.AlignmentFlag.AlignRight
        self._write(self._pages.title, self._face.small, LIGHT.text_soft, room.adjusted(0, 0, -3 * third, 0))
        self._write(f"{number + 1} of {self._pages.count}", self._face.small, LIGHT.text_soft, room, right)
        key = " · ".join(_key(self._part.states))
        middle = room.adjusted(third, 0, -third / 2, 0)
        self._write(key, self._face.small, LIGHT.text_soft, middle, Qt.AlignmentFlag.AlignHCenter)

    def _write(
        self, text: str, font: QFont, colour: str, room: QRectF, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ) -> None:
        """Write one line into a room, cut with a mark where it is too long."""
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        words = QFontMetricsF(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room.width())
        flags = side | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(room, int(flags | Qt.TextFlag.TextSingleLine), words)

    def _paint_picture(self, drawing: Drawing) -> None:
        """Paint a picture as large as the page allows, and no larger than it is drawn."""
        measures, top = self._m, self._part.top
        scale = min(measures.width / drawing.width, (measures.bottom - top) / drawing.height, UNIT)
        room = QRectF(self._left, top, drawing.width * scale, drawing.height * scale)
        self._painter.save()
        self._painter.setFont(self._face.font)  # a picture takes the weight of its words from what was painted last
        QSvgRenderer(QByteArray(svg_text(drawing).encode())).render(self._painter, room)
        self._painter.restore()

    # -- the table

    def _fill(self, rect: QRectF, colour: str) -> None:
        self._painter.fillRect(rect, QColor(colour))

    def _rule(self, y: float, colour: str = LIGHT.line_strong, width: float = _THIN) -> None:
        self._painter.setPen(QPen(QColor(colour), width))
        self._painter.drawLine(QPointF(self._left, y), QPointF(self._left + self._full, y))

    def _paint_heads(self, top: float, height: float) -> None:
        measures, sections = self._m, self._part.sheet.sections
        self._fill(QRectF(self._left, top, self._full, height), LIGHT.header)
        above = measures.band_height(is_strong=False) if sections else 0.0
        if sections:
            self._paint_sections(top, above)
        self._painter.save()
        self._painter.setClipRect(QRectF(self._left, top, self._full, height), Qt.ClipOperation.IntersectClip)
        x = self._left
        for runs, width in zip(self._part.heads, self._widths, strict=True):
            self._draw_lines(
                measures.lines(runs, width), x + measures.left(has_state=False), top + above + measures.pad
            )
            x += width
        self._painter.restore()
        self._rule(top)
        self._rule(top + height - _THIN, LIGHT.text_soft, 2 * _THIN)

    def _paint_sections(self, top: float, height: float) -> None:
        columns = self._part.columns
        for section in self._part.sheet.sections:
            first = max(section.first, columns.first)
            end = min(section.first + section.count, columns.first + columns.count)
            if first < end:
                before = columns.widths[: first - columns.first]
                own = columns.widths[first - columns.first : end - columns.first]
                rect = QRectF(self._left + columns.head + sum(before), top, sum(own), height)
                self._fill(rect, LIGHT.band)
                side = self._m.left(has_state=False)
                self._write(section.heading, self._bold, LIGHT.text, rect.adjusted(side, 0, -side, 0))

    @property
    def _bold(self) -> QFont:
        return self._face.styles[RunKind.STRONG].font()

    def _paint_band(self, item: Item, top: float) -> None:
        band = self._part.sheet.bands[item.number]
        rect = QRectF(self._left, top, self._full, item.height)
        self._fill(rect, LIGHT.line_strong if band.is_strong else LIGHT.band)
        words = f"{band.label} ({CONTINUED})" if item.is_continued else band.label
        side = self._m.left(has_state=False)
        room = rect.adjusted(side, 0, -side, 0)
        self._write(words, self._bold, LIGHT.text, room)
        used = QFontMetricsF(self._bold).horizontalAdvance(" ".join(words.split())) + self._m.size
        if band.words and used < room.width():
            self._write(band.words, self._face.small, LIGHT.text_soft, room.adjusted(used, 0, 0, 0))
        self._rule(top)

    # -- rows

    def _paint_row(self, item: Item, top: float) -> None:
        row = self._part.rows[item.number]
        if item.number in self._part.texts:
            self._paint_field(row.cells[0], item, 0, self._left, self._m.width, top)
            return
        if row.is_wide:
            self._paint_field(row.cells[0], item, 1, self._left, self._full, top)
        else:
            self._paint_fields(row, item, top)
        # The line above is drawn again: the ground of the row's head has come over it.
        self._rule(top)
        self._rule(top + item.height)

    def _paint_fields(self, row: SheetRow, item: Item, top: float) -> None:
        columns = self._part.columns
        self._paint_head(row.head, item, top)
        x = self._left + columns.head
        for place, width in enumerate(columns.widths):
            cell = row.cells[columns.first + place]
            self._painter.setPen(QPen(QColor(LIGHT.line), _THIN))
            self._painter.drawLine(QPointF(x, top), QPointF(x, top + item.height))
            if cell.state:
                self._paint_state(cell.state, x, top, item)
            self._paint_field(cell, item, place + 1, x, width, top)
            x += width

    def _paint_head(self, runs: Runs, item: Item, top: float) -> None:
        measures, width = self._m, self._part.columns.head
        self._fill(QRectF(self._left, top + _THIN, width, item.height - _THIN), LIGHT.surface_dim)
        x, y = self._left + measures.left(has_state=False), top + measures.pad
        if item.is_continued:
            label = next((run.text for run in runs if run.kind is RunKind.STRONG), "").split("\n")[0]
            room = QRectF(x, y, width - 2 * measures.left(has_state=False), measures.mark)
            self._write(f"{label} {CONTINUED}".strip(), self._face.small, LIGHT.text_soft, room)
            y += measures.mark
        first, end = item.parts[0]
        self._draw_lines(measures.lines(runs, width)[first:end], x, y)

    def _paint_field(self, cell: SheetCell, item: Item, field: int, x: float, width: float, top: float) -> None:
        first, end = item.parts[field]
        measures, has_state = self._m, bool(cell.state)
        lines = measures.lines(cell.runs, width, has_state=has_state)
        left = x + measures.left(has_state=has_state)
        self._draw_lines(lines[first:end], left, top + measures.pad)
        if end < len(lines):
            below = QRectF(
                left, top + item.height - measures.mark, width - (left - x) - measures.size / 2, measures.mark
            )
            self._write(GOES_ON, self._face.small, LIGHT.text_soft, below, Qt.AlignmentFlag.AlignRight)

    def _draw_lines(self, lines: Sequence[Line], x: float, y: float) -> None:
        self._painter.setPen(QColor(LIGHT.text))
        for line in lines:
            line.draw(self._painter, x, y)
            y += line.height

    def _paint_state(self, state: str, x: float, top: float, item: Item) -> None:
        """Paint the edge of a cell, in a line of its own for each state, and its sign."""
        look, measures = state_look(state), self._m
        colour = QColor(getattr(LIGHT, look.role))
        thick = measures.size * (0.28 if state == CellState.REVIEWED else 0.18)
        style = _DASHES.get(state, Qt.PenStyle.SolidLine)
        self._painter.setPen(QPen(colour, thick, style, Qt.PenCapStyle.FlatCap))
        middle = x + thick / 2
        self._painter.drawLine(QPointF(middle, top + _THIN), QPointF(middle, top + item.height - _THIN))
        if look.sign and not item.is_continued:
            self._painter.setFont(self._face.sign)
            self._painter.setPen(QColor(LIGHT.text_soft))
            base = top + measures.pad + 0.95 * measures.size
            for place, letter in enumerate(look.sign):
                self._painter.drawText(QPointF(x + measures.sign_left(place), base), letter)


def _key(states: Sequence[str]) -> list[str]:
    """Return what the signs of states mean, those that are empty for a reason as one."""
    shown = [
        f"{look.sign} {look.words}"
        for state, look in STATE_LOOKS.items()
        if state in states and look.sign and state not in EMPTY_REASONS
    ]
    reasons = [state for state in EMPTY_REASONS if state in states]
    return [*shown, *([f"{state_look(reasons[0]).sign} empty for the reason given"] if reasons else [])]
