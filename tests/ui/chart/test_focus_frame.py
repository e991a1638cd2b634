"""The pane that has the keyboard is framed, at once."""

import pytest
from PySide6.QtCore import QPoint

from framework_qda.ui.chart.cell_card import CellCard
from framework_qda.ui.style import colour
from framework_qda.ui.widgets.focus_frame import FocusFrame


@pytest.fixture
def panes(bench, qtbot):
    bench.desk.activateWindow()
    qtbot.waitUntil(lambda: bench.editor.hasFocus())
    return {"cell": bench.desk.findChild(CellCard), "notes": bench.desk.findChild(FocusFrame)}


def framed(panes):
    """Return the panes in whose upper edge the colour of the focus was painted last."""
    accent = colour("accent").name()

    def is_framed(pane):
        top = pane.mapTo(pane.window(), QPoint(pane.width() // 2, 0))
        picture = pane.window().screen().grabWindow(pane.window().winId()).toImage()
        return accent in {picture.pixelColor(top.x(), top.y() + down).name() for down in range(3)}

    return [name for name, pane in panes.items() if is_framed(pane)]


def test_the_pane_with_the_keyboard_is_framed_and_no_other(bench, panes, qtbot):
    qtbot.waitUntil(lambda: framed(panes) == ["cell"])
    bench.desk.panes.focus_next()
    qtbot.waitUntil(lambda: framed(panes) == ["notes"])
    bench.desk.panes.focus_next()
    qtbot.waitUntil(lambda: framed(panes) == [])
    bench.desk.panes.focus_cell()
    qtbot.waitUntil(lambda: framed(panes) == ["cell"])
