"""The Theme desk reads one sub-topic down all rows, groups them, and writes its synthesis with who stands behind it."""

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from framework_qda.errors import ProjectFileError
from framework_qda.matrix.filters import RowFilter
from framework_qda.matrix.within_theme import AGENCY
from framework_qda.model import Attribute, Subtopic, WeightWord
from framework_qda.ui.matrix.hits import NO_HIT
from framework_qda.ui.matrix.in_place import BORDER
from framework_qda.ui.matrix.labels import row_words
from framework_qda.ui.operations import Operations
from framework_qda.ui.printing.printout import PrintOptions
from framework_qda.ui.theme.bar import GroupMenu
from framework_qda.ui.theme.crosstab_dialog import CrossTabDialog
from framework_qda.ui.theme.desk import ThemeDesk
from framework_qda.ui.theme.scale_dialog import ScaleDialog

Key = Qt.Key


def test_the_desk_prints_what_it_shows(desk):
    printout = desk.printout()
    (sheet,) = printout.make(PrintOptions()).sheets
    assert len(sheet.rows) == 28
    assert sheet.title.startswith(grid(desk).columns[0].number)


def grid(desk):
    return desk.view.grid_model.grid


def select_rows(desk, *rows):
    selection = QItemSelection()
    for row in rows:
        index = desk.view.grid_model.index(row, 0)
        selection.select(index, index)
    desk.view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    desk.weighting.refresh()


def test_it_begins_with_the_first_subtopic_and_all_rows(desk):
    assert [column.number for column in grid(desk).columns] == ["1.1"]
    assert len(grid(desk).rows) == 28
    assert desk.synthesis.heading.text() == "Synthesis of 1.1 Summary"


def test_the_next_subtopic_keeps_the_interview(desk):
    desk.view.go_to(grid(desk).rows[4].interview_id, grid(desk).columns[0].subtopic_id)
    desk.step(1)
    assert grid(desk).columns[0].number == "1.2"
    assert desk.place_text().endswith("I05")


def test_before_the_first_there_is_none(desk):
    desk.step(-1)
    assert grid(desk).columns[0].number == "1.1"


def test_the_subtopic_read_last_is_remembered(desk, project_of_desk, settings):
    desk.step(1)
    desk.set_project(project_of_desk, desk.operations)
    assert grid(desk).columns[0].number == "1.2"


def test_two_subtopics_stand_side_by_side(desk):
    desk.show_beside(desk.reading.columns[9].subtopic_id)
    assert [column.number for column in grid(desk).columns] == ["1.1", desk.reading.columns[9].number]
    desk.show_beside("")
    assert len(grid(desk).columns) == 1


def test_rows_are_grouped_by_agency_with_counts(desk):
    desk.group_by((AGENCY,))
    assert [group.label for group in grid(desk).groups] == ["local authority", "trust"]
    assert "11 interviews" in grid(desk).groups[0].figures
    assert desk.bar.group_button.text() == "By Agency"


def test_the_menu_of_groups_offers_a_second_key_once_there_is_a_first(desk):
    menu: GroupMenu = desk.bar.group_menu
    menu.aboutToShow.emit()
    assert [
        each.title() for each in menu.findChildren(GroupMenu.__mro__[1]) if each.title() in ("Group by", "Then by")
    ] == ["Group by"]
    desk.group_by((AGENCY,))
    menu.aboutToShow.emit()
    titles = [action.text() for action in menu.actions()]
    assert titles[:2] == ["Group by", "Then by"]


def test_the_line_says_who_said_something_and_who_did_not(desk):
    desk.show_subtopic(desk.reading.columns[8].subtopic_id)
    assert desk.bar.counts.text().startswith("28 interviews · 20 said something · 3 said nothing · 1 not asked")


