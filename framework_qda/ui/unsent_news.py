"""Says when a project is opened that comments wait which were begun and not sent, and leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.model import Interview, Subtopic
from framework_qda.project.ids import cell_id
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.project import Reader
    from framework_qda.ui.message import MessageArea
    from framework_qda.ui.operations import Operations

TOPIC = "unsent"


def tell_unsent(
    messages: MessageArea,
    operations: Operations,
    open_cell: Callable[[CellPlace], object],
    open_record: Callable[[str], object],
) -> None:
    """Tell of the comments that wait; a button leads to the first one."""
    waiting = operations.unsent.keys()
    if not waiting or not operations.can_edit:
        return
    kind, key = waiting[0]

    def lead() -> None:
        place = _place(operations.project.read, key) if kind == "cell" else None
        if place is not None:
            open_cell(place)
        elif kind != "cell":
            open_record(key)

    words = f"{count_words(len(waiting), 'comment')} that you began {'is' if len(waiting) == 1 else 'are'} not sent."
    button = "Go to it" if len(waiting) == 1 else "Go to the first"
    messages.tell_news(TOPIC, words, [(button, lead)], lambda: operations.unsent.get(key) is not None)


def _place(reader: Reader, key: str) -> CellPlace | None:
    """Return where a cell is, which may never have been written in."""
    subtopics = reader.all(Subtopic)
    places = (CellPlace(row.id, column.id) for row in reader.all(Interview) for column in subtopics)
    return next((place for place in places if cell_id(*place) == key), None)
