import pytest
from PySide6.QtGui import QTextDocument

from framework_qda.matrix.grid import EvidenceRef
from framework_qda.model import Marks, Statement, StatementKind
from framework_qda.ui.widgets.statement_blocks import chips_of, write_statements
from framework_qda.ui.widgets.statement_speech import speak_reference, speak_statement

REFS = {
    "e1": EvidenceRef("e1", 14, None, False, "She rings first."),
    "e2": EvidenceRef("e2", 9, None, True, "Nobody rings."),
}


@pytest.fixture
def document(qapp):
    made = QTextDocument()
    statements = [
        Statement("s1", StatementKind.SUMMARY, "They ring.", ("e1", "e2")),
        Statement("s2", StatementKind.OWN_WORDS, "we ring", ()),
    ]
    write_statements(made, statements, 4.0)
    return made


def test_a_statement_is_told_with_kind_number_and_references(document):
    assert (
        speak_statement(document.begin(), REFS.get, is_doubtful=False) == "Summary, 1 of 2; rests on ¶14, ¶9, starred"
    )


def test_tags_are_told_by_name(document):
    spoken = speak_statement(document.lastBlock(), REFS.get, is_doubtful=False, tags=["consent", "pre-birth"])
    assert spoken == "Own words, 2 of 2; tagged consent and pre-birth"


def test_that_a_statement_waits_for_a_better_column_is_told(qapp):
    made = QTextDocument()
    write_statements(made, [Statement("s1", StatementKind.NOTE, "Not here.", (), Marks(to_rehome=True))], 4.0)
    assert speak_statement(made.begin(), REFS.get, is_doubtful=False) == "Analyst’s note, 1 of 1; to re-home"


def test_a_doubt_is_told(document):
    spoken = speak_statement(document.lastBlock(), REFS.get, is_doubtful=True)
    assert spoken == "Own words, 2 of 2; not as it stands in the notes"


def test_a_reference_is_told_with_its_passage(document):
    chip = chips_of(document.begin())[1]
    assert speak_reference(chip, REFS.get) == "Reference to ¶9, starred: Nobody rings."


def test_words_in_no_dictionary_are_told_each_once(document):
    words = speak_statement(document.begin(), REFS.get, is_doubtful=False, unknown=["teh", "wintr", "teh"])
    assert words.endswith("not in the dictionary: teh, wintr")
