"""The field that goes to a cell, on both desks that show cells."""

import pytest
from PySide6.QtCore import Qt

from framework_qda.ui.widgets.go_to import NONE_FOUND
from tests.ui.chart.conftest import Bench
from tests.ui.chart.conftest import study as study
from tests.ui.matrix.conftest import project as project
from tests.ui.matrix.conftest import show_matrix

Key = Qt.Key


@pytest.fixture
def bench(qtbot, study):
    return Bench(qtbot, study)


def start(bench):
    bench.press(Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    return bench.desk.go_to


def test_codes_go_to_a_cell(bench, study, qtbot):
    go_to = start(bench)
    qtbot.keyClicks(go_to.field, "I02 2.1")
    qtbot.keyClick(go_to.field, Key.Key_Return)
    assert bench.desk._place == (study.interviews[1], study.subtopics[2])
    assert bench.editor.hasFocus()
    assert go_to.isHidden()


def test_what_is_typed_in_the_cell_is_written_before(bench, study, qtbot):
    bench.type("Told.")
    go_to = start(bench)
    qtbot.keyClicks(go_to.field, "I03")
    qtbot.keyClick(go_to.field, Key.Key_Return)
    assert study.cell().content[0].text == "Told."
    assert bench.desk._place == (study.interviews[2], study.subtopics[0])


def test_the_arrows_choose_another(bench, study, qtbot):
    go_to = start(bench)
    qtbot.keyClicks(go_to.field, "2.")
    qtbot.keyClick(go_to.field, Key.Key_Down)
    qtbot.keyClick(go_to.field, Key.Key_Return)
    assert bench.desk._place == (study.interviews[0], study.subtopics[3])


def test_a_click_chooses(bench, study, qtbot):
    go_to = start(bench)
    qtbot.keyClicks(go_to.field, "2.")
    area = go_to.list.visualItemRect(go_to.list.item(1))
    qtbot.mouseClick(go_to.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert bench.desk._place == (study.interviews[0], study.subtopics[3])


def test_escape_goes_nowhere(bench, study, qtbot):
    go_to = start(bench)
    qtbot.keyClicks(go_to.field, "2.2")
    qtbot.keyClick(go_to.field, Key.Key_Escape)
    assert go_to.isHidden()
    assert bench.editor.hasFocus()
    assert bench.desk._place == (study.interviews[0], study.subtopics[0])


def test_it_closes_when_something_else_is_wanted(bench):
    go_to = start(bench)
    bench.notes.setFocus()
    assert go_to.isHidden()


def test_what_is_not_found_is_said_and_return_does_nothing(bench, qtbot):
    go_to = start(bench)
    qtbot.keyClicks(go_to.field, "zzzz")
    assert go_to.remark.text() == NONE_FOUND
    qtbot.keyClick(go_to.field, Key.Key_Return)
    assert go_to.isVisible()


def test_a_new_interview_is_found(bench, study, qtbot):
    from framework_qda.model import Interview

    made = bench.operations.run(lambda project: project.add(Interview, code="B3")).new_id
    go_to = start(bench)
    qtbot.keyClicks(go_to.field, "b3 1.2")
    qtbot.keyClick(go_to.field, Key.Key_Return)
    assert bench.desk._place == (made, study.subtopics[1])


def test_the_list_lies_inside_the_desk(bench, look, qtbot):
    look.set_zoom(200)
    go_to = start(bench)
    qtbot.keyClicks(go_to.field, "i0")
    assert bench.desk.rect().contains(go_to.geometry())


def test_the_matrix_goes_to_a_cell_of_another_theme(qtbot, project):
    desk = show_matrix(qtbot, project)
    qtbot.keyClick(desk.view, Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    first = desk.view.grid_model.grid.rows[1].code
    qtbot.keyClicks(desk.go_to.field, f"{first} 1.2")
    qtbot.keyClick(desk.go_to.field, Key.Key_Return)
    grid, index = desk.view.grid_model.grid, desk.view.currentIndex()
    assert (grid.rows[index.row()].code, grid.columns[index.column()].number) == (first, "1.2")
    assert desk.view.hasFocus()
