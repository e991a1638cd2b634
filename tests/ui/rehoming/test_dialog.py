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
    return [dialog.statements.item(row).text().split("   ")[1] for row in range(dialog.statements.count())]


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