def test_a_star_keeps_a_row_in_view_whatever_the_filter(desk):
    ids = desk.view.current_ids()
    desk.by_name["theme.star"].trigger()
    assert desk.project.read.cell(*ids).is_deviant
    desk.rows_bar.set_filter(RowFilter(text="zzz nobody says this"))
    assert ids[0] in {row.interview_id for row in grid(desk).rows}


def test_only_those_kept_in_view_can_be_shown(desk):
    known = {interview_id for (interview_id, _), cell in grid(desk).cells.items() if cell.is_deviant}
    ids = desk.view.current_ids()
    desk.by_name["theme.star"].trigger()
    desk.by_name["theme.deviant_only"].trigger()
    assert {row.interview_id for row in grid(desk).rows} == known ^ {ids[0]}


def test_the_weight_follows_the_selection(desk):
    select_rows(desk, 0, 1, 2)
    assert desk.weight.counts.text().startswith("2 of 12 case studies")
    assert "3 of 28 interviews" in desk.weight.counts.text()
    assert desk.weight.word.currentText() == "some"


def test_one_case_study_of_several_proposes_the_word_for_one(desk):
    select_rows(desk, 0, 1)
    assert desk.weight.phrase == "one case study"


def test_a_sentence_begins_with_the_word_and_keeps_the_rows_behind_it(desk):
    desk.step(1)
    select_rows(desk, 0, 1, 2)
    before = desk.project.read.synthesis("subtopic", desk.reading.subtopic_id).content
    desk.by_name["theme.weigh"].trigger()
    content = desk.project.read.synthesis("subtopic", desk.reading.subtopic_id).content
    added = next(each for each in content if each.id not in {one.id for one in before})
    assert added.text.strip() == "Some case studies"
    assert added.marks.weight == "some"
    assert added.marks.weight_unit == "case_study"
    assert added.marks.weight_rows == tuple(row.interview_id for row in grid(desk).rows[:3])
    assert len(added.evidence) == 3


def test_a_word_is_kept_with_the_sentence_at_hand(desk):
    desk.synthesis.add_statement("Somebody said so.")
    select_rows(desk, 3, 4)
    desk.weight.keep_button.click()
    kept = next(
        each
        for each in desk.project.read.synthesis("subtopic", desk.reading.subtopic_id).content
        if each.text == "Somebody said so."
    )
    assert kept.marks.weight == desk.weight.word.currentText()
    assert len(kept.marks.weight_rows) == 2


def test_a_sentence_rests_on_the_selected_cells(desk):
    desk.synthesis.add_statement("Somebody said so.")
    select_rows(desk, 3, 4)
    desk.by_name["theme.link"].trigger()
    kept = next(
        each
        for each in desk.project.read.synthesis("subtopic", desk.reading.subtopic_id).content
        if each.text == "Somebody said so."
    )
    assert len(kept.evidence) == 2


def test_a_change_in_a_cell_shows_at_once(desk):
    ids = desk.view.current_ids()
    desk.operations.run(lambda project: project.set_state(*ids, "charted"))
    assert grid(desk).cells[ids].state == "charted"


def test_a_subtopic_that_is_deleted_gives_way_to_the_first(desk):
    desk.show_subtopic(desk.reading.columns[5].subtopic_id)
    gone = desk.reading.subtopic_id
    desk.operations.run(lambda project: project.delete(Subtopic, gone))
    assert grid(desk).columns[0].number == "1.1"


def test_what_a_survey_found_is_kept_beside_the_column(desk):
    desk.survey.fields["survey"].widget.setPlainText("55 of 164 trusts say so.")
    desk.finish_editing()
    assert desk.project.read.get(Subtopic, desk.reading.subtopic_id).survey == "55 of 164 trusts say so."
    desk.step(1)
    assert desk.survey.fields["survey"].widget.toPlainText() == ""


