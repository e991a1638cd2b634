"""A cell that was charted before its sub-topic changed says so, says why, and is settled with one key."""

import pytest
from PySide6.QtCore import Qt

from framework_qda.matrix.reshaping import stale_revisions
from framework_qda.model import Subtopic
from framework_qda.ui.chart.marching import NOT_STALE, SAME_DEFINITION
from tests.ui.cut import find_cut

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def stale(bench, study):
    """Return the bench at a cell that was charted under an earlier definition."""
    study.chart("Forms by post.", state="charted")
    study.project.change(Subtopic, study.subtopics[0], definition="About forms only.")
    bench.operations.run(lambda project: project.note_revision(study.subtopics[0], "Only the forms"))
    bench.open(0, 1)
    bench.open(0, 0)
    return bench


def bar(bench):
    return bench.desk.panes.cell.stale


def is_stale(study):
    return bool(stale_revisions(study.project.read, study.interviews[0], study.subtopics[0]))


def test_a_cell_that_fits_shows_no_bar(bench, study):
    study.chart("Forms by post.")
    bench.open(0, 1)
    bench.open(0, 0)
    assert bar(bench).isHidden()


def test_the_bar_says_what_changed_and_who_said_so(stale):
    assert bar(stale).isVisible()
    assert bar(stale).reasons.text().startswith("Only the forms · Ann Marsh, ")


def test_the_bar_comes_while_the_cell_is_open(bench, study):
    study.chart("Forms by post.", state="charted")
    bench.operations.run(lambda project: project.note_revision(study.subtopics[0], "Only the forms"))
    assert bar(bench).isVisible()


def test_alt_9_says_that_the_cell_fits_and_goes_on(stale, study):
    stale.shortcut(Qt.Key.Key_9, ALT)
    assert not is_stale(study)
    assert stale.desk.here() == (study.interviews[0], study.subtopics[1])
    assert stale.editor.hasFocus()


def test_the_button_goes_on_down_the_column_where_the_march_does(stale, study):
    stale.do("by_column")
    stale.qtbot.mouseClick(bar(stale).settle_button, Qt.MouseButton.LeftButton)
    assert not is_stale(study)
    assert stale.desk.here() == (study.interviews[1], study.subtopics[0])


def test_one_undo_makes_the_cell_stale_again_and_shows_it(stale, study):
    stale.do("settle")
    stale.operations.run(lambda project: project.undo())
    assert is_stale(study)
    assert stale.desk.here() == (study.interviews[0], study.subtopics[0])
    assert bar(stale).isVisible()


def test_a_cell_that_is_not_stale_stays_where_it_is(bench, study):
    bench.do("settle")
    assert bench.desk.here() == (study.interviews[0], study.subtopics[0])
    assert bench.desk.status_text() == NOT_STALE


def test_what_changed_is_shown_on_demand_with_its_words_compared(stale):
    assert bar(stale).view.isHidden()
    stale.do("compare_definitions")
    assert bar(stale).view.isVisible()
    assert bar(stale).view.toPlainText() == "About summary forms only."
    stale.do("compare_definitions")
    assert bar(stale).view.isHidden()


def test_the_comparison_stays_open_while_the_cell_is_written(stale, study):
    stale.do("compare_definitions")
    stale.type("More. ")
    stale.desk.finish_editing()
    assert bar(stale).view.isVisible()


def test_a_definition_that_reads_as_before_is_not_compared(bench, study):
    study.chart("Forms by post.", state="charted")
    bench.operations.run(lambda project: project.note_revision(study.subtopics[0], "Look again"))
    assert bar(bench).compare_button.isHidden()
    bench.do("compare_definitions")
    assert bench.desk.status_text() == SAME_DEFINITION


def test_nothing_is_cut_in_a_narrow_pane_at_the_largest_zoom(stale, look):
    look.set_zoom(200)
    stale.desk.resize(850, 540)
    stale.do("compare_definitions")
    assert find_cut(bar(stale)) == []


def test_what_changed_is_brought_into_view_in_a_low_window(stale, look):
    look.set_zoom(200)
    stale.desk.resize(850, 540)
    stale.do("compare_definitions")
    area = stale.desk.panes.room.cell_area
    stale.qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
