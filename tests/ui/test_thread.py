"""The thread through every layer: read a cell, change it, link, undo, redo, close, open again, export."""

import shutil
import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.ui.chart.notes_view import NotesView
from framework_qda.ui.window import MainWindow

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(sample_path, tmp_path):
    return shutil.copy(sample_path, tmp_path / "Sample study.fqda")


@pytest.fixture
def opened(window, path, dialogs):
    dialogs.expect(lambda dialog: dialog.accept())
    window.menus.file.open_path(path)
    assert window.project is not None
    return window


def current_cell(window: MainWindow):
    return window.project.read.cell(*window.current_desk().view.current_ids())


def edit_in_place(window: MainWindow, text: str):
    """Type behind the words of the current cell of the matrix, as somebody who has never seen it would."""
    desk = window.current_desk()
    QTest.keyClick(desk.view, Key.Key_Return)
    QTest.keyClicks(desk.charting.in_place.editor, text)
    QTest.keyClick(desk.charting.in_place.editor, Key.Key_Tab)
    QTest.keyClick(desk.view, Key.Key_Left)


def link_passage(window: MainWindow, ids, line: int, start: int, end: int):
    """Go to the cell on the Chart desk, select words in the notes and link them."""
    window.show_desk("chart")
    desk = window.current_desk()
    desk.open_cell(*ids)
    notes = desk.findChild(NotesView)
    notes.go_to_place(line, start, end)
    notes.setFocus()
    QTest.keyClick(notes, Key.Key_L, Ctrl)


def test_the_thread(opened, path, qtbot):
    opened.show_desk("matrix")
    ids = opened.current_desk().view.current_ids()
    before = current_cell(opened)
    assert before.content

    edit_in_place(opened, " A word more.")
    assert "A word more." in " ".join(each.text for each in current_cell(opened).content)

    link_passage(opened, ids, 3, 0, 20)
    linked = opened.project.read.cell(*ids)
    evidence = {ref for each in linked.content for ref in each.evidence}
    assert len(evidence) == len({ref for each in before.content for ref in each.evidence}) + 1

    opened.undo()
    opened.undo()
    assert opened.project.read.cell(*ids) == before
    opened.redo()
    opened.redo()
    assert opened.project.read.cell(*ids) == linked

    opened.close_project()
    opened.menus.file.open_path(path)
    assert opened.project.read.cell(*ids) == linked
    assert opened.project.verify() == []
    opened.undo()
    opened.undo()
    assert opened.project.read.cell(*ids) == before


@pytest.mark.parametrize(
    ("command", "name"), [("window.export_matrices", "m.xlsx"), ("window.export_quotes", "q.docx")]
)
def test_the_menu_exports(opened, dialogs, tmp_path, qtbot, command, name):
    target = tmp_path / name

    def accept(dialog):
        dialog.place.line.setText(str(target))
        dialog.accept()

    dialogs.expect(accept)
    opened.menus.action(command).trigger()
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert zipfile.is_zipfile(target)


def test_zooming_and_resizing_the_chart_desk_comes_to_an_end(opened, qtbot):
    opened.show_desk("chart")
    for width, height in ((1400, 861), (1000, 640)):
        opened.resize(width, height)
        for zoom in (100, 110, 125, 150, 175, 200, 150, 100, 80):
            opened.look.set_zoom(zoom)
            qtbot.wait(5)
    assert opened.project is not None
