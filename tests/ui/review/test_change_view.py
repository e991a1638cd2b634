"""What one change did, as text."""

import pytest

from framework_qda.matrix.history_telling import LineChange
from framework_qda.model import Statement
from framework_qda.ui.review.change_view import NO_WORDS, ChangeView


@pytest.fixture
def view(qtbot):
    made = ChangeView()
    qtbot.addWidget(made)
    return made


CHARTED = LineChange(after=(Statement("s", "summary", "Two forms."),), has_statements=True)


def test_statements_are_compared(view):
    view.show_change(CHARTED, {})
    assert "Two forms." in view.toPlainText()


@pytest.mark.parametrize(("change", "words"), [(None, ""), (LineChange(), NO_WORDS)])
def test_other_colours_bring_no_earlier_change_back(view, look, change, words):
    view.show_change(CHARTED, {})
    view.show_change(change, {})
    look.set_scheme("dark")
    assert view.toPlainText() == words
