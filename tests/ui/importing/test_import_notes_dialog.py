import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from framework_qda.errors import RefusedError
from framework_qda.model import CaseStudy, Document, Interview
from framework_qda.project import Project, create_project
from framework_qda.ui.importing import ImportNotesDialog
from framework_qda.ui.importing.files_table import FILE, INTERVIEW, KIND, NEW_INTERVIEW, NOT_IMPORTED, REMARKS, SPEAKERS
from framework_qda.ui.operations import Operations
from framework_qda.ui.worker import Progress

TEXT = b"[00:00:12] INT: You have read the sheet?\n\n[00:00:20] R: Yes.\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with create_project(tmp_path / "study.fqda", title="Study", analyst_name="Analyst") as made:
        area = made.add(CaseStudy, label="Area 1").new_id
        for code in ("I01", "I02"):
            made.add(Interview, code=code, case_study_id=area)
        yield made


@pytest.fixture
def put(tmp_path):
    def put(name, data=TEXT):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return put


@pytest.fixture
def open_dialog(project, qtbot):
    def open_dialog(*paths):
        dialog = ImportNotesDialog(project, Operations(project), None, paths)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        qtbot.waitUntil(lambda: not dialog.plan.is_reading)
        return dialog

    return open_dialog


def cell(dialog, row, column):
    widget = dialog.table.cellWidget(row, column)
    return widget.currentText() if widget is not None else dialog.table.item(row, column).text()


def choose(dialog, row, column, words):
    combo = dialog.table.cellWidget(row, column)
    place = combo.findText(words)
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


@pytest.fixture
def go_on(qtbot):
    def go_on(dialog):
        dialog.accept_button.click()
        qtbot.waitUntil(lambda: dialog._writing is None)

    return go_on


def test_without_files_nothing_can_be_imported(open_dialog):
    dialog = open_dialog()
    assert (dialog.accept_button.text(), dialog.accept_button.isEnabled()) == ("Import", False)


def test_a_file_is_a_row_with_its_interview_kind_and_counts(open_dialog, put):
    dialog = open_dialog(put("I01 transcript.txt"))
    row = [cell(dialog, 0, column) for column in range(dialog.table.columnCount())]
    assert row == ["I01 transcript.txt", "I01 · Area 1", "Transcript", "", "2", "6", "2", "INT, R"]


def test_the_button_says_what_will_happen_and_it_happens_as_one_action(open_dialog, put, project, go_on):
    dialog = open_dialog(put("I01.txt"), put("I02.txt", b"Other words.\n"))
    assert dialog.accept_button.text() == "Import 2 documents"
    go_on(dialog)
    assert len(project.read.all(Document)) == 2
    project.undo()
    assert project.read.all(Document) == []


def test_a_file_can_be_left_out_and_sent_elsewhere(open_dialog, put, project, go_on):
    dialog = open_dialog(put("I01.txt"), put("other.txt", b"Other words.\n"))
    choose(dialog, 0, INTERVIEW, NOT_IMPORTED)
    choose(dialog, 1, INTERVIEW, "I02 · Area 1")
    choose(dialog, 1, KIND, "Observation")
    go_on(dialog)
    documents = project.read.all(Document)
    assert [(each.file_name, each.kind) for each in documents] == [("other.txt", "observation")]


def test_the_preview_shows_the_chosen_file(open_dialog, put):
    dialog = open_dialog(put("I01.txt"), put("I02.txt", b"Other words.\n"))
    dialog.table.setCurrentCell(1, FILE)
    assert [line.text for line in dialog.preview.notes.lines] == ["Other words."]
    assert dialog.preview.title.text() == "I02.txt"


def test_a_file_that_cannot_be_read_says_why(open_dialog, put):
    dialog = open_dialog(put("I01.docx", b"<html></html>"))
    assert cell(dialog, 0, REMARKS) == "Cannot be read"
    assert "it is a web page" in dialog.preview.remarks.text()
    assert not dialog.accept_button.isEnabled()


def test_another_encoding_reads_the_file_again(open_dialog, put, qtbot):
    dialog = open_dialog(put("I01.txt", "žluťoučký".encode("cp1250")))
    assert "Windows-1252" in dialog.preview.remarks.text()
    place = dialog.preview.encoding.findData("cp1250")
    dialog.preview.encoding.activated.emit(place)
    qtbot.waitUntil(lambda: not dialog.plan.is_reading)
    assert [line.text for line in dialog.preview.notes.lines] == ["žluťoučký"]


def test_the_encoding_is_asked_of_text_files_only(open_dialog, put):
    from tests.io.docx_files import paragraphs

    dialog = open_dialog(put("I01.docx", paragraphs("Words.")))
    assert not dialog.preview.encoding.isVisible()


