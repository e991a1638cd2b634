import shutil

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from framework_qda import create_project, open_project
from framework_qda.model import CaseStudy, Statement, Theme
from framework_qda.project.ids import cell_id
from framework_qda.ui.case.desk import CaseDesk
from framework_qda.ui.case.looks import FILTER_WORDS
from framework_qda.ui.case.note_editor import NoteEditor
from framework_qda.ui.case.notices import NO_CASE_STUDIES, NO_INTERVIEWS, NO_MATCH
from tests.ui.showing import show_desk

Key = Qt.Key


def trigger(desk, name):
    desk.actions_of_desk.by_name[f"case.{name}"].trigger()


def press(widget, *keys):
    for key in keys:
        QTest.keyClick(widget, key)


def verdict(study, number, area="area1"):
    return study.read.verdicts(study[area])[study[number]]


def codes(desk):
    return [column.code for column in desk.view.case_model.reading.columns]


# -- what is shown


def test_the_first_case_study_is_shown_with_its_interviews(desk):
    assert codes(desk) == ["I01", "I02"]
    assert desk.status_text().startswith("Area 1: 2 of 10 charted")


def test_the_title_line_says_what_is_known(desk):
    assert desk.bar.facts.text() == "hospital team · North · 2 interviews · both agencies took part"


def test_the_next_case_study_is_shown_at_the_same_sub_topic(desk, study):
    desk.view.go_to(study["I02"], study["2.1"])
    trigger(desk, "next_case")
    assert codes(desk) == ["I03"]
    assert desk.view.current_place().subtopic_id == study["2.1"]
    assert desk.synopsis.heading.text() == "Synopsis of Area 2"


def test_behind_the_last_case_study_there_is_none(desk):
    trigger(desk, "next_case")
    trigger(desk, "next_case")
    assert codes(desk) == ["I03"]
    assert not desk.bar.next.isEnabled()


def test_the_case_study_is_remembered(qtbot, study, settings):
    first = CaseDesk()
    first.settings = settings
    show_desk(qtbot, first, study.project)
    trigger(first, "next_case")
    second = CaseDesk()
    second.settings = settings
    show_desk(qtbot, second, study.project)
    assert codes(second) == ["I03"]


def test_a_case_study_without_interviews_offers_to_add_some(qtbot, desk, study):
    study.add("area3", CaseStudy, label="Area 3")
    desk.show_changes(study.project.change(CaseStudy, study["area3"], label="Area 3a"))
    desk.show_case(study["area3"])
    assert desk.notice.title.text() == NO_INTERVIEWS.title
    with qtbot.waitSignal(desk.desk_requested) as asked:
        desk.notice.button.click()
    assert asked.args == ["interviews"]


def test_an_empty_project_offers_to_add_case_studies(qtbot, tmp_path):
    with create_project(tmp_path / "empty.fqda", title="Empty", analyst_name="A") as project:
        desk = show_desk(qtbot, CaseDesk(), project)
        assert desk.notice.title.text() == NO_CASE_STUDIES.title
        assert desk.status_text() == ""
        desk.project = None


def test_an_edit_elsewhere_shows_at_once(desk, study):
    written = [Statement("new", "summary", "Every Friday.")]
    desk.operations.run(lambda project: project.chart(study["I01"], study["2.1"], written))
    index = desk.view.case_model.index_of(study["I01"], study["2.1"])
    assert index.data() == "Every Friday."


def test_a_theme_moved_elsewhere_moves_here(desk, study):
    desk.operations.run(lambda project: project.move(Theme, study["theme2"], after=None))
    assert [one.heading for one in desk.view.case_model.reading.sections] == [
        "1 Meetings",
        "2 Referral: quality & feedback",
    ]


def test_a_case_study_that_is_deleted_gives_way_to_the_first(desk, study):
    trigger(desk, "next_case")
    desk.operations.run(lambda project: project.delete(CaseStudy, study["area2"]))
    assert codes(desk) == ["I01", "I02"]


# -- verdicts


def test_letters_set_the_verdict_of_the_selected_line(desk, study):
    desk.view.go_to(study["I01"], study["2.1"])
    press(desk.view, Key.Key_D)
    assert verdict(study, "2.1").verdict == "differ"
    press(desk.view, Key.Key_A)
    assert verdict(study, "2.1").verdict == "agree"


