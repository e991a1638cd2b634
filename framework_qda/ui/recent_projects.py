"""The projects that were opened on this machine before, by path and title."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSettings

RECENT_KEPT = 12


class RecentProject(NamedTuple):
    """A project opened before on this machine."""

    path: Path
    title: str


class RecentProjects:
    """A list in an ini file, newest first."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def read(self) -> list[RecentProject]:
        """Return all that are remembered, whether their files are still there or not."""
        count = self._store.beginReadArray("recent")
        found = []
        for place in range(count):
            self._store.setArrayIndex(place)
            found.append(RecentProject(Path(self._text("path")), self._text("title")))
        self._store.endArray()
        return found

    def write(self, projects: list[RecentProject]) -> None:
        """Remember these, and no more of them than are kept."""
        kept = projects[:RECENT_KEPT]
        self._store.remove("recent")
        self._store.beginWriteArray("recent", len(kept))
        for place, project in enumerate(kept):
            self._store.setArrayIndex(place)
            self._store.setValue("path", str(project.path))
            self._store.setValue("title", project.title)
        self._store.endArray()

    def _text(self, key: str) -> str:
        return str(self._store.value(key, ""))
