import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from framework_qda.matrix.sample import build_sample_table
from framework_qda.model import Analyst, Attribute, CaseStudy, Informant, Interview, Organisation
from framework_qda.ui.interviews.desk import InterviewsDesk
from tests.ui.showing import show_desk


@pytest.fixture
def desk(qtbot, project):
    made = show_desk(qtbot, InterviewsDesk(), project)
    made.operations.failed.connect(made.__dict__.setdefault("failures", []).append)
    return made


def labels(desk):
    return [node.texts[0] for node in desk.model.nodes()]


def choose(desk, record_type, place=0):
    record = desk.project.read.all(record_type)[place]
    desk.view.choose(record.id)
    return record


def trigger(desk, name):
    desk.actions_by_id[f"interviews.{name}"].trigger()


def type_in(desk, field, text):
    desk.panel.form.fields[field].widget.setText(text)
    desk.panel.form.fields[field].finish()


def test_the_first_line_is_chosen_at_once(desk):
    assert desk.view.current_node().texts[0] == "Area 1"


def test_a_case_study_is_added_with_the_next_name(desk):
    trigger(desk, "add_case_study")
    assert [each.label for each in desk.project.read.all(CaseStudy)] == ["Area 1", "Area 2"]


def test_what_was_added_is_chosen_and_ready_to_be_named(desk, qtbot):
    trigger(desk, "add_case_study")
    assert desk.view.current_node().texts[0] == "Area 2"
    qtbot.waitUntil(lambda: desk.panel.form.fields["label"].widget.hasFocus())


def test_an_interview_is_added_to_the_chosen_case_study(desk):
    case_study = choose(desk, CaseStudy)
    trigger(desk, "add_interview")
    added = desk.project.read.all(Interview)[-1]
    assert (added.code, added.case_study_id) == ("I02", case_study.id)


def test_an_interview_is_added_to_the_chosen_organisation(desk):
    choose(desk, CaseStudy)
    trigger(desk, "add_organisation")
    organisation = desk.project.read.all(Organisation)[0]
    trigger(desk, "add_interview")
    added = desk.project.read.all(Interview)[-1]
    assert (added.organisation_id, added.case_study_id) == (organisation.id, organisation.case_study_id)


def test_an_informant_is_added_to_the_chosen_interview(desk):
    interview = choose(desk, Interview)
    trigger(desk, "add_informant")
    assert [each.interview_id for each in desk.project.read.all(Informant)] == [interview.id]


@pytest.mark.parametrize(
    ("record_type", "command", "first", "second"),
    [(Interview, "add_informant", "role", "code"), (CaseStudy, "add_organisation", "kind", "label")],
)
def test_the_cursor_stands_first_in_what_only_a_person_knows(desk, qtbot, record_type, command, first, second):
    choose(desk, record_type)
    trigger(desk, command)
    fields = desk.panel.form.fields
    qtbot.waitUntil(lambda: fields[first].widget.hasFocus())
    qtbot.keyClick(fields[first].widget, Qt.Key.Key_Tab)
    assert fields[second].widget.hasFocus()


def test_an_informant_needs_an_interview(desk):
    choose(desk, CaseStudy)
    assert not desk.actions_by_id["interviews.add_informant"].isEnabled()


def test_a_finished_field_is_one_action(desk):
    interview = choose(desk, Interview)
    type_in(desk, "code", "I09")
    assert desk.project.read.get(Interview, interview.id).code == "I09"
    assert desk.project.describe(desk.project.next_undo()) == "Change of interview I09"


def test_an_edit_shows_in_the_outline(desk):
    choose(desk, Interview)
    type_in(desk, "code", "I09")
    assert "I09" in labels(desk)


def test_a_number_that_is_none_is_not_written(desk):
    interview = choose(desk, Interview)
    type_in(desk, "minutes", "an hour")
    assert desk.project.read.get(Interview, interview.id).minutes is None


def test_a_number_that_is_none_stays_with_its_interview(desk):
    desk.project.add(Interview, code="I77", case_study_id=desk.project.read.all(CaseStudy)[0].id)
    desk.refresh()
    choose(desk, Interview)
    type_in(desk, "minutes", "an hour")
    choose(desk, Interview, 1)
    assert desk.panel.form.fields["minutes"].widget.text() == ""


def test_an_interview_that_moves_leaves_its_organisation_behind(desk):
    choose(desk, CaseStudy)
    trigger(desk, "add_organisation")
    trigger(desk, "add_interview")
    interview = desk.project.read.all(Interview)[-1]
    trigger(desk, "add_case_study")
    other = desk.project.read.all(CaseStudy)[-1]
    desk.view.choose(interview.id)
    field = desk.panel.form.fields["case_study_id"].widget
    field.setCurrentIndex(field.findData(other.id))
    moved = desk.project.read.get(Interview, interview.id)
    assert (moved.case_study_id, moved.organisation_id) == (other.id, None)


def test_an_interview_without_a_case_study_stands_in_a_band_of_its_own(desk):
    choose(desk, Interview)
    desk.panel.form.fields["case_study_id"].widget.setCurrentIndex(0)
    assert labels(desk) == ["Area 1", "No case study", "I01"]


