"""The caret stays in its statement while others are shown around it."""

import pytest
from PySide6.QtWidgets import QTextEdit

from framework_qda.ui.widgets.statement_blocks import write_statements
from framework_qda.ui.widgets.statement_caret import caret_place, restore_caret
from tests.ui.matrix.grids import statement

FIRST, SECOND = statement("First."), statement("Second.")


@pytest.fixture
def editor(qtbot):
    made = QTextEdit()
    qtbot.addWidget(made)
    write_statements(made.document(), [FIRST, SECOND], 4.0)
    return made


def test_the_caret_stays_in_its_statement(editor):
    restore_caret(editor, SECOND.id, 3)
    place = caret_place(editor)
    write_statements(editor.document(), [SECOND, FIRST], 4.0)
    restore_caret(editor, *place)
    assert caret_place(editor) == (SECOND.id, 3)


def test_the_caret_does_not_leave_a_statement_that_has_become_shorter(editor):
    restore_caret(editor, FIRST.id, 100)
    assert caret_place(editor) == (FIRST.id, len("First."))


def test_where_its_statement_is_gone_it_stands_behind_the_last(editor):
    restore_caret(editor, "gone", 3)
    assert caret_place(editor) == (SECOND.id, len("Second."))
