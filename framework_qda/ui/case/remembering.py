"""Which case study of a project was shown last on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.ui.settings import Settings

REMEMBERED = "case/case_study"


class LastCase:
    """Remember a case study of a project; nothing is remembered without settings."""

    def __init__(self) -> None:
        self._settings: Settings | None = None
        self._project_id = ""

    def begin(self, settings: Settings | None, project_id: str) -> None:
        """Remember for another project."""
        self._settings, self._project_id = settings, project_id

    @property
    def remembered(self) -> str:
        """The case study that was kept last, which may be gone by now, or empty text."""
        return self._settings.remembered(self._project_id, REMEMBERED) if self._settings else ""

    def keep(self, case_study_id: str) -> None:
        """Remember a case study."""
        if self._settings is not None:
            self._settings.remember(self._project_id, REMEMBERED, case_study_id)

    def among(self, known: Sequence[str]) -> str:
        """Return the case study kept last if it is known, else the first that is, or empty text."""
        return self.remembered if self.remembered in known else next(iter(known), "")
