import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from framework_qda import create_project
from framework_qda.matrix.build import ALL_THEMES
from framework_qda.matrix.filters import RowFilter
from framework_qda.model import CaseStudy, Extract, Interview, Statement, Subtopic, Theme
from framework_qda.ui.keys import commands_of
from tests.ui.matrix.conftest import show_matrix
from tests.ui.matrix.grids import SENTENCES
from tests.ui.matrix.projects import add

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def run(desk, action):
    return desk.operations.run(action)


def shown_cell(desk):
    return desk.view.grid_model.cell_at(desk.view.currentIndex())


def test_the_status_counts_the_matrix(desk):
    assert desk.status_text() == "Matrix 2: 1 of 15 charted, 1 with a reason"


def test_the_place_names_case_interview_and_sub_topic(desk):
    assert desk.place_text() == "Area 1 · I01 · 2.1 How a worry is first noticed"


def test_ctrl_page_keys_go_from_theme_to_theme(desk):
    QTest.keyClick(desk.view, Key.Key_PageUp, CTRL)
    assert desk.view.grid_model.grid.number == "1"
    QTest.keyClick(desk.view, Key.Key_PageDown, CTRL)
    assert desk.view.grid_model.grid.number == "2"


def show_all(desk):
    desk.tabs.choose(ALL_THEMES)
    return desk.view


def test_all_matrices_stand_side_by_side_under_their_themes(desk):
    grid = show_all(desk).grid_model.grid
    assert [column.number for column in grid.columns] == ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"]
    assert [(one.heading, one.first, one.count) for one in grid.sections] == [
        ("1 Background", 0, 3),
        ("2 Noticing and telling", 3, 3),
    ]
    assert desk.status_text() == "All matrices: 1 of 30 charted, 1 with a reason"


def test_the_cell_at_hand_stays_when_all_matrices_are_shown(desk):
    QTest.keyClick(desk.view, Key.Key_Right)
    ids = desk.view.current_ids()
    assert show_all(desk).current_ids() == ids


def test_going_to_a_cell_stays_among_all_matrices(desk):
    ids = desk.view.current_ids()
    show_all(desk).setCurrentIndex(desk.view.grid_model.index(2, 0))
    desk.open_cell(*ids)
    assert (desk.tabs.theme_id(), desk.view.current_ids()) == (ALL_THEMES, ids)


def test_the_head_makes_room_for_the_themes(desk):
    alone = desk.view.columns.height()
    assert show_all(desk).columns.height() >= alone + desk.view.look.line_step


def test_a_change_of_the_framework_shows_among_all_matrices(desk):
    show_all(desk)
    theme_id = desk.project.read.all(Theme)[0].id
    run(desk, lambda p: p.add(Subtopic, theme_id=theme_id, label="New"))
    assert desk.view.grid_model.grid.columns[3].label == "New"
    assert desk.view.grid_model.grid.sections[1].first == 4


def test_the_interview_at_hand_stays_when_the_theme_changes(desk):
    QTest.keyClick(desk.view, Key.Key_Down)
    row = desk.view.current_ids()[0]
    desk.tabs.step(1)
    assert desk.view.current_ids()[0] == row


def test_the_evidence_follows_the_cell(desk):
    passages = desk.panel.passages.evidence_model
    assert [row.text for row in passages.rows if row.evidence] == [SENTENCES[0], SENTENCES[4], SENTENCES[2]]
    QTest.keyClick(desk.view, Key.Key_Right)
    assert passages.rows == []
    assert "No passage is linked" in desk.panel.words.text()


def test_space_hides_and_shows_the_evidence(desk):
    QTest.keyClick(desk.view, Key.Key_Space)
    assert desk.panel.isHidden()
    QTest.keyClick(desk.view, Key.Key_Space)
    assert not desk.panel.isHidden()


def test_a_passage_is_asked_for_from_the_panel(desk, qtbot):
    extract_id = desk.panel.passages.evidence_model.rows[1].evidence.extract_id
    desk.panel.select_passage(extract_id)
    with qtbot.waitSignal(desk.passage_requested) as told:
        QTest.keyClick(desk.panel.passages, Key.Key_Return)
    assert told.args == [desk.view.current_ids()[0], extract_id]


