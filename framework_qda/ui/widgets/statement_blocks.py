"""Statements as the paragraphs of a text document: reading, writing, splitting and joining them.

A paragraph carries its statement's id and kind in its block format, so that the document's own undo brings
them back. A reference is one character, U+FFFC, whose format names the extract: references stand behind the
words of their statement. Positions in a Qt document count UTF-16 units.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import NamedTuple
from uuid import uuid4

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from framework_qda.model import NO_MARKS, Marks, Statement, StatementKind
from framework_qda.model.content import read_marks

CHIP_OBJECT = int(QTextFormat.ObjectTypes.UserObject.value) + 1
CHIP_CHARACTER = "\ufffc"
LINE_SEPARATOR = "\u2028"
KIND_ORDER = (StatementKind.SUMMARY, StatementKind.OWN_WORDS, StatementKind.NOTE)

_ID = int(QTextFormat.Property.UserProperty.value) + 1
_KIND = _ID + 1
_EXTRACT = _ID + 2
_MARKS = _ID + 3
_LINE_HEIGHT = 118.0
# What Qt takes for the end of a paragraph or of a frame would tear a statement apart.
_INSIDE_A_BLOCK = {ord(sign): LINE_SEPARATOR for sign in "\n\r\u2029"} | {0xFDD0: "\ufffd", 0xFDD1: "\ufffd"}
_ENDS_OF_SENTENCES = ".!?…;:,)]”’\"'"


class Chip(NamedTuple):
    """A reference in the document: its place and the extract that it names."""

    position: int
    extract_id: str


def new_statement_id() -> str:
    """Return a fresh id for a statement."""
    return str(uuid4())


def statement_format(statement_id: str, kind: str, gap: float, marks: Marks = NO_MARKS) -> QTextBlockFormat:
    """Return the paragraph format of a statement; `gap` pixels part it from the next one."""
    made = QTextBlockFormat()
    _keep_marks(made, marks)
    made.setProperty(_ID, statement_id)
    made.setProperty(_KIND, str(kind))
    made.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setTopMargin(gap / 2)
    made.setBottomMargin(gap / 2)
    return made


def chip_format(extract_id: str) -> QTextCharFormat:
    """Return the format that makes a character the reference to an extract."""
    made = QTextCharFormat()
    made.setObjectType(CHIP_OBJECT)
    made.setProperty(_EXTRACT, extract_id)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return made


def is_chip(char_format: QTextFormat) -> bool:
    """Say whether a character with this format is a reference."""
    return char_format.objectType() == CHIP_OBJECT


def extract_id_of(char_format: QTextFormat) -> str:
    """Return the extract that a reference names."""
    return str(char_format.property(_EXTRACT) or "")


def statement_id_of(block: QTextBlock) -> str:
    """Return the id of a paragraph's statement."""
    return str(block.blockFormat().property(_ID) or "")


def kind_of(block: QTextBlock) -> str:
    """Return the kind of a paragraph's statement."""
    return str(block.blockFormat().property(_KIND) or StatementKind.SUMMARY)


def marks_of(block: QTextBlock) -> Marks:
    """Return what is noted of a paragraph's statement beside its words."""
    text = block.blockFormat().property(_MARKS)
    return read_marks(json.loads(str(text))) if text else NO_MARKS


def set_marks(cursor: QTextCursor, block: QTextBlock, marks: Marks) -> None:
    """Change what is noted of a statement beside its words."""
    changed = QTextBlockFormat(block.blockFormat())
    _keep_marks(changed, marks)
    cursor.setPosition(block.position())
    cursor.setBlockFormat(changed)


def _keep_marks(block_format: QTextBlockFormat, marks: Marks) -> None:
    if marks == NO_MARKS:
        block_format.clearProperty(_MARKS)
    else:
        block_format.setProperty(_MARKS, json.dumps(asdict(marks)))


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the paragraphs of a document."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def find_block(document: QTextDocument, statement_id: str) -> QTextBlock | None:
    """Return the paragraph of a statement, or `None`."""
    return next((block for block in blocks_of(document) if statement_id_of(block) == statement_id), None)


