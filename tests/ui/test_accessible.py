"""Every desk and dialog as a screen reader and a keyboard meet it."""

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QToolButton, QTreeView

from framework_qda.model import CellState
from framework_qda.ui.chart.neighbours import NeighbourRow
from framework_qda.ui.chart.strip import Segment
from framework_qda.ui.desks import DESKS
from framework_qda.ui.matrix.view import MatrixView
from framework_qda.ui.rail import Rail
from framework_qda.ui.style import STATE_LOOKS
from framework_qda.ui.widgets.cell_editor import CellEditor
from framework_qda.ui.window import MainWindow
from tests.ui.accessible import Text, faults, interface, name_of, tab_stops

DIALOGS = ["new", "sample", "study", "analyst", "keys", "change_keys", "about", "import_notes"]
DIALOGS += ["export_matrices", "export_quotes"]
DESK_DIALOGS = [("interviews", "interviews.attributes"), ("chart", "chart.history"), ("chart", "chart.replace")]
DESK_DIALOGS += [("matrix", "matrix.save_view"), ("matrix", "matrix.rehome")]
DESK_DIALOGS += [("theme", "theme.cross_tab"), ("case", "case.side_by_side")]


@pytest.fixture
def sample_window(qtbot, settings, look, sample_path, tmp_path, dialogs):
    window = MainWindow(settings, look)
    window.resize(1400, 900)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    dialogs.expect(lambda dialog: dialog.accept())
    window.menus.file.open_path(shutil.copy(sample_path, tmp_path / "sample.fqda"))
    yield window
    window.close()


def go_to(qtbot, window, desk):
    window.show_desk(desk)
    qtbot.wait(30)
    return window


def audited(dialog):
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    found = [*faults(dialog), *missed_by_tab(dialog)]
    dialog.reject()
    return found


def missed_by_tab(root):
    wanted = tab_stops(root)
    reached = walk(wanted[0], len(wanted) + 2)
    return [f"{type(each).__name__} “{name_of(each)}”: Tab does not reach it" for each in wanted if each not in reached]


# -- names and roles


@pytest.mark.parametrize("desk", DESKS)
def test_everything_on_a_desk_has_a_name_and_a_role(qtbot, sample_window, desk):
    assert faults(go_to(qtbot, sample_window, desk)) == []


OPENED = {
    "board": ["by_case"],
    "interviews": ["comments"],
    "chart": ["comments", "find", "go_to", "tag", "move_statement"],
    "matrix": ["comments", "go_to", "whole_cell", "edit", "next_theme"],
    "case": ["evidence", "comments", "verdicts"],
    "theme": ["edit", "evidence", "comments", "weigh"],
    "review": ["show_history"],
}
"""What commands open on the desks, each while what was opened before it may still be there."""


@pytest.mark.parametrize("desk", OPENED)
def test_everything_that_opens_on_a_desk_has_a_name_and_a_role(qtbot, sample_window, desk):
    window = go_to(qtbot, sample_window, desk)
    found = {}
    for name in OPENED[desk]:
        before = window.grab().toImage()
        next(each for each in window.current_desk().actions() if each.objectName() == f"{desk}.{name}").trigger()
        QApplication.processEvents()
        is_seen = window.grab().toImage() != before
        found[name] = faults(window) if is_seen else ["nothing opened"]
    assert found == {name: [] for name in OPENED[desk]}


def test_everything_that_was_found_has_a_name_and_a_role(qtbot, sample_window):
    window = go_to(qtbot, sample_window, "find")
    desk = window.current_desk()
    desk.look_for("nurse")
    qtbot.waitUntil(lambda: desk.results.rowCount() > 0)
    assert faults(window) == []


def test_everything_at_the_beginning_has_a_name_and_a_role(window):
    assert faults(window) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_everything_in_a_dialog_has_a_name_and_a_role(sample_window, dialogs, name):
    found = []
    dialogs.expect(lambda dialog: found.append(audited(dialog)))
    sample_window.menus.action(f"window.{name}").trigger()
    assert found == [[]]


@pytest.mark.parametrize(("desk", "command_id"), DESK_DIALOGS)
def test_everything_in_a_dialog_of_a_desk_has_a_name_and_a_role(qtbot, sample_window, dialogs, desk, command_id):
    found = []
    dialogs.expect(lambda dialog: found.append(audited(dialog)))
    go_to(qtbot, sample_window, desk)
    actions = [action for action in sample_window.current_desk().actions() if action.objectName() == command_id]
    actions[0].trigger()
    assert found == [[]]


@pytest.mark.parametrize("desk", DESKS)
def test_the_desk_that_is_shown_is_told_and_reached(qtbot, sample_window, desk):
    buttons = go_to(qtbot, sample_window, desk).findChild(Rail).findChildren(QToolButton)
    assert [name_of(each) for each in buttons if interface(each).state().checked] == [desk.title()]
    assert [name_of(each) for each in buttons if each.focusPolicy() & Qt.FocusPolicy.TabFocus] == [desk.title()]


# -- cells and statements


def test_a_cell_of_the_grid_is_read_with_its_place_state_and_words(qtbot, sample_window):
    grid = go_to(qtbot, sample_window, "matrix").findChild(MatrixView)
    spoken = interface(grid).child(grid.model().columnCount() + 2).text(Text.Name)
    assert spoken.startswith("I01, 1.1 Summary, accepted: ")


