import pytest

from framework_qda.model import Interview, Statement, Study, Subtopic
from framework_qda.ui.spelling import dictionary
from framework_qda.ui.spelling.commands import NO_WORDS_HERE


@pytest.fixture(autouse=True)
def no_delay(monkeypatch):
    monkeypatch.setattr(dictionary, "BEGIN_MS", 0)


@pytest.fixture
def shown(window, project):
    window.show_project(project)
    return window


def switch(window):
    return window.menus.action("window.check_spelling")


def test_checking_is_switched_off_and_on_in_the_view_menu(shown, settings):
    assert switch(shown).isChecked()
    switch(shown).trigger()
    assert not switch(shown).isChecked()
    assert not settings.checks_spelling
    switch(shown).trigger()
    assert switch(shown).isChecked()


def test_without_a_dictionary_the_menu_says_so(qtbot, shown):
    study_id = shown.project.read.study().id
    shown.operations.run(lambda project: project.change(Study, study_id, language="cy"))
    shown.show_desk("chart")
    qtbot.waitUntil(lambda: switch(shown).text() == "Check spelling: no dictionary for “cy”")
    assert not switch(shown).isChecked()


def test_where_no_words_are_checked_a_message_says_where_they_are(shown):
    shown.show_desk("interviews")
    shown.menus.spelling.go_on()
    assert NO_WORDS_HERE in [message.words for message in shown.messages.messages()]


def test_no_dictionary_is_read_on_a_desk_without_text(qtbot, shown):
    shown.show_desk("interviews")
    qtbot.wait(30)
    assert shown.spelling.dictionary.state is dictionary.SpellingState.WAITING


def test_the_list_leads_to_the_word_on_the_chart_desk(qtbot, shown, project):
    interview, subtopic = project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id
    shown.operations.run(
        lambda project: project.chart(interview, subtopic, [Statement("s", "summary", "😀 Two forrms.")])
    )
    shown.show_desk("matrix")
    shown.menus.spelling.open()
    dialog = shown.menus.spelling._dialog
    qtbot.waitUntil(lambda: dialog.words() == ["forrms"])
    dialog.go_button.click()
    assert shown.desk_name == "chart"
    assert shown.current_desk().panes.cell.editor.textCursor().selectedText() == "forrms"
    dialog.close()


def test_closing_the_project_closes_the_list(qtbot, shown):
    shown.show_desk("chart")
    shown.menus.spelling.open()
    shown.close_project()
    assert shown.menus.spelling._dialog is None


def test_a_change_makes_the_list_anew(qtbot, shown, project):
    interview, subtopic = project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id
    shown.show_desk("matrix")
    shown.menus.spelling.open()
    dialog = shown.menus.spelling._dialog
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.summary.text().startswith("Every word"))
    shown.operations.run(lambda project: project.chart(interview, subtopic, [Statement("s", "summary", "Two forrms.")]))
    qtbot.waitUntil(lambda: dialog.words() == ["forrms"])
    dialog.close()