def chips_of(block: QTextBlock) -> list[Chip]:
    """Return the references of a paragraph in their order."""
    return [
        Chip(start + step, extract_id_of(char_format))
        for start, length, char_format, _ in _fragments(block)
        if is_chip(char_format)
        for step in range(length)
    ]


def text_of(block: QTextBlock) -> str:
    """Return the words of a paragraph without its references; a line separator becomes a line feed."""
    if CHIP_CHARACTER not in block.text():
        return block.text().replace(LINE_SEPARATOR, "\n")
    words = "".join(text for _, _, char_format, text in _fragments(block) if not is_chip(char_format))
    return words.replace(LINE_SEPARATOR, "\n")


def text_end(block: QTextBlock) -> int:
    """Return the position behind the last word of a paragraph, which is before its references."""
    if CHIP_CHARACTER not in block.text():
        return block.position() + block.length() - 1
    ends = [start + length for start, length, char_format, _ in _fragments(block) if not is_chip(char_format)]
    return max(ends, default=block.position())


def block_end(block: QTextBlock) -> int:
    """Return the position behind everything in a paragraph."""
    return block.position() + block.length() - 1


def chip_at(document: QTextDocument, position: int) -> Chip | None:
    """Return the reference that stands at a position, or `None`."""
    block = document.findBlock(position)
    if not block.isValid() or CHIP_CHARACTER not in block.text():
        return None
    return next((chip for chip in chips_of(block) if chip.position == position), None)


def is_blank(block: QTextBlock) -> bool:
    """Say whether a paragraph has neither words nor references."""
    return not text_of(block).strip() and not chips_of(block)


def read_statement(block: QTextBlock) -> Statement:
    """Return the statement that stands in a paragraph; an extract is named once."""
    evidence = tuple(dict.fromkeys(chip.extract_id for chip in chips_of(block)))
    return Statement(statement_id_of(block), kind_of(block), text_of(block), evidence, marks_of(block))


def read_statements(document: QTextDocument, keep: str = "") -> tuple[Statement, ...]:
    """Return the statements of a document without the blank ones; the one with the id `keep` stays."""
    return tuple(
        read_statement(block)
        for block in blocks_of(document)
        if not is_blank(block) or (keep and statement_id_of(block) == keep)
    )