def test_dropped_files_are_taken(open_dialog, put, qtbot):
    dialog = open_dialog()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(put("I01.txt")))])
    none = Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    qtbot.waitUntil(lambda: not dialog.plan.is_reading)
    assert cell(dialog, 0, FILE) == "I01.txt"


def test_of_a_folder_the_notes_in_it_are_taken(open_dialog, put, tmp_path):
    (tmp_path / "folder").mkdir()
    put("folder/I02.txt")
    put("folder/picture.png")
    put("folder/~$I02.docx")
    dialog = open_dialog(tmp_path / "folder")
    assert [file.path.name for file in dialog.plan.files] == ["I02.txt"]


def test_files_are_asked_for(open_dialog, put, dialogs, qtbot):
    dialog = open_dialog()
    dialogs.expect_path([put("I01.txt")])
    dialog.choose_button.click()
    qtbot.waitUntil(lambda: not dialog.plan.is_reading)
    assert cell(dialog, 0, SPEAKERS) == "INT, R"


def test_a_refusal_is_told_in_the_dialog_which_stays(open_dialog, put, project, monkeypatch, go_on):
    def refuse(_project, _assigned):
        raise RefusedError("An interview is no longer there.")

    dialog = open_dialog(put("I01.txt"))
    monkeypatch.setattr(Project, "import_notes", refuse)
    go_on(dialog)
    assert dialog.isVisible()
    assert dialog.problem.text() == "An interview is no longer there."


def test_a_project_without_interviews_gets_them_with_the_notes(qtbot, tmp_path, put):
    with create_project(tmp_path / "empty.fqda", title="Study", analyst_name="Analyst") as project:
        dialog = ImportNotesDialog(project, Operations(project), None, [put("ward sister.txt")])
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not dialog.plan.is_reading)
        assert dialog.accept_button.text() == "Import 1 document, 1 new interview"
        dialog.accept_button.click()
        qtbot.waitUntil(lambda: not dialog.isVisible())
        assert dialog.imported == "2 paragraphs imported into I01, a new interview."
        assert [each.code for each in project.read.all(Interview)] == ["I01"]
        project.undo()
        assert (project.read.all(Interview), project.read.all(Document)) == ([], [])


def new_of(dialog, place):
    new = dialog.plan.files[place].new
    return (new.code, new.case_study) if new else None


def test_a_file_begins_a_new_interview_where_somebody_wants_it(open_dialog, put, qtbot):
    dialog = open_dialog(put("I02.txt"))
    assert not dialog.preview.new_interview.isVisible()
    choose(dialog, 0, INTERVIEW, NEW_INTERVIEW)
    form = dialog.preview.new_interview
    assert (form.isVisible(), form.code.text()) == (True, "I03")
    assert dialog.table.cellWidget(0, INTERVIEW).words == "New: I03"


def test_code_and_case_study_of_a_new_interview_are_written_beside_its_words(open_dialog, put, project, go_on):
    dialog = open_dialog(put("I07.txt"))
    form = dialog.preview.new_interview
    for line, words in ((form.code, "W07"), (form.case_study, "area 1")):
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, words)
        form.case_study.completer().popup().hide()
        QTest.keyClick(line, Qt.Key.Key_Tab)
    assert new_of(dialog, 0) == ("W07", "Area 1")
    go_on(dialog)
    area = project.read.all(CaseStudy)[0].id
    assert [each.code for each in project.read.interviews(area)] == ["I01", "I02", "W07"]


def test_all_new_interviews_go_to_a_new_case_study_by_one_click(open_dialog, put, project, go_on):
    dialog = open_dialog(put("I07.txt"), put("I08.txt", b"Other words.\n"), put("I01.txt", b"And others.\n"))
    form = dialog.preview.new_interview
    form.case_study.setText("Area 2")
    form.for_all.click()
    assert [new_of(dialog, place) for place in range(3)] == [("I07", "Area 2"), ("I08", "Area 2"), None]
    assert dialog.table.cellWidget(1, INTERVIEW).words == "New: I08 · Area 2 (new)"
    go_on(dialog)
    assert [each.label for each in project.read.all(CaseStudy)] == ["Area 1", "Area 2"]


def test_what_is_being_typed_is_imported(open_dialog, put, project, go_on):
    dialog = open_dialog(put("I07.txt"))
    dialog.preview.new_interview.code.setText("I09")
    go_on(dialog)
    assert "I09" in [each.code for each in project.read.all(Interview)]


def test_rows_out_of_sight_get_their_choices_when_they_are_seen(open_dialog, put):
    dialog = open_dialog(*(put(f"K{number:02}.txt", f"Words {number}.\n".encode()) for number in range(60)))
    assert dialog.table.cellWidget(59, INTERVIEW) is None
    dialog.table.scrollToBottom()
    assert dialog.table.cellWidget(59, INTERVIEW).words == "New: K59"


