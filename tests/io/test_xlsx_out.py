"""Matrices as Excel: what a reader sees, what Excel does with it, what it does not give away."""

import getpass
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText

from framework_qda.errors import ExportError
from framework_qda.io.xlsx_out import MatrixExportOptions, export_matrices
from framework_qda.matrix.build import build_grids
from framework_qda.matrix.filters import RowFilter
from framework_qda.model import CaseStudy, Extract, Interview, Theme
from tests.reference import golden
from tests.reference.small_study import tag_a_cell

DAY = date(2026, 3, 2)


def export(study, path, row_filter=None, **options):
    options.setdefault("made_on", DAY)
    grids = build_grids(study.read, row_filter)
    return export_matrices(grids, study.read.study(), path, MatrixExportOptions(**options))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "matrices.xlsx"


def opened(path, *, rich_text=False):
    return load_workbook(path, rich_text=rich_text)


def texts(path):
    return [str(cell.value) for sheet in opened(path) for row in sheet.iter_rows() for cell in row if cell.value]


def table(path, number=1):
    """Return the rows of a matrix from its header on."""
    return [[cell.value for cell in row] for row in opened(path).worksheets[number].iter_rows(min_row=3)]


def test_the_workbook_is_as_it_was_when_last_looked_at(study, path):
    export(study, path)
    golden.check("matrices.txt", golden.describe_workbook(path))


def test_the_public_workbook_is_as_it_was_when_last_looked_at(study, path):
    export(study, path, is_public=True, has_notes=False, has_references=False, paper="A4")
    golden.check("matrices_public.txt", golden.describe_workbook(path))


def test_there_is_a_first_sheet_and_one_a_theme(study, path):
    export(study, path)
    assert opened(path).sheetnames == ["Study", "1 Referral quality & feedback", "2 Meetings"]


def test_the_first_sheet_tells_the_study_and_its_date(study, path):
    export(study, path)
    cover = [cell.value for row in opened(path)["Study"].iter_rows() for cell in row]
    assert {"Joint working & care", "2 March 2026", "4 in 2 case studies"} <= set(cover)


def test_the_first_sheet_links_to_each_sheet_inside_the_book(study, path):
    export(study, path)
    cells = [cell for row in opened(path)["Study"].iter_rows() for cell in row if cell.hyperlink]
    assert [cell.hyperlink.location for cell in cells] == ["'1 Referral quality & feedback'!A1", "'2 Meetings'!A1"]
    assert not any(cell.hyperlink.target for cell in cells)


def test_every_row_names_its_case_study_so_that_excel_can_sort_and_filter(study, path):
    export(study, path)
    first = [row[0] for row in table(path)[1:]]
    assert [each.split("\n")[0] if each else each for each in first] == ["Area 1", "Area 1", "Area 2", "No case study"]
    assert len(set(first)) == 3
    sheet = opened(path).worksheets[1]
    assert sheet.auto_filter.ref == f"A3:{sheet.dimensions.split(':')[1]}"
    assert sheet["A4"].font.b
    assert not sheet["A5"].font.b


def test_the_first_columns_say_interview_organisation_and_role(study, path):
    export(study, path)
    rows = table(path)
    assert rows[0][:4] == ["Case study", "Interview", "Organisation", "Role"]
    assert rows[2][1:4] == ["I02", "trust", "Named Nurse\nNamed Midwife\nFoundation trust: yes"]


def test_header_and_first_columns_stay_in_view_and_in_print(study, path):
    export(study, path)
    sheet = opened(path).worksheets[1]
    assert sheet.freeze_panes == "E4"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$3:$3", "$A:$D")


def test_a_cell_sets_its_kinds_of_statement_apart(study, path):
    export(study, path)
    cell = opened(path, rich_text=True).worksheets[1]["F5"].value
    assert isinstance(cell, CellRichText)
    italic = [piece.text.strip() for piece in cell if not isinstance(piece, str) and piece.font.i]
    assert italic == ["“you never know”", "‘it's the tenth you do it for’"]
    assert "Note: Compare with I03." in str(cell)


def test_every_run_names_its_face(study, path):
    export(study, path)
    cell = opened(path, rich_text=True).worksheets[1]["F5"].value
    assert {piece.font.rFont for piece in cell if not isinstance(piece, str)} == {"Arial"}


