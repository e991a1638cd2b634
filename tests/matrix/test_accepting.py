"""What there is to be said where somebody accepts cells."""

import pytest

from framework_qda.matrix.accepting import cell_name, read_acceptance
from framework_qda.model import Analyst, CellState, Interview, Statement, Subtopic
from framework_qda.project.ids import cell_id


@pytest.fixture
def places(project):
    interview_id = project.read.all(Interview)[0].id
    return [(interview_id, each.id) for each in project.read.all(Subtopic)]


@pytest.fixture
def bea(project):
    return project.add(Analyst, name="Bea Holt", initials="BH").new_id


def chart(project, place, *texts, analyst_id=None):
    me, project.analyst_id = project.analyst_id, analyst_id or project.analyst_id
    project.chart(*place, [Statement(f"s{n}", "summary", text) for n, text in enumerate(texts)], CellState.CHARTED)
    project.analyst_id = me


def read(project, places):
    return read_acceptance(project.overview, places, project.analyst_id)


def test_a_cell_that_only_oneself_has_charted_is_told(project, places, bea):
    chart(project, places[0], "Mine.")
    acceptance = read(project, places[:1])
    assert (acceptance.count, acceptance.own, acceptance.is_unread) == (1, 1, True)
    assert acceptance.where == cell_name(project.overview, places[0]) == "1.1 for interview I01"


def test_a_cell_of_a_colleague_is_not_told_nor_one_that_both_have_charted(project, places, bea):
    chart(project, places[0], "Theirs.", analyst_id=bea)
    chart(project, places[1], "Theirs.", analyst_id=bea)
    chart(project, places[1], "Theirs.", "Mine.")
    assert read(project, places).own == 0


def test_who_works_alone_is_not_warned_of_themselves(project, places):
    chart(project, places[0], "Mine.")
    acceptance = read(project, places)
    assert (acceptance.own, acceptance.is_alone, acceptance.is_unread) == (1, True, False)


def test_a_cell_without_words_is_counted_apart(project, places):
    chart(project, places[0], "Mine.")
    acceptance = read(project, places)
    assert (acceptance.count, acceptance.without_words) == (1, 1)
    assert read(project, places[1:]).count == 0


def test_remarks_that_are_open_are_told_and_neither_replies_nor_resolved_ones(project, places):
    chart(project, places[0], "Mine.")
    subject = cell_id(*places[0])
    remark = project.comment("cell", subject, "Whose?").new_id
    project.comment("cell", subject, "Mine.", remark)
    settled = project.comment("cell", subject, "When?").new_id
    project.resolve_comment(settled, True)
    assert read(project, places).remark_ids == (remark,)
