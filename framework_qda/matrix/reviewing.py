"""What somebody has to look at: the cells that others changed, in the order of the matrices."""

from collections.abc import Mapping
from dataclasses import dataclass

from framework_qda.matrix.analysts import NOBODY_KNOWN, AnalystMark, analyst_marks
from framework_qda.matrix.outline import framework_outline, whole_outline
from framework_qda.matrix.rows import row_order
from framework_qda.matrix.telling import tell_change
from framework_qda.model import Cell
from framework_qda.project.overview import Overview
from framework_qda.project.since import CellChange, CellThen


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

    @property
    def place(self) -> tuple[str, str]:
        """The ids of interview and sub-topic."""
        return self.interview_id, self.subtopic_id


def read_review(overview: Overview, row: int, seen: Mapping[str, int], analyst_id: str) -> tuple[ReviewItem, ...]:
    """Return the cells that others changed after a row of the journal, by rows and columns of the matrices."""
    changes = {each.cell_id: each for each in overview.cells_changed(row, seen, analyst_id)}
    if not changes:
        return ()
    columns, _sections = whole_outline(framework_outline(overview))
    codes = {each.interview_id: (place, each.code) for place, each in enumerate(row_order(overview).rows)}
    known = {each.subtopic_id: (place, each) for place, each in enumerate(columns)}
    people = analyst_marks(overview)
    found = [
        (
            (codes[stand.interview_id][0], known[stand.subtopic_id][0]),
            ReviewItem(
                stand.interview_id,
                stand.subtopic_id,
                codes[stand.interview_id][1],
                known[stand.subtopic_id][1].number,
                known[stand.subtopic_id][1].label,
                people.get(changes[stand.cell_id].analyst_id, NOBODY_KNOWN),
                changes[stand.cell_id],
            ),
        )
        for stand in overview.cell_stands()
        if stand.cell_id in changes and stand.interview_id in codes and stand.subtopic_id in known
    ]
    return tuple(item for _order, item in sorted(found, key=lambda each: each[0]))


def read_then_and_now(overview: Overview, item: ReviewItem) -> tuple[CellThen, Cell]:
    """Return what a cell held when somebody knew it last, and what it holds now."""
    return overview.cell_then(item.change.cell_id, item.change.known_row), overview.cell(*item.place)


def tell_item(overview: Overview, item: ReviewItem) -> str:
    """Say what became of a cell: `two statements added, one changed, now charted`."""
    then, now = read_then_and_now(overview, item)
    return tell_change(then.content, now.content, then.state, now.state)
