"""Reading what others changed beside the window: what is asked of the journal, and how far somebody has looked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.matrix.reviewing import Beginning, Question, Review, Since, read_beginning, read_review
from framework_qda.project.overview import looking
from framework_qda.ui.newest_task import NewestTask
from framework_qda.ui.review.looked import Looked

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from framework_qda.matrix.reviewing import ReviewItem
    from framework_qda.project import Project
    from framework_qda.ui.settings import Settings
    from framework_qda.ui.worker import Progress


class ChangedReader(QObject):
    """Ask what others changed; the newest question is the one answered."""

    found = Signal(object)
    """The `Review` that was asked for."""
    beginning_wanted = Signal(object)
    """Whoever has never looked is to choose since when: a `Beginning`."""
    failed = Signal(str)

    _path: Path
    _looked: Looked

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._meanwhile: dict[str, int] = {}
        """Cells that were looked at since another beginning than the last look was chosen."""
        self._is_beginning = False
        """Whether what is being read is where somebody who has never looked begins."""
        self._task = NewestTask(self)
        self._task.found.connect(self._take)
        self._task.failed.connect(self.failed)

    def begin(self, project: Project, settings: Settings | None) -> None:
        """Ask for whoever works in a project from now on."""
        self._path, self._looked, self._meanwhile = project.path, Looked(project, settings), {}

    @property
    def analyst_id(self) -> str:
        """Who looks."""
        return self._looked.analyst_id

    @property
    def is_running(self) -> bool:
        """Whether a question is still open."""
        return self._task.is_running

    @property
    def is_other_copy(self) -> bool:
        """Whether the analyst has looked, but in another copy of the project."""
        return self._looked.is_other_copy

    def question(self, since: Since, day: date) -> Question:
        """Return what is to be asked now; of a cell that has been looked at, only what came later."""
        if since is Since.LOOKED:
            return self._looked.question()
        return Question(self.analyst_id, since, seen=dict(self._meanwhile), day=day)

    def ask(self, since: Since, day: date) -> None:
        """Ask anew, with what has been looked at in the meantime."""
        self._start(self.question(since, day), is_beginning=False)

    def look_since(self, since: Since, day: date) -> None:
        """Ask since another beginning, after which nothing has been looked at yet."""
        self._meanwhile = {}
        self.ask(since, day)

    def begin_since(self, since: Since, day: date | None) -> None:
        """Take for looked at, once and for all, what is older than a beginning, and ask for the rest."""
        self._start(Question(self.analyst_id, since, day=day), is_beginning=True)

    def cancel(self) -> None:
        """Give up what was asked."""
        self._task.cancel()

    def mark(self, item: ReviewItem) -> None:
        """Take a cell for looked at."""
        self._looked.mark(item)
        self._meanwhile[item.change.cell_id] = item.change.row

    def mark_all(self, row: int) -> None:
        """Take everything up to a row of the journal for looked at."""
        self._looked.begin(row)

    def _start(self, question: Question, *, is_beginning: bool) -> None:
        self._is_beginning = is_beginning
        wants_beginning = not (self._looked.has_begun or is_beginning)
        self._task.start(partial(_read, self._path, question, wants_beginning))

    def _take(self, found: Review | Beginning) -> None:
        if isinstance(found, Beginning):
            self.beginning_wanted.emit(found)
            return
        if self._is_beginning:
            self._looked.begin(found.row)
        self.found.emit(found)


def _read(path: Path, question: Question, wants_beginning: bool, progress: Progress) -> Review | Beginning:
    with looking(path) as overview:
        if wants_beginning:
            return read_beginning(overview, question.analyst_id)
        return read_review(overview, question, progress.step)
