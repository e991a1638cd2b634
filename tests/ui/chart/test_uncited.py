"""Paragraphs that no cell cites."""

import pytest
from PySide6.QtCore import Qt

from framework_qda.model import Notes, NotesParagraph
from framework_qda.ui.chart.uncited import ALL_CITED, NO_NOTES
from framework_qda.ui.widgets.statement_places import first_baseline

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def link(bench, words):
    bench.select(words)
    bench.do("link")


def here(bench):
    return bench.notes.textCursor().blockNumber()


def marked(bench):
    return [line.number for line in bench.notes.lines if bench.notes.gutter.is_marked(line)]


def test_marks_are_shown_on_demand_and_follow_linking(bench):
    assert marked(bench) == []
    bench.press(Key.Key_F8)
    assert marked(bench) == [1, 2, 3, 4]
    link(bench, "Nobody compares")
    assert marked(bench) == [1, 2, 3]
    bench.press(Key.Key_F8)
    assert marked(bench) == []


def test_marks_are_painted_beside_what_is_not_cited(bench, qtbot):
    def ink(line):
        picture = bench.notes.gutter.grab().toImage()
        y = round(first_baseline(bench.notes, bench.notes.document().findBlockByNumber(line)))
        left = range(bench.notes.gutter.width() // 8)
        return len({picture.pixel(x, row) for x in left for row in range(y - 12, y + 2)})

    assert ink(0) == 1
    bench.do("show_uncited")
    assert ink(0) > 1


def test_a_key_goes_from_one_to_the_next_and_round(bench):
    link(bench, "Two forms got lost")
    seen = []
    for _ in range(4):
        bench.press(Key.Key_PageDown, ALT, bench.editor if not seen else bench.notes)
        seen.append(here(bench))
    assert seen == [2, 3, 0, 2]
    assert bench.notes.hasFocus()


def test_a_key_goes_back(bench):
    bench.notes.go_to_place(2, 0)
    bench.notes.setFocus()
    bench.press(Key.Key_PageUp, ALT, bench.notes)
    assert here(bench) == 1


def test_the_first_step_in_fresh_notes_is_the_first_paragraph(bench):
    bench.do("next_uncited")
    assert here(bench) == 0


def test_the_paragraph_gone_to_is_the_one_that_is_linked(bench, study):
    bench.type("Lists.")
    bench.notes.go_to_place(2, 0)
    bench.notes.setFocus()
    bench.do("next_uncited")
    bench.do("link")
    (extract,) = study.project.read.extracts(study.interviews[0])
    assert extract.text == "Nobody compares the two lists."


def test_a_hint_counts_them(bench):
    link(bench, "Nobody compares")
    bench.do("next_uncited")
    assert bench.desk.status_text().endswith("of 3 paragraphs that no cell cites")


def test_documents_are_walked_through(bench, study):
    more = Notes("I01 more.txt", "01", (NotesParagraph("A second talk."),))
    bench.operations.run(lambda project: project.import_notes([(study.interviews[0], more)]))
    bench.notes.go_to_place(3, 0)
    bench.notes.setFocus()
    bench.do("next_uncited")
    assert [line.text for line in bench.notes.lines] == ["A second talk."]


@pytest.mark.parametrize("words", ["What happens", "Two forms", "She’ll ring", "Nobody"])
def test_a_starred_passage_without_a_statement_is_not_cited(bench, study, words):
    link(bench, words)
    (extract,) = study.project.read.extracts(study.interviews[0])
    bench.operations.run(lambda project: project.star(extract.id, True))
    place = (study.interviews[0], study.subtopics[0])
    bench.operations.run(lambda project: project.chart(*place, []))
    assert len(bench.desk.panes.notes.uncited) == 4


def test_where_all_is_cited_that_is_said(bench):
    for words in ("What happens", "Two forms", "She’ll ring", "Nobody"):
        link(bench, words)
    bench.do("next_uncited")
    assert bench.desk.status_text() == ALL_CITED


def test_without_notes_that_is_said(bench):
    bench.open(1, 0)
    bench.do("next_uncited")
    assert bench.desk.status_text() == NO_NOTES
