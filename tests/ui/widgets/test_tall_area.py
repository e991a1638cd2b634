from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from framework_qda.ui.widgets.tall_area import TallArea
from tests.ui.showing import show


def make(qtbot, width, height):
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(QLabel("A word that must not be cut"))
    for _ in range(20):
        column.addWidget(QLabel("one"))
    area = TallArea(inside)
    qtbot.addWidget(area)
    return show(qtbot, area, width, height), inside


def test_what_is_taller_is_scrolled_to(qtbot):
    area, inside = make(qtbot, 400, 100)
    assert inside.height() > 300
    assert area.verticalScrollBar().maximum() > 0


def test_it_is_never_narrower_than_what_stands_in_it(qtbot):
    area, inside = make(qtbot, 400, 100)
    assert area.minimumSizeHint().width() >= inside.minimumSizeHint().width()
