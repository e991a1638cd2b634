"""The history of a cell, and the way back to a version of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.model import Statement
from framework_qda.ui.chart.versions import read_versions
from framework_qda.ui.chart.versions_dialog import NOW


@pytest.fixture
def written(bench, study):
    """The first cell in three versions, the second with a reference."""
    bench.type("Two forms were lost.")
    bench.select("Two forms got lost one winter")
    bench.do("link")
    place = (study.interviews[0], study.subtopics[0])
    (statement,) = study.cell().content
    bench.operations.run(
        lambda project: project.chart(*place, [Statement(statement.id, "summary", "Three forms were lost.")], "charted")
    )
    return bench


def test_versions_say_what_stood_by_whom(written, study):
    first, second = read_versions(study.project, study.cell().id)
    assert [first.number, second.number] == [1, 2]
    assert (first.content[0].text, second.content[0].text) == ("Two forms were lost.", "Three forms were lost.")
    assert (first.state, second.state) == ("in_progress", "charted")
    assert first.who.name == "Ann Marsh"


def test_a_version_of_the_state_alone_keeps_the_words(bench, study):
    study.chart("Told.")
    study.project.set_state(study.interviews[0], study.subtopics[0], "reviewed")
    last = read_versions(study.project, study.cell().id)[-1]
    assert (last.content[0].text, last.state) == ("Told.", "reviewed")


def test_an_undone_version_is_a_version(written, study):
    written.operations.run(lambda project: project.undo())
    versions = read_versions(study.project, study.cell().id)
    assert len(versions) == 3
    assert versions[-1].content == versions[0].content


def test_the_dialog_shows_what_each_version_changed(written, dialogs):
    seen, listed = [], []

    def look(dialog):
        listed.extend(dialog.list.item(row).text().split("\n")[1] for row in (0, 1))
        seen.append((dialog.view.toPlainText(), dialog.state.text(), dialog.accept_button.isEnabled()))
        dialog.list.setCurrentRow(1)
        seen.append((dialog.view.toPlainText(), dialog.accept_button.isEnabled()))
        dialog.against.setCurrentText(NOW)
        seen.append(dialog.view.toPlainText())
        dialog.reject()

    dialogs.expect(look)
    written.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    newest, first, since = seen
    assert listed == [
        "Ann Marsh · edit: one statement changed, now charted",
        "Ann Marsh · link: one statement added, now in progress",
    ]
    assert "Two Three forms were lost." in newest[0]
    assert newest[1:] == ("State: in progress → ✓ charted", False)
    assert first[0].startswith("S\u2002Two forms were lost.")
    assert first[1]
    assert "Two Three forms" in since


def test_a_reference_that_went_is_named(written, dialogs):
    seen = []
    dialogs.expect(lambda dialog: (seen.append(dialog.view.toPlainText()), dialog.reject()))
    written.do("history")
    assert "− 1 reference" in seen[0]


def restore(bench, dialogs, row):
    def choose(dialog):
        dialog.list.setCurrentRow(row)
        dialog.accept_button.click()

    dialogs.expect(choose)
    bench.desk.panes.cell.past.click()


def test_a_version_is_restored_with_its_references_and_its_state(written, study, dialogs):
    before = len(study.project.recent_actions())
    restore(written, dialogs, 1)
    assert written.words == ["Two forms were lost."]
    (statement,) = study.cell().content
    assert len(statement.evidence) == 1
    assert statement.evidence[0] in study.project.read.extracts_by_id(statement.evidence)
    assert study.cell().state == "in_progress"
    assert len(study.project.recent_actions()) == before + 1


def test_a_restored_version_is_taken_back_by_one_undo(written, study, dialogs):
    restore(written, dialogs, 1)
    written.operations.run(lambda project: project.undo())
    assert written.words == ["Three forms were lost."]
    assert study.cell().state == "charted"
    assert study.cell().content[0].evidence == ()


def test_words_being_typed_are_a_version_first(written, study, dialogs):
    written.type("More. ")
    restore(written, dialogs, 1)
    assert len(read_versions(study.project, study.cell().id)) == 4


def test_a_cell_without_history_says_so(bench):
    bench.do("history")
    assert "no history" in bench.desk.status_text()
    assert bench.desk.panes.cell.past.isHidden()


def test_nothing_is_restored_where_the_project_is_only_read(written, dialogs):
    written.editor.set_read_only(True)
    seen = []

    def look(dialog):
        dialog.list.setCurrentRow(1)
        seen.append(dialog.accept_button.isEnabled())
        dialog.reject()

    dialogs.expect(look)
    written.do("history")
    assert seen == [False]


def test_what_is_noted_of_a_cell_is_no_version_of_it(bench, study):
    study.chart("Told.")
    study.project.set_deviant(study.interviews[0], study.subtopics[0], True)
    assert len(read_versions(study.project, study.cell().id)) == 1


def test_enter_in_the_list_of_versions_writes_none_of_them(written, study, dialogs):
    def press(dialog):
        dialog.show()
        assert not dialog.accept_button.isDefault()
        dialog.list.setCurrentRow(1)
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
        dialog.close()

    before = study.cell()
    dialogs.expect(press)
    written.do("history")
    assert study.cell() == before


def test_the_list_of_versions_has_the_keyboard(written, dialogs):
    focused = []
    dialogs.expect(lambda dialog: (focused.append(dialog.focusWidget() is dialog.list), dialog.reject()))
    written.do("history")
    assert focused == [True]


def test_a_version_that_left_the_state_alone_names_it_once(written, study, dialogs):
    seen = []

    def look(dialog):
        dialog.list.setCurrentRow(0)
        seen.append(dialog.state.text())
        dialog.reject()

    place = (study.interviews[0], study.subtopics[0])
    written.operations.run(lambda project: project.chart(*place, [Statement("s", "summary", "Four forms.")]))
    dialogs.expect(look)
    written.do("history")
    assert seen == ["State: ✓ charted"]


def test_a_version_that_only_moved_a_statement_says_so_and_which(bench, study, dialogs):
    seen = []
    place = (study.interviews[0], study.subtopics[0])
    one, two = Statement("s1", "summary", "One."), Statement("s2", "summary", "Two.")
    for content in ([one, two], [two, one]):
        bench.operations.run(lambda project, content=content: project.chart(*place, content))

    def look(dialog):
        seen.extend([dialog.list.item(0).text().split("\n")[1], dialog.view.toPlainText().splitlines()])
        dialog.reject()

    dialogs.expect(look)
    bench.do("history")
    assert seen == [
        "Ann Marsh · edit: statements put in another order",
        ["S\u2002Two.", "S\u2002One.\u2002(moved down)"],
    ]