def test_backspace_takes_the_verdict_back(desk, study):
    desk.view.go_to(study["I01"], study["2.1"])
    press(desk.view, Key.Key_S, Key.Key_Backspace)
    assert verdict(study, "2.1").verdict == ""


def test_a_verdict_is_one_step_of_undo(desk, study):
    desk.view.go_to(study["I01"], study["2.1"])
    press(desk.view, Key.Key_N)
    desk.operations.run(lambda project: project.undo())
    assert verdict(study, "2.1").verdict == ""


def test_enter_on_the_verdict_writes_its_note_in_place(desk, study):
    desk.view.go_to(study["I01"], study["2.1"])
    press(desk.view, Key.Key_D, Key.Key_Right, Key.Key_Right, Key.Key_Return)
    editor = desk.view.findChild(NoteEditor)
    QTest.keyClicks(editor, "who reconciles")
    press(editor, Key.Key_Return)
    assert (verdict(study, "2.1").verdict, verdict(study, "2.1").note) == ("differ", "who reconciles")


def test_letters_in_a_note_set_no_verdict(desk, study):
    desk.view.go_to(study["I01"], study["2.1"])
    trigger(desk, "note")
    editor = desk.view.findChild(NoteEditor)
    QTest.keyClicks(editor, "a")
    press(editor, Key.Key_Return)
    assert (verdict(study, "2.1").verdict, verdict(study, "2.1").note) == ("", "a")


def test_escape_gives_a_note_up(desk, study):
    desk.view.go_to(study["I01"], study["2.1"])
    trigger(desk, "note")
    editor = desk.view.findChild(NoteEditor)
    QTest.keyClicks(editor, "who")
    press(editor, Key.Key_Escape)
    assert study["2.1"] not in study.read.verdicts(study["area1"])


def test_a_note_is_written_before_the_desk_is_left(desk, study):
    desk.view.go_to(study["I01"], study["2.1"])
    trigger(desk, "note")
    QTest.keyClicks(desk.view.findChild(NoteEditor), "who")
    desk.finish_editing()
    assert verdict(study, "2.1").note == "who"


def test_only_the_sub_topics_of_a_verdict_are_shown(desk, study):
    desk.operations.run(lambda project: project.judge(study["area1"], study["2.1"], verdict="differ"))
    desk.bar.verdicts_chosen.emit(frozenset({"differ"}))
    assert [row.subtopic.number for row in desk.view.case_model.reading.rows] == ["2.1"]
    desk.bar.verdicts_chosen.emit(frozenset({"agree"}))
    assert desk.notice.title.text() == NO_MATCH.title
    desk.notice.button.click()
    assert len(desk.view.case_model.reading.rows) == 5


def test_several_verdicts_are_ticked_in_one_go(desk, study):
    desk.operations.run(lambda project: project.judge(study["area1"], study["2.1"], verdict="differ"))
    menu = desk.bar.verdict_button.menu()
    menu.popup(QPoint(20, 20))
    for verdict in ("agree", "differ"):
        menu.setActiveAction(next(each for each in menu.actions() if each.text() == FILTER_WORDS[verdict]))
        QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert [each.text() for each in menu.actions() if each.isChecked()] == [
        FILTER_WORDS["agree"],
        FILTER_WORDS["differ"],
    ]
    menu.close()
    assert [row.subtopic.number for row in desk.view.case_model.reading.rows] == ["2.1"]


def test_the_matrices_are_walked_by_key(desk):
    trigger(desk, "next_theme")
    assert [row.subtopic.number for row in desk.view.case_model.reading.rows] == ["1.1", "1.2", "1.3"]
    trigger(desk, "previous_theme")
    assert len(desk.view.case_model.reading.rows) == 5


def test_a_verdict_that_is_undone_elsewhere_comes_into_view(desk, study):
    desk.operations.run(lambda project: project.judge(study["area1"], study["2.2"], verdict="agree"))
    assert desk.view.current_place().subtopic_id == study["2.2"]


# -- evidence, synopsis, other desks


def test_enter_on_a_cell_opens_it_in_chart(qtbot, desk, study):
    desk.view.go_to(study["I02"], study["1.2"])
    with qtbot.waitSignal(desk.cell_requested) as asked:
        press(desk.view, Key.Key_Return)
    assert asked.args == [study["I02"], study["1.2"]]


