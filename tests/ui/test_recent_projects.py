from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from framework_qda.ui.recent_projects import RECENT_KEPT, RecentProject, RecentProjects


@pytest.fixture
def recent(tmp_path):
    return RecentProjects(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


def projects(count):
    return [RecentProject(Path(f"/studies/{number}.fqda"), f"Study {number}") for number in range(count)]


def test_projects_are_read_in_the_order_they_were_written(recent):
    recent.write(projects(3))
    assert recent.read() == projects(3)


def test_only_the_newest_are_kept(recent):
    recent.write(projects(RECENT_KEPT + 2))
    assert recent.read() == projects(RECENT_KEPT)
