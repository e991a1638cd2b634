import threading
import zipfile

import pytest

from framework_qda.errors import ExportError, ProjectFileError
from framework_qda.model import Attribute, CaseStudy, Extract, Interview, Study
from framework_qda.ui.exporting import commands
from framework_qda.ui.exporting.commands import export_project
from framework_qda.ui.exporting.dialog import ExportDialog
from framework_qda.ui.exporting.kinds import JSON, MAP, MATRICES, QUOTES, REPORTS, SAMPLE, report_kind
from framework_qda.ui.worker import CancelledError, Progress


def quiet():
    return Progress(lambda done, total: None, lambda found: None)


def write_words(reader, path, options):
    path.write_text(reader.study().title + options.get("more", ""))
    return ["look at it"]


def test_an_export_reads_the_project_and_returns_its_warnings(project, tmp_path):
    target = tmp_path / "out.txt"
    warnings = export_project(project.path, target, write_words, {"more": "!"}, quiet())
    assert (target.read_text(), warnings) == ("A study!", ["look at it"])


def test_a_cancelled_export_leaves_what_stood_there(project, tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("before")
    progress = quiet()

    def write_and_be_cancelled(reader, path, options):
        progress.stop()
        return write_words(reader, path, options)

    with pytest.raises(CancelledError):
        export_project(project.path, target, write_and_be_cancelled, {}, progress)
    assert (target.read_text(), [path.name for path in tmp_path.glob("*out*")]) == ("before", ["out.txt"])


def test_the_project_can_be_changed_while_it_is_exported(open_window, tmp_path, qtbot):
    begun, go_on = threading.Event(), threading.Event()

    def write_slowly(reader, path, options):
        begun.set()
        go_on.wait(5)
        return write_words(reader, path, options)

    project = open_window.project
    target = tmp_path / "out.txt"
    open_window.tasks.run(
        "Writing…", lambda progress: export_project(project.path, target, write_slowly, {}, progress), lambda _: None
    )
    assert begun.wait(5)
    open_window.operations.run(
        lambda project: project.change(type(project.read.study()), project.read.study().id, title="New")
    )
    assert project.read.study().title == "New"
    go_on.set()
    qtbot.waitUntil(lambda: not open_window.tasks.running)


@pytest.mark.parametrize("kind", [MATRICES, QUOTES, JSON, MAP, *REPORTS.values()])
def test_every_dialog_proposes_a_file_with_its_ending(qtbot, tmp_path, kind):
    dialog = ExportDialog(kind, tmp_path, "Wards")
    qtbot.addWidget(dialog)
    assert dialog.place.path == tmp_path / f"Wards {kind.file_words}{kind.suffix}"


@pytest.mark.parametrize("kind", [MATRICES, QUOTES, JSON, MAP, *REPORTS.values()])
def test_every_dialog_begins_with_its_defaults(qtbot, tmp_path, kind):
    dialog = ExportDialog(kind, tmp_path, "Wards")
    qtbot.addWidget(dialog)
    assert dialog.options == dict(kind.defaults)


def test_the_name_of_the_file_tells_no_area(open_window, dialogs):
    def retitle(project):
        project.add(CaseStudy, label="Area 8")
        return project.change(Study, project.read.study().id, title="Meals in Area 8")

    open_window.operations.run(retitle)
    names = []

    def look(dialog):
        names.append(dialog.place.path.name)
        dialog.reject()

    dialogs.expect(look)
    open_window.menus.action("window.export_matrices").trigger()
    assert "Area 8" not in names[0]
    assert names[0].startswith("Meals in Case study ")


def test_the_file_follows_the_format_that_is_chosen(qtbot, tmp_path):
    dialog = ExportDialog(SAMPLE, tmp_path, "Wards")
    qtbot.addWidget(dialog)
    field = dialog.form.fields["format"].widget
    field.setCurrentIndex(2)
    dialog.form.edited.emit("format", dialog.form.fields["format"].take())
    assert dialog.place.path == tmp_path / "Wards sample.txt"
    assert dialog.options == {"is_public": True}


def test_an_existing_file_is_asked_about(qtbot, tmp_path, dialogs):
    dialog = ExportDialog(JSON, tmp_path, "Wards")
    qtbot.addWidget(dialog)
    dialog.place.path.touch()
    dialogs.expect(lambda box: box.reject())
    dialog.accept()
    assert dialog.result() == 0


def test_a_folder_that_is_not_there_is_refused(qtbot, tmp_path):
    dialog = ExportDialog(JSON, tmp_path / "gone", "Wards")
    qtbot.addWidget(dialog)
    dialog.accept()
    assert "does not exist" in dialog.problem.text()


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("matrices", "A study matrices.xlsx"),
        ("quotes", "A study quotations.docx"),
        ("sample", "A study sample.docx"),
        ("framework", "A study framework.docx"),
        ("methods", "A study methods.docx"),
        ("cases", "A study case sheets.docx"),
        ("themes", "A study theme sheets.docx"),
        ("map", "A study map.svg"),
        ("json", "A study everything.json"),
    ],
)
def test_every_export_writes_its_file_and_says_where(open_window, dialogs, tmp_path, qtbot, command, name):
    open_window.settings.folder = tmp_path
    dialogs.expect(lambda dialog: dialog.accept())
    open_window.menus.action(f"window.export_{command}").trigger()
    qtbot.waitUntil(lambda: bool(open_window.messages.messages()), timeout=10_000)
    assert str(tmp_path / name) in open_window.messages.messages()[-1].words
    assert (tmp_path / name).stat().st_size > 0


