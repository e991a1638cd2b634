"""Finding where somebody wants to go by what they type: an interview, an area, a sub-topic, a desk, an action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from framework_qda.matrix.finding import CellNames, PlaceName, find_cells, plain_code
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.rows import row_order
from framework_qda.model import CaseStudy
from framework_qda.text.folding import fold, tokens
from framework_qda.text.near_words import LEAST_ALIKE, can_be_misspelt, how_alike

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework_qda.project.reader import Reader

MOST_FOUND = 12
MOST_CELLS = 3
CODE, SAME_NUMBER, WORD, BEGINNING, BARE_NUMBER, INSIDE = 100.0, 98.0, 94.0, 90.0, 84.0, 80.0
IN_DETAIL = 0.93
"""What a word counts that stands only in what something is known by too."""
MISSPELT = 80.0
"""What a word counts that is misspelt all but a little, of 100."""
SHORTEST_INSIDE = 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WHOLE = 6.0
"""How much a name gains of which every letter was typed."""
_KIND_WORDS = {
    "interview": ("interview",),
    "case_study": ("case", "study"),
    "theme": ("theme",),
    "subtopic": ("sub", "topic", "subtopic"),
    "desk": ("desk",),
}
"""What a thing may be called beside its name: `theme 2`, `board desk`."""
_ORDER = {kind: place for place, kind in enumerate(("interview", "case_study", "theme", "subtopic", "desk", "action"))}


@dataclass(frozen=True, slots=True)
class Destination:
    """Where one can go: `kind` and `id` say what it is, `name` what it is called, `detail` what it is known by too.

    Of a cell, `id` is its interview's and `within` its sub-topic's. `key` is shown beside it.
    """

    kind: str
    id: str
    name: str
    code: str = ""
    detail: str = ""
    key: str = ""
    within: str = ""

    @property
    def words(self) -> str:
        """Write it in a line: `I09 · Area 4 · Named Nurse, trust`."""
        return " · ".join(part for part in (f"{self.code} {self.name}".strip(), self.detail) if part)


class _Known(NamedTuple):
    destination: Destination
    words: tuple[str, ...]
    details: tuple[str, ...]
    code: str
    plain_code: str
    letters: int


class Destinations:
    """All places to go, prepared for finding."""

    def __init__(self, places: Iterable[Destination], names: CellNames | None = None) -> None:
        self._known = [_prepare(each) for each in places]
        self._names = names or CellNames()
        self._scored: dict[str, dict[int, float]] = {}
        """The scores of words that were typed before: with every key only the last word is another."""

    def and_more(self, places: Iterable[Destination]) -> Destinations:
        """Return these places with more behind them."""
        whole = Destinations(places, self._names)
        whole._known = [*self._known, *whole._known]
        return whole

    def find(self, typed: str) -> list[Destination]:
        """Return where somebody may want to go, the likeliest first; with nothing typed, the desks."""
        words = fold(typed).split()
        if not words:
            return [each.destination for each in self._known if each.destination.kind == "desk"]
        scores = [self._scores(word) for word in words]
        places = set(scores[0]).intersection(*scores[1:])
        total = sum(map(len, words))
        ranked = sorted(
            places,
            key=lambda place: (
                -sum(each[place] * len(word) for word, each in zip(words, scores, strict=True)) / total
                - _WHOLE * min(1.0, total / self._known[place].letters),
                _ORDER.get(self._known[place].destination.kind, len(_ORDER)),
                place,
            ),
        )
        found = [self._known[place].destination for place in ranked[:MOST_FOUND]]
        room = MOST_FOUND - len(found)
        return [*found, *self._cells(typed)[:room]] if room and len(words) > 1 else found

    def _scores(self, word: str) -> dict[int, float]:
        if word not in self._scored:
            self._scored[word] = self._score_all(word)
        return self._scored[word]

    def _score_all(self, word: str) -> dict[int, float]:
        plain = plain_code(word)
        found = {place: score for place, each in enumerate(self._known) if (score := _score(word, plain, each))}
        if found or not can_be_misspelt(word):
            return found
        everything = {each for known in self._known for each in (*known.words, *known.details)}
        alike = {each: how_alike(word, each) for each in everything}
        best = {
            place: max((alike[each] for each in (*known.words, *known.details)), default=0.0)
            for place, known in enumerate(self._known)
        }
        return {place: score * MISSPELT for place, score in best.items() if score >= LEAST_ALIKE}

    def _cells(self, typed: str) -> list[Destination]:
        found = find_cells(typed, self._names, ("", ""))[:MOST_CELLS]
        return [
            Destination("cell", each.row.id, f"{each.row.code} {each.column.code}", "", _both(each.row, each.column),
                        within=each.column.id)
            for each in found
        ]  # fmt: skip


def read_destinations(reader: Reader) -> tuple[list[Destination], CellNames]:
    """Read the interviews, areas, themes and sub-topics of a project, and what its rows and columns are called."""
    order = row_order(reader)
    bands = {row.interview_id: band.label for band in order.bands for row in order.rows[band.first :][: band.count]}
    places, rows, columns = [], [], []
    for row in order.rows:
        who = ", ".join(part for part in (*row.roles, row.organisation_kind) if part)
        label = " · ".join(part for part in (bands.get(row.interview_id, ""), who) if part)
        places.append(Destination("interview", row.interview_id, "", row.code or "Interview", label))
        rows.append(PlaceName(row.interview_id, row.code, label))
    places += [Destination("case_study", each.id, each.label or "Case study") for each in reader.all(CaseStudy)]
    for theme in framework_outline(reader):
        places.append(Destination("theme", theme.theme.id, theme.theme.title, theme.number))
        for column in theme.columns:
            places.append(Destination("subtopic", column.subtopic_id, column.label, column.number, theme.theme.title))
            columns.append(PlaceName(column.subtopic_id, column.number, column.label))
    return places, CellNames(tuple(rows), tuple(columns))


def _prepare(destination: Destination) -> _Known:
    words = tuple(token.word for token in tokens(destination.name))
    # Interviews are called by who spoke and where; of other things a detail only says where they belong.
    known_by = tuple(token.word for token in tokens(destination.detail)) if destination.kind == "interview" else ()
    code = fold(destination.code)
    letters = sum(map(len, words or known_by)) or len(code)
    details = (*known_by, *_KIND_WORDS.get(destination.kind, ()))
    return _Known(destination, words, details, code, plain_code(code), max(1, letters))


def _score(word: str, plain: str, known: _Known) -> float:
    if known.code:
        if word == known.code:
            return CODE
        if plain and plain == known.plain_code:
            return SAME_NUMBER
        if known.code.startswith(word):
            return BEGINNING
    best = _best_of(word, known.words)
    best = max(best, _best_of(word, known.details) * IN_DETAIL if known.details else 0.0)
    is_number = word.isdecimal() and known.plain_code.lstrip(_LETTERS) == plain
    return max(best, BARE_NUMBER) if is_number else best


def _best_of(word: str, words: tuple[str, ...]) -> float:
    best = 0.0
    for each in words:
        if each.startswith(word):
            best = max(best, WORD if each == word else BEGINNING)
        elif not best and len(word) >= SHORTEST_INSIDE and word in each:
            best = INSIDE
    return best


def _both(row: PlaceName, column: PlaceName) -> str:
    return " — ".join(part for part in (row.label, column.label) if part)


__all__ = ["Destination", "Destinations", "read_destinations"]