def test_what_a_survey_found_that_could_not_be_written_never_goes_to_another_sub_topic(desk, monkeypatch):
    first = desk.reading.subtopic_id
    desk.survey.fields["survey"].widget.setPlainText("55 of 164 trusts say so.")
    with monkeypatch.context() as failing:
        failing.setattr(desk.project, "change", refuse)
        desk.step(1)
    desk.finish_editing()
    assert desk.reading.subtopic_id != first
    assert desk.project.read.get(Subtopic, desk.reading.subtopic_id).survey == ""


def refuse(*_args, **_values):
    raise ProjectFileError("The disk is full; nothing was saved.")


def test_enter_edits_in_place_and_what_is_typed_is_written(desk):
    ids = desk.view.current_ids()
    desk.view.setFocus()
    QTest.keyClick(desk.view, Key.Key_Return)
    assert desk.charting.in_place.is_open
    QTest.keyClicks(desk.charting.in_place.editor, "More. ")
    desk.finish_editing()
    assert any("More. " in each.text for each in desk.project.read.cell(*ids).content)


def test_a_cell_is_opened_on_the_chart_desk(desk, qtbot):
    with qtbot.waitSignal(desk.cell_requested) as asked:
        desk.by_name["theme.open_cell"].trigger()
    assert asked.args == list(desk.view.current_ids())


def test_the_scale_is_changed_in_a_dialog(desk, dialogs):
    def write(dialog):
        assert isinstance(dialog, ScaleDialog)
        dialog._lines[0][0].setText("everybody")
        dialog.accept()
        dialog.setResult(QDialog.DialogCode.Accepted)

    dialogs.expect(write)
    desk.weight.scale_button.click()
    assert desk.project.read.study().weight_scale[0] == WeightWord("everybody", 100)


@pytest.mark.parametrize(("words", "problem"), [(("", ""), "at least one"), (("most", "Most"), "twice")])
def test_a_scale_that_cannot_be_is_told(qtbot, words, problem):
    dialog = ScaleDialog([WeightWord(word, 90 - 10 * place) for place, word in enumerate(words)])
    qtbot.addWidget(dialog)
    dialog.accept()
    assert problem in dialog.problem.text()


def test_a_field_of_the_cross_tab_selects_its_rows(desk, qtbot):
    dialog = CrossTabDialog(desk.project.read, desk)
    qtbot.addWidget(dialog)
    dialog.field_chosen.connect(desk.weighting.select_rows)
    model = next(each.id for each in desk.project.read.all(Attribute) if each.label == "Service model")
    dialog.rows.setCurrentIndex(dialog.rows.findData(model))
    dialog.columns.setCurrentIndex(dialog.columns.findData(AGENCY))
    wanted = [each.interview_id for each in dialog.tab.interviews(0, 0)]
    dialog.table.activated.emit(dialog.table.model().index(0, 0))
    assert list(desk.weighting.selected_interviews()) == wanted


def test_an_empty_project_says_what_belongs_here(qtbot, tmp_path, settings):
    from framework_qda import create_project

    with create_project(tmp_path / "new.fqda", title="New", analyst_name="Ann Marsh") as project:
        made = ThemeDesk()
        qtbot.addWidget(made)
        made.set_project(project, Operations(project, made))
        assert made.pages.currentWidget() is made.notice
        assert made.notice.title.text() == "No sub-topics yet"


def test_rows_that_are_left_out_as_not_deviant_are_told_and_come_back_with_a_click(desk):
    desk.by_name["theme.star"].trigger()
    desk.by_name["theme.deviant_only"].trigger()
    shown = len(grid(desk).rows)
    assert desk.rows_bar.sentence.text() == f"Showing {shown} of 28 interviews: those kept in view as deviant."
    desk.rows_bar.clear_button.click()
    assert len(grid(desk).rows) == 28
    assert desk.rows_bar.sentence.text() == "All 28 interviews."


@pytest.fixture
def filtered(desk):
    """Return the desk where the words of a filter are in no cell, and I03 is only kept in view as deviant."""
    desk.view.choose(2, 0)
    desk.by_name["theme.star"].trigger()
    desk.rows_bar.set_filter(RowFilter(text="parking"))
    desk.weighting.refresh()
    return desk


