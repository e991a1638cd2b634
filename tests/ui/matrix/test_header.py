from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from framework_qda.matrix.grid import Band, GridRow
from framework_qda.ui.matrix.header import CASE_TITLE
from framework_qda.ui.matrix.labels import row_words
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


@pytest.fixture
def grouped(qtbot, look):
    """Show rows in two groups that are alike in two things, the second group one short row, below short names."""
    grid = make_grid(3)
    facts = ("local authority", "2 interviews", "2 said something", "1 row kept in view as deviant")
    groups = (
        Band(None, "hospital team", 0, len(grid.rows) - 1, facts),
        Band(None, "trust", len(grid.rows) - 1, 1, facts),
    )
    view = MatrixView()
    qtbot.addWidget(view)
    view.resize(1100, 600)

    def show(zoom):
        look.set_zoom(zoom)
        columns = (replace(grid.columns[0], label="Who", is_synthesis=False),)
        view.show_grid(
            replace(
                grid, columns=columns, cells={}, groups=groups, group_title="Service model · Agency of the informant"
            )
        )
        with qtbot.waitExposed(view):
            view.show()
        return view

    return show


@pytest.mark.parametrize("zoom", [100, 200])
def test_what_rows_are_grouped_by_stands_in_full_above_them(grouped, zoom):
    view = grouped(zoom)
    title = view.cases.title(*view.cases.titles[0])
    assert title.height > 1.5 * view.look.line_step
    assert view.columns.height() >= title.height + 2 * view.look.pad_y


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_group_of_one_row_has_room_for_its_label(grouped, zoom):
    view = grouped(zoom)
    last = len(view.grid_model.grid.rows) - 1
    view.scrollToBottom()
    room = view.cases.group_width - 2 * view.look.length(0.7)
    assert view.rowHeight(last) >= view.cases.labels.band(view.grid_model.grid.groups[1], room).height


def test_in_a_narrow_window_each_row_names_its_group(grouped, look):
    view = grouped(100)
    alone = view.cases.labels.folded(view.grid_model.grid.rows[0], view.cases.band_of(0).label, 200).height
    view.resize(300, 600)
    assert view.cases.is_folded
    assert view.cases._row_label(0).height > alone
    assert "hospital team" in view.cases._words_at(QPoint(5, 5))


def test_a_bare_number_below_an_interview_bears_its_name():
    row = GridRow("i1", "I01", None, "trust", ("Named Nurse",), {"funding": "grant", "Years in post": "6"})
    assert row_words(row) == "Named Nurse, trust\ngrant\nYears in post: 6"
