"""A statement is dragged by its mark to another place in its cell."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from framework_qda.ui.widgets import statement_blocks as blocks
from framework_qda.ui.widgets.carrying import Carried, to_mime
from framework_qda.ui.widgets.cell_editor import CellEditor
from framework_qda.ui.widgets.statement_places import block_area
from tests.ui.matrix.grids import evidence, statement

FIRST, SECOND, THIRD = statement("First.", "summary", evidence(1)), statement("Second.", "note"), statement("Third.")


@pytest.fixture
def editor(qtbot):
    made = CellEditor()
    qtbot.addWidget(made)
    made.may_carry = True
    made.resize(400, 240)
    with qtbot.waitExposed(made):
        made.show()
    made.set_content([FIRST, SECOND, THIRD])
    return made


def carry(editor, kind, statement_id, number, share=0.75):
    """Let a statement be carried over another: `kind` is what the mouse does there."""
    area = block_area(editor, editor.document().findBlockByNumber(number))
    point = QPoint(60, round(area.top() + share * area.height()))
    mime = to_mime(Carried("p", "i", "s", (statement_id,)))
    keys = (Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event = kind(QPointF(point) if kind is QDropEvent else point, *keys)
    for each in (QDragEnterEvent(point, *keys), event):  # nothing moves that has not entered
        QApplication.sendEvent(editor.viewport(), each)
    return event.isAccepted()


def texts(editor):
    return [each.text for each in editor.content()]


@pytest.mark.parametrize(
    ("number", "share", "order"),
    [
        (2, 0.9, ["Second.", "Third.", "First."]),
        (1, 0.9, ["Second.", "First.", "Third."]),
        (1, 0.1, ["First.", "Second.", "Third."]),
        (0, 0.1, ["First.", "Second.", "Third."]),
    ],
)
def test_a_statement_stands_where_it_was_dropped(editor, number, share, order):
    assert carry(editor, QDropEvent, FIRST.id, number, share)
    assert texts(editor) == order


def test_a_statement_is_dropped_further_up_with_its_kind_and_evidence(editor):
    carry(editor, QDropEvent, FIRST.id, 2, 0.9)
    carry(editor, QDropEvent, FIRST.id, 0, 0.1)
    assert [(each.kind, len(each.evidence)) for each in editor.content()] == [
        ("summary", 1),
        ("note", 0),
        ("summary", 0),
    ]


def test_a_drop_over_two_statements_is_one_undo_step(editor):
    carry(editor, QDropEvent, FIRST.id, 2, 0.9)
    editor.undo()
    assert texts(editor) == ["First.", "Second.", "Third."]


def test_a_line_shows_where_it_would_stand_and_goes(editor):
    assert carry(editor, QDragMoveEvent, FIRST.id, 1, 0.9)
    line = editor._dropping.line
    top = block_area(editor, editor.document().findBlockByNumber(2)).top()
    assert line.isVisible()
    assert abs(line.geometry().center().y() - top) <= 2
    QApplication.sendEvent(editor.viewport(), QDragLeaveEvent())
    assert not line.isVisible()


def test_a_statement_of_another_cell_is_left_to_what_is_around(editor):
    assert not carry(editor, QDragMoveEvent, "elsewhere", 1)
    assert not editor._dropping.line.isVisible()


def test_nothing_is_dropped_where_nothing_may_be_changed(editor):
    editor.set_read_only(True)
    assert not carry(editor, QDropEvent, FIRST.id, 2)
    assert blocks.read_statements(editor.document())[0].text == "First."
