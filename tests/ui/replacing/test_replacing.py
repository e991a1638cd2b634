"""Finding and replacing words over the whole project."""

from threading import Event
from time import sleep

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from framework_qda import Project
from framework_qda.errors import RefusedError
from framework_qda.matrix.replacing import Wanted, find_hits
from framework_qda.ui.replacing.hits_model import AFTER, BEFORE, FOUND, WHERE, HitsModel
from framework_qda.ui.replacing.search import HitSearch
from framework_qda.ui.worker import CancelledError
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


# -- the table


def test_the_table_is_sound(qtbot, bench, study):
    model = HitsModel(bench.desk.font())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_hits(find_hits(study.project.read, Wanted("form")).found, Wanted("form"))
    model.show_words("sheet")
    assert [model.index(1, column).data() for column in (WHERE, BEFORE, FOUND, AFTER)] == [
        "I01 ¶2",
        "Two ",
        "form → sheet",
        "s got lost one winter 😀, nothing came of it but it shook them.",
    ]


def test_places_are_left_out_and_taken_in(qtbot, bench, study):
    model = HitsModel(bench.desk.font())
    model.show_hits(find_hits(study.project.read, Wanted("form")).found, Wanted("form"))
    model.setData(model.index(1, WHERE), Check.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert [hit.where for hit in model.chosen()] == ["I01 1.1", "I02 2.1"]
    model.choose_all(is_chosen=False)
    assert model.chosen() == []
    model.choose_all(is_chosen=True)
    assert len(model.chosen()) == 3


def test_near_words_are_ticked_by_hand(qtbot, bench, study):
    study.chart("A form, two fomrs, one fomr.", 0, 1)
    model = HitsModel(bench.desk.font())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    wanted = Wanted("fomr", near_words=True, in_notes=False)
    model.show_hits(find_hits(study.project.read, wanted).found, wanted)
    assert [hit.found for hit in model.chosen()] == ["fomr"]
    assert (model.rowCount(), model.others) == (4, 3)
    model.show_words("form")
    assert (model.rowCount(), model.others, model.right_already) == (2, 1, 2)
    assert [hit.found for hit in model.chosen()] == ["fomr"]
    model.choose_all(is_chosen=True)
    assert sorted(hit.found for hit in model.chosen()) == ["fomr", "fomrs"]


# -- the dialog and what it does


def search(qtbot, dialog, words):
    dialog.field.setText(words)
    dialog.search()
    qtbot.waitUntil(lambda: not dialog.is_searching)


def press_replace(qtbot, dialog):
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: dialog.result() == dialog.DialogCode.Accepted)


def replace_words(bench, dialogs, old, new, *, leave_out=(), prepare=lambda dialog: None):
    def answer(dialog):
        dialog.words.setText(new)
        prepare(dialog)
        search(bench.qtbot, dialog, old)
        for row in leave_out:
            index = dialog.model.index(row, WHERE)
            dialog.model.setData(index, Check.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
        told.append((dialog.accept_button.text(), dialog.summary.text()))
        press_replace(bench.qtbot, dialog)

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
        search(bench.qtbot, dialog, "zebra")
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
        qtbot.waitUntil(lambda: len(dialog.chosen()) == 3)
        dialog.reject()

    before = texts(study)
    dialogs.expect(answer)
    bench.do("replace")
    assert texts(study) == before


def test_enter_goes_on_from_field_to_field_and_to_the_button_when_all_is_found(bench, study, dialogs, qtbot):
    def answer(dialog):
        with qtbot.waitExposed(dialog):
            dialog.show()
        qtbot.keyClicks(dialog.field, "form")
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
        assert dialog.focusWidget() is dialog.words
        qtbot.keyClicks(dialog.words, "sheet")
        qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.accept_button)
        assert dialog.isVisible()
        dialog.reject()

    before = texts(study)
    dialogs.expect(answer)
    bench.do("replace")
    assert texts(study) == before


def test_in_how_many_places_words_were_replaced_is_said(bench, dialogs, qtbot):
    told = []
    bench.desk.message_wanted.connect(lambda words, _buttons: told.append(words))

    def answer(dialog):
        dialog.words.setText("sheet")
        search(qtbot, dialog, "form")
        press_replace(qtbot, dialog)

    dialogs.expect(answer)
    bench.do("replace")
    assert told == ["Replaced in 3 places. One step of undo brings all back."]


