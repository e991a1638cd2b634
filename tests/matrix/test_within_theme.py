"""A sub-topic is read down all its rows, in groups of those alike, each group with its counts."""

import pytest

from framework_qda.matrix.filters import RowFilter
from framework_qda.matrix.within_theme import (
    AGENCY,
    CASE_STUDY,
    count_column,
    count_rows,
    read_columns,
    refresh_columns,
)
from framework_qda.model import Attribute, Interview, Marks, Statement, Subtopic, Tag


@pytest.fixture
def subtopics(sample):
    return [each.id for each in sample.read.all(Subtopic)]


def attribute(sample, label):
    return next(each.id for each in sample.read.all(Attribute) if each.label == label)


def codes(grid):
    return [row.code for row in grid.rows]


def test_a_column_has_all_rows_in_the_projects_order(sample, subtopics):
    grid = read_columns(sample.read, subtopics[:1])
    assert codes(grid) == [f"I{number:02}" for number in range(1, 29)]
    assert (grid.number, len(grid.columns), grid.groups) == (grid.columns[0].number, 1, ())


def test_two_columns_stand_side_by_side_in_the_order_asked(sample, subtopics):
    grid = read_columns(sample.read, [subtopics[7], subtopics[0]])
    assert [column.subtopic_id for column in grid.columns] == [subtopics[7], subtopics[0]]
    assert {subtopic_id for _, subtopic_id in grid.cells} == {subtopics[7], subtopics[0]}


def test_a_column_that_is_gone_is_left_out(sample, subtopics):
    assert read_columns(sample.read, ["gone"]).columns == ()


def test_only_rows_with_a_tag_in_the_column_are_left(sample, subtopics):
    fifth = next(each.id for each in sample.read.all(Interview) if each.code == "I05")
    place = (fifth, subtopics[0])
    tag_id = sample.add(Tag, label="consent", subtopic_id=subtopics[0]).new_id
    sample.chart(*place, [Statement("tagged", "summary", "Asks first.", (), Marks(tags=(tag_id,)))])
    asked = RowFilter(tag_ids=frozenset({tag_id}))
    assert codes(read_columns(sample.read, subtopics[:1], row_filter=asked)) == ["I05"]
    assert codes(read_columns(sample.read, subtopics[1:2], row_filter=asked)) == []


def test_agencies_part_the_rows_of_a_case_study(sample, subtopics):
    grid = read_columns(sample.read, subtopics[:1], [AGENCY])
    kinds = [row.organisation_kind for row in grid.rows]
    assert len(grid.groups) == 2
    assert kinds == sorted(kinds)
    assert sum(group.count for group in grid.groups) == 28
    assert [grid.rows[group.first].organisation_kind for group in grid.groups] == [group.label for group in grid.groups]


def test_within_a_group_rows_keep_the_projects_order_and_their_bands(sample, subtopics):
    grid = read_columns(sample.read, subtopics[:1], [AGENCY])
    for group in grid.groups:
        part = codes(grid)[group.first : group.first + group.count]
        assert part == sorted(part)
    for band in grid.bands:
        assert {row.case_study_id for row in grid.rows[band.first : band.first + band.count]} == {band.case_study_id}
    assert sum(band.count for band in grid.bands) == 28


def test_two_keys_make_groups_of_both(sample, subtopics):
    model = attribute(sample, "Service model")
    grid = read_columns(sample.read, subtopics[:1], [model, AGENCY])
    assert {group.facts[0] for group in grid.groups} == {row.organisation_kind for row in grid.rows}
    assert grid.group_title == "Service model · Agency"


def test_choices_of_an_attribute_come_in_their_order(sample, subtopics):
    model = attribute(sample, "Service model")
    labels = [group.label for group in read_columns(sample.read, subtopics[:1], [model]).groups]
    choices = sample.read.get(Attribute, model).choices
    assert labels == [choice for choice in choices if choice in labels]


def test_case_studies_can_be_the_groups(sample, subtopics):
    labels = [group.label for group in read_columns(sample.read, subtopics[:1], [CASE_STUDY]).groups]
    assert labels == [f"Area {number}" for number in range(1, 13)]


def test_the_counts_of_the_groups_add_up(sample, subtopics):
    whole = count_column(read_columns(sample.read, subtopics[:1]).cells.values())
    grid = read_columns(sample.read, subtopics[:1], [AGENCY])
    said = sum(
        int(line.split()[0]) for group in grid.groups for line in group.figures if line.endswith("said something")
    )
    assert said == whole.said


