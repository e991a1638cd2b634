import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from framework_qda import create_project, open_project
from framework_qda.model import Analyst, CaseStudy, Cell, Interview, Statement, Study, Subtopic, Theme
from framework_qda.ui.desks import RAIL
from framework_qda.ui.window import MainWindow


def messages(window: MainWindow) -> list[str]:
    return [message.words for message in window.messages.messages()]


def first(project, record_type):
    return project.read.all(record_type)[0]


def rename(window: MainWindow, code: str) -> None:
    interview = first(window.project, Interview)
    window.operations.run(lambda project: project.change(Interview, interview.id, code=code))


# -- opening and closing


def test_without_a_project_the_window_says_what_can_be_begun(window):
    assert window.welcome.isVisible()
    assert not window.menus.action("window.close").isEnabled()


def make_wards(window, dialogs, folder):
    def fill_in(dialog):
        dialog.title.setText("Wards")
        dialog.name.setText("Ann Marsh")
        dialog.place.line.setText(str(folder / "wards.fqda"))
        dialog.accept()

    dialogs.expect(fill_in)
    window.menus.file.new()


def test_a_new_project_is_made_and_shown(window, dialogs, tmp_path, qtbot):
    make_wards(window, dialogs, tmp_path)
    assert window.windowTitle() == "Wards — Framework QDA"
    assert window.desk_name == "interviews"


def test_whoever_made_a_project_is_not_asked_again(window, dialogs, tmp_path):
    make_wards(window, dialogs, tmp_path)
    window.close_project()
    window.menus.file.open_path(tmp_path / "wards.fqda")
    assert window.project is not None


def be_somebody_new(dialog):
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    dialog.form.fields["name"].widget.setText("Bea Holt")
    dialog.accept()


def test_whoever_opens_a_project_first_on_a_machine_is_asked(window, project, dialogs):
    path = project.path
    project.close()

    dialogs.expect(be_somebody_new)
    window.menus.file.open_path(path)
    assert window.project.read.get(Analyst, window.project.analyst_id).name == "Bea Holt"


def test_the_sample_asks_who_works_once_with_the_window_behind_the_question(
    qtbot, settings, look, sample_path, tmp_path, dialogs
):
    path = shutil.copy(sample_path, tmp_path / "sample.fqda")
    made = MainWindow(settings, look)
    qtbot.addWidget(made)
    shown = []
    dialogs.expect(lambda dialog: (shown.append(made.isVisible()), dialog.accept()))
    made.menus.file.open_path(path)
    made.close_project()
    made.menus.file.open_path(path)
    assert shown == [True]
    assert made.project.analyst_id
    made.close()


def test_what_was_imported_is_told(open_window, dialogs, tmp_path, qtbot):
    file = tmp_path / "I07 ward.txt"
    file.write_text("Some words.")

    def bring_in(dialog):
        dialog.add_files([file])
        qtbot.waitUntil(lambda: not dialog.plan.is_reading)
        dialog.accept()
        qtbot.waitUntil(lambda: bool(dialog.imported))

    dialogs.expect(bring_in)
    open_window.menus.action("window.import_notes").trigger()
    assert messages(open_window) == ["1 paragraph imported into I07, a new interview."]


def test_saying_who_works_is_no_step_to_undo(open_window, dialogs):
    dialogs.expect(be_somebody_new)
    open_window.menus.action("window.analyst").trigger()
    before = open_window.undo_action.text()
    assert "analyst" not in before
    assert open_window.findChild(QToolButton, "who").accessibleName() == "Signed Bea Holt"
    assert open_window.project.read.get(Analyst, open_window.project.analyst_id).name == "Bea Holt"


def test_the_initials_in_the_bar_ask_who_works(open_window, dialogs):
    dialogs.expect(be_somebody_new)
    open_window.findChild(QToolButton, "who").click()
    assert open_window.project.read.get(Analyst, open_window.project.analyst_id).name == "Bea Holt"


def test_nobody_opens_a_project_without_saying_who_works(window, project, dialogs):
    path = project.path
    project.close()
    dialogs.expect(lambda dialog: dialog.reject())
    window.menus.file.open_path(path)
    assert window.project is None
    assert "nobody was chosen" in messages(window)[0]


