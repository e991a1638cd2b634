"""Places are found by codes and by parts of their names."""

import pytest

from framework_qda.matrix.finding import CellNames, PlaceName
from framework_qda.matrix.going import Destination, Destinations, read_destinations

PLACES = [
    Destination("interview", "i1", "", "I01", "Area 1 · Team Manager, local authority"),
    Destination("interview", "i9", "", "I09", "Area 4 · Named Nurse, trust"),
    Destination("case_study", "c1", "Area 1"),
    Destination("case_study", "c4", "Area 4"),
    Destination("theme", "t2", "Referral", "2"),
    Destination("subtopic", "s21", "Referral process", "2.1", "Referral"),
    Destination("subtopic", "s23", "Notification and backup systems", "2.3", "Referral"),
    Destination("desk", "matrix", "Matrix", detail="desk"),
    Destination("desk", "chart", "Chart", detail="desk"),
    Destination("action", "x", "Export matrices to Excel", detail="File, Export"),
]
NAMES = CellNames(
    (PlaceName("i1", "I01", "Team Manager"), PlaceName("i9", "I09", "Named Nurse")),
    (PlaceName("s21", "2.1", "Referral process"), PlaceName("s23", "2.3", "Notification")),
)


def found(typed):
    return [each.id for each in Destinations(PLACES, NAMES).find(typed)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("i09", "i9"),
        ("9", "i9"),
        ("nurse", "i9"),
        ("area 4", "c4"),
        ("area 4 nurse", "i9"),
        ("2.3", "s23"),
        ("notif", "s23"),
        ("referral", "t2"),
        ("proc", "s21"),
        ("mat", "matrix"),
        ("excel", "x"),
        ("Référral process", "s21"),
        ("notificatoin", "s23"),
        ("notifcat", "s23"),
        ("chrat", "chart"),
        ("mtrix", "matrix"),
        ("theme 2", "t2"),
        ("sub-topic 2.3", "s23"),
        ("interview nurse", "i9"),
        ("chart desk", "chart"),
    ],
)
def test_the_likeliest_comes_first(typed, first):
    assert found(typed)[:1] == [first]


def test_every_word_must_be_there():
    assert found("area excel") == []


def test_a_row_and_a_column_together_are_a_cell():
    (cell, *_) = Destinations(PLACES, NAMES).find("i09 2.3")
    assert (cell.kind, cell.id, cell.within, cell.name) == ("cell", "i9", "s23", "I09 2.3")


def test_nothing_typed_offers_the_desks():
    assert found("") == ["matrix", "chart"]


def test_no_more_are_found_than_a_list_can_show():
    many = [Destination("interview", str(n), "", f"I{n:03}", "Nurse") for n in range(100)]
    assert len(Destinations(many).find("nurse")) == 12


def test_more_places_follow_those_that_were_there():
    more = Destinations(PLACES, NAMES).and_more([Destination("action", "y", "Export nothing")])
    assert [each.id for each in more.find("export")] == ["y", "x"]
    assert [each.id for each in more.find("i09 2.3")] == ["i9"]
    assert found("export") == ["x"]


def test_what_stands_in_a_project_can_be_gone_to(study):
    places, names = read_destinations(study.read)
    kinds = {each.kind for each in places}
    assert kinds == {"interview", "case_study", "theme", "subtopic"}
    assert len(names.rows) == sum(each.kind == "interview" for each in places)
    assert len(names.columns) == sum(each.kind == "subtopic" for each in places)


def test_a_place_is_written_with_what_it_is_known_by():
    assert PLACES[1].words == "I09 · Area 4 · Named Nurse, trust"
    assert PLACES[6].words == "2.3 Notification and backup systems · Referral"
