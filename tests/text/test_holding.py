import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda.text.holding import fragment_of, has_odd_letters, holds, spans_of, squeeze

UNICODE = [chr(code) for code in range(0x80, 0x10000) if not 0xD800 <= code < 0xE000]


def test_words_are_held_in_any_case_and_whatever_stands_between_them():
    assert holds("The  WARD\nsister rings", squeeze(" ward   Sister"))
    assert not holds("The ward's sister", squeeze("ward sister"))


def test_letters_that_become_plain_ones_are_odd():
    becoming = [each for each in UNICODE if each.isspace() or any(small.isascii() for small in each.casefold())]
    assert [each for each in UNICODE if has_odd_letters(each)] == becoming
    assert "ﬁ" in becoming


def test_the_longest_plain_part_of_words_is_their_fragment():
    assert fragment_of(squeeze("Café owners say")).words == ("owners", "say")
    assert fragment_of("100 % of “them”").text == "them"
    assert fragment_of("é").words == ()


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The  WARD\nsister rings the Ward sister.", "ward sister", ["WARD\nsister", "Ward sister"]),
        ("Große und GROSSE Straßen", "gross", ["Groß", "GROSS"]),
        ("the ﬁfth ﬁle", "fi", ["ﬁ", "ﬁ"]),
        ("the ﬁfth ﬁle", "if", ["ﬁf"]),
        ("😀 ward 😀", "ward 😀", ["ward 😀"]),
        ("تقرأ الممرضة القائمة", "الممرضة", ["الممرضة"]),
        ("ananan", "ana", ["ana"]),
        ("ward", "", []),
        ("ward", "wards", []),
    ],
)
def test_words_are_found_where_they_stand(text, words, found):
    assert [text[start:end] for start, end in spans_of(text, squeeze(words))] == found


@given(st.text(alphabet="aAßﬁ \n😀e\u0301", max_size=12), st.text(alphabet="aßs fi😀", min_size=1, max_size=3))
def test_words_are_found_just_where_a_text_holds_them(text, words):
    sought = squeeze(words)
    spans = spans_of(text, sought)
    assert bool(spans) == (bool(sought) and holds(text, sought))
    assert all(sought in squeeze(text[start:end]) for start, end in spans)
