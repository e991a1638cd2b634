import pytest

from framework_qda.io.dictionaries import DictionaryFile
from framework_qda.ui.spelling.process import BROKEN_OFF, DictionaryProcess


@pytest.fixture
def process(qtbot, tmp_path):
    (tmp_path / "cy.aff").write_text("SET UTF-8\nTRY abcdeghtw\n", encoding="utf-8")
    (tmp_path / "cy.dic").write_text("2\nward\nthe\n", encoding="utf-8")
    process = DictionaryProcess(DictionaryFile("cy", tmp_path / "cy.aff"))
    yield process
    process.end()


def test_words_are_judged_and_suggested_by_the_other_process(qtbot, process):
    process.ask({"teh", "ward"})
    process.suggest("teh")
    with qtbot.waitSignals([process.ready, process.answered, process.suggested], timeout=20000, order="strict"):
        pass


def test_a_process_that_ends_by_itself_is_told_once(qtbot, process):
    told = []
    process.failed.connect(told.append)
    with qtbot.waitSignal(process.failed, timeout=20000):
        process._process.kill()
    qtbot.wait(50)
    assert told == [BROKEN_OFF]
