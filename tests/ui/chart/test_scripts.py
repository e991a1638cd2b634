"""Passages in right-to-left, mixed and combining text: a link holds exactly the words that were selected."""

import unicodedata

import pytest
from PySide6.QtCore import QMimeData, Qt

from framework_qda.model import Notes, NotesParagraph
from framework_qda.ui.chart.notes_text import document_place

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier

PASSAGES = {
    "hebrew": ("היא אמרה שאף אחד לא בדק את הרשימה.", "שאף אחד לא בדק"),
    "arabic in latin": ("She said: لم يراجع أحد القائمة, and left.", "لم يراجع أحد"),
    "latin in arabic": ("قالت إن NHS Trust لم يرد على الرسالة.", "NHS Trust لم"),
    "astral": ("𝔘𝔫𝔡 😀👩‍👧 came, 𠜎 too, to ask.", "👩‍👧 came, 𠜎"),
    "combining": ("Ns̈ and x̂ȳ z̃ were heard, then ष्टि.", "x̂ȳ z̃ were"),
    "flags and tones": ("The 🏴󠁧󠁢󠁥󠁮󠁧󠁿 team 👍🏽 agreed.", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 team 👍🏽"),
}


@pytest.fixture(params=PASSAGES, ids=str)
def passage(request, bench, study):
    """Give a bench on notes in some script, and a passage of them."""
    text, words = PASSAGES[request.param]
    notes = Notes("n.txt", "00", (NotesParagraph("Before 😀.", "INT"), NotesParagraph(text, "ר1")))
    study.project.import_notes([(study.interviews[1], notes)])
    bench.open(1, 0)
    return bench, words


def linked(bench, study):
    (statement,) = study.cell(1, 0).content
    return study.project.read.extracts_by_id(statement.evidence)[statement.evidence[0]]


def test_what_was_selected_is_linked_word_for_word(passage, study):
    bench, words = passage
    bench.type("Told.")
    bench.select(words)
    bench.do("link")
    extract = linked(bench, study)
    (anchor,) = extract.anchors
    text = bench.notes.lines[1].text
    assert extract.text == words
    assert text[anchor.start : anchor.end] == words


def test_the_shade_stands_on_the_same_words(passage, study):
    bench, words = passage
    bench.type("Told.")
    bench.select(words)
    bench.do("link")
    (shade,) = bench.notes.passages_of(linked(bench, study).id)
    assert bench.notes.lines[shade.line].text[shade.start : shade.end] == words


def test_a_click_on_the_words_finds_the_passage(passage, study):
    bench, words = passage
    bench.type("Told.")
    bench.select(words)
    bench.do("link")
    line = bench.notes.lines[1]
    block = bench.notes.document().findBlockByNumber(1)
    for place in (line.text.index(words), line.text.index(words) + len(words)):
        assert bench.notes.extract_at(document_place(block, line, place)) == linked(bench, study).id
    assert bench.notes.extract_at(document_place(block, line, len(line.text))) == ""


def test_keys_select_whole_characters(passage, study):
    bench, _words = passage
    bench.notes.go_to_place(1, 0)
    key = Key.Key_Left if bench.notes.textCursor().block().textDirection() == Qt.LayoutDirection.RightToLeft else None
    for _ in range(7):
        bench.press(key or Key.Key_Right, SHIFT, bench.notes)
    bench.type("Told.")
    bench.do("link")
    extract = linked(bench, study)
    assert bench.notes.lines[1].text.startswith(extract.text)
    rest = bench.notes.lines[1].text[len(extract.text) :].lstrip()
    assert not rest or not _joins(rest[0])


def _joins(character):
    """Say whether a character belongs to the one before it."""
    return unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf") or "🏻" <= character <= "🏿"


def test_typing_after_a_reference_in_such_text_goes_before_it(passage, study):
    bench, words = passage
    bench.editor.insertFromMimeData(_plain(words))
    bench.select(words)
    bench.do("link")
    bench.press(Key.Key_End)
    bench.type(" Z")
    (statement,) = bench.editor.content()
    assert statement.text == f"{words} Z"
    assert len(statement.evidence) == 1


def _plain(words):
    data = QMimeData()
    data.setText(words)
    return data