def test_a_file_that_is_no_project_is_refused_in_words(window, tmp_path):
    path = tmp_path / "letter.fqda"
    path.write_text("Dear all")
    window.menus.file.open_path(path)
    assert "is not a Framework QDA project" in messages(window)[0]


def test_an_opened_project_is_among_the_recent_ones(open_window):
    assert [project.title for project in open_window.settings.recent()] == ["A study"]


def test_a_second_window_only_reads_and_says_why(open_window, qtbot, settings, look):
    second = MainWindow(settings, look)
    qtbot.addWidget(second)
    second.show()
    second.menus.file.open_path(open_window.project.path)
    assert second.project.is_read_only
    assert "not change it" in messages(second)[0]
    assert not second.menus.action("window.import_notes").isEnabled()
    second.close()


def test_closing_a_project_gives_up_its_lock(open_window):
    path = open_window.project.path
    open_window.close_project()
    with open_project(path) as again:
        assert not again.is_read_only


def test_closing_writes_what_is_being_typed(open_window):
    path = open_window.project.path
    open_window.show_desk("interviews")
    desk = open_window.current_desk()
    desk.view.choose(first(open_window.project, Interview).id)
    desk.panel.form.fields["code"].widget.setText("I77")
    open_window.close()
    with open_project(path, read_only=True) as again:
        assert first(again, Interview).code == "I77"


def test_a_project_opens_where_it_was_left(open_window):
    path = open_window.project.path
    open_window.show_desk("framework")
    open_window.close_project()
    open_window.menus.file.open_path(path)
    assert open_window.desk_name == "framework"


def test_a_project_opens_where_a_session_was_that_died(open_window, qtbot):
    open_window.show_desk("framework")
    assert open_window.settings.desk_of(open_window.project.project_id) == "framework"
    qtbot.waitUntil(lambda: "framework" in open_window.settings.path.read_text())


def test_settings_remember_zoom_and_scheme(open_window, look):
    look.set_zoom(125)
    look.set_scheme("dark")
    assert (open_window.settings.zoom, open_window.settings.scheme) == (125, "dark")


def test_the_window_is_as_large_as_it_was_left(window, settings, look, qtbot):
    window.resize(800, 700)
    window.close()
    again = MainWindow(settings, look)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (window.width(), window.height())


def test_the_window_is_never_larger_than_the_screen(window, settings, look, qtbot):
    window.resize(9000, 8000)
    window.close()
    again = MainWindow(settings, look)
    qtbot.addWidget(again)
    again.show()
    room = again.screen().availableGeometry()
    assert (min(again.width(), room.width()), min(again.height(), room.height())) == (again.width(), again.height())


# -- undo


def test_undo_is_called_by_what_it_takes_back(open_window):
    rename(open_window, "I09")
    assert open_window.undo_action.text() == "Undo change of interview I09"


def test_undo_and_redo_go_back_and_forth(open_window):
    rename(open_window, "I09")
    open_window.undo_action.trigger()
    assert first(open_window.project, Interview).code == "I01"
    open_window.redo_action.trigger()
    assert first(open_window.project, Interview).code == "I09"


def change_elsewhere(window, tmp_path):
    """Let a colleague change the code of the interview in a copy of the project, and take the change in."""
    copy = tmp_path / "copy.fqda"
    shutil.copyfile(window.project.path, copy)
    with open_project(copy) as other:
        other.change(Interview, first(other, Interview).id, code="I55")
        entries = list(other.entries())
    window.operations.run(lambda project: project.receive(entries))


def skip(window):
    (message,) = window.messages.messages()
    message.findChild(QPushButton).click()


def test_undo_says_when_it_takes_back_what_somebody_else_did(open_window):
    project = open_window.project
    me = project.analyst_id
    colleague = project.add(Analyst, name="Bea Holt", initials="BH").new_id
    project.analyst_id = colleague
    rename(open_window, "I09")
    assert open_window.undo_action.text() == "Undo change of interview I09"
    project.analyst_id = me
    rename(open_window, "I10")
    assert open_window.undo_action.text() == "Undo change of interview I10"
    open_window.undo_action.trigger()
    assert open_window.undo_action.text() == "Undo change of interview I09 by BH"