@pytest.mark.parametrize("state", CellState)
def test_every_state_of_the_grid_is_read_in_words(qtbot, sample_window, state):
    view = go_to(qtbot, sample_window, "matrix").findChild(MatrixView)
    grid = view.model().grid
    shown = [key for key, cell in grid.cells.items() if cell.state == state]
    for row, column in [
        (row, column)
        for row in range(len(grid.rows))
        for column in range(len(grid.columns))
        if (cell := grid.cell(row, column)) is not None and cell.state == state
    ][:3]:
        spoken = view.model().index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        assert STATE_LOOKS[state].words in spoken
    assert shown or state in {
        CellState.SENT_BACK,
        CellState.NOT_CHARTED,
        CellState.IN_PROGRESS,
        CellState.NOT_APPLICABLE,
        CellState.UNCLEAR,
    }


def test_own_words_and_notes_of_the_grid_are_read_as_such(qtbot, sample_window):
    model = go_to(qtbot, sample_window, "matrix").findChild(MatrixView).model()
    cells = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    spoken = "\n".join(str(cell.data(Qt.ItemDataRole.AccessibleTextRole)) for cell in cells)
    assert "\nOwn words: " in spoken
    assert "\nNote: " in spoken


def test_the_statement_at_the_caret_is_read_with_kind_place_and_evidence(qtbot, sample_window):
    editor = go_to(qtbot, sample_window, "chart").findChild(CellEditor)
    spoken = interface(editor).text(Text.Description)
    assert spoken.startswith(f"Summary, 1 of {editor.document().blockCount()}; rests on ¶")


def test_what_is_told_follows_the_kind(qtbot, sample_window):
    editor = go_to(qtbot, sample_window, "chart").findChild(CellEditor)
    editor.step_kind(1)
    assert interface(editor).text(Text.Description).startswith("Own words, 1 of ")


def test_a_reference_that_is_chosen_is_read_with_its_passage(qtbot, sample_window):
    editor = go_to(qtbot, sample_window, "chart").findChild(CellEditor)
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().begin().text().index("\ufffc"))
    cursor.setPosition(cursor.position() + 1, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    assert interface(editor).text(Text.Description).startswith("Reference to ¶")


def test_the_words_of_the_cell_are_read(qtbot, sample_window):
    editor = go_to(qtbot, sample_window, "chart").findChild(CellEditor)
    assert editor.document().begin().text()[:20] in interface(editor).text(Text.Value)


def test_lists_are_read_item_by_item(qtbot, sample_window):
    tree = next(each for each in go_to(qtbot, sample_window, "framework").findChildren(QTreeView) if each.isVisible())
    items = [interface(tree).child(place) for place in range(interface(tree).childCount())]
    assert all(item.text(Text.Name) for item in items if item.role() == QAccessible.Role.TreeItem)


# -- never by colour alone


@pytest.mark.parametrize("kind", [Segment, NeighbourRow])
def test_states_beside_the_cell_are_told_in_words(qtbot, sample_window, kind):
    words = {look.words for look in STATE_LOOKS.values()}
    for part in go_to(qtbot, sample_window, "chart").findChildren(kind):
        assert any(word in part.accessibleName() for word in words)


def test_states_with_words_in_them_have_signs_of_their_own():
    with_words = (CellState.NOT_CHARTED, CellState.IN_PROGRESS, CellState.CHARTED, CellState.REVIEWED)
    assert len({STATE_LOOKS[state].sign for state in (*with_words, CellState.NOT_ASKED)}) == 5


# -- the keyboard


@pytest.mark.parametrize("desk", DESKS)
def test_tab_reaches_everything_on_a_desk_and_stays_nowhere(qtbot, sample_window, desk):
    window = go_to(qtbot, sample_window, desk)
    assert missed_by_tab(window) == []


def walk(first, steps):
    first.setFocus(Qt.FocusReason.TabFocusReason)
    reached, focused = [first], first
    for _ in range(steps):
        if isinstance(focused, CellEditor):  # there Tab changes the kind; F6 leaves
            focused.window().focusNextPrevChild(True)
        else:
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        after = QApplication.focusWidget()
        assert after is not focused, f"Tab stays in {type(focused).__name__} “{name_of(focused)}”"
        focused = after
        reached.append(focused)
    return reached


def test_f6_leaves_the_cell_editor(qtbot, sample_window):
    editor = go_to(qtbot, sample_window, "chart").findChild(CellEditor)
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_F6)
    assert not editor.hasFocus()


@pytest.mark.parametrize("desk", DESKS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen(qtbot, sample_window, look, desk, scheme):
    look.set_scheme(scheme)
    window = go_to(qtbot, sample_window, desk)
    unseen = [
        f"{type(each).__name__} “{name_of(each)}”" for each in tab_stops(window) if not is_focus_seen(each, window)
    ]
    assert unseen == []


def is_focus_seen(widget, window):
    if isinstance(widget, QTextEdit):  # the caret
        return True
    pictures = []
    for focused in (window, widget):
        focused.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        pictures.append(window.grab(widget.rect().translated(widget.mapTo(window, QPoint()))).toImage())
    return pictures[0] != pictures[1]
