"""The Board desk shows where the study stands and leads to every place in it."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel

from framework_qda import open_project
from framework_qda.errors import ProjectFileError
from framework_qda.matrix.board import read_map
from framework_qda.model import Changes
from framework_qda.ui.board import desk as board_desk
from framework_qda.ui.board.desk import BoardDesk
from framework_qda.ui.board.map_model import MapModel
from framework_qda.ui.last_place import LastPlace, remember_place
from framework_qda.ui.operations import Operations

Key = Qt.Key


@pytest.fixture
def project_of_desk(sample_path, tmp_path):
    with open_project(shutil.copy(sample_path, tmp_path / "board.fqda")) as project:
        yield project


@pytest.fixture
def desk(qtbot, project_of_desk, settings):
    made = BoardDesk()
    made.settings = settings
    made.resize(1400, 900)
    qtbot.addWidget(made)
    made.set_project(project_of_desk, Operations(project_of_desk, made))
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.is_complete)
    return made


def test_the_model_holds_what_qt_asks_of_one(qtbot, sample):
    model = MapModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(read_map(sample.overview), by_case=False)
    assert (model.rowCount(), model.columnCount()) == (28, 23)
    model.show(read_map(sample.overview), by_case=True)
    assert (model.rowCount(), model.columnCount()) == (12, 23)
    del tester


def test_a_field_is_read_in_words(desk):
    spoken = desk.map.map_model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("I01, 1.1 Summary: accepted")


def test_the_whole_map_of_the_sample_is_in_view_at_1400_pixels(desk):
    last = desk.map.map_model.index(27, 22)
    assert desk.map.viewport().rect().contains(desk.map.visualRect(last).center())


def test_enter_opens_the_cell_at_hand(desk, qtbot):
    desk.map.setFocus()
    QTest.keyClick(desk.map, Key.Key_Down)
    QTest.keyClick(desk.map, Key.Key_Right)
    with qtbot.waitSignal(desk.cell_requested) as opened:
        QTest.keyClick(desk.map, Key.Key_Return)
    assert opened.args == list(desk.board.place(1, 1))


def test_a_line_of_the_list_leads_from_place_to_place_and_round(desk):
    opened = []
    desk.cell_requested.connect(lambda *place: opened.append(place))
    row = next(each for each in desk.todo.rows if each.todo.key == "not_charted")
    for _ in range(row.todo.count + 1):
        row.click()
    assert opened[:-1] == [(spot.interview_id, spot.subtopic_id) for spot in row.todo.spots]
    assert opened[-1] == opened[0]


def test_statements_to_re_home_are_opened_as_a_list_and_counted_anew(desk, qtbot, dialogs):
    desk.operations.changed.connect(desk.show_changes)
    row = next(each for each in desk.todo.rows if each.todo.key == "rehome")
    before, listed = row.todo.count, []

    def move_one(dialog):
        listed.append(dialog.statements.count())
        qtbot.keyClick(dialog.field, Key.Key_Return)

    dialogs.expect(move_one)
    row.click()
    assert listed == [before]
    qtbot.waitUntil(lambda: row.todo.count == before - 1)
    assert row.toolTip() == "Open the list"


@pytest.mark.parametrize("key", ["sent_back", "comment"])
def test_what_somebody_remarked_on_is_opened_with_the_remark(desk, key):
    opened = []
    desk.remarks_requested.connect(lambda *place: opened.append(place))
    row = next(each for each in desk.todo.rows if each.todo.key == key)
    row.click()
    assert opened == [(row.todo.spots[0].interview_id, row.todo.spots[0].subtopic_id, "")]


def test_pointing_at_a_line_lights_its_cells(desk):
    row = next(each for each in desk.todo.rows if each.todo.key == "not_charted")
    row.pointed.emit(True)
    assert desk.map.lit == {(spot.interview_id, spot.subtopic_id) for spot in row.todo.spots}
    row.pointed.emit(False)
    assert desk.map.lit == frozenset()


def test_starred_extracts_lead_to_their_passages(desk, qtbot):
    row = next(each for each in desk.todo.rows if each.todo.key == "untranscribed")
    with qtbot.waitSignal(desk.passage_requested) as asked:
        row.click()
    assert asked.args == [row.todo.spots[0].interview_id, row.todo.spots[0].extract_id]


def test_a_change_shows_at_once(desk):
    place = desk.board.place(0, 0)
    changes = desk.project.set_state(*place, "in_progress")
    desk.show_changes(changes)
    assert desk.map.map_model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("in progress")


def test_rows_of_case_studies_sum_up(desk):
    desk._by_case.trigger()
    assert desk.map.map_model.rowCount() == 12
    spoken = desk.map.map_model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Area 1, 1.1 Summary: 2 of 2 done"


def test_hovering_tells_what_stands_in_a_cell_and_who_wrote_it(desk):
    words = desk.map.tell_of([desk.board.place(1, 8)])
    assert "I02 · 2.3 Notification and backup systems" in words
    assert "last HQ" in words
    assert "Envelopes are not waited for" in words


def test_data_in_a_tip_is_shown_as_it_is(desk):
    place = desk.board.place(0, 0)
    cell = desk.project.read.cell(*place)
    hostile = [type(cell.content[0])("x", "summary", "<img src='//host/x'>")]
    desk.show_changes(desk.project.chart(*place, hostile))
    assert "<img" not in desk.map.tell_of([place])


@pytest.mark.parametrize(("key", "lines"), [("case_study", 12), ("theme", 4)])
def test_parts_of_the_study_have_a_line_each(desk, key, lines):
    desk.show_breakdown(key)
    assert desk.standing.list.model().rowCount() == lines


def test_analysts_are_counted_beside_the_window(desk, qtbot):
    desk.show_breakdown("analyst")
    qtbot.waitUntil(lambda: desk.standing.list.model().rowCount() >= 3)


def test_continue_leads_to_the_cell_that_was_remembered(desk, settings, qtbot):
    place = desk.board.place(5, 5)
    remember_place(settings, desk.project, LastPlace(*place))
    with qtbot.waitSignal(desk.cell_requested) as opened:
        desk.continue_button.click()
    assert opened.args == list(place)


def test_a_remembered_cell_that_is_gone_is_passed_over(desk, settings, qtbot):
    remember_place(settings, desk.project, LastPlace("x", "y"))
    with qtbot.waitSignal(desk.cell_requested) as opened:
        desk.continue_button.click()
    assert opened.args[0] in {row.interview_id for row in desk.board.rows}


def test_an_empty_project_says_what_belongs_here(qtbot, open_window):
    from framework_qda.model import Interview

    interview = open_window.project.read.all(Interview)[0]
    open_window.operations.run(lambda project: project.delete(Interview, interview.id))
    open_window.show_desk("board")
    desk = open_window.current_desk()
    assert desk.notice.isVisible()
    assert "interviews" in desk.notice.words.text()


def test_in_a_narrow_window_the_list_stands_below_the_map(desk):
    desk.resize(700, 900)
    QTest.qWait(10)
    assert (
        desk.todo.mapTo(desk, desk.todo.rect().topLeft()).y() > desk.map.mapTo(desk, desk.map.rect().bottomLeft()).y()
    )


@pytest.mark.parametrize("height", [345, 330])
def test_in_a_narrow_window_the_button_that_goes_on_is_whole_in_view(desk, height):
    desk.resize(700, height)
    QTest.qWait(10)
    assert desk.continue_button.visibleRegion().boundingRect() == desk.continue_button.rect()
    desk.resize(1400, 900)
    QTest.qWait(10)
    assert desk.continue_button.mapTo(desk, desk.continue_button.rect().topLeft()).x() > desk.map.width()


def test_in_a_narrow_window_a_small_map_takes_no_more_room_than_it_needs(desk, qtbot):
    desk.board = replace(desk.board, rows=desk.board.rows[:2], bands=desk.board.bands[:1])
    desk._show_map()
    desk.resize(700, 500)
    QTest.qWait(10)
    assert desk.map.height() < desk.map.horizontalHeader().height() + 8 * desk.map.field_size.height()


def test_a_file_that_cannot_be_read_beside_the_window_is_said_and_the_list_stays(desk, qtbot, monkeypatch):
    def refuse(*_args):
        raise ProjectFileError("The file is away.")

    before = [row.todo for row in desk.todo.rows]
    monkeypatch.setattr(board_desk, "read_slow_todos", refuse)
    with qtbot.waitSignal(desk.message_wanted) as told:
        desk._look_longer()
    assert told.args == ["The file is away.", []]
    assert [row.todo for row in desk.todo.rows] == before


def test_what_others_changed_stands_first_and_leads_to_the_review(desk, qtbot):
    first = desk.todo.rows[0]
    assert first.todo.key == "changed"
    assert first.todo.words == "cells changed by others", "whoever has never looked is not told since when"
    with qtbot.waitSignal(desk.record_requested) as asked:
        first.click()
    assert asked.args == ["changed", ""]


def test_a_cell_to_be_looked_at_again_is_called_so_and_the_legend_says_why(desk):
    place = next(place for place, state in desk.board.states.items() if state == "charted")
    desk.show_changes(desk.project.note_revision(place[1], "Narrower"))
    row = next(n for n, each in enumerate(desk.board.rows) if each.interview_id == place[0])
    column = next(n for n, each in enumerate(desk.board.columns) if each.subtopic_id == place[1])
    spoken = desk.map.map_model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "to be looked at again" in spoken
    pair = next(each for each in desk.findChildren(QLabel) if each.text() == "to be looked at again").parentWidget()
    assert "Charted before its sub-topic changed" in pair.toolTip()


def test_the_fields_of_case_studies_are_explained_while_they_are_shown(desk):
    assert desk.legend._shares.isHidden()
    desk._by_case.trigger()
    assert not desk.legend._shares.isHidden()
    desk._by_case.trigger()
    assert desk.legend._shares.isHidden()


def test_whoever_closes_the_project_stops_what_looks_through_it(desk, qtbot, monkeypatch):
    seen = []
    monkeypatch.setattr(board_desk, "_look", lambda _path, _question, _wants, progress: seen.append(progress))
    desk._look_longer()
    desk.show_changes(Changes())
    desk.end()
    qtbot.wait(20)
    assert len(seen) == 1, "nothing is begun after the end"
    assert seen[0].is_stopped()