def test_a_step_that_cannot_be_undone_is_skipped_when_that_is_chosen(open_window, tmp_path):
    open_window.operations.run(lambda project: project.change(CaseStudy, first(project, CaseStudy).id, label="North"))
    rename(open_window, "I09")
    change_elsewhere(open_window, tmp_path)
    open_window.undo_action.trigger()
    (message,) = open_window.messages.messages()
    assert "changed since by somebody else" in message.words
    assert open_window.undo_action.text() == "Undo change of interview I55"
    skip(open_window)
    assert open_window.undo_action.text() == "Undo change of case study North"
    open_window.undo_action.trigger()
    assert first(open_window.project, CaseStudy).label == "Area 1"
    assert first(open_window.project, Interview).code == "I55"


def test_a_step_that_cannot_be_redone_is_skipped_when_that_is_chosen(open_window, tmp_path):
    rename(open_window, "I09")
    open_window.undo_action.trigger()
    change_elsewhere(open_window, tmp_path)
    open_window.redo_action.trigger()
    skip(open_window)
    assert not open_window.redo_action.isEnabled()


def test_nothing_to_redo_is_off(open_window):
    assert not open_window.redo_action.isEnabled()


def test_undo_first_writes_what_is_being_typed(open_window):
    open_window.show_desk("interviews")
    desk = open_window.current_desk()
    desk.view.choose(first(open_window.project, Interview).id)
    desk.panel.form.fields["code"].widget.setText("I77")
    open_window.undo()
    assert first(open_window.project, Interview).code == "I01"
    assert open_window.project.next_redo() is not None


def test_ctrl_z_in_a_field_that_was_finished_undoes_the_action(open_window, qtbot):
    open_window.show_desk("interviews")
    desk = open_window.current_desk()
    desk.view.choose(first(open_window.project, Interview).id)
    line = desk.panel.form.fields["code"].widget
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "I77")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert first(open_window.project, Interview).code == "I01"
    assert line.text() == "I01"


def test_a_refused_action_is_told(open_window):
    open_window.operations.run(lambda project: project.delete(Interview, "nobody"))
    assert "no longer there" in messages(open_window)[0]


# -- desks


@pytest.mark.parametrize("name", ["interviews", "framework", "matrix"])
def test_every_desk_opens(open_window, name):
    open_window.show_desk(name)
    assert open_window.current_desk().isVisible()


def test_an_unknown_desk_changes_nothing(open_window):
    before = open_window.desk_name
    open_window.show_desk("kitchen")
    assert open_window.desk_name == before


def test_a_desk_that_was_hidden_shows_what_changed_meanwhile(open_window):
    open_window.show_desk("interviews")
    open_window.show_desk("framework")
    rename(open_window, "I55")
    open_window.show_desk("interviews")
    labels = [node.texts[0] for node in open_window.current_desk().model.nodes()]
    assert "I55" in labels


def test_another_title_is_shown_everywhere(open_window):
    study = open_window.project.read.study()
    open_window.operations.run(lambda project: project.change(Study, study.id, title="Renamed"))
    assert open_window.windowTitle().startswith("Renamed")


def test_the_menu_of_the_desk_holds_its_actions(open_window):
    open_window.show_desk("framework")
    titles = [action.text().replace("&", "") for action in open_window.menuBar().actions() if action.isVisible()]
    assert titles == ["File", "Edit", "View", "Framework", "Help"]


def test_every_action_of_the_menus_has_words(open_window):
    menus = [action.menu() for action in open_window.menuBar().actions()]
    words = [action.text() for menu in menus for action in menu.actions() if not action.isSeparator()]
    assert all(words)


# -- the project as a whole


def test_a_back_up_says_where_it_is(open_window):
    open_window.menus.action("window.back_up").trigger()
    words = messages(open_window)[-1]
    assert Path(words.rpartition(": ")[2]).is_file()


def test_a_sound_project_is_called_sound(open_window, qtbot):
    open_window.menus.action("window.check").trigger()
    qtbot.waitUntil(lambda: any("sound" in words for words in messages(open_window)))


def test_the_history_lists_what_was_done(open_window, qtbot):
    rename(open_window, "I09")
    open_window.menus.action("window.history").trigger()
    assert open_window.desk_name == "review"
    history = open_window.current_desk().history
    qtbot.waitUntil(lambda: history.is_complete)
    assert history.list.hasFocus()
    assert history.list.currentIndex().data() == "Interview changed: I09"


