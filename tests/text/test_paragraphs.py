import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework_qda.model import NotesParagraph as P
from framework_qda.text.paragraphs import Line, check_times, split_notes, unwrap


def split(text):
    return list(split_notes(text.split("\n")))


@pytest.mark.parametrize(
    "line",
    [
        "[00:12:05] INT: Who tells you?",
        "[00:12:05] INT : Who tells you?",
        "INT: [00:12:05] Who tells you?",
        "INT [00:12:05]: Who tells you?",
        "(00:12:05.000) INT:Who tells you?",
        "0:12:05\tINT:\tWho tells you?",
        "12:05 INT: Who tells you?",
        "00:12:05 - INT: Who tells you?",
    ],
)
def test_time_and_speaker_are_read_in_any_order(line):
    assert split(line) == [P("Who tells you?", "INT", 725_000)]


@pytest.mark.parametrize(
    "label", ["INT", "Interviewer", "R1", "R", "Named Nurse", "Head of Midwifery", "Social worker 2", "P12"]
)
def test_usual_names_of_speakers_are_recognised(label):
    assert split(f"{label}: Well, it depends.") == [P("Well, it depends.", label)]


@pytest.mark.parametrize(
    "line",
    [
        "Note: she laughs here.",
        "NB: see 3.4.",
        "10:30 meeting with the ward, every Tuesday.",
        "12:05 p.m. she rang back.",
        "Two things: the form and the phone.",
        "The health visitor: she rings, or she does not.",
        "Ratio 3:1 on nights.",
        "Outcome: nothing came of it.",
        "https://example.org is not a speaker",
        "[Analyst: laughs here; see 3.4.]",
        "She said one thing to me: never again.",
        "A: first choice",
    ],
)
def test_prose_is_not_taken_for_a_time_or_a_speaker(line):
    assert split(line) == [P(line)]


def test_a_remark_after_a_time_stays_in_the_text():
    assert split("[0:01:00] Note: the line is bad here.") == [P("Note: the line is bad here.", "", 60_000)]


def test_an_unknown_label_is_a_speaker_when_it_comes_again():
    text = "Blue: one\n\nTeal: two\n\nBlue: three\n\nBlue: four"
    assert [paragraph.speaker for paragraph in split(text)] == ["Blue", "", "Blue", "Blue"]


def test_the_fields_at_the_top_of_a_file_are_no_speakers():
    assert {paragraph.speaker for paragraph in split("Date: 4 March\nPlace: the ward\nMode: telephone")} == {""}


def test_a_bold_label_is_a_speaker_though_nobody_has_heard_of_it():
    assert split_notes([Line("Blue: Well.", bold_length=5)]) == (P("Well.", "Blue"),)


def test_bold_words_without_a_colon_are_a_speaker_if_usual():
    assert split_notes([Line("Interviewer And then?", bold_length=11)]) == (P("And then?", "Interviewer"),)
    assert split_notes([Line("Staffing matters here", bold_length=8)]) == (P("Staffing matters here"),)


def test_time_and_speaker_alone_belong_to_the_next_line_with_words():
    assert split("[00:12:05]\n\nINT:\nWho tells you?\n\nNobody.") == [P("Who tells you?", "INT", 725_000), P("Nobody.")]


def test_speaker_and_time_alone_on_a_line_belong_to_the_next():
    assert split("Speaker 1  0:03\nHello.") == [P("Hello.", "Speaker 1", 3_000)]


def test_a_time_that_nothing_follows_is_kept_as_words():
    assert split("Hello.\n[00:12:05]") == [P("Hello."), P("[00:12:05]", "", 725_000)]


def test_the_first_of_two_times_in_a_row_is_kept_as_words():
    assert split("[00:00:05]\n[00:00:09]\nHello.") == [P("[00:00:05]", "", 5_000), P("Hello.", "", 9_000)]


def test_short_times_are_believed_when_several_climb():
    text = "00:09 Good morning.\n02:47 Yes.\n12:05 No."
    assert [paragraph.start_ms for paragraph in split(text)] == [9_000, 167_000, 725_000]


def test_hours_of_a_day_are_not_places_in_a_recording():
    text = "09:00 arrival on the ward\n09:30 handover\n10:15 meeting"
    assert [paragraph.start_ms for paragraph in split(text)] == [None, None, None]


def test_words_are_kept_as_they_were_written_after_a_time():
    assert split("[0:00:01] ... and she - well - rang.") == [P("... and she - well - rang.", "", 1_000)]


def test_a_speaker_told_by_a_table_is_kept():
    assert split_notes([Line("Yes.", speaker="Blue")]) == (P("Yes.", "Blue"),)


def test_times_that_go_backwards_are_told_with_their_place():
    paragraphs = split_notes(["[0:00:09] a", "[0:00:05] b", "c", "[0:00:07] d"])
    assert check_times(paragraphs) == ["A time goes backwards: ¶2 (0:00:05 after 0:00:09). Kept as written."]


def test_times_that_climb_are_not_told():
    assert check_times(split_notes(["[0:00:09] a", "b", "[0:00:09] c"])) == []


LONG = (
    "She rings me every Monday and asks how many there were, and I tell her, because nobody else does. Two got lost "
    "one winter and nothing came of it, but it shook them, it shook all of them there, and they have a list now."
)


def test_lines_broken_at_a_width_are_joined():
    lines, is_joined = unwrap([*textwrap.wrap(LONG, 66), "", "INT: And now?", *textwrap.wrap("R: " + LONG, 66)])
    assert is_joined
    assert lines == [LONG, "", "INT: And now?", "R: " + LONG]


def test_lines_that_end_where_they_like_are_left_alone():
    lines = ["Short one.", "Another short one that is longer.", "A third that is longer still, by some words.", "End."]
    assert unwrap(lines) == (lines, False)


@settings(max_examples=60)
@given(st.lists(st.text("aI:R1[]0952 \tN.é-", max_size=30), max_size=8))
def test_no_word_of_any_line_is_lost(lines):
    kept = "".join(f"{paragraph.speaker}{paragraph.text}" for paragraph in split_notes(lines))
    letters = sorted(character for line in lines for character in line if character.isalpha())
    assert sorted(character for character in kept if character.isalpha()) == letters


def test_ten_thousand_lines_take_no_time():
    import time

    lines = [f"[{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}] R: word " + "and more " * 20 for n in range(10_000)]
    started = time.process_time()
    assert len(split_notes(lines)) == 10_000
    assert time.process_time() - started < 2
