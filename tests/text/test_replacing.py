import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework_qda.text.replacing import Edit, apply_edits, find_words, move_stretch


def found(text, words, **options):
    return [text[start:end] for start, end in find_words(text, words, **options)]


@pytest.mark.parametrize(
    ("words", "options", "expected"),
    [
        ("ward", {}, ["Ward", "ward", "ward"]),
        ("ward", {"same_case": True}, ["ward", "ward"]),
        ("ward", {"whole_words": True}, ["Ward", "ward"]),
        ("don't", {}, ["don’t"]),
        ('"so"', {}, ["“so”"]),
        ("on the", {}, ["on  the"]),
        ("a.b", {}, []),
        ("😀", {"whole_words": True}, ["😀"]),
        ("", {}, []),
        ("  ", {}, []),
    ],
)
def test_words_are_found(words, options, expected):
    assert found("Ward A, on  the ward 😀: “so” we don’t go to wards, axb.", words, **options) == expected


def test_edits_are_applied_in_any_order():
    assert apply_edits("one two three", [Edit(8, 13, "3"), Edit(0, 3, "1")]) == "1 two 3"


@pytest.mark.parametrize("edits", [[Edit(0, 3, ""), Edit(2, 4, "")], [Edit(0, 99, "")], [Edit(3, 1, "")]])
def test_impossible_edits_are_refused(edits):
    with pytest.raises(ValueError, match="no place"):
        apply_edits("one two", edits)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit(0, 3, "ones"), "two three"),
        (Edit(14, 18, ""), "two three"),
        (Edit(4, 7, "2"), "2 three"),
        (Edit(2, 6, "XX"), "XXo three"),
        (Edit(10, 16, "YY"), "two thYY"),
        (Edit(0, 18, "all"), "all"),
        (Edit(4, 13, ""), ""),
    ],
)
def test_a_stretch_moves_with_its_words(edit, expected):
    text = "one two three four"
    start, end = move_stretch(4, 13, [edit])
    assert apply_edits(text, [edit])[start:end] == expected


@given(st.data())
@settings(max_examples=60)
def test_a_stretch_that_no_edit_touches_keeps_its_words(data):
    text = "abcdefghij" * 3
    start, end = sorted(data.draw(st.lists(st.integers(0, 30), min_size=2, max_size=2, unique=True)))
    cuts = sorted(data.draw(st.lists(st.integers(0, 30), max_size=6, unique=True)))
    edits = [
        Edit(first, last, data.draw(st.sampled_from(["", "x", "long words"])))
        for first, last in zip(cuts[::2], cuts[1::2], strict=False)
        if last <= start or first >= end
    ]
    moved = move_stretch(start, end, edits)
    assert apply_edits(text, edits)[slice(*moved)] == text[start:end]