def test_references_follow_their_statement(study, path):
    export(study, path)
    assert "‘it's the tenth you do it for’ (¶2, 0:01:11)" in table(path)[2][5]


def test_notes_and_references_are_left_out_by_choice(study, path):
    export(study, path, has_notes=False, has_references=False)
    assert table(path)[2][5] == (
        "Reads each sheet, since “you never know”; the lists stay apart.\n‘it's the tenth you do it for’"
    )


@pytest.fixture
def tagged(study):
    """Return the study with a tag on a statement of I02."""
    tag_a_cell(study, "Area 1")
    return study


def test_tags_stand_behind_their_statement_and_are_explained(tagged, path):
    export(tagged, path)
    found = texts(path)
    assert any(" #Area 1\n" in text for text in found)
    assert "A statement #tag" in found


def test_tags_are_left_out_by_choice_and_the_first_sheet_says_so(tagged, path):
    export(tagged, path, has_tags=False)
    found = texts(path)
    assert not any("#" in text for text in found)
    assert "tags" in found


def test_without_tags_nothing_is_said_of_them(study, path):
    export(study, path, has_tags=False)
    assert not any("tag" in text for text in texts(path))


def test_a_tag_that_tells_an_area_has_a_neutral_name_in_a_public_export(tagged, path):
    assert export(tagged, path, is_public=True) == []
    with zipfile.ZipFile(path) as book:
        content = b"".join(book.read(name) for name in book.namelist())
    assert b"Area 1" not in content
    assert b"[Case study" in content


def test_the_reason_of_an_empty_cell_stands_in_grey_words(study, path):
    export(study, path)
    cell = opened(path).worksheets[1]["F4"]
    assert cell.value == "not asked"
    assert cell.font.color.rgb == "008A9299"


def test_states_differ_in_the_line_of_their_edge(study, path):
    export(study, path)
    sheet = opened(path).worksheets[1]
    assert [sheet[place].border.left.style for place in ("F4", "F5", "F6", "F7")] == [
        "thin",
        "thick",
        "mediumDashed",
        "dotted",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "＝1", "#N/A", '=HYPERLINK("http://x")'])
def test_text_stays_text(study, path, text):
    study.chart("I04", "1.1", ("summary", text))
    study.project.change(CaseStudy, study["area2"], label=text)
    study.project.change(Theme, study["theme2"], title=text)
    export(study, path)
    sheet = opened(path).worksheets[1]
    for place in ("E7", "A6"):
        assert sheet[place].data_type == "s"
        assert sheet[place].quotePrefix == (text[0] != "#")
    assert sheet["E7"].value == text


def test_codes_of_letters_are_shown_as_they_were_written(study, path):
    study.chart("I04", "1.1", ("summary", "see _x0041_ there"))
    export(study, path)
    with zipfile.ZipFile(path) as book:
        assert b"see _x005F_x0041_ there" in book.read("xl/worksheets/sheet2.xml")


def test_characters_that_no_file_can_hold_are_told(study, path):
    study.chart("I04", "1.1", ("summary", "bell\x07 and \ufffe end"))
    warnings = export(study, path)
    assert "bell and  end" in texts(path)
    assert warnings == [
        "One text was written without control characters that no office file can hold; the project keeps them."
    ]


def continued(path, column):
    rows = [row for row in table(path)[1:] if row[1] and row[1].split("\n")[0] == "I04"]
    return [row[1] for row in rows], "".join(row[column] or "" for row in rows)


@pytest.mark.parametrize("text", ["word " * 8_000, "x" * 40_000, "🙂" * 20_000])
def test_a_text_that_no_cell_holds_goes_on_below_without_loss(study, path, text):
    study.chart("I04", "1.1", ("summary", text))
    warnings = export(study, path)
    labels, shown = continued(path, 4)
    assert labels[1] == "I04\n(continued)"
    whole = shown.replace("(continued) ", "").replace(" (continued below)", "")
    assert whole == text.strip()
    assert warnings == ["I04 1.1 is longer than one Excel cell can hold: it goes on in the row below."]


def test_no_row_is_higher_than_excel_allows(study, path):
    study.chart("I04", "1.1", ("summary", "A line of it.\n" * 300))
    export(study, path)
    heights = [each.height for each in opened(path).worksheets[1].row_dimensions.values()]
    assert max(heights) <= 409
    assert continued(path, 4)[1].count("A line of it.") == 300


