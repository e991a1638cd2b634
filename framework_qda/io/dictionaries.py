"""Spelling dictionaries of Hunspell: which there are on this computer, and reading one (0.5 to 1.5 seconds)."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framework_qda.errors import ImportFileError
from framework_qda.shipped import resources_folder
from framework_qda.text.spelling import plain_word, primary_language, script_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FOLDER_BESIDE = "dictionaries"
"""The folder beside a project whose dictionaries go before all others."""
MOST_SUGGESTIONS = 8
_COUNTRIES = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "pt": "pt-PT", "nl": "nl-NL", "it": "it-IT"}
"""Which country's dictionary is taken first where that of the study's own is not here."""
_EXTENSIONS = "share/extensions/dict-*"
_USERS_EXTENSIONS = "4/user/uno_packages/cache/uno_packages/*/*"
_PLACES = {
    "linux": (
        ("/usr/share", "hunspell"),
        ("/usr/share", "myspell"),
        ("/usr/share", "myspell/dicts"),
        ("/usr/local/share", "hunspell"),
        ("~/.local/share", "hunspell"),
        ("/usr/lib", f"libreoffice/{_EXTENSIONS}"),
        ("/usr/lib64", f"libreoffice/{_EXTENSIONS}"),
        ("/opt", f"libreoffice*/{_EXTENSIONS}"),
        ("~/.config/libreoffice", _USERS_EXTENSIONS),
    ),
    "darwin": (
        ("~/Library", "Spelling"),
        ("/Library", "Spelling"),
        ("/Applications", "LibreOffice.app/Contents/Resources/extensions/dict-*"),
        ("~/Library/Application Support/LibreOffice", _USERS_EXTENSIONS),
    ),
    "win32": (
        ("%PROGRAMFILES%", f"LibreOffice/{_EXTENSIONS}"),
        ("%APPDATA%/LibreOffice", _USERS_EXTENSIONS),
    ),
}
"""Where a system and LibreOffice keep dictionaries: a folder, and the pattern of folders in it."""


@dataclass(frozen=True, slots=True)
class DictionaryFile:
    """A dictionary on this computer: the tag of its language (`en-GB`) and its .aff; its .dic stands beside it."""

    language: str
    aff: Path


class Dictionary:
    """A dictionary that was read. Looking a word up takes 0.03 ms, suggesting 400 ms: leave that to a worker."""

    def __init__(self, language: str, hunspell: Any) -> None:  # noqa: ANN401 - the library has no annotations
        self.language = language
        self._hunspell = hunspell
        self.script = script_of(word.stem for word in islice(hunspell.dic.words, 100, 200))

    def knows(self, word: str) -> bool:
        """Return whether a word is in the dictionary."""
        return bool(self._hunspell.lookup(word))

    def suggest(self, word: str) -> list[str]:
        """Return words that may have been meant, the likeliest first."""
        found = islice(self._hunspell.suggest(plain_word(word)), MOST_SUGGESTIONS)
        return list(dict.fromkeys(found))


def find_dictionaries(beside: Path | None = None) -> tuple[DictionaryFile, ...]:
    """Return the dictionaries found, one a language, in the order of their tags.

    Of several for one language the first of these is taken: in the folder `dictionaries` beside the project file
    `beside`, shipped with the program, of the system or of LibreOffice, shipped with the library.
    """
    found: dict[str, DictionaryFile] = {}
    for folder in _folders(beside):
        for file in _dictionaries_in(folder):
            found.setdefault(file.language.lower(), file)
    return tuple(found[tag] for tag in sorted(found))


def dictionary_for(language: str, found: Sequence[DictionaryFile]) -> DictionaryFile | None:
    """Return the dictionary of a language; failing its country's, another country's, or `None`."""
    tag = language.strip().replace("_", "-").lower()
    if not tag:
        return None
    same = [file for file in found if primary_language(file.language) == primary_language(tag)]
    same.sort(key=lambda file: (file.language.lower() != tag, file.language != _COUNTRIES.get(primary_language(tag))))
    return same[0] if same else None


def load_dictionary(file: DictionaryFile) -> Dictionary:
    """Read a dictionary; raise ImportFileError where it cannot be read."""
    # Needed only where spelling is checked: it takes a tenth of a second to load.
    from spylls.hunspell import Dictionary as HunspellDictionary

    try:
        return Dictionary(file.language, HunspellDictionary.from_files(str(file.aff.with_suffix(""))))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, re.error, RecursionError) as error:
        raise ImportFileError(
            f"The spelling dictionary “{file.aff}” cannot be read, so spelling is not checked. "
            "Your project is untouched. Put another dictionary in its place."
        ) from error


def _folders(beside: Path | None) -> Iterator[Path]:
    if beside is not None:
        yield beside.parent / FOLDER_BESIDE
    yield resources_folder() / "spelling"
    for root, pattern in _PLACES.get(sys.platform, ()):
        yield from sorted(Path(os.path.expandvars(root)).expanduser().glob(pattern))
    yield from _folders_of_library()


def _folders_of_library() -> Iterator[Path]:
    from importlib.util import find_spec

    library = find_spec("spylls")
    for place in (library.submodule_search_locations or ()) if library else ():
        yield from sorted((Path(place) / "hunspell" / "data").glob("*"))


def _dictionaries_in(folder: Path) -> Iterator[DictionaryFile]:
    for aff in sorted(folder.glob("*.aff")):
        tag = re.match(r"[A-Za-z]{2,3}(?=[-_.])(?:[-_](?:[A-Z]{2}|[A-Z][a-z]{3}|\d{3})(?=[-_.]))*", aff.name)
        if tag and aff.with_suffix(".dic").is_file():
            yield DictionaryFile(tag.group().replace("_", "-"), aff)
