"""What others have written since somebody looked, told by the rows of the journal."""

import pytest

from framework_qda.model import Analyst, CellState, Interview, Statement, Subtopic
from framework_qda.project.ids import cell_id


@pytest.fixture
def place(project):
    return project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id


@pytest.fixture
def colleague(project):
    return project.add(Analyst, name="Bea Holt", initials="BH").new_id


def write(project, place, *texts, analyst_id=None):
    me, project.analyst_id = project.analyst_id, analyst_id or project.analyst_id
    project.chart(*place, [Statement(f"s{n}", "summary", text) for n, text in enumerate(texts)])
    project.analyst_id = me


def changed(project, row=0, seen=None):
    return project.overview.cells_changed(row, seen or {}, project.analyst_id)


def test_what_a_colleague_writes_has_changed(project, place, colleague):
    row = project.overview.last_row()
    write(project, place, "Theirs.", analyst_id=colleague)
    (change,) = changed(project, row)
    assert (change.cell_id, change.analyst_id, change.known_row) == (cell_id(*place), colleague, row)


def test_what_one_writes_oneself_has_not(project, place):
    write(project, place, "Mine.")
    assert changed(project) == []


def test_who_writes_in_a_cell_after_a_colleague_has_seen_it(project, place, colleague):
    write(project, place, "Theirs.", analyst_id=colleague)
    write(project, place, "Mine.")
    assert changed(project) == []
    write(project, place, "Theirs again.", analyst_id=colleague)
    (change,) = changed(project)
    assert [each.text for each in project.overview.cell_then(change.cell_id, change.known_row).content] == ["Mine."]


def test_a_cell_that_was_looked_at_is_left_out_until_it_changes_again(project, place, colleague):
    write(project, place, "Theirs.", analyst_id=colleague)
    (change,) = changed(project)
    seen = {change.cell_id: change.row}
    assert changed(project, 0, seen) == []
    write(project, place, "Theirs again.", analyst_id=colleague)
    assert [each.known_row for each in changed(project, 0, seen)] == [change.row]


def test_a_cell_of_the_past_has_its_words_and_its_state(project, place, colleague):
    write(project, place, "First.")
    row = project.overview.last_row()
    write(project, place, "Second.")
    project.set_state(*place, CellState.CHARTED)
    then = project.overview.cell_then(cell_id(*place), row)
    assert ([each.text for each in then.content], then.state) == (["First."], CellState.IN_PROGRESS)


def test_the_last_row_of_an_analyst(project, place, colleague):
    write(project, place, "Mine.")
    mine = project.overview.last_row()
    write(project, place, "Theirs.", analyst_id=colleague)
    assert project.overview.last_row(project.analyst_id) == mine < project.overview.last_row()
    assert project.overview.last_row("nobody") == 0


def test_what_one_took_back_leaves_the_cell_as_it_was_to_be_looked_at(project, place, colleague):
    write(project, place, "Theirs.", analyst_id=colleague)
    before = changed(project)
    project.accept([place])
    assert changed(project) == []
    project.undo()
    assert changed(project) == before
    project.redo()
    assert changed(project) == []


def test_whoever_takes_back_what_a_colleague_did_knows_of_it(project, place, colleague):
    write(project, place, "Theirs.", analyst_id=colleague)
    project.undo()
    assert changed(project) == []


def test_the_row_before_a_moment(project, place):
    last = project.overview.last_row()
    assert project.overview.row_before(0) == 0
    assert project.overview.row_before(1 << 40) == last
    assert project.overview.written_at(last)[:4] >= "2024"
    assert project.overview.written_at(0) == ""


def test_whose_hands_a_cell_has_gone_through(project, place, colleague):
    cell = cell_id(*place)
    assert project.read.hands([cell]) == {}
    write(project, place, "Mine.")
    project.set_state(*place, CellState.CHARTED)
    me, hands = project.analyst_id, project.read.hands([cell, "none"])[cell]
    assert (hands.writers, hands.decided_by, hands.are_two) == ({me}, me, False)
    project.analyst_id = colleague
    project.accept([place])
    hands = project.read.hands([cell])[cell]
    assert (hands.writers, hands.decided_by, hands.are_two) == ({me}, colleague, True)


def test_who_wrote_a_part_of_a_cell_and_accepts_it_has_read_the_part_of_a_colleague(project, place, colleague):
    write(project, place, "Theirs.", analyst_id=colleague)
    write(project, place, "Theirs.", "Mine.")
    project.accept([place])
    assert project.read.hands([cell_id(*place)])[cell_id(*place)].are_two


def test_who_takes_a_slip_in_an_accepted_cell_back_has_not_accepted_it(project, place, colleague):
    write(project, place, "Mine.")
    me, project.analyst_id = project.analyst_id, colleague
    project.accept([place])
    project.analyst_id = me
    write(project, place, "Mine, with a slip.")
    for step in (project.undo, project.redo, project.undo):
        step()
    assert project.read.cell(*place).state == CellState.REVIEWED
    hands = project.read.hands([cell_id(*place)])[cell_id(*place)]
    assert (hands.decided_by, hands.are_two) == (colleague, True)
