import pytest
from PySide6.QtCore import Qt

from framework_qda.model import Attribute, CaseStudy
from framework_qda.ui.interviews.attributes_dialog import AttributesDialog
from framework_qda.ui.operations import Operations


@pytest.fixture
def dialog(qtbot, project):
    made = AttributesDialog(project, Operations(project), "case_study")
    qtbot.addWidget(made)
    return made


def attributes(project):
    return project.read.all(Attribute)


def test_an_attribute_is_added_to_the_chosen_level(dialog, project):
    dialog.view.choose("informant")
    dialog.add()
    assert [(each.level, each.kind) for each in attributes(project)] == [("informant", "choice")]


def test_its_fields_are_written_one_by_one(dialog, project):
    dialog.add()
    dialog.form.fields["label"].widget.setText("region")
    dialog.form.fields["label"].finish()
    dialog.form.fields["choices"].widget.setPlainText("north\nsouth")
    dialog.form.fields["choices"].finish()
    assert [(each.label, each.choices) for each in attributes(project)] == [("region", ("north", "south"))]


def test_only_a_choice_has_choices(dialog):
    dialog.add()
    kind = dialog.form.fields["kind"].widget
    kind.setCurrentIndex(kind.findData("number"))
    assert "choices" not in dialog.form.fields


def test_the_keyboard_stays_in_the_kind_where_the_choices_go_and_come_back(dialog, qtbot):
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    dialog.add()
    dialog.form.fields["kind"].widget.setFocus()
    assert dialog.form.fields["kind"].widget.hasFocus()
    for key, kind in ((Qt.Key.Key_W, "text"), (Qt.Key.Key_C, "choice")):
        qtbot.keyClick(dialog.form.fields["kind"].widget, key)
        assert dialog.form.fields["kind"].widget.currentData() == kind
        assert dialog.form.fields["kind"].widget.hasFocus()


def name_one(dialog, level, label):
    dialog.view.choose(level)
    dialog.add()
    dialog.form.fields["label"].widget.setText(label)
    dialog.form.fields["label"].finish()


def test_an_attribute_named_like_a_field_of_its_level_is_told(dialog):
    name_one(dialog, "interview", "mode")
    assert dialog.doubt.text() == "The form of an interview has a field “Mode” already: another name tells them apart."
    assert not dialog.doubt.isHidden()


def test_two_attributes_of_one_name_are_told(dialog):
    name_one(dialog, "informant", "Years")
    assert dialog.doubt.isHidden()
    name_one(dialog, "informant", "years ")
    assert dialog.doubt.text().startswith("The form of an informant has a field “Years” already")


def test_the_name_of_a_field_of_another_level_is_free(dialog):
    name_one(dialog, "case_study", "Mode")
    assert dialog.doubt.isHidden()


def test_attributes_change_places_within_their_level(dialog, project):
    for label in ("region", "size"):
        project.add(Attribute, level="case_study", label=label)
    dialog.refresh()
    dialog.view.choose(attributes(project)[1].id)
    dialog._move(-1)
    assert [each.label for each in attributes(project)] == ["size", "region"]


def test_deleting_says_how_many_values_go(dialog, project, dialogs):
    attribute_id = project.add(Attribute, level="case_study", label="region").new_id
    project.set_attribute(attribute_id, project.read.all(CaseStudy)[0].id, "north")
    dialog.refresh()
    dialog.view.choose(attribute_id)
    said = []
    dialogs.expect(lambda box: (said.append(box.words), box.accept()))
    dialog.delete()
    assert said == ["With it go 1 value. Undo brings everything back."]
    assert attributes(project) == []


def test_closing_writes_what_is_being_typed(dialog, project):
    dialog.add()
    dialog.form.fields["label"].widget.setText("region")
    dialog.reject()
    assert [each.label for each in attributes(project)] == ["region"]


def test_a_dialog_that_is_closed_twice_warns_of_nothing(dialog, recwarn):
    dialog.reject()
    dialog.close()
    dialog.reject()
    assert list(recwarn) == []
