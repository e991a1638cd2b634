"""Case sheets and verdicts: what stands on them, and that the public ones name nobody and no place."""

import zipfile

import pytest
from openpyxl import load_workbook

from framework_qda.errors import ExportError
from framework_qda.io.reading_reports import (
    case_report,
    case_source,
    verdict_report,
    verdict_source,
    write_verdicts,
)
from framework_qda.io.reports import write_report
from framework_qda.io.sheet import words_of
from framework_qda.model import CaseStudy, Interview
from tests.reference import golden, hostile
from tests.reference.small_study import compare, tag_a_cell

TELLING = ("Area 1", "I01", "I02", "Named", "Team Manager", "hospital team", "Hospital A", "North")


@pytest.fixture
def compared(study):
    compare(study)
    return study


def all_words(report):
    found = [report.title]
    for sheet in report.sheets:
        found += [sheet.title, sheet.subtitle, *sheet.remarks, *(words_of(runs) for runs in sheet.intro)]
        found += [words_of(column.heading) for column in sheet.columns]
        found += [text for band in sheet.bands for text in (band.label, band.words)]
        found += [each.heading for each in sheet.sections]
        found += [words_of(row.head) for row in sheet.rows]
        found += [words_of(cell.runs) for row in sheet.rows for cell in row.cells]
    return "\n".join(found)


def field(report, title, number, column):
    sheet = next(each for each in report.sheets if each.title == title)
    row = next(each for each in sheet.rows if words_of(each.head).startswith(number))
    return words_of(row.cells[column].runs)


@pytest.mark.parametrize(("name", "is_public"), [("case_sheets.txt", False), ("case_sheets_public.txt", True)])
def test_the_case_sheets_are_as_they_were_when_last_looked_at(compared, tmp_path, name, is_public):
    path = tmp_path / "cases.docx"
    write_report(case_report(case_source(compared.read), is_public=is_public), path)
    golden.check(name, golden.describe_sheets(path))


@pytest.mark.parametrize(("name", "is_public"), [("verdicts.txt", False), ("verdicts_public.txt", True)])
def test_the_verdicts_are_as_they_were_when_last_looked_at(compared, tmp_path, name, is_public):
    path = tmp_path / "verdicts.xlsx"
    write_verdicts(verdict_source(compared.read), path, is_public=is_public)
    golden.check(name, golden.describe_workbook(path))


def test_interviews_stand_side_by_side_with_the_verdict_at_the_right(compared):
    sheet = case_report(case_source(compared.read)).sheets[0]
    assert [words_of(column.heading).split("\n")[0] for column in sheet.columns] == ["I01", "I02", "Verdict"]
    assert field(case_report(case_source(compared.read)), "Area 1", "1.2", 2) == (
        "◆ differ\nOnly the ward reads them, says I02."
    )


def test_a_case_study_that_nobody_judged_has_no_column_for_it(study):
    sheet = case_report(case_source(study.read)).sheets[0]
    assert [words_of(column.heading).split("\n")[0] for column in sheet.columns] == ["I01", "I02"]


def test_the_synopsis_stands_above_with_the_cells_it_rests_on(compared):
    sheet = case_report(case_source(compared.read)).sheets[0]
    assert [words_of(runs) for runs in sheet.intro] == [
        "Synopsis",
        "Area 1 reads every sheet. (I02 1.2; I02 1.2 (2))",
        "Note: Look at “the lists” again. (I02 2.1)",
    ]


def test_notes_can_be_left_out_of_synopsis_and_cells(compared):
    assert "Note:" not in all_words(case_report(case_source(compared.read), has_notes=False))


@pytest.mark.parametrize("word", TELLING)
def test_public_case_sheets_name_no_area_code_or_role_beside_what_was_said(compared, word):
    report = case_report(case_source(compared.read), is_public=True, has_notes=False)
    found = [line for line in all_words(report).split("\n") if word in line]
    # What people wrote is never changed: it is told instead.
    written = {"Area 1 reads every sheet.", "Only the ward reads them, says I02."}
    assert not [line for line in found if not any(line.startswith(each) for each in written)]


def test_references_of_a_public_synopsis_have_neutral_names(compared):
    sheets = case_report(case_source(compared.read), is_public=True).sheets
    paragraphs = [words_of(runs) for sheet in sheets for runs in sheet.intro]
    (first,) = [each for each in paragraphs if " reads every sheet" in each]
    assert first.endswith((" (A2 1.2)", " (B2 1.2)"))


