"""The words of the sample are spelt as the dictionary has them, or stand in the study's own."""

import tomllib
from collections.abc import Iterator

import pytest

from framework_qda import shipped
from framework_qda.io.dictionaries import DictionaryFile, load_dictionary
from framework_qda.io.notes_in import read_notes
from framework_qda.model import DictionaryWord
from framework_qda.text.spelling import Speller

FOLDER = shipped.sample_folder()
BRITISH = DictionaryFile("en-GB", shipped.resources_folder() / "spelling" / "en_GB.aff")
NO_PROSE = {"colour", "evidence", "file", "rests_on", "statements", "words"}
"""What holds references, or words that stand elsewhere."""


@pytest.fixture(scope="module")
def dictionary():
    return load_dictionary(BRITISH)


@pytest.fixture(scope="module")
def speller(dictionary, sources):
    return Speller(dictionary.knows, "en-GB", sources.words, dictionary.script)


def prose(value, key="") -> Iterator[str]:
    """Yield the texts of a table of a TOML file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in NO_PROSE:
                yield from prose(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from prose(each, key)


def unknown(speller, texts):
    return sorted({word.text for text in texts for word in speller.unknown(text)})


@pytest.mark.slow
def test_no_word_of_the_notes_is_misspelt(speller):
    texts = [each.text for path in FOLDER.glob("notes/I*") for each in read_notes(path).paragraphs]
    assert len(texts) > 1500
    assert unknown(speller, texts) == []


@pytest.mark.parametrize("pattern", ["charting/*.toml", "*.toml"])
def test_no_word_of_the_analysts_is_misspelt(speller, pattern):
    files = [path for path in FOLDER.glob(pattern) if path.stem not in ("quotations", "stages")]
    texts = [text for path in files for text in prose(tomllib.loads(path.read_text(encoding="utf-8")))]
    assert len(texts) > 300
    assert unknown(speller, texts) == []


def test_the_dictionary_of_the_study_has_the_words_that_british_english_has_not(built, sources, dictionary):
    assert sorted(each.text for each in built.read.all(DictionaryWord)) == sorted(sources.words)
    assert [word for word in sources.words if dictionary.knows(word)] == []
