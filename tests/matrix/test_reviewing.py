"""The cells that others changed, in the order of the matrices."""

from framework_qda.matrix.reviewing import read_review, tell_item
from framework_qda.model import Analyst, Interview, Statement, Subtopic


def test_cells_stand_in_the_order_of_rows_and_columns(project):
    me = project.analyst_id
    project.analyst_id = project.add(Analyst, name="Bea Holt", initials="BH").new_id
    interview = project.read.all(Interview)[0]
    first, second = project.read.all(Subtopic)[:2]
    for subtopic in (second, first):
        project.chart(interview.id, subtopic.id, [Statement("s", "summary", "Words.")])
    items = read_review(project.overview, 0, {}, me)
    assert [item.place for item in items] == [(interview.id, first.id), (interview.id, second.id)]
    assert items[0].person.initials == "BH"
    assert tell_item(project.overview, items[0]) == "one statement added, now in progress"


def test_nothing_changed_is_nothing_to_review(project):
    assert read_review(project.overview, project.overview.last_row(), {}, project.analyst_id) == ()
