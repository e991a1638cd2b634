"""Where a study stands: the state of every cell as a map, its counts, and what is to be done, each with its places."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

from framework_qda.matrix.build import evidence_refs
from framework_qda.matrix.grid import Band, GridColumn, GridRow, Section
from framework_qda.matrix.guide import guide_of
from framework_qda.matrix.outline import framework_outline, whole_outline
from framework_qda.matrix.remark_counts import remarked_cells, shown_beside
from framework_qda.matrix.reshaping import statements_to_rehome
from framework_qda.matrix.rows import row_order
from framework_qda.matrix.staleness import revisions_by_subtopic
from framework_qda.model import Analyst, CellState, Comment, Extract, ExtractStage
from framework_qda.project.ids import cell_id
from framework_qda.project.overview import Overview
from framework_qda.project.reader import Reader

MOST_OUTSIDE_GUIDE = 0.25
"""The share of a column's charted cells that may be shorter or longer than the guide before the column is named."""
NOBODY = "nobody yet"

Place = tuple[str, str]
"""An interview id and a sub-topic id."""


@dataclass(frozen=True, slots=True)
class BoardMap:
    """Interviews in bands of case studies by sub-topics under their themes, and how far each cell is.

    `states` lacks the cells that nobody has written in.
    """

    rows: tuple[GridRow, ...]
    bands: tuple[Band, ...]
    columns: tuple[GridColumn, ...]
    sections: tuple[Section, ...]
    states: Mapping[Place, str]
    stale: frozenset[Place] = frozenset()
    conflicted: frozenset[Place] = frozenset()
    commented: frozenset[Place] = frozenset()

    @property
    def cell_count(self) -> int:
        """How many cells there are, written or not."""
        return len(self.rows) * len(self.columns)

    def place(self, row: int, column: int) -> Place:
        """Return the ids of the cell at a row and a column."""
        return self.rows[row].interview_id, self.columns[column].subtopic_id

    def state(self, place: Place) -> str:
        """Return how far a cell is."""
        return self.states.get(place, CellState.NOT_CHARTED)


def read_map(overview: Overview) -> BoardMap:
    """Read the map of a project: a handful of queries, none of which reads what is charted."""
    order = row_order(overview)
    columns, sections = whole_outline(framework_outline(overview))
    known = {row.interview_id for row in order.rows}
    states = overview.cell_states(column.subtopic_id for column in columns)
    if len({interview_id for interview_id, _ in states} - known):
        states = {place: state for place, state in states.items() if place[0] in known}
    return BoardMap(
        order.rows,
        order.bands,
        columns,
        sections,
        states,
        _stale(overview, states),
        _places_of(overview, overview.conflicted_ids(), states),
        _places_of(overview, remarked_cells(overview), states),
    )


def _stale(overview: Overview, states: Mapping[Place, str]) -> frozenset[Place]:
    revisions = revisions_by_subtopic(overview)
    return frozenset(
        (interview_id, subtopic_id)
        for interview_id, subtopic_id, state, settled in (overview.settled(revisions) if revisions else ())
        if state != CellState.NOT_CHARTED
        and (interview_id, subtopic_id) in states
        # An id stands in the text whole, in quotation marks: no other one can be taken for it.
        and any(f'"{each}"' not in settled for each in revisions[subtopic_id])
    )


def _places_of(overview: Overview, cell_ids: Collection[str], states: Mapping[Place, str]) -> frozenset[Place]:
    return frozenset(overview.cell_places(cell_ids).values()) & states.keys() if cell_ids else frozenset()


# -- counts


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cells of a part of the study are in each state."""

    label: str
    states: Mapping[str, int]

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return sum(self.states.values())

    @property
    def charted(self) -> int:
        """How many are charted, reviewed or not."""
        return sum(self.states.get(state, 0) for state in (CellState.CHARTED, CellState.REVIEWED))

    @property
    def done(self) -> int:
        """How many are charted or empty with a reason: nothing is to be done there."""
        return sum(count for state, count in self.states.items() if is_done(state))


def is_done(state: str) -> bool:
    """Say whether a state leaves nothing to be done but reviewing."""
    return state not in (CellState.NOT_CHARTED, CellState.IN_PROGRESS, CellState.SENT_BACK)


def tally(board: BoardMap) -> Tally:
    """Count all cells by state."""
    return _tally("All cells", board.states.values(), board.cell_count)


def tally_by_case_study(board: BoardMap) -> tuple[Tally, ...]:
    """Count the cells of each case study, in the project's order."""
    case_of = {row.interview_id: row.case_study_id for row in board.rows}
    found: dict[str | None, list[str]] = {}
    for (interview_id, _), state in board.states.items():
        found.setdefault(case_of[interview_id], []).append(state)
    width = len(board.columns)
    return tuple(
        _tally(band.label, found.get(band.case_study_id, ()), band.count * width) for band in board.bands if width
    )


