from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from framework_qda.ui.context_menu import open_context_menu


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
