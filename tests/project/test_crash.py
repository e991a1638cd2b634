"""A process that is killed while it edits, imports and backs up loses nothing that it had acknowledged."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from framework_qda import open_project
from framework_qda.project.backup import list_backups, verified_connection

ENOUGH = 200


@pytest.mark.slow
def test_every_acknowledged_action_survives_being_killed(project, project_path):
    project.close()
    acknowledged: list[str] = []
    dice = random.Random(7)
    kills = 0
    while len(acknowledged) < ENOUGH:
        acknowledged += edited_until_killed(project_path, seed=kills, lines=dice.randint(3, 40))
        kills += 1
        assert_sound(project_path, acknowledged)
    assert kills > 3
    for backup in list_backups(project.project_id):
        verified_connection(backup.path).close()


def edited_until_killed(path, seed, lines):
    """Let a child edit until it has said so many actions, then kill it in the middle of what follows."""
    worker = Path(__file__).with_name("crash_worker.py")
    child = subprocess.Popen([sys.executable, worker, str(path), str(seed)], stdout=subprocess.PIPE, text=True)
    said = [child.stdout.readline().strip() for _ in range(lines)]
    child.kill()
    rest, _ = child.communicate(timeout=30)
    complete = rest.split("\n")[:-1]
    return [line for line in [*said, *complete] if line]


def assert_sound(path, acknowledged):
    with open_project(path, read_only=True) as project:
        assert project.read.study().title == "A study"
    with open_project(path) as project:
        assert not project.is_read_only, "a dead holder left its lock"
        written = {entry.action for entry in project.entries()}
        assert set(acknowledged) <= written
        assert project.verify() == []
