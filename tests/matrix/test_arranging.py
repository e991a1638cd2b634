"""The order of rows by attributes: bands stay whole, choices keep their order, what is not recorded comes last."""

import pytest

from framework_qda.matrix.arranging import MOST_KEYS, Arrangement, arrange_grid, describe_arrangement
from framework_qda.matrix.build import build_grid
from framework_qda.matrix.filters import RowFilter
from framework_qda.model import Attribute, CaseStudy, Interview


def arranged(study, *names, row_filter=None):
    grid = build_grid(study.read, study["theme1"], row_filter)
    return arrange_grid(study.read, grid, Arrangement(tuple(study[name] for name in names)))


def codes(grid):
    return [row.code for row in grid.rows]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), ["I01", "I02", "I03", "I04"]),
        (("model",), ["I01", "I02", "I03", "I04"]),
        (("foundation",), ["I02", "I01", "I03", "I04"]),
        (("background",), ["I02", "I01", "I03", "I04"]),
        (("mode",), ["I01", "I02", "I03", "I04"]),
    ],
)
def test_rows_follow_the_attribute_inside_their_band(study, names, expected):
    assert codes(arranged(study, *names)) == expected


def test_bands_follow_the_choices_of_the_attribute_and_not_the_alphabet(study):
    study.project.change(Attribute, study["region"], choices=("South", "North"))
    grid = arranged(study, "region")
    assert [band.label for band in grid.bands] == ["Area 2", "Area 1", "No case study"]
    assert [(band.first, band.count) for band in grid.bands] == [(0, 1), (1, 2), (3, 1)]
    assert codes(grid) == ["I03", "I01", "I02", "I04"]


def test_case_studies_alike_stand_under_one_heading(study):
    area3 = study.add("area3", CaseStudy, label="Area 3")
    study.add("I05", Interview, code="I05", case_study_id=area3)
    study.project.set_attribute(study["model"], area3, "hospital team")
    grid = arranged(study, "model", "mode")
    assert grid.group_title == "Service model"
    assert [(group.label, group.first, group.count) for group in grid.groups] == [
        ("hospital team", 0, 3),
        ("community based", 3, 1),
        ("not recorded", 4, 1),
    ]
    assert codes(grid)[:3] == ["I01", "I02", "I05"]


def test_a_second_attribute_of_case_studies_stands_below_the_heading(study):
    grid = arranged(study, "model", "region")
    assert (grid.groups[0].label, grid.groups[0].facts) == ("hospital team", ("North",))


def test_attributes_of_rows_make_no_headings(study):
    assert arranged(study, "mode").groups == ()


def test_numbers_are_ordered_as_numbers(study):
    beds = study.add("beds", Attribute, level="case_study", label="Beds", kind="number")
    study.project.set_attribute(beds, study["area1"], "1000")
    study.project.set_attribute(beds, study["area2"], "90")
    assert codes(arranged(study, "beds")) == ["I03", "I01", "I02", "I04"]


def test_headings_count_only_the_rows_that_a_filter_leaves(study):
    row_filter = RowFilter(attributes={study["model"]: frozenset({"hospital team", "community based"})})
    grid = arranged(study, "model", row_filter=row_filter)
    assert [(group.label, group.count) for group in grid.groups] == [("hospital team", 2), ("community based", 1)]


def test_an_attribute_that_is_gone_orders_nothing(study):
    study.project.delete(Attribute, study["region"])
    grid = build_grid(study.read, study["theme1"])
    assert arrange_grid(study.read, grid, Arrangement((study["region"],))) == grid
    assert describe_arrangement(study.read, Arrangement((study["region"],))) == ""


def turned_round(study, *names, keeps=True, descending=()):
    grid = build_grid(study.read, study["theme1"])
    ids = tuple(study[name] for name in names)
    return arrange_grid(study.read, grid, Arrangement(ids, frozenset(study[each] for each in descending), keeps))


def test_descending_turns_an_order_round_and_what_is_not_recorded_still_comes_last(study):
    study.project.change(Attribute, study["region"], choices=("South", "North"))
    grid = turned_round(study, "region", descending=["region"])
    assert [band.label for band in grid.bands] == ["Area 1", "Area 2", "No case study"]
    assert codes(grid) == ["I01", "I02", "I03", "I04"]


def test_only_the_attribute_that_is_turned_round_is(study):
    study.project.change(Attribute, study["mode"], choices=("face to face", "telephone"))
    study.project.set_attribute(study["mode"], study["I01"], "face to face")
    study.project.set_attribute(study["mode"], study["I02"], "telephone")
    assert codes(turned_round(study, "region", "mode")) == ["I01", "I02", "I03", "I04"]
    assert codes(turned_round(study, "region", "mode", descending=["mode"])) == ["I02", "I01", "I03", "I04"]


def test_where_case_studies_need_not_stay_together_rows_alike_stand_under_one_heading(study):
    study.project.set_attribute(study["mode"], study["I01"], "telephone")
    study.project.set_attribute(study["mode"], study["I02"], "face to face")
    study.project.set_attribute(study["mode"], study["I03"], "telephone")
    study.project.set_attribute(study["mode"], study["I04"], "face to face")
    study.project.change(Attribute, study["mode"], choices=("telephone", "face to face"))
    grid = turned_round(study, "mode", keeps=False)
    assert codes(grid) == ["I01", "I03", "I02", "I04"]
    assert [(group.label, group.first, group.count) for group in grid.groups] == [
        ("telephone", 0, 2),
        ("face to face", 2, 2),
    ]
    assert [(band.label, band.first) for band in grid.bands] == [
        ("Area 1", 0),
        ("Area 2", 1),
        ("Area 1", 2),
        ("No case study", 3),
    ]


def test_without_an_attribute_case_studies_stay_together(study):
    assert turned_round(study, keeps=False) == build_grid(study.read, study["theme1"])


def test_the_direction_and_that_case_studies_are_apart_are_said(study):
    ids = (study["model"], study["mode"])
    words = describe_arrangement(study.read, Arrangement(ids, frozenset({ids[1]}), keeps_case_studies=False))
    assert words == "ordered by service model, then mode (descending), whatever their case study"


def test_another_attribute_in_a_place_leaves_the_direction_of_the_one_before_behind():
    turned = Arrangement(("a", "b"), keeps_case_studies=False).turned("a")
    assert turned.descending == {"a"}
    assert turned.with_key(0, "c") == Arrangement(("c", "b"), keeps_case_studies=False)
    assert turned.turned("a").descending == set()


def test_the_order_is_said_in_words(study):
    words = describe_arrangement(study.read, Arrangement((study["model"], study["mode"])))
    assert words == "ordered by service model, then mode"


def test_places_are_taken_changed_and_given_up():
    two = Arrangement().with_key(0, "a").with_key(1, "b")
    assert two.attribute_ids == ("a", "b")
    assert two.with_key(0, "c").attribute_ids == ("c", "b")
    assert two.with_key(0, "b").attribute_ids == ("b",)
    assert two.with_key(0, "").attribute_ids == ("b",)
    assert len(two.with_key(2, "c").with_key(3, "d").attribute_ids) == MOST_KEYS
