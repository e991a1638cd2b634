"""How the fields of the map are painted."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from framework_qda.ui.board.painting import paint_field, paint_share, share_sign
from framework_qda.ui.style import colour


def painted(paint, what):
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(colour("surface"))
    painter = QPainter(picture)
    paint(painter, QRectF(0, 0, 30, 20), what, QGuiApplication.font())
    painter.end()
    return picture


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_cell_that_is_not_charted_is_a_box_with_an_edge(look, scheme):
    look.set_scheme(scheme)
    picture = painted(paint_field, "not_charted")
    assert picture.pixelColor(15, 1) == picture.pixelColor(1, 10) == QColor(colour("outline"))
    assert painted(paint_field, "charted").pixelColor(15, 1) == QColor(colour("state_charted_back"))


def test_a_field_of_many_cells_has_an_edge_while_one_of_them_waits(look):
    edge = QColor(colour("outline"))
    assert painted(paint_share, {"charted": 3, "not_charted": 1}).pixelColor(10, 1) == edge
    assert painted(paint_share, {"charted": 3}).pixelColor(10, 1) != edge


@pytest.mark.parametrize(
    ("states", "sign"),
    [
        ({"charted": 3}, "✓"),
        ({"reviewed": 2, "charted": 0}, "✓✓"),
        ({"reviewed": 2, "charted": 1, "not_asked": 1}, "✓"),
        ({"sent_back": 1}, "↩"),
        ({"reviewed": 2, "sent_back": 1}, "↩"),
        ({"charted": 2, "not_charted": 1}, "2"),
        ({"in_progress": 1, "not_charted": 2}, ""),
        ({"not_asked": 2}, "∅"),
        ({"not_charted": 4}, ""),
        ({}, ""),
    ],
)
def test_a_field_of_many_cells_tells_states_apart_by_signs(states, sign):
    assert share_sign(states) == sign
