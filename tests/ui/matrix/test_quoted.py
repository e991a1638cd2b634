import pytest

from framework_qda.ui.matrix.quoted import quoted_spans, split_quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She says “it is late” and goes.", ["“it is late”"]),
        ('He said "never" twice.', ['"never"']),
        ("Says ‘we don’t know’ often.", ["‘we don’t know’"]),
        ("Says 'we don't know' often.", ["'we don't know'"]),
        ("„so ist es“ and «c'est ça»", ["„so ist es“", "«c'est ça»"]),
        ("“one” then “two”", ["“one”", "“two”"]),
    ],
)
def test_words_in_quotation_marks_are_found_with_their_marks(text, quoted):
    assert [text[start:end] for start, end in quoted_spans(text)] == quoted


@pytest.mark.parametrize(
    "text", ["the trust’s list and the ward’s book", "rock 'n roll isn't it", 'a 5" rule', "“open", ""]
)
def test_apostrophes_and_lone_marks_quote_nothing(text):
    assert quoted_spans(text) == []


def test_the_pieces_together_are_the_text():
    text = "Wary: “you never know” 🙂, he says; “never”."
    assert "".join(piece for piece, _ in split_quoted(text)) == text
