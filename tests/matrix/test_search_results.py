"""What was found stands in the order of the project, says where it stands, and has the words lit."""

import pytest

from framework_qda.matrix import search_results
from framework_qda.matrix.search_results import (
    Group,
    Places,
    arrange_hits,
    group_of,
    passage_of,
    read_places,
    where_of,
)
from framework_qda.project.hits import Hit, HitKind
from framework_qda.text.query import Term

PLACES = Places(
    rows={"i1": (0, Group("I01", "North · Nurse")), "i2": (1, Group("I02", "South"))},
    columns={"s1": (0, "1.1 Referral"), "s2": (1, "1.2 Feedback")},
    documents={"d1": 1, "d2": 2},
    case_studies={"c1": "North"},
    analysts={"a1": "AM"},
)
WARD = (Term(("ward",)),)


def cell(n, interview="i1", column="s1", number=0, text="ward", detail="summary"):
    return Hit(HitKind.CELL, n, text, "statement", f"st{n}", interview, column, number, detail)


def name(n, text, detail="theme", target="t", **values):
    return Hit(HitKind.NAME, -n, text, detail, target, detail=detail, **values)


# -- order


def test_cells_stand_as_their_rows_and_columns_do():
    hits = [cell(1, "i2"), cell(2, "i1", "s2"), cell(3, "i1", "s1", 1), cell(4, "i1", "s1", 0), cell(5, "unknown")]
    assert [hit.n for hit in arrange_hits(HitKind.CELL, hits, PLACES).hits] == [4, 3, 2, 1, 5]


def test_names_that_are_just_so_come_before_longer_ones_and_descriptions():
    hits = [name(1, "Beds\nward by ward"), name(2, "Ward rounds"), name(3, "Tag", "tag"), name(4, "Ward", "case_study")]
    assert [hit.n for hit in arrange_hits(HitKind.NAME, hits, PLACES, WARD).hits] == [-4, -2, -1, -3]


def test_synopses_stand_as_their_areas_do():
    places = Places(case_studies={"c1": "North", "c2": "South"})
    hits = [Hit(HitKind.SYNTHESIS, -n, "x", "case_study", f"c{3 - n}", detail="synthesis") for n in (1, 2)]
    assert [hit.target_id for hit in arrange_hits(HitKind.SYNTHESIS, hits, places).hits] == ["c1", "c2"]


def test_sections_say_how_much_they_hold():
    section = arrange_hits(HitKind.CELL, [cell(1), cell(2), cell(3, "i2")], PLACES)
    assert section.count_words == "3 statements in 2 interviews"
    assert arrange_hits(HitKind.NOTES, [cell(1)], PLACES).count_words == "1 paragraph in 1 interview"
    assert arrange_hits(HitKind.NAME, [name(1, "Ward")], PLACES).count_words == "1 entry"


def test_more_than_is_given_is_said_to_be_more(monkeypatch):
    monkeypatch.setattr(search_results, "MOST_HITS", 2)
    section = arrange_hits(HitKind.CELL, [cell(1), cell(2), cell(3)], PLACES)
    assert section.is_cut
    assert section.count_words == "more than 2 statements in 1 interview"


def test_among_all_kinds_only_the_likeliest_names_are_shown():
    section = arrange_hits(HitKind.NAME, [name(n, "Ward") for n in range(9)], PLACES)
    shown = section.among_all()
    assert (len(shown.hits), shown.left_out, shown.count) == (4, 5, 9)
    cells = arrange_hits(HitKind.CELL, [cell(n) for n in range(9)], PLACES)
    assert cells.among_all() == cells


# -- where


@pytest.mark.parametrize(
    ("hit", "group", "where"),
    [
        (cell(1), Group("I01", "North · Nurse"), "1.1 Referral"),
        (cell(1, detail="note"), Group("I01", "North · Nurse"), "1.1 Referral · analyst’s note"),
        (
            Hit(HitKind.NOTES, 1, "x", "paragraph", "p", "i1", "d1", 14, "R", 1_390_000),
            Group("I01", "North · Nurse"),
            "¶14 · 0:23:10 · R",
        ),
        (Hit(HitKind.NOTES, 1, "x", "paragraph", "p", "i1", "d2", 3), Group("I01", "North · Nurse"), "2¶3"),
        (
            Hit(HitKind.EXTRACT, 1, "x", "extract", "e", "i2", detail="verified", start_ms=61_000),
            Group("I02", "South"),
            "0:01:01 · verified",
        ),
        (Hit(HitKind.EXTRACT, -1, "x", "extract", "e", "i2", detail="quotation"), Group("I02", "South"), "quotation"),
        (
            Hit(HitKind.COMMENT, 1, "x", "cell", "c", "i1", "s2", detail="a1"),
            Group("I01", "North · Nurse"),
            "AM on 1.2 Feedback",
        ),
        (
            Hit(HitKind.COMMENT, 1, "x", "case_study", "c1", detail="a1"),
            Group("Case study", "North"),
            "AM on case study",
        ),
        (Hit(HitKind.SYNTHESIS, -1, "x", "case_study", "c1", detail="synthesis"), Group("Synopsis"), "North"),
        (name(1, "Referral", "subtopic", within="s1"), Group("Framework", "Name and definition of a sub-topic"), "1.1"),
        (name(1, "Nurse", "informant", interview_id="i1"), Group("Informant"), "I01 · North"),
        (name(1, "I01", "interview", interview_id="i1"), Group("Interview"), "North · Nurse"),
    ],
)
def test_a_result_says_to_whom_it_belongs_and_where_it_stands(hit, group, where):
    assert group_of(hit, PLACES) == group
    assert where_of(hit, PLACES) == where


def test_places_are_read_from_a_project(study):
    places = read_places(study.read)
    row = places.rows[study["I01"]] if "I01" in study.ids else next(iter(places.rows.values()))
    assert row[1].title.startswith("I")
    assert [number for number, _ in places.columns.values()] == list(range(len(places.columns)))
    assert set(places.documents.values()) >= {1}


# -- words


def test_words_are_lit_in_a_short_text():
    assert passage_of(cell(1, text="The Ward of wards."), WARD) == ("The Ward of wards.", ((4, 8),))


def test_lines_are_shown_as_one():
    assert passage_of(name(1, "Ward\nWhere they\n\nlie."), WARD).text == "Ward — Where they — lie."


def test_a_long_text_begins_near_the_first_lit_word():
    text = f"{'before ' * 40}ward {'after ' * 400}"
    passage = passage_of(cell(1, text=text), WARD)
    (start, end), *_ = passage.lit
    assert passage.text[start:end] == "ward"
    assert passage.text.startswith("…before")
    assert start < 80
    assert len(passage.text) <= 701


def test_a_long_word_before_is_cut_off():
    passage = passage_of(cell(1, text=f"{'b' * 300} ward"), WARD)
    assert [passage.text[start:end] for start, end in passage.lit] == ["ward"]


def test_a_text_without_the_words_is_shown_from_its_beginning():
    assert passage_of(cell(1, text="Nothing here."), WARD) == ("Nothing here.", ())
