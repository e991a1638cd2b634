import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from framework_qda.model import Anchor
from framework_qda.text.anchors import NEIGHBOUR_LENGTH, Place, find_anchor, is_in_place, make_anchor

TEXT = (
    "Used to rely on the form coming down in the internal post. Two got lost one winter, nothing came of it but it "
    "shook them. Now the liaison nurse goes through every child's sheet from the day before, all of them, by ten."
)
QUOTE = "Two got lost one winter, nothing came of it"
VOCABULARY = "and she rang them so we do it you know the ward not yet é 😀 it"
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=40)
SPEECH = WORDS.map(" ".join)


def anchor_of(quote, text=TEXT):
    start = text.index(quote)
    return make_anchor("p", text, start, start + len(quote))


def words_at(found, texts):
    return texts[found.place.paragraph_id][found.place.start : found.place.end]


def test_an_anchor_holds_its_words_and_64_code_points_on_either_side():
    anchor = anchor_of("liaison")
    assert (anchor.exact, len(anchor.before), len(anchor.after)) == ("liaison", 64, 64)
    assert TEXT[anchor.start - 64 : anchor.end + 64] == anchor.before + anchor.exact + anchor.after


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4), (0, 999)])
def test_no_anchor_is_made_of_nothing(start, end):
    with pytest.raises(ValueError, match="no stretch"):
        make_anchor("p", TEXT, start, end)


def test_a_passage_is_in_place_while_it_and_its_surroundings_stand():
    assert is_in_place(anchor_of(QUOTE), TEXT)
    assert is_in_place(anchor_of(QUOTE), TEXT.replace("by ten", "by noon"))


@pytest.mark.parametrize(("old", "new"), [("Two got", "Two get"), ("post. ", "mail. "), ("Used", "We used")])
def test_a_passage_is_not_in_place_after_an_edit_in_it_or_beside_it(old, new):
    assert not is_in_place(anchor_of(QUOTE), TEXT.replace(old, new))


def test_an_edit_far_before_moves_the_place_with_the_words():
    texts = {"p": "Oh yes, well. " + TEXT}
    found = find_anchor(anchor_of("liaison nurse"), texts)
    assert found.is_certain
    assert words_at(found, texts) == "liaison nurse"


def test_an_edit_near_one_side_leaves_it_certain():
    texts = {"p": TEXT.replace("the form", "a sheet")}
    found = find_anchor(anchor_of(QUOTE), texts)
    assert found.is_certain
    assert words_at(found, texts) == QUOTE


def test_an_edit_right_beside_it_makes_it_a_proposal_at_the_same_words():
    texts = {"p": TEXT.replace("internal post", "outside mail")}
    found = find_anchor(anchor_of(QUOTE), texts)
    assert not found.is_certain
    assert words_at(found, texts) == QUOTE


def test_words_added_at_the_paragraphs_end_are_not_taken_in():
    anchor = make_anchor("p", QUOTE, 0, len(QUOTE))
    assert find_anchor(anchor, {"p": QUOTE + ", no"}).place == Place("p", 0, len(QUOTE))


def test_other_quotation_marks_inside_are_no_other_passage():
    anchor = make_anchor("p", 'He said "never again" to me.', 8, 27)
    found = find_anchor(anchor, {"p": "He said “never again” to me."})
    assert (found.place, found.is_certain) == (Place("p", 8, 27), True)


def test_a_correction_of_spelling_inside_is_found_with_its_borders():
    texts = {"p": TEXT.replace("lost one winter", "lost one winters")}
    found = find_anchor(anchor_of(QUOTE), texts)
    assert found.is_certain
    assert words_at(found, texts) == "Two got lost one winters, nothing came of it"


def test_a_passage_half_rewritten_is_only_proposed():
    texts = {"p": TEXT.replace("Two got lost one winter", "Three of them never arrived one spring")}
    found = find_anchor(anchor_of(QUOTE), texts)
    assert not found.is_certain
    assert found.place is None or "nothing came of it" in words_at(found, texts)


