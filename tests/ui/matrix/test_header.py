from dataclasses import replace

import pytest

from framework_qda.ui.matrix.header import CASE_TITLE
from framework_qda.ui.matrix.view import MatrixView
from tests.ui.matrix.grids import make_grid


@pytest.mark.parametrize("zoom", [100, 125, 150, 200])
def test_a_title_and_a_label_that_set_the_width_stand_on_one_line(qtbot, look, zoom):
    look.set_zoom(zoom)
    grid = make_grid(3)
    view = MatrixView()
    qtbot.addWidget(view)
    view.show_grid(replace(grid, bands=tuple(replace(band, label="North", facts=()) for band in grid.bands)))
    header = view.cases
    room = header.case_width - 2 * header.look.length(0.7)
    assert header.labels.title(CASE_TITLE, room).height < 1.5 * header.look.line_step
