"""Back-ups are verified, thinned with care, and restored without overwriting anything."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from framework_qda import open_project
from framework_qda.errors import ProjectFileError
from framework_qda.model import Theme
from framework_qda.project.backup import Backup, back_up_if_due, is_due, list_backups, restore, thin

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def a_backup(folder: Path, count: int, age: timedelta, reason: str = "opening") -> Backup:
    path = folder / f"{count:06}-{NOW - age:%Y%m%dT%H%M%S}Z-{reason}.fqda"
    path.write_bytes(b"x")
    return Backup(path, count, NOW - age, reason, 1)


def test_importing_backs_up_first(project):
    assert [backup.reason for backup in list_backups(project.project_id)] == ["import"]


def test_opening_backs_up_once_a_day(project, project_path):
    project.close()
    later = datetime.now(UTC) + timedelta(days=2)
    for hours in (0, 1, 30):
        open_project(project_path, clock=lambda hours=hours: later + timedelta(hours=hours)).close()
    reasons = [backup.reason for backup in list_backups(project.project_id)]
    assert reasons == ["opening", "opening", "import"]


def test_reading_makes_no_backup(project, project_path):
    project.close()
    later = datetime.now(UTC) + timedelta(days=2)
    open_project(project_path, read_only=True, clock=lambda: later).close()
    assert len(list_backups(project.project_id)) == 1


def test_restored_backup_opens_with_everything(project, tmp_path):
    backup = project.back_up()
    project.add(Theme, title="Later")
    restored = restore(backup, tmp_path / "restored.fqda")
    with open_project(restored) as copy:
        assert [theme.title for theme in copy.read.all(Theme)] == ["Background"]
        assert copy.verify() == []


def test_restoring_overwrites_nothing(project, project_path):
    backup = project.back_up()
    before = project_path.read_bytes()
    with pytest.raises(ProjectFileError, match="exists already"):
        restore(backup, project_path)
    assert project_path.read_bytes() == before


def test_damaged_backup_is_not_restored(project, tmp_path):
    backup = project.back_up()
    backup.path.write_bytes(backup.path.read_bytes()[:-5000])
    with pytest.raises(ProjectFileError):
        restore(backup, tmp_path / "restored.fqda")
    assert not (tmp_path / "restored.fqda").exists()


def test_restored_copy_and_project_can_be_merged(project, tmp_path):
    backup = project.back_up()
    project.add(Theme, title="In the project")
    with open_project(restore(backup, tmp_path / "restored.fqda")) as copy:
        copy.add(Theme, title="In the copy")
        project.receive(list(copy.entries()))
    titles = {theme.title for theme in project.read.all(Theme)}
    assert titles == {"Background", "In the project", "In the copy"}
    assert project.verify() == []


def test_a_backup_that_fails_leaves_the_others(project, monkeypatch):
    project.back_up()
    before = list_backups(project.project_id)
    monkeypatch.setattr("framework_qda.project.backup.journal_digest", lambda connection, last: str(id(connection)))
    with pytest.raises(ProjectFileError, match="does not hold the same entries"):
        project.back_up()
    assert list_backups(project.project_id) == before


def test_thinning_keeps_the_newest_ten(tmp_path):
    backups = [a_backup(tmp_path, count, timedelta(minutes=100 - count)) for count in range(1, 31)]
    taken = thin(backups, NOW)
    kept = [backup.count for backup in backups if backup.path not in taken]
    assert kept[-10:] == list(range(21, 31))


def test_thinning_keeps_one_a_day_and_one_a_month(tmp_path):
    backups = [a_backup(tmp_path, 1000 - days, timedelta(days=days)) for days in range(1, 400)]
    thin(backups, NOW)
    left = [backup for backup in backups if backup.path.exists()]
    assert len([backup for backup in left if NOW - backup.made_at < timedelta(days=30)]) == 29
    assert len({f"{backup.made_at:%Y%m}" for backup in left}) == 14


def test_thinning_keeps_those_from_before_imports(tmp_path):
    imported = a_backup(tmp_path, 1, timedelta(days=3, minutes=5), "import")
    backups = [imported, *(a_backup(tmp_path, n, timedelta(days=3)) for n in range(2, 30))]
    thin(backups, NOW)
    assert imported.path.exists()


def test_a_clock_set_back_a_year_takes_no_new_backup_away(tmp_path):
    backups = [a_backup(tmp_path, n, timedelta(days=400 - n)) for n in range(1, 12)]
    newest = a_backup(tmp_path, 12, timedelta(days=800))
    thin([*backups, newest], NOW)
    assert newest.path.exists()


def test_a_backup_dated_in_the_future_does_not_stop_new_ones(project):
    project.back_up()
    assert is_due(project.project_id, datetime.now(UTC) - timedelta(days=5))


def test_strange_files_among_the_backups_are_left_alone(project):
    folder = project.back_up().path.parent
    stranger = folder / "holiday.jpg"
    stranger.write_bytes(b"x")
    project.back_up()
    assert stranger.exists()
    assert all(backup.path != stranger for backup in list_backups(project.project_id))


def test_the_day_s_backup_can_wait_for_a_worker(project, project_path):
    project.close()
    later = datetime.now(UTC) + timedelta(days=2)
    with open_project(project_path, backs_up=False, clock=lambda: later) as opened:
        assert len(list_backups(opened.project_id)) == 1
        made = []
        worker = threading.Thread(target=lambda: made.append(back_up_if_due(project_path, later)))
        worker.start()
        opened.add(Theme, title="Written meanwhile")
        worker.join()
        assert [backup.reason for backup in made] == ["opening"]
        assert back_up_if_due(project_path, later) is None
