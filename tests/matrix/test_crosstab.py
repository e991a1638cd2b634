"""Any two attributes part the interviews into fields, and every interview stands in exactly one."""

import pytest

from framework_qda.matrix.crosstab import cross_tab
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.within_theme import AGENCY, CASE_STUDY
from framework_qda.model import Attribute


def attribute(sample, label):
    return next(each.id for each in sample.read.all(Attribute) if each.label == label)


def test_every_interview_stands_in_one_field(sample):
    table = cross_tab(sample.read, attribute(sample, "Service model"), AGENCY)
    listed = [row.code for rows in table.fields.values() for row in rows]
    assert sorted(listed) == [f"I{number:02}" for number in range(1, 29)]


def test_a_field_lists_its_interviews_in_the_projects_order(sample):
    table = cross_tab(sample.read, AGENCY, CASE_STUDY)
    found = [table.interviews(row, 3) for row in range(len(table.row_values))]
    assert table.column_values[3] == "Area 4"
    assert sorted(each.code for rows in found for each in rows) == ["I08", "I09", "I10"]


def test_values_come_in_the_order_of_the_attributes_choices(sample):
    model = attribute(sample, "Service model")
    table = cross_tab(sample.read, model, AGENCY)
    choices = sample.read.get(Attribute, model).choices
    assert list(table.row_values) == [choice for choice in choices if choice in table.row_values]


def test_what_is_not_recorded_has_a_row_of_its_own(sample):
    empty = sample.add(Attribute, label="New", level="case_study").new_id
    assert cross_tab(sample.read, empty, AGENCY).row_values == ("not recorded",)


@pytest.mark.parametrize("keys", [("gone", AGENCY), (AGENCY, "gone")])
def test_an_attribute_that_is_gone_gives_nothing(sample, keys):
    assert cross_tab(sample.read, *keys).fields == {}


def silent_column(sample):
    """Return a sub-topic of which some said nothing, and one was not asked: 2.3."""
    outline = framework_outline(sample.read)
    return next(column.subtopic_id for theme in outline for column in theme.columns if column.number == "2.3")


def test_a_sub_topic_tells_apart_who_spoke_of_it_and_who_did_not(sample):
    table = cross_tab(sample.read, attribute(sample, "Service model"), AGENCY, silent_column(sample))
    row, column = table.row_values.index("community based"), table.column_values.index("local authority")
    assert [(voice, [each.code for each in rows]) for voice, rows in table.heard(row, column)] == [
        ("said something", ["I19"]),
        ("said nothing", ["I22", "I25", "I27"]),
        ("not asked", ["I16"]),
    ]


def test_every_interview_of_a_field_is_heard_once(sample):
    table = cross_tab(sample.read, AGENCY, CASE_STUDY, silent_column(sample))
    for row in range(len(table.row_values)):
        for column in range(len(table.column_values)):
            heard = [each for _, rows in table.heard(row, column) for each in rows]
            assert sorted(each.code for each in heard) == sorted(each.code for each in table.interviews(row, column))


def test_without_a_sub_topic_nothing_is_heard(sample):
    assert cross_tab(sample.read, AGENCY, CASE_STUDY).voices == {}
