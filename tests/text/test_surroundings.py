from hypothesis import given
from hypothesis import strategies as st

from framework_qda.text.surroundings import MOST, words_around

TEXT = "The duty doctor reads the last four visits before seeing a child, whatever the hour."


def around(passage, most=20):
    start = TEXT.index(passage)
    return words_around(TEXT, start, start + len(passage), most)


def test_whole_words_stand_on_either_side_with_an_ellipsis_where_more_stand():
    assert around("four visits") == ("… reads the last ", " before seeing a …")


def test_where_nothing_more_stands_there_is_no_ellipsis():
    assert around("duty") == ("The ", " doctor reads the …")
    assert around("hour.") == ("… whatever the ", "")


def test_a_text_without_blanks_is_shown_as_it_is():
    assert words_around("x" * 300, 140, 150, 20) == ("… " + "x" * 20, "x" * 20 + " …")


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_nothing_is_made_up_and_not_much_is_shown(text, first, second):
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    before, after = words_around(text, start, end)
    assert text[:start].endswith(before.removeprefix("… ").lstrip()) or not before.strip("… ")
    assert text[end:].startswith(after.removesuffix(" …").rstrip()) or not after.strip("… ")
    assert max(len(before), len(after)) <= MOST + 2