def test_space_shows_what_the_cell_rests_on(desk, study):
    desk.view.go_to(study["I02"], study["1.2"])
    press(desk.view, Key.Key_Space)
    assert desk.evidence.isVisible()
    assert desk.evidence.heading.text() == "Evidence · I02 · 1.2"
    assert desk.evidence.passages.evidence_model.rowCount() == 5
    press(desk.view, Key.Key_Space)
    assert not desk.evidence.isVisible()


def test_the_evidence_follows_the_cell(desk, study):
    press(desk.view, Key.Key_Space)
    desk.view.go_to(study["I02"], study["2.1"])
    assert desk.evidence.heading.text() == "Evidence · I02 · 2.1"


def test_a_passage_is_asked_for_with_its_interview(qtbot, desk, study):
    desk.view.go_to(study["I02"], study["1.2"])
    with qtbot.waitSignal(desk.passage_requested) as asked:
        desk.view.passage_opened.emit(study["tenth"])
    assert asked.args == [study["I02"], study["tenth"]]


def test_the_selected_cell_is_linked_to_the_point_at_the_caret(desk, study):
    desk.view.go_to(study["I02"], study["2.1"])
    QTest.keyClicks(desk.synopsis.editor, "They meet.")
    trigger(desk, "link")
    (statement,) = study.read.synthesis("case_study", study["area1"]).content
    assert statement.evidence == (cell_id(study["I02"], study["2.1"]),)


def test_a_link_of_the_synopsis_leads_to_its_cell(desk, study):
    desk.view.go_to(study["I02"], study["2.1"])
    trigger(desk, "link")
    desk.view.go_to(study["I01"], study["1.1"])
    desk.synopsis.editor.select_chip(cell_id(study["I02"], study["2.1"]))
    press(desk.synopsis.editor, Key.Key_Return)
    place = desk.view.current_place()
    assert (place.interview_id, place.subtopic_id) == (study["I02"], study["2.1"])


def test_a_link_that_is_pointed_at_marks_its_cell(desk, study):
    desk.view.go_to(study["I02"], study["2.1"])
    trigger(desk, "link")
    desk.synopsis.editor.select_chip(cell_id(study["I02"], study["2.1"]))
    assert desk.view.cells.pointed == (study["I02"], study["2.1"])


def test_a_link_to_a_cell_that_is_filtered_out_clears_the_filter(desk, study):
    trigger(desk, "next_theme")
    desk.open_cell(study["I02"], study["2.1"])
    assert desk.view.current_place().subtopic_id == study["2.1"]


def test_a_cell_of_another_case_study_is_opened_there(desk, study):
    desk.open_cell(study["I03"], study["1.2"])
    assert codes(desk) == ["I03"]


def test_a_menu_of_statements_goes_with_the_menu_of_its_place(qtbot, desk, study):
    desk.view.go_to(study["I02"], study["1.2"])
    desk.view.menu_requested.emit(QPoint(20, 20))
    (place,) = desk.findChildren(QMenu, "place_menu")
    assert "Link a statement" in titles(desk)
    place.close()
    qtbot.waitUntil(lambda: "Link a statement" not in titles(desk))


def titles(desk):
    return [menu.title() for menu in desk.findChildren(QMenu)]


def test_a_single_statement_can_be_linked_from_the_menu(desk, study):
    desk.view.go_to(study["I02"], study["1.2"])
    menu = desk.beside._statements_menu()
    menu.actions()[1].trigger()
    (statement,) = study.read.synthesis("case_study", study["area1"]).content
    assert statement.evidence == ("I02-1.2-1",)


def test_what_is_typed_in_a_synopsis_is_written_before_the_next_case(desk, study):
    QTest.keyClicks(desk.synopsis.editor, "They meet.")
    trigger(desk, "next_case")
    assert study.read.synthesis("case_study", study["area1"]).content[0].text == "They meet."
    assert not desk.synopsis.editor.content()


def test_the_panes_are_walked_by_key(desk):
    desk.view.setFocus()
    trigger(desk, "switch_pane")
    assert desk.synopsis.editor.hasFocus()
    trigger(desk, "switch_pane")
    assert desk.view.hasFocus()


def test_a_narrow_desk_is_left_to_the_table(desk):
    desk.resize(800, 600)
    assert desk.synopsis.isHidden()
    trigger(desk, "synopsis")
    assert not desk.synopsis.isHidden()


def test_place_and_status_say_where_one_is(desk, study):
    desk.view.go_to(study["I02"], study["1.2"])
    assert desk.place_text() == "Area 1 · I02 · 1.2 Quality"
    desk.operations.run(lambda project: project.judge(study["area1"], study["1.2"], verdict="differ"))
    assert desk.status_text().startswith("Area 1: 2 of 10 charted · 1 differ")


