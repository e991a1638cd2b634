"""The outline: numbers follow from the order, equal labels are told apart."""

from framework_qda.matrix.outline import framework_outline, theme_outline, whole_outline
from framework_qda.model import Subtopic, Theme


def numbers(study):
    return [[(column.number, column.label) for column in outline.columns] for outline in framework_outline(study.read)]


def test_columns_are_numbered_by_theme_and_place(study):
    assert numbers(study) == [
        [("1.1", "Summary"), ("1.2", "Quality"), ("1.3", "Other")],
        [("2.1", "Level"), ("2.2", "Other")],
    ]


def test_numbers_follow_when_a_theme_moves(study):
    study.project.move(Theme, study["theme2"], after=None)
    assert [outline.heading for outline in framework_outline(study.read)][0:1] == ["1 Meetings"]
    assert numbers(study)[0] == [("1.1", "Level"), ("1.2", "Other")]


def test_a_subtopic_without_a_theme_has_no_place(study):
    study.project.change(Subtopic, study["1.1"], theme_id=None)
    assert numbers(study)[0] == [("1.1", "Quality"), ("1.2", "Other")]


def test_one_theme_is_as_in_the_whole(study):
    assert theme_outline(study.read, study["theme2"]) == framework_outline(study.read)[1]
    assert theme_outline(study.read, "gone") is None


def test_a_heading_is_number_and_title(study):
    assert theme_outline(study.read, study["theme2"]).heading == "2 Meetings"


def test_all_themes_stand_side_by_side_without_empty_ones(study):
    study.project.add(Theme, title="Empty")
    outline = framework_outline(study.project.read)
    columns, sections = whole_outline(outline)
    assert columns == tuple(column for theme in outline for column in theme.columns)
    assert [columns[one.first].number.split(".")[0] for one in sections] == [
        theme.number for theme in outline if theme.columns
    ]
    assert sum(one.count for one in sections) == len(columns)
