import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.errors import NotSavedError
from framework_qda.model import Interview
from framework_qda.ui.matrix.desk import MatrixDesk
from framework_qda.ui.matrix.giving_up import GIVEN_UP
from tests.ui.matrix.test_in_place import stored, type_in, words

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editing(desk: MatrixDesk) -> MatrixDesk:
    """Return the desk with its second cell being edited."""
    QTest.keyClick(desk.view, Key.Key_Right)
    QTest.keyClick(desk.view, Key.Key_Return)
    return desk


@pytest.fixture
def told(editing: MatrixDesk) -> list:
    """Return what the desk tells, as (words, buttons)."""
    messages: list = []
    editing.news_wanted.connect(
        lambda topic, said, buttons: messages.append((said, buttons)) if topic == GIVEN_UP else None
    )
    return messages


def escape(desk):
    QTest.keyClick(desk.charting.in_place.editor, Key.Key_Escape)


def test_escape_tells_what_became_of_the_words(editing, told):
    type_in(editing, " Half a thought")
    escape(editing)
    assert told[0][0].startswith("What you typed in I01 · 2.2 was given up; the cell is as it was.")


def test_escape_without_typing_tells_nothing_and_writes_nothing(editing, told):
    before = editing.project.next_undo()
    escape(editing)
    assert not told
    assert editing.project.next_undo() == before


def test_the_button_brings_the_words_back(editing, told):
    type_in(editing, " Half a thought")
    escape(editing)
    [(name, bring)] = told[0][1]
    bring()
    assert name == "Bring it back"
    assert words(editing).endswith(" Half a thought")


def test_the_key_of_undo_brings_the_words_back_and_then_takes_them_away(editing):
    before = words(editing)
    type_in(editing, " Half a thought")
    escape(editing)
    QTest.keyClick(editing.view, Key.Key_Z, CONTROL)
    assert words(editing).endswith(" Half a thought")
    editing.operations.run(lambda project: project.undo())
    assert words(editing) == before


def test_after_another_action_the_key_of_undo_is_the_project_s_again(editing, told):
    type_in(editing, " Half a thought")
    escape(editing)
    editing.operations.run(lambda project: project.set_state(*editing.view.current_ids(), "reviewed"))
    QTest.keyClick(editing.view, Key.Key_Z, CONTROL)
    assert not words(editing).endswith(" Half a thought")
    assert told[-1][0] == ""


def test_escape_takes_back_what_was_written_at_a_pause_and_its_state(desk):
    QTest.keyClick(desk.view, Key.Key_Down)
    QTest.keyClick(desk.view, Key.Key_Return)
    type_in(desk, "First words")
    desk.finish_editing()
    assert stored(desk).state == "in_progress"
    escape(desk)
    assert stored(desk).content == ()
    assert stored(desk).state == "not_charted"


def test_words_come_back_below_what_is_being_written_meanwhile(editing, told):
    ids = editing.view.current_ids()
    type_in(editing, " Half a thought")
    escape(editing)
    QTest.keyClick(editing.view, Key.Key_Return)
    editing.charting.in_place.editor.selectAll()
    type_in(editing, "Meanwhile.")
    told[0][1][0][1]()
    texts = [one.text for one in stored(editing, ids).content]
    assert texts[0] == "Meanwhile."
    assert texts[1].endswith(" Half a thought")


@pytest.mark.parametrize("by_key", [True, False])
def test_words_that_are_back_are_offered_no_longer(editing, told, by_key):
    type_in(editing, " Half a thought")
    escape(editing)
    if by_key:
        QTest.keyClick(editing.view, Key.Key_Z, CONTROL)
    else:
        told[0][1][0][1]()
    assert [said for said, _buttons in told[1:]] == [""]
    assert words(editing).endswith(" Half a thought")


def test_what_is_done_on_another_desk_ends_the_offer(editing, told):
    type_in(editing, " Half a thought")
    escape(editing)
    editing.operations.changed.disconnect(editing.show_changes)  # as of a desk that is not seen
    editing.operations.run(lambda project: project.change(Interview, editing.view.current_ids()[0], mode="Other"))
    assert [said for said, _buttons in told[1:]] == [""]


def test_words_that_cannot_be_brought_back_now_are_still_there_for_the_key_of_undo(editing, told, monkeypatch):
    def refuse(*_args):
        raise NotSavedError("The disk is full.")

    type_in(editing, " Half a thought")
    escape(editing)
    with monkeypatch.context() as full:
        full.setattr(type(editing.project), "chart", refuse)
        told[0][1][0][1]()
    QTest.keyClick(editing.view, Key.Key_Z, CONTROL)
    assert words(editing).endswith(" Half a thought")


def test_escape_drops_the_draft(editing, monkeypatch):
    dropped = []
    monkeypatch.setattr(editing.project.drafts, "drop", lambda *what: dropped.append(what))
    ids = editing.view.current_ids()
    type_in(editing, " Draft.")
    editing.charting.in_place.saving._keep_draft()
    escape(editing)
    assert dropped == [ids]


def test_where_nothing_can_be_written_the_words_stay_in_the_editor(editing, monkeypatch):
    def refuse(*_args):
        raise NotSavedError("The disk is full.")

    type_in(editing, " Kept.")
    editing.finish_editing()
    monkeypatch.setattr(type(editing.project), "chart", refuse)
    escape(editing)
    assert editing.charting.in_place.is_open
    monkeypatch.undo()
