from framework_qda.text.holding import fragment_of, has_odd_letters, holds, squeeze

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