def test_counts_tell_who_said_nothing_and_why(project):
    interview_id, subtopic_id = project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id
    others = [project.add(Interview, code=f"I0{number}").new_id for number in (2, 3, 4, 5)]
    project.chart(interview_id, subtopic_id, [Statement("a", "own_words", "I did")], "charted")
    project.chart(others[0], subtopic_id, [Statement("b", "note", "Ask her again.")])
    project.set_state(others[1], subtopic_id, "not_asked")
    project.set_state(others[2], subtopic_id, "nothing_said")
    grid = read_columns(project.read, [subtopic_id])
    counts = count_column(grid.cells.get((row.interview_id, subtopic_id)) for row in grid.rows)
    assert counts.lines == (
        "5 interviews",
        "1 said something",
        "1 said nothing",
        "1 not asked",
        "2 not yet charted",
    )


def test_a_deviant_row_stays_in_view_whatever_the_filter(sample, subtopics):
    row = read_columns(sample.read, subtopics[:1]).rows[0]
    nobody = RowFilter(text="zzz nobody says this")
    known = set(codes(read_columns(sample.read, subtopics[:1], row_filter=nobody)))
    sample.set_deviant(row.interview_id, subtopics[0], True)
    assert set(codes(read_columns(sample.read, subtopics[:1], row_filter=nobody))) == known | {row.code}


@pytest.fixture
def deviant(sample, subtopics):
    """A row that no filter of words lets through, but which is kept in view, and that filter."""
    row = read_columns(sample.read, subtopics[:1]).rows[2]
    sample.set_deviant(row.interview_id, subtopics[0], True)
    return row.interview_id, RowFilter(text="parking")


def test_a_row_that_is_only_kept_in_view_says_so_and_is_not_counted(sample, subtopics, deviant):
    interview_id, words = deviant
    (row,) = read_columns(sample.read, subtopics[:1], row_filter=words).rows
    assert (row.interview_id, row.kept) == (interview_id, "kept in view as deviant")
    counts = count_rows(read_columns(sample.read, subtopics[:1], row_filter=words))
    assert counts.lines == ("0 interviews", "0 said something", "1 row kept in view as deviant")


def test_a_deviant_row_that_passes_is_counted_like_any_other(sample, subtopics, deviant):
    grid = read_columns(sample.read, subtopics[:1], row_filter=RowFilter(states=frozenset({"reviewed"})))
    assert deviant[0] in {row.interview_id for row in grid.rows}
    assert not any(row.kept for row in grid.rows)
    assert count_rows(grid).interviews == len(grid.rows)


def test_groups_count_what_passes_and_name_what_is_kept_beside(sample, subtopics, deviant):
    (group,) = read_columns(sample.read, subtopics[:1], [AGENCY], deviant[1]).groups
    assert group.figures == ("0 interviews", "0 said something", "1 row kept in view as deviant")


def test_cells_that_change_are_judged_anew_where_they_stand(sample, subtopics, deviant):
    interview_id, _ = deviant
    reviewed = RowFilter(states=frozenset({"reviewed"}))
    grid = read_columns(sample.read, subtopics[:1], [attribute(sample, "Service model"), AGENCY], reviewed)
    other = next(row.interview_id for row in grid.rows if row.interview_id != interview_id)
    changed = [sample.set_state(each, subtopics[0], "charted").touched["cell"] for each in (interview_id, other)]
    after = refresh_columns(sample.read, grid, {each for ids in changed for each in ids}, reviewed)
    assert codes(after) == codes(grid)
    assert {row.interview_id: row.kept for row in after.rows if row.kept} == {
        interview_id: "kept in view as deviant",
        other: "changed, so that the filter leaves it out",
    }
    assert count_rows(after).interviews == len(grid.rows) - 2
    assert [group.facts[0] for group in after.groups] == [group.facts[0] for group in grid.groups]
    assert sum(int(group.figures[0].split()[0]) for group in after.groups) == len(grid.rows) - 2


def test_a_cell_that_passes_again_is_counted_again(sample, subtopics, deviant):
    grid = read_columns(sample.read, subtopics[:1], row_filter=deviant[1])
    text = [Statement("a", "summary", "Parking is dear.")]
    changed = sample.chart(deviant[0], subtopics[0], text).touched["cell"]
    after = refresh_columns(sample.read, grid, set(changed), deviant[1])
    assert [row.kept for row in after.rows] == [""]
    assert count_rows(after).lines[0] == "1 interview"


def test_a_row_without_its_star_is_no_longer_one_of_those_alone(sample, subtopics, deviant):
    nothing = RowFilter()
    grid = read_columns(sample.read, subtopics[:1], only_deviant=True)
    changed = sample.set_deviant(deviant[0], subtopics[0], False).touched["cell"]
    after = refresh_columns(sample.read, grid, set(changed), nothing, only_deviant=True)
    assert [row.kept for row in after.rows if row.interview_id == deviant[0]] == [
        "changed, so that the filter leaves it out"
    ]


def test_a_filter_leaves_rows_out_and_says_how_many_there_are(sample, subtopics):
    grid = read_columns(sample.read, subtopics[:1], row_filter=RowFilter(states=frozenset({"reviewed"})))
    assert 0 < len(grid.rows) < grid.total_rows == 28
