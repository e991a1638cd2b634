import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda.errors import ImportFileError
from framework_qda.io.notes_txt import ENCODINGS, decode_text

WORDS = "She said “never” – café"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_told_by_its_mark_or_its_bytes(encoding):
    assert decode_text(WORDS.encode(encoding), "a.txt") == (WORDS, [])


def test_a_single_byte_encoding_is_guessed_with_a_warning():
    text, told = decode_text(WORDS.encode("cp1252"), "a.txt")
    assert text == WORDS
    assert "Western European (Windows-1252)" in told[0]


def test_bytes_that_mean_nothing_there_are_shown_and_counted():
    text, told = decode_text(b"caf\xe9 \x81", "a.txt")
    assert text == "café \ufffd"
    assert told[1].startswith("1 byte means no character")


def test_a_chosen_encoding_overrides_the_guess():
    assert decode_text("žluťoučký".encode("cp1250"), "a.txt", "cp1250") == ("žluťoučký", [])


def test_a_choice_that_cannot_be_right_is_refused():
    with pytest.raises(ImportFileError, match=r"not text in the encoding Unicode \(UTF-8\)"):
        decode_text(b"caf\xe9", "a.txt", "utf-8")


def test_the_byte_order_mark_is_no_part_of_a_text_in_a_chosen_encoding():
    assert decode_text(b"\xef\xbb\xbfabc", "a.txt", "utf-8")[0] == "abc"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_that_can_be_chosen_is_known(encoding):
    assert decode_text("abc".encode(encoding), "a.txt", encoding)[0] == "abc"


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda text: "\x00" not in text))
def test_any_text_in_utf_8_is_read_as_it_was_written(text):
    assert decode_text(b"\xef\xbb\xbf" + text.encode(), "a.txt") == (text, [])
