"""Finding in the notes of the Chart desk, and what stays as it is while they are shown anew."""

from PySide6.QtCore import Qt

from framework_qda.model import Interview


def find(bench, words):
    bench.do("find")
    bar = bench.desk.panes.notes.find_bar
    bench.qtbot.keyClicks(bar.field, words)
    return bar


def test_words_that_were_looked_for_before_are_found_again(bench):
    bar = find(bench, "tenth")
    bench.press(Qt.Key.Key_Escape, widget=bar.field)
    bench.do("find")
    bench.press(Qt.Key.Key_Return, widget=bar.field)
    assert bench.notes.textCursor().selectedText() == "tenth"


def test_words_are_found_in_other_colours_too(bench, look):
    bar = find(bench, "tenth")
    look.set_scheme("dark")
    assert [each.cursor.selectedText() for each in bench.notes.extraSelections()] == ["tenth"]
    bench.press(Qt.Key.Key_Return, widget=bar.field)
    assert bench.notes.textCursor().selectedText() == "tenth"


def test_what_is_selected_stays_selected_while_the_notes_are_shown_anew(bench, study):
    bench.select("nine times out of ten")
    bench.operations.run(lambda project: project.change(Interview, study.interviews[0], code="I77"))
    assert bench.notes.selected_words() == "nine times out of ten"


def test_where_not_all_places_are_counted_it_says_so(bench, monkeypatch):
    monkeypatch.setattr("framework_qda.ui.chart.notes_finder.MOST_FOUND", 2)
    monkeypatch.setattr("framework_qda.ui.chart.notes_pane.MOST_FOUND", 2)
    assert find(bench, "e").count.text() == "2 places or more"
