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
        ("„so ist es“ and «c'est ça»", ["„so ist es“", "«c'est ça»"]),
        ("the girls' home isn't quoted", []),
        ("the trust’s list and the ward’s book", []),
        ("rock 'n roll isn't it", []),
        ('a 5" rule', []),
        ("“open", []),
        ("", []),
    ],
)
def test_quoted_words_are_found_with_their_marks(text, found):
    assert [text[start:end] for start, end in quoted_spans(text)] == found


def test_the_pieces_together_are_the_text():
    text = "Wary: “you never know” 🙂, he says; “never”."
    assert "".join(piece for piece, _ in split_quoted(text)) == text


def test_the_pieces_make_up_the_whole():
    pieces = split_quoted("Says “a” and “b”.")
    assert pieces == [("Says ", False), ("“a”", True), (" and ", False), ("“b”", True), (".", False)]
