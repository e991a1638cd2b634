"""How a cell's statements stand on the page: text, chips and tints, laid out for one column width."""

import math
from collections import OrderedDict
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextCharFormat

from framework_qda.matrix.grid import EvidenceRef, GridCell, GridStatement
from framework_qda.model import CellState, StatementKind
from framework_qda.quotes.own_words import split_quoted
from framework_qda.text.holding import spans_of
from framework_qda.ui.matrix.look import GridLook
from framework_qda.ui.matrix.text_block import Run, TextBlock
from framework_qda.ui.style import state_look
from framework_qda.ui.widgets.tag_pill import tag_words

NO_BREAK = "\u00a0"
THIN_NO_BREAK = "\u202f"
ISOLATE, END_ISOLATE = "\u2066", "\u2069"
NOTE_WORD = f"{ISOLATE}Note{END_ISOLATE}{NO_BREAK}{THIN_NO_BREAK}"
LONGEST = 8_000
"""Letters of one statement that the grid shows; the Chart desk shows the rest."""


class ChipPlace(NamedTuple):
    """Where a chip stands in a cell, in pixels from the upper left corner of its text."""

    evidence: EvidenceRef
    rect: QRectF


class _Pill(NamedTuple):
    place: int
    rect: QRectF


class _Placed(NamedTuple):
    block: TextBlock
    y: float
    is_note: bool


def chip_text(evidence: EvidenceRef) -> str:
    """Write the reference of a chip so that no line breaks inside it, in any direction of writing."""
    return evidence.label.replace(" ", NO_BREAK)


def _chip_runs(number: int, evidence: EvidenceRef, look: GridLook, width: float) -> list[Run]:
    style = look.chip if evidence.paragraph_number is not None else look.chip_lost
    runs = [Run(" ", look.chip_gap), Run(ISOLATE + NO_BREAK, look.chip, number)]
    star = f"★{THIN_NO_BREAK}" if evidence.is_starred else ""
    if star:
        runs.append(Run(star, look.chip_star, number))
    text = chip_text(evidence)
    if look.em * (len(text) + 4) > width:  # it may not fit; to measure it each time would cost too much
        room = width - look.chip_metrics.horizontalAdvance(NO_BREAK + star + NO_BREAK)
        text = look.chip_metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0.0))
    runs.append(Run(text + NO_BREAK + END_ISOLATE, style, number))
    return runs


def _text_styles(kind: str, look: GridLook) -> tuple[QTextCharFormat | None, QTextCharFormat]:
    if kind == StatementKind.NOTE:
        return look.note, look.note_own_words
    if kind == StatementKind.OWN_WORDS:
        return look.own_words, look.own_words
    return None, look.own_words


