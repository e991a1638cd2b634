import pytest

from framework_qda.matrix.arranging import Arrangement
from framework_qda.matrix.columns import ColumnChoice
from framework_qda.matrix.filters import RowFilter
from framework_qda.ui.matrix.view_state import NamedView, ViewState, read_json, read_views, write_views

VIEW = NamedView(
    "London & teams",
    ViewState(4, ColumnChoice(frozenset({"t1"}), ("t2", "t1"))),
    125,
    RowFilter({"a1": frozenset({"", "hospital team"})}, case_study_ids=frozenset({"c1", None}), text="form"),
    Arrangement(("a1", "a2"), frozenset({"a2"}), keeps_case_studies=False),
)


def test_a_view_comes_back_as_it_was():
    assert read_views(write_views({VIEW.name: VIEW})) == {VIEW.name: VIEW}


@pytest.mark.parametrize("text", ["", "nonsense", "[]", '{"row_lines": 3}', '{"row_lines": "4", "hidden": 7}'])
def test_a_state_that_is_not_understood_is_as_in_a_new_project(text):
    assert ViewState.from_json(read_json(text)) == ViewState()


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"name": ""}]', '[{"zoom": 3}]'])
def test_views_that_are_not_understood_are_left_out(text):
    assert read_views(text) == {}


def test_a_filter_with_fields_of_another_kind_keeps_the_others():
    text = '[{"name": "a", "filter": {"states": 3, "text": "form", "attributes": [], "organisation_kinds": ["trust"]}}]'
    assert read_views(text)["a"].row_filter == RowFilter(text="form", organisation_kinds=frozenset({"trust"}))


def test_a_view_that_says_nothing_of_direction_and_case_studies_is_read_as_it_was_meant():
    found = VIEW.to_json()
    del found["descending"], found["keeps_case_studies"]
    assert NamedView.from_json(found).arrangement == Arrangement(("a1", "a2"))
