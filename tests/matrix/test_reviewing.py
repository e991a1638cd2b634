"""The cells that others changed, in the order of the matrices."""

from datetime import UTC, date, datetime, timedelta

import pytest

from framework_qda import create_project
from framework_qda.matrix.reviewing import Question, Since, read_beginning, read_review, review_again, tell_item
from framework_qda.model import Analyst, Interview, Statement, Subtopic
from tests.conftest import fill


def test_cells_stand_in_the_order_of_rows_and_columns(project):
    me = project.analyst_id
    project.analyst_id = project.add(Analyst, name="Bea Holt", initials="BH").new_id
    interview = project.read.all(Interview)[0]
    first, second = project.read.all(Subtopic)[:2]
    for subtopic in (second, first):
        project.chart(interview.id, subtopic.id, [Statement("s", "summary", "Words.")])
    items = read_review(project.overview, Question(me)).items
    assert [item.place for item in items] == [(interview.id, first.id), (interview.id, second.id)]
    assert items[0].person.initials == "BH"
    assert tell_item(project.overview, items[0]) == "one statement added, now in progress"


def test_nothing_changed_is_nothing_to_review(project):
    question = Question(project.analyst_id, row=project.overview.last_row())
    assert read_review(project.overview, question).items == ()


@pytest.fixture
def study(tmp_path):
    """A project in which a colleague charts a cell a day, on 4 and 5 May, and I comment on 6 May."""
    now = [datetime(2024, 5, 3, 12, 0, tzinfo=UTC)]
    project = create_project(tmp_path / "s.fqda", title="S", analyst_name="Ann Marsh", clock=lambda: now[0])
    fill(project)
    project.me, project.bea = project.analyst_id, project.add(Analyst, name="Bea Holt", initials="BH").new_id
    interview_id = project.read.all(Interview)[0].id
    project.places = [(interview_id, each.id) for each in project.read.all(Subtopic)]
    project.analyst_id = project.bea
    for place in project.places:
        now[0] += timedelta(days=1)
        project.chart(*place, [Statement("s", "summary", "Words.")])
    now[0] += timedelta(days=1)
    project.analyst_id = project.me
    project.comment("interview", interview_id, "Well done.")
    yield project
    project.close()


def places(review):
    return [item.place for item in review.items]


@pytest.mark.parametrize(
    ("since", "day", "count"),
    [
        (Since.EVER, None, 2),
        (Since.DAY, date(2024, 5, 4), 2),
        (Since.DAY, date(2024, 5, 5), 1),
        (Since.DAY, date(2024, 5, 6), 0),
        (Since.WROTE, None, 0),
        (Since.NOW, None, 0),
        (Since.LOOKED, None, 2),
    ],
)
def test_since_when_can_be_chosen(study, since, day, count):
    review = read_review(study.overview, Question(study.me, since, day=day))
    assert places(review) == study.places[len(study.places) - count :]


def test_who_has_never_looked_is_told_how_much_there_is(study):
    beginning = read_beginning(study.overview, study.me)
    assert (beginning.ever, beginning.since_wrote, beginning.wrote_at[:10]) == (2, 0, "2024-05-06")
    newcomer = study.add(Analyst, name="Cy Dale", initials="CD").new_id
    assert read_beginning(study.overview, newcomer).wrote_at == ""


def test_a_few_cells_are_asked_about_anew_without_the_others(study):
    question = Question(study.me)
    review = read_review(study.overview, question)
    study.chart(*study.places[0], [Statement("s", "summary", "Mine.")])
    mine = study.read.cell(*study.places[0]).id
    again = review_again(study.overview, review, question, {mine})
    assert places(again) == study.places[1:]
    study.analyst_id = study.bea
    study.chart(*study.places[0], [Statement("s", "summary", "Theirs.")])
    last = review_again(study.overview, again, question, {mine})
    assert places(last) == study.places
    assert last.items == read_review(study.overview, question).items
