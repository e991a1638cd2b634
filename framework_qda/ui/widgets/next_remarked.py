"""The way from cell to cell on which a comment is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.place_order import PlaceNumbers
from framework_qda.matrix.remark_counts import remarked_places
from framework_qda.ui.cell_place import CellPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.project.reader import Reader


def next_remarked(
    reader: Reader,
    here: CellPlace | None,
    direction: int,
    order_of: Callable[[PlaceNumbers, CellPlace], tuple[int, ...]],
) -> CellPlace | None:
    """Return the next cell on which a comment is open, after the last the first; `None` where none is open."""
    wanted = remarked_places(reader)
    if not wanted:
        return None
    numbers = PlaceNumbers(reader)
    places = [CellPlace(*place) for place in wanted if numbers.holds(place)]
    found = {order_of(numbers, place): place for place in places}
    if not found:
        return None
    start = order_of(numbers, here) if here is not None and numbers.holds(here) else ()
    order = sorted(found)
    if direction > 0:
        return found[next((each for each in order if each > start), order[0])]
    return found[next((each for each in reversed(order) if each < start), order[-1])]
