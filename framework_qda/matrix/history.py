"""What was done in a project, by day and analyst: a line for each cell written in, and for all else by its kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from framework_qda.matrix.analysts import NOBODY_KNOWN, AnalystMark, analyst_marks
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.rows import row_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from framework_qda.project.chronicle import Written
    from framework_qda.project.overview import Overview

_QUARTER = 900
"""Seconds: no time zone is further from another than by whole quarters of an hour, so a day begins at one."""
_MADE_WITH_CELLS = ("extract",)
"""Types whose records come and go with the words of a cell, unless the action is about them."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What one analyst did on one day to one cell, with nobody else in between, or to records of a kind.

    `first_row` and `last_row` are rows of the journal; `made_at` is the time of the last, in seconds since 1970.
    `label` is that of the last action. `about` holds the ids of what it is about and of what that belongs to: a cell's
    are its interview and its sub-topic.
    """

    first_row: int
    last_row: int
    made_at: int
    analyst_id: str
    type_name: str
    label: str
    entities: tuple[str, ...]
    about: tuple[str, ...]
    place: tuple[str, str] = ("", "")
    """Interview and sub-topic, where it is about one cell."""
    makers: tuple[str, ...] = ()
    """What may have made the record; see `chronicle.record_then`."""
    is_charted: bool = False
    belongings: tuple[tuple[str, ...], ...] = ()
    """What each of several records belongs to."""

    @property
    def key(self) -> int:
        """What tells the line from all others, also when it has grown, or when less of it is looked for."""
        return self.first_row

    @property
    def made_at_text(self) -> str:
        """The time of its last row as ISO 8601 UTC."""
        return datetime.fromtimestamp(self.made_at, UTC).isoformat()


@dataclass(frozen=True, slots=True)
class HistorySection:
    """What one analyst did on one day, the newest first."""

    day: date
    analyst_id: str
    lines: tuple[HistoryLine, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are looked for; what is empty lets everything through. Days count among what is looked for."""

    analyst_id: str = ""
    places: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()
    first_day: date | None = None
    last_day: date | None = None

    @property
    def is_all(self) -> bool:
        """Whether every line is wanted."""
        return self == Wanted()


@dataclass(frozen=True, slots=True)
class HistoryNames:
    """What things are called, by their ids, in the order of the project; what was deleted is not among them."""

    analysts: Mapping[str, AnalystMark]
    case_studies: Mapping[str, str]
    interviews: Mapping[str, str]
    """Their codes."""
    case_of: Mapping[str, str]
    """Interview -> case study, or an empty text."""
    themes: Mapping[str, str]
    columns: Mapping[str, tuple[str, str]]
    """Number and label."""
    theme_of: Mapping[str, str]

    def analyst(self, analyst_id: str) -> AnalystMark:
        """Return what stands for an analyst."""
        return self.analysts.get(analyst_id, NOBODY_KNOWN)

    def within_place(self, record_id: str) -> frozenset[str]:
        """Return the ids that a case study or an interview stands for: a case study with its interviews."""
        return frozenset([record_id, *(each for each, case in self.case_of.items() if case == record_id)])

    def within_column(self, record_id: str) -> frozenset[str]:
        """Return the ids that a theme or a sub-topic stands for: a theme with its sub-topics."""
        return frozenset([record_id, *(each for each, theme in self.theme_of.items() if theme == record_id)])


def read_names(overview: Overview) -> HistoryNames:
    """Read what the lists of a history are told with."""
    order, outline = row_order(overview), framework_outline(overview)
    return HistoryNames(
        analyst_marks(overview),
        {band.case_study_id: band.label for band in order.bands if band.case_study_id},
        {row.interview_id: row.code for row in order.rows},
        {row.interview_id: row.case_study_id or "" for row in order.rows},
        {theme.theme.id: theme.heading for theme in outline},
        {column.subtopic_id: (column.number, column.label) for theme in outline for column in theme.columns},
        {column.subtopic_id: theme.theme.id for theme in outline for column in theme.columns},
    )


