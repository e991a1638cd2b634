from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from framework_qda.matrix.grid import EvidenceRef, GridStatement
from framework_qda.text.spelling import Speller
from framework_qda.ui.widgets.cell_editor import CellEditor
from tests.ui.dictionary import is_known

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


class Source(QObject):
    """What knows words, without a dictionary."""

    changed = Signal()
    suggested = Signal(str, object)

    def __init__(self):
        super().__init__()
        self.speller = Speller(is_known, "en-GB")
        self.wanted, self.added, self.ignored = [], [], []
        self.foreseen = set()
        self.can_add = True
        self.dictionary = SimpleNamespace(wake=lambda: None)

    def unknown(self, text):
        return self.speller.unknown(text)

    def base_of(self, word):
        return self.speller.base_of(word)

    def suggest(self, word):
        self.wanted.append(word)

    def foresee(self, words):
        self.foreseen |= set(words)

    def add(self, *words):
        self.added += words
        self.speller.set_study_words(words)
        self.changed.emit()

    def ignore(self, word):
        self.ignored.append(word)


@pytest.fixture
def source():
    return Source()


@pytest.fixture
def editor(qtbot, source):
    editor = CellEditor()
    qtbot.addWidget(editor)
    editor.resize(600, 300)
    editor.spelling.set_source(source)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.setFocus()
    return editor


def show(editor, *texts):
    editor.set_content([GridStatement(f"s{number}", "summary", text, ()) for number, text in enumerate(texts)])


def marked(editor):
    """Return what is underlined with a wave, read as Qt holds it."""
    found = []
    block = editor.document().begin()
    while block.isValid():
        text = block.text().encode("utf-16-le")
        for each in block.layout().formats():
            if each.format.underlineStyle() == WAVE:
                found.append(text[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le"))
        block = block.next()
    return found


def menu_at(editor, position, reason=QContextMenuEvent.Reason.Keyboard):
    cursor = editor.textCursor()
    cursor.setPosition(position)
    editor.setTextCursor(cursor)
    point = editor.cursorRect(cursor).center()
    if reason is QContextMenuEvent.Reason.Mouse:
        cursor.setPosition(0)
        editor.setTextCursor(cursor)
    event = QContextMenuEvent(reason, point, editor.viewport().mapToGlobal(point))
    editor.contextMenuEvent(event)
    return QApplication.activePopupWidget()


def words_of(menu):
    return [action.text() for action in menu.actions()]


def test_unknown_words_are_marked(editor):
    show(editor, "The teh ward.", "Two forrms lost in wintr.")
    assert marked(editor) == ["teh", "forrms", "wintr"]


def test_marks_stand_right_behind_astral_characters_and_combining_marks(editor):
    show(editor, "😀 cafe\u0301 teh 😀")
    assert marked(editor) == ["teh"]


def test_the_word_that_is_being_typed_is_not_marked_yet(editor):
    QTest.keyClicks(editor, "Two teh")
    assert marked(editor) == []
    QTest.keyClicks(editor, " ")
    assert marked(editor) == ["teh"]


def test_a_typed_word_is_marked_when_the_caret_leaves_it(editor):
    QTest.keyClicks(editor, "Two teh")
    QTest.keyClick(editor, Qt.Key.Key_Left)
    assert marked(editor) == []
    QTest.keyClick(editor, Qt.Key.Key_Home)
    assert marked(editor) == ["teh"]


def test_a_typed_word_is_marked_when_the_editor_is_left(editor):
    QTest.keyClicks(editor, "teh")
    editor.clearFocus()
    assert marked(editor) == ["teh"]


def test_a_word_that_is_mended_letter_by_letter_is_not_marked_meanwhile(editor):
    show(editor, "Two teh")
    QTest.keyClick(editor, Qt.Key.Key_End)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    QTest.keyClicks(editor, "h")
    assert marked(editor) == []


def test_marking_is_no_edit(qtbot, editor, source):
    show(editor, "Two teh")
    with qtbot.assertNotEmitted(editor.edited):
        source.add("teh")
    assert marked(editor) == []
    assert not editor.document().isUndoAvailable()


def test_marks_go_with_their_source(editor):
    show(editor, "Two teh")
    editor.spelling.set_source(None)
    assert marked(editor) == []


def test_references_are_no_part_of_words(editor):
    ref = EvidenceRef("e1", 1, None, False, "words")
    editor.set_content([GridStatement("s", "summary", "Two teh", (ref,))])
    assert marked(editor) == ["teh"]


# -- the menu


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse])
def test_the_menu_of_a_marked_word_offers_suggestions_when_they_arrive(editor, source, reason):
    show(editor, "Two teh of them")
    menu = menu_at(editor, 5, reason)
    assert words_of(menu)[0] == "Looking for suggestions…"
    assert source.wanted == ["teh"]
    source.suggested.emit("teh", ["the", "ten"])
    assert words_of(menu)[:2] == ["the", "ten"]
    assert "Looking for suggestions…" not in words_of(menu)
    menu.close()


