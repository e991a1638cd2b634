"""Notes as lines of a text document, and passages as stretches of those lines.

A line shows its speaker before its words; places of passages count code points of the words alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from framework_qda.text.anchors import make_anchor
from framework_qda.text.offsets import Utf16Map, to_utf16
from framework_qda.text.word_edges import whole_words
from framework_qda.ui.style import colour

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QTextEdit

    from framework_qda.model import Anchor

# What Qt takes for the end of a paragraph must not tear a line apart; lengths stay as they are.
_INSIDE_A_LINE = {ord(sign): "\u2028" for sign in "\n\r\u2029"} | {0xFDD0: "\ufffd", 0xFDD1: "\ufffd"}
_LINE_HEIGHT = 112.0
_SPEAKER_GAP = "\u2002"


@dataclass(frozen=True, slots=True)
class NotesLine:
    """A paragraph of the notes as it is shown. `start_ms` is its place in the recording, if known."""

    paragraph_id: str
    number: int
    text: str
    speaker: str = ""
    start_ms: int | None = None

    @property
    def prefix(self) -> str:
        """What stands before the words."""
        return f"{self.speaker}{_SPEAKER_GAP}" if self.speaker else ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a line that belongs to an extract, in code points of its words."""

    extract_id: str
    line: int
    start: int
    end: int
    is_here: bool = True
    """Whether the cell that is shown rests on it."""
    is_starred: bool = False
    uses: int = 0
    """How many statements rest on the extract."""
    is_last: bool = True
    """Whether the extract ends here: it may go over several lines."""


def write_lines(document: QTextDocument, lines: Sequence[NotesLine], gap: float) -> None:
    """Show lines in a document, `gap` pixels apart."""
    document.setUndoRedoEnabled(False)
    document.setPlainText("\n".join((line.prefix + line.text).translate(_INSIDE_A_LINE) for line in lines))
    block_format = QTextBlockFormat()
    block_format.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block_format.setTopMargin(gap / 2)
    block_format.setBottomMargin(gap / 2)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(block_format)
    speaker = speaker_format()
    block = document.begin()
    for line in lines:
        if line.speaker:
            cursor.setPosition(block.position())
            cursor.setPosition(block.position() + prefix_length(line) - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(speaker)
        block = block.next()
    cursor.endEditBlock()


def speaker_format() -> QTextCharFormat:
    """Return how the speaker of a line is written."""
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.DemiBold)
    made.setProperty(QTextFormat.Property.FontSizeAdjustment.value, -1)
    made.setForeground(colour("text_soft"))
    return made


def prefix_length(line: NotesLine) -> int:
    """Return how many UTF-16 units stand before the words of a line."""
    return to_utf16(line.prefix, len(line.prefix))


def document_place(block: QTextBlock, line: NotesLine, place: int) -> int:
    """Return the position in the document of a place in a line's words."""
    return block.position() + prefix_length(line) + to_utf16(line.text, place)


def is_place_chosen(view: QTextEdit) -> bool:
    """Say whether the caret was put somewhere in notes: it stands at the very beginning until then."""
    cursor = view.textCursor()
    return view.hasFocus() or cursor.hasSelection() or not cursor.atStart()


def selected_stretches(cursor: QTextCursor, lines: Sequence[NotesLine]) -> Iterator[tuple[NotesLine, int, int]]:
    """Yield line, start and end of the words that a cursor selects, each whole; nothing selected: its whole line."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    for number in range(first, min(last + 1, len(lines))):
        line, block = lines[number], document.findBlockByNumber(number)
        start, end = 0, len(line.text)
        if cursor.hasSelection():
            words = Utf16Map(line.text)
            offset = block.position() + prefix_length(line)
            start = words.to_code_points(cursor.selectionStart() - offset)
            end = words.to_code_points(cursor.selectionEnd() - offset)
        start, end = whole_words(line.text, start, end)
        if start < end:
            yield line, start, end


def anchors_of(cursor: QTextCursor, lines: Sequence[NotesLine]) -> list[Anchor]:
    """Return anchors for what a cursor selects, one a paragraph; with nothing selected, for its paragraph."""
    return [
        make_anchor(line.paragraph_id, line.text, start, end) for line, start, end in selected_stretches(cursor, lines)
    ]