def read_history(overview: Overview, step: Callable[[int, int], object] | None = None) -> tuple[HistorySection, ...]:
    """Read everything that was ever done, the newest day first; it goes through the whole journal, once."""
    gathering = _Gathering()
    for written in overview.all_written(step):
        gathering.take(written)
    return _sections(gathering.lines())


def choose_lines(sections: Iterable[HistorySection], wanted: Wanted) -> tuple[HistorySection, ...]:
    """Return what is wanted, sections without a line left out; a line tells only of those of its records."""
    if wanted.is_all:
        return tuple(sections)
    found = (
        replace(section, lines=tuple(_choose_records(section.lines, wanted)))
        for section in sections
        if wanted.analyst_id in ("", section.analyst_id)
        and (wanted.first_day is None or wanted.first_day <= section.day)
        and (wanted.last_day is None or section.day <= wanted.last_day)
    )
    return tuple(section for section in found if section.lines)


def _choose_records(lines: Iterable[HistoryLine], wanted: Wanted) -> Iterator[HistoryLine]:
    """Give the lines that are wanted, of their records only those that are."""
    for line in lines:
        if not _is_wanted(line.about, wanted):
            continue
        chosen = [
            (entity, above)
            for entity, above in zip(line.entities, line.belongings, strict=False)
            if _is_wanted((entity, *above), wanted)
        ]
        if len(chosen) == len(line.belongings):  # a line about one record has none
            yield line
        elif chosen:
            entities, belongings = (tuple(each) for each in zip(*chosen, strict=True))
            kept = {*entities, *(one for above in belongings for one in above)}
            about = tuple(each for each in line.about if each in kept)
            yield replace(line, entities=entities, belongings=belongings, about=about)


def _is_wanted(about: Iterable[str], wanted: Wanted) -> bool:
    in_place = not wanted.places or not wanted.places.isdisjoint(about)
    return in_place and (not wanted.columns or not wanted.columns.isdisjoint(about))


def _sections(lines: Iterable[tuple[date, HistoryLine]]) -> tuple[HistorySection, ...]:
    found: dict[tuple[date, str], list[HistoryLine]] = {}
    for day, line in lines:
        found.setdefault((day, line.analyst_id), []).append(line)
    made = []
    for (day, analyst_id), mine in found.items():
        mine.sort(key=lambda line: (line.made_at, line.last_row), reverse=True)
        made.append(HistorySection(day, analyst_id, tuple(mine)))
    made.sort(key=lambda section: (section.day, section.lines[0].made_at, section.lines[0].last_row), reverse=True)
    return tuple(made)


@dataclass(slots=True)
class _Open:
    """A line that may still grow."""

    day: date
    first_row: int
    last: Written
    entities: dict[str, None] | None = None
    """The records of a kind; a run is about the record of its last row."""
    is_charted: bool = False


