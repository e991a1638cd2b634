"""The weight of a statement: who stands behind it, counted by area, organisation, interview and informant.

Qualitative data are not counted for the reader ("most", "some", "one area" are words), but the analyst must be able to
see who stands behind a word.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework_qda.matrix.within_theme import count_rows, says_something
from framework_qda.model import Informant, Interview

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from framework_qda.matrix.grid import GridRow, MatrixGrid
    from framework_qda.model import WeightWord
    from framework_qda.project.reader import Reader

UNITS: Mapping[str, tuple[str, str]] = {
    "case_study": ("case study", "case studies"),
    "organisation": ("organisation", "organisations"),
    "interview": ("interview", "interviews"),
    "informant": ("informant", "informants"),
}
"""What can be counted: type name -> its word for one and for several."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many of a unit stand behind something, of how many."""

    unit: str
    count: int
    total: int

    @property
    def words(self) -> str:
        """The count in words: `5 of 12 case studies`."""
        one, several = UNITS[self.unit]
        return f"{self.count:,} of {self.total:,} {one if self.total == 1 else several}"


@dataclass(frozen=True, slots=True)
class Behind:
    """The interviews that are counted behind a word, and in words which these are."""

    interview_ids: tuple[str, ...] = ()
    words: str = ""


def who_is_behind(grid: MatrixGrid, subtopic_id: str, chosen: Collection[str] = ()) -> Behind:
    """Return the interviews chosen by hand; without a choice those shown that say something of a sub-topic.

    Rows that are only kept in view are counted where they were chosen by hand, and not otherwise.
    """
    if chosen:
        rows = [row for row in grid.rows if row.interview_id in chosen]
        return Behind(tuple(row.interview_id for row in rows), _chosen_words(grid, subtopic_id, rows))
    speaking = tuple(row.interview_id for row in grid.rows if not row.kept and _speaks(grid, row, subtopic_id))
    beside = ", ".join(count_rows(grid).kept_lines)
    return Behind(speaking, _shown_words(len(speaking)) + (f"; not counted: {beside}" if beside else ""))


def _speaks(grid: MatrixGrid, row: GridRow, subtopic_id: str) -> bool:
    return says_something(grid.cells.get((row.interview_id, subtopic_id)))


def _shown_words(count: int) -> str:
    if not count:
        return "No interview shown says something here"
    many = f"the {count:,} interviews shown that say something here"
    return f"Counted: {many if count > 1 else 'the one interview shown that says something here'}"


def _chosen_words(grid: MatrixGrid, subtopic_id: str, rows: Sequence[GridRow]) -> str:
    """Say which interviews were chosen, and what of them one would not expect."""
    silent = sum(not _speaks(grid, row, subtopic_id) for row in rows)
    reasons = Counter(row.kept for row in rows if row.kept)
    if len(rows) == 1:
        doubts = ["says nothing here"] * silent + list(reasons)
        which = f"{rows[0].code or 'this interview'} alone"
    else:
        doubts = [f"{silent:,} {'says' if silent == 1 else 'say'} nothing here"] if silent else []
        doubts += [f"{count:,} {words}" for words, count in reasons.items()]
        which = f"the {len(rows):,} selected interviews"
    return f"Counted: {which}" + (f" ({', '.join(doubts)})" if doubts else "")


def weigh(reader: Reader, behind: Collection[str], base: Collection[str] | None = None) -> tuple[Standing, ...]:
    """Count who stands behind something, given as interview ids, among the interviews of the base, or all of them."""
    interviews = {each.id: each for each in reader.all(Interview)}
    informants: dict[str, set[str]] = {}
    for informant in reader.all(Informant):
        informants.setdefault(informant.interview_id, set()).add(informant.id)

    def count(unit: str, ids: Collection[str]) -> int:
        known = [interviews[each] for each in ids if each in interviews]
        if unit == "case_study":
            return len({each.case_study_id for each in known if each.case_study_id})
        if unit == "organisation":
            return len({each.organisation_id for each in known if each.organisation_id})
        if unit == "informant":
            return len(set().union(*(informants.get(each.id, set()) for each in known)))
        return len({each.id for each in known})

    wider = interviews.keys() if base is None else {*base, *behind}
    return tuple(Standing(unit, count(unit, behind), count(unit, wider)) for unit in UNITS)


def propose_word(scale: Sequence[WeightWord], standing: Standing) -> str:
    """Return the word of the scale for a count: that with the highest share that is reached; empty text for none.

    A word for a single one comes first where there is one only, of several.
    """
    if not standing.count or not standing.total:
        return ""
    if standing.count == 1 and standing.total > 1:
        single = next((each.word for each in scale if each.is_single), "")
        if single:
            return single
    share = 100 * standing.count / standing.total
    reached = [each for each in scale if not each.is_single and share >= each.least]
    return max(reached, key=lambda each: each.least).word if reached else ""


def phrase(word: str, unit: str) -> str:
    """Write a word with what it counts: `most case studies`, `one area` as `one case study`."""
    one, several = UNITS[unit]
    return f"{word} {one if word.casefold() in ('one', 'a single', 'a') else several}".strip()
