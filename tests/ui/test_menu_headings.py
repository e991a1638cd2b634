import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

from framework_qda.ui.menu_headings import add_heading


@pytest.fixture
def menu(qtbot, look):
    made = QMenu()
    qtbot.addWidget(made)
    add_heading(made, "Rows & heights")
    made.addAction("Tall")
    add_heading(made, "Columns")
    made.addAction("Wide")
    made.popup(QPoint(10, 10))
    return made


def test_the_words_of_a_heading_are_seen(menu):
    labels = menu.findChildren(QLabel)
    assert [label.text() for label in labels] == ["Rows & heights", "Columns"]
    assert all(label.isVisible() and label.width() >= label.sizeHint().width() for label in labels)


def test_the_arrows_pass_a_heading_by(menu):
    chosen = []
    for _ in range(3):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        chosen.append(menu.activeAction().text())
    assert chosen == ["Tall", "Wide", "Tall"]


def test_a_line_parts_a_heading_from_what_stands_above_it(menu):
    kinds = ["line" if each.isSeparator() and not each.text() else each.text() for each in menu.actions()]
    assert kinds == ["Rows && heights", "Tall", "line", "Columns", "Wide"]


def test_headings_go_when_the_menu_is_filled_anew(menu):
    menu.clear()
    assert [label for label in menu.findChildren(QLabel) if label.isVisible()] == []
