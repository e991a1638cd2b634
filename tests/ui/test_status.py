import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from framework_qda.ui.status import TopBar
from framework_qda.ui.style import em


@pytest.fixture
def bar(qtbot):
    undo, redo = QAction("Undo change of the words of interview I09, sub-topic 2.3"), QAction("Redo")
    made = TopBar(undo, redo)
    made.actions_kept = (undo, redo)
    qtbot.addWidget(made)
    made.show()
    return made


def styles(bar):
    return {button.toolButtonStyle() for button in bar.findChildren(QToolButton)}


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
