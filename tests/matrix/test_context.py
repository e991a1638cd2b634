"""What stands beside a column: the attributes that say something of its rows."""

from framework_qda.matrix.context import context_keys
from framework_qda.matrix.rows import row_order
from framework_qda.model import Attribute, Interview


def labels(sample, left_out=()):
    return [key.label for key in context_keys(sample.read, row_order(sample.read).rows, left_out)]


def test_what_the_heads_show_anyway_is_left_out(sample):
    shown = {each.label for each in sample.read.all(Attribute) if each.is_shown}
    assert "Service model" in shown
    assert not shown & set(labels(sample))
    assert "Region of the local authority" in labels(sample)


def test_what_is_left_out_is_left_out(sample):
    region = next(each for each in sample.read.all(Attribute) if each.label == "Region of the local authority")
    assert region.label not in labels(sample, {region.id})


def test_an_attribute_without_any_value_says_nothing(sample):
    sample.add(Attribute, label="New", level="interview")
    assert "New" not in labels(sample)


def test_a_value_is_that_of_the_rows_own_subjects(sample):
    attribute_id = sample.add(Attribute, label="Mood", level="interview", kind="text").new_id
    first = sample.read.all(Interview)[0]
    sample.set_attribute(attribute_id, first.id, "hurried")
    rows = row_order(sample.read).rows
    key = next(key for key in context_keys(sample.read, rows) if key.label == "Mood")
    assert [row.interview_id for row in rows if key.value_of(row) == "hurried"] == [first.id]


def test_without_rows_there_is_nothing_to_know(sample):
    assert context_keys(sample.read, ()) == []
