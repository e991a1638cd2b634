import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton

from framework_qda.ui.button_menu import open_by_key
from framework_qda.ui.menu_headings import add_heading


@pytest.fixture
def button(qtbot):
    """Return a button whose menu is filled as it opens, by a heading, an entry that is not offered, and a submenu."""
    made = QToolButton()
    qtbot.addWidget(made)
    menu = QMenu(made)
    made.chosen = []

    def fill():
        add_heading(menu, "Order")
        menu.addAction("Not now").setEnabled(False)
        inner = menu.addMenu("First by")
        inner.addAction("Region", lambda: made.chosen.append("Region"))

    menu.aboutToShow.connect(fill)
    made.setMenu(menu)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return made


def test_the_arrows_and_enter_act_at_once(button, qtbot):
    def press():
        shut.append(button.menu().actions()[-1].menu().isHidden())
        QTest.keyClick(button.menu(), Qt.Key.Key_Right)
        QTest.keyClick(button.menu().actions()[-1].menu(), Qt.Key.Key_Return)
        button.menu().close()

    shut = []
    with qtbot.waitExposed(button):
        button.show()
    QTimer.singleShot(20, button, press)
    open_by_key(button)
    assert button.chosen == ["Region"]
    assert shut == [True]


def test_the_menu_of_a_button_that_is_not_shown_stays_closed(button):
    open_by_key(button)
    assert not button.menu().actions()
