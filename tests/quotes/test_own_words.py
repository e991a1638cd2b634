"""Own words in quotation marks are found in running text."""

import pytest

from framework_qda.quotes.own_words import quoted_spans, split_quoted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Says “you never know” often", ["“you never know”"]),
        ('Says "never" and "always"', ['"never"', '"always"']),
        ("Says ‘I don’t’ a lot", ["‘I don’t’"]),
        ("Says 'I don't' a lot", ["'I don't'"]),
        ("the girls' home isn't quoted", []),
        ("nothing here", []),
    ],
)
def test_quoted_words_are_found_with_their_marks(text, found):
    assert [text[start:end] for start, end in quoted_spans(text)] == found


def test_the_pieces_make_up_the_whole():
    pieces = split_quoted("Says “a” and “b”.")
    assert pieces == [("Says ", False), ("“a”", True), (" and ", False), ("“b”", True), (".", False)]