def test_a_synopsis_that_is_asked_for_elsewhere_is_shown(desk, study):
    desk.resize(800, 600)
    desk.open_record("synopsis", study["area2"])
    assert codes(desk) == ["I03"]
    assert desk.synopsis.editor.hasFocus()


def test_a_verdict_set_apart_is_told_and_decided_by_a_letter(desk, study, tmp_path):
    shutil.copyfile(study.project.path, tmp_path / "copy.fqda")
    study.project.judge(study["area1"], study["2.1"], verdict="agree")
    with open_project(tmp_path / "copy.fqda", backs_up=False) as copy:
        copy.judge(study["area1"], study["2.1"], verdict="differ")
        desk.show_changes(study.project.receive(list(copy.entries())))
    index = desk.view.case_model.index_of("", study["2.1"], study["area1"])
    assert "set apart" in index.data()
    desk.view.setCurrentIndex(index)
    press(desk.view, Key.Key_D)
    assert verdict(study, "2.1").verdict == "differ"
    assert not study.read.conflicted_ids()


def test_a_change_elsewhere_leaves_the_note_that_is_being_typed(desk, study):
    desk.view.go_to(study["I01"], study["2.1"])
    trigger(desk, "note")
    editor = desk.view.findChild(NoteEditor)
    QTest.keyClicks(editor, "who")
    desk.show_changes(study.project.judge(study["area1"], study["2.1"], verdict="agree"))
    assert editor.toPlainText() == "who"


def type_a_note(desk, study, words):
    desk.view.go_to(study["I01"], study["2.1"])
    trigger(desk, "note")
    QTest.keyClicks(desk.view.findChild(NoteEditor), words)


def test_a_note_is_written_before_the_next_case_study(desk, study):
    type_a_note(desk, study, "who")
    trigger(desk, "next_case")
    assert verdict(study, "2.1").note == "who"


def test_a_note_is_written_before_other_sub_topics_are_chosen(desk, study):
    type_a_note(desk, study, "who")
    trigger(desk, "next_theme")
    assert verdict(study, "2.1").note == "who"


def test_notes_are_not_written_in_the_table_of_verdicts(desk, study):
    trigger(desk, "verdicts")
    trigger(desk, "note")
    assert "Enter" in desk.status_text()


def test_a_note_is_written_when_the_focus_goes_elsewhere(desk, study):
    type_a_note(desk, study, "who")
    desk.synopsis.editor.setFocus()
    assert verdict(study, "2.1").note == "who"


def test_a_note_is_written_when_another_line_is_chosen(desk, study):
    type_a_note(desk, study, "who")
    desk.view.go_to(study["I01"], study["2.2"])
    assert verdict(study, "2.1").note == "who"


def test_a_case_study_that_is_gone_to_leaves_letters_to_the_verdicts(desk, study):
    desk.open_record("case_study", study["area1"])
    assert desk.view.hasFocus()
    before = study.read.synthesis("case_study", study["area1"])
    QTest.keyClick(desk.view, Qt.Key.Key_D)
    assert study.read.synthesis("case_study", study["area1"]) == before


def choose_case(desk, words):
    desk.actions_of_desk.by_name["case.choose"].trigger()
    QTest.keyClicks(desk.bar.chooser, words)
    QTest.keyClick(desk.bar.chooser, Key.Key_Return)


def test_letters_set_verdicts_once_a_case_study_is_chosen_by_its_name(desk, study):
    choose_case(desk, "area 2")
    assert desk.view.hasFocus()
    press(desk.view, Key.Key_S)
    assert next(iter(study.read.verdicts(study["area2"]).values())).verdict == "one_silent"


def test_a_case_study_that_is_none_is_told_and_escape_goes_back_to_the_table(desk):
    choose_case(desk, "zzzqqq")
    assert desk.status_text() == "No case study is called “zzzqqq”."
    QTest.keyClick(desk.bar.chooser, Key.Key_Escape)
    assert desk.view.hasFocus()
    assert desk.bar.chooser.currentText() == "Area 1"


def test_a_case_study_that_is_gone_is_not_gone_to(desk, study):
    desk.open_record("case_study", "gone")
    assert codes(desk) == ["I01", "I02"]
    assert not desk.notice.isVisible()