def test_a_row_that_is_only_kept_in_view_is_told_apart_in_every_figure(filtered):
    assert filtered.rows_bar.sentence.text() == (
        "Showing 0 of 28 interviews: a cell holds “parking”; 1 row kept in view as deviant."
    )
    assert filtered.status_text() == "0 interviews · 0 said something · 1 row kept in view as deviant"
    assert filtered.weight.counts.text() == "Select rows, and see here who stands behind them."
    assert filtered.weight.basis.text().endswith("not counted: 1 row kept in view as deviant")


def test_a_row_that_is_only_kept_in_view_bears_a_sign_and_words(filtered):
    assert row_words(grid(filtered).rows[0]).startswith("☆ kept in view as deviant\n")
    index = filtered.view.grid_model.index(0, 0)
    assert "I03, kept in view as deviant, " in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_no_sentence_begins_on_a_row_that_is_only_kept_in_view(filtered):
    filtered.by_name["theme.weigh"].trigger()
    assert filtered.project.read.synthesis("subtopic", filtered.reading.subtopic_id).content == ()


def test_of_those_kept_in_view_it_is_said_how_many_pass_the_filter(filtered):
    filtered.by_name["theme.deviant_only"].trigger()
    assert filtered.rows_bar.sentence.text() == (
        "Showing 1 of 28 interviews: those kept in view as deviant; "
        "none of them passes the filter: a cell holds “parking”."
    )


def test_figures_follow_a_cell_that_changes(desk):
    desk.rows_bar.set_filter(RowFilter(states=frozenset({"reviewed"})))
    shown = len(grid(desk).rows)
    ids = desk.view.current_ids()
    desk.operations.run(lambda project: project.set_state(*ids, "charted"))
    assert len(grid(desk).rows) == shown
    words = (
        f"Showing {shown - 1} of 28 interviews: a cell is accepted; 1 row changed, so that the filter leaves it out."
    )
    assert desk.rows_bar.sentence.text() == words
    assert desk.bar.counts.text().startswith(f"{shown - 1} interviews")


def test_the_row_of_the_cursor_alone_is_no_choice(desk):
    desk.view.choose(4, 0)
    desk.weighting.refresh()
    assert "28 of 28 interviews" in desk.weight.counts.text()
    assert desk.weight.basis.text() == "Counted: the 28 interviews shown that say something here"
    assert desk.weight.alone_button.text() == "Count I05 alone"


def test_one_interview_is_counted_alone_where_it_is_asked_for(desk):
    desk.view.choose(4, 0)
    desk.weighting.refresh()
    desk.weight.alone_button.click()
    assert "1 of 28 interviews" in desk.weight.counts.text()
    assert desk.weight.basis.text() == "Counted: I05 alone"
    assert desk.by_name["theme.alone"].isChecked()
    desk.weight.alone_button.click()
    assert "28 of 28 interviews" in desk.weight.counts.text()
    assert not desk.by_name["theme.alone"].isChecked()


def test_one_interview_is_counted_alone_until_the_cursor_goes_on(desk):
    desk.by_name["theme.alone"].trigger()
    QTest.keyClick(desk.view, Key.Key_Down)
    desk.weighting.refresh()
    assert "28 of 28 interviews" in desk.weight.counts.text()


def test_a_click_on_the_head_of_a_row_counts_it_alone(desk):
    heads = desk.view.cases
    place = QPoint(heads.width() - 5, heads.sectionViewportPosition(1) + 5)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.weight.basis.text() == "Counted: I02 alone"


def test_a_field_of_the_cross_tab_with_one_interview_counts_it_alone(desk):
    desk.weighting.select_rows([grid(desk).rows[6].interview_id])
    desk.weighting.refresh()
    assert desk.weight.basis.text() == "Counted: I07 alone"


