import pytest

from framework_qda.ui.matrix.desk import MatrixDesk
from framework_qda.ui.matrix.view_state import ROW_LINES, ViewState
from tests.ui.showing import show_desk


@pytest.fixture
def show(qtbot, project, settings):
    def shown():
        desk = MatrixDesk()
        desk.settings = settings
        return show_desk(qtbot, desk, project, 1300)

    return shown


@pytest.mark.parametrize("text", ["", "nonsense", "[]", '{"row_lines": 3}', '{"row_lines": "4"}'])
def test_what_is_not_understood_is_as_in_a_new_project(text):
    assert ViewState.from_text(text) == ViewState()


def test_the_row_height_of_a_project_is_remembered(show):
    show().views.set_row_lines(4)
    desk = show()
    assert desk.views.state.row_lines == 4
    assert desk.actions_of_desk.row_heights[4].isChecked()


def test_the_key_goes_through_all_row_heights(show):
    desk = show()
    seen = []
    for _ in ROW_LINES:
        desk.views.step_row_lines()
        seen.append(desk.views.state.row_lines)
    assert seen == [2, 4, 8, 0]


def test_all_rows_have_the_height_that_was_chosen(desk):
    by_content = [desk.view.rowHeight(row) for row in range(5)]
    desk.views.set_row_lines(2)
    look = desk.view.look
    wanted = 2 * look.line_step + 2 * look.pad_y + 1
    assert {desk.view.rowHeight(row) for row in range(5)} == {int(wanted)}
    desk.views.set_row_lines(0)
    assert [desk.view.rowHeight(row) for row in range(5)] == by_content
