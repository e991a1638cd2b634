"""Where the keyboard is when a dialog has just opened: in its body, or on its default button where that has nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton

from framework_qda.model import Interview, Statement, Subtopic
from framework_qda.ui.errors_dialog import FaultDialog
from framework_qda.ui.exporting.notices import NoticesDialog
from framework_qda.ui.widgets.dialogs import PlainDialog, Question

OF_WINDOW = (
    *("new", "sample", "import_notes", "study", "analyst", "keys", "change_keys", "about", "print"),
    *("export_matrices", "export_quotes", "export_sample", "export_framework", "export_methods", "export_map"),
    *("export_cases", "export_themes", "export_verdicts", "export_json"),
)
OF_DESKS = (
    *("framework.move_to", "framework.split", "framework.merge", "framework.revise", "framework.tags"),
    *("framework.rehome", "framework.delete", "interviews.attributes", "interviews.delete", "chart.replace"),
    *("matrix.rehome", "chart.history", "matrix.replace", "matrix.save_view", "case.side_by_side", "theme.cross_tab"),
)


@pytest.fixture
def charted(open_window):
    """Return a window on a study in which something is charted."""
    read = open_window.project.read
    interview, subtopics = read.all(Interview)[0], read.all(Subtopic)
    for each in subtopics:
        statement = Statement(f"s{each.id}", "summary", "Two wrods got lost.")
        open_window.operations.run(
            lambda project, each=each, one=statement: project.chart(interview.id, each.id, [one])
        )
    return open_window


def is_reached(dialog, widget):
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isEnabled() and widget.isVisible() and dialog.isAncestorOf(widget)


def check_focus(dialog):
    """Show a dialog and return why its keyboard is in the wrong place, or an empty text."""
    QDialog.show(dialog)
    focus = dialog.focusWidget()
    boxes = dialog.findChildren(QDialogButtonBox)
    ends = [button for box in boxes for button in box.findChildren(QPushButton)]
    body, widget = [], dialog.nextInFocusChain()
    while widget is not dialog:
        if is_reached(dialog, widget) and widget not in ends:
            body.append(widget)
        widget = widget.nextInFocusChain()
    name = f"{type(dialog).__name__} “{dialog.windowTitle()}”: {focus}"
    is_right = focus in body if body else isinstance(focus, QPushButton) and focus.isDefault()
    dialog.reject()
    return "" if is_right else name


@pytest.mark.parametrize("command", OF_WINDOW)
def test_a_dialog_of_the_window_begins_in_its_body(charted, dialogs, command):
    seen = []
    charted.show_desk("matrix")
    dialogs.expect(lambda dialog: seen.append(check_focus(dialog)))
    charted.menus.action(f"window.{command}").trigger()
    assert seen == [""]


@pytest.mark.parametrize("command", OF_DESKS)
def test_a_dialog_of_a_desk_begins_in_its_body(charted, dialogs, command):
    seen = []
    charted.show_desk(command.partition(".")[0])
    desk = charted.current_desk()
    dialogs.expect(lambda dialog: seen.append(check_focus(dialog)))
    if command.startswith("framework"):
        desk.view.choose(charted.project.read.all(Subtopic)[0].id)
    desk.findChild(QAction, command).trigger()
    assert seen == [""]


@pytest.mark.parametrize(
    "make",
    [
        lambda parent: NoticesDialog(parent, "Two notes", ["A name in ¶4.", "A place in ¶5."]),
        lambda parent: FaultDialog("Trace", parent),
        lambda parent: PlainDialog("Told", parent=parent),
    ],
)
def test_a_dialog_that_no_command_opens_begins_in_its_body(window, make):
    assert check_focus(make(window)) == ""


def test_a_question_begins_on_no(window):
    question = Question("Delete?", "All goes.", "Delete", window)
    QDialog.show(question)
    assert question.focusWidget() is question.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    question.reject()