def test_several_selected_rows_are_named_above_their_count(desk):
    select_rows(desk, 0, 1, 2)
    assert desk.weight.basis.text() == "Counted: the 3 selected interviews"
    assert desk.weight.alone_button.text() == "Count all shown"


# -- by keys, as on the Matrix desk

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def column(desk):
    desk.activateWindow()
    desk.view.setFocus()
    return desk.view


def test_words_are_looked_for_by_keys_and_the_first_cell_with_them_is_gone_to(desk, column):
    QTest.keyClick(column, Key.Key_F, CONTROL)
    assert desk.rows_bar.words.hasFocus()
    QTest.keyClicks(desk.rows_bar.words, "administrator")
    QTest.keyClick(desk.rows_bar.words, Key.Key_Return)
    assert [row.code for row in grid(desk).rows] == ["I05", "I08"]
    assert column.hasFocus()
    assert desk.step_result(1)
    assert desk.here()[0] == grid(desk).rows[1].interview_id


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Down, Key.Key_Return])
def test_the_field_for_words_is_left_by_keys(desk, column, key):
    QTest.keyClick(column, Key.Key_F, CONTROL)
    QTest.keyClick(desk.rows_bar.words, key)
    assert column.hasFocus()


def test_all_interviews_are_shown_again_by_a_key(desk, column):
    desk.by_name["theme.star"].trigger()
    desk.by_name["theme.deviant_only"].trigger()
    desk.rows_bar.set_filter(RowFilter(text="administrator"))
    QTest.keyClick(column, Key.Key_X, CONTROL | SHIFT)
    assert len(grid(desk).rows) == 28
    assert desk.rows_bar.words.text() == ""


def test_a_cell_of_another_sub_topic_is_gone_to_by_its_codes(desk, column):
    QTest.keyClick(column, Key.Key_G, CONTROL)
    QTest.keyClicks(desk.go_to_field.field, "I09 2.3")
    QTest.keyClick(desk.go_to_field.field, Key.Key_Return)
    assert desk.place_text().startswith("2.3 ")
    assert desk.place_text().endswith("I09")
    assert column.hasFocus()


@pytest.mark.parametrize(
    ("key", "state"), [(Key.Key_1, "in_progress"), (Key.Key_2, "charted"), (Key.Key_3, "reviewed")]
)
def test_states_are_given_to_all_selected_cells_by_keys(desk, column, key, state):
    QTest.keyClick(column, Key.Key_Down, SHIFT)
    QTest.keyClick(column, key, ALT)
    assert [grid(desk).cell(row, 0).state for row in (0, 1)] == [state, state]


def test_a_cell_is_sent_back_by_the_same_key_as_on_the_matrix(desk, column):
    QTest.keyClick(column, Key.Key_8, ALT)
    assert desk.comments.field.hasFocus()


@pytest.mark.parametrize(
    ("key", "first"),
    [(Key.Key_L, "Professional background"), (Key.Key_G, "Group by")],
)
def test_filter_and_groups_open_by_keys(desk, column, key, first):
    seen = []

    def look():
        menu = QApplication.activePopupWidget()
        seen.append(menu.actions()[0].text())
        menu.close()

    QTimer.singleShot(0, look)
    QTest.keyClick(column, key, CONTROL | SHIFT)
    assert seen == [first]


def test_what_can_stand_beside_opens_by_a_key(desk, column):
    QTest.keyClick(column, Key.Key_S, CONTROL | SHIFT)
    assert desk.bar.beside.view().isVisible()
    desk.bar.beside.hidePopup()


def test_all_that_has_a_key_is_in_the_menu(desk):
    def within(actions):
        for action in actions:
            yield action
            if action is not None and action.menu() is not None:
                yield from within(action.menu().actions())

    assert set(desk.by_name.values()) <= set(within(desk.desk_actions()))


def fill_synthesis(qtbot, desk):
    """Write a synthesis that is longer than its panel, and show its begin."""
    desk.resize(1400, 560)
    for number in range(20):
        desk.synthesis.add_statement(f"Conclusion {number}")
    qtbot.wait(20)
    desk.side.verticalScrollBar().setValue(0)


