"""What is said of a difference beside its words."""

import pytest

from framework_qda.ui.widgets.diff_view import state_words


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ("charted", "reviewed", "State: charted → ✓✓ accepted"),
        ("not_charted", "not_charted", "State: not yet charted"),
        ("", "in_progress", "State: … in progress"),
    ],
)
def test_a_state_is_told_alone_or_with_the_one_before(was, now, words):
    assert state_words(was, now) == words
