"""Own words that the notes do not have are marked."""

from itertools import count

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QToolTip

from framework_qda.model import Interview, Notes, NotesParagraph, Paragraph, Statement
from framework_qda.ui.chart import word_check
from framework_qda.ui.widgets.statement_blocks import blocks_of

Key = Qt.Key
VERBATIM = "nine times out of ten I have"
CHANGED = "nine times in ten I have"


def write(bench, *statements):
    made = [Statement(f"s{n}", kind, text) for n, (kind, text) in enumerate(statements)]
    place = (bench.study.interviews[0], bench.study.subtopics[0])
    bench.operations.run(lambda project: project.chart(*place, made))
    bench.desk.word_check.finish()


def marked(bench):
    """Return the words with a dashed line below."""
    found = []
    for block in blocks_of(bench.editor.document()):
        for each in block.layout().formats():
            if each.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DashUnderline:
                found.append(block.text().encode("utf-16-le")[2 * each.start : 2 * (each.start + each.length)])
    return [each.decode("utf-16-le") for each in found]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("own_words", VERBATIM, []),
        ("own_words", "SHE'LL ring me - nine times", []),
        ("own_words", CHANGED, ["in"]),
        ("own_words", "😀 nine times in ten I have", ["in"]),
        ("own_words", "The minister resigned", ["The minister resigned"]),
        ("summary", f"Told “{CHANGED}”, she says.", ["in"]),
        ("summary", f"Told “{VERBATIM}”.", []),
        ("summary", "No quotation at all, and none of it in the notes.", []),
        ("note", f"Told “{CHANGED}”, I think.", []),
    ],
)
def test_what_the_notes_do_not_have_is_marked(bench, kind, text, expected):
    write(bench, (kind, text))
    assert marked(bench) == expected


def test_the_check_waits_for_a_pause(bench, qtbot, monkeypatch):
    bench.do("kind_own_words")
    bench.type("A minister resigned")
    assert not bench.desk.word_check.is_done
    assert marked(bench) == []
    qtbot.waitUntil(lambda: marked(bench) == ["A minister resigned"], timeout=word_check.PAUSE_MS + 2000)


def test_a_mark_goes_with_the_first_new_letter(bench):
    write(bench, ("own_words", CHANGED))
    bench.press(Key.Key_End)
    bench.type("x")
    assert marked(bench) == []


def test_marks_are_no_edit(bench):
    told = []
    bench.editor.edited.connect(lambda: told.append(1))
    write(bench, ("own_words", CHANGED))
    assert marked(bench)
    assert told == []
    assert not bench.editor.document().isUndoAvailable()
    assert not bench.desk.panes.saving.is_dirty


def test_changed_notes_are_compared_anew(bench, study):
    write(bench, ("own_words", CHANGED))
    (document,) = bench.reload_documents()
    paragraph = next(each for each in study.project.read.paragraphs(document.id) if "nine times" in each.text)
    text = paragraph.text.replace(VERBATIM, CHANGED)
    bench.operations.run(lambda project: project.edit_paragraph(paragraph.id, text=text))
    assert study.project.read.get(Paragraph, paragraph.id).text == text
    bench.desk.word_check.finish()
    assert marked(bench) == []


def test_another_interview_has_notes_of_its_own(bench, study):
    write(bench, ("own_words", VERBATIM))
    other = Notes("I02.txt", "02", (NotesParagraph("Something else altogether."),))
    bench.operations.run(lambda project: project.import_notes([(study.interviews[1], other)]))
    study.chart(VERBATIM, 1, 0, kind="own_words")
    bench.open(1, 0)
    bench.desk.word_check.finish()
    assert marked(bench) == [VERBATIM]


def test_without_notes_nothing_is_marked(bench, study):
    study.chart(VERBATIM, 1, 0, kind="own_words")
    bench.open(1, 0)
    bench.desk.word_check.finish()
    assert marked(bench) == []
    bench.do("compare_words")
    assert bench.desk.status_text() == word_check.NO_NOTES


def tip_at(bench, widget, point):
    event = QHelpEvent(QHelpEvent.Type.ToolTip, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, event)
    return QToolTip.text()


def test_a_tip_names_the_passage_and_the_difference(bench):
    write(bench, ("own_words", CHANGED))
    cursor = bench.editor.textCursor()
    cursor.setPosition(CHANGED.index("in ") + 1)
    tip = tip_at(bench, bench.editor.viewport(), bench.editor.cursorRect(cursor).center())
    assert "¶3 · 0:23:10" in tip
    assert VERBATIM in tip
    assert "<s>out of</s> <u>in</u>" in tip


def test_words_without_a_mark_have_no_tip(bench):
    write(bench, ("own_words", CHANGED))
    cursor = bench.editor.textCursor()
    cursor.setPosition(1)
    assert "¶3" not in tip_at(bench, bench.editor.viewport(), bench.editor.cursorRect(cursor).center())


def test_the_mark_in_the_margin_has_the_tip_too(bench):
    write(bench, ("own_words", CHANGED))
    assert VERBATIM in tip_at(bench, bench.editor._gutter, QPoint(3, bench.editor.cursorRect().center().y()))


def test_notes_in_a_tip_are_no_markup(bench, study):
    more = Notes("I01b.txt", "03", (NotesParagraph("It is <b>bold</b> & it is so very plain to see."),))
    bench.operations.run(lambda project: project.import_notes([(study.interviews[0], more)]))
    write(bench, ("own_words", "it is so very hard to see"))
    doubt = bench.editor.doubt_of(bench.editor.document().begin())
    assert "<b>bold" not in doubt.tip


def test_a_key_selects_the_nearest_passage(bench):
    write(bench, ("own_words", CHANGED))
    bench.press(Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert bench.notes.selected_words() == VERBATIM
    assert bench.editor.hasFocus()
    assert bench.desk.status_text() == word_check.NEAREST
    assert "<u>in</u>" in QToolTip.text()


@pytest.mark.parametrize(
    ("kind", "text", "hint"),
    [
        ("own_words", VERBATIM, word_check.AS_IN_THE_NOTES),
        ("summary", "Nothing quoted.", word_check.NO_OWN_WORDS),
    ],
)
def test_a_key_says_why_there_is_nothing_to_compare(bench, kind, text, hint):
    write(bench, (kind, text))
    bench.do("compare_words")
    assert bench.desk.status_text() == hint


def test_long_notes_are_checked_in_moments(bench, study, monkeypatch):
    """The clock goes a third of a moment further each time that it is looked at."""
    looks = count()
    monkeypatch.setattr(word_check, "perf_counter", lambda: next(looks) * word_check.SLICE_S / 3)
    lines = [
        NotesParagraph(f"Paragraph {n} of a long talk. " + "And so it went on and on that day. " * 12)
        for n in range(600)
    ]
    interview_id = bench.operations.run(lambda project: project.add(Interview, code="I99")).new_id
    bench.operations.run(lambda project: project.import_notes([(interview_id, Notes("l.txt", "04", tuple(lines)))]))
    place = (interview_id, study.subtopics[0])
    words = [Statement("s", "own_words", "and so it never went off and on that day, as everybody knows")]
    bench.operations.run(lambda project: project.chart(*place, words))
    bench.desk.open_cell(*place)
    check = bench.desk.word_check
    check._begin()
    moments = 0
    while not check.is_done:
        before = next(looks)
        check._work()
        moments += 1
        assert next(looks) - before <= 6  # begun, looked at three or four times, over
    assert moments > 3
