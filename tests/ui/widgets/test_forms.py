import pytest

from framework_qda.errors import NotSavedError
from framework_qda.model import Study
from framework_qda.project import Project
from framework_qda.ui.operations import Operations
from framework_qda.ui.widgets.fields import FieldHandle, FieldSpec
from framework_qda.ui.widgets.forms import Form

SPECS = (FieldSpec("code", "Code"), FieldSpec("minutes", "Minutes", "number"), FieldSpec("note", "Note", "text"))


@pytest.fixture
def form(qtbot):
    made = Form()
    qtbot.addWidget(made)
    made.set_fields(SPECS)
    made.show_values({"code": "I01", "minutes": 60, "note": ""})
    made.resize(600, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_finished_edit_is_told_with_its_name(form, qtbot):
    with qtbot.waitSignal(form.edited) as told:
        form.fields["code"].widget.setText("I02")
        form.fields["code"].finish()
    assert told.args == ["code", "I02"]


def test_finish_tells_what_is_still_being_typed(form, qtbot):
    form.fields["note"].widget.setPlainText("half a")
    with qtbot.waitSignal(form.edited) as told:
        form.finish()
    assert told.args == ["note", "half a"]


def test_finish_tells_nothing_where_nothing_was_typed(form, qtbot):
    with qtbot.assertNotEmitted(form.edited):
        form.finish()


def test_the_first_field_is_selected_though_it_has_the_focus_already(form):
    line = form.fields["code"].widget
    line.setFocus()
    line.deselect()
    form.focus_first()
    assert line.selectedText() == "I01"


def test_other_choices_keep_the_fields_and_the_cursor(form):
    before = form.fields["code"].widget
    form.set_fields([FieldSpec("code", "Code", choices=(("a", "A"),)), *SPECS[1:]])
    assert form.fields["code"].widget is before


def test_other_fields_replace_the_old_ones(form):
    form.set_fields([FieldSpec("label", "Label")])
    assert list(form.fields) == ["label"]


def test_a_field_that_has_gone_tells_nothing_more(form, qtbot):
    field = form.fields["minutes"]
    field._pause.setInterval(10)
    field.widget.setText("an hour")
    field.follow_typing()
    form.set_fields([FieldSpec("label", "Label")])
    qtbot.wait(30)  # an exception in between fails the test
    assert [each.spec.name for each in form.findChildren(FieldHandle)] == ["label"]


def test_what_cannot_be_a_value_of_one_record_is_not_shown_of_another(form):
    form.show_values({"minutes": None}, "the one")
    form.fields["minutes"].widget.setText("an hour")
    form.finish()
    form.show_values({"minutes": None}, "the one")
    assert form.fields["minutes"].widget.text() == "an hour"
    form.show_values({"minutes": None}, "the other")
    assert form.fields["minutes"].widget.text() == ""


def test_a_form_that_may_not_be_edited_stays_so_with_new_fields(form):
    form.set_enabled(False)
    form.set_fields([FieldSpec("label", "Label")])
    assert form.fields["label"].widget.isReadOnly()


def test_labels_stand_above_their_fields_where_there_is_no_room(form, qtbot):
    beside = form.fields["code"].widget.mapTo(form, form.rect().topLeft()).x()
    form.resize(200, 300)
    qtbot.waitUntil(lambda: form.fields["code"].widget.mapTo(form, form.rect().topLeft()).x() < beside)


def test_every_field_has_an_accessible_name(form):
    assert [field.widget.accessibleName() for field in form.fields.values()] == ["Code", "Minutes", "Note"]


# -- writing


def write_through(form, project):
    operations, study_id = Operations(project), project.read.study().id
    form.set_fields([FieldSpec("title", "Title"), FieldSpec("aims", "Aims", "text")])
    form.show_values({"title": project.read.study().title, "aims": ""})
    form.edited.connect(
        lambda name, value: form.write(
            name, operations, lambda: operations.run(lambda project: project.change(Study, study_id, **{name: value}))
        )
    )
    return operations


def type_at_pauses(field, *texts):
    for text in texts:
        field.widget.setPlainText(text)
        field.keep()


def test_all_that_is_typed_in_one_visit_of_a_field_is_one_undo_step(form, project):
    write_through(form, project)
    type_at_pauses(form.fields["aims"], "How", "How wards", "How wards close")
    project.undo()
    assert project.read.study().aims == ""
    project.redo()
    assert project.read.study().aims == "How wards close"


def test_two_visits_of_a_field_are_two_undo_steps(form, project):
    write_through(form, project)
    field = form.fields["aims"]
    type_at_pauses(field, "How")
    field.finish()
    type_at_pauses(field, "How wards")
    project.undo()
    assert project.read.study().aims == "How"


def test_what_is_typed_after_an_undo_is_another_step(form, project):
    write_through(form, project)
    type_at_pauses(form.fields["aims"], "How")
    project.undo()
    type_at_pauses(form.fields["aims"], "Why")
    project.undo()
    assert (project.read.study().aims, project.next_redo() is not None) == ("", True)


def test_what_a_full_disk_refused_is_written_when_the_field_is_left(form, project, monkeypatch):
    write_through(form, project)
    with monkeypatch.context() as broken:
        broken.setattr(Project, "change", refuse)
        type_at_pauses(form.fields["aims"], "How")
    form.finish()
    assert project.read.study().aims == "How"


def refuse(*_args, **_values):
    raise NotSavedError("The disk is full.")
