"""Finding in the real window: by key from anywhere, and to where the result stands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from framework_qda.model import Statement
from framework_qda.project.hits import HitKind
from framework_qda.ui.settings import Settings
from framework_qda.ui.window import MainWindow

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, look, study, tmp_path):
    made = MainWindow(Settings(tmp_path / "settings.ini"), look)
    made.resize(1400, 900)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_project(study.project)
    made.show_desk("matrix")
    yield made
    made.close()


@pytest.fixture
def find(qtbot, window):
    """Give a function that finds words by key and chooses the first result of a kind."""

    def found(words, kind=None):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, CONTROL_SHIFT)
        desk = window.current_desk()
        QTest.keyClicks(QApplication.focusWidget(), words)
        qtbot.waitUntil(lambda: not desk.searcher.is_busy)
        desk.show_kind(kind)
        return desk

    return found


def test_the_key_shows_the_desk_with_the_field_ready(window, find):
    find("ward")
    window.show_desk("matrix")
    desk = find("")
    assert QApplication.focusWidget() is desk.field
    assert (desk.field.text(), desk.field.selectedText()) == ("ward", "ward")


def test_a_paragraph_is_shown_with_the_word_selected(window, find):
    QTest.keyClick(find("shut", HitKind.NOTES).field, Qt.Key.Key_Return)
    assert window.desk_name == "chart"
    notes = window.current_desk().panes.notes.view
    assert notes.textCursor().selectedText() == "shut"


def test_a_cell_is_shown_with_the_word_selected(window, find, study):
    QTest.keyClick(find("safeguarding 1", HitKind.CELL).field, Qt.Key.Key_Return)
    assert window.current_desk().here() == (study.interviews[1], study.columns[1])
    assert window.current_desk().panes.cell.editor.textCursor().selectedText() == "safeguarding"


def test_a_comment_is_shown_in_its_thread(window, find, study):
    QTest.keyClick(find("which", HitKind.COMMENT).field, Qt.Key.Key_Return)
    panes = window.current_desk().panes
    assert window.current_desk().here() == study.cell
    assert panes.comments.isVisible()
    assert panes.comments.cards[0].reply_button.hasFocus()


@pytest.mark.parametrize(
    ("words", "desk"), [("Referral", "framework"), ("North", "interviews"), ("Sister", "interviews")]
)
def test_a_name_is_shown_on_its_desk(window, find, words, desk):
    QTest.keyClick(find(words, HitKind.NAME).field, Qt.Key.Key_Return)
    assert window.desk_name == desk
    assert window.current_desk().view.current_node() is not None


def test_what_was_done_elsewhere_is_found_when_one_comes_back(qtbot, window, find, study):
    desk = find("portakabin")
    window.show_desk("matrix")
    statements = [Statement("new", "summary", "In a portakabin.")]
    window.operations.run(lambda project: project.chart(*study.cell, statements))
    window.show_desk("find")
    qtbot.waitUntil(lambda: [section.kind for section in desk.results.sections] == [HitKind.CELL])


def test_closing_the_project_in_the_midst_of_a_search_harms_nothing(window, find):
    desk = find("ward")
    desk.field.setText("police")
    window.close_project()
    assert desk.searcher.is_idle


def test_the_next_result_is_gone_to_from_where_one_is(window, find, study):
    QTest.keyClick(find("safeguarding", HitKind.CELL).field, Qt.Key.Key_Return)
    assert window.current_desk().here() == study.cell
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F3)
    assert window.current_desk().here() == (study.interviews[2], study.columns[0])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert window.current_desk().here() == study.cell


def test_the_next_result_asks_for_words_where_nothing_was_looked_for(window):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F3)
    assert window.desk_name == "find"


def test_whoever_edits_a_result_finds_it_chosen_afterwards(qtbot, window, find, study):
    desk = find("safeguarding", HitKind.CELL)
    QTest.keyClick(desk.field, Qt.Key.Key_Down)
    QTest.keyClick(desk.view, Qt.Key.Key_Down)
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Safeguarding again")
    window.show_desk("find")
    qtbot.waitUntil(lambda: "again" in desk.view.currentIndex().data())
    assert desk.view.currentIndex().row() == 2
