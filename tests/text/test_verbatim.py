"""Own words against the notes."""

import pytest

from framework_qda.text.verbatim import Match, NotesIndex, check_words
from framework_qda.text.worddiff import Change

NOTES = (
    ("p1", "What happens when somebody forgets to tell you?"),
    ("p2", "Two forms got lost one winter 😀, nothing came of it but it shook them."),
    ("p3", "She’ll ring me — nine times out of ten I have, but it’s the tenth you do it for."),
    ("p4", "Nobody compares the two lists. [the smaller hospital] has none."),
    ("p5", ""),
)


def check(words):
    return check_words(words, NotesIndex(NOTES))


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("nine times out of ten I have", Match.VERBATIM),
        ("winter 😀, nothing came of it", Match.VERBATIM),
        ("“nine times out of ten I have”", Match.VERBATIM),
        ("She'll ring me - nine times", Match.TYPOGRAPHY),
        ("NINE times  out of ten, I have.", Match.TYPOGRAPHY),
        ("nine times out of ten … the tenth you do it for", Match.TYPOGRAPHY),
        ("nine times [...] the tenth", Match.TYPOGRAPHY),
        ("nobody compares the two lists [of names]", Match.TYPOGRAPHY),
        ("[the smaller hospital] has none", Match.VERBATIM),
        ("do it for. Nobody compares", Match.TYPOGRAPHY),
        ("nine times out of ten I do", Match.DIFFERS),
        ("nobody ever compares the two lists", Match.DIFFERS),
        ("forms got lost winter, nothing came of it", Match.DIFFERS),
        ("nine times … a dozen times over", Match.ABSENT),
        ("The minister resigned on a Tuesday", Match.ABSENT),
        ("lost forms", Match.ABSENT),
        ("form", Match.DIFFERS),
    ],
)
def test_words_are_there_or_not(words, match):
    assert check(words).match == match


def test_the_nearest_passage_is_cut_at_its_words():
    found = check("Nobody ever compares both of the two lists")
    assert (found.place.paragraph_id, found.passage) == ("p4", "Nobody compares the two lists")


def test_the_place_counts_code_points():
    found = check("nothing came from it but it shook them")
    text = dict(NOTES)["p2"]
    assert text[found.place.start : found.place.end] == found.passage == "nothing came of it but it shook them"


def test_differences_lead_from_the_passage_to_the_words():
    pieces = check("nine times out of ten I do").pieces
    changed = [(piece.change, piece.text.strip()) for piece in pieces if piece.change is not Change.SAME]
    assert changed == [(Change.REMOVED, "have"), (Change.ADDED, "do")]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Nobody ever compares the two lists", ["ever"]),
        ("nobody compares the lists", ["the"]),
        ("She'll ring us, nine times out of ten I have", ["us"]),
        ("nothing came … He walked out at noon on Friday", ["He walked out at noon on Friday"]),
        ("nine times … nobody ever compares the two lists", ["ever"]),
    ],
)
def test_only_what_differs_is_marked(words, marked):
    assert [words[start:end] for start, end in check(words).spans] == marked


@pytest.mark.parametrize("words", ["", "  ", "…", "“”", "!?"])
def test_no_words_are_never_wrong(words):
    assert check(words).match.is_there


def test_no_notes_have_nothing():
    assert NotesIndex([("a", " ")]).is_empty
    assert check_words("Words.", NotesIndex([])).match == Match.ABSENT


def test_long_notes_are_prepared_in_steps():
    index = NotesIndex([(str(number), "Some words of a long talk.") for number in range(200)])
    assert len(list(index.prepare())) > 4
    assert list(index.prepare()) == []
