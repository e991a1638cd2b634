"""The look of an exported matrix: faces, colours, edges. Arial, since every office program has its measures."""

from collections.abc import Hashable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import XML_NS
from openpyxl.xml.functions import Element, SubElement

from framework_qda.io.runs import Run, RunKind
from framework_qda.model import CellState

FACE = "Arial"
INK, QUIET, FAINT, ACCENT, NOTE_INK = "1F2529", "5B6770", "8A9299", "0B7285", "8A4B08"
BAND_FILL, FRONT_FILL, HEAD_FILL = "E4EFF2", "F6F8F9", "ECEFF1"
LINE, BAND_LINE, HEAD_LINE = Side("thin", "DDE1E4"), Side("thin", "7B929B"), Side("medium", "7B929B")
SIZE = 10
LINE_HEIGHT = 12.75
"""Points that a line of the text takes in a row."""

HIGHEST_ROW = 409
"""Points that Excel allows a row."""

LETTERS_PER_WIDTH = 1.12
"""Letters of the text on one unit of a column's width, on average, before lines are broken."""

EDGES: dict[str, Side] = {
    CellState.NOT_CHARTED: Side("dotted", "C9CED3"),
    CellState.IN_PROGRESS: Side("mediumDashed", "D9A400"),
    CellState.CHARTED: Side("medium", "2B8A9B"),
    CellState.SENT_BACK: Side("double", "B4461F"),
    CellState.REVIEWED: Side("thick", "3D7A3D"),
    CellState.NOT_ASKED: Side("thin", "9AA1A8"),
    CellState.NOTHING_SAID: Side("thin", "9AA1A8"),
    CellState.NOT_APPLICABLE: Side("thin", "9AA1A8"),
    CellState.UNCLEAR: Side("thin", "9AA1A8"),
}
"""The left edge of a cell by its state: each differs in its line, not in its colour alone."""


def _inline(*, size: float = SIZE, colour: str = INK, is_italic: bool = False, is_bold: bool = False) -> InlineFont:
    # Without its face a run comes out in another one than the cell.
    return InlineFont(rFont=FACE, sz=size, color=Color(rgb=f"FF{colour}"), i=is_italic or None, b=is_bold or None)


_INLINE: dict[RunKind, InlineFont | None] = {
    RunKind.PLAIN: None,
    RunKind.STRONG: _inline(is_bold=True),
    RunKind.OWN_WORDS: _inline(is_italic=True),
    RunKind.NOTE: _inline(size=9, colour=NOTE_INK),
    RunKind.REFERENCE: _inline(size=8, colour=QUIET),
    RunKind.STATE: _inline(size=9, colour=FAINT),
}

CELL_FONTS: dict[RunKind, Font] = {
    RunKind.PLAIN: Font(name=FACE, size=SIZE, color=INK),
    RunKind.STRONG: Font(name=FACE, size=SIZE, color=INK, bold=True),
    RunKind.OWN_WORDS: Font(name=FACE, size=SIZE, color=INK, italic=True),
    RunKind.NOTE: Font(name=FACE, size=9, color=NOTE_INK),
    RunKind.REFERENCE: Font(name=FACE, size=8, color=QUIET),
    RunKind.STATE: Font(name=FACE, size=9, color=FAINT),
}
"""The font of a cell all of whose text is in one style."""


TITLE_FONT = Font(name=FACE, size=15, bold=True, color=ACCENT)
QUIET_FONT = Font(name=FACE, size=9, color=QUIET)
HEAD_FONT = Font(name=FACE, size=SIZE, bold=True, color=INK)

_PREFIXES = tuple("=+-@\t\r＝＋－＠")


def needs_prefix(text: str) -> bool:
    """Say whether Excel might take a text for a formula when somebody edits it."""
    return text.startswith(_PREFIXES)


def only_kind(runs: Sequence[Run]) -> RunKind:
    """Return the one style that all runs are in, or plain if they are in several."""
    kinds = {run.kind for run in runs}
    return kinds.pop() if len(kinds) == 1 else RunKind.PLAIN


def value_of(runs: Sequence[Run]) -> str | CellRichText:
    """Return what a cell holds: a plain text where all runs are in one style, else a rich one."""
    if len({run.kind for run in runs}) < 2:
        return "".join(run.text for run in runs)
    pieces: list[str | TextBlock] = []
    for kind, group in groupby(runs, key=_kind):
        text = "".join(run.text for run in group)
        font = _INLINE[kind]
        pieces.append(text if font is None else _StyledText(font, kind, text))
    return CellRichText(pieces)


class _StyledText(TextBlock):
    """A run whose font is made to XML once and copied: openpyxl takes longer for it than for the rest of the cell."""

    def __init__(self, font: InlineFont, kind: RunKind, text: str) -> None:
        super().__init__(font, text)
        self._kind = kind

    def to_tree(self) -> Element:
        """Return the run as XML, as openpyxl's own method does."""
        run = Element("r")
        run.append(copy(_font_tree(self._kind)))
        text = SubElement(run, "t")
        text.text = self.text
        text.set(f"{{{XML_NS}}}space", "preserve")
        return run


@cache
def _font_tree(kind: RunKind) -> Element:
    font = _INLINE[kind] or InlineFont()
    return font.to_tree(tagname="rPr")


def _kind(run: Run) -> RunKind:
    return run.kind


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks; equal styles are stored once."""

    font: Font
    fill: str = ""
    left: Side | None = None
    top: Side | None = None
    bottom: Side | None = None
    is_wrapped: bool = True
    indent: int = 0


class Styler:
    """Make the cells of one sheet, each style being built once and shared after that."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._models: dict[tuple[Hashable, bool], Cell] = {}

    def cell(self, value: str | CellRichText, key: Hashable, style: Style, *, is_prefixed: bool = False) -> Cell:
        """Return a cell of text in a style; `key` stands for the style, `is_prefixed` keeps `=1+1` a text."""
        cell = WriteOnlyCell(self._sheet)
        cell.value = value
        cell.data_type = "s"
        model = self._models.get((key, is_prefixed)) or self._make_model(key, style, is_prefixed=is_prefixed)
        # openpyxl offers no other way to share a style than its own copy() of this field, and setting four
        # properties a cell takes longer than writing it.
        cell._style = model._style  # type: ignore[attr-defined]
        return cell

    def _make_model(self, key: Hashable, style: Style, *, is_prefixed: bool) -> Cell:
        model = WriteOnlyCell(self._sheet)
        model.font = style.font
        if style.fill:
            model.fill = PatternFill("solid", fgColor=style.fill)
        model.border = Border(left=style.left, top=style.top, bottom=style.bottom)
        model.alignment = Alignment(wrap_text=style.is_wrapped, vertical="top", horizontal="left", indent=style.indent)
        model.quotePrefix = is_prefixed
        self._models[key, is_prefixed] = model
        return model
