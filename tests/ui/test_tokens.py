import pytest

from framework_qda.ui.tokens import DARK, LIGHT, READABLE_PAIRS, contrast

CASES = [
    pytest.param(tokens, *pair, id=f"{name}-{pair[0]}-on-{pair[1]}")
    for name, tokens in (("light", LIGHT), ("dark", DARK))
    for pair in READABLE_PAIRS
]


@pytest.mark.parametrize(("tokens", "front", "back"), CASES)
def test_words_are_readable_on_their_ground(tokens, front, back):
    assert contrast(getattr(tokens, front), getattr(tokens, back)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_words_of_tags_are_readable_on_their_grounds(tokens):
    assert min(contrast(*colours) for colours in tokens.tags) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("role", ["state_progress", "state_charted", "state_reviewed", "state_reason"])
def test_state_bars_differ_from_each_other_and_from_the_ground(tokens, role):
    others = {getattr(tokens, name) for name in ("surface", "state_none")}
    assert getattr(tokens, role) not in others


def test_contrast_of_black_on_white_is_twenty_one():
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0


def test_contrast_does_not_depend_on_the_order():
    assert contrast("#123456", "#abcdef") == contrast("#abcdef", "#123456")
