"""Searches beside the window: one at a time, and only the newest question counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.errors import FrameworkError
from framework_qda.project.hits import SearchStoppedError
from framework_qda.ui.find.work import Question, SearchWork, Section, Understood
from framework_qda.ui.worker import CancelledError, Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.project import Project
    from framework_qda.ui.worker import Progress


class Searcher(QObject):
    """Answer questions; a new one stops the one before, of which nothing is told any more."""

    understood = Signal(object)
    """`Understood`: what is being looked for; what was found before is old now."""
    found = Signal(object)
    """A `Section`."""
    finished = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: SearchWork | None = None
        self._task: Task | None = None
        self._next: Question | None = None
        self._is_asking = False

    def begin(self, project: Project) -> None:
        """Search another project, and read beforehand what every search needs."""
        self.end()
        self._work = SearchWork(project.search_engine())
        self._start(self._work.get_ready)

    def ask(self, question: Question) -> None:
        """Answer a question as soon as the one before has stopped."""
        self._next = question
        if self._task is None:
            self._go_on()
        elif self._is_asking:
            self._task.cancel()

    @property
    def is_busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._next is not None or (self._task is not None and self._is_asking)

    @property
    def is_idle(self) -> bool:
        """Whether nothing at all is being done beside the window."""
        return self._task is None

    def end(self) -> None:
        """Stop, and free what is kept; nobody is told."""
        self._next = None
        task, self._task = self._task, None
        if task is not None:
            task.give_up()
            task.wait()
        if self._work is not None:
            self._work.close()
        self._work = None

    def _go_on(self) -> None:
        question, self._next = self._next, None
        if question is not None and self._work is not None:
            self._start(partial(self._work.answer, question), is_asking=True)

    def _start(self, work: Callable[[Progress], object], *, is_asking: bool = False) -> None:
        self._is_asking = is_asking
        self._task = Task(work)
        self._task.found.connect(self._tell)
        self._task.ended.connect(self._end_task)
        self._task.start()

    def _tell(self, told: object) -> None:
        if self._next is not None:
            return  # somebody has asked something else since
        if isinstance(told, Understood):
            self.understood.emit(told)
        elif isinstance(told, Section):
            self.found.emit(told)

    def _end_task(self, task: Task) -> None:
        was_asking, self._task = self._is_asking, None
        is_wanted = was_asking and self._next is None
        try:
            task.result()
        except (SearchStoppedError, CancelledError):
            is_wanted = False
        except FrameworkError as error:
            if is_wanted:
                self.failed.emit(str(error))
            is_wanted = False
        if is_wanted:
            self.finished.emit()
        self._go_on()
