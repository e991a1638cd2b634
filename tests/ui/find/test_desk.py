"""The Find desk: typing finds, keys walk, Enter goes there."""

import threading
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from framework_qda.matrix.spelling import WordPlace
from framework_qda.model import Analyst, CaseStudy, Statement
from framework_qda.project.hits import HitKind
from framework_qda.text.query import parse_query, terms_of
from framework_qda.ui.find.desk import PATIENCE_MS, ROOM_FOR_LISTS, SEARCHING
from framework_qda.ui.find.work import Question, SearchWork, Understood
from framework_qda.ui.style import em

KEYS = Qt.Key
ALL_SIX = list(HitKind)


def kinds(desk):
    return [section.kind for section in desk.results.sections]


def texts(desk, kind):
    return [hit.text for section in desk.results.sections if section.kind == kind for hit in section.hits]


def page(desk):
    return desk._pages.currentWidget()


def choose(desk, kind):
    """Choose the first result of a kind."""
    desk.show_kind(kind)
    desk.view.setCurrentIndex(desk.results.first_hit())


# -- finding


def test_words_are_found_in_texts_of_every_kind(search):
    assert kinds(search("ward")) == ALL_SIX


def test_typing_finds_without_a_key_to_begin(qtbot, desk):
    QTest.keyClicks(desk.field, "safeg")
    qtbot.waitUntil(lambda: len(texts(desk, HitKind.CELL)) == 3)
    assert page(desk) is desk.view


def test_only_the_last_question_is_answered(qtbot, desk):
    for words in ("ward", "police", "ward police", "shut"):
        desk.field.setText(words)
    qtbot.waitUntil(lambda: not desk.searcher.is_busy)
    assert kinds(desk) == [HitKind.NOTES]
    assert desk.bar.understood.text() == "Looked for shut…"


def test_a_search_that_takes_long_is_said(qtbot, desk, monkeypatch):
    qtbot.waitUntil(lambda: desk.searcher.is_idle)
    answer = SearchWork.answer

    def answer_late(work, question, progress):
        time.sleep(0.5)
        answer(work, question, progress)

    monkeypatch.setattr(SearchWork, "answer", answer_late)
    desk.field.setText("ward")
    qtbot.waitUntil(lambda: desk.bar.understood.text() == SEARCHING)
    qtbot.waitUntil(lambda: not desk.searcher.is_busy)
    assert desk.bar.understood.text() == "Looked for ward…"
    qtbot.wait(PATIENCE_MS + 50)
    assert desk.bar.understood.text() == "Looked for ward…"


def test_what_is_looked_for_stays_said_while_the_search_goes_on(qtbot, desk, monkeypatch):
    qtbot.waitUntil(lambda: desk.searcher.is_idle)
    answer = SearchWork.answer

    def answer_on_and_on(work, question, progress):
        answer(work, question, progress)
        time.sleep(0.5)

    monkeypatch.setattr(SearchWork, "answer", answer_on_and_on)
    desk.field.setText("ward")
    qtbot.waitUntil(lambda: desk.bar.understood.text() == "Looking for ward…")
    qtbot.wait(PATIENCE_MS + 100)
    assert desk.searcher.is_busy
    assert desk.bar.understood.text() == "Looking for ward…"
    qtbot.waitUntil(lambda: desk.bar.understood.text() == "Looked for ward…")


def test_nothing_is_told_of_a_question_that_is_not_asked_any_more(qtbot, desk):
    qtbot.waitUntil(lambda: desk.searcher.is_idle)
    told = []
    desk.searcher.understood.connect(lambda understood: told.append(understood.question.typed))
    desk.searcher.ask(Question("ward"))
    time.sleep(0.1)  # it has been answered, but the window has not heard of it yet
    desk.searcher.ask(Question("police"))
    qtbot.waitUntil(lambda: not desk.searcher.is_busy)
    assert told == ["police"]


def test_what_is_searched_is_said(search):
    assert search('"the ward" -police ').bar.understood.text() == "Looked for “the ward”, without police"
    assert "what to look for" in search("-ward").bar.understood.text()


