"""Names found in a text: whole, in lists of numbered ones, and nothing that only looks like them."""

import pytest

from framework_qda.text.telling import Telling

NUMBERED = ("Area 3", "Area 4", "Area 5", "Area 10", "I03", "I04", "I05", "I12", "I03a", "Site A", "Site B")
TELLING = Telling([*NUMBERED, "P3", "INT7", "Harbour Trust", "Tenancy", "12", "A", " ", ""], {"Tenancy"})


def replaced(text):
    return TELLING.replace(text, lambda naming: f"<{'+'.join(naming.names)}>")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I03 was not asked", "<I03> was not asked"),
        ("i03, I030, XI03 and i03A", "<I03>, I030, XI03 and <I03a>"),
        ("harbour  trust’s Harbour\u00a0Trust", "<Harbour Trust>’s <Harbour Trust>"),
        ("Area\u00a03, Area-5 and area4", "<Area 3>, <Area 5> and <Area 4>"),
        ("area 10 and Area 1", "<Area 10> and Area 1"),
        ("Area ٣", "<Area 3>"),
        ("I 03 and i 03a but I 12 times", "<I03> and <I03a> but I 12 times"),
        ("P 3, P-3, p3 and p 3", "<P3>, <P3>, <P3> and p 3"),
        ("INT 7 and int-7", "<INT7> and <INT7>"),
        ("a tenancy officer of Tenancy", "a tenancy officer of <Tenancy>"),
        ("12 beds, plan A 😀", "12 beds, plan A 😀"),
        ("", ""),
    ],
)
def test_a_name_is_found_whole_and_in_any_writing(text, found):
    assert replaced(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Areas 3 and 5 wrote letters", "<Area 3> and <Area 5> wrote letters"),
        ("areas 3, 4, and 10 or 99", "<Area 3>, <Area 4>, and <Area 10> or 99"),
        ("Areas 99 and 3", "Areas 99 and <Area 3>"),
        ("Areas 3–5 differ", "<Area 3+Area 4+Area 5> differ"),
        ("areas 3 to 10", "<Area 3+Area 4+Area 5+Area 10>"),
        ("Area 3/5", "<Area 3>/<Area 5>"),
        ("in Area 3 and 5.", "in <Area 3> and <Area 5>."),
        ("Area 3 and Area 5", "<Area 3> and <Area 5>"),
        ("I03/05, 12", "<I03>/<I05>, <I12>"),
        ("I03–05 said", "<I03+I04+I05> said"),
        ("I03 and 05 said", "<I03> and <I05> said"),
        ("I3 said", "<I03> said"),
        ("I03a/05 said", "<I03a>/<I05> said"),
        ("Sites A & B", "<Site A> & <Site B>"),
    ],
)
def test_numbered_names_are_found_in_lists(text, found):
    assert replaced(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I03 and 12 others", "<I03> and 12 others"),
        ("Area 3 and 5 people", "<Area 3> and 5 people"),
        ("Area 3 – 5 people", "<Area 3> – 5 people"),
        ("Area 3, 05 March", "<Area 3>, 05 March"),
        ("Area 3/2019", "<Area 3>/2019"),
        ("I03 and I agreed", "<I03> and I agreed"),
        ("Site A and a half", "<Site A> and a half"),
        ("areas in which 3 or 5 met", "areas in which 3 or 5 met"),
    ],
)
def test_a_number_that_counts_something_else_is_no_name(text, found):
    assert replaced(text) == found


def test_the_names_are_told_once_as_they_were_given():
    assert TELLING.names_in("In areas 3 and 4 (i12, i12)") == ["Area 3", "Area 4", "I12"]


def test_places_count_code_points():
    (naming,) = TELLING.find("😀 Area 3")
    assert (naming.start, naming.end) == (2, 8)


def test_a_letter_that_folding_does_not_know_hides_no_name():
    assert Telling(["Disc"]).replace("D\u0131sc", lambda naming: "<>") == "<>"


def test_a_long_range_is_no_list():
    assert Telling(["Area 1", "Area 2", "Area 2000"]).names_in("Areas 1–2000") == ["Area 1", "Area 2000"]


def test_without_names_nothing_is_found():
    assert Telling([]).names_in("Area 3") == []
