import pytest

from framework_qda.model import Interview, Marks, Statement, Subtopic, Tag
from framework_qda.ui.framework.tags_dialog import TagsDialog
from framework_qda.ui.operations import Operations


@pytest.fixture
def dialog(qtbot, project):
    subtopic_id = project.read.all(Subtopic)[0].id
    tag_id = project.add(Tag, label="consent", subtopic_id=subtopic_id).new_id
    tagged = Statement("a", "summary", "Asks", marks=Marks(tags=(tag_id,)))
    project.chart(project.read.all(Interview)[0].id, subtopic_id, [tagged])
    made = TagsDialog(Operations(project), subtopic_id, "1.1 summary")
    qtbot.addWidget(made)
    return made


def labels(project):
    return [tag.label for tag in project.read.all(Tag)]


def test_a_tag_tells_how_many_statements_have_it(dialog):
    assert dialog.list.item(0).text() == "#consent   1 statement"


def test_a_tag_is_added(dialog, project):
    dialog.label.setText("refusal")
    dialog.add_button.click()
    assert labels(project) == ["consent", "refusal"]


def test_no_two_tags_of_a_column_have_one_label(dialog):
    dialog.label.setText("Consent ")
    assert not dialog.add_button.isEnabled()


def test_a_tag_is_renamed(dialog, project):
    dialog.label.setText("agreement")
    dialog.rename_button.click()
    assert labels(project) == ["agreement"]


def test_a_tag_is_deleted_after_saying_who_has_it(dialog, dialogs, project):
    said = []
    dialogs.expect(lambda box: (said.append(box.words), box.accept()))
    dialog.delete_button.click()
    assert said[0].startswith("1 statement")
    assert labels(project) == []
