import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda.errors import ImportFileError
from framework_qda.io.cues import SPEAKER_LENGTH, are_cues, read_cues
from framework_qda.io.notes_in import notes_from_bytes
from framework_qda.model import NotesParagraph as P
from framework_qda.text.turns import Turn, join_turns


def turns_of(*blocks):
    return read_cues("\n\n".join(("WEBVTT", *blocks)))[0]


def words_of(*blocks):
    return [turn.text for turn in turns_of(*blocks)]


# -- what is a file of cues


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT",
        "WEBVTT\n",
        "WEBVTT - a talk\nKind: captions",
        "1\n00:00:01,000 --> 00:00:02,000\nYes",
        "\n\n0:01 --> 0:02",
    ],
)
def test_captions_are_known_by_their_beginning(text):
    assert are_cues(text)


@pytest.mark.parametrize(
    "text",
    ["", "WEBVTTX", "[00:00:01 --> 00:00:02] words", "R: yes", "one\ntwo\nthree\nfour\n0:01 --> 0:02", "0:01 --> soon"],
)
def test_notes_are_no_captions(text):
    assert not are_cues(text)


# -- times


@pytest.mark.parametrize(
    ("line", "start_ms", "end_ms"),
    [
        ("00:00:01.500 --> 00:00:02.250", 1_500, 2_250),
        ("00:01.500 --> 00:02.250", 1_500, 2_250),
        ("00:00:01,500 --> 00:00:02,250", 1_500, 2_250),
        ("1:02:03.4 --> 1:02:04", 3_723_400, 3_724_000),
        ("75:20.000 --> 75:21.000", 4_520_000, 4_521_000),
        ("00:01.1234567 --> 00:02.9", 1_123, 2_900),
        ("00:01.000-->00:02.000", 1_000, 2_000),
        ("00:01.000 --> 00:02.000 align:start position:10% line:0", 1_000, 2_000),
        ("  00:01.000 -> 00:02.000\t", 1_000, 2_000),
        ("123:00:00.000 --> 123:00:01.000", 442_800_000, 442_801_000),
    ],
)
def test_times_are_read_as_programs_write_them(line, start_ms, end_ms):
    assert turns_of(f"{line}\nYes.") == [Turn("Yes.", "", start_ms, end_ms)]


@pytest.mark.parametrize("line", ["00:61.000 --> 00:62.000", "0:xx --> 0:yy", "00:01 --> soon", "--> 00:02.000"])
def test_words_under_a_time_that_cannot_be_read_are_kept_and_told(line):
    turns, told = read_cues(f"WEBVTT\n\n00:01.000 --> 00:02.000\nYes.\n\n{line}\nAnd no.")
    assert turns[1].text == "And no."
    assert turns[1].start_ms is None
    assert told == ["1 caption has no time that can be read; the words were kept."]


def test_a_time_after_the_end_is_still_a_time():
    assert turns_of("00:09.000 --> 00:02.000\nYes.")[0].start_ms == 9_000


def test_cues_that_overlap_stay_in_their_order():
    assert words_of("00:01.000 --> 00:09.000\nYes", "00:02.000 --> 00:03.000\nNo") == ["Yes", "No"]


# -- blocks


def test_names_and_numbers_of_cues_are_no_words():
    assert words_of("7\n00:01.000 --> 00:02.000\nYes", "the second\n00:03.000 --> 00:04.000\nNo") == ["Yes", "No"]


def test_a_number_that_stands_apart_is_no_word():
    assert words_of("7", "00:01.000 --> 00:02.000\nYes") == ["Yes"]


def test_a_number_that_is_said_is_a_word():
    assert words_of("00:01.000 --> 00:02.000\n2012", "00:03.000 --> 00:04.000\nor\n13") == ["2012", "or 13"]


def test_cues_need_no_blank_line_between_them():
    turns, _ = read_cues("1\n00:00:01,000 --> 00:00:02,000\nYes\n2\n00:00:03,000 --> 00:00:04,000\nNo")
    assert [turn.text for turn in turns] == ["Yes", "No"]


def test_words_after_a_blank_line_belong_to_their_cue():
    assert words_of("00:01.000 --> 00:02.000\nYes", "and no") == ["Yes and no"]


def test_in_subrip_a_line_of_words_before_a_time_is_kept():
    turns, _ = read_cues("00:00:01,000 --> 00:00:02,000\nYes\n\nand no\n00:00:03,000 --> 00:00:04,000\nso")
    assert [turn.text for turn in turns] == ["Yes and no", "so"]


