"""The list of what to look at before a file is passed on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.model import Interview, Notice, NoticeKind, NoticePlace, Subtopic
from framework_qda.ui.exporting.notices import FEW, NoticesDialog

CELLS = NoticeKind("cell tells", "cells tell")


@pytest.fixture
def place(open_window):
    read = open_window.project.read
    return NoticePlace(read.all(Interview)[0].id, read.all(Subtopic)[-1].id)


@pytest.fixture
def show(qtbot, open_window):
    def show(*sentences):
        dialog = NoticesDialog(open_window, "Notes", sentences)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def test_what_is_of_a_kind_is_one_line_that_opens(show):
    dialog = show(*(Notice(f"A{number}.", CELLS) for number in range(FEW + 1)), "Something else.")
    top = [dialog.tree.topLevelItem(row).text(0) for row in range(dialog.tree.topLevelItemCount())]
    assert top == [f"{FEW + 1} cells tell", "Something else."]
    first = dialog.tree.topLevelItem(0)
    assert not first.isExpanded()
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert first.isExpanded()


def test_enter_goes_to_the_cell_and_the_list_stays(show, open_window, place):
    dialog = show(Notice("A1 1.2 holds “Area 1”.", CELLS, place))
    assert not dialog.go_button.isEnabled()
    QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    assert dialog.go_button.isEnabled()
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert open_window.desk_name == "chart"
    assert open_window.current_desk()._place == (place.interview_id, place.record_id)
    assert dialog.isVisible()


def test_what_has_no_place_leads_nowhere(show, open_window):
    before = open_window.desk_name
    dialog = show("Look at it.")
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert (open_window.desk_name, dialog.go_button.isEnabled()) == (before, False)
