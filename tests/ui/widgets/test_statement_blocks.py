"""Statements as paragraphs of a document, without an editor that would mend what is wrong."""

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from framework_qda.model import Statement
from framework_qda.ui.widgets import statement_blocks as blocks

FIRST = Statement("a", "summary", "One.", ("e1", "e2"))
SECOND = Statement("b", "own_words", "Two", ("e2", "e3"))


@pytest.fixture
def document(qapp):
    made = QTextDocument()
    blocks.write_statements(made, (FIRST, SECOND), 8)
    return made


def test_joining_unites_references_and_names_none_twice(document):
    cursor = QTextCursor(document)
    assert blocks.join_statements(cursor, document.lastBlock())
    assert [chip.extract_id for chip in blocks.chips_of(document.begin())] == ["e1", "e2", "e3"]
    assert blocks.text_of(document.begin()) == "One. Two"


def test_the_first_statement_joins_nothing(document):
    assert not blocks.join_statements(QTextCursor(document), document.begin())


def test_words_behind_references_are_mended(document):
    cursor = QTextCursor(document)
    cursor.setPosition(blocks.block_end(document.begin()))
    blocks.insert_words(cursor, " More")
    blocks.mend_document(document)
    assert blocks.text_of(document.begin()) == "One. More"
    assert min(chip.position for chip in blocks.chips_of(document.begin())) == blocks.text_end(document.begin())


def test_two_statements_of_one_id_are_told_apart(document):
    cursor = QTextCursor(document)
    cursor.setPosition(1)
    cursor.insertBlock()
    blocks.mend_document(document)
    ids = [blocks.statement_id_of(block) for block in blocks.blocks_of(document)]
    assert len(set(ids)) == len(ids)


def test_a_reference_is_put_in_once(document):
    cursor = QTextCursor(document)
    assert not blocks.add_chip(cursor, document.begin(), "e1")
    assert blocks.add_chip(cursor, document.begin(), "e9")


def test_other_gaps_leave_no_trace_in_the_undo(document):
    blocks.set_gaps(document, 20)
    assert not document.isUndoAvailable()
    assert blocks.read_statements(document) == (FIRST, SECOND)


def test_what_qt_takes_for_the_end_of_a_paragraph_tears_no_statement_apart(qapp):
    made = QTextDocument()
    blocks.write_statements(made, (Statement("a", "note", "One\ntwo\u2029three"),), 8)
    assert made.blockCount() == 1
