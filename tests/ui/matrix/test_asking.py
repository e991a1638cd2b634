"""What is asked beside the window: every matrix is large here, and the rows are found when a test lets them be."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.errors import ProjectFileError
from framework_qda.matrix.arranging import Arrangement
from framework_qda.matrix.filters import RowFilter
from framework_qda.model import Attribute, CellState, Statement
from framework_qda.ui.matrix import asking, showing

CHARTED = RowFilter(states=frozenset({CellState.CHARTED}))
NOT_CHARTED = RowFilter(states=frozenset({CellState.NOT_CHARTED}))


class Gate:
    """Hold the work up until it is opened."""

    def __init__(self, filter_grid):
        self._filter_grid = filter_grid
        self.opened = Event()
        self.error = None

    def __call__(self, reader, grid, row_filter, step):
        while not self.opened.wait(0.005):
            step(0, 1)
        if self.error is not None:
            raise self.error
        return self._filter_grid(reader, grid, row_filter, step)


@pytest.fixture
def gate(desk, monkeypatch, qtbot):
    """Let every matrix be large, and give what holds the answer of a filter up."""
    monkeypatch.setattr(asking, "LARGE", 0)
    monkeypatch.setattr(showing, "is_large", lambda grid: bool(grid.rows))
    made = Gate(asking.filter_grid)
    monkeypatch.setattr(asking, "filter_grid", made)
    yield made
    made.opened.set()
    desk.end()


def settle(qtbot, desk):
    qtbot.waitUntil(lambda: not desk.showing.asking.is_busy)


def codes(desk):
    return [row.code for row in desk.showing.grid.rows]


def test_rows_that_pass_come_when_they_are_found(desk, gate, qtbot):
    whole = codes(desk)
    desk.filter_bar.set_filter(CHARTED)
    assert codes(desk) == whole
    gate.opened.set()
    settle(qtbot, desk)
    assert codes(desk) == ["I01"]
    assert "Showing 1 of 5" in desk.filter_bar.sentence.text()
    assert desk.status_text().endswith("in the 1 interviews shown")


def test_cells_of_rows_that_were_found_are_read(desk, gate, qtbot):
    desk.filter_bar.set_filter(CHARTED)
    gate.opened.set()
    settle(qtbot, desk)
    assert desk.view.grid_model.cell_at(desk.view.grid_model.index(0, 0)).statements


def test_what_takes_long_is_told_and_can_be_stopped(desk, gate, qtbot):
    said = desk.filter_bar.sentence.text()
    desk.filter_bar.set_filter(CHARTED)
    assert desk.filter_bar.sentence.text() == said
    qtbot.waitUntil(lambda: desk.filter_bar.sentence.text() == "Filtering…")
    assert not desk.filter_bar.clear_button.isHidden()
    desk.filter_bar.clear_button.click()
    assert desk.filter_bar.sentence.text() == said
    assert desk.filter_bar.row_filter.is_empty


def test_escape_stops_and_brings_the_filter_before_back(desk, gate, qtbot):
    gate.opened.set()
    desk.filter_bar.set_filter(CHARTED)
    settle(qtbot, desk)
    gate.opened.clear()
    desk.filter_bar.set_filter(NOT_CHARTED)
    QTest.keyClick(desk.view, Qt.Key.Key_Escape)
    assert desk.filter_bar.row_filter == CHARTED
    assert codes(desk) == ["I01"]
    settle(qtbot, desk)
    assert codes(desk) == ["I01"]


def test_the_next_filter_is_the_one_answered(desk, gate, qtbot):
    desk.filter_bar.set_filter(NOT_CHARTED)
    desk.filter_bar.set_filter(CHARTED)
    gate.opened.set()
    settle(qtbot, desk)
    assert codes(desk) == ["I01"]


def test_a_filter_that_is_cleared_is_not_answered(desk, gate, qtbot):
    whole = codes(desk)
    desk.filter_bar.set_filter(CHARTED)
    desk.filter_bar.clear()
    gate.opened.set()
    settle(qtbot, desk)
    assert codes(desk) == whole


def test_stopping_on_the_way_to_another_theme_shows_all_of_it(desk, gate, qtbot):
    gate.opened.set()
    desk.filter_bar.set_filter(CHARTED)
    settle(qtbot, desk)
    gate.opened.clear()
    desk.tabs.step(-1)
    shown = desk.tabs.theme_id()
    assert desk.showing.grid.theme_id != shown
    desk.showing.stop()
    assert desk.showing.grid.theme_id == shown
    assert desk.filter_bar.row_filter.is_empty
    assert len(codes(desk)) == 5


def test_another_order_is_found_beside_the_window_too(desk, gate, qtbot):
    attribute = desk.project.read.all(Attribute)[0].id
    desk.operations.run(lambda project: project.change(Attribute, attribute, choices=("link worker", "hospital team")))
    settle(qtbot, desk)
    desk.filter_bar.set_arrangement(Arrangement((attribute,)))
    settle(qtbot, desk)
    assert codes(desk) == ["I04", "I05", "I01", "I02", "I03"]


def test_an_edit_that_is_begun_meanwhile_is_written_and_counted(desk, gate, qtbot):
    desk.filter_bar.set_filter(CHARTED)
    ids = desk.view.current_ids()
    desk.charting.edit()
    desk.charting.in_place.editor.insertPlainText("More. ")
    gate.opened.set()
    settle(qtbot, desk)
    assert any("More." in each.text for each in desk.project.read.cell(*ids).content)
    assert codes(desk) == ["I01"]
    assert not desk.charting.in_place.is_open


def test_a_count_follows_what_changed_while_it_was_made(desk, gate, qtbot):
    last = [desk.showing.grid.rows[-1].interview_id, desk.showing.grid.columns[0].subtopic_id]
    before = desk.status_text()
    gate.opened.set()
    desk.showing.read_anew()
    desk.operations.run(lambda project: project.chart(*last, [Statement("n", "summary", "New.")], CellState.CHARTED))
    settle(qtbot, desk)
    assert desk.status_text() != before
    assert desk.status_text() == desk.showing._progress.show_grid(desk.showing.grid)


def test_a_file_that_cannot_be_asked_is_said_and_the_filter_goes_back(desk, gate, qtbot):
    gate.error = ProjectFileError("The file is away.")
    told = []
    desk.message_wanted.connect(lambda words, _buttons: told.append(words))
    desk.filter_bar.set_filter(CHARTED)
    gate.opened.set()
    settle(qtbot, desk)
    assert told == ["The file is away."]
    assert desk.filter_bar.row_filter.is_empty


def test_enter_behind_words_leads_to_the_first_cell_with_them_when_the_rows_have_come(desk, gate, qtbot):
    desk.filter_bar.words.setFocus()
    QTest.keyClicks(desk.filter_bar.words, "doctor")
    QTest.keyClick(desk.filter_bar.words, Qt.Key.Key_Return)
    assert not desk.view.hasFocus()
    gate.opened.set()
    settle(qtbot, desk)
    assert desk.view.hasFocus()
    assert "doctor" in desk.view.grid_model.cell_at(desk.view.currentIndex()).statements[0].text


def test_escape_does_nothing_where_nothing_is_looked_for(desk):
    desk.filter_bar.set_filter(CHARTED)
    QTest.keyClick(desk.view, Qt.Key.Key_Escape)
    assert desk.filter_bar.row_filter == CHARTED


def test_the_next_hit_is_gone_to_when_the_rows_with_the_words_have_come(desk, gate, qtbot):
    desk.view.choose(3, 0)
    desk.filter_bar.set_filter(RowFilter(text="first week"))
    assert desk.step_result(1)
    gate.opened.set()
    settle(qtbot, desk)
    cell = desk.view.grid_model.cell_at(desk.view.currentIndex())
    assert any("first week" in each.text for each in cell.statements)
