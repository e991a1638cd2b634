import pytest
from PySide6.QtTest import QSignalSpy

from framework_qda.model import Interview, Notes, NotesParagraph, Statement, Subtopic, Theme
from framework_qda.ui.operations import Operations
from framework_qda.ui.spelling.dialog import CELL, DICTIONARY, INTERVIEW, STUDY, SpellingDialog
from framework_qda.ui.spelling.service import Spelling


@pytest.fixture
def place(project):
    """Chart two cells of one interview and one of another, with notes."""
    interviews = [project.add(Interview, code=code).new_id for code in ("I08", "I09")]
    theme = project.add(Theme, title="Forms").new_id
    subtopics = [project.add(Subtopic, theme_id=theme, label=label).new_id for label in ("paper", "winter")]
    project.chart(interviews[0], subtopics[0], [Statement("s1", "summary", "Teh forrms, 😀 teh forrms."), _fine("s2")])
    project.chart(interviews[0], subtopics[1], [Statement("s3", "summary", "One wintr.")])
    project.chart(interviews[1], subtopics[0], [Statement("s4", "summary", "Gillick’s wintr and Gillick.")])
    project.import_notes([(interviews[0], Notes("n.txt", "0", (NotesParagraph("Then teh end."),)))])
    return interviews[0], subtopics[0]


def _fine(statement_id):
    return Statement(statement_id, "note", "All is well here.")


@pytest.fixture
def spelling(qtbot, settings, project, place):
    operations = Operations(project)
    spelling = Spelling(settings)
    operations.changed.connect(spelling.show_changes)
    spelling.begin(project, operations)
    yield spelling
    spelling.end()


@pytest.fixture
def dialog(qtbot, project, spelling, place):
    dialog = SpellingDialog(project, spelling, place)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(qtbot, dialog, kind):
    dialog.scope.setCurrentIndex(dialog.scope.findData(kind))
    qtbot.waitUntil(lambda: dialog._search is None)


def select(dialog, *words):
    for row in range(dialog.list.topLevelItemCount()):
        item = dialog.list.topLevelItem(row)
        item.setSelected(item.text(0) in words)


def rows(dialog):
    items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return [tuple(item.text(column) for column in range(3)) for item in items]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (CELL, ["forrms", "Teh", "teh"]),
        (INTERVIEW, ["forrms", "teh", "Teh", "wintr"]),
        (STUDY, ["forrms", "Gillick", "teh", "wintr", "Teh"]),
    ],
)
def test_the_words_of_a_cell_an_interview_or_the_study_are_listed_most_frequent_first(qtbot, dialog, kind, words):
    choose(qtbot, dialog, kind)
    assert [word for word in dialog.words() if word not in ("teh", "Teh")] == [
        word for word in words if word not in ("teh", "Teh")
    ]
    assert sorted(dialog.words()) == sorted(words)


def test_a_word_is_listed_with_how_often_it_stands_where(qtbot, dialog):
    choose(qtbot, dialog, STUDY)
    assert ("wintr", "2", "I08 2.2, I09 2.1") in rows(dialog)
    assert ("teh", "2", "I08 2.1, I08 ¶1") in rows(dialog)
    assert ("Gillick", "2", "I09 2.1") in rows(dialog)
    assert dialog.summary.text().startswith("5 words in 9 places.")


def test_selected_words_are_added_as_one_step(qtbot, dialog, project, spelling):
    choose(qtbot, dialog, STUDY)
    select(dialog, "Gillick", "wintr")
    dialog.add_button.click()
    qtbot.waitUntil(lambda: dialog._search is None)
    assert sorted(dialog.words()) == ["Teh", "forrms", "teh"]
    project.undo()
    assert spelling.study_words() == []


def test_a_word_is_ignored_without_being_written_down(qtbot, dialog, spelling):
    choose(qtbot, dialog, STUDY)
    select(dialog, "Gillick")
    dialog.ignore_button.click()
    qtbot.waitUntil(lambda: dialog._search is None)
    assert "Gillick" not in dialog.words()
    assert spelling.study_words() == []


def test_one_goes_from_place_to_place_of_a_word(qtbot, dialog):
    choose(qtbot, dialog, STUDY)
    select(dialog, "wintr")
    spy = QSignalSpy(dialog.place_wanted)
    for _ in range(3):
        dialog.go_button.click()
    places = [spy.at(number)[0] for number in range(3)]
    assert [place.where for place in places] == ["I08 2.2", "I09 2.1", "I08 2.2"]
    assert (places[0].statement_id, places[0].start, places[0].end) == ("s3", 4, 9)


def test_the_studys_own_words_are_listed_and_can_be_removed(qtbot, dialog, spelling):
    spelling.add("Marsh", "Gillick")
    choose(qtbot, dialog, DICTIONARY)
    assert dialog.words() == ["Gillick", "Marsh"]
    assert not dialog.add_button.isVisible()
    select(dialog, "Gillick")
    dialog.remove_button.click()
    assert dialog.words() == ["Marsh"]


def test_without_a_place_the_whole_study_is_offered_first(qtbot, project, spelling):
    dialog = SpellingDialog(project, spelling, None)
    qtbot.addWidget(dialog)
    assert [dialog.scope.itemData(row) for row in range(dialog.scope.count())] == [STUDY, DICTIONARY]


def test_a_list_without_words_says_so(qtbot, dialog, spelling):
    choose(qtbot, dialog, DICTIONARY)
    assert dialog.summary.text().startswith("No words yet.")
    spelling.add("Teh", "teh", "forrms")
    choose(qtbot, dialog, CELL)
    assert dialog.summary.text() == "Every word of this cell is in the dictionary."


def test_switched_off_the_list_says_why_it_is_empty(qtbot, dialog, spelling):
    choose(qtbot, dialog, STUDY)
    spelling.set_on(False)
    qtbot.waitUntil(lambda: dialog._search is None)
    assert dialog.words() == []
    assert "switched off" in dialog.summary.text()


def test_the_list_is_made_anew_when_somebody_comes_back_to_it_after_a_change(qtbot, dialog, project, place):
    choose(qtbot, dialog, CELL)
    project.chart(*place, [_fine("s2")])
    dialog.note_changes()
    dialog.search()
    qtbot.waitUntil(lambda: dialog._search is None)
    assert dialog.words() == []