def test_analysts_of_an_interview_are_ticked(desk):
    interview = choose(desk, Interview)
    me = desk.project.read.all(Analyst)[0]
    (box,) = desk.panel.form.fields["analysts"].widget.findChildren(QCheckBox)
    box.click()
    assert (box.text(), desk.project.read.get(Interview, interview.id).analysts) == (me.name, frozenset({me.id}))


def test_an_analyst_who_joins_can_be_ticked_at_once(desk):
    choose(desk, Interview)
    desk.operations.run(lambda project: project.add(Analyst, name="Bea Holt"))
    boxes = desk.panel.form.fields["analysts"].widget.findChildren(QCheckBox)
    assert [box.text() for box in boxes if not box.isHidden()] == ["Ann Marsh", "Bea Holt"]


def test_an_attribute_of_the_level_has_a_field(desk):
    attribute = desk.project.add(Attribute, level="case_study", label="region", kind="choice", choices=("north",))
    case_study = choose(desk, CaseStudy)
    desk.show_changes(attribute)
    field = desk.panel.form.fields[f"attribute:{attribute.new_id}"].widget
    field.setCurrentIndex(field.findData("north"))
    assert desk.project.read.attributes_of(case_study.id) == {attribute.new_id: "north"}


def test_an_attribute_of_another_level_has_none(desk):
    changes = desk.project.add(Attribute, level="informant", label="grade")
    choose(desk, CaseStudy)
    desk.show_changes(changes)
    assert set(desk.panel.form.fields) == {"label"}


def test_moving_up_changes_the_order_of_rows(desk):
    choose(desk, CaseStudy)
    trigger(desk, "add_interview")
    trigger(desk, "move_up")
    assert [each.code for each in desk.project.read.all(Interview)] == ["I02", "I01"]


def test_the_first_does_not_move_up(desk):
    choose(desk, Interview)
    before = desk.project.next_undo()
    trigger(desk, "move_up")
    assert desk.project.next_undo() == before


def test_deleting_says_what_goes_with_it(desk, dialogs):
    choose(desk, CaseStudy)
    said = []
    dialogs.expect(lambda box: (said.append(box.words), box.reject()))
    trigger(desk, "delete")
    assert said == ["With it go 1 interview and 3 paragraphs. Undo brings everything back."]
    assert len(desk.project.read.all(CaseStudy)) == 1


def test_a_confirmed_deletion_is_one_action(desk, dialogs):
    choose(desk, CaseStudy)
    dialogs.expect(lambda box: box.accept())
    trigger(desk, "delete")
    assert labels(desk) == []
    desk.operations.run(lambda project: project.undo())
    assert labels(desk) == ["Area 1", "I01"]


def test_an_empty_project_says_what_comes_first(desk, dialogs):
    choose(desk, CaseStudy)
    dialogs.expect(lambda box: box.accept())
    trigger(desk, "delete")
    assert desk.empty.isVisible()


def test_an_empty_project_can_begin_with_its_notes(desk, dialogs, qtbot):
    choose(desk, CaseStudy)
    dialogs.expect(lambda box: box.accept())
    trigger(desk, "delete")
    button = next(each for each in desk.empty.findChildren(QPushButton) if each.text().startswith("Import notes"))
    with qtbot.waitSignal(desk.import_requested):
        button.click()


def test_a_project_for_reading_only_offers_no_edit(qtbot, project):
    from framework_qda import open_project

    with open_project(project.path, read_only=True) as second:
        desk = show_desk(qtbot, InterviewsDesk(), second)
        assert not any(action.isEnabled() for action in desk.actions_by_id.values())
        assert desk.panel.form.fields["label"].widget.isReadOnly()


def test_tab_goes_from_the_outline_through_the_fields_to_the_notes(desk, qtbot):
    choose(desk, Interview)
    qtbot.waitUntil(lambda: desk.panel.form.fields["code"].widget.isVisible())
    desk.view.setFocus()
    names = []
    for _ in range(9):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().accessibleName() or QApplication.focusWidget().text())
    fields = ["Code", "Case study", "Organisation", "Date", "Mode", "Minutes", "Consent"]
    assert names == [*fields, "Import notes…", "Chart this interview"]


def test_the_status_counts_who_took_part(desk):
    assert desk.status_text() == "1 case study · 0 organisations · 1 interview · 0 informants"


def test_an_organisation_that_took_no_part_is_recorded_and_did_not_participate(desk):
    choose(desk, CaseStudy)
    trigger(desk, "add_organisation")
    type_in(desk, "kind", "local authority")
    desk.panel.form.fields["took_part"].widget.click()
    assert not desk.project.read.all(Organisation)[0].took_part
    assert "did not take part" in desk.view.current_node().texts[1]
    assert desk.status_text().startswith("1 case study · 0 organisations, 1 more took no part ·")
    table = build_sample_table(desk.project.read)
    assert [field.is_declined for field in table.rows[0].fields] == [True, False]


def test_the_place_is_what_is_chosen(desk):
    choose(desk, Interview)
    assert desk.place_text() == "I01"
