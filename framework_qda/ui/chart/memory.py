"""What this machine remembers of the Chart desk: the cell, the notes beside it, the panes, the way onward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.chart.reading import first_place
from framework_qda.ui.last_place import LastPlace, last_written, remember_place, remembered_place

if TYPE_CHECKING:
    from framework_qda.project import Project
    from framework_qda.ui.chart.panes import ChartPanes
    from framework_qda.ui.settings import Settings

PANES = "chart"
FOLDED = "chart_folded"
OPENED = "chart_opened"
MARCH = "chart_march"
BY_COLUMN = "column"
UNCITED = "chart_uncited"
DOWN_WORDS = "Charted cells lead down the column now: to the same sub-topic of the next interview."
ALONG_WORDS = "Charted cells lead along the row now: to the next sub-topic of the same interview."


class ChartMemory:
    """Keep and bring back where an analyst was. Without settings nothing is remembered."""

    def __init__(self, panes: ChartPanes) -> None:
        self._panes = panes
        self._project: Project | None = None
        self._settings: Settings | None = None
        self._place: CellPlace | None = None
        self.is_by_column = False
        """Whether the next cell is that of the next interview."""

    def begin(self, project: Project, settings: Settings | None) -> None:
        """Remember another project from now on, and part the panes as they were."""
        self._project, self._settings, self._place = project, settings, None
        self.is_by_column = False
        if settings is not None:
            self.is_by_column = settings.remembered(project.project_id, MARCH) == BY_COLUMN
            folded = settings.remembered(project.project_id, FOLDED).split()
            opened = settings.remembered(project.project_id, OPENED).split()
            self._panes.room.restore_layout(settings.layout(PANES))
            self._panes.room.fold(folded)
            self._panes.room.show_comments(is_shown="comments" in opened)

    @property
    def is_uncited_shown(self) -> bool:
        """Whether the paragraphs that no cell cites were marked when the project was last shown."""
        if self._settings is None or self._project is None:
            return False
        return bool(self._settings.remembered(self._project.project_id, UNCITED))

    def keep_uncited(self, *, is_shown: bool) -> None:
        """Remember whether the paragraphs that no cell cites are marked."""
        if self._settings is not None and self._project is not None:
            self._settings.remember(self._project.project_id, UNCITED, "shown" if is_shown else "")

    def turn_march(self) -> str:
        """Turn the way onward, remember it, and say it in a sentence."""
        self.is_by_column = not self.is_by_column
        if self._settings is not None and self._project is not None:
            self._settings.remember(self._project.project_id, MARCH, BY_COLUMN if self.is_by_column else "")
        return DOWN_WORDS if self.is_by_column else ALONG_WORDS

    def first_place(self) -> CellPlace | None:
        """Return where to begin: where the analyst was, else what they wrote last, else what is to be charted."""
        assert self._project is not None
        last = remembered_place(self._settings, self._project)
        if last is not None:
            place = CellPlace(last.interview_id, last.subtopic_id)
            if self._panes.walk.holds(place):
                self._panes.notes.come_back_to(last.document_id, last.paragraph_id)
                return place
        written = last_written(self._project)
        if written is not None and self._panes.walk.holds(CellPlace(*written)):
            return CellPlace(*written)
        return first_place(self._project.read, self._panes.walk)

    def keep_place(self, place: CellPlace | None) -> None:
        """Remember a cell with what stands on top of the notes; `None`: the one that was kept last."""
        self._place = place or self._place
        if self._place is not None and self._project is not None:
            notes = self._panes.notes
            remember_place(
                self._settings, self._project, LastPlace(*self._place, notes.document_id, notes.view.top.paragraph())
            )

    def keep_panes(self) -> None:
        """Remember how the panes are parted and folded."""
        if self._settings is not None and self._project is not None:
            self._settings.set_layout(PANES, self._panes.room.layout_state())
            self._settings.remember(self._project.project_id, FOLDED, " ".join(self._panes.room.folded()))
            self._settings.remember(self._project.project_id, OPENED, " ".join(self._panes.room.opened()))
