"""The Case desk prints what it shows."""

from framework_qda.io.sheet import words_of
from framework_qda.ui.printing.printout import PrintOptions
from tests.reference.small_study import compare, tag_a_cell


def sheet_of(desk, **options):
    printout = desk.printout()
    (sheet,) = printout.make(PrintOptions(**options)).sheets
    return sheet


def test_the_case_study_that_is_shown_is_printed_with_its_synopsis(desk, study):
    compare(study)
    desk.show_case(study["area1"])
    sheet = sheet_of(desk)
    assert sheet.title == "Area 1"
    assert words_of(sheet.intro[0]) == "Synopsis"
    assert len(sheet.rows) == 5


def test_only_the_sub_topics_that_are_chosen_are_printed_and_it_says_so(desk, study):
    compare(study)
    desk.source.read()
    desk.source.choose(verdicts=frozenset({"differ"}))
    sheet = sheet_of(desk)
    assert [words_of(row.head) for row in sheet.rows] == ["1.2 Quality"]
    assert sheet.subtitle.endswith("1 of 5 sub-topics, verdict: ◆ differ")


def test_case_studies_side_by_side_stand_under_their_names(desk, study):
    desk.source.show_several([study["area1"], study["area2"]], ())
    desk.source.read()
    sheet = sheet_of(desk)
    assert [(each.heading, each.count) for each in sheet.sections] == [("Area 1", 2), ("Area 2", 1)]
    assert not sheet.intro


def test_chosen_interviews_have_neutral_codes_for_others(desk, study):
    desk.source.show_several((), [study["I02"], study["I03"]])
    desk.source.read()
    sheet = sheet_of(desk, is_public=True)
    assert sheet.title in ("A2, B1", "B2, A1")


def test_nothing_is_printed_where_nothing_is_shown(desk, study):
    desk.source.show_several((), ())
    desk.source.read()
    assert desk.printout() is None


def test_tags_are_printed_as_they_are_shown_and_can_be_left_out(desk, study):
    tag_a_cell(study, "consent")
    desk.show_case(study["area1"])
    for has_tags in (True, False):
        rows = sheet_of(desk, has_tags=has_tags).rows
        assert ("#consent" in "".join(words_of(cell.runs) for row in rows for cell in row.cells)) is has_tags
