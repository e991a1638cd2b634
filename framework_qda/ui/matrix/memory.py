"""Where somebody is in the matrices: the last place of an analyst, which the Chart desk keeps too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.ui.last_place import LastPlace, remember_place, remembered_place

if TYPE_CHECKING:
    from framework_qda.project import Project
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.settings import Settings


class MatrixMemory:
    """Keep and bring back the current cell of a view. A cell that nobody went to is not remembered."""

    def __init__(self, view: MatrixView) -> None:
        self._view = view
        self._project: Project | None = None
        self._settings: Settings | None = None
        self._known: tuple[str, str] | None = None

    def begin(self, project: Project, settings: Settings | None) -> tuple[str, str] | None:
        """Remember another project from now on; return the cell to begin at, which may be gone by now."""
        self._project, self._settings, self._known = project, settings, None
        found = remembered_place(settings, project)
        return found[:2] if found else None

    def settle(self) -> None:
        """Take the current cell for one that needs no remembering: it was brought back, or is the first."""
        self._known = self._view.current_ids()

    def keep(self) -> None:
        """Remember the current cell, if somebody went there; the notes of its interview stay where they were."""
        ids = self._view.current_ids()
        if self._project is None or ids is None or ids == self._known:
            return
        self._known = ids
        before = remembered_place(self._settings, self._project)
        notes = before[2:] if before and before.interview_id == ids[0] else ()
        remember_place(self._settings, self._project, LastPlace(*ids, *notes))
