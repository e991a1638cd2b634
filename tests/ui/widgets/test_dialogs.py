"""Enter and the default button of the program's dialogs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLineEdit, QRadioButton

from framework_qda.ui.widgets.dialogs import PlainDialog, Question

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
