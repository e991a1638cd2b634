import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.ui.style import scaled_font
from framework_qda.ui.widgets.edge_tab import EdgeTab
from tests.ui.showing import show


@pytest.fixture
def tab(qtbot):
    made = EdgeTab("Synopsis")
    qtbot.addWidget(made)
    return show(qtbot, made, made.sizeHint().width(), made.sizeHint().height())


def inked(tab):
    """Return the rows of pixels that hold something of the word."""
    picture = tab.grab().toImage()
    ground = picture.pixel(1, 1)
    across = range(1, picture.width() - 1)
    return [y for y in range(picture.height()) if any(picture.pixel(x, y) != ground for x in across)]


def test_the_word_stands_upright_and_whole(tab):
    assert tab.height() > 2 * tab.width()
    rows = inked(tab)
    assert rows[0] > 0
    assert rows[-1] < tab.height() - 1
    assert rows[-1] - rows[0] > tab.height() / 2


def test_it_grows_with_the_font(tab):
    before = tab.sizeHint()
    tab.setFont(scaled_font(tab.font(), 2))
    assert tab.sizeHint().height() > 1.8 * before.height()
    assert tab.sizeHint().width() > 1.6 * before.width()


def test_a_click_only_asks(tab, qtbot):
    with qtbot.waitSignal(tab.clicked):
        QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
    assert not tab.isChecked()


def test_it_is_told_from_the_others_by_more_than_its_colour(tab):
    def has_bar():
        picture = tab.grab().toImage()
        return picture.pixel(tab.width() - 1, 3) != picture.pixel(3, 3)

    tab.clearFocus()
    assert not has_bar()
    tab.setChecked(True)
    assert has_bar()