def test_remarks_styles_and_the_head_are_left_out():
    text = "WEBVTT words\nKind: x\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n\nNOTE by hand\nor not\n\n0:01 --> 0:02\nYes"
    turns, told = read_cues(text)
    assert [turn.text for turn in turns] == ["Yes"]
    assert told == ["1 remark (NOTE) of the program that wrote the file left out."]


def test_a_cue_may_be_called_note():
    assert words_of("NOTE\n00:01.000 --> 00:02.000\nYes") == ["Yes"]


def test_a_cue_may_follow_the_head_at_once():
    assert [turn.text for turn in read_cues("WEBVTT\nKind: x\n0:01 --> 0:02\nYes")[0]] == ["Yes"]


def test_empty_cues_say_nothing():
    assert turns_of("00:01.000 --> 00:02.000", "00:01.000 --> 00:02.000\n<b> </b>&nbsp;") == []


# -- words and speakers


def test_markup_is_left_out_and_other_signs_are_kept():
    assert words_of(
        "0:01 --> 0:02\n<i>Yes</i> <c.red>{\\an8}if 5 < 6</c> <laughs> <00:01.500><font color='#fff'>so</font>"
    ) == ["Yes if 5 < 6 <laughs> so"]


@pytest.mark.parametrize(
    ("written", "words"),
    [("Q&amp;A", "Q&A"), ("&lt;v Bob&gt; no", "<v Bob> no"), ("a&nbsp;b", "a b"), ("AT&T &notes", "AT&T &notes"),
     ("&#233;&#x301;&#0;&#7;", "é\u0301\ufffd"), ("&unknown;", "&unknown;")],
)  # fmt: skip
def test_entities_become_their_characters(written, words):
    assert words_of(f"0:01 --> 0:02\n{written}") == [words]


def test_voices_are_speakers():
    turns = turns_of("0:01 --> 0:02\n<v Named  Nurse>Yes.</v> <v.loud Anna &amp; Bo>No.")
    assert [(turn.speaker, turn.text) for turn in turns] == [("Named Nurse", "Yes."), ("Anna & Bo", "No.")]


def test_words_without_a_voice_are_not_given_to_the_last_one():
    turns = turns_of("0:01 --> 0:02\n<v Bo>Yes</v> and", "0:02 --> 0:03\nso")
    assert [(turn.speaker, turn.text, turn.is_new) for turn in turns] == [
        ("Bo", "Yes", False), ("", "and", True), ("", "so", False),
    ]  # fmt: skip


def test_labels_are_speakers_as_in_notes():
    turns = turns_of("0:01 --> 0:02\nINT: Well?", "0:02 --> 0:03\nNote: yes", "0:03 --> 0:04\nR:")
    assert [(turn.speaker, turn.text) for turn in turns] == [("INT", "Well?"), ("", "Note: yes"), ("", "R:")]


def test_a_dash_at_the_beginning_of_a_cue_marks_a_change():
    turns = turns_of("0:01 --> 0:02\n- Well?\n- INT: Yes.", "0:02 --> 0:03\n&gt;&gt; No.")
    assert [(turn.speaker, turn.text, turn.is_new) for turn in turns] == [
        ("", "Well?", True), ("INT", "Yes.", True), ("", "No.", True),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["the form\n- lost by then -\ncame", "-5 degrees", "–and so"])
def test_other_dashes_are_words(words):
    assert words_of(f"0:01 --> 0:02\n{words}") == [" ".join(words.split())]


def test_the_name_of_a_speaker_without_end_is_cut_and_told():
    turns, told = read_cues(f"WEBVTT\n\n0:01 --> 0:02\n<v {'a' * 5_000}>Yes.")
    assert len(turns[0].speaker) == SPEAKER_LENGTH
    assert told == ["1 name of a speaker was too long and cut short."]


ROLLING = (
    "00:00.000 --> 00:02.000 align:start\n \nso<00:00.500><c> we</c>", "00:02.000 --> 00:02.010\nso we\n ",
    "00:02.010 --> 00:04.000\nso we\nwent<00:02.500><c> on</c>", "00:04.000 --> 00:04.010\nwent on\n ",
    "00:04.010 --> 00:06.000\nwent on\non<00:05.000><c> foot</c>",
)  # fmt: skip


def test_captions_that_roll_are_taken_once():
    turns, told = read_cues("\n\n".join(("WEBVTT", *ROLLING)))
    assert " ".join(turn.text for turn in turns) == "so we went on on foot"
    assert "taken once" in told[0]


