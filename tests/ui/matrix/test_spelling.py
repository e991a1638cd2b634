import pytest
from PySide6.QtGui import QTextCharFormat

from framework_qda.matrix.filters import RowFilter
from framework_qda.model import Statement
from framework_qda.ui.matrix.spelling import NONE_HERE
from framework_qda.ui.spelling.service import Spelling

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def spelling(qtbot, settings, desk):
    spelling = Spelling(settings)
    spelling.begin(desk.project, desk.operations)
    desk.spelling = spelling
    desk.charting.in_place.set_spelling(spelling)
    spelling.dictionary.wake(is_urgent=True)
    qtbot.waitUntil(lambda: spelling.dictionary.is_ready)
    yield spelling
    spelling.end()


def chart(desk, row, column, *texts):
    ids = desk.view.grid_model.ids_at(desk.view.grid_model.index(row, column))
    statements = [Statement(f"x{row}{column}{number}", "summary", text) for number, text in enumerate(texts)]
    desk.operations.run(lambda project: project.chart(*ids, statements))


def place(desk):
    return desk.view.currentIndex().row(), desk.view.currentIndex().column()


def selected(desk):
    in_place = desk.charting.in_place
    return in_place.editor.textCursor().selectedText() if in_place.is_open else ""


def go_on(qtbot, desk, before):
    desk.go_to_misspelt()
    qtbot.waitUntil(lambda: (place(desk), selected(desk)) != before and bool(selected(desk)))
    return place(desk), selected(desk)


def test_one_goes_from_word_to_word_and_from_cell_to_cell(qtbot, desk, spelling):
    chart(desk, 1, 0, "All well.", "😀 Two forrms in one wintr.")
    chart(desk, 3, 2, "And teh end.")
    here, steps = (place(desk), selected(desk)), []
    for _ in range(4):
        here = go_on(qtbot, desk, here)
        steps.append(here)
    assert steps == [((3, 2), "teh"), ((1, 0), "forrms"), ((1, 0), "wintr"), ((3, 2), "teh")]


def test_going_on_writes_nothing_by_itself(qtbot, desk, spelling):
    chart(desk, 1, 0, "Two forrms.")
    before = desk.project.next_undo()
    go_on(qtbot, desk, (place(desk), ""))
    assert desk.project.next_undo() == before


def test_a_search_ends_where_other_rows_are_shown(qtbot, desk, spelling):
    chart(desk, 3, 2, "And teh end.")
    chart(desk, 4, 2, "All well.")
    desk.go_to_misspelt()
    desk.spell_check._search._gather()
    desk.filter_bar.set_filter(RowFilter(text="All well."))
    qtbot.wait(50)
    assert (place(desk), selected(desk)) == ((0, 2), "")


def test_where_no_cell_has_an_unknown_word_a_message_says_so(qtbot, desk, spelling):
    said = []
    desk.message_wanted.connect(lambda words, _buttons: said.append(words))
    desk.go_to_misspelt()
    qtbot.waitUntil(lambda: said == [NONE_HERE])


def test_words_are_marked_in_the_editor_over_the_grid(qtbot, desk, spelling):
    chart(desk, 1, 0, "Two forrms.")
    go_on(qtbot, desk, (place(desk), ""))
    formats = desk.charting.in_place.editor.document().begin().layout().formats()
    assert any(each.format.underlineStyle() == WAVE for each in formats)


def test_an_editor_made_anew_for_another_zoom_marks_words_too(qtbot, desk, spelling):
    chart(desk, 1, 0, "Two forrms.")
    go_on(qtbot, desk, (place(desk), ""))
    desk.charting.finish()
    desk.view.zoom.step(1)
    desk.charting.edit()
    assert desk.charting.in_place.editor.spelling.source is spelling
