"""Columns hidden and moved for looking: themes stay together, and ids that are gone do no harm."""

import pytest

from framework_qda.matrix.build import ALL_THEMES, build_grid
from framework_qda.matrix.columns import ColumnChoice, choose_columns
from framework_qda.matrix.outline import theme_outline


def choice(study, *, hidden=(), order=()):
    return ColumnChoice(frozenset(study[name] for name in hidden), tuple(study[name] for name in order))


def numbers(study, chosen, theme_id):
    return [column.number for column in choose_columns(build_grid(study.read, theme_id), chosen).columns]


@pytest.mark.parametrize(
    ("hidden", "order", "expected"),
    [
        ((), (), ["1.1", "1.2", "1.3"]),
        (("1.2",), (), ["1.1", "1.3"]),
        ((), ("1.3", "1.1", "1.2"), ["1.3", "1.1", "1.2"]),
        (("1.1",), ("1.3", "1.1"), ["1.3", "1.2"]),
        (("1.1", "1.2", "1.3"), (), []),
    ],
)
def test_columns_are_hidden_and_moved(study, hidden, order, expected):
    assert numbers(study, choice(study, hidden=hidden, order=order), study["theme1"]) == expected


def test_themes_stay_together_and_an_empty_one_goes(study):
    order = choice(study, order=("2.2", "2.1", "1.3"))
    assert numbers(study, order, ALL_THEMES) == ["1.3", "1.1", "1.2", "2.2", "2.1"]
    hidden = choice(study, hidden=("1.1", "1.2", "1.3"))
    grid = choose_columns(build_grid(study.read, ALL_THEMES), hidden)
    assert [(one.theme_id, one.first, one.count) for one in grid.sections] == [(study["theme2"], 0, 2)]


def test_cells_of_hidden_columns_are_not_counted(study):
    grid = choose_columns(build_grid(study.read, study["theme1"]), choice(study, hidden=("1.2",)))
    assert {key[1] for key in grid.cells} == {study["1.3"]}


def test_a_column_moves_past_the_hidden_ones(study):
    columns = theme_outline(study.read, study["theme1"]).columns
    moved = choice(study, hidden=("1.2",)).move(columns, study["1.1"], 1)
    assert numbers(study, moved, study["theme1"]) == ["1.3", "1.1"]


@pytest.mark.parametrize(("name", "direction"), [("1.1", -1), ("1.3", 1)])
def test_a_column_at_the_end_stays(study, name, direction):
    columns = theme_outline(study.read, study["theme1"]).columns
    assert ColumnChoice().move(columns, study[name], direction) == ColumnChoice()


def test_a_new_column_comes_last(study):
    gone = ColumnChoice(frozenset({"gone"}), ("gone", study["1.2"]))
    assert numbers(study, gone, study["theme1"]) == ["1.2", "1.1", "1.3"]