def test_without_words_the_desk_says_what_can_be_asked(search):
    assert page(search("ward")) is not search("").ask_page
    assert page(search("")) is search("").ask_page


def test_an_example_is_tried(qtbot, desk):
    button = next(each for each in desk.ask_page.findChildren(QPushButton) if each.text() == "police OR nurse")
    button.click()
    qtbot.waitUntil(lambda: texts(desk, HitKind.NOTES) == ["Police came."] * 3)
    assert desk.field.text() == "police OR nurse"


def test_nothing_found_says_what_was_searched(search):
    desk = search("xylophone")
    assert page(desk) is desk.none_page
    assert desk.none_page.words.text() == (
        "Notes, cells, conclusions, extracts, comments and names were searched for xylophone."
    )


def test_near_words_are_offered_where_nothing_was_found(qtbot, search):
    desk = search("safegaurding")
    next(each for each in desk.none_page.findChildren(QPushButton) if "near" in each.text()).click()
    qtbot.waitUntil(lambda: len(texts(desk, HitKind.CELL)) == 3)
    assert desk.bar.near.isChecked()
    assert desk.bar.understood.text().endswith("; also safeguarding")
    assert QApplication.focusWidget() is desk.field


def test_what_changes_is_found_anew(qtbot, search, study, monkeypatch):
    desk = search("portakabin")
    assert page(desk) is desk.none_page
    statements = [Statement("new", "summary", "In a portakabin.")]
    desk.operations.run(lambda project: project.chart(*study.cell, statements))
    qtbot.waitUntil(lambda: texts(desk, HitKind.CELL) == ["In a portakabin."])


def test_the_result_that_is_chosen_stays_so_when_another_comes_before_it(qtbot, search, study):
    desk = search("safeguarding")
    desk.view.setCurrentIndex(desk.results.index(2, 0))
    chosen = desk.results.entry(2)
    statements = [Statement("new", "summary", "Safeguarding."), *desk.project.read.cell(*study.cell).content]
    desk.operations.run(lambda project: project.chart(*study.cell, statements))
    qtbot.waitUntil(lambda: len(texts(desk, HitKind.CELL)) == 4)
    assert desk.view.currentIndex().row() == 3
    assert desk.results.entry(3).target_id == chosen.target_id


def test_counts_stand_on_the_buttons(search):
    desk = search("ward")
    assert desk.bar.filters.kind_buttons[HitKind.CELL].text() == "Cells 3"
    assert desk.bar.filters.kind_buttons[None].text() == "All 10"
    assert search("xylophone").bar.filters.kind_buttons[HitKind.CELL].text() == "Cells"


# -- filters


def test_a_kind_is_shown_alone_by_key(search):
    desk = search("ward")
    QTest.keyClick(desk.field, KEYS.Key_2, Qt.KeyboardModifier.AltModifier)
    assert desk.results.rowCount() == 4
    assert desk.bar.filters.kind_buttons[HitKind.CELL].isChecked()
    QTest.keyClick(desk.field, KEYS.Key_0, Qt.KeyboardModifier.AltModifier)
    assert desk.results.rowCount() == 16


def test_a_kind_without_results_says_where_there_are_some(search):
    desk = search("police")
    desk.show_kind(HitKind.CELL)
    assert desk.none_page.title.text() == "Nothing in cells"
    next(each for each in desk.none_page.findChildren(QPushButton)).click()
    assert page(desk) is desk.view


def test_an_area_filters(qtbot, search, study):
    desk = search("police")
    desk.bar.filters.lists["case_study_id"].setCurrentIndex(2)
    qtbot.waitUntil(lambda: not desk.searcher.is_busy)
    assert [hit.interview_id for hit in desk.results.sections[0].hits] == [study.interviews[1]]
    desk.clear_filters()
    qtbot.waitUntil(lambda: not desk.searcher.is_busy)
    assert len(texts(desk, HitKind.NOTES)) == 3


def test_a_list_with_nothing_to_choose_is_not_shown(desk, study):
    assert desk.bar.filters.lists["analyst_id"].isHidden()
    desk.operations.run(lambda project: project.add(Analyst, name="Ben Okri"))
    assert not desk.bar.filters.lists["analyst_id"].isHidden()


