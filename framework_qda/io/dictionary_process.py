"""A dictionary in a process of its own, which is asked through its standard input.

Reading one makes hundreds of thousands of objects and suggesting is slow: in a thread of the window's process either
holds up keys by a tenth of a second (docs/performance.md), in another process by nothing. A question and an answer
are a line of JSON each:

    {"words": ["teh", "ward"]}  ->  {"known": {"teh": false, "ward": true}}
    {"suggest": "teh"}          ->  {"word": "teh", "suggested": ["the"]}

The first line is `{"ready": true}` or `{"failed": "why"}`. The process ends when its input does.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from framework_qda.errors import FrameworkError
from framework_qda.io.dictionaries import Dictionary, DictionaryFile, load_dictionary
from framework_qda.text.spelling import Speller

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def command_of(file: DictionaryFile) -> tuple[str, ...]:
    """Return the program and the arguments that start the process of a dictionary."""
    module = () if getattr(sys, "frozen", False) else ("-m", "framework_qda")
    return (sys.executable, *module, "read-dictionary", file.language, str(file.aff))


def main(words: Sequence[str]) -> None:
    """Serve the dictionary of a language and a path, as `command_of` gives them, over standard input and output."""
    language, aff = words
    serve(language, Path(aff), sys.stdin.buffer, sys.stdout.buffer)


def serve(language: str, aff: Path, questions: Iterable[bytes], answers: IO[bytes]) -> None:
    """Answer questions about a dictionary until there are no more."""

    def tell(answer: dict[str, Any]) -> None:
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()

    try:
        dictionary = load_dictionary(DictionaryFile(language, aff))
    except FrameworkError as error:
        tell({"failed": str(error)})
        return
    tell({"ready": True})
    speller = Speller(dictionary.knows, language, script=dictionary.script)
    for line in questions:
        tell(_answer(json.loads(line), speller, dictionary))


def _answer(question: dict[str, Any], speller: Speller, dictionary: Dictionary) -> dict[str, Any]:
    if "suggest" in question:
        word = str(question["suggest"])
        return {"word": word, "suggested": dictionary.suggest(word)}
    return {"known": {word: speller.knows(word) for word in question["words"]}}
