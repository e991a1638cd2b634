"""What a matrix asks of the file beside the window: which rows pass, in what order, and how far they are charted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from framework_qda.errors import FrameworkError
from framework_qda.matrix.arranging import Arrangement, arrange_grid
from framework_qda.matrix.filters import RowFilter, filter_grid
from framework_qda.matrix.on_demand import count_states
from framework_qda.project.overview import looking
from framework_qda.ui.worker import CancelledError, Task

if TYPE_CHECKING:
    from collections import Counter
    from pathlib import Path

    from framework_qda.matrix.grid import MatrixGrid
    from framework_qda.ui.worker import Progress

LARGE = 10_000
"""Of more cells the file is asked beside the window."""
LATE_MS = 150


def is_large(grid: MatrixGrid) -> bool:
    """Say whether a grid has so many cells that the window must not wait for an answer about all of them."""
    return len(grid.rows) * len(grid.columns) > LARGE


@dataclass(frozen=True, slots=True)
class Question:
    """A grid without its cells, and what is to be known of it: no filter and no order ask only for the count."""

    grid: MatrixGrid
    row_filter: RowFilter
    arrangement: Arrangement

    @property
    def is_about_rows(self) -> bool:
        """Whether other rows, or another order of them, are to be found."""
        return not (self.row_filter.is_empty and self.arrangement.is_empty)


class GridAsking(QObject):
    """Ask one thing at a time: the newest question is the one answered."""

    arranged = Signal(object)
    """The `MatrixGrid` of a question with the rows that pass, without its cells."""
    counted = Signal(object)
    """How many cells of that grid are in each state."""
    failed = Signal(str)
    late = Signal()
    """The answer takes so long that one should be told."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._task: Task | None = None
        self.is_filtering = False
        """Whether the rows of a question are still being looked for, or are just being told."""
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self.late)

    @property
    def is_busy(self) -> bool:
        """Whether anything is being asked."""
        return self._task is not None

    def begin(self, path: Path) -> None:
        """Ask another file."""
        self.stop()
        self._path = path

    def ask(self, grid: MatrixGrid, row_filter: RowFilter, arrangement: Arrangement) -> None:
        """Look for the rows that pass, then count; what was asked before is given up."""
        self.stop()
        assert self._path is not None
        question = Question(replace(grid, cells={}), row_filter, arrangement)
        self.is_filtering = question.is_about_rows
        self._task = Task(partial(answer, self._path, question))
        self._task.found.connect(self._take_rows)
        self._task.ended.connect(self._end)
        self._task.start()
        self._late.start()

    def stop(self) -> Task | None:
        """Give up what is being asked. Return the work, which ends at its next step."""
        task, self._task, self.is_filtering = self._task, None, False
        self._late.stop()
        if task is not None:
            task.give_up()
        return task

    def end(self) -> None:
        """Stop, and wait until the file is let go of."""
        task = self.stop()
        if task is not None:
            task.wait()

    def _take_rows(self, grid: object) -> None:
        task = self._task
        self.arranged.emit(grid)
        if task is self._task:  # whoever heard of the rows may have asked something else
            self.is_filtering = False

    def _end(self, task: Task) -> None:
        self._task = None
        self._late.stop()
        try:
            states = task.result()
        except CancelledError:
            return
        except FrameworkError as error:
            self.failed.emit(str(error))
        else:
            self.counted.emit(states)


def answer(path: Path, question: Question, progress: Progress) -> Counter[str]:
    """Tell which rows pass, in their order; return how many of their cells are in each state."""
    with looking(path) as reader:
        grid = question.grid
        if not question.row_filter.is_empty:
            grid = filter_grid(reader, grid, question.row_filter, progress.step)
        if not question.arrangement.is_empty:
            grid = arrange_grid(reader, grid, question.arrangement)
        if question.is_about_rows:
            progress.tell(grid)
        return count_states(reader, grid, progress.step)
