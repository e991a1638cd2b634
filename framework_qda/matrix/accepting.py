"""What somebody who accepts cells should be told: which of them nobody else has read, and what is open on them."""

from collections.abc import Sequence
from dataclasses import dataclass

from framework_qda.model import Analyst, Interview
from framework_qda.project.overview import Overview
from framework_qda.project.wording import subtopic_number


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Cells that are accepted by one analyst. `where` names the cell, where it is one: `2.4 for interview I07`.

    `own` are those that nobody but the analyst has charted; `is_alone` says that nobody else works on the study at all.
    `remark_ids` are the remarks on the cells that are still open.
    """

    count: int
    where: str
    without_words: int
    own: int
    is_alone: bool
    remark_ids: tuple[str, ...]

    @property
    def is_unread(self) -> bool:
        """Whether a cell is accepted that a colleague could have read and has not."""
        return bool(self.own) and not self.is_alone


def cell_name(overview: Overview, place: tuple[str, str]) -> str:
    """Return what a cell is called: `2.4 for interview I07`."""
    interview = overview.get(Interview, place[0])
    return f"{subtopic_number(overview, place[1])} for interview {interview.code if interview else '?'}"


def read_acceptance(overview: Overview, places: Sequence[tuple[str, str]], analyst_id: str) -> Acceptance:
    """Return what there is to be said where an analyst accepts cells, given as (interview id, sub-topic id)."""
    cells = [overview.cell(*place) for place in dict.fromkeys(places)]
    written = [cell for cell in cells if cell.content]
    hands = overview.hands(cell.id for cell in written)
    remarks = (each for cell in written for each in overview.comments(cell.id))
    return Acceptance(
        count=len(written),
        where=cell_name(overview, (written[0].interview_id, written[0].subtopic_id)) if len(written) == 1 else "",
        without_words=len(cells) - len(written),
        own=sum(cell.id in hands and hands[cell.id].writers == {analyst_id} for cell in written),
        is_alone=len(overview.all(Analyst)) < 2,
        remark_ids=tuple(each.id for each in remarks if not each.is_resolved and not each.reply_to),
    )
