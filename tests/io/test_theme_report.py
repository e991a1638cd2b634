"""Theme sheets: a sub-topic down all rows, with its synthesis, in groups; the public ones name nobody and no place."""

import pytest

from framework_qda.errors import ExportError
from framework_qda.io.reading_reports import read_profile
from framework_qda.io.reports import write_report
from framework_qda.io.sheet import words_of
from framework_qda.io.sheet_theme import DEVIANT
from framework_qda.io.theme_report import ThemeSource, theme_report, theme_source
from framework_qda.matrix.filters import RowFilter
from framework_qda.matrix.within_theme import AGENCY, read_columns
from framework_qda.model import Interview, Subtopic, Theme
from tests.io.test_reading_reports import TELLING, all_words
from tests.reference import golden, hostile
from tests.reference.small_study import compare


@pytest.fixture
def compared(study):
    compare(study)
    return study


def sheet_of(report, title="1.2 Quality"):
    return next(sheet for sheet in report.sheets if sheet.title == title)


@pytest.mark.parametrize(("name", "is_public"), [("theme_sheets.txt", False), ("theme_sheets_public.txt", True)])
def test_the_theme_sheets_are_as_they_were_when_last_looked_at(compared, tmp_path, name, is_public):
    path = tmp_path / "themes.docx"
    write_report(theme_report(theme_source(compared.read, [AGENCY]), is_public=is_public), path)
    golden.check(name, golden.describe_sheets(path))


def test_there_is_a_sheet_for_each_sub_topic(compared):
    titles = [sheet.title for sheet in theme_report(theme_source(compared.read)).sheets]
    assert titles == ["1.1 Summary", "1.2 Quality", "1.3 Other", "2.1 Level", "2.2 Other"]


def test_definition_and_synthesis_stand_above(compared):
    sheet = sheet_of(theme_report(theme_source(compared.read)))
    assert [words_of(runs) for runs in sheet.intro] == [
        "How good referrals are.",
        "Synthesis",
        "Most read them. (I02; I03)",
    ]


def test_it_says_who_said_something_and_how_rows_are_grouped(compared):
    sheet = sheet_of(theme_report(theme_source(compared.read, [compared["model"]])))
    assert sheet.subtitle.startswith("4 interviews · 2 said something · 1 not asked")
    assert sheet.subtitle.endswith("grouped by service model")
    assert len([band for band in sheet.bands if band.is_strong]) == 3


def test_a_deviant_cell_is_marked_in_words(compared):
    compared.project.set_deviant(compared["I03"], compared["1.2"], True)
    marked = [
        words_of(row.head).split("\n")[0]
        for row in sheet_of(theme_report(theme_source(compared.read))).rows
        if words_of(row.cells[0].runs).startswith(DEVIANT)
    ]
    assert marked == ["I03"]


def test_a_row_that_is_only_kept_in_view_says_so_and_is_not_counted(compared):
    compared.project.set_deviant(compared["I03"], compared["1.2"], True)
    grid = read_columns(compared.read, [compared["1.2"]], row_filter=RowFilter(text="zzz nobody says this"))
    sheet = theme_report(ThemeSource(read_profile(compared.read), ((grid, None),))).sheets[0]
    assert [words_of(row.head).split("\n")[-1] for row in sheet.rows] == ["kept in view as deviant"]
    assert sheet.subtitle == "0 interviews · 0 said something · 1 row kept in view as deviant"


@pytest.mark.parametrize("word", TELLING)
def test_public_theme_sheets_name_no_area_code_or_role_beside_what_was_said(compared, word):
    report = theme_report(theme_source(compared.read, [compared["model"]]), is_public=True, has_notes=False)
    assert word not in all_words(report)


def test_references_of_a_public_synthesis_have_neutral_names(compared):
    sheet = sheet_of(theme_report(theme_source(compared.read), is_public=True))
    assert words_of(sheet.intro[-1]) in ("Most read them. (A2; B1)", "Most read them. (B2; A1)")


def test_a_code_in_a_note_is_neutral(compared):
    report = theme_report(theme_source(compared.read), is_public=True)
    texts = [words_of(cell.runs) for sheet in report.sheets for row in sheet.rows for cell in row.cells]
    assert any("Compare with [A1]" in text for text in texts)
    assert not any("I03" in text for text in texts)


def test_consent_is_looked_at(compared):
    compared.project.change(Interview, compared["I01"], consent="withdrawn")
    assert theme_report(theme_source(compared.read)).warnings[0].startswith("I01 has withdrawn")


@pytest.mark.parametrize(("text", "clean"), list(zip(hostile.TEXTS, hostile.CLEAN, strict=True)))
def test_any_text_of_a_user_is_on_the_sheet(study, text, clean):
    study.chart("I03", "2.1", ("summary", text))
    study.project.change(Subtopic, study["2.1"], label="Level", definition=text)
    words = all_words(theme_report(theme_source(study.read)))
    assert words.count(clean.strip()) >= 2


def test_no_sub_topic_is_no_theme_sheet(project):
    project.delete(Theme, project.read.all(Theme)[0].id)
    with pytest.raises(ExportError, match="no sub-topic"):
        theme_source(project.read)
