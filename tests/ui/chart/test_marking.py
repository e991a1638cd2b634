"""Statements are tagged, marked to re-home and moved on the Chart desk."""

import pytest
from PySide6.QtCore import Qt

from framework_qda.model import Interview, Statement, Subtopic, Tag
from framework_qda.ui.chart.desk import ChartDesk
from tests.ui.showing import show_desk


@pytest.fixture
def ids(project):
    interview = project.read.all(Interview)[0].id
    first, second = (each.id for each in project.read.all(Subtopic))
    project.chart(interview, first, [Statement("a", "summary", "Rooms"), Statement("b", "summary", "Staff")])
    return interview, first, second


@pytest.fixture
def desk(qtbot, project, ids):
    desk = show_desk(qtbot, ChartDesk(), project)
    desk.open_cell(*ids[:2])
    desk.panes.cell.editor.put_caret_in("b")
    return desk


def trigger(desk, name):
    desk.actions_by_id[f"chart.{name}"].trigger()


def stored(desk, ids, place=1):
    return {each.id: each for each in desk.project.read.cell(ids[0], ids[place]).content}


def type_into(qtbot, choice, words):
    qtbot.keyClicks(choice.field, words)
    qtbot.keyClick(choice.field, Qt.Key.Key_Return)


def test_a_new_tag_is_made_and_given_in_one_step(desk, qtbot, ids):
    trigger(desk, "tag")
    type_into(qtbot, desk.marking.tag_choice, "consent")
    tag = desk.project.read.all(Tag)[0]
    assert (tag.label, tag.subtopic_id) == ("consent", ids[1])
    assert stored(desk, ids)["b"].marks.tags == (tag.id,)
    desk.operations.run(lambda project: project.undo())
    assert desk.project.read.all(Tag) == []
    assert stored(desk, ids)["b"].marks.tags == ()


def test_a_tag_is_given_and_taken_and_the_list_stays(desk, qtbot, ids):
    tag_id = desk.project.add(Tag, label="consent", subtopic_id=ids[1]).new_id
    trigger(desk, "tag")
    choice = desk.marking.tag_choice
    qtbot.keyClick(choice.field, Qt.Key.Key_Return)
    assert stored(desk, ids)["b"].marks.tags == (tag_id,)
    assert choice.list.item(0).text() == "☑  consent"
    qtbot.keyClick(choice.field, Qt.Key.Key_Return)
    assert stored(desk, ids)["b"].marks.tags == ()


def test_the_editor_keeps_a_tag_when_typing_goes_on(desk, qtbot, ids):
    trigger(desk, "tag")
    type_into(qtbot, desk.marking.tag_choice, "consent")
    qtbot.keyClick(desk.marking.tag_choice.field, Qt.Key.Key_Escape)
    qtbot.keyClicks(desk.panes.cell.editor, " too")
    desk.finish_editing()
    assert stored(desk, ids)["b"].text == "Staff too"
    assert len(stored(desk, ids)["b"].marks.tags) == 1


def test_a_statement_waits_to_be_re_homed_and_no_longer(desk, ids):
    trigger(desk, "to_rehome")
    assert stored(desk, ids)["b"].marks.to_rehome
    assert not stored(desk, ids)["a"].marks.to_rehome
    trigger(desk, "to_rehome")
    assert not stored(desk, ids)["b"].marks.to_rehome


def test_what_is_typed_is_written_before_a_statement_moves(desk, qtbot, ids):
    qtbot.keyClicks(desk.panes.cell.editor, " too")
    trigger(desk, "move_statement")
    type_into(qtbot, desk.marking.column_choice, "context")
    assert list(stored(desk, ids)) == ["a"]
    assert stored(desk, ids, 2)["b"].text == "Staff too"


def test_all_selected_statements_move(desk, qtbot, ids):
    desk.panes.cell.editor.selectAll()
    trigger(desk, "move_statement")
    type_into(qtbot, desk.marking.column_choice, "1.2")
    assert list(stored(desk, ids, 2)) == ["a", "b"]


def test_the_own_column_is_not_offered(desk, ids):
    trigger(desk, "move_statement")
    found = desk.marking.column_choice.choices_for("")
    assert [choice.words for choice in found] == ["1.2   context"]


def test_an_empty_cell_has_nothing_to_mark(desk, ids):
    desk.open_cell(ids[0], ids[2])
    trigger(desk, "to_rehome")
    assert desk.status_text() == "There is no statement here yet."
