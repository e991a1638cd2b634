import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from framework_qda.matrix.search_results import Group, Places, Section
from framework_qda.project.hits import Hit, HitKind
from framework_qda.text.query import Term
from framework_qda.ui.find.results_model import ResultsModel
from framework_qda.ui.find.work import Question, Understood

PLACES = Places(rows={f"i{n}": (n, Group(f"I0{n}", "Area")) for n in range(3)}, columns={"s": (0, "1.1 Referral")})


def cells(*interviews):
    hits = [Hit(HitKind.CELL, n, f"ward {n}", "statement", "x", each, "s") for n, each in enumerate(interviews)]
    return Section(HitKind.CELL, tuple(hits), interviews=len(set(interviews)))


def notes(count):
    hits = [Hit(HitKind.NOTES, n, "the ward", "paragraph", "x", "i1", "d", n) for n in range(count)]
    return Section(HitKind.NOTES, tuple(hits), interviews=1)


@pytest.fixture
def model(qtmodeltester):
    made = ResultsModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.begin(Understood(Question("ward"), "ward", "ward", (Term(("ward",)),), PLACES))
    made.add(cells("i0", "i0", "i1"))
    made.add(notes(2))
    yield made
    tester.deleteLater()


def test_sections_follow_each_other_with_headings(model):
    assert model.rowCount() == 7
    assert [isinstance(model.entry(row), Section) for row in range(7)] == [True, *[False] * 3, True, *[False] * 2]
    assert model.index(4, 0).data() == "Notes: 2 paragraphs in 1 interview"


def test_headings_cannot_be_chosen(model):
    chosen = [bool(model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsSelectable) for row in range(7)]
    assert chosen == [False, True, True, True, False, True, True]


def test_one_kind_is_shown_alone(model):
    model.show_kind(HitKind.NOTES)
    assert model.rowCount() == 3
    model.add(cells("i2"))
    assert model.rowCount() == 3
    model.show_kind(None)
    assert model.rowCount() == 9


def test_who_it_belongs_to_is_said_once_a_group(model):
    assert [model.begins_group(row) for row in range(1, 4)] == [True, False, True]


def test_a_result_is_read_with_where_it_stands(model):
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "I00, Area, 1.1 Referral, ward 0"


def test_another_question_forgets_what_was_found(model):
    model.begin(Understood(Question("x"), "x", "x", (Term(("x",)),), PLACES))
    assert (model.rowCount(), model.first_hit().isValid()) == (0, False)


def test_the_words_are_lit(model):
    assert model.passage(5).lit == ((4, 8),)


def test_a_result_is_found_again_in_a_later_answer(model):
    hit = model.entry(2)
    model.begin(Understood(Question("x"), "x", "x", (Term(("x",)),), PLACES), cells("i1", "i0"))
    assert model.row_like(hit._replace(target_id="x", interview_id="i0", n=99)) == 2
    assert model.row_like(hit._replace(interview_id="gone")) == -1


def test_stepping_leaves_headings_out(model):
    assert [model.hit_row(row, 1) for row in (0, 1, 3, 6)] == [1, 2, 5, -1]
    assert [model.hit_row(row, -1) for row in (1, 5, 6)] == [-1, 3, 5]