class _Gathering:
    """Gather the rows of the journal into lines: runs of one analyst in one cell, and records of one kind a day."""

    def __init__(self) -> None:
        self._made: list[_Open] = []
        self._runs: dict[str, _Open] = {}
        self._kinds: dict[tuple[date, str, str, str], _Open] = {}
        self._chief: dict[str, str] = {}
        self._owners: dict[str, tuple[str, ...]] = {}
        self._aboves: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._days: dict[int, date] = {}

    def take(self, written: Written) -> None:
        """Take the next row of the journal."""
        if written.owners:
            self._owners.setdefault(written.entity, written.owners)
        day = self._day(written.written_at)
        if written.type_name == "cell":
            self._take_run(day, written)
        elif self._is_told(written):
            (self._take_run if written.type_name in _TOLD_SINGLY else self._take_kind)(day, written)

    def _is_told(self, written: Written) -> bool:
        """Say whether no other line tells of a row that is not a cell's."""
        if written.label in _OF_CELLS:
            return False
        if written.type_name in _MADE_WITH_CELLS and not written.label.startswith(f"{written.type_name}."):
            return False
        # What else an action touched follows from what it was about: of a theme that goes, its sub-topics.
        return self._chief.setdefault(written.action, written.type_name) == written.type_name

    def _take_run(self, day: date, written: Written) -> None:
        run = self._runs.get(written.entity)
        if run is None or run.day != day or not _goes_on(run.last, written):
            run = _Open(day, written.row, written)
            self._runs[written.entity] = run
            self._made.append(run)
        run.last = written
        run.is_charted = run.is_charted or written.is_charted

    def _take_kind(self, day: date, written: Written) -> None:
        key = (day, written.analyst_id, written.label, written.type_name)
        kind = self._kinds.get(key)
        if kind is None:
            kind = self._kinds[key] = _Open(day, written.row, written, {})
            self._made.append(kind)
        kind.last = written
        if kind.entities is not None:
            kind.entities[written.entity] = None

    def _day(self, written_at: int) -> date:
        quarter = written_at // _QUARTER
        if quarter not in self._days:
            self._days[quarter] = datetime.fromtimestamp(written_at).astimezone().date()
        return self._days[quarter]

    # -- the lines

    def lines(self) -> Iterator[tuple[date, HistoryLine]]:
        """Give the lines with their days, in no order."""
        while self._made:  # each goes as its line comes: a large project has very many
            made = self._made.pop()
            yield made.day, self._line(made)

    def _line(self, made: _Open) -> HistoryLine:
        last = made.last
        entities = (last.entity,) if made.entities is None else tuple(made.entities)
        place = self._place(entities[0]) if len(entities) == 1 else ("", "")
        # A tuple of each line for itself would take as much memory as all else of it.
        is_cell = last.type_name == "cell"
        about = place if is_cell else tuple(dict.fromkeys(one for each in entities for one in self._chain(each)))
        return HistoryLine(
            made.first_row,
            last.row,
            last.written_at,
            last.analyst_id,
            last.type_name,
            last.label,
            entities,
            about,
            place,
            self._owners.get(entities[0], ()) if last.type_name == "paragraph" else (),
            made.is_charted,
            tuple(self._above(each) for each in entities) if len(entities) > 1 else (),
        )

    def _chain(self, entity: str) -> Iterator[str]:
        """Give a record and what it belongs to; of a cell only the latter, for nobody looks for its id."""
        owners = self._owners.get(entity, ())
        if len(owners) != 2:  # more than interview and sub-topic, or less
            yield entity
        for owner in owners:
            yield from self._chain(owner)

    def _above(self, entity: str) -> tuple[str, ...]:
        """Return what a record belongs to, and what that does: one tuple for all that have the same owners."""
        owners = self._owners.get(entity, ())
        if owners not in self._aboves:
            self._aboves[owners] = tuple(dict.fromkeys(one for owner in owners for one in self._chain(owner)))
        return self._aboves[owners]

    def _place(self, entity: str) -> tuple[str, str]:
        """Return interview and sub-topic of a cell, or of the cell that a record is about."""
        owners = self._owners.get(entity, ())
        if len(owners) == 1:
            return self._place(owners[0])
        return owners if len(owners) == 2 and entity in self._runs else ("", "")


def _goes_on(last: Written, following: Written) -> bool:
    """Say whether a row goes on with a run; what becomes of a comment is told step by step."""
    return last.analyst_id == following.analyst_id and (last.type_name != "comment" or last.label == following.label)


_OF_CELLS = frozenset({"extract.link", "extract.unlink"})
"""Actions that the line of their cell tells of."""
_TOLD_SINGLY = frozenset({"comment", "synthesis", "paragraph"})
"""Types of which each record has a line of its own, for its words are read."""
