import pytest
from PySide6.QtCore import Qt

from framework_qda.model import Interview, Marks, Statement, Subtopic
from framework_qda.ui.operations import Operations
from framework_qda.ui.rehoming.dialog import NONE_LEFT, RehomingDialog


@pytest.fixture
def ids(project):
    interview = project.read.all(Interview)[0].id
    first, second = (each.id for each in project.read.all(Subtopic))
    waits = Marks(to_rehome=True)
    said = [Statement(text, "summary", text, marks=waits) for text in ("Rooms", "Staff")]
    project.chart(interview, first, [*said, Statement("c", "summary", "Stays")])
    return interview, first, second


@pytest.fixture
def dialog(qtbot, project, ids):
    made = RehomingDialog(Operations(project))
    qtbot.addWidget(made)
    return made


def shown(dialog):
    return [dialog.statements.item(row).text().split("\n")[1] for row in range(dialog.statements.count())]


def test_all_statements_that_wait_are_listed(dialog):
    assert shown(dialog) == ["Rooms", "Staff"]


def test_enter_moves_a_statement_and_the_next_one_is_there(dialog, qtbot, project, ids):
    qtbot.keyClicks(dialog.field, "context")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert [each.text for each in project.read.cell(ids[0], ids[2]).content] == ["Rooms"]
    assert shown(dialog) == ["Staff"]
    assert dialog.statements.currentRow() == 0
    assert dialog.field.text() == ""


def test_the_own_column_is_no_target(dialog):
    assert [dialog.columns.item(row).text() for row in range(dialog.columns.count())] == ["1.2   context"]


def test_the_last_one_says_that_none_is_left(dialog, qtbot):
    for _ in range(2):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.outcome.text() == NONE_LEFT
    assert not dialog.field.isEnabled()


def test_a_statement_is_named_by_its_interview_and_its_sub_topic(dialog):
    assert dialog.statements.item(0).text().startswith("I01 · 1.1 summary\n")


def test_what_belongs_where_it_is_waits_no_longer_and_the_next_one_is_there(dialog, project, ids):
    dialog.leave_button.click()
    assert shown(dialog) == ["Staff"]
    first = project.read.cell(*ids[:2]).content[0]
    assert (first.text, first.marks.to_rehome) == ("Rooms", False)
    project.undo()
    assert project.read.cell(*ids[:2]).content[0].marks.to_rehome


def test_where_none_is_left_there_is_nothing_to_leave(dialog, project, ids):
    for _ in range(2):
        dialog.leave_button.click()
    assert dialog.outcome.text() == NONE_LEFT
    assert not dialog.leave_button.isEnabled()
    dialog.leave_statement()
    assert [each.text for each in project.read.cell(*ids[:2]).content] == ["Rooms", "Staff", "Stays"]


def test_the_arrow_keys_choose_where_it_goes(dialog, qtbot, project, ids):
    project.add(Subtopic, theme_id=project.read.all(Subtopic)[0].theme_id, label="later")
    dialog._show_waiting(0)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.columns.currentItem().text() == "1.3   later"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.columns.currentItem().text() == "1.2   context"


def test_a_column_that_is_gone_says_so_and_nothing_moves(dialog, qtbot, project, ids):
    project.delete(Subtopic, ids[2])
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert "no longer there" in dialog.problem.text()
    assert shown(dialog) == ["Rooms", "Staff"]