def test_what_is_said_twice_stays_twice():
    assert words_of("0:01 --> 0:02\nYes.", "0:02 --> 0:03\nYes.") == ["Yes.", "Yes."]


# -- as notes


def test_a_recognisers_transcript_becomes_notes_of_that_kind():
    notes = notes_from_bytes(
        "\ufeffWEBVTT\r\n\r\n0:01 --> 0:02\r\n<v R>So I\r\n\r\n0:02 --> 0:03\r\n<v R>went.".encode(), "a.vtt"
    )
    assert (notes.kind, notes.paragraphs, notes.warnings) == ("transcript", (P("So I went.", "R", 1_000),), ())


def test_subrip_is_known_by_what_it_holds():
    notes = notes_from_bytes(b"1\n00:00:01,000 --> 00:00:02,000\nCaf\xe9", "a.txt")
    assert (notes.kind, notes.paragraphs) == ("transcript", (P("Café", "", 1_000),))
    assert "Windows-1252" in notes.warnings[0]


def test_captions_in_utf_16_are_read():
    assert notes_from_bytes("WEBVTT\n\n0:01 --> 0:02\nYes.".encode("utf-16"), "a.vtt").paragraphs[0].start_ms == 1_000


def test_captions_that_are_none_are_told():
    notes = notes_from_bytes(b"R: I went.", "a.srt")
    assert notes.paragraphs == (P("I went.", "R"),)
    assert "no captions" in notes.warnings[0]


@pytest.mark.parametrize("data", [b"WEBVTT", b"WEBVTT\n\nNOTE nothing", b"1\n00:00:01,000 --> 00:00:02,000\n"])
def test_captions_without_words_are_refused(data):
    with pytest.raises(ImportFileError, match="holds no words"):
        notes_from_bytes(data, "a.vtt")


def test_times_that_go_backwards_are_told():
    notes = notes_from_bytes(b"WEBVTT\n\n0:09 --> 0:10\n<v A>Yes.\n\n0:01 --> 0:02\n<v B>No.", "a.vtt")
    assert notes.warnings[0].startswith("A time goes backwards")


# -- hostile files


@pytest.mark.parametrize(
    "payload",
    ["<" * 200_000, "<v " * 60_000, "<a" + " " * 200_000, "&" * 200_000, "&amp" * 60_000, "- " * 100_000,
     "{\\" * 100_000, "0:" * 100_000, " " * 200_000 + "x", "<v a>" * 50_000 + "x", ">>" * 100_000, "1\n" * 100_000,
     "\n\n9" * 60_000, "\n\n0:01 --> 0:02\n<v A>word" * 50_000],
    ids=lambda payload: payload[:4].strip() or "blanks",
)  # fmt: skip
def test_no_file_keeps_the_reader_busy(payload):
    # A reader that looked back over it would not come to an end within the suite's time.
    cues, _ = read_cues(f"WEBVTT\n\n0:01 --> 0:02\n{payload}")
    assert isinstance(cues, (list, tuple))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_read_without_an_error(text):
    for start in ("WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n"):
        join_turns(read_cues(start + text)[0])


_words = st.lists(st.from_regex(r"\A[a-zé][a-z'&<>]{0,6}[.,?]?\Z"), min_size=1, max_size=8).map(" ".join)
_spoken = st.lists(
    st.tuples(st.sampled_from(["INT", "R", "Named Nurse", "A & B"]), st.integers(1, 9_000), _words), min_size=1
)


@given(_spoken, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_a_program_writes_comes_back(spoken, line_end, has_mark):
    text, expected = _write_vtt(spoken)
    data = (b"\xef\xbb\xbf" if has_mark else b"") + text.replace("\n", line_end).encode()
    notes = notes_from_bytes(data, "a.vtt")
    assert notes.paragraphs == join_turns(expected)
    assert notes.warnings == ()


def _write_vtt(spoken):
    """Return a file of cues and the turns that stand in it."""
    blocks, turns, start = ["WEBVTT"], [], 0
    for speaker, length, words in spoken:
        voice, escaped = _escape(speaker), _escape(words)
        blocks.append(f"{_stamp(start)} --> {_stamp(start + length)}\n<v {voice}>{escaped}</v>")
        turns.append(Turn(words, speaker, start, start + length))
        start += length
    return "\n\n".join(blocks), turns


def _escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _stamp(ms):
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"
