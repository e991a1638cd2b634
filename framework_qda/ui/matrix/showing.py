"""Which matrix is shown: the theme of the tabs, with the rows of the filter and the columns of the view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.matrix.filters import RowFilter
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.reshaping import stale_reasons
from framework_qda.ui.matrix.progress import ProgressCount
from framework_qda.ui.matrix.source import GridSource
from framework_qda.ui.matrix.views import DeskViews

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from framework_qda.matrix.grid import MatrixGrid
    from framework_qda.matrix.outline import ThemeOutline
    from framework_qda.project import Reader
    from framework_qda.ui.matrix.filter_bar import FilterBar
    from framework_qda.ui.matrix.theme_tabs import ThemeTabs
    from framework_qda.ui.matrix.view import MatrixView


class GridShowing(QObject):
    """Bring matrices into the view. Before other cells come, `finish` ends an edit, or says that it cannot."""

    shown = Signal()
    """Another grid, or the same with other rows or columns, is in the view."""

    def __init__(self, view: MatrixView, tabs: ThemeTabs, filter_bar: FilterBar, finish: Callable[[], bool]) -> None:
        super().__init__(view)
        self._view, self._tabs, self._filter_bar = view, tabs, filter_bar
        self._finish = finish
        self._source = GridSource()
        self._reader: Reader | None = None
        self._progress = ProgressCount()
        self.outline: tuple[ThemeOutline, ...] = ()
        self.progress = ""
        """How far the matrix is charted, in words."""
        self.views = DeskViews(view, filter_bar)
        tabs.currentChanged.connect(lambda _place: self._change_theme())
        filter_bar.filter_changed.connect(self.reload)
        self.views.columns_changed.connect(self.reload)

    @property
    def grid(self) -> MatrixGrid:
        """The grid in the view."""
        return self._view.grid_model.grid

    @property
    def hidden_columns(self) -> int:
        """How many columns are left out."""
        return self._source.total_columns - len(self.grid.columns)

    def begin(self, reader: Reader, place: tuple[str, str] | None = None) -> None:
        """Show a matrix of another project: the one of a place (interview and sub-topic), else the first."""
        self._reader = reader
        self._source.set_reader(reader)
        self._view.grid_model.stale_reasons = partial(stale_reasons, reader)
        self.outline = framework_outline(reader)
        self._show_outline(self.theme_of(place[1]) if place else "")
        self._show()
        if place:
            self._view.go_to(*place)

    def read_anew(self) -> None:
        """Show what rows, columns and cells are now; the theme and the place stay where they can."""
        self._source.forget()
        theme_id, was_shown = self._tabs.theme_id(), self.grid.theme_id
        if self._reader is not None:
            self.outline = framework_outline(self._reader)
        self._show_outline(theme_id)
        if self._tabs.theme_id() == was_shown:
            self.reload()
        else:
            self._show()

    def reload(self) -> None:
        """Show the same theme with other rows, columns or cells."""
        if self._finish():
            self._view.reload_grid(self._build())
            self._count()

    def update_cells(self, cell_ids: Collection[str]) -> None:
        """Show what some cells are now."""
        places, known = self._source.refresh_cells(cell_ids)
        self._view.update_cells(places)
        self.progress = self._progress.change(self.grid, places, known)

    def theme_of(self, subtopic_id: str) -> str:
        """Return the theme of a sub-topic, or an empty text."""
        found = (one.theme.id for one in self.outline if subtopic_id in {each.subtopic_id for each in one.columns})
        return next(found, "")

    def uncover(self, interview_id: str, subtopic_id: str) -> None:
        """Show a cell that the filter or the view leaves out."""
        if self._view.grid_model.place_of(interview_id, subtopic_id) is None:
            self._filter_bar.set_filter(RowFilter())
            self.views.show_column(subtopic_id)

    def _show_outline(self, theme_id: str) -> None:
        self.views.outline = self.outline
        self._tabs.show_themes(self.outline, theme_id)

    def _build(self) -> MatrixGrid:
        bar = self._filter_bar
        self._view.cells.light(bar.row_filter.text)
        return self._source.grid(self._tabs.theme_id(), bar.row_filter, bar.arrangement, self.views.state.columns)

    def _change_theme(self) -> None:
        """Show another theme, the same interview at hand, and the same sub-topic where it is there."""
        if not self._finish():
            return
        ids = self._view.current_ids()
        self._show()
        if ids and self.grid.columns and not self._view.go_to(*ids):
            self._view.go_to(ids[0], self.grid.columns[0].subtopic_id)

    def _show(self) -> None:
        self._view.show_grid(self._build())
        self._count()

    def _count(self) -> None:
        self.progress = self._progress.show_grid(self.grid)
        self.shown.emit()
