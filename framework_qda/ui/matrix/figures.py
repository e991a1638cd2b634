"""The figures of the columns of a large matrix: counted beside the window, and shown as they are known."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from framework_qda.errors import FrameworkError
from framework_qda.matrix.on_demand import CellsOnDemand, KeptCells
from framework_qda.matrix.summaries import Summary, summarise_column
from framework_qda.project.overview import looking
from framework_qda.ui.worker import Task

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from framework_qda.matrix.grid import MatrixGrid
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.worker import Progress

SHOWN_MS = 200
"""The heads show what has become known so often: each time they may take another height."""


class ColumnFigures(QObject):
    """Count what the heads of a view miss, the columns in view first."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view, self._model = view, view.grid_model
        self._path: Path | None = None
        self._task: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        self._shown = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._shown.timeout.connect(view.refresh_heads)
        self._model.figures_missed.connect(self._soon.start)
        self._model.modelAboutToBeReset.connect(self.stop)
        self._model.dataChanged.connect(lambda *_: self.stop())

    @property
    def is_busy(self) -> bool:
        """Whether anything is being counted, or about to be."""
        return self._task is not None or self._soon.isActive() or self._shown.isActive()

    def begin(self, path: Path) -> None:
        """Count in another file."""
        self.stop()
        self._path = path

    def stop(self) -> Task | None:
        """Give up what is being counted: it may be otherwise by now. Return the work, which ends at its next step."""
        task, self._task = self._task, None
        if task is not None:
            task.give_up()
            self._shown.start()
        return task

    def end(self) -> None:
        """Stop, and wait until the file is let go of."""
        task = self.stop()
        if task is not None:
            task.wait()

    def _ask(self) -> None:
        columns = self._model.missing_figures()
        if self._task is not None or self._path is None or not columns:
            return
        first = max(0, self._view.columnAt(0))
        columns.sort(key=lambda column: (column < first, column))
        self._task = Task(partial(sum_columns, self._path, replace(self._model.grid, cells={}), columns))
        self._task.found.connect(self._take)
        self._task.ended.connect(self._end)
        self._task.start()

    def _take(self, found: tuple[int, Summary]) -> None:
        self._model.take_figures(*found)
        if not self._shown.isActive():
            self._shown.start()

    def _end(self, task: Task) -> None:
        self._task = None
        try:
            task.result()
        except FrameworkError:  # they stay unknown until the heads ask again
            return


def sum_columns(path: Path, grid: MatrixGrid, columns: Sequence[int], progress: Progress) -> None:
    """Tell the figures of some columns, one after the other."""
    with looking(path) as reader:
        rows = [row.interview_id for row in grid.rows]
        cells = CellsOnDemand(KeptCells(reader), rows, [column.subtopic_id for column in grid.columns])
        whole = replace(grid, cells=cells)
        for done, column in enumerate(columns):
            progress.step(done, len(columns))
            progress.tell((column, summarise_column(whole, column)))
