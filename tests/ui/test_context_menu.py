import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QListView, QMenu, QPlainTextEdit, QPushButton

from framework_qda.ui.context_menu import PlaceMenu, open_context_menu
from framework_qda.ui.desks import DESKS
from framework_qda.ui.window import MainWindow


class Field(QPlainTextEdit):
    def __init__(self):
        super().__init__("one\ntwo\nthree")
        self.asked = []

    def contextMenuEvent(self, event):
        self.asked.append((event.reason(), event.pos()))


def test_what_has_the_focus_is_asked_for_its_menu_at_the_caret(qtbot):
    field = Field()
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    open_context_menu()
    ((reason, place),) = field.asked
    assert reason is QContextMenuEvent.Reason.Keyboard
    assert field.cursorRect().adjusted(-4, -4, 4, 4).contains(place)


def test_without_a_focus_nothing_happens(qapp):
    assert QApplication.focusWidget() is None
    open_context_menu()


def test_what_has_no_caret_is_asked_at_its_middle(qtbot):
    class Button(QPushButton):
        def contextMenuEvent(self, event):
            asked.append(event.pos())

    asked, button = [], Button("Go")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    button.setFocus()
    open_context_menu()
    (place,) = asked
    assert (place - button.rect().center()).manhattanLength() < 4


# -- menus of items


@pytest.fixture
def items(qtbot):
    view, model = QListView(), QStandardItemModel()
    for words in ("one", "two", "three"):
        model.appendRow(QStandardItem(words))
    view.setModel(model)
    action = QAction("Do", view)
    PlaceMenu(view, lambda: (action, None))
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.setCurrentIndex(model.index(0, 0))
    view.setFocus()
    return view


def opened_menu():
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    menu.close()
    return words


def click_right(view, point):
    place = view.viewport().mapToGlobal(point)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place))


def test_what_is_pointed_at_becomes_the_current_item(items):
    click_right(items, items.visualRect(items.model().index(2, 0)).center())
    assert opened_menu() == ["Do", ""]
    assert items.currentIndex().row() == 2


def test_a_selection_that_is_pointed_into_stays(items):
    items.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    items.selectAll()
    click_right(items, items.visualRect(items.model().index(2, 0)).center())
    opened_menu()
    assert len(items.selectedIndexes()) == 3


def test_by_key_the_menu_is_that_of_the_current_item(items):
    items.setCurrentIndex(items.model().index(1, 0))
    open_context_menu()
    assert opened_menu() == ["Do", ""]
    assert items.currentIndex().row() == 1


def test_beside_the_items_there_is_no_menu(items):
    click_right(items, QPoint(5, items.viewport().height() - 5))
    assert QApplication.activePopupWidget() is None


@pytest.fixture
def window(qtbot, settings, look, sample_path, tmp_path, dialogs):
    window = MainWindow(settings, look)
    window.resize(1400, 900)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    dialogs.expect(lambda dialog: dialog.accept())  # who works
    window.menus.file.open_path(shutil.copy(sample_path, tmp_path / "sample.fqda"))
    yield window
    window.close()


@pytest.mark.parametrize("name", [name for name in DESKS if name != "review"])
def test_a_desk_has_a_menu_of_the_place_by_key(qtbot, window, name):
    window.show_desk(name)
    desk = window.desks[name]
    place = desk.home
    if name == "find":
        desk.look_for("referral")
        qtbot.waitUntil(lambda: desk.view.model().rowCount() > 0)
        place = desk.view
        place.setCurrentIndex(place.model().index(1, 0))
    place.setFocus(Qt.FocusReason.OtherFocusReason)
    open_context_menu()
    words = opened_menu()
    assert any(words), f"the menu of the {name} desk is empty"
