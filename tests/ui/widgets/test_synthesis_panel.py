import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from framework_qda import open_project
from framework_qda.model import Marks, Statement
from framework_qda.project.ids import cell_id
from framework_qda.ui.operations import Operations
from framework_qda.ui.widgets.synthesis_panel import NOTHING_THERE, UNDECIDED, SynthesisPanel
from tests.reference.small_study import make_study
from tests.ui.showing import show


@pytest.fixture
def study(tmp_path):
    made = make_study(tmp_path / "small.fqda")
    yield made
    made.project.close()


@pytest.fixture
def panel(qtbot, study):
    """Return the panel of a case study of two interviews, empty."""
    made = SynthesisPanel("chart.link")
    qtbot.addWidget(made)
    operations = Operations(study.project, made)
    operations.changed.connect(made.show_changes)
    made.begin(operations)
    show(qtbot, made, 320, 500)
    made.show_subject("case_study", study["area1"])
    return made


def written(study, subject="area1"):
    return study.read.synthesis("case_study", study[subject]).content


def a_cell(study):
    return cell_id(study["I02"], study["2.1"])


def test_what_is_typed_is_written_when_the_editor_is_left(panel, study):
    QTest.keyClicks(panel.editor, "They compare.")
    panel.editor.focus_left.emit()
    assert [each.text for each in written(study)] == ["They compare."]


def test_another_subject_is_shown_after_the_first_is_written(panel, study):
    QTest.keyClicks(panel.editor, "Of area 1.")
    panel.show_subject("case_study", study["area2"])
    assert written(study)[0].text == "Of area 1."
    assert not panel.editor.content()
    QTest.keyClicks(panel.editor, "Of area 2.")
    panel.finish_editing()
    assert (written(study)[0].text, written(study, "area2")[0].text) == ("Of area 1.", "Of area 2.")


def test_a_point_behind_a_note_is_a_plain_one(panel, study):
    QTest.keyClicks(panel.editor, "I doubt it.")
    panel.editor.set_kind("note")
    QTest.keyClick(panel.editor, Qt.Key.Key_Return)
    QTest.keyClicks(panel.editor, "They compare.")
    panel.finish_editing()
    assert [each.kind for each in written(study)] == ["note", "summary"]


def test_a_linked_cell_stands_behind_the_words_by_its_name(panel, study):
    QTest.keyClicks(panel.editor, "They compare.")
    assert panel.link([a_cell(study)])
    assert written(study)[0].evidence == (a_cell(study),)
    assert panel.editor.reference_of(a_cell(study)).label == "I02 2.1"


def test_typing_goes_on_before_the_links(panel, study):
    QTest.keyClicks(panel.editor, "They")
    panel.link([a_cell(study)])
    QTest.keyClicks(panel.editor, " compare.")
    panel.finish_editing()
    assert written(study)[0].text == "They compare."


def test_a_cell_without_words_or_reason_cannot_be_linked(panel, study):
    assert not panel.link([cell_id(study["I01"], study["2.2"])])
    assert panel.foot.text() == NOTHING_THERE


def test_a_link_is_followed_by_the_keyboard(qtbot, panel, study):
    QTest.keyClicks(panel.editor, "They compare.")
    panel.link([a_cell(study)])
    panel.editor.select_chip(a_cell(study))
    with qtbot.waitSignal(panel.cell_requested) as followed:
        QTest.keyClick(panel.editor, Qt.Key.Key_Return)
    assert followed.args == [study["I02"], study["2.1"]]


def test_a_selected_link_is_deleted_by_a_key(panel, study):
    QTest.keyClicks(panel.editor, "They compare.")
    panel.link([a_cell(study)])
    panel.editor.select_chip(a_cell(study))
    QTest.keyClick(panel.editor, Qt.Key.Key_Delete)
    panel.finish_editing()
    assert written(study)[0].evidence == ()


def test_the_tip_of_a_link_has_the_words_of_the_cell(panel, study):
    panel.link([a_cell(study)])
    assert "=1+1 meetings a week" in panel.editor.passage_tip(a_cell(study))


