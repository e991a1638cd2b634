"""One holder at a time, known by name, and none left behind by the dead."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from framework_qda.project.lock import Holder, SessionLock, acquire, lock_path

SINCE = datetime(2026, 3, 1, 14, 2, tzinfo=UTC)
HOLD = """
import sys, time
from datetime import datetime, UTC
from pathlib import Path
from framework_qda.project.lock import acquire
lock = acquire(Path(sys.argv[1]), datetime.now(UTC))
lock.name_holder("Ann Marsh")
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "study.fqda"


def test_the_second_is_told_who_holds_it(path):
    lock = acquire(path, SINCE)
    lock.name_holder("Ann Marsh")
    found = acquire(path, SINCE)
    assert isinstance(found, Holder)
    assert "Ann Marsh" in found.describe()
    assert "another window" in found.describe()
    lock.release()


def test_releasing_lets_the_next_in_and_leaves_no_file(path):
    acquire(path, SINCE).release()
    lock = acquire(path, SINCE)
    assert isinstance(lock, SessionLock)
    lock.release()
    assert not lock_path(path).exists()


def test_releasing_twice_harms_nobody(path):
    lock = acquire(path, SINCE)
    lock.release()
    other = acquire(path, SINCE)
    lock.release()
    assert isinstance(acquire(path, SINCE), Holder)
    other.release()


def test_a_killed_holder_leaves_no_lock(path):
    child = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "held\n"
    assert isinstance(acquire(path, SINCE), Holder)
    child.kill()
    child.communicate()
    lock = acquire(path, SINCE)
    assert isinstance(lock, SessionLock)
    lock.release()


def test_another_computer_is_named():
    assert "on the computer desk-7" in Holder("Ann Marsh", "desk-7", SINCE.isoformat()).describe()


def test_an_unreadable_lock_file_is_somebody(path):
    lock = acquire(path, SINCE)
    lock_path(path).write_bytes(b"\xff\xff")
    assert acquire(path, SINCE).describe().startswith("somebody")
    lock.release()
