import errno
import os
from pathlib import Path

import pytest

from framework_qda.errors import ExportError
from framework_qda.io.atomic import explain, replacing


def names_in(folder):
    return [path.name for path in folder.iterdir()]


def write(target, text, before_the_end=None):
    with replacing(target) as temp:
        temp.write_text(text)
        if before_the_end is not None:
            before_the_end()


def test_what_was_written_stands_in_place_and_nothing_else(tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("old")
    with replacing(target) as temp:
        temp.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert names_in(tmp_path) == ["out.txt"]


def test_the_temporary_file_stands_beside_with_the_same_ending(tmp_path):
    with replacing(tmp_path / "out.xlsx") as temp:
        temp.write_bytes(b"x")
        assert (temp.parent, temp.suffix) == (tmp_path, ".xlsx")


def test_a_bug_inside_leaves_the_old_file_and_no_other(tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError):
        write(target, "half", lambda: 1 / 0)
    assert target.read_text() == "old"
    assert names_in(tmp_path) == ["out.txt"]


@pytest.mark.parametrize("step", ["replace", "chmod", "open"])
def test_a_failure_at_any_step_keeps_the_old_file_and_says_so(tmp_path, monkeypatch, step):
    target = tmp_path / "out.txt"
    target.write_text("old")

    def fail(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, "no room")

    with pytest.raises(ExportError, match=r"no room left.*untouched"):
        write(target, "new", lambda: monkeypatch.setattr(Path, step, fail))
    monkeypatch.undo()
    assert target.read_text() == "old"
    assert names_in(tmp_path) == ["out.txt"]


def test_a_failed_sync_is_told(tmp_path, monkeypatch):
    def fail(_descriptor):
        raise OSError(errno.EIO, "fault")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ExportError, match="could not be written"):
        write(tmp_path / "out.txt", "new")
    assert names_in(tmp_path) == []


def test_a_missing_folder_is_told_before_anything_is_written(tmp_path):
    with pytest.raises(ExportError, match="There is no folder"), replacing(tmp_path / "gone" / "out.txt"):
        pytest.fail("the body must not run")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(ExportError, match="is a folder"), replacing(tmp_path):
        pytest.fail("the body must not run")


def test_a_write_protected_file_is_not_replaced(tmp_path, monkeypatch):
    target = tmp_path / "out.txt"
    target.write_text("old")
    monkeypatch.setattr(os, "access", lambda *_args: False)
    with pytest.raises(ExportError, match="write-protected"), replacing(target):
        pytest.fail("the body must not run")


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EACCES, "allows no changes"), (errno.EBUSY, "open in another program"), (errno.ENAMETOOLONG, "shorter")],
)
def test_the_reason_is_told_with_what_to_do(tmp_path, number, words):
    assert words in explain(OSError(number, "x"), tmp_path / "out.txt")


def test_a_link_keeps_pointing_to_the_file_that_is_replaced(tmp_path):
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    with replacing(tmp_path / "link.txt") as temp:
        temp.write_text("new")
    assert (tmp_path / "real.txt").read_text() == "new"
    assert (tmp_path / "link.txt").is_symlink()
