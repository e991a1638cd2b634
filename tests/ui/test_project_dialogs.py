import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from framework_qda.ui.operations import Operations
from framework_qda.ui.project_dialogs import (
    NewProjectDialog,
    StudyDialog,
    language_words,
    safe_file_name,
)
from framework_qda.ui.style import em


@pytest.fixture
def dialog(qtbot, tmp_path):
    made = NewProjectDialog(tmp_path, "Ann Marsh")
    qtbot.addWidget(made)
    return made


def type_title(dialog, qtbot, words):
    qtbot.keyClicks(dialog.title, words)


def test_the_file_is_named_after_the_title(dialog, qtbot, tmp_path):
    type_title(dialog, qtbot, "Wards: a study?")
    assert dialog.place.path == tmp_path / "Wards a study.fqda"


def test_a_bare_file_name_goes_into_the_folder_that_was_offered(dialog, qtbot, tmp_path):
    type_title(dialog, qtbot, "Wards")
    dialog.place.line.selectAll()
    qtbot.keyClicks(dialog.place.line, "mine")
    dialog.accept()
    assert (dialog.result(), dialog.place.path) == (1, tmp_path / "mine.fqda")


def test_a_place_that_was_chosen_stays(dialog, qtbot, tmp_path):
    dialog.place.line.selectAll()
    qtbot.keyClicks(dialog.place.line, str(tmp_path / "mine"))
    type_title(dialog, qtbot, "Wards")
    assert dialog.place.path == tmp_path / "mine.fqda"


def test_a_title_is_needed(dialog):
    dialog.accept()
    assert (dialog.result(), "title" in dialog.problem.text()) == (0, True)


def test_a_file_that_is_there_is_not_overwritten(dialog, qtbot, tmp_path):
    (tmp_path / "Wards.fqda").touch()
    type_title(dialog, qtbot, "Wards")
    dialog.accept()
    assert (dialog.result(), "already" in dialog.problem.text()) == (0, True)


def test_a_complete_dialog_is_accepted(dialog, qtbot):
    type_title(dialog, qtbot, "Wards")
    dialog.accept()
    assert dialog.result() == 1


def test_a_file_name_is_allowed_everywhere():
    assert safe_file_name(' a/b:c* "d" \n') == "a b c d"


def test_a_field_of_the_study_is_written_when_the_dialog_closes(qtbot, project):
    dialog = StudyDialog(project, Operations(project))
    qtbot.addWidget(dialog)
    title = dialog.form.fields["title"].widget
    title.setText("Another title")
    dialog.reject()
    assert project.read.study().title == "Another title"


def test_a_field_of_several_lines_stands_beside_its_label(qtbot, project):
    dialog = StudyDialog(project, Operations(project))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.resize(dialog.width(), dialog.height() + 100)
    QApplication.processEvents()
    fields = dialog.form.fields
    title, aims, language = (fields[name].widget for name in ("title", "aims", "language"))

    def gap(upper, lower):
        return lower.mapTo(dialog, QPoint(0, 0)).y() - upper.mapTo(dialog, QPoint(0, upper.height())).y()

    assert gap(title, aims) <= em(dialog, 0.7)
    assert gap(aims, language) <= em(dialog, 0.7)


def test_the_study_record_is_not_changed_by_looking(qtbot, project):
    before = project.recent_actions()
    dialog = StudyDialog(project, Operations(project))
    qtbot.addWidget(dialog)
    dialog.reject()
    assert project.recent_actions() == before


def test_the_language_is_offered_as_far_as_there_are_dictionaries(qtbot, project):
    dialog = StudyDialog(project, Operations(project))
    qtbot.addWidget(dialog)
    line = dialog.form.fields["language"].widget
    assert line.text() == "en-GB"
    assert {"en-GB", "en-US"} <= set(line.completer().model().stringList())


def test_another_language_is_kept_as_it_is_written(qtbot, project):
    dialog = StudyDialog(project, Operations(project))
    qtbot.addWidget(dialog)
    dialog.form.fields["language"].widget.setText("cy")
    dialog.reject()
    assert project.read.study().language == "cy"


@pytest.mark.parametrize(
    ("tag", "words"),
    [("en-GB", "en-GB, English (United Kingdom)"), ("ru", "ru, Russian"), ("sv-SE", "sv-SE, Swedish (Sweden)")],
)
def test_a_language_is_named(tag, words):
    assert language_words(tag) == words
