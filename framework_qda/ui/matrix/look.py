"""The fonts, distances and styles of the grid at one zoom, made once and used for every cell."""

from functools import cached_property

from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QTextCharFormat

from framework_qda.ui.style import SMALL, StateLook, current_tokens, scaled_font, state_look, tag_look
from framework_qda.ui.tokens import Tokens

LINE_SPACING = 1.09
"""Lines stand this many times the font's own height apart: about 1.48 em in Noto Sans."""
CHIP_SIZE = 0.84
PAIR_SIZE = 0.64
"""The size of signs that stand side by side where a row is low."""
SAMPLE = "the ward sister rings the office when a form has not come back by the Friday of that week, "


class GridLook:
    """What the grid needs to know to measure and to paint text in one font."""

    def __init__(self, font: QFont, tokens: Tokens | None = None) -> None:
        self.tokens = tokens or current_tokens()
        self.font = font
        self.em = float(QFontInfo(font).pixelSize())
        self.metrics = QFontMetricsF(font)
        self.line_step = round(self.metrics.height() * LINE_SPACING)
        self.small_font = scaled_font(font, SMALL)
        self.small_step = round(QFontMetricsF(self.small_font).height() * LINE_SPACING)
        self.bold_font = scaled_font(font, is_bold=True)
        self.chip_font = scaled_font(font, CHIP_SIZE)
        self.chip_metrics = QFontMetricsF(self.chip_font)
        self.sign_font = scaled_font(font, SMALL, is_bold=True)
        self.sign_font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -self.em * 0.28)
        self.pair_font = scaled_font(font, PAIR_SIZE, is_bold=True)
        self.letter_width = self.metrics.horizontalAdvance(SAMPLE) / len(SAMPLE)
        self.pad_y = self.length(0.58)
        """The free space above and below the text of a cell."""
        self.pad_right = self.length(0.75)
        """The free space behind the text of a cell."""
        self.edge = self.length(0.24)
        """The width of the coloured edge that shows a cell's state."""
        self.gutter = self.edge + self.length(1.6)
        """The margin before a cell's text: the edge, then the sign of the state."""
        self.gap = self.length(0.32)
        """The space between two statements."""
        self.note_inset = self.length(0.35)
        """The space between an analyst's note and the edge of its tint."""
        self._lit: dict[int, QTextCharFormat] = {}

    def length(self, times: float) -> float:
        """Return a distance in pixels: `times` em, on whole pixels so that edges stay sharp."""
        return float(max(1, round(self.em * times)))

    def text_width(self, column_width: float) -> float:
        """Return how wide a line of text may be in a column."""
        return max(self.em * 3, column_width - self.gutter - self.pad_right)

    def colour(self, role: str) -> QColor:
        """Return a colour of the table by its role."""
        return QColor(getattr(self.tokens, role))

    def state(self, state: str) -> tuple[QColor, StateLook]:
        """Return the colour of a state's edge, and its sign and words."""
        look = state_look(state)
        return self.colour(look.role), look

    def style(self, role: str, font: QFont | None = None, *, is_italic: bool = False) -> QTextCharFormat:
        """Return a style in a colour of the table by its role."""
        style = QTextCharFormat()
        if font is not None:
            style.setFont(font)
        style.setForeground(self.colour(role))
        if is_italic:
            style.setFontItalic(True)
        return style

    @cached_property
    def own_words(self) -> QTextCharFormat:
        """The style of the speaker's own words."""
        return self.style("text", is_italic=True)

    @cached_property
    def note(self) -> QTextCharFormat:
        """The style of an analyst's note."""
        return self.style("note_text")

    @cached_property
    def note_own_words(self) -> QTextCharFormat:
        """The style of quoted words inside an analyst's note."""
        return self.style("note_text", is_italic=True)

    @cached_property
    def note_mark(self) -> QTextCharFormat:
        """The style of the word that opens an analyst's note."""
        return self.style("note_text", scaled_font(self.font, CHIP_SIZE, is_bold=True))

    @cached_property
    def chip(self) -> QTextCharFormat:
        """The style of a reference."""
        return self.style("chip_text", self.chip_font)

    @cached_property
    def chip_star(self) -> QTextCharFormat:
        """The style of the star of a starred passage."""
        return self.style("star", self.chip_font)

    @cached_property
    def chip_lost(self) -> QTextCharFormat:
        """The style of a reference whose passage cannot be found any more."""
        return self.style("warning_text", self.chip_font)

    @cached_property
    def chip_gap(self) -> QTextCharFormat:
        """The space before a chip: a line may break there."""
        style = QTextCharFormat()
        style.setFont(self.chip_font)
        style.setFontWordSpacing(self.em * 0.36)
        return style

    def tag_style(self, place: int) -> QTextCharFormat:
        """Return the style of a tag by its place among those of its sub-topic."""
        style = QTextCharFormat()
        style.setFont(self.chip_font)
        style.setForeground(tag_look(place, self.tokens).ink)
        return style

    def tag_back(self, place: int) -> QColor:
        """Return the ground that a tag stands on."""
        return tag_look(place, self.tokens).back

    def lit(self, style: QTextCharFormat | None) -> QTextCharFormat:
        """Return a style for words that were looked for: they stand on a ground of their own."""
        found = self._lit.get(id(style))
        if found is None:
            made = QTextCharFormat() if style is None else QTextCharFormat(style)
            made.setForeground(self.colour("text"))
            made.setBackground(self.colour("find_back"))
            found = self._lit[id(style)] = made
        return found

    @cached_property
    def dim(self) -> QTextCharFormat:
        """The style of the words that say why a cell is empty."""
        return self.style("text_dim", self.small_font)

    @cached_property
    def bold(self) -> QTextCharFormat:
        """The style of codes and labels."""
        return self.style("text", self.bold_font)

    @cached_property
    def soft(self) -> QTextCharFormat:
        """The style of what stands small below a label."""
        return self.style("text_soft", self.small_font)

    @cached_property
    def number(self) -> QTextCharFormat:
        """The style of a sub-topic's number before its name."""
        return self.style("text_soft", self.bold_font)