def test_a_passage_moved_to_another_paragraph_is_only_proposed():
    texts = {"p": TEXT.replace(QUOTE, ""), "q": QUOTE}
    found = find_anchor(anchor_of(QUOTE), texts)
    assert (found.place, found.is_certain) == (Place("q", 0, len(QUOTE)), False)


def test_a_copy_elsewhere_in_the_paragraph_does_not_stand_for_a_deleted_passage():
    texts = {"p": TEXT.replace(QUOTE, "", 1) + " As I said: " + QUOTE}
    assert not find_anchor(anchor_of(QUOTE), texts).is_certain


def test_a_few_words_found_elsewhere_are_lost_rather_than_proposed():
    text = "She did. He did not. They did."
    anchor = make_anchor("p", text, 4, 7)
    assert find_anchor(anchor, {"p": "Nobody rang back on the Monday, he says. They did."}).place is None


def test_a_deleted_paragraph_is_lost():
    assert find_anchor(anchor_of(QUOTE), {"q": "Nothing alike stands here at all."}).place is None


def test_words_in_capitals_elsewhere_are_proposed_at_their_borders():
    texts = {"q": "Well. TWO GOT LOST ONE WINTER, NOTHING CAME OF IT. So."}
    found = find_anchor(anchor_of(QUOTE), texts)
    assert words_at(found, texts) == QUOTE.upper()


def test_an_anchor_without_words_is_lost():
    assert find_anchor(Anchor("p", 0, 0, ""), {"p": TEXT}).place is None


@st.composite
def anchored(draw, text=SPEECH):
    words = draw(text)
    start = draw(st.integers(0, len(words) - 1))
    return words, make_anchor("p", words, start, draw(st.integers(start + 1, len(words))))


def is_repeated(text, anchor):
    """Say whether the words with what stands right beside them occur twice: then no one can tell which is which."""
    core = anchor.before[-NEIGHBOUR_LENGTH:] + anchor.exact + anchor.after[:NEIGHBOUR_LENGTH]
    return text.find(core) != text.rfind(core)


@settings(max_examples=80)
@given(anchored(), SPEECH)
def test_an_unedited_text_finds_the_exact_place(case, other):
    text, anchor = case
    found = find_anchor(anchor, {"p": text, "q": other, "r": text})
    assert (found.place, found.confidence, found.is_certain) == (Place("p", anchor.start, anchor.end), 1.0, True)


@settings(max_examples=150)
@given(anchored(), SPEECH, st.booleans())
def test_an_edit_elsewhere_never_moves_it_to_other_words(case, added, is_before):
    text, anchor = case
    assume(not is_repeated(text, anchor) and anchor.exact not in added)
    edited, shift = (f"{added} {text}", len(added) + 1) if is_before else (f"{text} {added}", 0)
    found = find_anchor(anchor, {"p": edited})
    if found.is_certain:
        assert found.place == Place("p", anchor.start + shift, anchor.end + shift)


@settings(max_examples=150)
@given(anchored(), SPEECH)
def test_a_deleted_passage_is_never_found_with_certainty(case, other):
    text, anchor = case
    assume(not is_repeated(text, anchor) and anchor.exact.strip())
    edited = text[: anchor.start] + text[anchor.end :]
    around = anchor.before[-NEIGHBOUR_LENGTH:] + anchor.exact + anchor.after[:NEIGHBOUR_LENGTH]
    assume(around not in edited)
    assert not find_anchor(anchor, {"p": edited, "q": other, "r": text}).is_certain


@settings(max_examples=80)
@given(anchored(), SPEECH)
def test_a_proposal_lies_inside_its_paragraph(case, other):
    text, anchor = case
    texts = {"p": other, "q": text[::-1]}
    place = find_anchor(anchor, texts).place
    assert place is None or 0 <= place.start < place.end <= len(texts[place.paragraph_id])


def test_three_hundred_lost_passages_of_long_notes_are_looked_for_in_seconds():
    texts = {str(n): f"{n} " + TEXT[n % 40 :] for n in range(300)}
    anchor = make_anchor("gone", "An entirely different sentence that nobody has kept anywhere.", 3, 60)
    started = time.process_time()
    for _ in range(30):
        find_anchor(anchor, texts)
    assert time.process_time() - started < 3
