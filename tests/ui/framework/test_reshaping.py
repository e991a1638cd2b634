"""Sub-topics change together with what is charted under them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from framework_qda.model import Interview, Marks, Statement, Subtopic, Tag, Theme
from framework_qda.ui.framework.desk import FrameworkDesk
from tests.ui.showing import show_desk


@pytest.fixture
def ids(project):
    interview = project.read.all(Interview)[0].id
    first, second = (each.id for each in project.read.all(Subtopic))
    tag_id = project.add(Tag, label="consent", subtopic_id=first).new_id
    said = [Statement("a", "summary", "Rooms"), Statement("b", "summary", "Staff", marks=Marks(tags=(tag_id,)))]
    project.chart(interview, first, said, "charted")
    project.change(Subtopic, first, definition="What is there")
    return interview, first, second, tag_id


@pytest.fixture
def desk(qtbot, project, ids):
    desk = show_desk(qtbot, FrameworkDesk(), project)
    desk.view.choose(ids[1])
    return desk


@pytest.fixture
def told(desk):
    heard = []
    desk.message_wanted.connect(lambda words, buttons: heard.append((words, dict(buttons))))
    desk.offer_wanted.connect(lambda _topic, words, buttons, _holds: heard.append((words, dict(buttons))))
    return heard


def trigger(desk, name):
    desk.actions_by_id[f"framework.{name}"].trigger()


def labels(desk):
    return [node.texts[0] for node in desk.model.nodes()]


def texts(desk, interview_id, subtopic_id):
    return [each.text for each in desk.project.read.cell(interview_id, subtopic_id).content]


def redefine(desk, words):
    field = desk.panel.form.fields["definition"]
    field.widget.setPlainText(words)
    field.keep()
    return field


def test_a_split_by_a_tag_takes_its_statements_and_its_name(desk, dialogs, ids):
    def choose(dialog):
        dialog.tag.setCurrentIndex(1)
        dialog.tag.activated.emit(1)
        dialog.accept()

    dialogs.expect(choose)
    trigger(desk, "split")
    assert labels(desk) == ["1 Background", "1.1 summary", "1.2 consent", "1.3 context"]
    assert texts(desk, ids[0], desk.chosen_subtopic_id()) == ["Staff"]


def test_a_split_says_beforehand_how_many_statements_go(desk, dialogs):
    said = []

    def look(dialog):
        dialog.tag.setCurrentIndex(1)
        dialog.tag.activated.emit(1)
        said.append(dialog.outcome.text())
        dialog.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
        said.append(dialog.outcome.text())
        dialog.reject()

    dialogs.expect(look)
    trigger(desk, "split")
    assert said[0].startswith("1 statement of 1 interview goes, 1 stays.")
    assert said[1].startswith("2 statements of 1 interview go, 0 stay.")


def test_a_split_is_refused_without_a_label(desk, dialogs):
    seen = []
    dialogs.expect(lambda dialog: (seen.append(dialog.accept_button.isEnabled()), dialog.reject()))
    trigger(desk, "split")
    assert seen == [False]


def test_words_sought_hide_the_other_statements(desk, dialogs):
    seen = []

    def look(dialog):
        dialog.search.setText("room")
        seen.extend(placed.statement.text for item, placed in dialog._lines() if not item.isHidden())
        dialog.reject()

    dialogs.expect(look)
    trigger(desk, "split")
    assert seen == ["Rooms"]


def test_a_merge_puts_the_statements_into_the_other_column(desk, dialogs, ids, told):
    def choose(dialog):
        dialog.target.setCurrentIndex(0)
        dialog.definition.setPlainText("Both")
        dialog.accept_button.click()

    dialogs.expect(choose)
    trigger(desk, "merge")
    assert labels(desk) == ["1 Background", "1.1 context"]
    assert texts(desk, ids[0], ids[2]) == ["Rooms", "Staff"]
    assert desk.project.read.get(Subtopic, ids[2]).definition == "Both"
    assert "One step of undo" in told[0][0]


def test_a_merge_says_beforehand_how_many_cells_have_words(desk, dialogs):
    said = []

    def look(dialog):
        dialog.target.setCurrentIndex(0)
        said.append(dialog.outcome.text())
        dialog.reject()

    dialogs.expect(look)
    trigger(desk, "merge")
    assert said[0].startswith("1 cell has words; 2 statements go behind the 0 in 1.2.")


def test_a_subtopic_is_moved_by_name(desk, dialogs):
    def choose(dialog):
        dialog.after.setCurrentIndex(dialog.after.count() - 1)
        dialog.accept()

    dialogs.expect(choose)
    trigger(desk, "move_to")
    assert labels(desk) == ["1 Background", "1.1 context", "1.2 summary"]


def test_another_definition_offers_to_mark_what_was_charted(desk, told):
    redefine(desk, "Only what staff do").finish()
    assert told[0][0] == "1 cell was charted under the earlier definition of “summary”."


def test_nothing_is_offered_while_the_definition_is_typed(desk, told):
    redefine(desk, "Only what staff do")
    assert told == []


def test_blanks_signs_and_capitals_are_no_other_definition(desk, told):
    redefine(desk, "what  is there.").finish()
    assert told == []


def test_the_offer_marks_the_cells_with_a_reason(desk, told, dialogs, ids):
    redefine(desk, "Only what staff do").finish()
    dialogs.expect(lambda dialog: dialog.accept())
    told[0][1]["Mark them to be looked at again…"]()
    assert desk.project.read.revisions(ids[1])[0].reason == "The definition has changed"
    assert "1 cell still to be looked at" in desk.revisions.lines.text()


def test_all_cells_are_settled_at_once(desk, dialogs):
    dialogs.expect(lambda dialog: dialog.accept())
    trigger(desk, "revise")
    trigger(desk, "settle")
    assert "all looked at" in desk.revisions.lines.text()
    assert not desk.actions_by_id["framework.settle"].isEnabled()


def test_stale_cells_are_asked_for_on_the_matrix_desk(desk, dialogs, qtbot, ids):
    desk.project.note_revision(ids[1], "Narrower")
    desk.view.choose(ids[2])
    desk.view.choose(ids[1])
    with qtbot.waitSignal(desk.record_requested) as asked:
        trigger(desk, "show_stale")
    assert asked.args == ["stale", ids[1]]


def test_a_move_begins_where_the_subtopic_stands_and_says_its_new_number(desk, dialogs):
    seen = []

    def look(dialog):
        seen.append((dialog.outcome.text(), dialog.accept_button.isEnabled()))
        dialog.after.setCurrentIndex(1)
        seen.append((dialog.outcome.text(), dialog.accept_button.isEnabled()))
        dialog.reject()

    dialogs.expect(look)
    trigger(desk, "move_to")
    assert seen == [
        ("It stands here.", False),
        ("It becomes 1.2. The numbers of the others follow the order.", True),
    ]


def test_a_move_to_another_theme_begins_at_its_end(desk, dialogs):
    theme_id = desk.project.add(Theme, title="Meetings").new_id
    for label in ("levels", "other"):
        desk.project.add(Subtopic, theme_id=theme_id, label=label)
    said = []

    def choose(dialog):
        dialog.theme.setCurrentIndex(1)
        said.append(dialog.outcome.text())
        dialog.accept()

    dialogs.expect(choose)
    trigger(desk, "move_to")
    assert said == ["It becomes 2.3. The numbers of the others follow the order."]
    assert desk.view.current_node().texts[0] == "2.3 summary"


def test_a_split_reads_out_the_statement_that_one_is_at(desk, dialogs):
    seen = []

    def look(dialog):
        first = dialog.list.topLevelItem(0)
        for item in (first.child(1), first):
            dialog.list.setCurrentItem(item)
            seen.append(dialog.reading.text())
        dialog.reject()

    dialogs.expect(look)
    trigger(desk, "split")
    assert seen == ["Staff", ""]


def test_a_ticked_statement_stays_in_sight_whatever_is_sought(desk, dialogs):
    seen = []

    def look(dialog):
        dialog.list.topLevelItem(0).child(1).setCheckState(0, Qt.CheckState.Checked)
        dialog.search.setText("room")
        seen.extend(placed.statement.text for item, placed in dialog._lines() if not item.isHidden())
        dialog.search.setText("nothing of this")
        seen.append(dialog.list.topLevelItem(0).isHidden())
        dialog.reject()

    dialogs.expect(look)
    trigger(desk, "split")
    assert seen == ["Rooms", "Staff", False]


def test_with_an_interview_only_its_statements_in_sight_are_ticked(desk, dialogs):
    seen = []

    def look(dialog):
        row = dialog.list.topLevelItem(0)
        dialog.search.setText("room")
        row.setCheckState(0, Qt.CheckState.Checked)
        seen.append(dialog.outcome.text())
        dialog.search.clear()
        seen.append([row.child(place).checkState(0) for place in range(2)] + [row.checkState(0)])
        row.setCheckState(0, Qt.CheckState.Checked)
        seen.append(dialog.outcome.text())
        dialog.reject()

    dialogs.expect(look)
    trigger(desk, "split")
    assert seen[0].startswith("1 statement of 1 interview goes, 1 stays.")
    ticked, unticked, partly = (getattr(Qt.CheckState, each) for each in ("Checked", "Unchecked", "PartiallyChecked"))
    assert seen[1] == [ticked, unticked, partly]
    assert seen[2].startswith("2 statements of 1 interview go, 0 stay.")


def test_an_interview_is_unticked_while_others_of_its_statements_are_out_of_sight(desk, dialogs):
    seen = []

    def look(dialog):
        row = dialog.list.topLevelItem(0)
        dialog.search.setText("room")
        for _click in range(2):
            dialog.show()
            dialog.list.setCurrentItem(row)
            QTest.keyClick(dialog.list, Qt.Key.Key_Space)
            seen.append((row.checkState(0), dict(dialog.chosen())))
        dialog.reject()

    dialogs.expect(look)
    trigger(desk, "split")
    assert [state for state, _chosen in seen] == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    assert [len(chosen) for _state, chosen in seen] == [1, 0]


def test_what_a_tag_ticks_comes_into_sight_whatever_is_sought(desk, dialogs):
    seen = []

    def look(dialog):
        dialog.search.setText("room")
        dialog.tag.setCurrentIndex(1)
        dialog.tag.activated.emit(1)
        seen.extend(placed.statement.text for item, placed in dialog._lines() if not item.isHidden())
        dialog.reject()

    dialogs.expect(look)
    trigger(desk, "split")
    assert seen == ["Rooms", "Staff"]


def test_nothing_is_merged_before_somebody_has_chosen_with_what(desk, dialogs):
    def press_enter(dialog):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert not dialog.accept_button.isEnabled()
        dialog.reject()

    before = labels(desk)
    dialogs.expect(press_enter)
    trigger(desk, "merge")
    assert labels(desk) == before


def test_a_merge_offers_both_definitions_each_once_and_neighbours_first(desk, dialogs, ids):
    theme_id = desk.project.add(Theme, title="Earlier").new_id
    desk.project.move(Theme, theme_id, after=None)
    desk.project.add(Subtopic, theme_id=theme_id, label="far")
    desk.project.change(Subtopic, ids[2], definition="Where from")
    seen = []

    def look(dialog):
        dialog.target.setCurrentIndex(0)
        seen.append(dialog.definition.toPlainText())
        seen.extend(dialog.target.itemText(row) for row in range(dialog.target.count()))
        dialog.target.setCurrentIndex(1)
        seen.append(dialog.definition.toPlainText())
        dialog.reject()

    dialogs.expect(look)
    trigger(desk, "merge")
    assert seen == ["Where from\nWhat is there", "2.2 context", "1.1 far", "What is there"]


def test_without_another_subtopic_there_is_nothing_to_merge_with(desk, ids, told):
    desk.project.delete(Subtopic, ids[2])
    trigger(desk, "merge")
    assert told == [("There is no other sub-topic to merge it with.", {})]


def test_a_reason_of_ones_own_is_kept_and_nothing_is_marked_on_cancel(desk, dialogs, ids):
    dialogs.expect(lambda dialog: dialog.reject())
    trigger(desk, "revise")
    assert desk.project.read.revisions(ids[1]) == []

    def write(dialog):
        dialog.findChild(QLineEdit).setText("  Only the rooms ")
        dialog.accept()

    dialogs.expect(write)
    trigger(desk, "revise")
    assert [each.reason for each in desk.project.read.revisions(ids[1])] == ["Only the rooms"]
