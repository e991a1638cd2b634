"""Finding a cell by what somebody types: `I09 2.3`, a bare code, or parts of the names of both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.rows import row_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.project.reader import Reader

MOST_FOUND = 8
EXACT, SAME_NUMBER, BEGINNING, INSIDE = 100.0, 98.0, 92.0, 84.0
BESIDE_A_CODE = 2.0
"""What speaks for a column where the row is named by its code: `I09 4` is theme 4, not a part of the row's name too."""
LEAST_ALIKE = 75.0
"""How alike a misspelt word and a name must be, of 100."""
MISSPELT = 0.8
SHORTEST_MISSPELT = 4

_WORDS = re.compile(r"[^\s,·()/]+")
_CODE = re.compile(r"(\D*?)0*(\d+)")
_COLUMN = re.compile(r"\d+\.\d*")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """An interview or a sub-topic by what people call it."""

    id: str
    code: str
    label: str

    @property
    def words(self) -> list[str]:
        """The words of the name without regard to case."""
        return _WORDS.findall(self.label.casefold())


@dataclass(frozen=True, slots=True)
class CellNames:
    """What the rows and columns of a project are called, in their order."""

    rows: tuple[PlaceName, ...] = ()
    columns: tuple[PlaceName, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A cell that may be meant: its row and column."""

    row: PlaceName
    column: PlaceName


def read_names(reader: Reader) -> CellNames:
    """Read what the rows and columns of a project are called."""
    order = row_order(reader)
    bands = {row.interview_id: band.label for band in order.bands for row in order.rows[band.first :][: band.count]}
    rows = []
    for row in order.rows:
        who = ", ".join(part for part in (*row.roles, row.organisation_kind) if part)
        label = " · ".join(part for part in (who, bands.get(row.interview_id, "")) if part)
        rows.append(PlaceName(row.interview_id, row.code, label))
    columns = [column for theme in framework_outline(reader) for column in theme.columns]
    return CellNames(tuple(rows), tuple(PlaceName(each.subtopic_id, each.number, each.label) for each in columns))


def find_cells(typed: str, names: CellNames, here: tuple[str, str]) -> list[FoundCell]:
    """Return the cells that may be meant, the likeliest first, eight at most.

    Words for a row may stand before or behind those for a column; where one of both is missing, the row or the
    column of `here` (interview id, sub-topic id) is meant. Misspelt words are looked for where right ones fail.
    """
    words = typed.casefold().split()
    rows = [_scores(word, names.rows) for word in words]
    columns = [_scores(word, names.columns) for word in words]
    current = (_number_of(names.rows, here[0]), _number_of(names.columns, here[1]))
    best: dict[tuple[int, int], float] = {}
    for cut in range(len(words) + 1):
        first, second = slice(None, cut), slice(cut, None)
        for of_row, of_column in ((first, second), (second, first)):
            if not words:
                continue
            found_rows = _together(words[of_row], rows[of_row], current[0])
            found_columns = _together(words[of_column], columns[of_column], current[1])
            _pair(best, found_rows, found_columns, (_weight(words[of_row]), _weight(words[of_column])))
    ranked = sorted(best, key=lambda pair: (-best[pair], pair))[:MOST_FOUND]
    return [FoundCell(names.rows[row], names.columns[column]) for row, column in ranked]


def find_columns(typed: str, names: CellNames) -> list[PlaceName]:
    """Return the columns that may be meant, the likeliest first, eight at most; nothing typed means any."""
    words = typed.casefold().split()
    if not words:
        return list(names.columns[:MOST_FOUND])
    found = _together(words, [_scores(word, names.columns) for word in words], -1)
    return [names.columns[place] for place in found]


def _scores(word: str, names: Sequence[PlaceName]) -> dict[int, float]:
    """Score every name that has a word; one that none has may be misspelt."""
    found = {place: score for place, name in enumerate(names) if (score := _score(word, name))}
    if found or len(word) < SHORTEST_MISSPELT or _COLUMN.fullmatch(word):
        return found
    from rapidfuzz import fuzz, process  # takes a while to load, and only misspelt words need it

    labels = [name.label.casefold() for name in names]
    near = process.extract(word, labels, scorer=fuzz.partial_ratio, score_cutoff=LEAST_ALIKE, limit=MOST_FOUND * 2)
    return {place: score * MISSPELT for _, score, place in near}


def _score(word: str, name: PlaceName) -> float:
    code = name.code.casefold()
    if word == code:
        return EXACT
    if plain_code(word) == plain_code(code) != "":
        return SAME_NUMBER
    if _COLUMN.fullmatch(word):
        return BEGINNING if code.startswith(word) else 0
    if code.startswith(word) or (len(word) > 1 and word == code.replace(".", "")):
        return BEGINNING
    words = name.words
    if word in words:
        return BEGINNING + 2
    if word.isdigit():
        return 0
    if any(each.startswith(word) for each in words):
        return BEGINNING - 2
    return INSIDE if len(word) > 2 and any(word in each for each in words) else 0


def plain_code(code: str) -> str:
    """Return a code without the noughts before its number: `i9` for `i09`."""
    found = _CODE.fullmatch(code)
    return f"{found[1]}{found[2]}" if found else ""


def _together(words: Sequence[str], scores: Sequence[dict[int, float]], current: int) -> dict[int, float]:
    """Return the names that have all of some words with their scores; without words, the current one."""
    if not words:
        return {current: 0.0} if current >= 0 else {}
    places = set(scores[0]).intersection(*scores[1:])
    total = _weight(words)
    found = {
        place: sum(each[place] * len(word) for word, each in zip(words, scores, strict=True)) / total
        for place in places
    }
    kept = sorted(found, key=lambda place: (-found[place], place))[:MOST_FOUND]
    return {place: found[place] for place in kept}


def _pair(
    best: dict[tuple[int, int], float],
    rows: dict[int, float],
    columns: dict[int, float],
    weights: tuple[int, int],
) -> None:
    for row, row_score in rows.items():
        for column, column_score in columns.items():
            score = (row_score * weights[0] + column_score * weights[1]) / sum(weights)
            if row_score >= SAME_NUMBER and weights[1]:
                score += BESIDE_A_CODE
            best[row, column] = max(best.get((row, column), 0.0), score)


def _weight(words: Sequence[str]) -> int:
    return sum(map(len, words))


def _number_of(names: Sequence[PlaceName], wanted: str) -> int:
    return next((place for place, name in enumerate(names) if name.id == wanted), -1)
