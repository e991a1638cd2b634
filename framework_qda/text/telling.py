"""Names that tell where or who, found in a text: whole, in any case of letters, and in lists of numbered ones."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from string import ascii_letters
from typing import NamedTuple

from framework_qda.text.numbers import plural

_GAP = "[\\s\u2010\u2011-]"
"""What parts the words of a name: white space, and the hyphens that people put instead."""
_NUMBER = r"(?:\d+[a-z]?|(?-i:[A-Z]))(?!\w)"
"""A number may have a letter behind it, as the codes of informants do (`I03a`)."""
_NUMBERED = re.compile(rf"(?P<stem>.*?[^\W\d_])(?P<gap>{_GAP}*)(?P<number>\d+[A-Za-z]?|(?<=\W)[A-Z])", re.DOTALL)
_LAST_NUMBER = re.compile(r"\d+[A-Za-z]?\Z|[A-Z]\Z")
_RANGE = re.compile(r"\s*[-–—]\s*|\s+to\s+", re.IGNORECASE)
_NEXT = re.compile(
    rf"(?P<between>{_RANGE.pattern}|\s*[,/&]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+)(?P<number>{_NUMBER})", re.IGNORECASE
)
_END_OF_CLAUSE = re.compile(r"\s*(?:[.;:!?)\]]|\Z)")
_LONGEST_RANGE = 100


class Naming(NamedTuple):
    """Where in a text names stand, in code points, and which: several where it is a range (`3–5`)."""

    start: int
    end: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """Numbered names of one kind (`Area 3`, `Area 5`; `I03`, `I05`): how they begin, and each by its number."""

    stem: str
    is_parted: bool
    names: dict[str, str] = field(default_factory=dict)

    @property
    def single(self) -> str:
        """Return what finds one of them. A code may be written with a blank, but “I 12” and “p 3” are none."""
        stem = _spaced(self.stem)
        if self.is_parted or len(self.stem) > 1:
            return f"{stem}{_GAP}*{_NUMBER}"
        blank = r"\s+(?=0)" if self.stem in "AI" else rf"\s+(?=0)|(?<=(?-i:{stem}))\s+"
        return f"{stem}(?:-*|{blank}){_NUMBER}"

    def name(self, number: str) -> str:
        """Return the name with a number, with or without noughts before it; empty if there is none."""
        return self.names.get(number) or self.names.get(_bare(number), "")

    def names_between(self, first: str, last: str) -> list[str]:
        """Return the names with two numbers and those between them."""
        if not (first.isdecimal() and last.isdecimal() and int(last) - int(first) in range(2, _LONGEST_RANGE)):
            return [self.name(first), self.name(last)]
        return [name for number in range(int(first), int(last) + 1) if (name := self.name(str(number)))]


class Telling:
    """Finds names in texts. One of a single letter, or of figures alone, would be found in any text: it tells nothing.

    What is numbered is found in lists as well: “Areas 3 and 5” names both, and so does “I03/05”. Names in
    `as_written` are found only in their own capitals.
    """

    def __init__(self, names: Iterable[str], as_written: Collection[str] = ()) -> None:
        self._as_written = as_written
        self._others: dict[str, str] = {}
        self._kinds: dict[str, _Kind] = {}
        for name in {name.strip() for name in names}:
            if len(name) > 1 and not name.isdigit():
                self._add(name)
        self._pattern = self._compile()

    def _add(self, name: str) -> None:
        found = _NUMBERED.fullmatch(name)
        if found is None:
            self._others[_key(name)] = name
            return
        kind = self._kinds.setdefault(_key(found["stem"]), _Kind(found["stem"], bool(found["gap"])))
        kind.names[found["number"]] = name
        kind.names.setdefault(_bare(found["number"]), name)

    def _compile(self) -> re.Pattern[str] | None:
        # Numbers are looked up, not searched for one by one: thousands of codes are found as fast as one.
        parts = []
        for name in sorted(self._others.values(), key=len, reverse=True):
            parts.append(f"(?-i:{_spaced(name)})" if name in self._as_written else _spaced(name))
        for place, kind in enumerate(self._kinds.values()):
            parts.append(f"(?P<some{place}>{kind.single})")
            if kind.is_parted:
                parts.append(rf"(?P<many{place}>{_spaced(plural(kind.stem))}{_GAP}*{_NUMBER})")
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE) if parts else None

    def find(self, text: str) -> Iterator[Naming]:
        """Give the places of a text where names stand, in their order."""
        place = 0
        while self._pattern and (found := self._pattern.search(text, place)):
            place = found.end()
            for naming in self._read(found):
                yield naming
                place = naming.end

    def names_in(self, text: str) -> list[str]:
        """Return the names that stand in a text, as they were given."""
        return sorted({name for naming in self.find(text) for name in naming.names})

    def replace(self, text: str, put: Callable[[Naming], str]) -> str:
        """Return the text with what `put` gives in the place of names."""
        parts, place = [], 0
        for naming in self.find(text):
            parts += [text[place : naming.start], put(naming)]
            place = naming.end
        return "".join([*parts, text[place:]])

    def _read(self, found: re.Match[str]) -> Iterator[Naming]:
        """Give what was found, and the numbers that go on with it."""
        if found.lastgroup is None:
            # A few letters are alike in more ways than folding knows: what was found is a name all the same.
            yield Naming(*found.span(), (self._others.get(_key(found.group()), found.group()),))
            return
        kind = list(self._kinds.values())[int(found.lastgroup[4:])]
        is_list = found.lastgroup.startswith("many")
        number = _last_number(found.group())
        naming = Naming(*found.span(), _known(kind.name(number)))
        text, more = found.string, _NEXT.match(found.string, found.end())
        while more and (is_list or _goes_on(kind, more)):
            if _RANGE.fullmatch(more["between"]):
                names = _known(*kind.names_between(number, more["number"]))
                naming = Naming(naming.start, more.end(), (*naming.names[:-1], *names))
            else:
                if naming.names:
                    yield naming
                naming = Naming(*more.span("number"), _known(kind.name(more["number"])))
            number, more = more["number"], _NEXT.match(text, more.end())
        if naming.names:
            yield naming


def _goes_on(kind: _Kind, more: re.Match[str]) -> bool:
    """Say whether a number behind a single name is one more of its kind: as a rule it counts something else."""
    between, number = more["between"], more["number"]
    name = kind.name(number)
    is_written_so = name.endswith(number) and (number.startswith("0") or not number.isdecimal())
    return bool(name) and (between in "-–—/" or is_written_so or bool(_END_OF_CLAUSE.match(more.string, more.end())))


def _known(*names: str) -> tuple[str, ...]:
    return tuple(filter(None, names))


def _last_number(name: str) -> str:
    return str(_LAST_NUMBER.findall(name)[-1])


def _key(name: str) -> str:
    return re.sub(rf"{_GAP}+", "", name).casefold()


def _bare(number: str) -> str:
    """Return a number without noughts before it and in common figures, with a small letter; a letter as it is."""
    figures = number.rstrip(ascii_letters)
    return f"{int(figures)}{number[len(figures) :].casefold()}" if figures else number


def _spaced(name: str) -> str:
    return f"{_GAP}+".join(map(re.escape, re.split(rf"{_GAP}+", name)))