def test_a_filter_goes_with_what_it_named(qtbot, search, study):
    desk = search("ward")
    desk.bar.filters.lists["case_study_id"].setCurrentIndex(2)
    desk.operations.run(lambda project: project.delete(CaseStudy, study.areas[1]))
    assert desk.bar.filters.chosen()["case_study_id"] == ""
    qtbot.waitUntil(lambda: not desk.searcher.is_busy)
    assert desk.answering.question.case_study_id == ""


@pytest.fixture
def low(search):
    """Give a desk with little height, in which a theme is chosen and words are found."""
    desk = search("ward")
    desk.bar.filters.lists["theme_id"].setCurrentIndex(1)
    desk.resize(desk.width(), em(desk, ROOM_FOR_LISTS) - 1)
    return desk


def test_in_a_low_desk_lists_that_choose_nothing_give_way_until_they_are_wanted(low):
    lists = low.bar.filters.lists
    assert [lists[name].isHidden() for name in ("case_study_id", "theme_id")] == [True, False]
    low._actions["find.case_study"].trigger()
    assert not lists["case_study_id"].isHidden()
    lists["case_study_id"].hidePopup()
    low.resize(low.width(), em(low, ROOM_FOR_LISTS))
    assert [lists[name].isHidden() for name in ("case_study_id", "theme_id")] == [False, False]


def test_in_a_low_desk_the_status_bar_says_how_the_question_was_understood(low):
    understood = low.bar.understood
    assert not understood.isVisible()
    assert low.status_text().startswith(f"{understood.text()} · ")
    low.resize(low.width(), em(low, ROOM_FOR_LISTS))
    assert understood.isVisible()
    assert low.status_text() == low.bar.count.text()


def test_a_filter_is_told_where_nothing_was_found(qtbot, search):
    desk = search("xylophone")
    desk.bar.filters.lists["theme_id"].setCurrentIndex(1)
    qtbot.waitUntil(lambda: not desk.searcher.is_busy)
    assert "a filter is set" in desk.none_page.words.text()
    desk.clear_filters()


# -- keys


def test_down_goes_to_the_results_and_up_comes_back(search):
    desk = search("ward")
    QTest.keyClick(desk.field, KEYS.Key_Down)
    assert QApplication.focusWidget() is desk.view
    assert desk.view.currentIndex().row() == 1
    QTest.keyClick(desk.view, KEYS.Key_Down)
    assert desk.view.currentIndex().row() == 3, "the heading of the next kind is stepped over"
    QTest.keyClick(desk.view, KEYS.Key_Up)
    QTest.keyClick(desk.view, KEYS.Key_Up)
    assert QApplication.focusWidget() is desk.field


def test_escape_comes_back_and_then_clears(search):
    desk = search("ward")
    QTest.keyClick(desk.field, KEYS.Key_Down)
    QTest.keyClick(desk.view, KEYS.Key_Escape)
    assert (QApplication.focusWidget(), desk.field.text()) == (desk.field, "ward")
    QTest.keyClick(desk.field, KEYS.Key_Escape)
    assert desk.field.text() == ""


def test_what_is_typed_in_the_results_goes_into_the_field(search):
    desk = search("war")
    QTest.keyClick(desk.field, KEYS.Key_Down)
    QTest.keyClick(desk.view, KEYS.Key_D)
    assert (desk.field.text(), QApplication.focusWidget()) == ("ward", desk.field)


def test_coming_to_the_desk_selects_what_was_looked_for(search):
    desk = search("ward")
    QTest.keyClick(desk.field, KEYS.Key_Down)
    desk.setFocus()
    assert desk.field.selectedText() == "ward"


# -- where results lead


def test_a_cell_opens_at_the_word(qtbot, search, study):
    desk = search("safeguarding")
    with qtbot.waitSignal(desk.word_requested) as asked:
        QTest.keyClick(desk.field, KEYS.Key_Return)
    place = WordPlace("", *study.cell, statement_id="s0", start=8, end=20)
    assert asked.args == [place]


