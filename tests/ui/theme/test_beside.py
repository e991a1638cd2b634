"""What stands beside the column follows the cell at hand, and leads from it to the notes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.theme.test_desk import grid

Key = Qt.Key


@pytest.fixture
def evidence(desk):
    """Return the panel, open, at a cell that rests on something."""
    desk.show_subtopic(desk.reading.columns[2].subtopic_id)
    desk.activateWindow()
    desk.view.setFocus()
    desk.by_name["theme.evidence"].trigger()
    return desk.evidence


def rows(evidence):
    return evidence.passages.evidence_model.rows


def refs(desk, row=0):
    cell = grid(desk).cells[grid(desk).rows[row].interview_id, desk.reading.subtopic_id]
    return [ref.extract_id for statement in cell.statements for ref in statement.evidence]


def test_it_shows_what_the_cell_at_hand_rests_on(desk, evidence):
    assert evidence.heading.text() == "Evidence · I01 · 1.3"
    assert [row.evidence.extract_id for row in rows(evidence) if row.evidence] == refs(desk)


def test_it_follows_to_another_cell(desk, evidence):
    desk.view.choose(4, 0)
    assert evidence.heading.text() == "Evidence · I05 · 1.3"
    assert [row.evidence.extract_id for row in rows(evidence) if row.evidence] == refs(desk, 4)


def test_nothing_is_read_for_a_panel_that_is_hidden(desk, evidence):
    desk.by_name["theme.evidence"].trigger()
    desk.view.choose(4, 0)
    assert evidence.heading.text() == "Evidence · I01 · 1.3"


def test_the_key_opens_and_folds_it_and_the_rows_have_the_keyboard_again(desk, evidence):
    assert desk.panels.is_shown("evidence")
    evidence.passages.setFocus()
    desk.by_name["theme.evidence"].trigger()
    assert not desk.panels.is_shown("evidence")
    assert desk.view.hasFocus()


def test_a_reference_in_a_cell_opens_the_panel_at_its_passage(desk, evidence):
    desk.by_name["theme.evidence"].trigger()
    wanted = refs(desk)[-1]
    desk.view.passage_pointed.emit(wanted)
    assert desk.panels.is_shown("evidence")
    assert evidence.current_extract() == wanted


def test_a_passage_leads_to_the_notes_of_its_interview(desk, evidence, qtbot):
    with qtbot.waitSignal(desk.passage_requested) as told:
        evidence.passages.opened.emit(refs(desk)[0])
    assert told.args == [grid(desk).rows[0].interview_id, refs(desk)[0]]


def test_the_cell_at_hand_is_opened_on_the_chart_desk(desk, qtbot):
    desk.view.choose(6, 0)
    with qtbot.waitSignal(desk.cell_requested) as told:
        desk.by_name["theme.open_cell"].trigger()
    assert told.args == [grid(desk).rows[6].interview_id, desk.reading.subtopic_id]


def test_a_cell_that_is_written_is_finished_when_another_is_chosen(desk, evidence, qtbot):
    ids = desk.view.current_ids()
    desk.by_name["theme.edit"].trigger()
    qtbot.keyClicks(QApplication.focusWidget(), "Indeed. ")
    desk.view.choose(4, 0)
    assert not desk.charting.in_place.is_open
    assert any("Indeed. " in each.text for each in desk.project.read.cell(*ids).content)


def test_the_synthesis_takes_the_keyboard_when_it_opens_and_gives_it_back(desk):
    desk.activateWindow()
    desk.view.setFocus()
    desk.by_name["theme.synthesis"].trigger()
    assert not desk.panels.is_shown("synthesis")
    assert desk.view.hasFocus()
    desk.by_name["theme.synthesis"].trigger()
    assert desk.synthesis.editor.hasFocus()