def test_names_of_files_are_shown_as_they_are(open_dialog, put):
    dialog = open_dialog(put("I01 <b>x.txt"))
    assert cell(dialog, 0, FILE) == "I01 <b>x.txt"
    formats = {label.textFormat() for label in dialog.findChildren(QLabel) if label.text()}
    assert formats <= {Qt.TextFormat.PlainText}


def test_closing_while_a_file_is_read_waits_for_nothing(project, qtbot, put):
    from threading import Event

    from framework_qda.ui.importing.plan import ReadFile
    from framework_qda.ui.importing.reading import FileReader

    gate = Event()

    def read_slowly(path, _encoding):
        gate.wait(5)
        return ReadFile(path)

    reader = FileReader(read=read_slowly)
    dialog = ImportNotesDialog(project, Operations(project), None, [put("I01.txt")], reader)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(reader.destroyed):
        dialog.reject()
        assert not dialog.isVisible()
        gate.set()


def test_the_wheel_over_a_choice_changes_nothing(open_dialog, put):
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QWheelEvent

    dialog = open_dialog(put("I01.txt"))
    combo = dialog.table.cellWidget(0, INTERVIEW)
    none = Qt.MouseButton.NoButton
    turn = QWheelEvent(
        QPointF(3, 3),
        QPointF(3, 3),
        QPoint(),
        QPoint(0, -120),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    combo.wheelEvent(turn)
    assert combo.currentText() == "I01 · Area 1"


def test_return_chooses_files_and_then_imports_them(open_dialog, put, project, dialogs, qtbot):
    dialog = open_dialog()
    dialogs.expect_path([put("I01.txt")])
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.plan.files) and not dialog.plan.is_reading)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert [document.file_name for document in project.read.all(Document)] == ["I01.txt"]


def test_files_are_looked_for_in_the_folder_given_and_theirs_is_remembered(project, put, qtbot, monkeypatch, tmp_path):
    asked = []
    path = put("I01.txt")

    def answer(_parent, _title, folder, _filters):
        asked.append(folder)
        return [str(path)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    dialog = ImportNotesDialog(project, Operations(project), folder=tmp_path / "last")
    qtbot.addWidget(dialog)
    dialog.choose_files()
    assert asked == [str(tmp_path / "last")]
    assert dialog.folder == tmp_path


# -- while it is being written


@pytest.fixture
def held(monkeypatch):
    """Hold an import when a quarter of it is written."""
    reached, free = threading.Event(), threading.Event()
    original = Progress.step

    def step(progress, done, total):
        if total and done * 4 >= total:
            reached.set()
            free.wait(10)
        original(progress, done, total)

    monkeypatch.setattr(Progress, "step", step)
    yield reached, free
    free.set()


def test_the_window_goes_on_while_an_import_is_written(open_dialog, put, project, held, qtbot):
    reached, free = held
    free.set()  # what follows is about the reading of files
    dialog = open_dialog(put("I01.txt"), put("I02.txt", b"Other words.\n"))
    free.clear()
    dialog.accept_button.click()
    assert reached.wait(5)
    assert (dialog.bar.isVisible(), dialog.accept_button.isEnabled(), project.read.all(Document)) == (True, False, [])
    free.set()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert len(project.read.all(Document)) == 2


@pytest.mark.parametrize("button", ["stop_button", "cancel"])
def test_an_import_that_is_stopped_has_written_nothing(open_dialog, put, project, held, qtbot, button):
    reached, free = held
    free.set()
    dialog = open_dialog(put("I01.txt"), put("I02.txt", b"Other words.\n"))
    free.clear()
    reached.clear()
    dialog.accept_button.click()
    assert reached.wait(5)
    threading.Timer(0.05, free.set).start()
    if button == "stop_button":
        dialog.stop_button.click()
        qtbot.waitUntil(lambda: dialog.accept_button.isEnabled())
    else:
        dialog.reject()
    assert (project.read.all(Document), project.next_undo().label) == ([], "interview.add")
    assert project.verify() == []


def test_a_code_that_is_being_typed_stays_when_the_other_files_have_been_read(open_dialog, put, qtbot):
    dialog = open_dialog(put("I07.txt"))
    code = dialog.preview.new_interview.code
    code.setFocus()
    code.selectAll()
    QTest.keyClicks(code, "W0")
    dialog.add_files([put("I08.txt", b"Other words.\n")])
    qtbot.waitUntil(lambda: not dialog.plan.is_reading)
    assert code.text() == "W0"


def test_a_folder_that_may_not_be_looked_into_is_listed_with_the_reason(open_dialog, tmp_path, monkeypatch):
    folder = tmp_path / "locked"
    folder.mkdir()

    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    dialog = open_dialog(folder)
    assert cell(dialog, 0, REMARKS) == "Cannot be read"