def write_statements(document: QTextDocument, statements: Sequence[Statement], gap: float) -> None:
    """Replace everything in a document; nothing of it can be undone. An empty cell gets one empty summary."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    wanted = statements or (Statement(new_statement_id(), StatementKind.SUMMARY, ""),)
    for place, statement in enumerate(wanted):
        block_format = statement_format(statement.id, statement.kind, gap, statement.marks)
        if place:
            cursor.insertBlock(block_format, QTextCharFormat())
        else:
            cursor.setBlockFormat(block_format)
        insert_words(cursor, statement.text)
        _insert_chips(cursor, statement.evidence)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)


def insert_words(cursor: QTextCursor, words: str) -> None:
    """Insert words into one paragraph, without any style."""
    if words:
        cursor.insertText(words.translate(_INSIDE_A_BLOCK), QTextCharFormat())


def add_chip(cursor: QTextCursor, block: QTextBlock, extract_id: str) -> bool:
    """Put a reference behind a statement; return whether it was not there yet."""
    if any(chip.extract_id == extract_id for chip in chips_of(block)):
        return False
    cursor.setPosition(block_end(block))
    _insert_chips(cursor, (extract_id,))
    return True


def set_kind(cursor: QTextCursor, block: QTextBlock, kind: str) -> None:
    """Change the kind of a statement."""
    changed = QTextBlockFormat(block.blockFormat())
    changed.setProperty(_KIND, str(kind))
    cursor.setPosition(block.position())
    cursor.setBlockFormat(changed)


def split_statement(cursor: QTextCursor) -> None:
    """Start the next statement at the cursor; the references stay with the first part.

    A new one is a summary, whatever stands before it; one that is parted stays of its kind in both parts. An empty
    note or empty own words turn back to a summary, as leaving a list does.
    """
    cursor.beginEditBlock()
    if cursor.hasSelection():
        remove_selection(cursor)
    block = cursor.block()
    end = text_end(block)
    place = min(cursor.position(), end)
    if is_blank(block):
        set_kind(cursor, block, StatementKind.SUMMARY)
    elif place == block.position() and end > place:
        _insert_before(cursor, block)
    else:
        _part(cursor, block, place, end)
    cursor.endEditBlock()


def join_statements(cursor: QTextCursor, block: QTextBlock) -> bool:
    """Join a statement to the one before it and unite their references; return `False` for the first one."""
    previous = block.previous()
    if not previous.isValid():
        return False
    cursor.beginEditBlock()
    survivor = block if is_blank(previous) else previous
    kept_format = QTextBlockFormat(survivor.blockFormat())
    _keep_marks(kept_format, marks_of(previous).united(marks_of(block)))
    words, evidence = text_of(block), [chip.extract_id for chip in chips_of(block)]
    glue = " " if _wants_space(text_of(previous), words) else ""
    cursor.setPosition(block_end(previous))
    cursor.setPosition(block_end(block), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    joined = cursor.block()
    cursor.setBlockFormat(kept_format)
    known = {chip.extract_id for chip in chips_of(joined)}
    _insert_chips(cursor, [extract_id for extract_id in evidence if extract_id not in known])
    cursor.setPosition(text_end(joined))
    insert_words(cursor, glue)
    place = cursor.position()
    insert_words(cursor, words)
    cursor.setPosition(place)
    cursor.endEditBlock()
    return True


def remove_selection(cursor: QTextCursor) -> None:
    """Remove what is selected; what is left of two statements becomes one, with its references at the end.

    It is the first of them, unless nothing is left of that one.
    """
    cursor.beginEditBlock()
    kept_format = _format_of_rest(cursor)
    cursor.removeSelectedText()
    cursor.setBlockFormat(kept_format)
    mend_block(cursor)
    cursor.endEditBlock()


def _format_of_rest(cursor: QTextCursor) -> QTextBlockFormat:
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    first, last = cursor.document().findBlock(start), cursor.document().findBlock(end)
    if first == last or end >= block_end(last):
        return QTextBlockFormat(first.blockFormat())
    if start == first.position():
        return QTextBlockFormat(last.blockFormat())
    kept_format = QTextBlockFormat(first.blockFormat())
    _keep_marks(kept_format, marks_of(first).united(marks_of(last)))
    return kept_format


def mend_block(cursor: QTextCursor) -> None:
    """Put the references of the cursor's paragraph behind its words, each once; the cursor keeps its word."""
    block = cursor.block()
    chips = chips_of(block)
    wanted = list(dict.fromkeys(chip.extract_id for chip in chips))
    if not chips or (chips[0].position >= text_end(block) and len(wanted) == len(chips)):
        return
    words = sum(1 for chip in chips if chip.position < cursor.position())
    place = cursor.position() - words
    cursor.beginEditBlock()
    for chip in reversed(chips):
        cursor.setPosition(chip.position)
        cursor.deleteChar()
    cursor.setPosition(block_end(cursor.block()))
    _insert_chips(cursor, wanted)
    cursor.setPosition(min(place, text_end(cursor.block())))
    cursor.endEditBlock()


def mend_document(document: QTextDocument) -> None:
    """Mend what a drop or an input method may have left: words behind references, two statements of one id."""
    known: set[str] = set()
    for block in blocks_of(document):
        statement_id = statement_id_of(block)
        if not statement_id or statement_id in known:
            cursor = QTextCursor(block)
            cursor.joinPreviousEditBlock()
            cursor.setBlockFormat(statement_format(new_statement_id(), kind_of(block), _gap_of(block)))
            cursor.endEditBlock()
        known.add(statement_id)
        if CHIP_CHARACTER in block.text():
            mend_block(QTextCursor(block))


def set_gaps(document: QTextDocument, gap: float) -> None:
    """Set the gaps between statements, in pixels, without a trace in the undo."""
    if all(abs(_gap_of(block) - gap) < 1 for block in blocks_of(document)):
        return
    document.setUndoRedoEnabled(False)
    for block in blocks_of(document):
        changed = QTextBlockFormat(block.blockFormat())
        changed.setTopMargin(gap / 2)
        changed.setBottomMargin(gap / 2)
        QTextCursor(block).setBlockFormat(changed)
    document.setUndoRedoEnabled(True)