def test_the_keys_of_the_desk_are_shown(open_window, dialogs):
    titles = []
    dialogs.expect(lambda dialog: titles.append(dialog.windowTitle()))
    open_window.show_desk("framework")
    open_window.menus.action("window.keys").trigger()
    assert titles == ["Keys of Framework"]


def test_about_shows_versions(open_window, dialogs):
    dialogs.expect(lambda dialog: dialog.accept())
    open_window.menus.action("window.about").trigger()


def test_the_sample_can_be_opened(window, dialogs, tmp_path, qtbot):
    def choose(dialog):
        dialog.place.line.setText(str(tmp_path / "sample.fqda"))
        dialog.accept()

    dialogs.expect(choose)
    dialogs.expect(lambda dialog: dialog.accept())  # who is working
    window.menus.file.sample()
    qtbot.waitUntil(lambda: window.project is not None, timeout=20_000)
    assert window.project.read.counts()["interview"] == 28


# -- left-over drafts


@pytest.fixture
def path_with_draft(project, settings):
    settings.set_analyst(project.project_id, project.analyst_id)
    interview, subtopic = first(project, Interview), first(project, Subtopic)
    project.drafts.keep(interview.id, subtopic.id, [Statement("s1", "summary", "typed but not saved")])
    project.close()
    return project.path


def test_unsaved_text_can_be_kept(window, path_with_draft, dialogs):
    dialogs.expect(lambda dialog: dialog.accept())
    window.menus.file.open_path(path_with_draft)
    assert [cell.content[0].text for cell in window.project.read.all(Cell)] == ["typed but not saved"]


def test_unsaved_text_can_be_discarded_for_good(window, path_with_draft, dialogs):
    dialogs.expect(lambda dialog: dialog.discard())
    window.menus.file.open_path(path_with_draft)
    window.close_project()
    with open_project(path_with_draft) as again:
        assert (again.read.all(Cell), again.left_over_drafts()) == ([], [])


def test_unsaved_text_waits_for_a_decision(window, path_with_draft, dialogs):
    dialogs.expect(lambda dialog: dialog.reject())
    window.menus.file.open_path(path_with_draft)
    window.close_project()
    with open_project(path_with_draft) as again:
        assert len(again.left_over_drafts()) == 1


def test_a_project_at_a_place_that_is_taken_is_refused(window, dialogs, tmp_path):
    create_project(tmp_path / "wards.fqda", title="Wards", analyst_name="Ann").close()

    def fill_in(dialog):
        dialog.title.setText("Wards")
        dialog.name.setText("Ann")
        dialog.place.line.setText(str(tmp_path / "wards.fqda"))
        dialog.accept()
        assert "already" in dialog.problem.text()

    dialogs.expect(fill_in)
    window.menus.file.new()
    assert window.project is None


def test_the_back_up_of_a_large_project_is_made_beside_the_window(window, project, qtbot, monkeypatch):
    monkeypatch.setattr("framework_qda.ui.file_commands.LARGE", 0)
    monkeypatch.setattr("framework_qda.ui.file_commands.is_due", lambda project_id, now: True)
    made = []
    monkeypatch.setattr("framework_qda.ui.file_commands.back_up_if_due", lambda path, now: made.append(path))
    window.settings.set_analyst(project.project_id, project.analyst_id)
    project.close()
    window.menus.file.open_path(project.path)
    assert window.project is not None
    qtbot.waitUntil(lambda: made == [project.path])
    qtbot.waitUntil(lambda: not window.tasks.running)


# -- messages


