"""The map as a picture: a field for each cell, its state told by a sign too."""

from dataclasses import replace
from datetime import date

import pytest

from framework_qda.io import map_drawing
from framework_qda.io.drawing import Box, Words
from framework_qda.io.map_drawing import FILLS, SHORT_SIGNS, draw_map
from framework_qda.io.printable import Printable
from framework_qda.matrix.board import read_map
from framework_qda.matrix.grid import STATE_WORDS
from framework_qda.model import CaseStudy, CellState, Subtopic
from tests.reference import hostile


def draw(study, board=None):
    return draw_map(board or read_map(study.project.overview), "The study", date(2026, 3, 2), Printable())


def words(drawing):
    return [shape.text for shape in drawing.shapes if isinstance(shape, Words)]


def titles(drawing):
    return [shape.title for shape in drawing.shapes if isinstance(shape, Box) and shape.title]


def test_every_cell_has_a_field_that_says_its_state(study):
    drawing = draw(study)
    assert len(titles(drawing)) == 4 * 5
    assert "I02 1.2: accepted" in titles(drawing)
    assert "I04 2.2: not yet charted" in titles(drawing)


def test_every_state_has_a_colour_and_a_sign_unlike_all_others():
    assert set(FILLS) == set(STATE_WORDS) == set(SHORT_SIGNS)
    assert len(set(FILLS.values())) == len(set(SHORT_SIGNS.values())) == len(STATE_WORDS)


def test_the_key_counts_the_states_that_occur(study):
    found = words(draw(study))
    assert "accepted: 1" in found
    assert "not yet charted: 15" in found
    assert not [each for each in found if each.startswith("unclear")]


def test_themes_columns_and_case_studies_are_named(study):
    found = words(draw(study))
    assert {"Meetings", "1.2 Quality", "Area 1", "I03"} <= set(found)
    assert "4 interviews by 5 sub-topics · 4 of 20 cells done · 2 March 2026" in found


def test_many_interviews_are_summed_up_by_case_study(study, monkeypatch):
    monkeypatch.setattr(map_drawing, "MOST_ROWS", 3)
    drawing = draw(study)
    assert titles(drawing) == []
    assert "I02" not in words(drawing)
    assert "2" in words(drawing)  # both interviews of Area 1 are done in 1.2


def test_nothing_stands_outside_of_the_picture(study):
    drawing = draw(study)
    for shape in drawing.shapes:
        assert 0 <= shape.x <= drawing.width
        assert 0 <= shape.y <= drawing.height
        if isinstance(shape, Box):
            assert shape.x + shape.width <= drawing.width


@pytest.mark.parametrize("text", hostile.TEXTS)
def test_any_label_is_drawn_on_one_line(study, text):
    study.project.change(Subtopic, study["1.2"], label=text)
    study.project.change(CaseStudy, study["area1"], label=text)
    drawing = draw(study)
    assert all("\n" not in each and "\x07" not in each for each in words(drawing))
    assert drawing.width < 2000


def test_a_state_of_a_newer_version_is_drawn(study):
    board = read_map(study.project.overview)
    place = board.place(0, 0)
    newer = replace(board, states={**board.states, place: "pondered"})
    assert "I01 1.1: pondered" in titles(draw(study, newer))
    assert CellState.UNCLEAR in FILLS
