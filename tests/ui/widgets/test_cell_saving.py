import pytest
from PySide6.QtTest import QTest

from framework_qda.model import Interview, Subtopic
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.operations import Operations
from framework_qda.ui.widgets.cell_editor import CellEditor
from framework_qda.ui.widgets.cell_saving import CellSaving


@pytest.fixture
def saving(qtbot, project):
    """Return the saving of an editor that is open on an empty cell."""
    editor = CellEditor()
    qtbot.addWidget(editor)
    made = CellSaving(editor)
    made.begin(Operations(project, editor))
    made.open_cell(CellPlace(project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id))
    made.editor = editor
    return made


def drafts(project):
    project.drafts.flush()
    return project.left_over_drafts()


def test_a_draft_is_kept_of_what_is_typed(qtbot, saving, project):
    saving._draft_timer.setInterval(10)
    QTest.keyClicks(saving.editor, "Half a")
    qtbot.waitUntil(lambda: saving._has_draft, timeout=2000)
    assert [draft.statements[0].text for draft in drafts(project)] == ["Half a"]


def test_what_is_given_up_is_neither_written_nor_kept(saving, project):
    place = saving.place
    QTest.keyClicks(saving.editor, "Half a")
    saving._keep_draft()
    saving.give_up()
    assert not drafts(project)
    assert not project.read.cell(*place).content


def test_writing_drops_the_draft(saving, project):
    QTest.keyClicks(saving.editor, "A whole")
    saving._keep_draft()
    assert saving.write()
    assert not drafts(project)
    assert project.read.cell(*saving.place).content[0].text == "A whole"
