"""The long pieces of work of a window, each with its strip of progress."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from framework_qda.errors import FrameworkError
from framework_qda.ui.message import MessageArea
from framework_qda.ui.worker import CancelledError, Progress, Task


class Tasks(QObject):
    """Start work beside the window and bring its result, or why there is none, back to it."""

    def __init__(self, messages: MessageArea, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._running: list[Task] = []

    @property
    def running(self) -> tuple[Task, ...]:
        """The work that is not over yet."""
        return tuple(self._running)

    def run(self, words: str, work: Callable[[Progress], Any], done: Callable[[Any], object]) -> Task:
        """Do long work; `done(result)` follows it in the window's thread, or a message says why it ended early."""
        task = Task(work, self)
        self._running.append(task)
        self._messages.watch(words, task)
        task.ended.connect(lambda: self._end(task, done))
        task.start()
        return task

    def end_all(self) -> None:
        """Cancel what is running and wait for it; nobody is told."""
        for task in self._running:
            task.cancel()
            task.wait()
        self._running.clear()

    def _end(self, task: Task, done: Callable[[Any], object]) -> None:
        if task not in self._running:
            return
        self._running.remove(task)
        task.deleteLater()
        try:
            result = task.result()
        except CancelledError as error:
            self._messages.tell(str(error))
        except FrameworkError as error:
            self._messages.tell(str(error), role="error")
        else:
            done(result)
