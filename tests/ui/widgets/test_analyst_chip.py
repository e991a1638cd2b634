import pytest
from PySide6.QtGui import QGuiApplication

from framework_qda.matrix.analysts import COLOURS, AnalystMark
from framework_qda.ui.tokens import contrast
from framework_qda.ui.widgets.analyst_chip import PAINTS, AnalystChip, analyst_chip_size, analyst_icon


def test_every_colour_can_be_painted():
    assert set(PAINTS) == set(COLOURS)


@pytest.mark.parametrize("colour", COLOURS)
def test_initials_can_be_read_on_every_colour(colour):
    assert contrast(*PAINTS[colour]) >= 4.5


def test_a_chip_is_told_by_its_name_and_painted_in_its_colour(qtbot):
    chip = AnalystChip(AnalystMark("Bea <b>Holt", "BH", "pink"))
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    picture = chip.grab().toImage()
    assert chip.accessibleName() == "Bea <b>Holt"
    assert "&lt;b&gt;" in chip.toolTip()
    assert picture.pixelColor(2, picture.height() // 2).name() == PAINTS["pink"].back


def test_long_initials_do_not_make_a_long_chip(qapp):
    font = QGuiApplication.font()
    width, height = analyst_chip_size(font, AnalystMark("x", "ABCDEFGHIJKLMNOP", "blue"))
    assert width < height * 4


def test_an_icon_is_as_large_as_its_chip(qapp):
    font = QGuiApplication.font()
    mark = AnalystMark("Bea Holt", "BH", "blue")
    assert analyst_icon(mark, font).availableSizes()[0].height() >= int(analyst_chip_size(font, mark)[1])
