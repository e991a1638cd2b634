"""The sizes of the grid: columns by their contents, rows guessed at first and measured when they come into view."""

from __future__ import annotations

import math
from contextlib import contextmanager
from typing import TYPE_CHECKING

from framework_qda.ui.matrix.heights import RowMeasure, guess_heights
from framework_qda.ui.matrix.quiet_time import QuietTime
from framework_qda.ui.matrix.widths import column_widths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framework_qda.ui.matrix.view import MatrixView

Anchor = tuple[str, int]

FOLDED_BELOW = 36
"""In em: a narrower view shows its heads in one column of labels."""


class GridSizes:
    """Keep widths and heights of a view right; what stands at its top stays there."""

    def __init__(self, view: MatrixView) -> None:
        self._view = view
        self._spans: list[range | None] = []
        """The columns by which each row was measured word by word; `None`: its height is a guess."""
        self._sized: set[int] = set()
        """The rows that do not have the usual height."""
        self._measure = RowMeasure(view)
        self._is_busy = False
        self._room = -1
        self.row_lines = 0
        """How many lines tall every row is; 0: each as tall as its words."""
        self.is_begun = False
        """Whether the view has its place in a window: before that, nothing is worth measuring."""
        self.quiet_time = QuietTime(view, self._measure_ahead)
        # Qt scrolls while the rows are being exchanged: those that were measured are no longer the ones in view.
        view.grid_model.modelAboutToBeReset.connect(self._forget_all)

    @property
    def measured_rows(self) -> int:
        """How many rows have their true height by now."""
        return sum(span is not None for span in self._spans)

    @contextmanager
    def _busy(self) -> Iterator[None]:
        was_busy, self._is_busy = self._is_busy, True
        try:
            yield
        finally:
            self._is_busy = was_busy

    # -- columns

    def refit(self) -> None:
        """Size everything anew, as for another matrix or another font."""
        self._room = -1
        self._spans = []
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column its width, then every row its height, if the room for them has changed."""
        if not self.is_begun:
            return
        view = self._view
        view.cases.fold(is_folded=view.width() < view.look.em * FOLDED_BELOW)
        room = view.width() - view.cases.sizeHint().width() - view.verticalScrollBar().sizeHint().width()
        if room == self._room:
            return
        self._room = room
        widths = column_widths(view.grid_model.grid, view.look, room, view.zoom.value / 100)
        if widths == self.widths() and self._spans:
            return
        with self._busy():
            for column, width in enumerate(widths):
                view.columns.resizeSection(column, width)
        self.guess_heights()

    def widths(self) -> list[int]:
        """Return the widths of the columns in pixels."""
        return [self._view.columnWidth(column) for column in range(self._view.grid_model.columnCount())]

    def follow_column(self) -> None:
        """Keep the rows in view right while an edge is dragged; the others follow when it is let go."""
        if not self._is_busy:
            self.forget(range(len(self._spans)))
            self.measure_visible()

    # -- rows

    def guess_heights(self) -> None:
        """Guess the height of every row, then measure those in view."""
        view = self._view
        grid = view.grid_model.grid
        least = view.cases.least_height(0) if grid.rows else 0.0
        self._spans = [range(len(grid.columns)) if self.row_lines else None] * len(grid.rows)
        guessed, usual = (
            ({}, self._fixed_height()) if self.row_lines else guess_heights(grid, self.widths(), view.look, least)
        )
        with self._busy():
            # All others follow the usual height by themselves: of very many rows only few are touched.
            view.cases.setDefaultSectionSize(usual)
            for row in self._sized - guessed.keys():
                if row < len(grid.rows):
                    view.cases.resizeSection(row, usual)
            self._sized.clear()
            for row, height in guessed.items():
                self._set_height(row, height)
        view.updateGeometries()
        self.measure_visible()

    def _set_height(self, row: int, height: int) -> None:
        self._sized.add(row)
        self._view.cases.resizeSection(row, height)

    def set_row_lines(self, lines: int) -> None:
        """Give all rows the height of so many lines (0: by content); the row at the top stays there."""
        if lines == self.row_lines:
            return
        view = self._view
        with self.held():
            self.row_lines = lines
            self.guess_heights()
        view.viewport().update()
        if view.currentIndex().isValid():
            view.scrollTo(view.currentIndex())

    def _fixed_height(self) -> int:
        look = self._view.look
        return math.ceil(self.row_lines * look.line_step + 2 * look.pad_y + 1)

    def _forget_all(self) -> None:
        self._spans = []

    def forget(self, rows: Sequence[int]) -> None:
        """Measure these rows anew when they are in view, unless all have one height or none was measured yet."""
        if self.row_lines or not self._spans:
            return
        for row in rows:
            self._spans[row] = None

    def measure_visible(self) -> None:
        """Give the rows in view their true heights; one measured before stays where it is on the screen."""
        if self._is_busy or not self._spans:
            return
        with self._busy():
            # Rows that turn out lower than they were guessed let further ones come into view.
            while self._measure_shown():
                pass
        self.quiet_time.await_it()

    def _measure_ahead(self) -> None:
        """Measure one row of the page below while nothing else is to be done: scrolling there finds it ready."""
        # A view that has left the window may outlive its project by a moment, and then has nothing to read from.
        row = self._next_below() if self._view.isVisible() else None
        if row is None:
            return
        with self._busy():
            if self._measure_rows([row]):
                self._view.updateGeometries()
        self.quiet_time.await_it()

    def _next_below(self) -> int | None:
        """Return the first row down to the end of the next page that is not measured."""
        view, columns = self._view, self._measure.columns()
        for row in range(max(0, view.rowAt(0)), len(self._spans)):
            if view.rowViewportPosition(row) > 2 * view.viewport().height():
                return None
            if not self._is_measured(row, columns):
                return row
        return None

    def _is_measured(self, row: int, columns: range) -> bool:
        span = self._spans[row]
        return span is not None and span.start <= columns.start and columns.stop <= span.stop

    def _measure_shown(self) -> bool:
        """Measure what is in view now; say whether that has moved anything."""
        view, columns = self._view, self._measure.columns()
        shown = list(self._shown(max(0, view.rowAt(0))))
        fixed = next(((row, top) for row, top in shown if self._is_measured(row, columns)), None)
        open_rows = [row for row, _top in shown if not self._is_measured(row, columns)]
        view.cells.cache.reserve(4 * len(shown) * len(columns))
        if not open_rows or not self._measure_rows(open_rows):
            return False
        view.updateGeometries()
        if fixed is not None:
            self.shift(view.rowViewportPosition(fixed[0]) - fixed[1])
        return True

    def _shown(self, first: int) -> Iterator[tuple[int, int]]:
        """Yield the rows in view from the first one on, each with where it begins now (pixels)."""
        bottom = self._view.viewport().height()
        for row in range(first, len(self._spans)):
            top = self._view.rowViewportPosition(row)
            if top > bottom:
                return
            yield row, top

    def _measure_rows(self, rows: Sequence[int]) -> bool:
        """Give rows the heights that they need; say whether any has another height now."""
        columns = self._measure.columns()
        new = [row for row in rows if self._spans[row] is None]
        needed = self._measure.measure(new, columns) if new else {}
        known = [row for row in rows if self._spans[row] is not None]
        if known:
            # Other columns have come into view: their words must fit, but no row shrinks under the eyes.
            fitting = self._measure.measure_columns(known, columns).items()
            needed |= {row: max(height, self._view.rowHeight(row)) for row, height in fitting}
        is_changed = False
        for row, height in needed.items():
            span = self._spans[row] or columns
            self._spans[row] = range(min(span.start, columns.start), max(span.stop, columns.stop))
            if height != self._view.rowHeight(row):
                self._set_height(row, height)
                is_changed = True
        return is_changed

    # -- what stays where it is

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the row at the top and the first column where they are while sizes change, and the current cell seen."""
        view = self._view
        anchor, first, current = self.anchor(), max(0, view.columnAt(0)), view.currentIndex().column()
        is_seen = current >= 0 and view.edges.sees(current)
        yield
        self.restore(anchor)
        view.horizontalScrollBar().setValue(view.columns.sectionPosition(first))
        if is_seen and view.currentIndex().column() == current:
            view.edges.show_column(current)

    def shift(self, distance: int) -> None:
        """Scroll down by some pixels."""
        if distance:
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + distance)

    def anchor(self) -> Anchor | None:
        """Return the interview at the top of the view, and where its row begins (pixels)."""
        row = self._view.rowAt(0)
        if row < 0 or row >= len(self._view.grid_model.grid.rows):
            return None
        return self._view.grid_model.grid.rows[row].interview_id, self._view.rowViewportPosition(row)

    def restore(self, anchor: Anchor | None) -> None:
        """Bring the interview of an anchor back to where it began."""
        view = self._view
        row = view.grid_model.row_of(anchor[0]) if anchor else None
        if anchor is None or row is None:
            return
        top = max(anchor[1], 1 - view.rowHeight(row))
        self.shift(view.rowViewportPosition(row) - top)
        self.measure_visible()
