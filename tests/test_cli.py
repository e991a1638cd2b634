"""The commands do what they say, refuse with a sentence, and say with their exit code how it went."""

import json
import zipfile

import pytest
from click.testing import CliRunner

from framework_qda import open_project
from framework_qda.cli import main
from framework_qda.model import Analyst, CaseStudy, Interview, Marks, Statement, Subtopic, Tag


def run(*arguments):
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def closed(project, project_path):
    project.close()
    return project_path


def test_help_names_every_command():
    help_text = run("--help").output
    for command in ("new", "open", "sample", "import-notes", "export", "check", "history", "restore"):
        assert command in help_text


@pytest.mark.parametrize("command", ["new", "open", "sample", "import-notes", "export", "check", "history", "restore"])
def test_every_command_explains_itself(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 5


def test_new_makes_a_project(tmp_path):
    path = tmp_path / "new.fqda"
    assert run("new", path, "--title", "A study", "--analyst", "Ann Marsh").exit_code == 0
    with open_project(path) as project:
        assert project.read.study().title == "A study"


def test_new_overwrites_nothing(closed):
    before = closed.read_bytes()
    result = run("new", closed, "--title", "A study", "--analyst", "Ann Marsh")
    assert result.exit_code == 1
    assert "exists already" in result.output
    assert closed.read_bytes() == before


def test_import_notes_puts_files_into_their_interviews(closed, tmp_path):
    file = tmp_path / "I01 follow-up.txt"
    file.write_text("[00:00:05] INT: And then?\n\n[00:00:09] R: Nothing came of it.\n", encoding="utf-8")
    result = run("import-notes", closed, file)
    assert (result.exit_code, "2 paragraphs into I01" in result.output) == (0, True)
    with open_project(closed) as project:
        assert len(project.read.documents(project.read.all(Interview)[0].id)) == 2


def test_import_notes_begins_new_interviews_where_that_is_asked(closed, tmp_path):
    files = [tmp_path / "I29 ward.txt", tmp_path / "letter.txt"]
    for number, file in enumerate(files):
        file.write_text(f"Words {number}.\n")
    assert "--new" in run("import-notes", closed, *files).output
    result = run("import-notes", closed, *files, "--new", "--case-study", "Area 13")
    assert "1 paragraphs into I29, a new interview." in result.output
    with open_project(closed, read_only=True) as project:
        area = project.read.all(CaseStudy)[-1]
        assert (area.label, [each.code for each in project.read.interviews(area.id)]) == ("Area 13", ["I29", "I30"])


def test_import_notes_is_kept_in_the_analysts_name(closed, tmp_path):
    with open_project(closed) as project:
        project.add(Analyst, name="Joss Tarvick", initials="JT")
    file = tmp_path / "I01 more.txt"
    file.write_text("Some words.", encoding="utf-8")
    assert run("import-notes", closed, file, "--analyst", "jt").exit_code == 0
    assert "Joss Tarvick  Import of notes" in run("history", closed, "--limit", 1).output


def test_import_notes_by_an_unknown_analyst_is_refused(closed, tmp_path):
    file = tmp_path / "I01 more.txt"
    file.write_text("Some words.", encoding="utf-8")
    result = run("import-notes", closed, file, "--analyst", "Nobody")
    assert (result.exit_code, "Ann Marsh" in result.output) == (1, True)


def test_import_notes_imports_all_or_nothing(closed, tmp_path):
    good, bad = tmp_path / "I01.txt", tmp_path / "unknown.txt"
    for file in (good, bad):
        file.write_text("Some words.", encoding="utf-8")
    result = run("import-notes", closed, good, bad)
    assert (result.exit_code, "unknown.txt" in result.output) == (1, True)
    with open_project(closed) as project:
        assert len(project.read.documents(project.read.all(Interview)[0].id)) == 1


def test_export_writes_all_three(closed, tmp_path):
    xlsx, docx, json_path = (tmp_path / name for name in ("m.xlsx", "q.docx", "e.json"))
    result = run("export", closed, "--matrices", xlsx, "--quotes", docx, "--json", json_path)
    assert result.exit_code == 0, result.output
    assert zipfile.is_zipfile(xlsx)
    assert zipfile.is_zipfile(docx)
    assert json.loads(json_path.read_text(encoding="utf-8"))["interviews"][0]["code"] == "I01"


@pytest.mark.parametrize(("option", "is_there"), [("--tags", True), ("--no-tags", False)])
def test_export_writes_tags_into_matrices_unless_they_are_not_wanted(closed, tmp_path, option, is_there):
    with open_project(closed) as project:
        place = (project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id)
        tag_id = project.add(Tag, label="consent").new_id
        project.chart(*place, [Statement("s", "summary", "Asks.", marks=Marks(tags=(tag_id,)))])
    assert run("export", closed, "--matrices", tmp_path / "m.xlsx", option).exit_code == 0
    with zipfile.ZipFile(tmp_path / "m.xlsx") as book:
        assert any(b"#consent" in book.read(name) for name in book.namelist()) is is_there


def test_export_writes_reports(closed, tmp_path):
    paths = [tmp_path / name for name in ("sample.docx", "framework.docx", "methods.txt")]
    options = ("--sample-table", paths[0], "--framework-list", paths[1], "--methods", paths[2], "--guidance")
    assert run("export", closed, *options).exit_code == 0
    assert [zipfile.is_zipfile(path) for path in paths] == [True, True, False]
    assert "one interview" in paths[2].read_text(encoding="utf-8-sig")


def test_export_writes_pages_without_a_window(closed, tmp_path, qapp):
    pages, sample = tmp_path / "pages.pdf", tmp_path / "sample.pdf"
    assert run("export", closed, "--pages", pages, "--sample-table", sample, "--paper", "A4").exit_code == 0
    assert [path.read_bytes()[:5] for path in (pages, sample)] == [b"%PDF-", b"%PDF-"]


@pytest.mark.parametrize("name", ["cases.docx", "cases.pdf"])
def test_export_writes_case_sheets(closed, tmp_path, qapp, name):
    assert run("export", closed, "--case-sheets", tmp_path / name, "--no-notes").exit_code == 0
    assert (tmp_path / name).stat().st_size > 500


@pytest.mark.parametrize("name", ["themes.docx", "themes.pdf"])
def test_export_writes_theme_sheets(closed, tmp_path, qapp, name):
    assert run("export", closed, "--theme-sheets", tmp_path / name, "--public").exit_code == 0
    assert (tmp_path / name).stat().st_size > 500


def test_export_of_verdicts_that_nobody_set_is_refused(closed, tmp_path):
    result = run("export", closed, "--verdicts", tmp_path / "v.xlsx")
    assert (result.exit_code, "No verdict has been set" in result.output) == (1, True)


@pytest.mark.parametrize("name", ["map.svg", "map.png", "map.xlsx"])
def test_export_writes_the_map(closed, tmp_path, qapp, name):
    assert run("export", closed, "--map", tmp_path / name).exit_code == 0
    assert (tmp_path / name).stat().st_size > 500


def test_export_in_public_names_no_area(closed, tmp_path):
    sheet, book = tmp_path / "sample.txt", tmp_path / "matrices.xlsx"
    assert run("export", closed, "--sample-table", sheet, "--matrices", book, "--public").exit_code == 0
    assert "Area 1" not in sheet.read_text(encoding="utf-8-sig")
    with zipfile.ZipFile(book) as package:
        assert not [name for name in package.namelist() if b"Area 1" in package.read(name)]


def test_export_to_an_unknown_format_is_refused(closed, tmp_path):
    result = run("export", closed, "--methods", tmp_path / "methods.odt")
    assert (result.exit_code, "must be one of" in result.output) == (1, True)


def test_export_changes_nothing_in_the_project(closed, tmp_path):
    before = closed.read_bytes()
    run("export", closed, "--matrices", tmp_path / "m.xlsx")
    assert closed.read_bytes() == before


def test_export_of_nothing_is_a_question(closed):
    result = run("export", closed)
    assert result.exit_code == 2
    assert "Say what to export" in result.output


def test_export_into_a_missing_folder_is_refused(closed, tmp_path):
    result = run("export", closed, "--json", tmp_path / "nowhere" / "e.json")
    assert result.exit_code == 1
    assert "Error" in result.output


def test_check_says_that_a_project_is_sound(closed):
    result = run("check", closed)
    assert (result.exit_code, "is sound: 1 interviews" in result.output) == (0, True)


def test_check_finds_changed_state(closed):
    import sqlite3

    connection = sqlite3.connect(closed)
    connection.execute("update theme set title = 'forged'")
    connection.commit()
    connection.close()
    result = run("check", closed)
    assert result.exit_code == 3
    assert "is not what its entries say" in result.output


def test_check_of_another_file_is_refused(tmp_path):
    path = tmp_path / "text.fqda"
    path.write_text("hello")
    result = run("check", path)
    assert (result.exit_code, "is not a Framework QDA project" in result.output) == (1, True)


def test_history_lists_the_last_steps(closed):
    output = run("history", closed, "--limit", 2).output.splitlines()
    assert len(output) == 2
    assert "Ann Marsh  Import of notes" in output[0]


def test_restore_lists_and_copies_out(closed, tmp_path):
    listed = run("restore", closed)
    assert "before import" in listed.output
    target = tmp_path / "back.fqda"
    assert run("restore", closed, "--number", 1, "--to", target).exit_code == 0
    with open_project(target) as project:
        assert project.verify() == []


def test_restore_overwrites_nothing(closed):
    before = closed.read_bytes()
    result = run("restore", closed, "--number", 1, "--to", closed)
    assert (result.exit_code, "exists already" in result.output) == (1, True)
    assert closed.read_bytes() == before


def test_restore_works_for_a_damaged_project(closed, tmp_path):
    with closed.open("r+b") as file:
        file.seek(4096 * 9)
        file.write(b"\xff" * 4096)
    assert "before import" in run("restore", closed).output


def test_restore_of_an_unknown_number_is_refused(closed):
    result = run("restore", closed, "--number", 99)
    assert (result.exit_code, "There is no back-up number 99" in result.output) == (1, True)
