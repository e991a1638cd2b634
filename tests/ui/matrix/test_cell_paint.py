"""What is to be known of a cell beside its state has a sign and words, never a colour alone."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from framework_qda.matrix.grid import GridCell, GridStatement
from framework_qda.model import Marks
from framework_qda.ui.matrix.cell_paint import COMMENTED, CONFLICTED, DEVIANT, REHOMING, STALE, marks_of, sign_places
from framework_qda.ui.matrix.look import GridLook
from framework_qda.ui.tokens import contrast

CELL = GridCell("c", "i", "s", "charted")
WAITING = (GridStatement("a", "summary", "Stays"), GridStatement("b", "summary", "Goes", marks=Marks(to_rehome=True)))


def test_a_plain_cell_has_no_marks():
    assert marks_of(None) == marks_of(CELL) == []


@pytest.mark.parametrize(
    ("values", "mark"),
    [
        ({"is_conflicted": True}, CONFLICTED),
        ({"is_stale": True}, STALE),
        ({"statements": WAITING}, REHOMING),
        ({"open_comments": 2}, COMMENTED),
        ({"is_deviant": True}, DEVIANT),
    ],
)
def test_each_fact_has_its_mark(values, mark):
    assert marks_of(replace(CELL, **values)) == [mark]


def test_marks_differ_in_sign_and_words_and_the_most_pressing_comes_first():
    cell = replace(CELL, is_conflicted=True, is_stale=True, open_comments=1, is_deviant=True, statements=WAITING)
    found = marks_of(cell)
    assert found[0] is CONFLICTED
    assert len({mark.sign for mark in found}) == len({mark.words for mark in found}) == 5


@pytest.mark.parametrize(
    ("count", "lines", "places"),
    [
        (1, 4, [(0, 0)]),
        (4, 4, [(0, 0), (1, 0), (2, 0), (3, 0)]),
        (3, 2, [(0, 0), (1, 0), (1, 1)]),
        (5, 2, [(0, 0), (1, 0), (1, 1)]),
        (6, 3, [(0, 0), (1, 0), (1, 1), (2, 0), (2, 1)]),
        (2, 0, [(0, 0)]),
    ],
)
def test_signs_stand_side_by_side_where_a_row_is_too_low_for_them(look, count, lines, places):
    grid_look = GridLook(QGuiApplication.font())
    assert sign_places(count, lines * grid_look.line_step + 2 * grid_look.pad_y, grid_look) == places


def test_signs_are_not_faded_with_the_words_of_a_low_row(desk):
    grid = desk.view.grid_model.grid
    place = grid.rows[0].interview_id, grid.columns[0].subtopic_id
    desk.operations.run(lambda project: project.note_revision(place[1], "Narrower"))
    desk.views.set_row_lines(2)
    picture = desk.view.viewport().grab().toImage()
    rect = desk.view.visualRect(desk.view.grid_model.index(0, 0))
    gutter = range(rect.left() + int(desk.view.look.edge) + 2, rect.left() + int(desk.view.look.gutter))
    below = range(rect.top() + round(desk.view.look.pad_y + desk.view.look.line_step), rect.bottom() - 2)
    colours = {picture.pixelColor(x, y).name() for x in gutter for y in below}
    assert max(contrast(each, desk.view.look.tokens.surface) for each in colours) >= 3
