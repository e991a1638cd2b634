import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication

from framework_qda.model import Notes, NotesParagraph, Paragraph
from framework_qda.ui.chart.notes_spelling import NotesSpelling
from framework_qda.ui.chart.spelling import NONE_IN_CELL, NONE_IN_NOTES
from framework_qda.ui.spelling.service import Spelling

LINES = (
    NotesParagraph("Well, 😀 nothing wrong here.", "INT", 0),
    NotesParagraph("😀 Two forrms got lost one wintr.", "R", 60_000),
    *(NotesParagraph(f"Paragraph after paragraph. {'word ' * 60}") for _ in range(60)),
    NotesParagraph("The last paragraph has teh mistake."),
)


@pytest.fixture
def spelling(qtbot, settings, bench):
    spelling = Spelling(settings)
    bench.operations.changed.connect(spelling.show_changes)
    spelling.begin(bench.study.project, bench.operations)
    bench.desk.spelling = spelling
    bench.desk.spell_check.begin(spelling, bench.operations)
    spelling.dictionary.wake(is_urgent=True)
    qtbot.waitUntil(lambda: spelling.dictionary.is_ready)
    yield spelling
    spelling.end()


@pytest.fixture
def long_notes(bench):
    notes = Notes("I02.txt", "01", LINES)
    bench.operations.run(lambda project: project.import_notes([(bench.study.interviews[1], notes)]))
    bench.open(1, 0)
    return bench


def marked_in_notes(bench):
    return [
        each.cursor.selectedText()
        for each in bench.notes.extraSelections()
        if each.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    ]


def menu_in_notes(bench, words):
    bench.select(words)
    point = bench.notes.cursorRect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    bench.notes.contextMenuEvent(QContextMenuEvent(reason, point, bench.notes.viewport().mapToGlobal(point)))
    return QApplication.activePopupWidget()


def test_unknown_words_of_the_notes_in_view_are_marked(qtbot, long_notes, spelling):
    qtbot.waitUntil(lambda: marked_in_notes(long_notes) == ["forrms", "wintr"])


def test_unknown_words_stay_marked_in_other_colours(qtbot, long_notes, spelling, look):
    qtbot.waitUntil(lambda: marked_in_notes(long_notes) == ["forrms", "wintr"])
    look.set_scheme("dark")
    qtbot.waitUntil(lambda: marked_in_notes(long_notes) == ["forrms", "wintr"])


def test_words_out_of_view_are_not_even_asked_about(qtbot, long_notes, spelling):
    qtbot.waitUntil(lambda: marked_in_notes(long_notes) == ["forrms", "wintr"])
    asked = {word for words in spelling.dictionary._process.asked for word in words}
    assert "mistake" not in asked


def test_words_are_marked_where_one_scrolls_to(qtbot, long_notes, spelling):
    bar = long_notes.notes.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: marked_in_notes(long_notes) == ["teh"])


def test_of_a_paragraph_without_an_end_only_the_part_in_view_is_checked(qtbot, bench, spelling):
    text = "teh " + "word " * 20_000 + "wintr"
    notes = Notes("I02.txt", "01", (NotesParagraph(text),))
    bench.operations.run(lambda project: project.import_notes([(bench.study.interviews[1], notes)]))
    bench.open(1, 0)
    qtbot.waitUntil(lambda: marked_in_notes(bench) == ["teh"])
    asked = {word for words in spelling.dictionary._process.asked for word in words}
    assert "wintr" not in asked


def test_switching_off_takes_the_marks_away(qtbot, long_notes, spelling):
    qtbot.waitUntil(lambda: bool(marked_in_notes(long_notes)))
    spelling.set_on(False)
    qtbot.waitUntil(lambda: not marked_in_notes(long_notes))


def test_nothing_is_marked_where_nothing_knows_words(qtbot, bench):
    marks = NotesSpelling(bench.notes)
    marks.mark_now()
    assert marked_in_notes(bench) == []


def test_a_word_of_the_notes_is_corrected_from_its_menu_as_one_step(qtbot, long_notes, spelling):
    qtbot.waitUntil(lambda: bool(marked_in_notes(long_notes)))
    menu = menu_in_notes(long_notes, "forrms")
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "forms")
    menu.actions()[0].trigger()
    menu.close()
    texts = [each.text for each in long_notes.study.project.read.all(Paragraph)]
    assert "😀 Two forms got lost one wintr." in texts
    long_notes.operations.run(lambda project: project.undo())
    texts = [each.text for each in long_notes.study.project.read.all(Paragraph)]
    assert "😀 Two forrms got lost one wintr." in texts


def test_a_word_of_the_notes_is_added_from_its_menu(qtbot, long_notes, spelling):
    qtbot.waitUntil(lambda: bool(marked_in_notes(long_notes)))
    menu = menu_in_notes(long_notes, "wintr")
    next(action for action in menu.actions() if action.text().startswith("Add “wintr”")).trigger()
    menu.close()
    assert spelling.study_words() == ["wintr"]
    qtbot.waitUntil(lambda: marked_in_notes(long_notes) == ["forrms"])


def test_words_of_the_cell_are_marked_with_the_same_dictionary(qtbot, bench, spelling):
    bench.type("Two forrms were ")
    qtbot.waitUntil(lambda: bench.editor.spelling.next_word(0) is not None)
    assert bench.editor.spelling.next_word(0).text == "forrms"


# -- to the next one


def go_on(bench, said):
    bench.desk.spell_check.hinted.connect(said.append)
    bench.desk.go_to_misspelt()


def test_one_goes_to_the_next_unknown_word_of_the_cell(qtbot, bench, spelling):
    bench.type("Two forrms were ")
    qtbot.waitUntil(lambda: bench.editor.spelling.next_word(0) is not None)
    bench.desk.go_to_misspelt()
    assert bench.editor.textCursor().selectedText() == "forrms"


def test_where_the_cell_has_none_a_hint_says_so(qtbot, bench, spelling):
    said = []
    go_on(bench, said)
    assert said == [NONE_IN_CELL]


def test_in_the_notes_one_goes_through_the_notes_and_round(qtbot, long_notes, spelling):
    long_notes.notes.setFocus(Qt.FocusReason.OtherFocusReason)
    found = []
    for _ in range(4):
        before = long_notes.notes.textCursor().position()
        long_notes.desk.go_to_misspelt()
        qtbot.waitUntil(lambda before=before: long_notes.notes.textCursor().position() != before)
        found.append(long_notes.notes.textCursor().selectedText())
    assert found == ["forrms", "wintr", "teh", "forrms"]


def test_where_the_notes_have_none_a_hint_says_so(qtbot, bench, spelling):
    said = []
    bench.notes.setFocus(Qt.FocusReason.OtherFocusReason)
    go_on(bench, said)
    qtbot.waitUntil(lambda: said == [NONE_IN_NOTES])


def test_before_the_dictionary_is_read_a_hint_says_so(bench, settings):
    spelling = Spelling(settings)
    spelling.begin(bench.study.project, bench.operations)
    bench.desk.spell_check.begin(spelling, bench.operations)
    said = []
    go_on(bench, said)
    assert said == ["The dictionary is being read."]
    spelling.end()
