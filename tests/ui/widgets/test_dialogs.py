"""Enter and the default button of the program's dialogs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLineEdit, QRadioButton

from framework_qda.ui.widgets.dialogs import PathField, PlainDialog, Question

Key = Qt.Key
CANCEL = QDialogButtonBox.StandardButton.Cancel


def show(qtbot, dialog):
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


@pytest.fixture
def dialog(qtbot):
    made = PlainDialog("Who is working?", "Words.", "Go on")
    for widget in (QRadioButton("Ann"), QCheckBox("Always"), QLineEdit()):
        made.body.addWidget(widget)
    return show(qtbot, made)


@pytest.mark.parametrize("kind", [QRadioButton, QCheckBox, QLineEdit])
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_goes_on_wherever_the_focus_is(dialog, kind, key):
    field = dialog.findChild(kind)
    field.setFocus()
    QTest.keyClick(field, key)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_enter_ticks_nothing(dialog):
    box = dialog.findChild(QCheckBox)
    box.setFocus()
    QTest.keyClick(box, Key.Key_Return)
    assert not box.isChecked()


def test_the_default_button_keeps_its_look_when_another_has_the_focus(dialog):
    cancel = dialog.buttons.button(CANCEL)
    cancel.setFocus()
    assert (dialog.accept_button.isDefault(), cancel.isDefault()) == (True, False)


def test_enter_presses_the_button_that_has_the_focus(dialog):
    cancel = dialog.buttons.button(CANCEL)
    cancel.setFocus()
    QTest.keyClick(cancel, Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_enter_means_no_to_a_question(qtbot):
    question = show(qtbot, Question("Delete it?", "It will be gone.", "Delete"))
    QTest.keyClick(question.focusWidget() or question, Key.Key_Return)
    assert question.result() == QDialog.DialogCode.Rejected


def test_no_dialog_is_larger_than_the_screen(qtbot):
    made = PlainDialog("Keys")
    made.resize(5000, 4000)
    show(qtbot, made)
    room = made.screen().availableSize()
    assert made.size() == made.size().boundedTo(room)


# -- where to put a file


@pytest.fixture
def place(qtbot, tmp_path, monkeypatch):
    (tmp_path / "started in").mkdir()
    monkeypatch.chdir(tmp_path / "started in")
    made = PathField(tmp_path / "Study.fqda", "Projects (*.fqda)", ".fqda")
    qtbot.addWidget(made)
    made.show()
    return made


def type_place(place, words):
    place.line.selectAll()
    QTest.keyClicks(place.line, words)


def test_a_bare_name_stands_for_a_file_in_the_folder_that_is_shown(place, tmp_path):
    type_place(place, "wards")
    assert place.path == tmp_path / "wards.fqda"


def test_what_a_bare_name_will_be_is_shown_while_it_is_typed(place, tmp_path):
    type_place(place, "wards")
    assert place._whole.text() == f"This will be {tmp_path / 'wards.fqda'}"
    assert place._whole.isVisible()


def test_the_whole_path_is_written_when_the_field_is_left(place, tmp_path):
    type_place(place, "wards")
    place.line.editingFinished.emit()
    assert (place.line.text(), place._whole.isVisible()) == (str(tmp_path / "wards.fqda"), False)


def test_a_folder_keeps_the_name(place, tmp_path):
    type_place(place, str(tmp_path / "started in"))
    assert place.path == tmp_path / "started in" / "Study.fqda"


def test_another_name_goes_into_the_folder_that_was_typed(place, tmp_path):
    type_place(place, str(tmp_path / "started in" / "mine"))
    place.rename("Wards.fqda")
    assert place.path == tmp_path / "started in" / "Wards.fqda"


def test_a_tilde_before_somebody_unknown_is_a_letter(place, tmp_path):
    type_place(place, "~nobody-of-that-name")
    assert place.path == tmp_path / "~nobody-of-that-name.fqda"
