"""Statements on the clipboard: plain text for everybody, and with their references for cells of the same interview."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, cast

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from framework_qda.matrix.grid import EvidenceRef, Reference
from framework_qda.matrix.synthesis import CellLink
from framework_qda.model import NO_MARKS, Marks
from framework_qda.model.content import read_marks
from framework_qda.ui.widgets.statement_blocks import (
    CHIP_CHARACTER,
    LINE_SEPARATOR,
    block_end,
    blocks_of,
    chips_of,
    kind_of,
    marks_of,
    remove_selection,
)

FORMAT = "application/x-framework-qda-statements"


@dataclass(frozen=True, slots=True)
class CopiedStatement:
    """A statement, or a part of one, that was copied from a cell or from a synthesis."""

    id: str
    kind: str
    text: str
    evidence: tuple[Reference, ...] = ()
    marks: Marks = NO_MARKS


def selected_statements(cursor: QTextCursor, ref_of: Callable[[str], Reference]) -> list[CopiedStatement]:
    """Return what is selected, statement by statement, with the references in the selection."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    found = []
    for block in blocks_of(cursor.document()):
        if block_end(block) < start or block.position() > end:
            continue
        piece = QTextCursor(cursor.document())
        piece.setPosition(max(start, block.position()))
        piece.setPosition(min(end, block_end(block)), QTextCursor.MoveMode.KeepAnchor)
        chips = [chip for chip in chips_of(block) if start <= chip.position < end]
        words = piece.selectedText()
        # References stand behind the words: what is taken away are the last of these characters.
        for _chip in chips:
            before, _, after = words.rpartition(CHIP_CHARACTER)
            words = before + after
        refs = tuple(ref_of(chip.extract_id) for chip in chips)
        found.append(CopiedStatement("", kind_of(block), words.replace(LINE_SEPARATOR, "\n"), refs, marks_of(block)))
    return found


def cut_statements(editor: QTextEdit) -> None:
    """Copy what is selected and take it away, as the keys that delete do."""
    cursor = editor.textCursor()
    if cursor.hasSelection():
        editor.copy()
        remove_selection(cursor)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()


def to_clipboard(statements: Sequence[CopiedStatement], scope: str) -> QMimeData:
    """Return statements as plain text, references as words in round brackets, and as themselves.

    `scope` is what references mean anything in: the id of the interview, or the key of a project's syntheses.
    """
    data = QMimeData()
    data.setText("\n".join(_words(statement) for statement in statements))
    if scope and (len(statements) > 1 or any(statement.evidence for statement in statements)):
        content = json.dumps({"scope": scope, "statements": [asdict(statement) for statement in statements]})
        data.setData(FORMAT, QByteArray(content.encode()))
    return data


def from_clipboard(data: QMimeData, scope: str) -> list[CopiedStatement]:
    """Return the statements on the clipboard; none if there are only plain words.

    From another scope their words and kinds are taken alone: references and tags mean nothing here.
    """
    if not scope or not data.hasFormat(FORMAT):
        return []
    try:
        content = json.loads(bytes(data.data(FORMAT).data()).decode())
        found = [_statement(each) for each in content["statements"]]
        if content["scope"] == scope:
            return found
        return [CopiedStatement("", each.kind, each.text) for each in found if each.text.strip()]
    except (ValueError, KeyError, TypeError):
        # Another program, or another version of this one, put it there: its plain text is taken instead.
        return []


def _words(statement: CopiedStatement) -> str:
    labels = "; ".join(ref.label for ref in statement.evidence)
    return f"{statement.text} ({labels})".strip() if labels else statement.text


def _statement(values: Mapping[str, object]) -> CopiedStatement:
    evidence = values["evidence"]
    if not isinstance(evidence, list):
        raise TypeError
    marks = read_marks(cast("Mapping[str, object]", values["marks"]))
    refs = tuple(_reference(each) for each in evidence)
    return CopiedStatement("", str(values["kind"]), str(values["text"]), refs, marks)


def _reference(values: dict[str, Any]) -> Reference:
    return CellLink(**values) if "target_id" in values else EvidenceRef(**values)
