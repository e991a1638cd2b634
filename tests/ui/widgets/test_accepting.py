"""Accepting cells: what is said of it, the way back, and comments that are still open."""

import pytest

from framework_qda.matrix.accepting import Acceptance
from framework_qda.model import Analyst, CaseStudy, CellState, Interview, Statement, Subtopic
from framework_qda.project.ids import cell_id
from framework_qda.ui.operations import Operations
from framework_qda.ui.widgets.accepting import ALREADY, NOT_LAST, Accepting, hint_of, message_of


class Bench:
    """What a test asks for: a way to accept, and what was said."""

    def __init__(self, project, parent):
        self.project = project
        self.bea = project.add(Analyst, name="Bea Holt", initials="BH").new_id
        interview_id = project.read.all(Interview)[0].id
        self.places = [(interview_id, each.id) for each in project.read.all(Subtopic)]
        self.operations = Operations(project, parent)
        self.accepting = Accepting(parent)
        self.accepting.begin(self.operations)
        self.hints, self.messages = [], []
        self.accepting.hinted.connect(self.hints.append)
        self.accepting.told.connect(lambda words, buttons: self.messages.append((words, dict(buttons))))

    def chart(self, place, analyst_id=""):
        me, self.project.analyst_id = self.project.analyst_id, analyst_id or self.project.analyst_id
        self.project.chart(*place, [Statement("s", "summary", "Words.")], CellState.CHARTED)
        self.project.analyst_id = me

    def state(self, place):
        return self.project.read.cell(*place).state


@pytest.fixture
def bench(qtbot, project, qapp):
    return Bench(project, qapp)


def test_ones_own_cell_is_accepted_and_told_with_a_way_back(bench):
    bench.chart(bench.places[0])
    assert bench.accepting.accept(bench.places[:1])
    words, buttons = bench.messages[-1]
    assert words == ("You accepted 1.1 for interview I01, which you charted yourself: no second person has read it.")
    buttons["Undo"]()
    assert bench.state(bench.places[0]) == CellState.CHARTED
    assert bench.hints[-1] == "No longer accepted."


def test_the_cell_of_a_colleague_is_accepted_with_a_word_in_the_status_bar_only(bench):
    bench.chart(bench.places[0], bench.bea)
    bench.accepting.accept(bench.places[:1])
    assert bench.hints == ["Accepted: 1.1 for interview I01."]
    assert bench.messages[-1] == ("", {})


def test_the_way_back_is_refused_where_something_else_was_done_since(bench):
    bench.chart(bench.places[0])
    bench.accepting.accept(bench.places[:1])
    _words, buttons = bench.messages[-1]
    bench.operations.run(lambda project: project.add(CaseStudy, label="Area 9"))
    buttons["Undo"]()
    assert bench.hints[-1] == NOT_LAST
    assert bench.state(bench.places[0]) == CellState.REVIEWED


def test_a_message_goes_once_it_is_no_longer_what_was_done_last(bench):
    bench.chart(bench.places[0])
    bench.accepting.accept(bench.places[:1])
    bench.operations.run(lambda project: project.set_state(*bench.places[0], CellState.CHARTED))
    assert bench.messages[-1] == ("", {})


def test_an_open_comment_is_told_and_can_be_resolved(bench):
    bench.chart(bench.places[0], bench.bea)
    bench.operations.run(lambda project: project.send_back(*bench.places[0], "Whose point?"))
    bench.accepting.accept(bench.places[:1])
    words, buttons = bench.messages[-1]
    assert words == "You accepted 1.1 for interview I01. 1 comment on it is still open."
    buttons["Resolve it"]()
    assert bench.project.read.open_comments() == []
    assert bench.state(bench.places[0]) == CellState.REVIEWED
    assert bench.project.next_undo().label == "comment.resolve"


def test_several_comments_are_resolved_as_one_step(bench):
    bench.chart(bench.places[0], bench.bea)
    for words in ("Whose?", "When?"):
        bench.project.comment("cell", cell_id(*bench.places[0]), words)
    bench.accepting.accept(bench.places[:1])
    bench.messages[-1][1]["Resolve them"]()
    assert bench.project.read.open_comments() == []
    bench.operations.run(lambda project: project.undo())
    assert len(bench.project.read.open_comments()) == 2


def test_what_is_accepted_already_says_so(bench):
    bench.chart(bench.places[0])
    bench.accepting.accept(bench.places[:1])
    assert not bench.accepting.accept(bench.places[:1])
    assert bench.hints[-1] == ALREADY


def test_a_cell_without_words_is_not_accepted(bench):
    assert not bench.accepting.accept(bench.places[:1])
    assert "no words" in bench.hints[-1]


def acceptance(**values):
    known = {"count": 1, "where": "1.1 for interview I01", "without_words": 0, "own": 0, "is_alone": False}
    return Acceptance(**{**known, "remark_ids": (), **values})


@pytest.mark.parametrize(
    ("values", "hint", "message"),
    [
        ({"own": 1, "is_alone": True}, "Accepted: 1.1 for interview I01, which you charted yourself.", ""),
        (
            {"count": 5, "where": "", "without_words": 1},
            "5 cells accepted. 1 cell without words left as they were.",
            "",
        ),
        (
            {"count": 5, "where": "", "own": 2, "remark_ids": ("a", "b")},
            "5 cells accepted.",
            "5 cells accepted. 2 of them you charted yourself: no second person has read them. "
            "2 comments on them are still open.",
        ),
        (
            {"count": 5, "where": "", "own": 5},
            "5 cells accepted.",
            "5 cells accepted. All of them you charted yourself: no second person has read them.",
        ),
        (
            {"own": 1, "remark_ids": ("a",)},
            "Accepted: 1.1 for interview I01, which you charted yourself.",
            "You accepted 1.1 for interview I01, which you charted yourself: no second person has read it. "
            "1 comment on it is still open.",
        ),
    ],
)
def test_it_is_said_in_words(values, hint, message):
    assert hint_of(acceptance(**values)) == hint
    assert message_of(acceptance(**values)) == message


def test_a_desk_takes_away_no_message_that_another_has_told(bench, qapp):
    elsewhere, messages = Accepting(qapp), []
    elsewhere.told.connect(lambda words, _buttons: messages.append(words))
    elsewhere.begin(bench.operations)
    bench.chart(bench.places[0])
    bench.accepting.accept(bench.places[:1])
    assert messages == []
