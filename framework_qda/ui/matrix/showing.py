"""Which matrix is shown: the theme of the tabs, with the rows of the filter and the columns of the view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from framework_qda.matrix.arranging import Arrangement
from framework_qda.matrix.filters import RowFilter
from framework_qda.matrix.on_demand import CellsOnDemand
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.reshaping import stale_reasons
from framework_qda.ui.matrix.asking import GridAsking, is_large
from framework_qda.ui.matrix.figures import ColumnFigures
from framework_qda.ui.matrix.progress import ProgressCount
from framework_qda.ui.matrix.source import ALL_COLUMNS, GridSource
from framework_qda.ui.matrix.views import DeskViews

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from framework_qda.matrix.columns import ColumnChoice
    from framework_qda.matrix.grid import MatrixGrid
    from framework_qda.matrix.outline import ThemeOutline
    from framework_qda.project import Project, Reader
    from framework_qda.ui.matrix.filter_bar import FilterBar
    from framework_qda.ui.matrix.theme_tabs import ThemeTabs
    from framework_qda.ui.matrix.view import MatrixView


class Wanted(NamedTuple):
    """What is to be seen."""

    theme_id: str = ""
    columns: ColumnChoice = ALL_COLUMNS
    row_filter: RowFilter = RowFilter()
    arrangement: Arrangement = Arrangement()


class GridShowing(QObject):
    """Bring matrices into the view. Before other cells come, `finish` ends an edit, or says that it cannot.

    Which rows of a large matrix pass is found out beside the window: till then the view keeps what it shows.
    """

    shown = Signal()
    """Another grid, or the same with other rows or columns, is in the view."""
    counted = Signal(str)
    """How far the matrix is charted, in words, which are known only now."""
    waited = Signal()
    """The bar of the filter says that rows are being looked for."""
    failed = Signal(str)
    desk_wanted = Signal(str)

    def __init__(self, view: MatrixView, tabs: ThemeTabs, filter_bar: FilterBar, finish: Callable[[], bool]) -> None:
        super().__init__(view)
        self._view, self._tabs, self._filter_bar = view, tabs, filter_bar
        self._finish = finish
        self._source = GridSource()
        self._reader: Reader | None = None
        self._progress = ProgressCount()
        self._seen = Wanted()
        self._is_count_old = False
        self._then: Callable[[], object] | None = None
        self._show_rows: Callable[[MatrixGrid], object] = view.show_grid
        self.outline: tuple[ThemeOutline, ...] = ()
        self.progress = ""
        """How far the matrix is charted, in words."""
        self.asking = GridAsking(self)
        self.figures = ColumnFigures(view)
        self.views = DeskViews(view, filter_bar)
        tabs.currentChanged.connect(lambda _place: self._change_theme())
        filter_bar.filter_changed.connect(self.reload)
        filter_bar.stop_requested.connect(self.stop)
        self.views.columns_changed.connect(self.reload)
        self.asking.arranged.connect(self._take_rows)
        self.asking.counted.connect(self._take_count)
        self.asking.late.connect(self._tell_late)
        self.asking.failed.connect(self._give_up)

    @property
    def grid(self) -> MatrixGrid:
        """The grid in the view."""
        return self._view.grid_model.grid

    @property
    def hidden_columns(self) -> int:
        """How many columns are left out."""
        return self._source.total_columns - len(self.grid.columns)

    def begin(self, project: Project, place: tuple[str, str] | None = None) -> None:
        """Show a matrix of another project: the one of a place (interview and sub-topic), else the first."""
        self._reader = project.read
        self._source.set_reader(project.read)
        self.asking.begin(project.path)
        self.figures.begin(project.path)
        self._view.grid_model.stale_reasons = partial(stale_reasons, project.read)
        self.outline = framework_outline(project.read)
        self._show_outline(self.theme_of(place[1]) if place else "")
        self._bring(self._view.show_grid)
        if place:
            self._view.go_to(*place)

    def end(self) -> None:
        """Stop what works beside the window."""
        self.asking.end()
        self.figures.end()

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
            self._bring(self._view.show_grid)

    def reload(self) -> None:
        """Show the same theme with other rows, columns or cells."""
        self._finish_and_bring(self._view.reload_grid)

    def update_cells(self, cell_ids: Collection[str]) -> None:
        """Show what some cells are now."""
        places, known = self._source.refresh_cells(cell_ids)
        shown = self.grid.cells
        if isinstance(shown, CellsOnDemand):
            # While other rows are looked for, those that are still seen may be of an earlier reading.
            known |= shown.kept.forget(places)
        self._view.update_cells(places)
        if self.asking.is_busy:
            self._is_count_old = True
            return
        words = self._progress.change(self.grid, places, known)
        if words is None:
            self._count()
        else:
            self.progress = words

    def take_width(self, subtopic_id: str, width: int) -> None:
        """Know of a width that stands on the screen already, for the next time that widths are shared out."""
        self._source.take_width(subtopic_id, width)
        self._view.grid_model.take_width(subtopic_id, width)

    def theme_of(self, subtopic_id: str) -> str:
        """Return the theme of a sub-topic, or an empty text."""
        found = (one.theme.id for one in self.outline if subtopic_id in {each.subtopic_id for each in one.columns})
        return next(found, "")

    def go_to(self, interview_id: str, subtopic_id: str) -> None:
        """Go to a cell of the theme as soon as its rows are shown; what leaves it out is cleared."""

        def go() -> None:
            if not self._view.go_to(interview_id, subtopic_id):
                self._filter_bar.set_filter(RowFilter())
                self.views.show_column(subtopic_id)
                self.when_shown(lambda: self._view.go_to(interview_id, subtopic_id))

        self.when_shown(go)

    def _show_outline(self, theme_id: str) -> None:
        self.views.outline = self.outline
        self._tabs.show_themes(self.outline, theme_id)

    def _change_theme(self) -> None:
        """Show another theme, the same interview at hand, and the same sub-topic where it is there."""
        self._finish_and_bring(self._show_at_hand)

    def _show_at_hand(self, grid: MatrixGrid) -> None:
        ids = self._view.current_ids()
        self._view.show_grid(grid)
        if ids and grid.columns and not self._view.go_to(*ids):
            self._view.go_to(ids[0], grid.columns[0].subtopic_id)

    def take_step(self, step: str) -> None:
        """Bring rows or columns back where none is shown, or lead to the desk where they are made."""
        if step == "clear":
            self._filter_bar.set_filter(RowFilter())
        elif step == "columns":
            self.views.show_columns()
        else:
            self.desk_wanted.emit(step)

    # -- rows

    def _wanted(self) -> Wanted:
        bar = self._filter_bar
        return Wanted(self._tabs.theme_id(), self.views.state.columns, bar.row_filter, bar.arrangement)

    def _finish_and_bring(self, show: Callable[[MatrixGrid], object]) -> None:
        """Bring what is wanted once an edit is ended; where that cannot be, tabs and filter say what is still seen."""
        if self._finish():
            self._bring(show)
        else:
            self._show_outline(self._seen.theme_id)
            self._filter_bar.take_back(self._seen.row_filter, self._seen.arrangement)

    def _bring(self, show: Callable[[MatrixGrid], object]) -> None:
        """Let the view show what is wanted: at once, or when the file has answered which rows of many pass."""
        self.asking.stop()
        self._then = None
        wanted = self._wanted()
        whole = self._source.whole_grid(wanted.theme_id, wanted.columns)
        if is_large(whole) and not (wanted.row_filter.is_empty and wanted.arrangement.is_empty):
            self._show_rows = show
            self.asking.ask(whole, wanted.row_filter, wanted.arrangement)
            return
        self._seen = wanted
        self._view.cells.light(wanted.row_filter.text)
        show(self._source.grid(wanted.theme_id, wanted.row_filter, wanted.arrangement, wanted.columns))
        self._count()
        self.shown.emit()

    def _take_rows(self, grid: MatrixGrid) -> None:
        if not self._finish():
            self.stop()
            return
        self._seen = self._wanted()
        self._view.cells.light(self._seen.row_filter.text)
        self._show_rows(self._source.with_cells(grid))
        self.shown.emit()
        then, self._then = self._then, None
        if then is not None:
            then()

    def when_shown(self, do: Callable[[], object]) -> None:
        """Do something when the rows that are being looked for are shown; at once where none are."""
        if self.asking.is_filtering:
            self._then = do
        else:
            do()

    def stop(self) -> bool:
        """Give up looking for rows: the filter is that of what is seen again. Say whether they were looked for."""
        if not self.asking.is_filtering:
            return False
        self.asking.stop()
        self._then = None
        wanted, seen = self._wanted(), self._seen
        if wanted[:2] == seen[:2]:
            self._filter_bar.take_back(seen.row_filter, seen.arrangement)
            self._count()
            self.shown.emit()
        else:
            # The rows that are seen are of another theme or of other columns: all rows of these come at once.
            self._filter_bar.take_back(RowFilter(), Arrangement())
            self._bring(self._show_rows)
        return True

    def _give_up(self, words: str) -> None:
        self.stop()
        self.failed.emit(words)

    # -- how far it is

    def _count(self) -> None:
        self._is_count_old = False
        if is_large(self.grid):
            self.asking.ask(self.grid, RowFilter(), Arrangement())
        else:
            self.progress = self._progress.show_grid(self.grid)
        if self.hidden_columns and not self.grid.columns:
            self.progress = f"{self.grid.name}: all columns are hidden"

    def _take_count(self, states: Mapping[str, int]) -> None:
        if self._is_count_old:
            self._count()
        else:
            self.progress = self._progress.take(self.grid, states)
        self.counted.emit(self.progress)

    def _tell_late(self) -> None:
        if self.asking.is_filtering:
            self._filter_bar.show_waiting()
            self.waited.emit()
        self.progress = ""
        self.counted.emit(self.progress)
