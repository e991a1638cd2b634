"""Letters in menus: one entry that begins so is chosen, of several one after the other is gone to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from framework_qda.ui.menu_letters import give_letters

Key = Qt.Key


@pytest.fixture
def done():
    return []


@pytest.fixture
def menu(qtbot, done):
    """Return an open menu."""
    place = QWidget()
    qtbot.addWidget(place)
    place.show()
    made = give_letters(QMenu(place))
    for words in ("&Light", "Dark", "Zoom in", "Zoom out"):
        made.addAction(words).triggered.connect(lambda _checked=False, words=words: done.append(words))
    made.addAction("Print").setEnabled(False)
    inner = made.addMenu("Export")
    inner.addAction("Matrices").triggered.connect(lambda: done.append("Matrices"))
    made.popup(place.mapToGlobal(place.rect().center()))
    yield made
    made.close()


def press(menu, key):
    QTest.keyClick(QApplication.activePopupWidget() or menu, key)


def test_a_letter_chooses_the_only_entry_that_begins_with_it(menu, done):
    press(menu, Key.Key_D)
    assert done == ["Dark"]
    assert not menu.isVisible()


def test_a_letter_goes_from_one_entry_to_the_next_of_several(menu, done):
    seen = []
    for _ in range(3):
        press(menu, Key.Key_Z)
        seen.append(menu.activeAction().text())
    assert seen == ["Zoom in", "Zoom out", "Zoom in"]
    press(menu, Key.Key_Return)
    assert done == ["Zoom in"]


def test_what_cannot_be_done_is_not_chosen(menu, done):
    press(menu, Key.Key_P)
    assert done == []
    assert menu.isVisible()


def test_letters_work_in_the_menus_that_open_from_it(menu, done):
    press(menu, Key.Key_E)
    press(menu, Key.Key_M)
    assert done == ["Matrices"]


def test_letters_work_in_the_menus_of_the_window(window, qtbot):
    (view,) = [each.menu() for each in window.menuBar().actions() if each.text() == "&View"]
    view.popup(window.mapToGlobal(window.rect().center()))
    press(view, Key.Key_D)
    assert window.look.scheme == "dark"
