"""The styles, the lines and the pages of sheets in Word."""

from typing import NamedTuple

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.section import Section
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import CharacterStyle

from framework_qda.io import docx_styles as bank
from framework_qda.io.runs import RunKind
from framework_qda.model import CellState

TITLE, SUBTITLE, BODY = "Heading 1", "Subtitle", "Body Text"
HEAD, BAND, TEXT, REMARK = "Table Head", "Table Band", "Table Text", "Table Remark"

RUN_STYLES: dict[RunKind, str] = {
    RunKind.PLAIN: "",
    RunKind.STRONG: "Strong",
    RunKind.OWN_WORDS: "Own Words",
    RunKind.NOTE: "Analyst Note",
    RunKind.REFERENCE: "Reference",
    RunKind.STATE: "Small Words",
}

HEAD_FILL, BAND_FILL, GROUP_FILL, FRONT_FILL = "ECEFF1", "E4EFF2", "CFE3E8", "F6F8F9"
_LINE = 'w:sz="4" w:space="0" w:color="C9CED3"'
_NOTE_INK = RGBColor(0x8A, 0x4B, 0x08)

EDGES: dict[str, str] = {
    CellState.NOT_CHARTED: 'w:val="dotted" w:sz="6" w:space="0" w:color="9AA1A8"',
    CellState.IN_PROGRESS: 'w:val="dashed" w:sz="12" w:space="0" w:color="D9A400"',
    CellState.CHARTED: 'w:val="single" w:sz="18" w:space="0" w:color="2B8A9B"',
    CellState.SENT_BACK: 'w:val="double" w:sz="12" w:space="0" w:color="B4461F"',
    CellState.REVIEWED: 'w:val="thick" w:sz="24" w:space="0" w:color="3D7A3D"',
}
"""The left edge of a cell by its state: each differs in its line. A reason for emptiness is said in words."""

EDGE_WORDS: dict[str, str] = {
    CellState.NOT_CHARTED: "dotted",
    CellState.IN_PROGRESS: "dashed",
    CellState.CHARTED: "solid",
    CellState.SENT_BACK: "double",
    CellState.REVIEWED: "thick",
}


class Page(NamedTuple):
    """A page in twentieths of a point: its size and its margins."""

    width: int
    height: int
    side: int
    top: int

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.side


PAGES = {False: Page(11906, 16838, 1250, 1250), True: Page(16838, 11906, 850, 900)}
"""A4 upright, and on its side."""


def set_up_styles(document: Document) -> None:
    """Give a new document the styles of sheets."""
    for name in (TITLE, SUBTITLE, BODY, HEAD, BAND, TEXT, REMARK, "Normal"):
        bank.paragraph_style(document, name)
    bank.set_style(bank.paragraph_style(document, "Normal"), size=10)
    bank.set_style(bank.paragraph_style(document, TITLE), size=17, colour=bank.ACCENT, is_bold=True, after=2)
    bank.set_style(bank.paragraph_style(document, SUBTITLE), size=10, colour=bank.QUIET, after=8)
    bank.set_style(bank.paragraph_style(document, BODY), size=10.5, after=6, line=1.15)
    bank.set_style(bank.paragraph_style(document, HEAD), size=9, is_bold=True, before=2, after=2, is_with_next=True)
    bank.set_style(bank.paragraph_style(document, BAND), size=9.5, before=2, after=2, is_with_next=True)
    bank.set_style(bank.paragraph_style(document, TEXT), size=9, before=1, after=2)
    bank.set_style(bank.paragraph_style(document, REMARK), size=8.5, colour=bank.QUIET, before=6)
    for kind, size, colour in (
        (RunKind.STRONG, None, None),
        (RunKind.OWN_WORDS, None, None),
        (RunKind.NOTE, None, _NOTE_INK),
        (RunKind.REFERENCE, 7.5, bank.QUIET),
        (RunKind.STATE, 8, bank.QUIET),
    ):
        style = _character_style(document, RUN_STYLES[kind])
        style.font.bold = True if kind is RunKind.STRONG else None
        style.font.italic = True if kind is RunKind.OWN_WORDS else None
        if size:
            style.font.size = Pt(size)
        if colour is not None:
            style.font.color.rgb = colour


def _character_style(document: Document, name: str) -> CharacterStyle:
    found = next((style for style in document.styles if style.name == name), None)
    style = found or document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(style, CharacterStyle)
    return style


def set_page(section: Section, page: Page) -> None:
    """Give a section its pages."""
    section.orientation = WD_ORIENT.LANDSCAPE if page.width > page.height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(page.width), Twips(page.height)
    section.left_margin = section.right_margin = Twips(page.side)
    section.top_margin = section.bottom_margin = Twips(page.top)
    section.header_distance = section.footer_distance = Twips(500)


def table_properties(width: int) -> str:
    """Return the properties of a table that is so wide, as XML."""
    lines = "".join(f'<w:{side} w:val="single" {_LINE}/>' for side in ("top", "bottom", "insideH", "insideV"))
    margins = "".join(f'<w:{side} w:w="80" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    )
