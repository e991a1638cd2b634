import pytest

from framework_qda.matrix.arranging import Arrangement
from framework_qda.matrix.filters import RowFilter
from framework_qda.model import Attribute
from framework_qda.ui.matrix.desk import MatrixDesk
from framework_qda.ui.matrix.view_menu import SaveViewDialog
from framework_qda.ui.matrix.view_state import ROW_LINES
from tests.ui.showing import show_desk


@pytest.fixture
def show(qtbot, project, settings):
    def shown():
        desk = MatrixDesk()
        desk.settings = settings
        return show_desk(qtbot, desk, project, 1300)

    return shown


def numbers(desk):
    return [column.number for column in desk.view.grid_model.grid.columns]


def trigger(desk, name):
    desk.findChild(object, f"matrix.{name}").trigger()


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


def test_a_hidden_column_is_said_and_comes_back_with_clear(desk):
    trigger(desk, "hide_column")
    assert numbers(desk) == ["2.2", "2.3"]
    assert desk.filter_bar.sentence.text().endswith("1 column is hidden.")
    desk.filter_bar.clear_button.click()
    assert numbers(desk) == ["2.1", "2.2", "2.3"]
    assert not desk.filter_bar.clear_button.isVisible()


def test_the_current_column_moves_and_stays_current(desk):
    ids = desk.view.current_ids()
    trigger(desk, "column_right")
    assert numbers(desk) == ["2.2", "2.1", "2.3"]
    assert desk.view.current_ids() == ids


def test_columns_are_hidden_on_this_machine_only(show):
    desk = show()
    trigger(desk, "hide_column")
    assert desk.project.read.subtopics(desk.tabs.theme_id())[0].label.startswith("How")
    assert numbers(show()) == ["1.2", "1.3"]


def test_where_all_columns_are_hidden_one_step_shows_them(desk):
    for _ in range(3):
        trigger(desk, "hide_column")
    assert desk.notice.isVisible()
    assert desk.notice.title.text() == "All columns of this matrix are hidden"
    desk.notice.button.click()
    assert len(numbers(desk)) == 3


def test_going_to_a_hidden_cell_shows_its_column(desk):
    ids = desk.view.current_ids()
    trigger(desk, "hide_column")
    desk.open_cell(*ids)
    assert desk.view.current_ids() == ids


def test_the_menu_ticks_the_columns_that_are_shown(desk):
    trigger(desk, "hide_column")
    desk.actions_of_desk.view_menu.columns_menu.aboutToShow.emit()
    actions = [each for each in desk.actions_of_desk.view_menu.columns_menu.actions() if not each.isSeparator()]
    assert [action.text()[:3] for action in actions if not action.isChecked()] == ["2.1"]
    next(action for action in actions if not action.isChecked()).trigger()
    assert "2.1" in numbers(desk)


def save(desk, dialogs, name):
    def answer(dialog):
        assert isinstance(dialog, SaveViewDialog)
        assert not dialog.accept_button.isEnabled()
        dialog.name.setText(name)
        dialog.accept_button.click()

    dialogs.expect(answer)
    trigger(desk, "save_view")


def test_a_saved_view_brings_everything_back(show, dialogs):
    desk = show()
    attribute = desk.project.read.all(Attribute)[0].id
    desk.filter_bar.set_filter(RowFilter(attributes={attribute: frozenset({"link worker"})}))
    desk.filter_bar.set_arrangement(Arrangement((attribute,)))
    desk.views.set_row_lines(2)
    desk.view.zoom.set(125)
    trigger(desk, "hide_column")
    save(desk, dialogs, "Links")
    again = show()
    again.filter_bar.clear()
    again.views.set_row_lines(0)
    assert (len(again.view.grid_model.grid.rows), again.view.zoom.value) == (5, 100)
    again.actions_of_desk.view_menu.named_menu.actions()[0].trigger()
    assert [row.code for row in again.view.grid_model.grid.rows] == ["I04", "I05"]
    assert (numbers(again), again.view.zoom.value, again.views.state.row_lines) == (["1.2", "1.3"], 125, 2)
    assert again.filter_bar.arrangement == Arrangement((attribute,))


def test_a_view_can_be_forgotten(show, dialogs):
    desk = show()
    save(desk, dialogs, "Links")
    desk.actions_of_desk.view_menu.removed_menu.actions()[0].trigger()
    assert not desk.actions_of_desk.view_menu.named_menu.isEnabled()
    assert show().views.named == {}


def test_figures_stand_under_the_columns_and_follow_the_cells(desk):
    alone = desk.view.columns.height()
    trigger(desk, "summaries")
    assert desk.view.columns.height() > alone
    assert desk.view.grid_model.column_summary(0).startswith("1 of 5 charted · ")
    other = desk.view.grid_model.grid.rows[1].interview_id
    desk.operations.run(lambda p: p.set_state(other, desk.view.current_ids()[1], "not_asked"))
    assert desk.view.grid_model.column_summary(0).endswith("1 not asked")
    trigger(desk, "summaries")
    assert desk.view.columns.height() == alone


def test_the_figures_of_a_row_are_in_its_tip(desk):
    trigger(desk, "summaries")
    assert "1 of 3 charted" in desk.view.cases._words_at(desk.view.cases.viewport().rect().topRight())


def test_figures_are_remembered(show):
    trigger(show(), "summaries")
    assert show().view.grid_model.shows_summaries