def test_a_row_is_high_enough_for_its_fullest_cell(study, path):
    study.chart("I04", "1.1", ("summary", "word " * 100))
    export(study, path)
    sheet = opened(path).worksheets[1]
    assert sheet.row_dimensions[7].height > 10 * sheet.row_dimensions[6].height / 3


def test_long_and_forbidden_names_are_mapped_and_listed(study, path):
    title = "A/B: what [everybody] said about referral and feedback"
    study.project.change(Theme, study["theme1"], title=title)
    export(study, path)
    book = opened(path)
    assert book.sheetnames[1] == "1 A B what everybody said…"
    assert any("sheet “1 A B what everybody said…”" in text for text in texts(path))
    assert title in texts(path)


def test_a_cell_in_conflict_is_told(study, path, monkeypatch):
    cell_id = study.read.cell(study["I02"], study["1.2"]).id
    monkeypatch.setattr(study.read, "conflicted_ids", lambda: {cell_id})
    assert export(study, path) == ["I02 1.2 has two versions that nobody has chosen between: one was written."]


def test_filtered_rows_are_said_in_words(study, path):
    row_filter = RowFilter(case_study_ids=frozenset({study["area1"]}))
    export(study, path, row_filter, filter_words="case study is Area 1")
    assert "Joint working & care · 2 of 4 interviews: case study is Area 1" in texts(path)
    assert "2 of 4 in 1 case study: case study is Area 1" in texts(path)


def test_a_theme_without_rows_says_so(study, path):
    export(study, path, RowFilter(text="never said"))
    assert table(path)[1][0] == "No interviews."


@pytest.mark.parametrize("word", ["Area", "I02", "Named", "Hospital A", "hospital team", "Foundation"])
def test_the_public_profile_shows_no_area_code_or_role(study, path, word):
    export(study, path, is_public=True, has_notes=False)
    assert not [text for text in texts(path) if word in text]


def test_the_public_profile_keeps_the_kind_of_organisation(study, path):
    export(study, path, is_public=True)
    rows = table(path)
    assert rows[0][:3] == ["Case study", "Interview", "Organisation"]
    assert sorted(row[2] or "" for row in rows[1:]) == ["", "local authority", "trust", "trust"]


def test_cells_that_name_an_interview_name_it_neutrally_to_the_public(study, path):
    assert export(study, path, is_public=True) == []
    with zipfile.ZipFile(path) as book:
        content = b"".join(book.read(name) for name in book.namelist())
    assert b"I03" not in content
    assert b"Compare with [" in content


def test_nothing_in_the_file_says_who_made_it(study, path):
    study.project.change(Extract, study["tenth"], text="somewhere else")
    export(study, path)
    with zipfile.ZipFile(path) as book:
        content = b"".join(book.read(name) for name in book.namelist())
        names = book.namelist()
    for word in ("openpyxl", "Ann Marsh", getpass.getuser(), str(Path.home()), "I02.docx", str(path.parent)):
        assert word == "root" or word.encode() not in content
    assert not [name for name in names if "comment" in name or "custom" in name]
    assert {sheet.sheet_state for sheet in opened(path)} == {"visible"}


def test_what_stood_there_stays_if_it_cannot_be_replaced(study, tmp_path):
    with pytest.raises(ExportError):
        export(study, tmp_path / "missing" / "matrices.xlsx")


def test_a_failure_half_way_leaves_the_old_file(study, path, monkeypatch):
    path.write_bytes(b"old")
    monkeypatch.setattr("framework_qda.io.xlsx_sheet.MatrixSheet.write", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        export(study, path)
    assert path.read_bytes() == b"old"
    assert [each.name for each in path.parent.glob("*matrices*")] == ["matrices.xlsx"]


@pytest.mark.parametrize("is_failing", [False, True])
def test_no_temporary_file_keeps_what_people_said(study, path, monkeypatch, tmp_path_factory, is_failing):
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    if is_failing:
        monkeypatch.setattr("openpyxl.Workbook.save", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            export(study, path)
    else:
        export(study, path)
    assert list(folder.iterdir()) == []


def test_many_interviews_stay_in_their_bands(study, path):
    with study.project.bundle():
        for number in range(40):
            study.add(f"X{number}", Interview, code=f"X{number}", case_study_id=study["area1"])
    export(study, path)
    assert [row[1] for row in table(path)[1:]][40:] == ["X38", "X39", "I03", "I04"]
