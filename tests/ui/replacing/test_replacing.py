"""Finding and replacing words over the whole project."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from framework_qda.model import Statement
from framework_qda.ui.replacing.hits_model import AFTER, BEFORE, FOUND, WHERE, HitsModel
from framework_qda.ui.replacing.search import Wanted, find_hits, plan_replacement
from tests.ui.chart.conftest import Bench
from tests.ui.chart.conftest import study as study
from tests.ui.matrix.conftest import project as project
from tests.ui.matrix.conftest import show_matrix

Check = Qt.CheckState


@pytest.fixture
def bench(qtbot, study):
    study.chart("Two forms were lost.", 0, 0)
    study.chart("The form is lost.", 1, 2)
    return Bench(qtbot, study)


def where(study, *values, **options):
    return [hit.where for hit in find_hits(study.project.read, Wanted(*values, **options)).found]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["I01 1.1", "I01 ¶2", "I02 2.1"]),
        ({"whole_words": True}, ["I02 2.1"]),
        ({"in_notes": False}, ["I01 1.1", "I02 2.1"]),
        ({"in_cells": False}, ["I01 ¶2"]),
    ],
)
def test_places_are_listed_in_the_order_of_the_rows(bench, study, options, expected):
    assert where(study, "form", **options) == expected


def test_one_interview_can_be_searched(bench, study):
    assert where(study, "form", interview_id=study.interviews[1]) == ["I02 2.1"]


def test_nothing_is_nowhere(bench, study):
    assert where(study, " ") == []


def test_no_more_is_listed_than_can_be_read(bench, study, monkeypatch):
    from framework_qda.ui.replacing import search

    monkeypatch.setattr(search, "MOST_HITS", 2)
    found = find_hits(study.project.read, Wanted("form"))
    assert (len(found.found), found.is_cut) == (2, True)


def test_a_cell_with_two_versions_is_left_out(bench, study, tmp_path):
    import shutil

    from framework_qda import open_project

    shutil.copy(study.project.path, tmp_path / "copy.fqda")
    study.chart("My forms.")
    with open_project(tmp_path / "copy.fqda") as other:
        other.chart(study.interviews[0], study.subtopics[0], [Statement("s00", "summary", "Their forms.")])
        entries = list(other.entries())
    study.project.receive(entries)
    found = find_hits(study.project.read, Wanted("form"))
    assert ("I01 1.1" not in [hit.where for hit in found.found], found.undecided) == (True, 1)


def test_a_statement_that_loses_all_its_words_goes(bench, study):
    hits = find_hits(study.project.read, Wanted("The form is lost.")).found
    cells, _ = plan_replacement(study.project.read, hits, "")
    assert list(cells.values()) == [()]


# -- the table


def test_the_table_is_sound(qtbot, bench, study):
    model = HitsModel(bench.desk.font())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_hits(find_hits(study.project.read, Wanted("form")).found)
    model.show_words("sheet")
    assert [model.index(1, column).data() for column in (WHERE, BEFORE, FOUND, AFTER)] == [
        "I01 ¶2",
        "Two ",
        "form → sheet",
        "s got lost one winter 😀, nothing came of it but it shook them.",
    ]


def test_places_are_left_out_and_taken_in(qtbot, bench, study):
    model = HitsModel(bench.desk.font())
    model.show_hits(find_hits(study.project.read, Wanted("form")).found)
    model.setData(model.index(1, WHERE), Check.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert [hit.where for hit in model.chosen()] == ["I01 1.1", "I02 2.1"]
    model.choose_all(is_chosen=False)
    assert model.chosen() == []
    model.choose_all(is_chosen=True)
    assert len(model.chosen()) == 3


# -- the dialog and what it does


def replace_words(bench, dialogs, old, new, *, leave_out=(), prepare=lambda dialog: None):
    def answer(dialog):
        dialog.field.setText(old)
        dialog.words.setText(new)
        prepare(dialog)
        dialog.search()
        for row in leave_out:
            index = dialog.model.index(row, WHERE)
            dialog.model.setData(index, Check.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
        told.append((dialog.accept_button.text(), dialog.summary.text()))
        dialog.accept_button.click()

    told = []
    dialogs.expect(answer)
    bench.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    return told[0]


def texts(study):
    (document,) = study.project.read.documents(study.interviews[0])
    return (
        study.cell(0, 0).content[0].text,
        study.cell(1, 2).content[0].text,
        study.project.read.paragraphs(document.id)[1].text[:14],
    )


def test_words_are_replaced_everywhere_in_one_step(bench, study, dialogs):
    before, actions = texts(study), len(study.project.recent_actions())
    told = replace_words(bench, dialogs, "form", "sheet")
    assert told == ("Replace in 3 places", "3 places in 2 cells and 1 paragraph.")
    assert texts(study) == ("Two sheets were lost.", "The sheet is lost.", "Two sheets got")
    assert len(study.project.recent_actions()) == actions + 1
    bench.operations.run(lambda project: project.undo())
    assert texts(study) == before


def test_what_is_open_shows_the_new_words(bench, study, dialogs):
    replace_words(bench, dialogs, "form", "sheet")
    assert bench.words == ["Two sheets were lost."]
    assert bench.notes.lines[1].text.startswith("Two sheets")


def test_a_reference_keeps_its_passage(bench, study, dialogs):
    bench.select("Two forms got lost one winter")
    bench.do("link")
    replace_words(bench, dialogs, "forms", "sheets of paper")
    (extract,) = study.project.read.extracts(study.interviews[0])
    assert extract.text == "Two sheets of paper got lost one winter"
    assert [passage.end - passage.start for passage in bench.notes.passages_of(extract.id)] == [len(extract.text)]


def test_places_left_out_stay(bench, study, dialogs):
    replace_words(bench, dialogs, "form", "sheet", leave_out=[0])
    assert texts(study)[0] == "Two forms were lost."
    assert texts(study)[1] == "The sheet is lost."


def test_nobody_is_taken_to_another_cell(bench, study, dialogs):
    replace_words(bench, dialogs, "The form is lost", "It is lost")
    assert study.cell(1, 2).content[0].text == "It is lost."
    assert bench.desk._place == (study.interviews[0], study.subtopics[0])
    assert not bench.desk.replacing.is_running


def test_the_scope_is_kept_to(bench, study, dialogs):
    replace_words(bench, dialogs, "form", "sheet", prepare=lambda dialog: dialog.scope.setCurrentIndex(3))
    assert texts(study) == ("Two sheets were lost.", "The form is lost.", "Two sheets got")


def test_words_being_typed_are_searched_too(bench, study, dialogs):
    bench.editor.moveCursor(bench.editor.textCursor().MoveOperation.End)
    bench.type(" Nobody knew.")
    replace_words(bench, dialogs, "knew", "heard")
    assert study.cell(0, 0).content[0].text.endswith("Nobody heard.")


def test_selected_words_are_looked_for(bench, study, dialogs):
    seen = []
    bench.select("lost one winter")
    bench.notes.setFocus()
    dialogs.expect(lambda dialog: (seen.append(dialog.field.text()), dialog.reject()))
    bench.do("replace")
    assert seen == ["lost one winter"]


def test_nothing_found_cannot_be_replaced(bench, dialogs):
    told = []

    def answer(dialog):
        dialog.field.setText("zebra")
        dialog.search()
        told.append((dialog.accept_button.isEnabled(), dialog.summary.text()))
        dialog.reject()

    dialogs.expect(answer)
    bench.do("replace")
    assert told == [(False, "These words stand nowhere.")]


def test_typing_searches_after_a_pause(bench, dialogs, qtbot):
    def answer(dialog):
        qtbot.keyClicks(dialog.field, "lost")
        assert not dialog.accept_button.isEnabled()
        qtbot.waitUntil(lambda: len(dialog.chosen()) == 3, timeout=2000)
        assert dialog.accept_button.isEnabled()
        dialog.reject()

    dialogs.expect(answer)
    bench.do("replace")


def test_enter_in_a_field_replaces_nothing(bench, study, dialogs, qtbot):
    def answer(dialog):
        with qtbot.waitExposed(dialog):
            dialog.show()
        qtbot.keyClicks(dialog.field, "form")
        for widget in (dialog.field, dialog.words, dialog.view):
            widget.setFocus()
            qtbot.keyClick(widget, Qt.Key.Key_Return)
            assert dialog.isVisible()
        assert len(dialog.chosen()) == 3
        dialog.reject()

    before = texts(study)
    dialogs.expect(answer)
    bench.do("replace")
    assert texts(study) == before


def test_the_matrix_replaces_too(qtbot, project, dialogs):
    desk = show_matrix(qtbot, project)
    cell = next(each for each in desk.view.grid_model.grid.cells.values() if each.statements)
    word = cell.statements[0].text.split()[0]

    def answer(dialog):
        dialog.field.setText(word)
        dialog.words.setText("Xylophone")
        dialog.search()
        dialog.accept_button.click()

    dialogs.expect(answer)
    qtbot.keyClick(desk.view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    grid = desk.view.grid_model.grid
    shown = grid.cells[cell.interview_id, cell.subtopic_id]
    assert shown.statements[0].text.startswith("Xylophone")
