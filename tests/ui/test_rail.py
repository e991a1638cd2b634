import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from framework_qda.ui.desks import RAIL
from framework_qda.ui.rail import Rail

Style = Qt.ToolButtonStyle


@pytest.fixture
def rail(qtbot):
    made = Rail(RAIL)
    qtbot.addWidget(made)
    made.resize(made.width(), 900)
    made.show()
    return made


def buttons(rail):
    return rail.findChildren(QToolButton)


def test_a_desk_has_an_icon_above_its_word(rail):
    assert {button.toolButtonStyle() for button in buttons(rail)} == {Style.ToolButtonTextUnderIcon}


@pytest.mark.parametrize("zoom", [100, 200])
def test_no_word_is_cut_in_a_low_window(rail, look, zoom):
    look.set_zoom(zoom)
    rail.resize(rail.width(), 500)
    rail.layout().activate()
    assert all(button.height() >= button.sizeHint().height() for button in buttons(rail))
    assert buttons(rail)[-1].geometry().bottom() <= 500


def test_icons_come_back_with_the_room(rail):
    rail.resize(rail.width(), 200)
    assert {button.toolButtonStyle() for button in buttons(rail)} == {Style.ToolButtonTextOnly}
    rail.resize(rail.width(), 900)
    assert {button.toolButtonStyle() for button in buttons(rail)} == {Style.ToolButtonTextUnderIcon}
