"""Filters: what each criterion lets through, that bands stay together, and how it is said."""

import random

import pytest

from framework_qda.matrix.build import build_grid
from framework_qda.matrix.filters import RowFilter, describe_filter, filter_grid
from framework_qda.model import Analyst, Attribute, CellState


def codes(study, row_filter, theme="theme1"):
    return [row.code for row in build_grid(study.read, study[theme], row_filter).rows]


def by_attribute(study, name, *values):
    return RowFilter(attributes={study[name]: frozenset(values)})


@pytest.mark.parametrize(
    ("attribute", "value", "expected"),
    [
        ("model", "hospital team", ["I01", "I02"]),
        ("foundation", "yes", ["I02"]),
        ("mode", "face to face", ["I03"]),
        ("background", "midwifery", ["I02"]),
        ("background", "nursing", ["I02", "I03"]),
    ],
)
def test_an_attribute_of_any_level_filters(study, attribute, value, expected):
    assert codes(study, by_attribute(study, attribute, value)) == expected


def test_several_values_are_alternatives(study):
    assert codes(study, by_attribute(study, "model", "hospital team", "community based")) == ["I01", "I02", "I03"]


def test_an_empty_value_finds_those_without_one(study):
    assert codes(study, by_attribute(study, "model", "")) == ["I04"]
    assert codes(study, by_attribute(study, "mode", "")) == ["I02", "I04"]


def test_criteria_are_met_together(study):
    both = RowFilter(attributes={study["model"]: frozenset({"hospital team"})}, organisation_kinds=frozenset({"trust"}))
    assert codes(study, both) == ["I02"]


def test_an_attribute_that_is_gone_filters_nothing(study):
    row_filter = by_attribute(study, "model", "hospital team")
    study.project.delete(Attribute, study["model"])
    assert codes(study, row_filter) == ["I01", "I02", "I03", "I04"]


def test_case_studies_filter(study):
    assert codes(study, RowFilter(case_study_ids=frozenset({study["area2"], None}))) == ["I03", "I04"]


def test_a_state_is_looked_for_in_the_columns_of_the_theme(study):
    reviewed = RowFilter(states=frozenset({CellState.REVIEWED}))
    assert codes(study, reviewed) == ["I02"]
    assert codes(study, reviewed, "theme2") == []


def test_a_cell_never_written_is_not_yet_charted(study):
    study.chart("I04", "2.1", state=CellState.NOT_ASKED)
    study.chart("I04", "2.2", state=CellState.NOT_ASKED)
    assert codes(study, RowFilter(states=frozenset({CellState.NOT_CHARTED})), "theme2") == ["I01", "I02", "I03"]


def test_text_is_found_in_any_case_of_letters(study):
    assert codes(study, RowFilter(text="ALCOHOL  is")) == ["I03"]


def test_state_and_text_are_looked_for_in_the_same_cell(study):
    assert codes(study, RowFilter(states=frozenset({CellState.NOT_APPLICABLE}), text="alcohol")) == []
    assert codes(study, RowFilter(states=frozenset({CellState.IN_PROGRESS}), text="alcohol")) == ["I03"]


def test_filtering_a_grid_is_the_same_as_building_it_filtered(study):
    row_filter = RowFilter(organisation_kinds=frozenset({"trust"}), text="the")
    grid = build_grid(study.read, study["theme1"])
    assert filter_grid(study.read, grid, row_filter) == build_grid(study.read, study["theme1"], row_filter)


def test_an_empty_filter_lets_everything_through(study):
    assert RowFilter().is_empty
    assert not RowFilter(text="x").is_empty
    assert build_grid(study.read, study["theme1"], RowFilter()) == build_grid(study.read, study["theme1"])


def bands_cover_rows(grid):
    place = 0
    for band in grid.bands:
        rows = grid.rows[band.first : band.first + band.count]
        if band.first != place or not rows or {row.case_study_id for row in rows} != {band.case_study_id}:
            return False
        place += band.count
    return place == len(grid.rows)


def test_bands_stay_together_under_every_filter(study):
    chance = random.Random(3)

    def some(*values):
        return frozenset(value for value in values if chance.random() < 0.5)

    for _ in range(60):
        row_filter = RowFilter(
            attributes={
                study["model"]: some("hospital team", "community based", ""),
                study["mode"]: some("telephone", ""),
            },
            organisation_kinds=some("trust", "local authority", ""),
            case_study_ids=some(study["area1"], study["area2"], None),
            states=some(*CellState),
            text=chance.choice(["", "", "e"]),
        )
        grid = build_grid(study.read, study["theme1"], row_filter)
        assert bands_cover_rows(grid)
        assert grid.total_rows == 4


def test_a_filter_is_said_in_words(study):
    row_filter = RowFilter(
        attributes={study["model"]: frozenset({"hospital team", "community based", ""})},
        organisation_kinds=frozenset({"trust"}),
        case_study_ids=frozenset({study["area1"], None}),
        states=frozenset({CellState.NOTHING_SAID, CellState.CHARTED}),
        text=" night  staff ",
    )
    assert describe_filter(study.read, row_filter) == (
        "service model is hospital team or community based or not recorded and organisation kind is trust "
        "and case study is Area 1 or no case study and a cell is charted or asked, nothing said and holds “night staff”"
    )


def test_capitals_of_an_abbreviation_stay(study):
    study.project.change(Attribute, study["model"], label="LA type")
    assert describe_filter(study.read, by_attribute(study, "model", "shire")) == "LA type is shire"


def test_no_filter_needs_no_words(study):
    assert describe_filter(study.read, RowFilter()) == ""


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ({"with"}, ["I02", "I03"]),
        ({"starred"}, ["I02", "I03"]),
        ({"without"}, []),
        ({"with", "without"}, ["I02", "I03"]),
    ],
)
def test_rows_are_filtered_by_the_evidence_of_a_cell(study, evidence, expected):
    assert codes(study, RowFilter(evidence=frozenset(evidence))) == expected


def test_words_without_a_passage_are_found(study):
    study.chart("I01", "1.3", ("summary", "Says so without being quoted."))
    assert codes(study, RowFilter(evidence=frozenset({"without"}))) == ["I01"]


def test_rows_are_filtered_by_who_wrote_last(study):
    first = study.project.analyst_id
    second = study.project.add(Analyst, name="Bo Lund").new_id
    study.project.analyst_id = second
    study.chart("I03", "1.2", ("summary", "Asked about on a screen now."))
    assert codes(study, RowFilter(analyst_ids=frozenset({second}))) == ["I03"]
    charted_by_first = RowFilter(analyst_ids=frozenset({first}), text="alcohol")
    assert codes(study, charted_by_first) == []
    assert study.read.last_analysts([]) == {}


def test_evidence_and_analyst_are_said_in_words(study):
    found = RowFilter(
        states=frozenset({CellState.CHARTED}),
        evidence=frozenset({"starred"}),
        analyst_ids=frozenset({study.project.analyst_id}),
        text="form",
    )
    assert describe_filter(study.read, found) == (
        "a cell is charted and was last written by Ann Marsh and rests on a starred passage and holds “form”"
    )
