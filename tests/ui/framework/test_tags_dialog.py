import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from framework_qda.model import Interview, Marks, Statement, Subtopic, Tag
from framework_qda.ui.framework.tags_dialog import TagsDialog
from framework_qda.ui.operations import Operations

Key = Qt.Key


@pytest.fixture
def dialog(qtbot, project):
    first, second = (each.id for each in project.read.all(Subtopic))
    tag_id = project.add(Tag, label="consent", subtopic_id=first).new_id
    project.add(Tag, label="elsewhere", subtopic_id=second)
    project.add(Tag, label="anywhere")
    tagged = Statement("a", "summary", "Asks", marks=Marks(tags=(tag_id,)))
    project.chart(project.read.all(Interview)[0].id, first, [tagged])
    made = TagsDialog(Operations(project), first, "1.1 summary")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def labels(project):
    return [tag.label for tag in project.read.all(Tag) if not tag.label.endswith("where")]


def rename(dialog, words):
    """Edit the chosen tag in its place, as somebody does who presses Rename."""
    dialog.rename_button.click()
    field = dialog.list.findChild(QLineEdit)
    before = field.text()
    field.setText(words)
    QTest.keyClick(field, Key.Key_Return)
    QTest.qWait(1)
    return before


def test_a_tag_tells_how_many_statements_have_it(dialog):
    assert dialog.list.item(0).text() == "#consent   1 statement"


def test_tags_of_other_or_of_all_columns_are_not_listed(dialog):
    assert dialog.list.count() == 1


def test_a_tag_is_added_by_its_button_and_the_field_is_ready_for_the_next(dialog, project):
    dialog.label.setText(" refusal ")
    dialog.add_button.click()
    assert labels(project) == ["consent", "refusal"]
    assert dialog.label.text() == ""
    assert dialog.list.currentRow() == 1


def test_enter_adds_what_is_typed_and_closes_only_an_empty_field(dialog, project):
    dialog.label.setText("refusal")
    QTest.keyClick(dialog.label, Key.Key_Return)
    assert labels(project) == ["consent", "refusal"]
    assert dialog.isVisible()
    QTest.keyClick(dialog.label, Key.Key_Return)
    assert not dialog.isVisible()


def test_no_two_tags_of_a_column_have_one_label(dialog, project):
    dialog.label.setText("Consent ")
    QTest.keyClick(dialog.label, Key.Key_Return)
    assert labels(project) == ["consent"]
    assert dialog.problem.text() == "There is a tag “consent” already."
    assert dialog.label.text() == "Consent "


def test_a_label_of_another_column_is_free(dialog, project):
    dialog.label.setText("elsewhere")
    dialog.add_button.click()
    assert [tag.label for tag in project.read.all(Tag)].count("elsewhere") == 2


def test_a_tag_is_renamed_in_its_place(dialog, project, qtbot):
    assert rename(dialog, "agreement") == "consent"
    qtbot.waitUntil(lambda: labels(project) == ["agreement"])
    qtbot.waitUntil(lambda: dialog.list.item(0).text() == "#agreement   1 statement")


def test_a_tag_keeps_its_name_where_none_or_that_of_another_is_typed(dialog, project):
    dialog.label.setText("refusal")
    dialog.add_button.click()
    for words in ("Consent", "  "):
        rename(dialog, words)
        assert labels(project) == ["consent", "refusal"]
    rename(dialog, "Refusal")
    assert labels(project) == ["consent", "Refusal"]


def test_a_tag_is_deleted_after_saying_who_has_it(dialog, dialogs, project):
    said = []
    dialogs.expect(lambda box: (said.append(box.words), box.accept()))
    dialog.delete_button.click()
    assert said[0].startswith("1 statement loses it")
    assert labels(project) == []


def test_where_nothing_can_be_changed_tags_are_only_listed(dialog, project):
    project._file.read_only_reason = "because"
    dialog._show_tags(0)
    parts = (dialog.label, dialog.add_button, dialog.rename_button, dialog.delete_button)
    assert not any(part.isEnabled() for part in parts)
    assert not dialog.list.item(0).flags() & Qt.ItemFlag.ItemIsEditable
