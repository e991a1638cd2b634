from hypothesis import given
from hypothesis import strategies as st

from framework_qda.model import NotesParagraph as P
from framework_qda.text.turns import PAUSE_MS, WORDS_AT_MOST, WORDS_ENOUGH, Turn, join_turns


def long(count):
    return " ".join(["word"] * count)


def test_a_sentence_over_several_pieces_is_one_paragraph_with_its_first_time():
    turns = [Turn("I went", "R", 1_000, 1_900), Turn("to the ward.", "R", 2_000, 3_000)]
    assert join_turns(turns) == (P("I went to the ward.", "R", 1_000),)


def test_another_speaker_begins_a_paragraph():
    assert join_turns([Turn("So then", "R"), Turn("Yes", "INT")]) == (P("So then", "R"), P("Yes", "INT"))


def test_words_without_a_speaker_go_on_with_the_last_one():
    assert join_turns([Turn("So then", "R"), Turn("I went")]) == (P("So then I went", "R"),)


def test_a_marked_change_begins_a_paragraph():
    assert join_turns([Turn("So", "R"), Turn("Yes", is_new=True)]) == (P("So", "R"), P("Yes"))


def test_a_paragraph_that_is_long_enough_ends_with_its_sentence():
    turns = [Turn(long(WORDS_ENOUGH) + '."'), Turn("More.")]
    assert len(join_turns(turns)) == 2


def test_short_sentences_stay_together():
    assert len(join_turns([Turn("Yes."), Turn("It is.")])) == 1


def test_a_silence_after_a_sentence_ends_a_paragraph():
    turns = [Turn("Yes.", "R", 0, 1_000), Turn("It is.", "R", 1_000 + PAUSE_MS, 9_000)]
    assert len(join_turns(turns)) == 2


def test_a_silence_within_a_sentence_does_not():
    turns = [Turn("Yes, but", "R", 0, 1_000), Turn("it is.", "R", 1_000 + PAUSE_MS, 9_000)]
    assert len(join_turns(turns)) == 1


def test_words_without_punctuation_end_somewhere():
    counts = [len(each.text.split()) for each in join_turns([Turn(long(10))] * 60)]
    assert counts == [WORDS_AT_MOST] * 5


_turns = st.builds(
    Turn,
    text=st.sampled_from(["one", "two three.", "four?", "five six seven"]),
    speaker=st.sampled_from(["", "R", "INT"]),
    start_ms=st.none() | st.integers(0, 10**7),
    end_ms=st.none() | st.integers(0, 10**7),
    is_new=st.booleans(),
)


@given(st.lists(_turns))
def test_no_word_is_added_dropped_or_moved(turns):
    assert " ".join(each.text for each in join_turns(turns)).split() == " ".join(each.text for each in turns).split()
