"""What this machine remembers of the window: look, recent projects, who works on what.

Nothing of a study's content is kept here; recent projects are remembered by path and title.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_config_path, user_documents_path
from PySide6.QtCore import QByteArray, QSettings

from framework_qda.ui.recent_projects import RecentProject, RecentProjects


def default_settings_path() -> Path:
    """Return where the settings of this user are kept."""
    return user_config_path("framework-qda", appauthor=False) / "settings.ini"


class Settings:
    """Small facts in an ini file."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_settings_path()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._store = QSettings(str(self.path), QSettings.Format.IniFormat)
        self._recent = RecentProjects(self._store)

    @property
    def scheme(self) -> str:
        """`light`, `dark` or `system`."""
        return self._text("look/scheme", "system")

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self._store.setValue("look/scheme", scheme)

    @property
    def zoom(self) -> int:
        """The size of everything, in per cent."""
        text = self._text("look/zoom", "100")
        return int(text) if text.isdecimal() else 100

    @zoom.setter
    def zoom(self, zoom: int) -> None:
        self._store.setValue("look/zoom", zoom)

    @property
    def checks_spelling(self) -> bool:
        """Whether spelling is checked where there is a dictionary."""
        return self._text("spelling/check", "yes") != "no"

    @checks_spelling.setter
    def checks_spelling(self, is_on: bool) -> None:
        self._store.setValue("spelling/check", "yes" if is_on else "no")

    @property
    def keys(self) -> dict[str, str]:
        """The keys chosen instead of those of the table: the id of a command -> its key, empty for none."""
        self._store.beginGroup("keys")
        chosen = {command_id: self._text(command_id) for command_id in self._store.childKeys()}
        self._store.endGroup()
        return chosen

    @keys.setter
    def keys(self, chosen: Mapping[str, str]) -> None:
        self._store.remove("keys")
        for command_id, key in chosen.items():
            self._store.setValue(f"keys/{command_id}", key)

    @property
    def analyst_name(self) -> str:
        """The name last given by whoever works here, offered in new projects."""
        return self._text("analyst/name")

    @analyst_name.setter
    def analyst_name(self, name: str) -> None:
        self._store.setValue("analyst/name", name)

    def analyst_of(self, project_id: str) -> str:
        """Return the id of the analyst who works on a project on this machine, or an empty text."""
        return self._text(f"analysts/{project_id}")

    def set_analyst(self, project_id: str, analyst_id: str) -> None:
        """Remember who works on a project on this machine."""
        self._store.setValue(f"analysts/{project_id}", analyst_id)

    def desk_of(self, project_id: str) -> str:
        """Return the name of the desk at which a project was last seen, or an empty text."""
        return self._text(f"desks/{project_id}")

    def set_desk(self, project_id: str, name: str) -> None:
        """Remember at which desk a project was last seen."""
        self._store.setValue(f"desks/{project_id}", name)

    def remembered(self, project_id: str, name: str) -> str:
        """Return what this machine remembers of a project under a name, or an empty text."""
        return self._text(f"projects/{project_id}/{name}")

    def remember(self, project_id: str, name: str, text: str) -> None:
        """Remember something of a project on this machine; it is no part of the project."""
        self._store.setValue(f"projects/{project_id}/{name}", text)

    def unsent_path(self, project_id: str) -> Path:
        """Return the file for what is being written in a project as a comment and not sent."""
        name = hashlib.sha256(project_id.encode()).hexdigest()[:32]
        return self.path.parent / "unsent" / f"{name}.json"

    @property
    def folder(self) -> Path:
        """The folder that file dialogs begin in: the last one, else that of the user's documents."""
        remembered = Path(self._text("folders/last"))
        places = (remembered, user_documents_path(), Path.home())
        return next((place for place in places if place.is_absolute() and place.is_dir()), Path.home())

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("folders/last", str(folder.absolute()))

    def layout(self, name: str) -> QByteArray:
        """Return a remembered geometry or splitter state; empty if there is none."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, name: str, state: QByteArray) -> None:
        """Remember a geometry or splitter state."""
        self._store.setValue(f"layout/{name}", state)

    def recent(self) -> list[RecentProject]:
        """Return the projects opened before whose files are still there, newest first."""
        return [project for project in self._recent.read() if project.path.is_file()]

    def add_recent(self, path: Path, title: str) -> None:
        """Remember a project as the one opened last."""
        opened = RecentProject(path.resolve(), title)
        known = self._recent.read()
        if known[:1] != [opened]:
            others = [project for project in known if project.path != opened.path]
            self._recent.write([opened, *others])

    def sync(self) -> None:
        """Write everything to the file now."""
        self._store.sync()

    def _text(self, key: str, default: str = "") -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else str(value)
