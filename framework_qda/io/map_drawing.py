"""The map of a study as a picture: a field for each cell in the colour and with the sign of its state."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from textwrap import wrap

from framework_qda.io.drawing import Box, Drawing, Words, shortened
from framework_qda.io.printable import Printable
from framework_qda.matrix.board import BoardMap, is_done, tally
from framework_qda.matrix.grid import STATE_SIGNS, STATE_WORDS, Band
from framework_qda.model import CellState
from framework_qda.text.dates import day_words

MOST_ROWS = 400
"""With more interviews than these, each case study has one row, in which the states have their shares."""

FILLS: Mapping[str, str] = {
    CellState.NOT_CHARTED: "#f0f1f3",
    CellState.IN_PROGRESS: "#f6e7b0",
    CellState.CHARTED: "#bfdfe4",
    CellState.SENT_BACK: "#f3d3c4",
    CellState.REVIEWED: "#c8dac3",
    CellState.NOT_ASKED: "#e2e4e7",
    CellState.NOTHING_SAID: "#d5d9de",
    CellState.NOT_APPLICABLE: "#e9e6e2",
    CellState.UNCLEAR: "#dcd8e4",
}
SHORT_SIGNS: Mapping[str, str] = {
    **STATE_SIGNS,
    CellState.NOT_ASKED: "∅a",
    CellState.NOTHING_SAID: "∅s",
    CellState.NOT_APPLICABLE: "∅n",
    CellState.UNCLEAR: "∅u",
}
"""On paper nobody can point at a field: the reasons have signs of their own."""

INK, QUIET, LINE = "#1f2328", "#57606a", "#cfd5da"
_WIDTH, _HEIGHT, _GAP = 30.0, 20.0, 2.0
_MARGIN, _BAND_GAP, _THEME_GAP = 24.0, 6.0, 8.0
_LABEL_LETTERS, _BAND_LETTERS = 36, 24
_SIZE, _SMALL = 11.0, 9.5
_SLOPE = 3.7
"""How much higher, and further to the right, a label gets with each letter, turned by 45 degrees."""


def draw_map(board: BoardMap, title: str, made_on: date, printable: Printable) -> Drawing:
    """Return the picture of a map, with what its colours and signs mean below it."""
    return _MapDrawing(board, title, made_on, printable).draw()


class _MapDrawing:
    def __init__(self, board: BoardMap, title: str, made_on: date, printable: Printable) -> None:
        self._board, self._clean = board, printable
        self._title = printable(title).strip() or "Untitled study"
        self._made_on = day_words(made_on)
        self._is_whole = len(board.rows) <= MOST_ROWS
        labels = [shortened(printable(band.label), _BAND_LETTERS) for band in board.bands]
        codes = [shortened(printable(row.code), 12) for row in board.rows] if self._is_whole else []
        self._band_width = 14 + 6.6 * max((len(label) for label in labels), default=0)
        self._left = _MARGIN + self._band_width + 12 + 6.2 * max((len(code) for code in codes), default=0)
        self._columns = list(self._column_places())
        longest = max((len(shortened(printable(each.label), _LABEL_LETTERS)) for each in board.columns), default=0)
        self._top = _MARGIN + 80 + _SLOPE * (longest + 4)

    def draw(self) -> Drawing:
        shapes: list[Box | Words] = [
            Words(_MARGIN, _MARGIN + 14, self._title, 17, INK, is_bold=True),
            Words(_MARGIN, _MARGIN + 32, self._subtitle(), _SIZE, QUIET),
            *self._heads(),
        ]
        y = self._top
        for band in self._board.bands:
            shapes += self._band(band, y)
            y += self._band_height(band) + _BAND_GAP
        key = list(self._key(y + 18))
        shapes += key
        width = max(self._right() + _MARGIN, 560.0)
        return Drawing(self._title, width, y + 30 + 20 * (len(key) // 3) + _MARGIN, tuple(shapes))

    def _subtitle(self) -> str:
        board = self._board
        done = tally(board).done
        rows = f"{len(board.rows):,} interview{'' if len(board.rows) == 1 else 's'}"
        columns = f"{len(board.columns):,} sub-topic{'' if len(board.columns) == 1 else 's'}"
        shares = "" if self._is_whole else " (the figures in the fields)"
        return f"{rows} by {columns} · {done:,} of {board.cell_count:,} cells done{shares} · {self._made_on}"

    # -- places

    def _right(self) -> float:
        """Return where the last label ends that leans to the right."""
        labels = (shortened(self._clean(each.label), _LABEL_LETTERS) for each in self._board.columns)
        ends = [x + _WIDTH + _SLOPE * (len(label) + 5) for label, x in zip(labels, self._columns, strict=True)]
        return max(ends, default=self._left)

    def _column_places(self) -> Iterator[float]:
        firsts = {section.first for section in self._board.sections}
        x = self._left
        for column in range(len(self._board.columns)):
            x += _THEME_GAP if column in firsts and column else 0.0
            yield x
            x += _WIDTH + _GAP

    def _band_height(self, band: Band) -> float:
        return (band.count if self._is_whole else 1) * (_HEIGHT + _GAP)

    # -- what is drawn

    def _heads(self) -> Iterator[Box | Words]:
        for column, x in zip(self._board.columns, self._columns, strict=True):
            text = f"{column.number} {shortened(self._clean(column.label), _LABEL_LETTERS)}"
            yield Words(x + _WIDTH / 2 + 3, self._top - 16, text, _SMALL, INK, turn=-45)
        for section in self._board.sections:
            x = self._columns[section.first]
            width = section.count * (_WIDTH + _GAP) - _GAP
            yield Box(x, self._top - 10, width, 2, LINE)
            lines = wrap(self._clean(section.heading), max(4, int(width / 6.6)), max_lines=2, placeholder="…")
            for place, line in enumerate(lines):
                yield Words(x, _MARGIN + 54 + 14 * place, line, _SIZE, INK, is_bold=True)

    def _band(self, band: Band, y: float) -> Iterator[Box | Words]:
        label = shortened(self._clean(band.label), _BAND_LETTERS)
        yield Box(_MARGIN, y, self._band_width, self._band_height(band) - _GAP, "#e8f0f2")
        yield Words(_MARGIN + 6, y + 14, label, _SIZE, INK, is_bold=True)
        rows = range(band.first, band.first + band.count)
        if not self._is_whole:
            yield from self._shares(rows, y)
            return
        for place, row in enumerate(rows):
            top = y + place * (_HEIGHT + _GAP)
            code = shortened(self._clean(self._board.rows[row].code), 12)
            yield Words(self._left - 8, top + 14, code, _SIZE, INK, anchor="end")
            for column, x in enumerate(self._columns):
                yield from self._field(row, column, x, top)

    def _field(self, row: int, column: int, x: float, y: float) -> Iterator[Box | Words]:
        place = self._board.place(row, column)
        state = self._board.state(place)
        head, code = self._board.columns[column], self._clean(self._board.rows[row].code)
        title = f"{code} {head.number}: {STATE_WORDS.get(state, state)}"
        yield Box(x, y, _WIDTH, _HEIGHT, FILLS.get(state, FILLS[CellState.UNCLEAR]), title=title)
        sign = SHORT_SIGNS.get(state, "?")
        if sign:
            yield Words(x + _WIDTH / 2, y + 14, sign, _SMALL, INK, anchor="middle")

    def _shares(self, rows: range, y: float) -> Iterator[Box | Words]:
        for column, x in enumerate(self._columns):
            states = Counter(self._board.state(self._board.place(row, column)) for row in rows)
            left = x
            for state, fill in FILLS.items():
                width = _WIDTH * states[state] / len(rows)
                if width:
                    yield Box(left, y, width, _HEIGHT, fill)
                    left += width
            done = sum(count for state, count in states.items() if is_done(state))
            yield Words(x + _WIDTH / 2, y + 14, str(done), _SMALL, INK, anchor="middle")

    def _key(self, y: float) -> Iterator[Box | Words]:
        """Draw what each state looks like that occurs, with how many cells are in it: three shapes a line."""
        counts = tally(self._board).states
        shown = [state for state in STATE_WORDS if counts.get(state)]
        for place, state in enumerate(shown):
            top = y + 20 * place
            words = f"{STATE_WORDS[state]}: {counts[state]:,}"
            yield Box(self._left, top, _WIDTH, 16, FILLS[state])
            yield Words(self._left + _WIDTH / 2, top + 12, SHORT_SIGNS[state] or " ", _SMALL, INK, anchor="middle")
            yield Words(self._left + _WIDTH + 10, top + 12, words, _SIZE, INK)
