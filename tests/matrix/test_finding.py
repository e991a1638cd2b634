"""Finding a cell by what somebody types."""

import pytest

from framework_qda.matrix.finding import MOST_FOUND, CellNames, PlaceName, find_cells, find_columns, read_names

NAMES = CellNames(
    rows=(
        PlaceName("a", "I01", "Team Manager, council · Area 1"),
        PlaceName("b", "I09", "Named Nurse, trust · Area 4"),
        PlaceName("c", "B3", "Named Midwife, trust · Area 4"),
        PlaceName("d", "I10", "Liaison Nurse · Area 2"),
    ),
    columns=(
        PlaceName("11", "1.1", "Background summary"),
        PlaceName("22", "2.2", "Referral forms"),
        PlaceName("23", "2.3", "Notification and backup systems"),
        PlaceName("42", "4.2", "Joint meetings"),
    ),
)
HERE = ("a", "22")


def found(typed, here=HERE):
    return [(each.row.id, each.column.id) for each in find_cells(typed, NAMES, here)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("I09 2.3", ("b", "23")),
        ("2.3 i09", ("b", "23")),
        ("i9 2.3", ("b", "23")),
        ("B3 4.2", ("c", "42")),
        ("I10", ("d", "22")),
        ("1.1", ("a", "11")),
        ("midwife", ("c", "22")),
        ("liaison notification", ("d", "23")),
        ("joint meet named midwife", ("c", "42")),
        ("notifcation", ("a", "23")),
        ("midwyfe 4.2", ("c", "42")),
        ("named nurse 2.3", ("b", "23")),
        ("area 2", ("d", "22")),
        ("i09 4", ("b", "42")),
        ("4 i09", ("b", "42")),
        ("i9 22", ("b", "22")),
        ("i01 23", ("a", "23")),
    ],
)
def test_the_cell_that_is_meant_comes_first(typed, expected):
    assert found(typed)[0] == expected


@pytest.mark.parametrize("typed", ["", "   ", "zzzzzz", "9.9", "I09 7.1", "99"])
def test_nothing_is_found_where_nothing_is_meant(typed):
    assert found(typed) == []


def test_a_theme_lists_its_columns():
    assert found("I09 2.") == [("b", "22"), ("b", "23")]


def test_a_role_lists_its_interviews_in_their_order():
    assert found("nurse 1.1") == [("b", "11"), ("d", "11")]


def test_no_more_are_found_than_can_be_read():
    rows = tuple(PlaceName(str(n), f"I{n:02}", "Nurse") for n in range(40))
    assert len(find_cells("nurse", CellNames(rows, NAMES.columns), ("0", "22"))) == MOST_FOUND


def test_without_a_place_both_must_be_named():
    assert found("I09", ("", "")) == []
    assert found("I09 2.3", ("", "")) == [("b", "23")]


def test_names_are_read_from_the_project(project):
    names = read_names(project.read)
    assert [(row.code, row.label) for row in names.rows] == [("I01", "Area 1")]
    assert [(column.code, column.label) for column in names.columns] == [("1.1", "summary"), ("1.2", "context")]


# -- columns alone


def columns(typed):
    return [each.code for each in find_columns(typed, NAMES)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2.3", ["2.3"]),
        ("2.", ["2.2", "2.3"]),
        ("forms", ["2.2"]),
        ("meet", ["4.2"]),
        ("notifcation", ["2.3"]),
        ("backup systems", ["2.3"]),
        ("I09", []),
        ("zzzzzz", []),
    ],
)
def test_columns_are_found_by_number_and_by_parts_of_their_names(typed, expected):
    assert columns(typed) == expected


def test_nothing_typed_means_any_column_in_the_order_given():
    many = CellNames((), tuple(PlaceName(f"{n}", f"1.{n}", "other") for n in range(MOST_FOUND + 3)))
    assert find_columns("  ", many) == list(many.columns[:MOST_FOUND])


def test_the_likeliest_column_comes_first_and_eight_at_most():
    names = ("systems of old", *(f"subsystems {n}" for n in range(MOST_FOUND + 2)), "systems")
    many = CellNames((), tuple(PlaceName(f"{n}", f"1.{n}", label) for n, label in enumerate(names)))
    found = find_columns("systems", many)
    assert [each.label for each in found[:2]] == ["systems of old", "systems"]
    assert len(found) == MOST_FOUND
