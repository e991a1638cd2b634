"""The search for places beside the window: the newest question counts, one before it is given up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from framework_qda.matrix.replacing import Hits, find_hits
from framework_qda.project.overview import looking
from framework_qda.ui.newest_task import NewestTask

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from framework_qda.matrix.replacing import Wanted
    from framework_qda.ui.worker import Progress


class HitSearch(NewestTask):
    """Look for words in a project file, one question after another; `found` are the `Hits` of the newest."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path

    def ask(self, wanted: Wanted) -> None:
        """Ask; what was asked before is not answered any more."""
        self.start(partial(_find, self._path, wanted))


def _find(path: Path, wanted: Wanted, progress: Progress) -> Hits:
    with looking(path) as reader:
        return find_hits(reader, wanted, progress.step)