def press(window: MainWindow, key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def told(open_window, qtbot):
    """Return a window that says something and has the keyboard."""
    with qtbot.waitActive(open_window):
        open_window.activateWindow()
    open_window.tell("Exported.", ("Open file", lambda: None))
    return open_window


@pytest.mark.parametrize("desk", [entry.name for entry in RAIL])
def test_escape_closes_the_newest_message_on_every_desk(told, desk):
    told.show_desk(desk)
    press(told, Qt.Key.Key_Escape)
    assert messages(told) == []


@pytest.mark.parametrize("desk", [entry.name for entry in RAIL])
def test_the_key_of_the_panes_leads_on_to_the_message_and_back(told, desk):
    told.show_desk(desk)
    seen = []
    for _ in range(12):
        press(told, Qt.Key.Key_F6)
        seen.append(told.messages.isAncestorOf(QApplication.focusWidget()))
    assert any(seen)
    assert not all(seen)


def test_what_was_refused_is_told_no_longer_once_something_else_was_done(open_window, monkeypatch):
    monkeypatch.setattr("framework_qda.ui.message.LEAST_MS", 0)
    open_window.tell_error("Nothing was changed.")
    rename(open_window, "I99")
    QTest.qWait(30)
    assert messages(open_window) == []


def test_a_step_that_can_no_longer_be_skipped_is_not_offered(open_window):
    rename(open_window, "I98")
    skipped = open_window.project.next_undo
    open_window.steps._offer_skip("It was changed since.", lambda: None, skipped)
    assert messages(open_window) == ["It was changed since."]
    rename(open_window, "I99")
    assert messages(open_window) == []


def test_cells_of_a_sub_topic_that_is_gone_are_not_offered_to_be_marked(open_window):
    first_cell, subtopic = first(open_window.project, Interview), first(open_window.project, Subtopic)
    statement = Statement("s", "summary", "Words.")
    open_window.operations.run(lambda project: project.chart(first_cell.id, subtopic.id, [statement]))
    open_window.show_desk("framework")
    reshaping = open_window.current_desk().reshaping
    open_window.operations.run(lambda project: project.change(Subtopic, subtopic.id, definition="Other words"))
    reshaping.note_definition(subtopic.id, "First words")
    reshaping.weigh_definition()
    assert len(messages(open_window)) == 1
    open_window.show_desk("board")
    open_window.operations.run(lambda project: project.delete(Subtopic, subtopic.id))
    assert messages(open_window) == []


class FailingOnceError(Exception):
    pass


@pytest.fixture
def failing_once(monkeypatch):
    """Let a desk fail the first time that it is told of changes; return what it is told."""

    def prepare(desk):
        told = []

        def show_changes(changes):
            told.append(changes)
            if len(told) == 1:
                raise FailingOnceError

        monkeypatch.setattr(desk, "show_changes", show_changes)
        return told

    return prepare


def test_a_desk_that_failed_to_show_what_changed_is_told_again(open_window, failing_once):
    open_window.show_desk("framework")
    told = failing_once(open_window.current_desk())
    open_window.show_desk("interviews")
    rename(open_window, "I77")
    with pytest.raises(FailingOnceError):
        open_window.show_desk("framework")
    open_window.show_desk("framework")
    assert [each.touched for each in told] == [told[0].touched] * 2


def test_hidden_desks_hear_of_what_the_visible_one_fails_to_show(open_window, failing_once, monkeypatch, qtbot):
    heard = []
    open_window.show_desk("framework")
    monkeypatch.setattr(open_window.current_desk(), "show_changes", heard.append)
    open_window.show_desk("interviews")
    failing_once(open_window.current_desk())
    # The desks in the order in which they were made: the one that fails comes first.
    open_window.desks = dict(sorted(open_window.desks.items(), key=lambda item: item[0] != "interviews"))
    with qtbot.captureExceptions() as faults:
        rename(open_window, "I77")
    assert [kind for kind, *_rest in faults] == [FailingOnceError]
    open_window.show_desk("framework")
    assert [set(each.touched) for each in heard] == [{"interview"}]


# -- what was undone


def status_of(window: MainWindow) -> str:
    return window._status._desk.text()


def test_what_was_undone_is_said(open_window):
    rename(open_window, "I99")
    words = open_window.undo_action.text().removeprefix("Undo ")
    open_window.undo()
    assert status_of(open_window) == f"Undone: {words}."
    open_window.redo()
    assert status_of(open_window).startswith("Done again: change of interview")


def test_the_matrix_goes_to_the_cell_of_another_theme_that_was_undone(open_window):
    project = open_window.project
    interview, subtopic = first(project, Interview), first(project, Subtopic)
    theme = open_window.operations.run(lambda project: project.add(Theme, title="Other")).new_id
    other = open_window.operations.run(lambda project: project.add(Subtopic, theme_id=theme, label="Other")).new_id
    statement = Statement("s", "summary", "Words.")
    open_window.operations.run(lambda project: project.chart(interview.id, subtopic.id, [statement]))
    open_window.show_desk("matrix")
    desk = open_window.current_desk()
    desk.open_cell(interview.id, other)
    open_window.undo()
    assert desk.here() == (interview.id, subtopic.id)
