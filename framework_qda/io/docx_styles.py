"""The styles of the quote bank: a person changes them in Word and the whole document follows."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

QUOTATION, FRAGMENT, ATTRIBUTION, REFERENCE, COUNT, POINTER = (
    "Quotation",
    "Quotation Fragment",
    "Attribution",
    "Quotation Reference",
    "Quotation Count",
    "Quotation Pointer",
)
TITLE, SUBTITLE, CONTENTS = "Title", "Subtitle", "Contents Heading"
HEADINGS = ("Heading 1", "Heading 2")
CONTENTS_LEVELS = ("toc 1", "toc 2")

_FACE = "Calibri"
INK, QUIET, ACCENT = RGBColor(0x1F, 0x25, 0x29), RGBColor(0x5B, 0x67, 0x70), RGBColor(0x0B, 0x72, 0x85)
_TEXT_WIDTH = Cm(15.8)


def set_up_styles(document: Document) -> None:
    """Give a new document the styles of the quote bank, and its page."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.6)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    set_style(paragraph_style(document, "Normal"), size=11, after=6, line=1.15)
    set_style(paragraph_style(document, TITLE), size=24, colour=INK, is_bold=True, after=2)
    set_style(paragraph_style(document, SUBTITLE), size=11, colour=QUIET, after=18)
    set_style(paragraph_style(document, HEADINGS[0]), size=17, colour=ACCENT, is_bold=True, before=26, after=4)
    set_style(paragraph_style(document, HEADINGS[1]), size=13, colour=INK, is_bold=True, before=18, after=3)
    set_style(paragraph_style(document, CONTENTS), size=13, colour=ACCENT, is_bold=True, before=6, after=6)
    set_style(paragraph_style(document, COUNT), size=9.5, colour=QUIET, after=8)
    attribution = paragraph_style(document, ATTRIBUTION)
    set_style(attribution, size=10, colour=QUIET, after=10, left=0.8)
    # What is run into text is not set off from it: roman, where a block quotation is italic.
    for name in (QUOTATION, FRAGMENT):
        quotation = paragraph_style(document, name)
        set_style(
            quotation, size=11, is_italic=name == QUOTATION, before=8, after=1, line=1.2, left=0.8, is_with_next=True
        )
        quotation.paragraph_format.right_indent = Cm(0.8)
        quotation.paragraph_format.keep_together = True
        quotation.next_paragraph_style = attribution
    set_style(paragraph_style(document, POINTER), size=10, colour=QUIET, before=4, after=4, left=0.8)
    _contents_levels(document)
    reference = document.styles.add_style(REFERENCE, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(reference, CharacterStyle)
    reference.font.size, reference.font.color.rgb = Pt(9), QUIET


def _contents_levels(document: Document) -> None:
    for level, name in enumerate(CONTENTS_LEVELS):
        style = paragraph_style(document, name)
        set_style(style, size=11 - level, after=2, before=5 - 5 * level, left=0.6 * level, is_bold=not level)
        style.paragraph_format.tab_stops.add_tab_stop(_TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def paragraph_style(document: Document, name: str) -> ParagraphStyle:
    """Return the style of this name, made where there is none."""
    found = next((style for style in document.styles if style.name == name), None)
    style = found or document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in CONTENTS_LEVELS)
    assert isinstance(style, ParagraphStyle)
    return style


def set_style(
    style: ParagraphStyle,
    *,
    size: float,
    colour: RGBColor = INK,
    is_bold: bool = False,
    is_italic: bool = False,
    before: float = 0,
    after: float = 0,
    line: float | None = None,
    left: float = 0,
    is_with_next: bool | None = None,
) -> None:
    """Set what a style says; sizes and spaces in points, the indent in centimetres."""
    style.font.name, style.font.size, style.font.color.rgb = _FACE, Pt(size), colour
    style.font.bold, style.font.italic = is_bold, is_italic
    _use_one_face(style)
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.left_indent = Pt(before), Pt(after), Cm(left)
    if line is not None:
        shape.line_spacing = line
    if is_with_next is not None:
        shape.keep_with_next = is_with_next
    style.quick_style = True
    _drop_rule(style)


def _use_one_face(style: ParagraphStyle) -> None:
    """Name the face for every script: the theme's would win over it otherwise."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), _FACE)


def _drop_rule(style: ParagraphStyle) -> None:
    """Take away the line that the stock title has under it."""
    properties = style.element.get_or_add_pPr()
    for rule in properties.findall(qn("w:pBdr")):
        properties.remove(rule)
