"""Comments beside the matrix, accepting cells and sending them back, all by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLayout, QMenu

from framework_qda.model import CellState
from framework_qda.ui.context_menu import open_context_menu
from framework_qda.ui.settings import Settings
from framework_qda.ui.style import em
from framework_qda.ui.widgets.edge_tab import EdgeTab
from tests.ui.matrix.conftest import show_matrix

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def cell(desk):
    return desk.project.read.cell(*desk.view.current_ids())


def said(desk):
    return [comment.text for comment in desk.project.read.comments(cell(desk).id)]


@pytest.fixture
def at_words(desk):
    """The desk at a cell that has words."""
    for row in range(desk.view.grid_model.rowCount()):
        desk.view.choose(row, 0)
        if cell(desk).content:
            return desk
    raise AssertionError


def test_a_comment_is_written_by_keyboard_on_the_current_cell(desk):
    QTest.keyClick(desk.view, Key.Key_M, CONTROL)
    assert desk.comments.field.hasFocus()
    QTest.keyClicks(desk.comments.field, "Which forms?")
    QTest.keyClick(desk.comments.field, Key.Key_Return, CONTROL)
    assert said(desk) == ["Which forms?"]
    QTest.keyClick(desk.comments.field, Key.Key_Escape)
    assert desk.view.hasFocus()


def test_the_comments_follow_the_current_cell(desk):
    desk.project.comment("cell", cell(desk).id, "Here.")
    QTest.keyClick(desk.view, Key.Key_F8, SHIFT)
    assert [card.thread_shown.remark.text for card in desk.comments.cards] == ["Here."]
    QTest.keyClick(desk.view, Key.Key_Down)
    assert desk.comments.cards == []


def test_comments_stand_below_the_evidence_and_in_a_low_desk_instead_of_it(desk):
    desk.panels.open("evidence")
    QTest.keyClick(desk.view, Key.Key_F8, SHIFT)
    assert (desk.comments.isHidden(), desk.panel.isHidden()) == (False, False)
    desk.resize(1300, 400)
    assert (desk.comments.isHidden(), desk.panel.isHidden()) == (False, True)
    QTest.keyClick(desk.view, Key.Key_F8, SHIFT)
    assert (desk.comments.isHidden(), desk.panel.isHidden()) == (True, False)


def test_the_tab_says_how_many_comments_are_open(desk):
    desk.operations.run(lambda project: project.comment("cell", cell(desk).id, "Here."))
    (tab,) = [each for each in desk.findChildren(EdgeTab) if each.text().startswith("Comments")]
    assert (tab.text(), tab.accessibleName()) == ("Comments · 1", "Comments: 1 open comment")


def test_in_a_narrow_window_the_grid_makes_room_and_comes_back(desk):
    desk.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    desk.setMinimumSize(1, 1)
    desk.resize(em(desk, 36), 600)
    QTest.keyClick(desk.view, Key.Key_M, CONTROL)
    assert not desk.view.isVisible()
    QTest.keyClick(desk.comments.field, Key.Key_Escape)
    assert desk.view.hasFocus()


def test_what_was_shown_is_remembered(qtbot, project, tmp_path, desk):
    desk.settings = Settings(tmp_path / "settings.ini")
    desk.set_project(project, desk.operations)
    QTest.keyClick(desk.view, Key.Key_F8, SHIFT)
    QTest.keyClick(desk.view, Key.Key_F8)
    other = type(desk)()
    qtbot.addWidget(other)
    other.resize(desk.size())
    other.settings = desk.settings
    other.set_project(project, desk.operations)
    assert (other.panels.is_shown("comments"), other.panels.is_shown("evidence")) == (True, False)


def test_a_cell_is_sent_back_with_words_as_one_step(at_words):
    desk, before = at_words, cell(at_words).state
    QTest.keyClick(desk.view, Key.Key_8, ALT)
    assert desk.comments.field.hasFocus()
    assert cell(desk).state == before, "not before the reason is sent"
    QTest.keyClicks(desk.comments.field, "Whose forms?")
    QTest.keyClick(desk.comments.field, Key.Key_Return, CONTROL)
    assert (cell(desk).state, said(desk)) == (CellState.SENT_BACK, ["Whose forms?"])
    assert desk.view.hasFocus()
    desk.operations.run(lambda project: project.undo())
    assert (cell(desk).state, said(desk)) == (before, [])


def test_escape_leaves_the_state_as_it_was(at_words):
    before = cell(at_words).state
    QTest.keyClick(at_words.view, Key.Key_B, CONTROL | SHIFT)
    QTest.keyClick(at_words.comments.field, Key.Key_Escape)
    assert cell(at_words).state == before
    assert at_words.view.hasFocus()
    QTest.keyClick(at_words.view, Key.Key_M, CONTROL)
    assert at_words.comments.send_button.text() == "Comment"


def test_several_cells_are_sent_back_with_the_same_words(at_words):
    desk = at_words
    here = desk.view.currentIndex()
    desk.view.selectRow(here.row())
    places = desk.reviewing.places()
    assert len(places) > 1
    desk.actions_of_desk.states[CellState.SENT_BACK].trigger()
    assert f"{len(places)} cells" in desk.comments.form.purpose_words.text()
    desk.comments.field.setPlainText("All of it.")
    desk.comments.send_button.click()
    cells = [desk.project.read.cell(*place) for place in places]
    assert {each.state for each in cells} == {CellState.SENT_BACK}
    assert all(desk.project.read.comments(each.id) for each in cells)
    desk.operations.run(lambda project: project.undo())
    assert not any(desk.project.read.comments(each.id) for each in cells)


def test_a_cell_is_accepted_by_key(at_words):
    QTest.keyClick(at_words.view, Key.Key_Return, CONTROL | SHIFT)
    assert cell(at_words).state == CellState.REVIEWED


def test_the_way_leads_through_the_comments_of_all_matrices(desk, project):
    grid = desk.view.grid_model.grid
    first, last = grid.rows[0].interview_id, grid.rows[-1].interview_id
    desk.tabs.step(-1)
    other = desk.view.grid_model.grid.columns[0].subtopic_id
    here = grid.columns[0].subtopic_id
    for place in ((last, here), (first, other)):
        project.comment("cell", project.read.cell(*place).id, "Here.")
    desk.view.choose(0, 0)
    desk.view.choose(1, 0)
    found = []
    for _ in range(2):
        QTest.keyClick(desk.view, Key.Key_PageDown, CONTROL | SHIFT)
        found.append(desk.view.current_ids())
    assert found == [(last, here), (first, other)]


def test_a_thread_on_a_statement_leads_to_it(at_words):
    desk = at_words
    statement = cell(desk).content[-1]
    desk.project.comment("cell", cell(desk).id, "This one.", statement_id=statement.id)
    desk.panels.open("comments")
    desk.comments.cards[0].about_button.click()
    assert desk.charting.in_place.editor.current_statement().id == statement.id


def test_nothing_can_be_written_where_the_project_may_only_be_read(desk, monkeypatch):
    monkeypatch.setattr(type(desk.operations), "can_edit", property(lambda _self: False))
    desk.reviewing.comment()
    assert desk.comments.isHidden()


def test_a_fresh_desk_shows_no_comments(qtbot, project):
    assert show_matrix(qtbot, project).comments.isHidden()


def test_the_menu_of_a_cell_comments_on_a_statement_of_it(at_words):
    desk = at_words
    (about,) = [each for each in desk.reviewing.about_actions(desk.mapToGlobal(desk.rect().topLeft())) if each.menu()]
    about.menu().aboutToShow.emit()
    first = about.menu().actions()[0]
    assert first.text().startswith("Statement 1")
    first.trigger()
    desk.comments.field.setPlainText("Which forms?")
    desk.comments.send_button.click()
    (comment,) = desk.project.read.comments(cell(desk).id)
    assert comment.statement_id == cell(desk).content[0].id


def test_the_menu_at_a_chip_comments_on_its_extract(at_words, monkeypatch):
    desk = at_words
    extract_id = next(each for statement in cell(desk).content for each in statement.evidence)
    (ref,) = [
        each
        for statement in desk.view.grid_model.cell_at(desk.view.currentIndex()).statements
        for each in statement.evidence
        if each.extract_id == extract_id
    ]
    monkeypatch.setattr(desk.view.pointer, "evidence_at", lambda _point: ref)
    on_extract, _about = desk.reviewing.about_actions(desk.mapToGlobal(desk.rect().topLeft()))
    on_extract.trigger()
    desk.comments.field.setPlainText("Too telling.")
    desk.comments.send_button.click()
    assert [each.text for each in desk.project.read.comments(extract_id)] == ["Too telling."]


def test_the_editor_in_place_comments_on_the_statement_of_its_menu(at_words):
    desk = at_words
    statement = cell(desk).content[-1]
    desk.charting.edit()
    desk.charting.in_place.editor.comment_wanted.emit("statement", statement.id)
    assert not desk.charting.in_place.is_open
    assert desk.comments.about.currentText().startswith(f"On statement {len(cell(desk).content)}")


def test_a_passage_of_the_evidence_is_commented_on_from_its_menu(at_words):
    desk = at_words
    desk.panels.open("evidence")
    passages = desk.panel.passages
    extract_id = next(each for statement in cell(desk).content for each in statement.evidence)
    desk.panel.select_passage(extract_id)
    passages.setFocus()
    open_context_menu()
    (menu,) = [each for each in passages.findChildren(QMenu) if each.objectName() == "place_menu"]
    (action,) = menu.actions()
    menu.close()
    action.trigger()
    desk.comments.field.setPlainText("Too telling.")
    desk.comments.send_button.click()
    assert [each.text for each in desk.project.read.comments(extract_id)] == ["Too telling."]
