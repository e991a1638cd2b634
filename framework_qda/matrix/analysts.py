"""Who works on the project as views show them: name, initials, colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framework_qda.model import Analyst
from framework_qda.text.initials import initials_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from framework_qda.project import Reader

COLOURS: Mapping[str, str] = {
    "blue": "Blue",
    "orange": "Orange",
    "green": "Green",
    "pink": "Pink",
    "sky": "Sky blue",
    "red": "Red",
    "grey": "Grey",
}
"""The colours that an analyst can have, told apart by colour-blind readers too: the project's word -> words."""

SOMEBODY = "somebody"


class AnalystMark(NamedTuple):
    """What stands for an analyst: `colour` is one of `COLOURS`, never the only sign."""

    name: str = SOMEBODY
    initials: str = "?"
    colour: str = "grey"


NOBODY_KNOWN = AnalystMark()
"""What stands for one who is not in the project."""


def analyst_marks(reader: Reader) -> Mapping[str, AnalystMark]:
    """Return what stands for each analyst of the project, by id, in their order."""
    return marks_of(reader.all(Analyst))


def marks_of(analysts: Sequence[Analyst]) -> Mapping[str, AnalystMark]:
    """Return what stands for each of all analysts of a project: one without a colour has that of their place."""
    keys = tuple(COLOURS)
    return {
        analyst.id: AnalystMark(
            analyst.name or SOMEBODY,
            analyst.initials or initials_of(analyst.name) or "?",
            analyst.colour if analyst.colour in COLOURS else keys[place % len(keys)],
        )
        for place, analyst in enumerate(analysts)
    }


def free_colour(analysts: Sequence[Analyst]) -> str:
    """Return a colour that fewest analysts have: what somebody who joins gets."""
    taken = [mark.colour for mark in marks_of(analysts).values()]
    return min(COLOURS, key=taken.count)