def test_a_sentence_with_a_weight_is_written_behind_the_others(panel, study):
    QTest.keyClicks(panel.editor, "They compare.")
    marks = Marks(weight="most", weight_unit="organisation", weight_rows=(study["I01"], study["I02"]))
    assert panel.add_statement("Most ring first.", marks=marks, target_ids=[a_cell(study)])
    first, second = written(study)
    assert (first.text, second.text, second.marks) == ("They compare.", "Most ring first.", marks)
    assert second.evidence == (a_cell(study),)


def test_a_weight_is_told_to_screen_readers(panel, study):
    panel.add_statement("Most ring first.", marks=Marks(weight="most", weight_unit="interview"))
    assert "“most”, counted by interview" in panel.editor.accessibleDescription()


def test_an_edit_elsewhere_shows_at_once(panel, study):
    study.project.conclude("case_study", study["area1"], [Statement("s1", "summary", "By somebody else.")])
    panel.show_changes(study.project.undo())
    panel.show_changes(study.project.redo())
    assert panel.editor.content()[0].text == "By somebody else."


def test_an_edit_elsewhere_never_overwrites_what_is_being_typed(panel, study):
    QTest.keyClicks(panel.editor, "Half a")
    panel.show_changes(study.project.chart(study["I01"], study["2.1"], [Statement("x", "summary", "New.")]))
    assert panel.editor.content()[0].text == "Half a"


def test_links_follow_a_new_name_of_the_interview(panel, study):
    from framework_qda.model import Interview

    panel.link([a_cell(study)])
    panel.show_changes(study.project.change(Interview, study["I02"], code="T2"))
    assert panel.editor.reference_of(a_cell(study)).label == "T2 2.1"


def test_links_are_pasted_into_another_synthesis(panel, study):
    QTest.keyClicks(panel.editor, "They compare.")
    panel.link([a_cell(study)])
    panel.editor.selectAll()
    panel.editor.copy()
    panel.show_subject("case_study", study["area2"])
    panel.editor.paste()
    panel.finish_editing()
    assert written(study, "area2")[0].evidence == (a_cell(study),)


def test_without_a_subject_nothing_can_be_written(panel):
    panel.show_subject("", "")
    assert panel.editor.isReadOnly()
    assert not panel.link(["x"])


@pytest.fixture
def apart(panel, study, tmp_path):
    """Let the synopsis of the first case study be written in two copies at once."""
    shutil.copyfile(study.project.path, tmp_path / "copy.fqda")
    study.project.conclude("case_study", study["area1"], [Statement("mine", "summary", "Mine.", (a_cell(study),))])
    with open_project(tmp_path / "copy.fqda", backs_up=False) as copy:
        copy.conclude("case_study", study["area1"], [Statement("theirs", "summary", "Theirs.")])
        panel.show_changes(study.project.receive(list(copy.entries())))
    return panel


def keep(panel, words):
    next(button for button in panel.findChildren(QPushButton) if button.text() == words).click()


def test_a_synthesis_written_apart_waits_for_a_decision(apart):
    assert apart.editor.isReadOnly()
    assert apart.foot.text() == UNDECIDED
    assert not apart.deciding.bar.isHidden()


def test_one_of_two_versions_is_chosen(apart, study):
    keep(apart, "Keep version 2")
    assert len(written(study)) == 1
    assert not apart.editor.isReadOnly()
    assert apart.deciding.bar.isHidden()
    assert apart.editor.content() == written(study)


def test_both_versions_are_kept_one_after_the_other(apart, study):
    keep(apart, "Keep all, one after the other")
    assert {each.text for each in written(study)} == {"Mine.", "Theirs."}


def test_the_heading_is_the_name_of_the_editor(panel):
    assert panel.heading.text() == panel.editor.accessibleName() == "Synopsis of Area 1"


def test_a_draft_is_kept_of_a_synthesis(panel, study):
    QTest.keyClicks(panel.editor, "Half a")
    panel.saving._keep_draft()
    study.project.drafts.flush()
    (draft,) = study.project.left_over_drafts()
    assert draft.is_synthesis
    assert draft.statements[0].text == "Half a"