def insert_lines(cursor: QTextCursor, text: str) -> None:
    """Insert plain text at the cursor; every line that is not blank makes a statement of its own."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        lines = [text.strip("\n\r")] if text.strip("\n\r") else []
    kind = kind_of(cursor.block())
    insert_statements(cursor, [Statement("", kind, line) for line in lines])


def insert_statements(cursor: QTextCursor, statements: Sequence[Statement]) -> None:
    """Insert statements at the cursor, under new ids; the first joins what stands before, the last what follows."""
    cursor.beginEditBlock()
    if statements and cursor.hasSelection():
        remove_selection(cursor)
    cursor.setPosition(min(cursor.position(), text_end(cursor.block())))
    for place, statement in enumerate(statements):
        if place:
            split_statement(cursor)
        if is_blank(cursor.block()):
            set_kind(cursor, cursor.block(), statement.kind)
            set_marks(cursor, cursor.block(), marks_of(cursor.block()).united(statement.marks))
        insert_words(cursor, statement.text)
        end = cursor.position()
        for extract_id in statement.evidence:
            add_chip(cursor, cursor.block(), extract_id)
        cursor.setPosition(end)
    cursor.endEditBlock()


def move_statement(cursor: QTextCursor, step: int) -> None:
    """Let the cursor's statement change places with the one above (-1) or below (1) it, if there is one."""
    block = cursor.block()
    other = block.previous() if step < 0 else block.next()
    if not other.isValid():
        return
    offset = cursor.position() - block.position()
    upper, lower = (other, block) if step < 0 else (block, other)
    numbers = (upper.blockNumber(), lower.blockNumber())
    formats = (QTextBlockFormat(lower.blockFormat()), QTextBlockFormat(upper.blockFormat()))
    statements = (read_statement(lower), read_statement(upper))
    document = cursor.document()
    cursor.beginEditBlock()
    for number, block_format, statement in zip(numbers, formats, statements, strict=True):
        place = document.findBlockByNumber(number)
        cursor.setPosition(place.position())
        cursor.setPosition(block_end(place), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(block_format)
        insert_words(cursor, statement.text)
        _insert_chips(cursor, statement.evidence)
    cursor.endEditBlock()
    cursor.setPosition(document.findBlockByNumber(numbers[0] if step < 0 else numbers[1]).position() + offset)


def _fragments(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat, str]]:
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        yield fragment.position(), fragment.length(), fragment.charFormat(), fragment.text()
        iterator += 1


def _insert_chips(cursor: QTextCursor, extract_ids: Sequence[str]) -> None:
    for extract_id in extract_ids:
        cursor.insertText(CHIP_CHARACTER, chip_format(extract_id))


def _gap_of(block: QTextBlock) -> float:
    block_format = block.blockFormat()
    return block_format.topMargin() + block_format.bottomMargin()


def _insert_before(cursor: QTextCursor, block: QTextBlock) -> None:
    own_format = QTextBlockFormat(block.blockFormat())
    empty_format = statement_format(new_statement_id(), StatementKind.SUMMARY, _gap_of(block))
    cursor.setPosition(block.position())
    cursor.insertBlock(own_format, QTextCharFormat())
    place = cursor.position()
    cursor.setPosition(place - 1)
    cursor.setBlockFormat(empty_format)
    cursor.setPosition(place)


def _part(cursor: QTextCursor, block: QTextBlock, place: int, end: int) -> None:
    # The blank stays behind: no statement begins with one, and joining the two gives what stood there.
    while place < end and str(cursor.document().characterAt(place)) == " ":
        place += 1
    cursor.setPosition(place)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    rest = cursor.selectedText()
    cursor.removeSelectedText()
    kind = kind_of(block) if rest.strip() else StatementKind.SUMMARY
    cursor.setPosition(block_end(cursor.block()))
    cursor.insertBlock(statement_format(new_statement_id(), kind, _gap_of(block)), QTextCharFormat())
    place = cursor.position()
    insert_words(cursor, rest)
    cursor.setPosition(place)


def _wants_space(before: str, after: str) -> bool:
    return bool(before) and before[-1] in _ENDS_OF_SENTENCES and bool(after) and not after[0].isspace()