def test_notes_open_at_the_word(qtbot, search, study):
    desk = search("shut")
    choose(desk, HitKind.NOTES)
    with qtbot.waitSignal(desk.word_requested) as asked:
        QTest.keyClick(desk.view, KEYS.Key_Return)
    place = WordPlace("", study.interviews[0], paragraph_id=study.paragraph_id, start=17, end=21)
    assert asked.args == [place]


def test_an_extract_opens_as_a_passage(qtbot, search, study):
    desk = search("ward")
    choose(desk, HitKind.EXTRACT)
    with qtbot.waitSignal(desk.passage_requested) as asked:
        QTest.keyClick(desk.view, KEYS.Key_Return)
    assert asked.args == [study.interviews[0], study.extract_id]


def test_a_comment_opens_its_cell_with_its_thread(qtbot, search, study):
    desk = search("ward")
    choose(desk, HitKind.COMMENT)
    with qtbot.waitSignal(desk.remarks_requested) as asked:
        desk.view.doubleClicked.emit(desk.view.currentIndex())
    (comment,) = study.project.read.open_comments()
    assert asked.args == [*study.cell, comment.id]


def test_a_comment_on_a_passage_opens_a_cell_that_rests_on_it(qtbot, search, study):
    comment_id = study.project.comment("extract", study.extract_id, "A porch, rather?").new_id
    desk = search("porch")
    choose(desk, HitKind.COMMENT)
    with qtbot.waitSignal(desk.remarks_requested) as asked:
        QTest.keyClick(desk.view, KEYS.Key_Return)
    assert asked.args == [*study.cell, comment_id]


def test_a_comment_on_an_interview_opens_the_interview(qtbot, search, study):
    study.project.comment("interview", study.interviews[1], "A porch, rather?")
    desk = search("porch")
    choose(desk, HitKind.COMMENT)
    with qtbot.waitSignal(desk.record_requested) as asked:
        QTest.keyClick(desk.view, KEYS.Key_Return)
    (comment,) = study.project.read.comments(study.interviews[1])
    assert asked.args == ["remark", comment.id]


@pytest.mark.parametrize(
    ("kind", "words", "record"), [(HitKind.SYNTHESIS, "differ", "conclusion"), (HitKind.NAME, "Referral", "theme")]
)
def test_names_and_syntheses_open_where_they_are_shown(qtbot, search, study, kind, words, record):
    desk = search(words)
    choose(desk, kind)
    with qtbot.waitSignal(desk.record_requested) as asked:
        QTest.keyClick(desk.view, KEYS.Key_Return)
    assert asked.args == [record, study.columns[0] if record == "conclusion" else study.themes[1]]


def test_enter_without_results_does_nothing(search):
    QTest.keyClick(search("xylophone").field, KEYS.Key_Return)


# -- beside the window


def test_a_failure_is_told(qtbot, search, monkeypatch):
    desk = search("ward")
    desk.searcher.failed.emit("The disk is gone.")
    assert desk.none_page.words.text() == "The disk is gone."


def test_ending_in_the_midst_of_a_search_waits_for_it(desk):
    desk.field.setText("ward")
    desk.end()
    assert not desk.searcher.is_busy


def test_what_changes_while_a_search_is_under_way_is_found_too(desk, study, qtbot, monkeypatch):
    answer, gate, asked = SearchWork.answer, threading.Event(), []

    def answer_slowly(work, question, progress):
        asked.append(question)
        if len(asked) > 1:
            answer(work, question, progress)
            return
        progress.tell(Understood(question, terms=terms_of(parse_query("zebra"))))
        gate.wait(5)

    monkeypatch.setattr(SearchWork, "answer", answer_slowly)
    desk.answering._again.setInterval(0)
    desk.field.setText("zebra")
    qtbot.waitUntil(lambda: desk.answering.is_waiting)
    desk.show_changes(study.project.add(CaseStudy, label="Zebra"))
    qtbot.wait(20)
    gate.set()
    qtbot.waitUntil(lambda: desk.bar.count.text() == "1 found")
