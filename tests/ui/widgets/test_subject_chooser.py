"""Choosing what a comment is about."""

import pytest

from framework_qda.matrix.remarks import Subject
from framework_qda.ui.widgets.subject_chooser import SubjectChooser

CELL = Subject("cell", "c", "the cell")
STATEMENT = Subject("cell", "c", "“Forms”", statement_id="s")
EXTRACT = Subject("extract", "x", "¶3")


@pytest.fixture
def chooser(qtbot):
    made = SubjectChooser()
    qtbot.addWidget(made)
    made.show_subjects([CELL, STATEMENT, EXTRACT])
    return made


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [((), CELL), (("s",), STATEMENT), (("", "x"), EXTRACT), (("gone",), CELL), (("s", "x"), CELL)],
)
def test_a_statement_or_a_record_is_chosen_or_else_the_usual_one(chooser, wanted, chosen):
    chooser.setCurrentIndex(2)
    chooser.choose(*wanted)
    assert chooser.chosen == chosen


def test_without_subjects_nothing_is_chosen(chooser):
    chooser.show_subjects([])
    chooser.choose()
    assert (chooser.chosen, chooser.type_name) == (None, "")
    chooser.show_subjects([EXTRACT])
    assert chooser.type_name == "extract"
