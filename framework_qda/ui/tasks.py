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
        self._running: dict[Task, Callable[[Any], object]] = {}

    @property
    def running(self) -> tuple[Task, ...]:
        """The work that is not over yet."""
        return tuple(self._running)

    def run(self, words: str, work: Callable[[Progress], Any], done: Callable[[Any], object]) -> Task:
        """Do long work; `done(result)` follows it in the window's thread, or a message says why it ended early."""
        task = Task(work)
        self._running[task] = done
        self._messages.watch(words, task)
        task.ended.connect(self._end)
        task.start()
        return task

    def end_all(self) -> None:
        """Cancel what is running and wait for it; nobody is told."""
        ending = self.running
        self._running.clear()
        for task in ending:
            task.cancel()
        for task in ending:
            task.wait()

    def _end(self, task: Task) -> None:
        done = self._running.pop(task, None)
        if done is None:
            return
        try:
            result = task.result()
        except CancelledError as error:
            self._messages.tell(str(error))
        except FrameworkError as error:
            self._messages.tell(str(error), role="error")
        else:
            done(result)