def tally_by_theme(board: BoardMap) -> tuple[Tally, ...]:
    """Count the cells of each theme, in the framework's order."""
    theme_of = {
        column.subtopic_id: section.theme_id
        for section in board.sections
        for column in board.columns[section.first : section.first + section.count]
    }
    found: dict[str, list[str]] = {}
    for (_, subtopic_id), state in board.states.items():
        found.setdefault(theme_of[subtopic_id], []).append(state)
    return tuple(
        _tally(section.heading, found.get(section.theme_id, ()), section.count * len(board.rows))
        for section in board.sections
        if board.rows
    )


def tally_by_analyst(overview: Overview, board: BoardMap) -> tuple[Tally, ...]:
    """Count the cells by who wrote in them last, in the order in which analysts joined; it reads the whole journal."""
    writers = overview.last_writers()
    found: dict[str, list[str]] = {}
    for place, state in board.states.items():
        found.setdefault(writers.get(cell_id(*place), ""), []).append(state)
    names = {analyst.id: analyst.name for analyst in overview.all(Analyst)}
    known = [_tally(name, found[each], len(found[each])) for each, name in names.items() if each in found]
    others = [state for each, states in found.items() if each not in names for state in states]
    gone = [_tally("others", others, len(others))] if others else []
    unwritten = board.cell_count - len(board.states)
    return (*known, *gone, *([_tally(NOBODY, (), unwritten)] if unwritten else []))


def _tally(label: str, states: Iterable[str], cells: int) -> Tally:
    counted = Counter(states)
    missing = cells - sum(counted.values())
    if missing:
        counted[CellState.NOT_CHARTED] += missing
    return Tally(label, dict(counted))


# -- what is to be done


class Spot(NamedTuple):
    """Where something is to be done: a cell, a passage of an interview, an interview as a whole, or another record.

    `record_id` is one of the Interviews desk, beside which a remark stands.
    """

    interview_id: str
    subtopic_id: str = ""
    extract_id: str = ""
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class Todo:
    """Something to be done, with its places in the order of rows and columns. `count` is in words of `words`."""

    key: str
    words: str
    spots: tuple[Spot, ...]
    count: int


def read_todos(overview: Overview, board: BoardMap) -> tuple[Todo, ...]:
    """Return what is to be done that the map tells, the most pressing first; what is nothing is left out."""
    noted = overview.interviews_with_notes()
    by_state = _places_by_state(board, (CellState.SENT_BACK, CellState.NOT_CHARTED))
    sent_back, blank = by_state[CellState.SENT_BACK], by_state[CellState.NOT_CHARTED]
    remarks = _remark_spots(overview, board)
    found = [
        _todo("sent_back", ("cell sent back", "cells sent back"), _spots(sent_back)),
        _todo("conflict", ("cell with two versions", "cells with two versions"),
              _spots(_sorted(board, board.conflicted))),
        _todo("comment", ("comment open", "comments open"), remarks),
        _todo("stale", ("cell charted before its sub-topic changed", "cells charted before their sub-topic changed"),
              _spots(_sorted(board, board.stale))),
        _todo("not_charted", ("cell not yet charted", "cells not yet charted"), _spots(blank)),
        _todo("no_notes", ("interview without notes", "interviews without notes"),
              [Spot(row.interview_id) for row in board.rows if row.interview_id not in noted]),
    ]  # fmt: skip
    return tuple(todo for todo in found if todo.spots)


