import pytest

from framework_qda.ui.operations import Operations
from framework_qda.ui.spelling import search as searching
from framework_qda.ui.spelling.search import WordSearch
from framework_qda.ui.spelling.service import Spelling


@pytest.fixture
def spelling(settings, project):
    spelling = Spelling(settings)
    spelling.begin(project, Operations(project))
    yield spelling
    spelling.end()


class Run:
    def __init__(self, spelling, texts):
        self.search = WordSearch(spelling, texts)
        self.found, self.has_ended = [], False
        self.search.found.connect(lambda key, word: self.found.append((key, word.text)))
        self.search.ended.connect(self._end)
        self.search.start()

    def _end(self):
        self.has_ended = True


def test_words_are_found_in_their_order_though_the_dictionary_is_still_to_be_read(qtbot, spelling, monkeypatch):
    monkeypatch.setattr(searching, "CHUNK", 2)
    run = Run(
        spelling, [(number, text) for number, text in enumerate(["teh", "ward", "well-teh", "wintr teh", "ward"])]
    )
    qtbot.waitUntil(lambda: run.has_ended)
    assert run.found == [(0, "teh"), (2, "teh"), (3, "wintr"), (3, "teh")]


def test_a_search_that_is_stopped_tells_no_more(qtbot, spelling):
    run = Run(spelling, [(number, "teh") for number in range(50)])
    run.search.found.connect(lambda _key, _word: run.search.stop() if len(run.found) == 3 else None)
    qtbot.waitUntil(lambda: len(run.found) >= 3)
    qtbot.wait(30)
    assert len(run.found) == 3
    assert not run.has_ended


def test_a_search_without_a_dictionary_ends(qtbot, spelling):
    spelling.set_on(False)
    run = Run(spelling, [(1, "teh")])
    qtbot.waitUntil(lambda: run.has_ended)
    assert run.found == []


def test_nothing_is_read_any_more_when_the_project_is_closed(qtbot, spelling):
    def texts():
        yield 1, "teh"
        raise AssertionError("read from a closed project")

    run = Run(spelling, texts())
    spelling.end()
    qtbot.waitUntil(lambda: run.has_ended)
