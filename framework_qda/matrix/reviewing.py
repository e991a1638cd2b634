"""What somebody has to look at: the cells that others changed since they looked, in the order of the matrices."""

from bisect import insort
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from framework_qda.matrix.analysts import NOBODY_KNOWN, AnalystMark, analyst_marks
from framework_qda.matrix.outline import framework_outline, whole_outline
from framework_qda.matrix.rows import row_order
from framework_qda.matrix.telling import tell_change
from framework_qda.model import Cell
from framework_qda.project.overview import Overview
from framework_qda.project.since import CellChange, CellThen


class Since(StrEnum):
    """Since when somebody wants to see what others changed."""

    LOOKED = "looked"
    """Since they looked last, cell by cell."""
    WROTE = "wrote"
    """Since they last wrote anything themselves: they were there then."""
    DAY = "day"
    EVER = "ever"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: whose work is looked at by whom, and since when.

    `row` is the row of the journal up to which everything has been looked at, `seen` has single cells beyond it; both
    count for `LOOKED` only. Of a `day` all is wanted that was written on it or later.
    """

    analyst_id: str
    since: Since = Since.LOOKED
    row: int = 0
    seen: Mapping[str, int] = field(default_factory=dict)
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A cell that others changed. `number` and `label` are its sub-topic's, `code` its interview's."""

    interview_id: str
    subtopic_id: str
    code: str
    number: str
    label: str
    person: AnalystMark
    change: CellChange
    order: tuple[int, int] = (0, 0)
    """Its row and column in the matrices."""

    @property
    def place(self) -> tuple[str, str]:
        """The ids of interview and sub-topic."""
        return self.interview_id, self.subtopic_id


@dataclass(frozen=True, slots=True)
class ReviewOrder:
    """What the cells are named by: interview -> (row, code), sub-topic -> (column, number, label), the analysts."""

    rows: Mapping[str, tuple[int, str]]
    columns: Mapping[str, tuple[int, str, str]]
    people: Mapping[str, AnalystMark]


@dataclass(frozen=True, slots=True)
class Review:
    """The cells that others changed after a row of the journal, and beyond that row after single cells were seen.

    `last_row` is the newest row that has been read, `since_at` when `row` was written.
    """

    items: tuple[ReviewItem, ...]
    order: ReviewOrder
    row: int
    last_row: int
    since_at: str = ""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What somebody who has never looked can begin with: how many cells others changed ever, and since they wrote.

    `wrote_at` is when they last wrote anything, an empty text where they never did.
    """

    ever: int
    since_wrote: int
    wrote_at: str


def read_beginning(overview: Overview, analyst_id: str) -> Beginning:
    """Return what there is to look at for somebody who has never looked."""
    wrote = overview.last_row(analyst_id)
    return Beginning(
        len(read_review(overview, Question(analyst_id, Since.EVER)).items),
        len(overview.cells_changed(wrote, {}, analyst_id)) if wrote else 0,
        overview.written_at(wrote) if wrote else "",
    )


def read_review(overview: Overview, question: Question, step: Callable[[int, int], object] | None = None) -> Review:
    """Return the cells that others changed, by rows and columns of the matrices; it reads the journal: for a worker."""
    row = first_row(overview, question)
    last_row = overview.last_row()
    changes = overview.cells_changed(row, question.seen, question.analyst_id)
    if step is not None:
        step(1, 2)
    order = _read_order(overview)
    by_cell = {each.cell_id: each for each in changes}
    stands = overview.cell_stands() if by_cell else []
    cells = ((each.cell_id, each.interview_id, each.subtopic_id) for each in stands)
    return Review(_items(order, by_cell, cells), order, row, last_row, overview.written_at(row))


def review_again(overview: Overview, review: Review, question: Question, cell_ids: Collection[str]) -> Review:
    """Return a review in which some cells are as they are now; the journal is asked about no other."""
    changes = overview.cells_changed(review.row, question.seen, question.analyst_id, cell_ids)
    by_cell = {each.cell_id: each for each in changes}
    cells = ((each.id, each.interview_id, each.subtopic_id) for each in overview.cells(by_cell))
    items = [item for item in review.items if item.change.cell_id not in cell_ids]
    for item in _items(review.order, by_cell, cells):
        insort(items, item, key=lambda each: each.order)
    return replace(review, items=tuple(items), last_row=overview.last_row())


def first_row(overview: Overview, question: Question) -> int:
    """Return the row of the journal after which somebody wants to see what was written."""
    if question.since is Since.DAY and question.day is not None:
        moment = datetime(question.day.year, question.day.month, question.day.day).astimezone()
        return overview.row_before(int(moment.timestamp()))
    if question.since is Since.WROTE:
        return overview.last_row(question.analyst_id)
    if question.since is Since.NOW:
        return overview.last_row()
    return question.row if question.since is Since.LOOKED else 0


def _read_order(overview: Overview) -> ReviewOrder:
    columns, _sections = whole_outline(framework_outline(overview))
    return ReviewOrder(
        {each.interview_id: (place, each.code) for place, each in enumerate(row_order(overview).rows)},
        {each.subtopic_id: (place, each.number, each.label) for place, each in enumerate(columns)},
        analyst_marks(overview),
    )


def _items(
    order: ReviewOrder, changes: Mapping[str, CellChange], cells: Iterable[tuple[str, str, str]]
) -> tuple[ReviewItem, ...]:
    found = [
        ReviewItem(
            interview_id,
            subtopic_id,
            order.rows[interview_id][1],
            order.columns[subtopic_id][1],
            order.columns[subtopic_id][2],
            order.people.get(changes[cell_id].analyst_id, NOBODY_KNOWN),
            changes[cell_id],
            (order.rows[interview_id][0], order.columns[subtopic_id][0]),
        )
        for cell_id, interview_id, subtopic_id in cells
        if cell_id in changes and interview_id in order.rows and subtopic_id in order.columns
    ]
    return tuple(sorted(found, key=lambda item: item.order))


def read_then_and_now(overview: Overview, item: ReviewItem) -> tuple[CellThen, Cell]:
    """Return what a cell held when somebody knew it last, and what it holds now."""
    return overview.cell_then(item.change.cell_id, item.change.known_row), overview.cell(*item.place)


def tell_item(overview: Overview, item: ReviewItem) -> str:
    """Say what became of a cell: `two statements added, one changed, now charted`."""
    then, now = read_then_and_now(overview, item)
    return tell_change(then.content, now.content, then.state, now.state)
