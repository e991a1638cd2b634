import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from framework_qda.ui.status import GoButton, TopBar
from framework_qda.ui.style import em


@pytest.fixture
def bar(qtbot):
    undo, redo = QAction("Undo change of the words of interview I09, sub-topic 2.3"), QAction("Redo")
    go = QAction("Go to anything")
    made = TopBar(undo, redo, go)
    made.actions_kept = (undo, redo, go)
    qtbot.addWidget(made)
    made.show()
    return made


def styles(bar):
    return {button.toolButtonStyle() for button in bar.findChildren(QToolButton) if button.objectName() != "who"}


def test_a_wide_bar_says_what_undo_would_undo(bar):
    bar.resize(em(bar, 90), bar.height())
    assert styles(bar) == {Qt.ToolButtonStyle.ToolButtonTextBesideIcon}


def test_a_narrow_bar_leaves_its_room_to_the_place(bar):
    bar.show_place("A study with a title that is rather long", "Matrix", "Area 1 · I01 · 1.1 Summary")
    bar.resize(em(bar, 40), bar.height())
    assert styles(bar) == {Qt.ToolButtonStyle.ToolButtonIconOnly}
    assert bar._place.width() > em(bar, 6)


def test_no_words_keep_the_window_from_getting_narrow(bar):
    assert bar.minimumSizeHint().width() <= em(bar, 20)


def test_the_way_to_go_anywhere_shows_its_key_where_there_is_room(bar, qtbot):
    button = bar.findChild(GoButton)
    bar.resize(em(bar, 90), bar.height())
    assert button.text() == "Go to   Ctrl+K"
    bar.resize(em(bar, 40), bar.height())
    assert button.text() == "Go to"
    with qtbot.waitSignal(bar.actions_kept[2].triggered):
        button.click()