def is_seen(desk, editor):
    area = desk.side
    caret = editor.cursorRect().translated(editor.viewport().mapTo(area.viewport(), QPoint()))
    return area.viewport().rect().contains(caret)


def test_a_sentence_that_is_started_at_the_end_of_a_long_synthesis_is_seen(qtbot, desk):
    fill_synthesis(qtbot, desk)
    select_rows(desk, 0, 1)
    desk.by_name["theme.weigh"].trigger()
    QTest.keyClicks(desk.synthesis.editor, "say so, and say it at such a length that it takes up more than a line")
    qtbot.wait(30)
    qtbot.waitUntil(lambda: is_seen(desk, desk.synthesis.editor), timeout=500)


def test_a_sentence_that_is_linked_from_the_column_is_seen(qtbot, desk):
    fill_synthesis(qtbot, desk)
    desk.view.setFocus()
    desk.by_name["theme.link"].trigger()
    qtbot.wait(30)
    qtbot.waitUntil(lambda: is_seen(desk, desk.synthesis.editor), timeout=500)


def test_a_survey_that_is_typed_below_a_long_synthesis_is_seen(qtbot, desk):
    fill_synthesis(qtbot, desk)
    desk.survey.lines.setFocus()
    QTest.keyClicks(desk.survey.lines, "One\rTwo\rThree\rFour\rFive")
    qtbot.wait(30)
    qtbot.waitUntil(lambda: is_seen(desk, desk.survey.lines), timeout=500)


def test_another_synthesis_is_shown_from_its_begin(qtbot, desk):
    fill_synthesis(qtbot, desk)
    desk.step(1)
    fill_synthesis(qtbot, desk)
    desk.synthesis.editor.setFocus()
    QTest.keyClick(desk.synthesis.editor, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(desk.synthesis.editor, ".")
    qtbot.waitUntil(lambda: desk.side.verticalScrollBar().value() > 0, timeout=500)
    desk.step(-1)
    qtbot.wait(20)
    assert desk.side.verticalScrollBar().value() == 0


def test_a_cell_that_is_edited_in_place_is_no_taller_than_its_words_ask_for(qtbot, desk):
    desk.show_subtopic(desk.reading.columns[4].subtopic_id)
    desk.view.choose(2, 0)
    desk.by_name["theme.edit"].trigger()
    qtbot.wait(20)
    in_place = desk.charting.in_place
    needed = in_place.editor.sizeHint().height() + 2 * BORDER
    assert in_place.height() == max(needed, desk.view.rowHeight(2))


def test_why_nothing_was_linked_is_said_below_a_long_synthesis_too(qtbot, desk):
    fill_synthesis(qtbot, desk)
    desk.by_name["theme.link"].trigger()
    assert "rests on that already" not in desk.status_text()
    desk.by_name["theme.link"].trigger()
    assert "rests on that already" in desk.status_text()


def test_without_a_cell_that_has_the_words_f3_stays_here_and_is_told(desk):
    desk.rows_bar.set_filter(RowFilter(text="nowhere at all"))
    assert desk.step_result(1)
    assert desk.status_text() == NO_HIT


def test_a_sub_topic_that_is_gone_is_not_gone_to(desk):
    before, here = desk.place_text(), desk.here()
    desk.open_record("subtopic", "gone")
    desk.open_cell(here[0], "gone")
    assert (desk.place_text(), desk.here()) == (before, here)


def test_a_cell_that_cannot_be_gone_to_leaves_the_filter(desk, monkeypatch):
    desk.rows_bar.set_filter(RowFilter(text="ward"))
    monkeypatch.setattr(desk.charting, "finish", lambda: False)
    desk.go_to(desk.here()[0], desk.reading.columns[3].subtopic_id)
    assert desk.rows_bar.row_filter.text == "ward"