def test_the_matrix_replaces_too(qtbot, project, dialogs):
    desk = show_matrix(qtbot, project)
    cell = next(each for each in desk.view.grid_model.grid.cells.values() if each.statements)
    word = cell.statements[0].text.split()[0]

    def answer(dialog):
        dialog.words.setText("Xylophone")
        search(qtbot, dialog, word)
        press_replace(qtbot, dialog)

    dialogs.expect(answer)
    qtbot.keyClick(desk.view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    grid = desk.view.grid_model.grid
    shown = grid.cells[cell.interview_id, cell.subtopic_id]
    assert shown.statements[0].text.startswith("Xylophone")


# -- beside the window


def test_near_words_are_whole_words_and_only_what_was_asked_for_is_replaced(bench, study, dialogs):
    study.chart("The fomr is form.", 1, 2)
    seen = []

    def prepare(dialog):
        dialog.near_words.setChecked(True)
        seen.append(dialog.whole_words.isEnabled())

    told = replace_words(bench, dialogs, "fomr", "sheet", prepare=prepare)
    assert (told[0], seen) == ("Replace in 1 place", [False])
    assert told[1].endswith("2 near words: tick what is to be replaced.")
    assert study.cell(1, 2).content[0].text == "The sheet is form."


def test_while_a_search_runs_what_was_found_before_cannot_be_replaced(bench, study, dialogs, qtbot):
    def answer(dialog):
        search(qtbot, dialog, "form")
        dialog.field.setText("lost")
        dialog.search()
        assert not dialog.accept_button.isEnabled()
        dialog.accept()
        assert dialog.result() != dialog.DialogCode.Accepted
        qtbot.waitUntil(lambda: not dialog.is_searching)
        dialog.reject()

    before = texts(study)
    dialogs.expect(answer)
    bench.do("replace")
    assert texts(study) == before


def test_only_the_newest_question_is_answered(bench, dialogs, qtbot):
    def answer(dialog):
        dialog.field.setText("lost")
        dialog.search()
        search(qtbot, dialog, "Nobody compares")
        qtbot.wait(50)
        assert [hit.where for hit in dialog.chosen()] == ["I01 ¶4"]
        dialog.reject()

    dialogs.expect(answer)
    bench.do("replace")


def test_an_answer_that_comes_after_another_question_is_passed_over(bench, study, qtbot):
    search = HitSearch(study.project.path)
    told = []
    search.found.connect(told.append)
    search.ask(Wanted("form"))
    late = search._task
    late.wait()  # it is done, but its end has not been told yet
    search.ask(Wanted("compares"))
    qtbot.waitUntil(lambda: bool(told) and not search.is_running)
    qtbot.wait(20)
    assert [[hit.where for hit in hits.found] for hits in told] == [["I01 ¶4"]]


def test_a_search_that_takes_long_shows_how_far_it_is(bench, dialogs, qtbot):
    def answer(dialog):
        with qtbot.waitExposed(dialog):
            dialog.show()
        qtbot.waitUntil(lambda: not dialog.is_searching)
        dialog.bar_delay.setInterval(0)
        dialog.field.setText("lost")
        dialog._searching.ask = lambda wanted: None  # it never ends
        dialog.search()
        qtbot.waitUntil(dialog.bar.isVisible)
        assert dialog.summary.text() == "Searching …"
        dialog._searching.progressed.emit(2, 8)
        assert (dialog.bar.value(), dialog.bar.maximum()) == (2, 8)
        dialog.reject()

    dialogs.expect(answer)
    bench.do("replace")


def test_what_cannot_be_written_is_told_in_the_dialog(bench, study, dialogs, qtbot, monkeypatch):
    def refuse(self, cells, paragraphs):
        raise RefusedError("No.")

    def answer(dialog):
        search(qtbot, dialog, "form")
        dialog.accept_button.click()
        qtbot.waitUntil(lambda: dialog.problem.text() == "No.")
        assert dialog.accept_button.isEnabled()
        dialog.reject()

    monkeypatch.setattr(Project, "revise", refuse)
    before = texts(study)
    dialogs.expect(answer)
    bench.do("replace")
    assert texts(study) == before


def test_closing_the_dialog_gives_up_what_is_being_replaced_as_a_whole(bench, study, dialogs, qtbot, monkeypatch):
    revise, begun, given_up = Project.revise, Event(), Event()

    def wait_first(self, cells, paragraphs):
        begun.set()
        try:
            for _ in range(2000):
                sleep(0.001)
                self._journal.step(0, 1)  # as each step of the action does; it raises once the dialog is being closed
        except CancelledError:
            given_up.set()
            raise
        return revise(self, cells, paragraphs)

    def answer(dialog):
        search(qtbot, dialog, "form")
        dialog.accept_button.click()
        begun.wait(2)
        dialog.reject()
        assert given_up.is_set()
        assert dialog.result() == dialog.DialogCode.Rejected

    monkeypatch.setattr(Project, "revise", wait_first)
    before = texts(study)
    dialogs.expect(answer)
    bench.do("replace")
    assert texts(study) == before
