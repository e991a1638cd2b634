import pytest

from framework_qda.matrix.search_results import Places, Section
from framework_qda.project.hits import Hit, HitKind
from framework_qda.text.query import Term
from framework_qda.ui.find.results_model import ResultsModel
from framework_qda.ui.find.results_view import ResultsView
from framework_qda.ui.find.work import Question, Understood

ANSWER = Understood(Question("ward"), "ward", "ward", (Term(("ward",)),), Places())


def section(kind, count):
    return Section(kind, tuple(Hit(kind, n, "ward", "cell", "x") for n in range(count)))


@pytest.fixture
def view(qtbot):
    made = ResultsView(ResultsModel())
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def heights(view):
    return [view.rowHeight(row) for row in range(view.results.rowCount())]


def test_headings_are_lower_than_results(view):
    view.results.begin(ANSWER, section(HitKind.CELL, 1), section(HitKind.NOTES, 2))
    first, result, second, *rest = heights(view)
    assert first < second < result
    assert set(rest) == {result}


def test_a_row_that_was_a_heading_gets_the_height_of_a_result(view):
    view.results.begin(ANSWER, section(HitKind.CELL, 1), section(HitKind.NOTES, 2))
    view.results.begin(ANSWER, section(HitKind.NOTES, 4))
    assert len(set(heights(view)[1:])) == 1


def test_rows_follow_the_font(view, look):
    view.results.begin(ANSWER, section(HitKind.CELL, 1))
    before = heights(view)
    look.set_zoom(200)
    assert all(after > height * 1.5 for after, height in zip(heights(view), before, strict=True))
