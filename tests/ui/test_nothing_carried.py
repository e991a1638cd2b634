"""What one test carries over a widget does not come to that widget in the next."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication, QWidget

MOVED = []


class Field(QWidget):
    def __init__(self, *, takes):
        super().__init__()
        self._takes = takes
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event):
        event.setAccepted(self._takes)

    def dragMoveEvent(self, _event):
        MOVED.append("taking" if self._takes else "not taking")


def carry_over(field):
    mime = QMimeData()
    for kind in (QDragEnterEvent, QDragMoveEvent):
        held = (Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(field, kind(QPoint(1, 1), *held))


@pytest.fixture
def taking_field(qtbot):
    made = Field(takes=True)
    qtbot.addWidget(made)
    return made


def test_first_something_is_left_over_a_widget(taking_field):
    carry_over(taking_field)
    assert MOVED == ["taking"]


def test_then_it_does_not_come_there():
    carry_over(Field(takes=False))
    assert MOVED == ["taking"]