def _places_by_state(board: BoardMap, wanted: Sequence[str]) -> dict[str, list[Place]]:
    """Return the cells in some states, in the order of rows and columns."""
    found: dict[str, list[Place]] = {state: [] for state in wanted}
    counted = Counter(board.states.values())
    if len(board.states) == board.cell_count and not any(counted[state] for state in wanted):
        return found
    columns = [column.subtopic_id for column in board.columns]
    for row in board.rows:
        for place in zip(repeat(row.interview_id), columns, strict=False):
            state = board.states.get(place, CellState.NOT_CHARTED)
            if state in found:
                found[state].append(place)
    return found


def read_slow_todos(overview: Overview, board: BoardMap) -> tuple[Todo, ...]:
    """Return what is to be done that takes reading cells and notes: for a worker."""
    rows = {row.interview_id: place for place, row in enumerate(board.rows)}
    verbatim = overview.extracts_of_transcripts()
    marked = [
        Spot(each.interview_id, extract_id=each.id)
        for each in overview.all(Extract)
        if each.is_starred and each.stage == ExtractStage.MARKED
        if each.id not in verbatim and each.interview_id in rows
    ]
    waiting = [
        Spot(each.interview_id, each.subtopic_id)
        for each in statements_to_rehome(overview)
        if each.interview_id in rows
    ]
    outside = _columns_outside_guide(overview, board)
    found = [
        _todo("rehome", ("statement to re-home", "statements to re-home"), waiting),
        _todo("untranscribed", ("starred extract to transcribe", "starred extracts to transcribe"),
              sorted(marked, key=lambda spot: rows[spot.interview_id])),
        _todo("lost", ("extract whose passage is lost", "extracts whose passages are lost"),
              [spot for spot in _lost(overview) if spot.interview_id in rows]),
        _todo("guide", ("column that misses its guide length", "columns that miss their guide length"), outside),
    ]  # fmt: skip
    return tuple(todo for todo in found if todo.spots)


def _todo(key: str, words: tuple[str, str], spots: Iterable[Spot]) -> Todo:
    found = tuple(spots)
    return Todo(key, words[0] if len(found) == 1 else words[1], found, len(found))


def _spots(places: Iterable[Place]) -> list[Spot]:
    return [Spot(*place) for place in places]


def _sorted(board: BoardMap, places: Iterable[Place]) -> list[Place]:
    rows = {row.interview_id: place for place, row in enumerate(board.rows)}
    columns = {column.subtopic_id: place for place, column in enumerate(board.columns)}
    return sorted(places, key=lambda place: (rows[place[0]], columns[place[1]]))


def _remark_spots(reader: Reader, board: BoardMap) -> list[Spot]:
    """Return where the open remarks are that can be gone to: on cells, extracts, interviews and what is about them."""
    remarks = reader.open_comments()
    places = reader.cell_places(each.subject_id for each in remarks if each.subject_type == "cell")
    extracts = reader.extracts_by_id(each.subject_id for each in remarks if each.subject_type == "extract")

    def spot(remark: Comment) -> Spot | None:
        if places.get(remark.subject_id) in board.states:
            return Spot(*places[remark.subject_id])
        if remark.subject_id in extracts:
            return Spot(extracts[remark.subject_id].interview_id, extract_id=remark.subject_id)
        record_id = shown_beside(reader, remark.subject_type, remark.subject_id)
        return Spot("", record_id=record_id) if record_id else None

    return [found for remark in remarks if (found := spot(remark)) is not None]


def _lost(overview: Overview) -> list[Spot]:
    moved = overview.moved_passages()
    references = evidence_refs(overview, overview.extracts_by_id(each.extract_id for each in moved).values())
    return [
        Spot(each.interview_id, extract_id=each.extract_id)
        for each in moved
        if each.extract_id in references and references[each.extract_id].remark
    ]


def _columns_outside_guide(overview: Overview, board: BoardMap) -> list[Spot]:
    """Return, for each column in which too many charted cells are too short or too long, the first of those."""
    study = overview.study()
    words = overview.word_counts()
    found = []
    for column in board.columns:
        places = [(row.interview_id, column.subtopic_id) for row in board.rows]
        charted = [place for place in places if board.state(place) in (CellState.CHARTED, CellState.REVIEWED)]
        guide = guide_of(study, column)
        counted = ((place, words.get(cell_id(*place), 0)) for place in charted)
        outside = [place for place, count in counted if guide.is_short(count) or guide.is_long(count)]
        if len(outside) > MOST_OUTSIDE_GUIDE * len(charted):
            found.append(Spot(*outside[0]))
    return found