def test_the_options_reach_the_workbook(open_window, dialogs, tmp_path, qtbot):
    open_window.settings.folder = tmp_path

    def choose_team(dialog):
        dialog.form.fields["is_public"].widget.setCurrentIndex(1)
        dialog.accept()

    for answer, is_told in ((lambda dialog: dialog.accept(), False), (choose_team, True)):
        dialogs.expect(answer)
        open_window.menus.action("window.export_matrices").trigger()
        qtbot.waitUntil(lambda: bool(open_window.messages.messages()), timeout=10_000)
        with zipfile.ZipFile(tmp_path / "A study matrices.xlsx") as book:
            words = b"".join(book.read(name) for name in book.namelist())
        assert (b"I01" in words, b"Area 1" in words) == (is_told, is_told)
        open_window.messages.clear()
        (tmp_path / "A study matrices.xlsx").unlink()


def test_what_was_chosen_is_proposed_again_for_this_export_alone(open_window, dialogs, tmp_path, qtbot):
    open_window.settings.folder = tmp_path
    seen = []

    def choose_team(dialog):
        dialog.form.fields["is_public"].widget.setCurrentIndex(1)
        dialog.form.fields["format"].widget.setCurrentIndex(2)
        dialog.form.edited.emit("format", dialog.form.fields["format"].take())
        dialog.accept()

    def look(dialog):
        seen.append((dialog.options["is_public"], dialog.place.path.suffix))
        dialog.reject()

    for answer in (choose_team, look):
        dialogs.expect(answer)
        open_window.menus.action("window.export_sample").trigger()
    dialogs.expect(look)
    open_window.menus.action("window.export_quotes").trigger()
    qtbot.waitUntil(lambda: not open_window.tasks.running, timeout=10_000)
    assert seen == [(False, ".txt"), (True, ".docx")]


@pytest.mark.parametrize("remembered", ["nonsense", "[1]", '{"is_public": "perhaps", "format": ".exe", "other": true}'])
def test_what_cannot_be_chosen_is_not_proposed(qtbot, tmp_path, remembered):
    dialog = ExportDialog(SAMPLE, tmp_path, "Wards", remembered=remembered)
    qtbot.addWidget(dialog)
    assert (dialog.options, dialog.place.path.suffix) == ({"is_public": True}, ".docx")


def test_quotations_without_an_attribution_are_told_before_they_are_written(open_window, dialogs, tmp_path, qtbot):
    project = open_window.project
    interview = project.read.all(Interview)[0]
    project.add(Extract, interview_id=interview.id, text="Well, no.", is_starred=True)
    told = []

    def look(dialog):
        qtbot.waitUntil(lambda: bool(dialog.advice.text()))
        told.append(dialog.advice.text())
        dialog.mend_button.click()
        qtbot.waitUntil(lambda: not dialog.advice.text())
        dialog.reject()

    def mend(dialog):
        assert dialog.form.fields["attribution_template"].widget.placeholderText().startswith("left empty, it is {")
        dialog.form.fields["attribution_template"].widget.setText("an interviewee")
        dialog.accept()

    dialogs.expect(look)
    dialogs.expect(mend)
    open_window.menus.action("window.export_quotes").trigger()
    assert told[0].startswith("The quotation has no attribution: the template")


@pytest.mark.parametrize(
    ("command", "format_place", "name", "beginning"),
    [("sample", 1, "A study sample.pdf", b"%PDF-"), ("map", 1, "A study map.png", b"\x89PNG")],
)
def test_what_only_the_window_can_draw_is_written_too(
    open_window, dialogs, tmp_path, qtbot, command, format_place, name, beginning
):
    open_window.settings.folder = tmp_path

    def choose(dialog):
        field = dialog.form.fields["format"]
        field.widget.setCurrentIndex(format_place)
        dialog.form.edited.emit("format", field.take())
        dialog.accept()

    dialogs.expect(choose)
    open_window.menus.action(f"window.export_{command}").trigger()
    qtbot.waitUntil(lambda: bool(open_window.messages.messages()), timeout=10_000)
    assert (tmp_path / name).read_bytes().startswith(beginning)


def test_theme_sheets_are_grouped_by_what_the_project_knows(project):
    project.add(Attribute, label="Service model")
    (grouping,) = [field for field in report_kind("themes", project.read).fields if field.name == "group_by"]
    assert [words for _, words in grouping.choices] == ["case study", "kind of organisation", "Service model"]


def test_what_is_not_there_yet_is_told(open_window, dialogs, tmp_path, qtbot):
    open_window.settings.folder = tmp_path
    dialogs.expect(lambda dialog: dialog.accept())
    open_window.menus.action("window.export_verdicts").trigger()
    qtbot.waitUntil(lambda: bool(open_window.messages.messages()), timeout=10_000)
    assert open_window.messages.messages()[-1].words.startswith("No verdict has been set yet.")
    assert list(tmp_path.glob("*.xlsx")) == []


def test_why_an_export_failed_is_told(open_window, dialogs, tmp_path, qtbot, monkeypatch):
    def fail(reader, path, options):
        raise ExportError("There is no room left.")

    monkeypatch.setattr(commands, "write_json", fail)
    open_window.settings.folder = tmp_path
    dialogs.expect(lambda dialog: dialog.accept())
    open_window.menus.action("window.export_json").trigger()
    qtbot.waitUntil(lambda: bool(open_window.messages.messages()), timeout=10_000)
    assert open_window.messages.messages()[-1].words == "There is no room left."


def test_a_look_ahead_that_fails_says_why(qtbot, tmp_path):
    def check(_options):
        raise ProjectFileError("The project file is gone.")

    dialog = ExportDialog(QUOTES, tmp_path, "Wards", check=check)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.problem.text() == "The project file is gone.")
