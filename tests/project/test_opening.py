"""What is not a sound project of ours is refused with a sentence, and its bytes stay as they were."""

import os
import shutil
import sqlite3
import struct

import pytest

from framework_qda import open_project
from framework_qda.errors import ProjectFileError, ReadOnlyError
from framework_qda.model import Theme
from framework_qda.project.schema import FORMAT_VERSION


@pytest.fixture
def closed(project, project_path):
    project.close()
    return project_path


def refused(path, match):
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(ProjectFileError, match=match):
        open_project(path)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(f"{path.name}-")] == []


def patched(path, offset, value):
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(value)
    return path


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"Some text about an interview.", "some other kind of file"),
        (b"<html><body>x</body></html>", "HTML"),
        (b"PK\x03\x04 and so on", "Word, Excel or zip"),
        (b"%PDF-1.7", "PDF"),
        (b"\0" * 4096, "zeros"),
    ],
)
def test_other_kinds_of_file(tmp_path, content, words):
    path = tmp_path / "renamed.fqda"
    path.write_bytes(content)
    refused(path, words)


def test_missing_file(tmp_path):
    refused(tmp_path / "nowhere.fqda", "There is no file nowhere.fqda")


def test_folder(tmp_path):
    (tmp_path / "folder.fqda").mkdir()
    refused(tmp_path / "folder.fqda", "is a folder")


def test_database_of_another_program(tmp_path):
    path = tmp_path / "other.fqda"
    with sqlite3.connect(path) as connection:
        connection.execute("create table t (x)")
    connection.close()
    refused(path, "another program")


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_truncated_file(closed, kept):
    os.truncate(closed, int(closed.stat().st_size * kept) // 4096 * 4096)
    refused(closed, "cut short")


def test_last_page_cut_in_two(closed):
    os.truncate(closed, closed.stat().st_size - 100)
    refused(closed, "cut short")


def test_header_alone(closed):
    os.truncate(closed, 50)
    refused(closed, "cut short")


def test_zeroed_page(closed):
    patched(closed, 4096 * 5, b"\0" * 4096)
    refused(closed, "damaged")


def test_damage_says_how_to_restore(closed):
    patched(closed, 4096 * 5, b"\0" * 4096)
    refused(closed, "framework-qda restore")


@pytest.mark.parametrize(
    "statement",
    [
        "create trigger t after insert on change begin select 1; end",
        "create view v as select 1",
        "create table extra (x)",
        "drop index idx_cell_interview_id",
        "alter table theme add column extra text",
    ],
)
def test_tables_that_are_not_ours(closed, statement):
    connection = sqlite3.connect(closed, isolation_level=None)
    connection.execute(statement)
    connection.close()
    refused(closed, "does not have the tables")


def test_newer_file_opens_for_reading(closed):
    patched(closed, 60, struct.pack(">I", FORMAT_VERSION + 1))
    before = closed.read_bytes()
    with open_project(closed) as project:
        assert "newer version" in project.read_only_reason
        assert [theme.title for theme in project.read.all(Theme)] == ["Background"]
        with pytest.raises(ReadOnlyError):
            project.add(Theme, title="No")
    assert closed.read_bytes() == before


def test_file_never_finished(closed):
    patched(closed, 60, struct.pack(">I", 0))
    refused(closed, "never finished")


def test_second_window_reads_only_and_says_who(project, project_path):
    with open_project(project_path) as second:
        assert "Ann Marsh" in second.read_only_reason
        with pytest.raises(ReadOnlyError, match="Ann Marsh"):
            second.add(Theme, title="No")
        assert second.next_undo() is None
        assert second.read.all(Theme)


def test_after_the_first_window_closes_the_next_may_write(closed):
    with open_project(closed) as project:
        assert not project.is_read_only
        project.add(Theme, title="Yes")


def test_nothing_stays_beside_a_closed_project(closed):
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_file_without_permission_opens_for_reading(closed):
    closed.chmod(0o444)
    with open_project(closed) as project:
        assert "may not be written" in project.read_only_reason


def test_opened_for_reading_on_request(closed):
    before = closed.read_bytes()
    with open_project(closed, read_only=True) as project:
        assert project.is_read_only
    assert closed.read_bytes() == before


def test_a_copy_gets_a_replica_id_of_its_own(closed, tmp_path):
    copy = tmp_path / "copy.fqda"
    shutil.copy(closed, copy)
    with open_project(closed) as original, open_project(copy) as copied:
        assert copied.next_undo() is None
        assert original.next_undo() is not None


def test_a_file_moved_on_its_disk_keeps_its_undo(closed, tmp_path):
    moved = closed.rename(tmp_path / "moved.fqda")
    with open_project(moved) as project:
        assert project.next_undo() is not None


def test_newer_file_that_would_be_misread_is_refused(closed):
    connection = sqlite3.connect(closed, isolation_level=None)
    connection.execute(f"update meta set value = '{FORMAT_VERSION + 1}' where key = 'min_reader'")
    connection.execute("create table something_newer (x)")
    connection.execute(f"pragma user_version = {FORMAT_VERSION + 1}")
    connection.close()
    refused(closed, "cannot read it")
