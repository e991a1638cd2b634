"""A bar stands beside words only where they are not given the height that they ask for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from framework_qda.ui.widgets.needed_bar import NeededBar
from tests.ui.showing import show

NEVER, AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_a_bar_comes_with_words_that_have_no_room_and_goes_with_them(qtbot):
    view = QTextEdit()
    qtbot.addWidget(view)
    NeededBar(view)
    show(qtbot, view, 300, 120)
    qtbot.waitUntil(lambda: view.verticalScrollBarPolicy() == NEVER)
    view.setPlainText("Told.\n" * 30)
    qtbot.waitUntil(lambda: view.verticalScrollBarPolicy() == AS_NEEDED)
    view.setPlainText("Told.")
    qtbot.waitUntil(lambda: view.verticalScrollBarPolicy() == NEVER)
