"""Icons are drawn from the font, in the colours asked for, and every name in use is in the set."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from framework_qda.ui.icons import glyph_icon

SOURCES = Path(__file__).parents[2] / "framework_qda" / "ui"
NAMES = sorted({name for path in SOURCES.rglob("*.py") for name in re.findall(r'"(ph\.[a-z-]+)"', path.read_text())})


def colours(icon, mode=QIcon.Mode.Normal):
    image = icon.pixmap(32, 32, mode).toImage()
    pixels = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_in_use_is_drawn(name):
    assert colours(glyph_icon(name, "#0b5c6b", "#999999")) == {"#0b5c6b"}


def test_a_disabled_icon_has_the_other_colour():
    assert colours(glyph_icon("ph.table", "#0b5c6b", "#999999"), QIcon.Mode.Disabled) == {"#999999"}


def test_a_name_that_the_set_has_not_is_a_bug():
    with pytest.raises(KeyError):
        glyph_icon("ph.no-such-icon", "#000000", "#000000")


def test_an_icon_fits_its_box():
    image = glyph_icon("ph.table-fill", "#000000", "#000000").pixmap(64, 64).toImage()
    edge = [image.pixelColor(x, 0).alpha() + image.pixelColor(0, x).alpha() for x in range(64)]
    assert sum(edge) == 0
    assert image.pixelColor(32, 24) == QColor("#000000")


def test_an_icon_without_room_is_not_painted(qtlog):
    assert glyph_icon("ph.table", "#000000", "#000000").pixmap(QSize(0, 16)).isNull()
    assert not qtlog.records
