import io
import json

import pytest

from framework_qda.io.dictionaries import DictionaryFile
from framework_qda.io.dictionary_process import command_of, serve


@pytest.fixture
def aff(tmp_path):
    (tmp_path / "cy.aff").write_text("SET UTF-8\nTRY abcdeghtw\n", encoding="utf-8")
    (tmp_path / "cy.dic").write_text("2\nward\nthe\n", encoding="utf-8")
    return tmp_path / "cy.aff"


def ask(aff, *questions):
    answers = io.BytesIO()
    serve("cy", aff, [json.dumps(each).encode() for each in questions], answers)
    return [json.loads(line) for line in answers.getvalue().splitlines()]


def test_words_are_judged(aff):
    ready, answer = ask(aff, {"words": ["teh", "ward"]})
    assert ready == {"ready": True}
    assert answer == {"known": {"teh": False, "ward": True}}


def test_words_are_suggested(aff):
    assert ask(aff, {"suggest": "teh"})[1] == {"word": "teh", "suggested": ["the"]}


def test_a_dictionary_that_cannot_be_read_is_told_and_nothing_is_answered(tmp_path):
    (only,) = ask(tmp_path / "none.aff", {"words": ["teh"]})
    assert "spelling is not checked" in only["failed"]


def test_the_program_itself_is_started_in_its_other_part(aff):
    assert command_of(DictionaryFile("cy", aff))[1:] == ("-m", "framework_qda", "read-dictionary", "cy", str(aff))
