import pytest

from framework_qda.ui.spelling import suggestions as module
from framework_qda.ui.spelling.suggestions import Suggestions
from tests.ui.dictionary import SmallDictionary


class Asked(SmallDictionary):
    def __init__(self, file=None):
        super().__init__(file)
        self.words = []

    def suggest(self, word):
        self.words.append(word)
        super().suggest(word)


@pytest.fixture(autouse=True)
def no_idling(monkeypatch):
    monkeypatch.setattr(module, "IDLE_MS", 0)


@pytest.fixture
def process(qtbot):
    return Asked()


@pytest.fixture
def suggestions(qtbot, process):
    suggestions = Suggestions(lambda word: ["Marsh"] if word == "marsh" else [])
    suggestions.use(process)
    return suggestions


def test_a_word_is_asked_about_once(qtbot, suggestions, process):
    for _ in range(2):
        with qtbot.waitSignal(suggestions.found) as told:
            suggestions.ask("teh")
    assert told.args == ["teh", ["the", "ten"]]
    assert process.words == ["teh"]


def test_words_of_the_study_come_first(qtbot, suggestions):
    with qtbot.waitSignal(suggestions.found) as told:
        suggestions.ask("marsh")
    assert told.args == ["marsh", ["Marsh", "march"]]


def test_foreseen_words_are_asked_about_one_by_one_the_last_first(qtbot, suggestions, process):
    suggestions.foresee(["teh", "wintr"])
    suggestions.foresee(["forrms", "teh"])
    qtbot.waitUntil(lambda: len(process.words) == 3)
    assert process.words == ["teh", "forrms", "wintr"]


def test_what_was_foreseen_is_told_at_once(qtbot, suggestions, process):
    with qtbot.waitSignal(suggestions.found):
        suggestions.foresee(["teh"])
    told = []
    suggestions.found.connect(lambda _word, found: told.append(found))
    suggestions.ask("teh")
    assert told == [["the", "ten"]]


def test_without_a_dictionary_only_the_studys_words_are_suggested(suggestions):
    suggestions.use(None)
    told = []
    suggestions.found.connect(lambda _word, found: told.append(found))
    suggestions.ask("marsh")
    assert told == [["Marsh"]]
