"""How statements look: the style is a view of their kind, never a part of their text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat

from framework_qda.model import StatementKind
from framework_qda.text.holding import spans_of
from framework_qda.text.offsets import Utf16Map
from framework_qda.ui.style import colour, kind_look
from framework_qda.ui.widgets.statement_blocks import kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument

    from framework_qda.ui.widgets.doubts import Doubt
    from framework_qda.ui.widgets.statement_spelling import MarkedWord

_QUOTED = re.compile(r"“[^“”]+”|\"[^\"]+\"|‘[^‘’]+’(?!\w)")


class StatementHighlighter(QSyntaxHighlighter):
    """Show own words in italics and notes in their colour; words in quotation marks are the speaker's own."""

    def __init__(
        self,
        document: QTextDocument,
        doubt_of: Callable[[QTextBlock], Doubt | None],
        unknown_words: Callable[[QTextBlock], Sequence[MarkedWord]],
    ) -> None:
        super().__init__(document)
        self._doubt_of = doubt_of
        self._unknown_words = unknown_words
        self.sought = ""
        """Words that are lit, squeezed (see `text.holding`)."""

    def highlightBlock(self, text: str) -> None:
        """Style one statement, and mark what is doubtful in it and which words are unknown."""
        self._style(text)
        self._light(text)
        block = self.currentBlock()
        doubt = self._doubt_of(block)
        if doubt is not None:
            places = Utf16Map(doubt.text)
            for first, last in doubt.spans:
                start, end = places.to_utf16(first), places.to_utf16(last)
                self._underline(start, end, QTextCharFormat.UnderlineStyle.DashUnderline, colour("star"))
        words, at, red = self._unknown_words(block), block.position(), colour("error")
        for word in words:
            self._underline(word.start - at, word.end - at, QTextCharFormat.UnderlineStyle.WaveUnderline, red)

    def _light(self, text: str) -> None:
        """Let the words that are looked for stand on a ground of their own, in whatever style they are."""
        spans = spans_of(text, self.sought) if self.sought else []
        if not spans:
            return
        places = Utf16Map(text)
        for start, end in spans:
            for unit in range(places.to_utf16(start), places.to_utf16(end)):
                lit = self.format(unit)
                lit.setForeground(colour("text"))
                lit.setBackground(colour("find_back"))
                self.setFormat(unit, 1, lit)

    def _underline(self, start: int, end: int, style: QTextCharFormat.UnderlineStyle, line: QColor) -> None:
        marked = self.format(start)
        marked.setUnderlineStyle(style)
        marked.setUnderlineColor(line)
        self.setFormat(start, end - start, marked)

    def _style(self, text: str) -> None:
        kind = kind_of(self.currentBlock())
        look = kind_look(kind)
        whole = QTextCharFormat()
        whole.setForeground(colour(look.text_role))
        whole.setFontItalic(look.is_italic)
        self.setFormat(0, self.currentBlock().length(), whole)
        if kind == StatementKind.OWN_WORDS:
            return
        quoted = QTextCharFormat(whole)
        quoted.setFontItalic(True)
        places: Utf16Map | None = None
        for found in _QUOTED.finditer(text):
            places = places or Utf16Map(text)
            start, end = places.to_utf16(found.start()), places.to_utf16(found.end())
            self.setFormat(start, end - start, quoted)


def tint_of(kind: str) -> QColor | None:
    """Return the tint behind a statement of a kind, or `None` where it stands on the bare page."""
    look = kind_look(kind)
    return None if look.back_role == "surface" else colour(look.back_role)
