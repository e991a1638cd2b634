"""Enter and the default button of the program's dialogs."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from framework_qda.ui.widgets.dialogs import PathField, PlainDialog, Question
from framework_qda.ui.widgets.labels import wrapped_label

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


# -- a body that is taller than the screen


@pytest.fixture
def tall(qtbot, look):
    look.set_zoom(200)
    made = PlainDialog("Split it?", "Words. " * 20, "Split", is_tall=True)
    made.parts = [QPlainTextEdit(), QPushButton("Properly"), wrapped_label("Told. " * 40), QLineEdit()]
    made.parts[0].setMinimumHeight(made.screen().availableSize().height())
    for part in made.parts:
        made.body.addWidget(part)
    return show(qtbot, made)


def test_a_tall_body_scrolls_and_the_buttons_stay_in_sight(tall):
    room = tall.screen().availableSize()
    assert tall.size() == tall.size().boundedTo(room)
    assert tall._area.verticalScrollBar().maximum() > 0
    assert tall.rect().contains(tall.buttons.geometry())


def test_nothing_in_a_tall_body_is_squeezed_or_overlaps(tall):
    areas = [part.geometry() for part in tall.parts]
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(areas))
    _, button, label, line = tall.parts
    assert button.height() >= button.sizeHint().height() - 2
    assert label.height() >= label.heightForWidth(label.width())
    assert line.height() >= line.sizeHint().height() - 2


def test_a_body_scrolls_only_where_the_screen_is_too_low(qtbot):
    made = PlainDialog("Split it?", "Words.", "Split", is_tall=True)
    made.body.addWidget(QPlainTextEdit())
    made.body.addWidget(wrapped_label("Told. " * 60))
    made.resize(400, 10)
    show(qtbot, made)
    assert made._area.verticalScrollBar().maximum() == 0


def test_no_dialog_is_wider_than_the_screen_at_the_largest_zoom(qtbot, look):
    look.set_zoom(200)
    made = show(qtbot, PlainDialog("Move it?", "Words.", "Move"))
    assert made.width() <= made.screen().availableSize().width()


def test_a_button_squeezed_by_its_layout_keeps_its_words_whole(qtbot, look):
    look.set_zoom(200)
    host, button = QWidget(), QPushButton("Properly")
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    column.addWidget(button)
    host.show()
    host.resize(300, 10)
    assert button.height() >= button.sizeHint().height() - 2  # its padding is more than that


# -- where it begins


def test_a_dialog_begins_in_its_first_field(qtbot):
    made = PlainDialog("Save", "Words.", "Save")
    field = QLineEdit()
    made.body.addWidget(wrapped_label("Name"))
    made.body.addWidget(field)
    made.accept_button.setEnabled(False)
    show(qtbot, made)
    assert field.hasFocus()


def test_a_dialog_begins_where_it_says(qtbot):
    made = PlainDialog("Save", "Words.", "Save")
    first, second = QLineEdit(), QLineEdit()
    for field in (first, second):
        made.body.addWidget(field)
    second.setFocus()
    show(qtbot, made)
    assert second.hasFocus()


def test_a_dialog_of_words_begins_at_its_button(qtbot):
    made = PlainDialog("Done", "Words.")
    show(qtbot, made)
    assert made.accept_button.hasFocus()
