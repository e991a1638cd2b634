import re

import pytest

from framework_qda.ui.stylesheet import _SHEET
from framework_qda.ui.tokens import DARK, LIGHT, READABLE_PAIRS, SIGN_PAIRS, contrast
from framework_qda.ui.widgets.analyst_chip import PAINTS


def cases(pairs):
    return [
        pytest.param(tokens, *pair, id=f"{name}-{pair[0]}-on-{pair[1]}")
        for name, tokens in (("light", LIGHT), ("dark", DARK))
        for pair in pairs
    ]


@pytest.mark.parametrize(("tokens", "front", "back"), cases(SIGN_PAIRS))
def test_signs_and_edges_are_seen_on_their_ground(tokens, front, back):
    assert contrast(getattr(tokens, front), getattr(tokens, back)) >= 3.0


@pytest.mark.parametrize("colour", PAINTS)
def test_initials_are_readable_on_every_analyst_s_colour(colour):
    assert contrast(PAINTS[colour].ink, PAINTS[colour].back) >= 4.5


def test_every_pair_that_a_rule_of_the_style_sheet_names_is_looked_at():
    rules = re.findall(r"([^{}]+)\{([^{}]+)\}", re.sub(r"\$\{\w+\}", "", _SHEET.template))
    pairs = [
        (front, back)
        for names, body in rules
        if ":disabled" not in names
        for front in re.findall(r"(?<![-\w])color: \$(\w+)", body)
        for back in re.findall(r"(?<![-\w])background: \$(\w+)", body)
    ]
    assert ("text", "surface") in pairs
    assert [pair for pair in pairs if pair not in READABLE_PAIRS] == []


@pytest.mark.parametrize(("tokens", "front", "back"), cases(READABLE_PAIRS))
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
