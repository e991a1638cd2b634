"""Cells in right-to-left, mixed, astral and combining text: painted and edited just where they belong."""

import unicodedata
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest

from framework_qda.matrix.filters import RowFilter
from framework_qda.matrix.grid import TagMark
from framework_qda.model import Marks
from framework_qda.text.direction import is_right_to_left
from framework_qda.text.offsets import Utf16Map
from framework_qda.ui.matrix.layout import CellLayout, LayoutCache
from framework_qda.ui.matrix.look import GridLook
from framework_qda.ui.matrix.text_block import utf16_length
from framework_qda.ui.widgets import statement_blocks as blocks
from framework_qda.ui.widgets.cell_editor import CellEditor
from framework_qda.ui.widgets.statement_places import chip_area
from tests.ui.matrix.grids import cell, evidence, statement

Key = Qt.Key
WIDTH = 420.0
PASSAGES = {
    "hebrew": ("היא אמרה שאף אחד לא בדק את הרשימה.", "אף אחד לא בדק"),
    "arabic in latin": ("She said: لم يراجع أحد القائمة, and left.", "لم يراجع أحد"),
    "latin in arabic": ("قالت إن NHS Trust لم يرد على الرسالة.", "NHS Trust لم"),
    "astral": ("𝔘𝔫𝔡 😀👩‍👧 came, 𠜎 too, to ask.", "👩‍👧 came, 𠜎"),
    "combining": ("Ns̈ and x̂ȳ z̃ were heard, then ष्टि.", "x̂ȳ z̃ were"),
    "flags and tones": ("The 🏴󠁧󠁢󠁥󠁮󠁧󠁿 team 👍🏽 agreed.", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 team 👍🏽"),
    "chinese": ("護士每天早上閱讀清單，然後打電話。", "每天早上"),
    "thai": ("เจ้าหน้าที่อ่านรายการทุกเช้าแล้วโทร", "รายการทุกเช้า"),
}
RIGHT_TO_LEFT = ["hebrew", "latin in arabic"]


@pytest.fixture
def grid_look(look):
    return GridLook(QGuiApplication.font())


def lay_out(text, look, kind="summary", *refs, sought=""):
    return CellLayout(cell(0, 0, "charted", statement(text, kind, *refs)), WIDTH, look, sought)


def painted(layout, wanted):
    """Return the columns of pixels in which a colour is painted."""
    picture = QImage(int(WIDTH), int(layout.height) + 4, QImage.Format.Format_RGB32)
    picture.fill("white")
    painter = QPainter(picture)
    layout.draw(painter, 0, 0)
    painter.end()
    area = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return sorted({x for x, y in area if picture.pixelColor(x, y) == QColor(wanted)})


# -- painted


@pytest.mark.parametrize("kind", ["summary", "own_words", "note"])
@pytest.mark.parametrize("name", PASSAGES)
def test_words_begin_at_the_side_from_which_they_are_read(grid_look, name, kind):
    text = PASSAGES[name][0]
    layout = lay_out(text, grid_look, kind)
    line = layout._placed[0].block.layout.lineAt(0)
    room = WIDTH - 2 * grid_look.note_inset if kind == "note" else WIDTH
    begin = 0 if name not in RIGHT_TO_LEFT else room
    assert line.cursorToX(0)[0] == pytest.approx(begin, abs=1)
    assert is_right_to_left(text) == (name in RIGHT_TO_LEFT)


@pytest.mark.parametrize("end", ["", " NHS"])
@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_references_and_marks_follow_the_words_in_their_direction(grid_look, name, end):
    told = statement(PASSAGES[name][0] + end, "summary", evidence(7), evidence(8))
    told = replace(told, tags=(TagMark("consent", 0),), marks=Marks(to_rehome=True))
    layout = CellLayout(cell(0, 0, "charted", told), 2 * WIDTH, grid_look)
    first, second = (chip.rect for chip in layout.chips)
    assert layout._placed[0].block.layout.lineCount() == 1
    assert first.left() > second.right() > second.left() > layout._pills[0].rect.right()
    assert layout._pills[0].rect.left() > grid_look.em


@pytest.mark.parametrize("name", PASSAGES)
def test_the_shape_of_a_reference_stands_behind_its_words(grid_look, name):
    layout = lay_out(PASSAGES[name][0], grid_look, "summary", evidence(7, start_ms=61_000))
    (chip,) = layout.chips
    columns = painted(layout, grid_look.colour("chip_back"))
    assert (columns[0], columns[-1]) == pytest.approx((chip.rect.left(), chip.rect.right()), abs=2)
    assert layout.evidence_at(chip.rect.center()).paragraph_number == 7
    for beside in (chip.rect.left() - 3, chip.rect.right() + 3):
        assert layout.evidence_at(QPointF(beside, chip.rect.center().y())) is None


@pytest.mark.parametrize("name", PASSAGES)
def test_just_the_words_that_are_sought_are_lit(grid_look, name):
    text, words = PASSAGES[name]
    layout = lay_out(text, grid_look, sought=words.casefold())
    columns = painted(layout, grid_look.colour("find_back"))
    places, start = Utf16Map(text), text.index(words)
    first, last = places.to_utf16(start), places.to_utf16(start + len(words))
    inks = [run.boundingRect() for run in layout._placed[0].block.layout.glyphRuns(first, last - first)]
    ink = min(each.left() for each in inks), max(each.right() for each in inks)
    assert (columns[0], columns[-1]) == pytest.approx(ink, abs=0.4 * grid_look.em)


def test_a_reason_does_not_turn_the_words_that_explain_it(grid_look):
    told = cell(0, 0, "not_asked", statement(PASSAGES["hebrew"][0]))
    layout = CellLayout(told, WIDTH, grid_look)
    line = layout._placed[0].block.layout.lineAt(0)
    assert line.cursorToX(0)[0] == pytest.approx(WIDTH, abs=1)


@pytest.mark.parametrize("name", PASSAGES)
def test_a_statement_is_found_at_the_point_where_it_stands(grid_look, name):
    text = PASSAGES[name][0]
    layout = CellLayout(cell(0, 0, "charted", statement(text), statement("Told.")), WIDTH, grid_look)
    first, second = layout._placed
    assert layout.statement_at(QPointF(WIDTH / 2, first.y + 2)) == 0
    assert layout.statement_at(QPointF(WIDTH / 2, second.y + 2)) == 1


def test_utf16_units_are_counted_as_qt_does(grid_look):
    for text, _words in PASSAGES.values():
        assert lay_out(text, grid_look)._placed[0].block.layout.text() == text
        assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


def test_words_are_lit_through_the_cache_too(grid_look):
    cache = LayoutCache()
    cache.sought = "אף אחד"
    made = cache.layout((0, 0), cell(0, 0, "charted", statement(PASSAGES["hebrew"][0])), WIDTH, grid_look)
    assert painted(made, grid_look.colour("find_back"))


# -- edited


@pytest.fixture(params=PASSAGES, ids=str)
def edited(request, qtbot):
    """An editor of cells with a statement in some script that has a reference; its words, and some of them."""
    text, words = PASSAGES[request.param]
    editor = CellEditor()
    qtbot.addWidget(editor)
    editor.resize(500, 200)
    editor.show()
    editor.setFocus()
    editor.set_content([statement(text, "summary", evidence(7)), statement(words, "note")])
    return editor, text, words


def put_caret(editor, place):
    editor.select_stretch(editor.content()[0].id, place, place)


def test_words_are_selected_whole(edited):
    editor, text, words = edited
    start = text.index(words)
    editor.select_stretch(editor.content()[0].id, start, start + len(words))
    assert editor.textCursor().selectedText() == words


def test_typing_behind_the_words_leaves_references_behind_it(edited):
    editor, text, _words = edited
    editor.put_caret_in(editor.content()[0].id)
    QTest.keyClicks(editor, " Z")
    assert (editor.content()[0].text, len(editor.content()[0].evidence)) == (f"{text} Z", 1)


def test_another_kind_leaves_the_words_as_they_are(edited):
    editor, text, _words = edited
    put_caret(editor, 3)
    editor.set_kind("own_words")
    assert (editor.content()[0].kind, editor.content()[0].text) == ("own_words", text)


def test_backspace_takes_no_half_of_a_character(edited):
    editor, text, words = edited
    end = text.index(words) + len(words)
    put_caret(editor, end)
    QTest.keyClick(editor, Key.Key_Backspace)
    left = editor.content()[0].text
    assert left.endswith(text[end:])
    assert left != text
    assert text.startswith(left[: len(left) - len(text[end:])])


def test_arrows_step_over_whole_characters(edited):
    editor, text, _words = edited
    put_caret(editor, 0)
    key = Key.Key_Left if is_right_to_left(text) else Key.Key_Right
    places = Utf16Map(text)
    for _ in range(6):
        QTest.keyClick(editor, key)
        place = places.to_code_points(editor.textCursor().positionInBlock())
        assert not joins(text[place])
        assert places.to_utf16(place) == editor.textCursor().positionInBlock()


def joins(character):
    """Say whether a character belongs to the one before it."""
    return unicodedata.category(character) in ("Mn", "Me", "Cf") or "🏻" <= character <= "🏿"


def test_splitting_parts_the_words_where_the_caret_is(edited):
    editor, text, words = edited
    start = text.index(words)
    put_caret(editor, start)
    QTest.keyClick(editor, Key.Key_Return)
    assert [each.text for each in editor.content()][:2] == [text[:start], text[start:]]


def test_a_reference_is_clicked_where_it_is_shown(edited, qtbot):
    editor, _text, _words = edited
    chip = blocks.chips_of(editor.document().begin())[0]
    area = chip_area(editor, chip.position)
    assert editor.viewport().rect().contains(area.toRect())
    with qtbot.waitSignal(editor.chip_activated) as told:
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    assert told.args == [chip.extract_id]


def test_the_words_of_the_filter_are_lit_just_where_they_stand_in_the_editor(edited):
    editor, text, words = edited
    editor.light(words)
    places, start = Utf16Map(text), text.index(words)
    lit = [
        (each.start, each.start + each.length)
        for each in editor.document().begin().layout().formats()
        if each.format.background().style() != Qt.BrushStyle.NoBrush
    ]
    assert (min(lit)[0], max(lit)[1]) == (places.to_utf16(start), places.to_utf16(start + len(words)))


@pytest.mark.parametrize("name", ["hebrew", "astral", "combining"])
def test_what_is_edited_in_place_is_kept_letter_by_letter(desk, name):
    text, words = PASSAGES[name]
    ids = desk.view.current_ids()
    first = desk.project.read.cell(*ids).content[0]
    desk.operations.run(lambda project: project.chart(*ids, [replace(first, text=text)]))
    desk.filter_bar.set_filter(RowFilter(text=words))
    desk.charting.edit()
    editor = desk.charting.in_place.editor
    put_caret(editor, text.index(words))
    QTest.keyClicks(editor, "Z")
    desk.charting.finish()
    (stored,) = desk.project.read.cell(*ids).content
    assert (stored.text, stored.evidence) == (text.replace(words, f"Z{words}"), first.evidence)