def test_a_hasty_key_meets_the_first_suggestion_and_nothing_else(editor, source):
    show(editor, "Two teh of them")
    menu = menu_at(editor, 5)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    source.suggested.emit("teh", ["the", "ten"])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert editor.content()[0].text == "Two the of them"
    assert source.added == []


def test_a_key_that_is_hastier_still_does_nothing(editor, source):
    show(editor, "Two teh of them")
    menu = menu_at(editor, 5)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    source.suggested.emit("teh", ["the", "ten"])
    assert editor.content()[0].text == "Two teh of them"
    assert source.added == []


def test_suggestions_for_marked_words_are_foreseen(editor, source):
    show(editor, "Two teh of them in wintr")
    assert source.foreseen == {"teh", "wintr"}


def test_a_suggestion_takes_the_place_of_the_word_as_one_step(editor, source):
    show(editor, "😀 Two teh of them")
    menu = menu_at(editor, 8)
    source.suggested.emit("teh", ["the"])
    menu.actions()[0].trigger()
    menu.close()
    assert editor.content()[0].text == "😀 Two the of them"
    editor.undo()
    assert editor.content()[0].text == "😀 Two teh of them"


def test_suggestions_for_another_word_are_not_shown(editor, source):
    show(editor, "Two teh of them")
    menu = menu_at(editor, 5)
    source.suggested.emit("wintr", ["winter"])
    assert words_of(menu)[0] == "Looking for suggestions…"
    menu.close()


def test_where_nothing_is_suggested_the_menu_says_so(editor, source):
    show(editor, "Two teh of them")
    menu = menu_at(editor, 5)
    source.suggested.emit("teh", [])
    assert words_of(menu)[0] == "No suggestions"
    menu.close()


def test_curly_apostrophes_stay_curly(editor, source):
    show(editor, "Gillick’s ward")
    menu = menu_at(editor, 3)
    source.suggested.emit("Gillick's", ["Gillie's"])
    assert words_of(menu)[0] == "Gillie’s"
    menu.close()


def test_a_word_is_added_without_what_hangs_on_it(editor, source):
    show(editor, "Gillick’s ward")
    menu = menu_at(editor, 3)
    next(action for action in menu.actions() if action.text().startswith("Add “Gillick”")).trigger()
    menu.close()
    assert source.added == ["Gillick"]
    assert marked(editor) == []


def test_the_menu_of_a_known_word_says_nothing_of_spelling(editor):
    show(editor, "Two teh of them")
    menu = menu_at(editor, 1)
    assert not any("dictionary" in words or "Looking" in words for words in words_of(menu))
    menu.close()


def test_where_nothing_can_be_changed_only_ignoring_is_offered(editor, source):
    source.can_add = False
    show(editor, "Two teh of them")
    editor.set_read_only(True)
    menu = menu_at(editor, 5)
    assert words_of(menu)[0] == "Ignore “teh” until closing"
    menu.close()


# -- going to the next one


def test_one_goes_from_one_marked_word_to_the_next_and_round(editor):
    show(editor, "The teh ward.", "Two forrms.")
    cursor = editor.textCursor()
    cursor.setPosition(0)
    editor.setTextCursor(cursor)
    found = []
    for _ in range(3):
        assert editor.spelling.select_next()
        found.append(editor.textCursor().selectedText())
    assert found == ["teh", "forrms", "teh"]


def test_behind_the_last_one_one_need_not_go_round(editor):
    show(editor, "The teh ward.")
    cursor = editor.textCursor()
    cursor.setPosition(8)
    editor.setTextCursor(cursor)
    assert not editor.spelling.select_next(goes_round=False)
