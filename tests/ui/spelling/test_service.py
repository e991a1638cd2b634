from pathlib import Path

import pytest

from framework_qda.model import DictionaryWord, Study
from framework_qda.ui.operations import Operations
from framework_qda.ui.settings import Settings
from framework_qda.ui.spelling import dictionary
from framework_qda.ui.spelling.process import BROKEN_OFF
from framework_qda.ui.spelling.service import Spelling, SpellingState


@pytest.fixture
def operations(project):
    return Operations(project)


@pytest.fixture
def spelling(qtbot, settings, project, operations):
    spelling = Spelling(settings)
    operations.changed.connect(spelling.show_changes)
    spelling.begin(project, operations)
    yield spelling
    spelling.end()


@pytest.fixture
def ready(qtbot, spelling):
    spelling.dictionary.wake(is_urgent=True)
    qtbot.waitUntil(lambda: spelling.dictionary.is_ready)
    return spelling


@pytest.fixture(autouse=True)
def no_delay(monkeypatch):
    monkeypatch.setattr(dictionary, "BEGIN_MS", 0)


def unknown(qtbot, spelling, text):
    spelling.unknown(text)
    qtbot.waitUntil(lambda: spelling.is_settled)
    spelling.unknown(text)  # the parts of compounds
    qtbot.waitUntil(lambda: spelling.is_settled)
    return [word.text for word in spelling.unknown(text)]


def test_no_dictionary_is_read_before_text_is_shown(qtbot, spelling):
    assert spelling.dictionary.state is SpellingState.WAITING
    assert spelling.unknown("teh") == []
    qtbot.wait(20)
    assert spelling.dictionary.state is SpellingState.WAITING


def test_unknown_words_are_told_when_the_dictionary_has_answered(qtbot, ready):
    assert ready.unknown("teh ward") == []
    with qtbot.waitSignal(ready.changed):
        pass
    assert [word.text for word in ready.unknown("teh ward")] == ["teh"]


def test_a_word_is_asked_about_once(qtbot, ready):
    unknown(qtbot, ready, "teh ward")
    unknown(qtbot, ready, "ward teh ward teh-led")
    asked = [word for words in ready.dictionary._process.asked for word in words]
    assert sorted(asked) == ["led", "teh", "teh-led", "ward"]


def test_nothing_is_made_anew_for_words_that_are_known(qtbot, ready):
    with qtbot.assertNotEmitted(ready.changed, wait=60):
        ready.unknown("ward")


def test_a_word_of_the_study_is_known_from_then_on(qtbot, ready, project):
    assert unknown(qtbot, ready, "Gillick") == ["Gillick"]
    ready.add("Gillick")
    assert ready.unknown("Gillick’s") == []
    assert [record.text for record in project.read.all(DictionaryWord)] == ["Gillick"]


def test_adding_words_is_one_step_that_can_be_undone(qtbot, ready, operations):
    ready.add("Gillick", "Marsh")
    assert ready.study_words() == ["Gillick", "Marsh"]
    operations.run(lambda project: project.undo())
    assert ready.study_words() == []
    assert unknown(qtbot, ready, "Gillick") == ["Gillick"]


def test_a_word_can_be_taken_out_of_the_dictionary_again(qtbot, ready):
    ready.add("Gillick", "Marsh")
    ready.remove("Gillick")
    assert unknown(qtbot, ready, "Gillick Marsh") == ["Gillick"]


def test_an_ignored_word_is_let_be_until_the_project_is_closed(qtbot, ready, project, operations):
    ready.ignore("Gillick’s")
    assert unknown(qtbot, ready, "Gillick") == []
    assert project.read.all(DictionaryWord) == []
    ready.begin(project, operations)
    ready.dictionary.wake(is_urgent=True)
    qtbot.waitUntil(lambda: ready.dictionary.is_ready)
    assert unknown(qtbot, ready, "Gillick") == ["Gillick"]


def test_suggestions_come_later_and_are_kept(qtbot, ready):
    with qtbot.waitSignal(ready.suggested) as told:
        ready.suggest("teh")
    assert told.args == ["teh", ["the", "ten"]]
    with qtbot.waitSignal(ready.suggested, timeout=0, raising=False) as again:
        ready.suggest("teh")
    assert again.args == ["teh", ["the", "ten"]]


def test_words_of_the_study_are_suggested_first(qtbot, ready):
    ready.add("Gillick")
    with qtbot.waitSignal(ready.suggested) as told:
        ready.suggest("gillick")
    assert told.args[1][0] == "Gillick"


def test_switched_off_nothing_is_marked_and_this_machine_remembers_it(qtbot, ready, settings):
    unknown(qtbot, ready, "teh")
    with qtbot.waitSignal(ready.changed, timeout=0):
        ready.set_on(False)
    assert ready.unknown("teh") == []
    assert not Settings(Path(settings.path)).checks_spelling
    ready.set_on(True)
    qtbot.waitUntil(lambda: ready.dictionary.is_ready)
    assert unknown(qtbot, ready, "teh") == ["teh"]


def test_without_a_dictionary_of_the_language_nothing_is_marked_and_a_word_says_so(qtbot, ready, operations):
    study_id = operations.project.read.study().id
    operations.run(lambda project: project.change(Study, study_id, language="cy"))
    qtbot.waitUntil(lambda: ready.dictionary.state is SpellingState.MISSING)
    assert ready.unknown("teh") == []
    assert "“cy”" in ready.dictionary.words()


def test_the_language_of_the_study_chooses_the_dictionary(qtbot, ready, operations):
    study_id = operations.project.read.study().id
    operations.run(lambda project: project.change(Study, study_id, language="en-US"))
    qtbot.waitUntil(lambda: ready.dictionary.is_ready)
    assert ready.dictionary.found_language == "en-US"


def test_a_dictionary_that_breaks_off_is_told_and_marks_nothing(qtbot, ready):
    unknown(qtbot, ready, "teh")
    with qtbot.waitSignal(ready.dictionary.failed) as told:
        ready.dictionary._process.failed.emit(BROKEN_OFF)
    assert told.args == [BROKEN_OFF]
    assert ready.unknown("teh") == []
    assert ready.is_settled
