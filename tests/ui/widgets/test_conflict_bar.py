import pytest
from PySide6.QtWidgets import QPushButton

from framework_qda.matrix.grid import GridStatement
from framework_qda.model import Statement
from framework_qda.ui.widgets.conflict_bar import ConflictBar, join_values


def test_joined_values_keep_every_statement_once_under_ids_of_their_own():
    same, mine, theirs = Statement("a", "summary", "Same."), Statement("b", "note", "M"), Statement("b", "note", "T")
    joined = join_values([(same, mine), (same, theirs)])
    assert [each.text for each in joined] == ["Same.", "M", "T"]
    assert len({each.id for each in joined}) == 3


@pytest.fixture
def bar(qtbot):
    made = ConflictBar()
    qtbot.addWidget(made)
    return made


VALUES = [(GridStatement("a", "summary", "Mine."),), (GridStatement("a", "summary", "Theirs."),)]


def buttons(bar):
    return {button.text(): button for button in bar.findChildren(QPushButton)}


def test_a_version_is_chosen(qtbot, bar):
    bar.show_conflict(VALUES, ())
    with qtbot.waitSignal(bar.content_chosen) as caught:
        buttons(bar)["Keep version 2"].click()
    assert caught.args == [1]


def test_all_versions_are_chosen(qtbot, bar):
    bar.show_conflict(VALUES, ())
    with qtbot.waitSignal(bar.content_chosen) as caught:
        buttons(bar)["Keep all, one after the other"].click()
    assert caught.args == [-1]


def test_a_state_is_chosen(qtbot, bar):
    bar.show_conflict([], ("charted", "reviewed"))
    with qtbot.waitSignal(bar.state_chosen) as caught:
        buttons(bar)["Keep “accepted”"].click()
    assert caught.args == ["reviewed"]


def test_without_a_conflict_there_is_no_bar(bar):
    bar.show_conflict(VALUES, ())
    bar.show_conflict([], ())
    assert bar.isHidden()