def test_a_cell_is_asked_for_on_the_chart_desk(desk, qtbot):
    with qtbot.waitSignal(desk.cell_requested) as told:
        QTest.keyClick(desk.view, Key.Key_J, CTRL)
    assert tuple(told.args) == desk.view.current_ids()


@pytest.mark.parametrize(
    ("key", "state"), [(Key.Key_3, "reviewed"), (Key.Key_1, "in_progress"), (Key.Key_0, "not_charted")]
)
def test_keys_set_the_state(desk, key, state):
    ids = desk.view.current_ids()
    QTest.keyClick(desk.view, key, Qt.KeyboardModifier.AltModifier)
    assert desk.project.read.cell(*ids).state == state
    assert desk.view.current_ids() == ids


def test_a_cell_without_words_is_not_called_charted_by_its_key_either(desk):
    said = []
    desk.operations.failed.connect(said.append)
    desk.view.choose(2, 0)
    QTest.keyClick(desk.view, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert desk.project.read.cell(*desk.view.current_ids()).state == "not_charted"
    assert [words.partition(":")[0] for words in said] == ["I03 2.1 holds no words"]


def test_a_reason_for_being_empty_is_refused_where_there_are_words(desk):
    ids, said = desk.view.current_ids(), []
    desk.operations.failed.connect(said.append)
    before = desk.project.read.cell(*ids)
    QTest.keyClick(desk.view, Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert desk.project.read.cell(*ids) == before
    assert said == ["I01 2.1 holds words: a reason for being empty is for a cell without any. Nothing was changed."]
    run(desk, lambda project: project.chart(*ids, []))
    QTest.keyClick(desk.view, Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert desk.project.read.cell(*ids).state == "not_asked"


def test_ctrl_enter_goes_on_to_the_next_cell(desk):
    desk.view.go_to(desk.view.current_ids()[0], desk.view.grid_model.grid.columns[1].subtopic_id)
    ids = desk.view.current_ids()
    QTest.keyClick(desk.view, Key.Key_Return, CTRL)
    assert desk.project.read.cell(*ids).state == "charted"
    assert desk.view.currentIndex().column() == 2


def test_a_reviewed_cell_stays_reviewed_on_the_way_through(desk):
    desk.charting.set_state("reviewed")
    ids = desk.view.current_ids()
    desk.charting.chart_and_go_on()
    assert desk.project.read.cell(*ids).state == "reviewed"


# -- what others change


def test_only_the_cell_that_changed_is_told(desk):
    told = []
    desk.view.grid_model.dataChanged.connect(lambda first, last: told.append((first.row(), first.column())))
    interview_id, subtopic_id = desk.view.current_ids()
    run(desk, lambda p: p.chart(interview_id, subtopic_id, (Statement("s9", "summary", "Anew."),)))
    assert told == [(0, 0)]
    assert shown_cell(desk).statements[0].text == "Anew."


def test_undoing_the_first_charting_empties_the_cell_on_the_screen(desk):
    QTest.keyClick(desk.view, Key.Key_Down)
    ids = desk.view.current_ids()
    run(desk, lambda p: p.chart(*ids, (Statement("s9", "summary", "Anew."),)))
    run(desk, lambda p: p.undo())
    assert shown_cell(desk) is None or not shown_cell(desk).statements


def test_a_star_is_shown_where_its_passage_is_used(desk):
    extract = next(each for each in desk.project.read.all(Extract) if not each.is_starred)
    run(desk, lambda p: p.star(extract.id, True))
    starred = [ref.is_starred for one in shown_cell(desk).statements for ref in one.evidence]
    assert sum(starred) == 2


def test_the_evidence_shows_a_change_of_its_cell(desk):
    extract = next(each for each in desk.project.read.all(Extract) if not each.is_starred)
    run(desk, lambda p: p.star(extract.id, True))
    rows = desk.panel.passages.evidence_model.rows
    assert [row.evidence.is_starred for row in rows if row.evidence and row.evidence.extract_id == extract.id] == [True]


def test_a_new_interview_becomes_a_row_and_the_current_cell_stays(desk):
    QTest.keyClick(desk.view, Key.Key_Down)
    ids = desk.view.current_ids()
    case_study_id = desk.project.read.all(CaseStudy)[0].id
    run(desk, lambda p: p.add(Interview, code="I99", case_study_id=case_study_id))
    assert len(desk.view.grid_model.grid.rows) == 6
    assert desk.view.current_ids() == ids


def test_a_deleted_theme_takes_its_tab_along(desk):
    run(desk, lambda p: p.delete(Theme, desk.tabs.theme_id()))
    assert desk.tabs.count() == 1
    assert desk.view.grid_model.grid.number == "1"


def test_a_renamed_sub_topic_is_renamed_above_its_column(desk):
    subtopic_id = desk.view.current_ids()[1]
    run(desk, lambda p: p.change(Subtopic, subtopic_id, label="Seen"))
    assert desk.view.grid_model.grid.columns[0].label == "Seen"


# -- filter


def test_a_filter_leaves_rows_out_and_says_so(desk):
    desk.filter_bar.set_filter(RowFilter(organisation_kinds=frozenset({"trust"})))
    assert [row.code for row in desk.view.grid_model.grid.rows] == ["I02", "I03", "I05"]
    assert desk.filter_bar.sentence.text() == (
        "Showing 3 of 5 interviews: organisation kind is trust, grouped by case study."
    )
    assert desk.status_text() == "Matrix 2: 0 of 9 charted in the 3 interviews shown"


def test_one_click_clears_the_filter(desk):
    desk.filter_bar.set_filter(RowFilter(organisation_kinds=frozenset({"trust"})))
    desk.filter_bar.clear_button.click()
    assert len(desk.view.grid_model.grid.rows) == 5
    assert desk.filter_bar.clear_button.isHidden()


def test_typed_words_filter(desk, qtbot):
    QTest.keyClicks(desk.filter_bar.words, "first week")
    qtbot.waitUntil(lambda: len(desk.view.grid_model.grid.rows) == 1, timeout=2000)


def test_attributes_and_states_are_offered(desk):
    desk.filter_bar.menu.aboutToShow.emit()
    titles = [action.text() for action in desk.filter_bar.menu.actions() if action.text()]
    cells = ["State of a cell", "Cell last written by", "Evidence of a cell", "To look at"]
    assert titles == ["Service model", "Organisation kind", *cells, "Show all interviews"]


def test_a_choice_in_the_menu_filters_by_an_attribute(desk):
    desk.filter_bar.menu.aboutToShow.emit()
    choices = desk.filter_bar.menu.actions()[0].menu().findChildren(QAction)
    next(action for action in choices if action.text() == "link worker").trigger()
    assert [row.code for row in desk.view.grid_model.grid.rows] == ["I04", "I05"]


def test_a_filter_that_nobody_passes_offers_to_clear_it(desk):
    desk.filter_bar.set_filter(RowFilter(text="no such words"))
    assert desk.notice.isVisible()
    desk.notice.button.click()
    assert desk.view.isVisible()


def test_a_cell_that_a_filter_hides_is_shown_when_it_is_asked_for(desk):
    ids = desk.view.current_ids()
    desk.filter_bar.set_filter(RowFilter(organisation_kinds=frozenset({"trust"})))
    desk.open_cell(*ids)
    assert desk.view.current_ids() == ids


def test_a_cell_of_another_theme_is_gone_to(desk):
    interview_id = desk.view.current_ids()[0]
    subtopic = desk.project.read.subtopics(desk.project.read.all(Theme)[0].id)[2]
    desk.open_cell(interview_id, subtopic.id)
    assert desk.view.grid_model.grid.number == "1"
    assert desk.view.current_ids() == (interview_id, subtopic.id)


# -- nothing there yet


@pytest.mark.parametrize(
    ("made", "target"), [((), "framework"), ((Theme,), "framework"), ((Theme, Subtopic), "interviews")]
)
def test_an_empty_desk_offers_the_first_step(qtbot, tmp_path, made, target):
    with create_project(tmp_path / "new.fqda", title="New", analyst_name="A") as project:
        theme_id = add(project, Theme, title="Background") if Theme in made else ""
        if Subtopic in made:
            add(project, Subtopic, theme_id=theme_id, label="Staff")
        desk = show_matrix(qtbot, project)
        assert desk.notice.isVisible()
        with qtbot.waitSignal(desk.desk_requested) as told:
            desk.notice.button.click()
        assert told.args == [target]


def test_a_project_that_is_only_read_cannot_be_edited(desk, monkeypatch):
    monkeypatch.setattr(type(desk.project), "is_read_only", True, raising=False)
    QTest.keyClick(desk.view, Key.Key_Return)
    assert not desk.charting.in_place.is_open


def test_the_menu_of_a_cell_offers_every_state(desk, qtbot):
    desk.view.menu_requested.emit(desk.mapToGlobal(desk.rect().center()))
    menu = desk.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly, name="place_menu")
    assert menu.isVisible()
    menu.close()
    assert [action.text() for action in desk.actions_of_desk.states.values()] == [
        "Not yet charted",
        "In progress",
        "Charted",
        "Send back with a comment",
        "Accept the cell",
        "Not asked",
        "Asked, nothing said",
        "Not applicable",
        "Unclear",
    ]


def test_the_menu_key_asks_at_the_beginning_of_the_current_cell(desk, qtbot):
    rect = desk.view.visualRect(desk.view.currentIndex())
    desk.view.menu_requested.disconnect()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(desk.view.menu_requested) as told:
        QApplication.sendEvent(desk.view, event)
    assert told.args == [desk.view.viewport().mapToGlobal(rect.topLeft() + QPoint(2, 2))]


def within(actions, depth=0):
    """Yield all actions of a menu and of those in it, each with how many menus lead to it."""
    for action in actions:
        if action is not None and action.menu() is not None:
            yield from within(action.menu().actions(), depth + 1)
        elif action is not None:
            yield action.objectName(), depth


def test_every_command_of_the_desk_is_in_its_menu(desk):
    assert {name for name, _depth in within(desk.desk_actions())} >= set(commands_of("matrix"))


def test_the_menu_fits_on_a_low_screen_and_no_command_is_far_down_in_it(desk):
    assert len(desk.desk_actions()) <= 20
    assert max(depth for name, depth in within(desk.desk_actions()) if name) == 1


def select_block(desk, rows, columns):
    model = desk.view.grid_model
    desk.view.setCurrentIndex(model.index(0, 0))
    desk.view.selectionModel().select(
        QItemSelection(model.index(0, 0), model.index(rows - 1, columns - 1)),
        QItemSelectionModel.SelectionFlag.ClearAndSelect,
    )


def states(desk):
    model = desk.view.grid_model
    cells = [[model.grid.cell(row, column) for column in range(2)] for row in range(3)]
    return [[cell.state if cell else "not_charted" for cell in row] for row in cells]


def test_all_selected_cells_take_a_state_as_one_step(desk):
    before = states(desk)
    desk.view.choose(1, 0)
    QTest.keyClick(desk.view, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(desk.view, Key.Key_6, Qt.KeyboardModifier.AltModifier)
    assert states(desk) == [before[0], ["not_applicable", "not_applicable"], before[2]]
    assert desk.project.describe(desk.project.next_undo()) == "State of several cells"
    run(desk, lambda p: p.undo())
    assert states(desk) == before


def test_of_a_block_only_cells_with_words_that_nobody_accepted_are_called_charted(desk):
    place = desk.view.grid_model.ids_at(desk.view.grid_model.index(0, 0))
    run(desk, lambda p: p.set_state(*place, "reviewed"))
    before = states(desk)
    select_block(desk, 2, 2)
    QTest.keyClick(desk.view, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert states(desk) == [["reviewed", "charted"], *before[1:]]
    told = "1 cell now charted. 2 cells without words and 1 accepted cell left as they were."
    assert desk.status_text() == told


def test_the_selection_stays_after_its_state_was_set(desk):
    select_block(desk, 2, 2)
    desk.charting.set_state("reviewed")
    assert len(desk.view.selectedIndexes()) == 4


def test_charted_and_on_is_about_the_current_cell_alone(desk):
    select_block(desk, 2, 2)
    before = states(desk)
    desk.charting.chart_and_go_on()
    after = states(desk)
    assert [row[1] for row in after] == [row[1] for row in before]
    assert after[1:] == before[1:]


def test_the_cell_that_one_goes_on_to_by_ctrl_enter_is_the_only_one_selected(desk):
    desk.view.choose(0, 0)
    QTest.keyPress(desk.view, Qt.Key.Key_Control, CTRL)
    QTest.keyClick(desk.view, Qt.Key.Key_Return, CTRL)
    QTest.keyRelease(desk.view, Qt.Key.Key_Control)
    current = desk.view.currentIndex()
    assert (current.row(), current.column()) != (0, 0)
    assert [(each.row(), each.column()) for each in desk.view.selectedIndexes()] == [(current.row(), current.column())]


def test_the_keyboard_goes_round_through_grid_evidence_and_comments(desk):
    desk.panels.open("evidence")
    desk.panels.open("comments")
    desk.view.setFocus()
    reached = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_F6)
        focus = QApplication.focusWidget()
        reached.append([part.isAncestorOf(focus) or part is focus for part in (desk.panel, desk.comments, desk.view)])
    assert reached == [[True, False, False], [False, True, False], [False, False, True]]


def test_the_grid_alone_is_zoomed_by_key_and_the_current_cell_stays_in_view(desk):
    desk.tabs.setCurrentIndex(desk.tabs.count() - 1)
    last = desk.view.grid_model.index(desk.view.grid_model.rowCount() - 1, desk.view.grid_model.columnCount() - 1)
    desk.view.setCurrentIndex(last)
    desk.view.scrollTo(last)
    for _ in range(4):
        QTest.keyClick(desk.view, Key.Key_Equal, Qt.KeyboardModifier.AltModifier)
    assert desk.view.zoom.value == 175
    assert desk.view.viewport().rect().intersects(desk.view.visualRect(desk.view.currentIndex()))
    QTest.keyClick(desk.view, Key.Key_Minus, Qt.KeyboardModifier.AltModifier)
    assert desk.view.zoom.value == 150
    desk.actions_of_desk.by_name["matrix.zoom_reset"].trigger()
    assert desk.view.zoom.value == 100


def test_columns_in_another_order_are_said_and_put_back_with_a_click(desk):
    desk.views.move_column(1)
    assert desk.filter_bar.sentence.text().endswith("Columns stand in another order.")
    assert not desk.filter_bar.clear_button.isHidden()
    desk.filter_bar.clear_button.click()
    assert "order" not in desk.filter_bar.sentence.text().removesuffix("in the project's order.")
    assert desk.views.state.columns.is_empty


def test_all_columns_hidden_are_not_called_nothing_to_chart(desk):
    for _ in range(desk.view.grid_model.columnCount()):
        desk.views.hide_column()
    assert desk.view.grid_model.columnCount() == 0
    assert desk.status_text().endswith("all columns are hidden")


def test_the_cross_in_the_field_for_words_goes_with_the_words(desk, qtbot):
    cross = desk.filter_bar.words.findChild(QToolButton)
    desk.filter_bar.words.setText("ward")
    qtbot.waitUntil(lambda: desk.filter_bar.row_filter.text == "ward")
    qtbot.waitUntil(lambda: cross.property("opacity") == 1)
    desk.filter_bar.clear()
    qtbot.waitUntil(lambda: cross.property("opacity") == 0)
    assert desk.filter_bar.row_filter.is_empty


def test_where_a_column_is_hidden_the_row_stays_and_the_next_column_is_at_hand(desk):
    grid = desk.view.grid_model.grid
    desk.view.choose(2, 1)
    desk.views.hide_column()
    assert desk.view.current_ids() == (grid.rows[2].interview_id, grid.columns[2].subtopic_id)
    desk.views.show_columns()
    assert desk.view.current_ids() == (grid.rows[2].interview_id, grid.columns[2].subtopic_id)


def test_where_the_last_column_is_hidden_the_one_before_is_at_hand(desk):
    last = desk.view.grid_model.columnCount() - 1
    desk.view.choose(1, last)
    desk.views.hide_column()
    assert (desk.view.currentIndex().row(), desk.view.currentIndex().column()) == (1, last - 1)


def test_a_hint_goes_by_itself_and_how_far_one_is_is_said_again(desk):
    before = desk.status_text()
    QTest.keyClick(desk.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert desk.status_text() == "1 cell copied."
    desk.hint.findChild(QTimer).timeout.emit()
    assert desk.status_text() == before
