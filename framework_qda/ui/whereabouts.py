"""Which cell somebody is at: the desks that show cells go on where another of them was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.ui.last_place import remembered_place

if TYPE_CHECKING:
    from framework_qda.project import Project
    from framework_qda.ui.desk import Desk
    from framework_qda.ui.settings import Settings


class Whereabouts:
    """Take the cell of the desk that is left to the one that is shown. A cell that nobody went to is not taken."""

    def __init__(self) -> None:
        self._place: tuple[str, str] | None = None
        self._found: tuple[str, str] | None = None
        """Where the desk that is shown was when it came."""

    def begin(self, project: Project, settings: Settings) -> None:
        """Begin in another project, at the cell that its analyst was at last."""
        last = remembered_place(settings, project)
        self._place, self._found = last[:2] if last else None, None

    def leave(self, desk: Desk | None) -> None:
        """Take note of the cell of a desk, if somebody went there or works in it."""
        here = desk.here() if desk is not None and desk.follows_cell else None
        if here is not None and desk is not None and (here != self._found or desk.written_in() is not None):
            self._place = (here[0], here[1])

    def arrive(self, desk: Desk, *, is_first: bool) -> None:
        """Go on in a desk at the cell that is known; the first of a session is where it was."""
        if not desk.follows_cell:
            return
        if self._place is not None and not is_first and desk.here() != self._place:
            desk.follow_cell(*self._place)
        self._found = desk.here()