def test_names_in_synopsis_cells_and_notes_on_verdicts_are_neutral(compared):
    source = case_source(compared.read)
    names = source.profile.names
    report = case_report(source, is_public=True)
    texts = [words_of(runs) for sheet in report.sheets for runs in sheet.intro]
    texts += [words_of(cell.runs) for sheet in report.sheets for row in sheet.rows for cell in row.cells]
    whole = " ".join(texts)
    area = compared.read.get(Interview, compared["I01"]).case_study_id
    for words in (names.labels[area], names.codes[compared["I02"]], names.codes[compared["I03"]]):
        assert f"[{words}]" in whole
    assert not [word for word in ("Area 1", "I02", "I03") if word in whole]
    assert not report.warnings


def test_consent_is_looked_at(compared):
    compared.project.change(Interview, compared["I01"], consent="withdrawn")
    compared.project.change(Interview, compared["I03"], consent="given, no quotation")
    assert [each[:17] for each in case_report(case_source(compared.read)).warnings] == ["I01 has withdrawn"]
    public = case_report(case_source(compared.read), is_public=True).warnings
    assert any(each.startswith("I03 did not agree to be quoted") for each in public)


def test_no_case_study_is_no_case_sheet(project):
    project.delete(CaseStudy, project.read.all(CaseStudy)[0].id)
    with pytest.raises(ExportError, match="no case study"):
        case_source(project.read)


def test_no_verdict_is_no_table(study):
    with pytest.raises(ExportError, match="No verdict"):
        verdict_source(study.read)


def test_verdicts_are_counted_by_sub_topic_and_noted_by_case_study(compared):
    report = verdict_report(verdict_source(compared.read))
    assert [sheet.title for sheet in report.sheets] == ["Verdicts", "Notes on verdicts"]
    assert field(report, "Verdicts", "1.2", 0) == "◆ differ"
    assert field(report, "Verdicts", "1.2", 2) == "1 differ\n1 no partner"
    assert field(report, "Notes on verdicts", "1.2", 1) == "Only the ward reads them, says I02."


def test_what_is_only_proposed_is_nobodys_verdict(compared):
    assert field(verdict_report(verdict_source(compared.read)), "Verdicts", "1.1", 1) == ""


def test_public_verdicts_name_no_area(compared, tmp_path):
    path = tmp_path / "verdicts.xlsx"
    warnings = write_verdicts(verdict_source(compared.read), path, is_public=True)
    with zipfile.ZipFile(path) as book:
        whole = b"".join(book.read(name) for name in book.namelist())
    assert b"Area" not in whole
    assert b"I02" not in whole
    assert not warnings


def test_public_columns_keep_their_own_verdicts(compared, tmp_path):
    source = verdict_source(compared.read)
    counts = []
    for is_public in (False, True):
        write_verdicts(source, tmp_path / "v.xlsx", is_public=is_public)
        sheet = load_workbook(tmp_path / "v.xlsx")["Verdicts"]
        counts.append(sorted(tuple(cell.value for cell in column[3:8]) for column in sheet.iter_cols(3, 4)))
    assert str(counts[0]) == str(counts[1])


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".xlsx"])
def test_verdicts_come_in_each_format(compared, tmp_path, suffix):
    path = tmp_path / f"verdicts{suffix}"
    write_verdicts(verdict_source(compared.read), path)
    assert path.stat().st_size > 300


@pytest.mark.parametrize(("text", "clean"), list(zip(hostile.TEXTS, hostile.CLEAN, strict=True)))
def test_any_note_comes_out_as_it_is(study, tmp_path, text, clean):
    study.project.judge(study["area1"], study["1.2"], verdict="agree", note=text)
    write_verdicts(verdict_source(study.read), tmp_path / "v.xlsx")
    cell = load_workbook(tmp_path / "v.xlsx")["Notes on verdicts"]["E2"]
    assert cell.data_type == "s"
    assert clean.startswith(cell.value[:30_000])
    assert clean.strip() in all_words(verdict_report(verdict_source(study.read)))


def test_tags_stand_on_case_sheets_where_they_are_wanted_and_name_nobody_in_public(study):
    tag_a_cell(study, "Area 1")
    source = case_source(study.read)
    assert "#Area 1" in all_words(case_report(source, has_tags=True))
    assert "#Area 1" not in all_words(case_report(source))
    public = all_words(case_report(source, is_public=True, has_tags=True))
    assert "#" in public
    assert "#Area 1" not in public