def shown_text(text: str) -> str:
    """Cut a text that is far too long for a grid, and say so."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} … (the whole text is on the Chart desk)"


def statement_runs(
    statement: GridStatement, look: GridLook, reason: str = "", *, width: float = math.inf, sought: str = ""
) -> list[Run]:
    """Cut a statement into runs: its words, those in quotation marks, and its chips.

    A `reason` why the cell is empty opens the statement, which explains it, in small grey words. A chip that is
    wider than `width` (pixels) is cut short. Words that are `sought` (squeezed, see `text.holding`) are lit.
    """
    plain, quoted = _text_styles(statement.kind, look)
    runs = [Run(NOTE_WORD, look.note_mark)] if statement.kind == StatementKind.NOTE else []
    if reason:
        runs.append(Run(f"{ISOLATE}{reason}:{END_ISOLATE} ", look.dim))
        plain = look.dim if plain is None else plain
    text = shown_text(statement.text)
    words = [Run(piece, quoted if is_quoted else plain) for piece, is_quoted in split_quoted(text)]
    runs += _lit(words, spans_of(text, sought), look)
    for number, evidence in enumerate(statement.evidence):
        runs += _chip_runs(number, evidence, look, width)
    return runs + _mark_runs(statement, look)


def _lit(runs: list[Run], spans: Iterable[tuple[int, int]], look: GridLook) -> list[Run]:
    """Cut runs where words are lit: the spans are counted through all of them, in code points."""
    for start, end in spans:
        cut, place = [], 0
        for run in runs:
            first, last = (min(max(each - place, 0), len(run.text)) for each in (start, end))
            parts = (
                (run.text[:first], run.style),
                (run.text[first:last], look.lit(run.style)),
                (run.text[last:], run.style),
            )
            cut += [Run(text, style) for text, style in parts if text]
            place += len(run.text)
        runs = cut
    return runs


def _mark_runs(statement: GridStatement, look: GridLook) -> list[Run]:
    """Write the tags of a statement, numbered on behind its references, and that it waits for a better column."""
    runs = []
    for number, mark in enumerate(statement.tags, len(statement.evidence)):
        words = f"{ISOLATE}{NO_BREAK}{tag_words(mark)}{NO_BREAK}{END_ISOLATE}".replace(" ", NO_BREAK)
        runs += [Run(" ", look.chip_gap), Run(words, look.tag_style(mark.place), number)]
    if statement.marks.to_rehome:
        runs.append(Run(f"  {ISOLATE}→{NO_BREAK}to{NO_BREAK}re-home{END_ISOLATE}", look.dim))
    return runs


class CellLayout:
    """The content of a cell, laid out at a text width (pixels)."""

    __slots__ = (
        "_chip_path",
        "_has_statements",
        "_look",
        "_lost_path",
        "_pills",
        "_placed",
        "chips",
        "height",
        "width",
    )

    def __init__(self, cell: GridCell | None, width: float, look: GridLook, sought: str = "") -> None:
        self._look, self.width = look, width
        self._placed: list[_Placed] = []
        self.chips: list[ChipPlace] = []
        self._pills: list[_Pill] = []
        self._chip_path, self._lost_path = QPainterPath(), QPainterPath()
        self.height = 0.0
        state = cell.state if cell else CellState.NOT_CHARTED
        words = empty_words(cell, state)
        statements = cell.statements if cell else ()
        self._has_statements = bool(statements)
        if words and not statements:
            self._add([Run(words, look.dim)], None, is_note=False)
        for number, statement in enumerate(statements):
            is_note = statement.kind == StatementKind.NOTE
            room = width - 2 * look.note_inset if is_note else width
            runs = statement_runs(statement, look, words if number == 0 else "", width=room, sought=sought)
            self._add(runs, statement, is_note=is_note)

    def _add(self, runs: list[Run], statement: GridStatement | None, *, is_note: bool) -> None:
        look = self._look
        y = self.height + (look.gap if self._placed else 0.0)
        inset = look.note_inset if is_note else 0.0
        y += inset / 2
        leading = statement.text if statement else ""
        block = TextBlock(runs, look.font, self.width - 2 * inset, look.line_step, leading)
        self._placed.append(_Placed(block, y, is_note))
        self.height = y + block.height + inset / 2
        if statement is not None:
            for number, rects in block.chip_rects.items():
                for rect in rects:
                    self._add_shape(statement, number, self._shape_of(rect.translated(inset, y)))

    def _shape_of(self, rect: QRectF) -> QRectF:
        """Return the shape behind the words of a reference or a tag."""
        pad, tall = self._look.em * 0.1, self._look.em * 1.16
        left, right = max(rect.left() - pad, 0.0), min(rect.right() + pad, self.width)
        return QRectF(left, rect.center().y() - tall / 2, max(right - left, 0.0), tall)

    def _add_shape(self, statement: GridStatement, number: int, shape: QRectF) -> None:
        """Note where a reference stands, or behind the last one a tag."""
        references = len(statement.evidence)
        if number < references:
            self._add_chip(statement.evidence[number], shape)
        else:
            self._pills.append(_Pill(statement.tags[number - references].place, shape))

    def _add_chip(self, evidence: EvidenceRef, shape: QRectF) -> None:
        tall = shape.height()
        self.chips.append(ChipPlace(evidence, shape))
        path = self._chip_path if evidence.paragraph_number is not None else self._lost_path
        path.addRoundedRect(shape, tall / 2, tall / 2)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the content with its upper left corner at x, y."""
        look = self._look
        self._draw_tints(painter, x, y)
        self._draw_pills(painter, x, y)
        if self.chips:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(x, y)
            painter.fillPath(self._chip_path, look.colour("chip_back"))
            if not self._lost_path.isEmpty():
                # A broken edge, not colour alone, tells that the passage is lost.
                painter.setPen(QPen(look.colour("warning_text"), 1, Qt.PenStyle.DashLine))
                painter.setBrush(look.colour("warning_back"))
                painter.drawPath(self._lost_path)
            painter.translate(-x, -y)
        painter.setPen(QColor(look.tokens.text))
        inset = look.note_inset
        for placed in self._placed:
            placed.block.draw(painter, x + (inset if placed.is_note else 0.0), y + placed.y)

    def _draw_tints(self, painter: QPainter, x: float, y: float) -> None:
        inset, radius = self._look.note_inset, self._look.em * 0.25
        for placed in self._placed:
            if placed.is_note:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.colour("note_back"))
                box = QRectF(x, y + placed.y - inset / 2, self.width, placed.block.height + inset)
                painter.drawRoundedRect(box, radius, radius)

    def _draw_pills(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the grounds of tags, less round than those of references."""
        radius = self._look.em * 0.25
        for pill in self._pills:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.tag_back(pill.place))
            painter.drawRoundedRect(pill.rect.translated(x, y), radius, radius)

    def statement_at(self, point: QPointF) -> int | None:
        """Return which statement stands at a point, counted from the upper left corner of the text."""
        if not self._has_statements or not 0 <= point.x() <= self.width:
            return None
        spans = ((placed.y, placed.y + placed.block.height) for placed in self._placed)
        return next((number for number, (top, foot) in enumerate(spans) if top <= point.y() <= foot), None)

    def gap_at(self, y: float) -> int:
        """Return before which statement something stands that is put at a height: 0 is before the first."""
        if not self._has_statements:
            return 0
        return sum(1 for placed in self._placed if placed.y + placed.block.height / 2 < y)

    def gap_y(self, gap: int) -> float:
        """Return the height between two statements where something is put before one of them."""
        room = self._look.gap / 2
        if not self._has_statements:
            return -room
        return self._placed[gap].y - room if gap < len(self._placed) else self.height + room

    def evidence_at(self, point: QPointF) -> EvidenceRef | None:
        """Return the passage whose chip stands at a point, counted from the upper left corner of the text."""
        return next((chip.evidence for chip in self.chips if chip.rect.contains(point)), None)


def empty_words(cell: GridCell | None, state: str) -> str:
    """Return the words for a cell without text, or for a reason that a cell gives beside its text."""
    look = state_look(state)
    if cell is None or not cell.statements:
        return look.words if state != CellState.IN_PROGRESS else "in progress, nothing written yet"
    return look.words if look.role == "state_reason" else ""


class LayoutCache:
    """Keep the layouts of the cells used last; a changed cell or width lays out anew."""

    def __init__(self, capacity: int = 600) -> None:
        self._capacity = capacity
        self.sought = ""
        """Words that are lit, squeezed."""
        self._kept: OrderedDict[tuple[int, int], tuple[GridCell | None, CellLayout]] = OrderedDict()

    def layout(self, place: tuple[int, int], cell: GridCell | None, width: float, look: GridLook) -> CellLayout:
        """Return the layout of the cell at a place (row, column), made now if it is not kept."""
        found = self._kept.get(place)
        if found is not None and found[0] is cell and found[1].width == width:
            self._kept.move_to_end(place)
            return found[1]
        made = CellLayout(cell, width, look, self.sought)
        self._kept[place] = (cell, made)
        self._kept.move_to_end(place)
        if len(self._kept) > self._capacity:
            self._kept.popitem(last=False)
        return made

    def reserve(self, capacity: int) -> None:
        """Make room for so many cells: a screen must never push its own cells out."""
        self._capacity = max(self._capacity, capacity)

    def clear(self) -> None:
        """Forget all layouts, as after a change of font, colours or rows."""
        self._kept.clear()
