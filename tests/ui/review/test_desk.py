"""Walking through what others changed, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from framework_qda import create_project
from framework_qda.matrix.reviewing import read_review
from framework_qda.model import Analyst, CellState, Interview, Statement, Subtopic, Theme
from framework_qda.ui.board.desk import BoardDesk
from framework_qda.ui.board.looking_back import changed_todo
from framework_qda.ui.context_menu import open_context_menu
from framework_qda.ui.operations import Operations
from framework_qda.ui.review.desk import ReviewDesk
from framework_qda.ui.review.looked import Looked

Key = Qt.Key


@pytest.fixture
def study(tmp_path, settings):
    """A project in which a colleague charted three cells since the lead was here."""
    project = create_project(tmp_path / "study.fqda", title="A study", analyst_name="Ann Marsh")
    interviews = [project.add(Interview, code=f"I0{number}").new_id for number in (1, 2, 3)]
    theme_id = project.add(Theme, title="Referral").new_id
    subtopic_id = project.add(Subtopic, theme_id=theme_id, label="forms").new_id
    colleague = project.add(Analyst, name="Bea Holt", initials="BH").new_id
    project.places = [(interview_id, subtopic_id) for interview_id in interviews]
    Looked(project, settings).begin(project.overview.last_row())
    me, project.analyst_id = project.analyst_id, colleague
    for number, place in enumerate(project.places):
        project.chart(*place, [Statement(f"s{number}", "summary", f"Point {number}.")], CellState.CHARTED)
    project.analyst_id = me
    yield project
    project.close()


@pytest.fixture
def desk(qtbot, study, settings):
    desk = ReviewDesk()
    qtbot.addWidget(desk)
    desk.settings = settings
    operations = Operations(study, desk)
    operations.changed.connect(desk.show_changes)
    desk.set_project(study, operations)
    desk.resize(1200, 700)
    with qtbot.waitExposed(desk):
        desk.show()
    qtbot.waitUntil(lambda: desk.changed.is_complete)
    desk.changed.list.setFocus()
    return desk


def places(desk):
    return [item.place for item in desk.changed.list.changed_model.items]


def to_look_at(study, settings):
    review = read_review(study.overview, Looked(study, settings).question())
    return [item.place for item in review.items]


def test_the_desk_shows_what_a_colleague_charted(desk, study):
    assert places(desk) == study.places
    assert "1.1 for interview I01" in desk.changed.list.changed_model.index(0).data()
    assert "Point 0." in desk.changed.diff.toPlainText()
    assert desk.status_text() == "3 cells changed since you last looked"


def test_a_change_has_a_menu_of_what_can_be_done(desk):
    open_context_menu()
    menu = QApplication.activePopupWidget()
    assert {"Accept, next cell", "Open in Chart"} <= {action.text() for action in menu.actions()}
    menu.close()


def test_accept_by_key_leads_to_the_next_cell(desk, study):
    QTest.keyClick(desk.changed.list, Key.Key_A)
    assert study.read.cell(*study.places[0]).state == CellState.REVIEWED
    assert desk.here() == study.places[1]
    assert places(desk) == study.places[1:]


def test_what_a_colleague_accepted_already_is_taken_for_looked_at(desk, study):
    me, study.analyst_id = study.analyst_id, study.read.all(Analyst)[1].id
    study.accept(study.places[:1])
    study.analyst_id = me
    before = study.overview.last_row()
    QTest.keyClick(desk.changed.list, Key.Key_A)
    assert study.overview.last_row() == before
    assert places(desk) == study.places[1:]


def test_send_back_by_key_asks_for_words_and_leads_on(desk, study, qtbot):
    QTest.keyClick(desk.changed.list, Key.Key_B)
    assert desk.changed.comments.field.hasFocus()
    qtbot.keyClicks(desk.changed.comments.field, "Whose point?")
    QTest.keyClick(desk.changed.comments.field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    cell = study.read.cell(*study.places[0])
    assert cell.state == CellState.SENT_BACK
    assert [each.text for each in study.read.comments(cell.id)] == ["Whose point?"]
    assert places(desk) == study.places[1:]
    assert desk.changed.comments.field.toPlainText() == ""
    assert desk.changed.list.hasFocus()
    assert desk.status_text() == "Sent back: 1.1 for interview I01, with your comment."


def test_what_is_said_of_an_acceptance_gives_way_to_what_is_done_next(desk, study):
    news = []
    desk.news_wanted.connect(lambda _topic, words, _buttons: news.append(words))
    study.comment("cell", study.read.cell(*study.places[0]).id, "Whose point?")
    QTest.keyClick(desk.changed.list, Key.Key_A)
    assert news[-1] == "You accepted 1.1 for interview I01. 1 comment on it is still open."
    QTest.keyClick(desk.changed.list, Key.Key_A)
    assert news[-1] == ""


def test_sending_back_takes_away_what_was_said_of_an_acceptance(desk, study, qtbot):
    news = []
    desk.news_wanted.connect(lambda _topic, words, _buttons: news.append(words))
    study.comment("cell", study.read.cell(*study.places[0]).id, "Whose point?")
    QTest.keyClick(desk.changed.list, Key.Key_A)
    assert news[-1] != ""
    QTest.keyClick(desk.changed.list, Key.Key_B)
    qtbot.keyClicks(desk.changed.comments.field, "Whose point?")
    QTest.keyClick(desk.changed.comments.field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert news[-1] == ""


def test_what_was_looked_at_stays_looked_at(desk, study, settings):
    QTest.keyClick(desk.changed.list, Key.Key_N)
    assert to_look_at(study, settings) == study.places[1:]
    assert study.read.cell(*study.places[0]).state == CellState.CHARTED


def test_everything_looked_at_says_so(desk, study, settings):
    desk.changed.mark_all()
    assert desk.changed.list.changed_model.rowCount() == 0
    assert desk.changed.notice.isVisible()
    assert to_look_at(study, settings) == []


def test_the_board_counts_what_is_to_be_looked_at(desk, study, settings):
    (todo,) = changed_todo(study.overview, Looked(study, settings).question())
    assert (todo.count, todo.words) == (3, "cells changed since you last looked")


def test_the_cell_is_opened_beside_its_notes(desk, study, qtbot):
    with qtbot.waitSignal(desk.cell_requested) as asked:
        desk.actions_by_id["review.open_cell"].trigger()
    assert tuple(asked.args) == study.places[0]


def test_the_model_holds_what_qt_asks_of_one(desk):
    model = desk.changed.list.changed_model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    removed = []
    model.rowsRemoved.connect(lambda _parent, first, last: removed.append((first, last)))
    items = model.items
    model.show_items(items[:1] + items[2:])
    model.show_items(items[:1] + items[2:])
    assert removed == [(1, 1)], "where one cell has gone the others are not laid out anew"
    model.show_items(items[1:])
    assert [model.index(row).data().split("\n")[0] for row in (0, 1)] == [
        "1.1 for interview I02",
        "1.1 for interview I03",
    ]
    assert removed == [(1, 1)]
    model.show_items(())
    assert model.rowCount() == 0
    del tester


def test_a_letter_is_a_command_and_searches_nothing(desk, study):
    QTest.keyClicks(desk.changed.list, "1")
    assert desk.here() == study.places[0]
    QTest.keyClick(desk.changed.list, Key.Key_Down)
    assert desk.here() == study.places[1]


def test_the_board_counts_anew_after_somebody_has_looked(qtbot, desk, study, settings):
    board = BoardDesk()
    qtbot.addWidget(board)
    board.settings = settings
    board.set_project(study, Operations(study, board))
    board.resize(1200, 800)
    board.show()
    qtbot.waitUntil(lambda: board.is_complete)
    assert [row.todo.count for row in board.todo.rows if row.todo.key == "changed"] == [3]
    board.hide()
    desk.changed.go_on()
    board.show()
    qtbot.waitUntil(lambda: board.is_complete)
    assert [row.todo.count for row in board.todo.rows if row.todo.key == "changed"] == [2]


def test_a_thread_on_a_statement_leads_to_it_on_the_chart_desk(desk, study, qtbot):
    place = desk.changed.list.current().place
    cell = study.read.cell(*place)
    changes = desk.operations.run(
        lambda project: project.comment("cell", cell.id, "Which?", statement_id=cell.content[0].id)
    )
    desk.changed.comment()
    with qtbot.waitSignal(desk.remarks_requested) as asked:
        desk.changed.comments.cards[0].about_button.click()
    assert asked.args == [*place, changes.new_id]


def test_what_is_remembered_is_one_row_once_everything_was_looked_at(desk, study, settings):
    desk.changed.go_on()
    desk.changed.mark_all()
    row = study.overview.last_row()
    known = f"{row}@{study.overview.entry_id(row)}"
    assert settings.remembered(study.project_id, f"looked_{study.analyst_id}") == known


def test_in_the_history_nothing_can_be_done_to_the_cell_behind_it(desk):
    assert desk.actions_by_id["review.accept"].isEnabled()
    desk.show_part(1)
    assert not any(desk.actions_by_id[name].isEnabled() for name in ("review.accept", "review.next", "review.comment"))
    assert desk.actions_by_id["review.open_cell"].isEnabled()


def test_in_a_low_window_the_words_above_the_differences_stay_whole(desk, look):
    look.set_zoom(200)
    desk.resize(900, 300)
    pane = desk.changed
    pane.heading.setText("A sub-topic whose label is so long that it takes more than one line " * 6)
    QApplication.processEvents()
    assert pane.heading.height() >= pane.heading.heightForWidth(pane.heading.width())
    assert pane.beside.verticalScrollBar().maximum() > 0


def test_shift_f6_goes_round_the_panes_backwards(desk):
    changed = desk.changed
    for pane in (changed.comments.field, changed.diff, changed.list):
        desk.actions_by_id["review.previous_pane"].trigger()
        assert pane.hasFocus()


def test_f6_goes_round_the_panes(desk, qtbot):
    changed, history = desk.changed, desk.history
    switch = desk.actions_by_id["review.switch_pane"].trigger
    for pane in (changed.diff, changed.comments.field, changed.list):
        switch()
        assert pane.hasFocus()
    desk.show_part(1)
    qtbot.waitUntil(lambda: history.is_complete)
    for pane in (history.change, history.filters.analyst, history.list):
        switch()
        assert pane.hasFocus()
