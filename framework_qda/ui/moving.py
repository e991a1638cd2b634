"""Where a record stands after one step up or down among its like."""

from collections.abc import Sequence


def neighbour_after(siblings: Sequence[str], record_id: str, direction: int) -> tuple[bool, str | None]:
    """Return whether a record can move a step (-1 up, 1 down), and what it then follows (`None`: it is first)."""
    place = siblings.index(record_id)
    if direction > 0:
        return (True, siblings[place + 1]) if place + 1 < len(siblings) else (False, None)
    if place == 0:
        return False, None
    return True, siblings[place - 2] if place >= 2 else None
