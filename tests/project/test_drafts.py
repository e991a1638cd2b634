"""What is being typed is kept without waiting, and found again after a death."""

import shutil
import sqlite3
import threading
import time
from contextlib import closing

from framework_qda import open_project
from framework_qda.model import Interview, Statement, Subtopic

WORDS = (Statement("st", "summary", "half a sent"),)


def a_cell(project):
    return project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id


def test_a_draft_left_over_is_found_on_opening(project, project_path):
    cell = a_cell(project)
    project.drafts.keep(*cell, WORDS)
    project.close()
    with open_project(project_path) as again:
        found = again.left_over_drafts()
        assert [(draft.interview_id, draft.subtopic_id, draft.statements) for draft in found] == [(*cell, WORDS)]


def test_the_newest_words_of_a_cell_are_kept(project):
    cell = a_cell(project)
    for n in range(50):
        project.drafts.keep(*cell, (Statement("st", "summary", f"word {n}"),))
    project.drafts.flush()
    assert [draft.statements[0].text for draft in project.left_over_drafts()] == ["word 49"]


def test_a_dropped_draft_is_gone(project, project_path):
    cell = a_cell(project)
    project.drafts.keep(*cell, WORDS)
    project.close()
    with open_project(project_path) as again:
        again.drafts.drop(*cell)
        again.drafts.flush()
        assert again.left_over_drafts() == []


def test_keeping_does_not_wait_for_the_disk(project, monkeypatch):
    blocked = threading.Event()
    monkeypatch.setattr("framework_qda.project.drafts._write", lambda connection, drafts: blocked.wait(5))
    for _ in range(100):
        project.drafts.keep(*a_cell(project), WORDS)
    assert not blocked.is_set()
    blocked.set()
    project.drafts.flush()


def test_a_draft_is_nobodys_change(project):
    before = len(list(project.entries()))
    project.drafts.keep(*a_cell(project), WORDS)
    project.drafts.flush()
    assert len(list(project.entries())) == before
    assert project.verify() == []


def test_nothing_is_kept_of_a_project_opened_for_reading(project, project_path):
    with open_project(project_path) as second:
        second.drafts.keep(*a_cell(project), WORDS)
        second.drafts.flush()
    assert project.left_over_drafts() == []


def test_a_draft_that_the_disk_refuses_is_kept_once_the_file_is_back(project, project_path, tmp_path, monkeypatch):
    monkeypatch.setattr("framework_qda.project.drafts.RETRY_S", 0.01)
    away = project_path.rename(tmp_path / "moved.fqda")
    project.drafts.keep(*a_cell(project), WORDS)
    wait_until(lambda: project.drafts.unkept)
    assert [draft.statements for draft in project.drafts.unkept] == [WORDS]
    away.rename(project_path)
    wait_until(lambda: not project.drafts.unkept)
    assert [draft.statements for draft in project.left_over_drafts()] == [WORDS]


def test_drafts_are_kept_on_after_a_file_that_was_moved_is_back(project, project_path, tmp_path):
    project.drafts.keep(*a_cell(project), (Statement("st", "summary", "half"),))
    project.drafts.flush()
    project.drafts.keep(*a_cell(project), (Statement("st", "summary", "half a"),))
    away = project_path.rename(tmp_path / "moved.fqda")
    project.drafts.keep(*a_cell(project), (Statement("st", "summary", "half a sen"),))
    project.drafts.flush()
    away.rename(project_path)
    project.drafts.keep(*a_cell(project), WORDS)
    project.drafts.flush()
    assert [draft.statements for draft in project.left_over_drafts()] == [WORDS]


def test_no_draft_is_written_into_another_file_at_the_place_of_the_project(project, project_path, tmp_path):
    kept = tmp_path / "moved.fqda"
    shutil.copy(project_path, tmp_path / "other.fqda")
    project_path.rename(kept)
    (tmp_path / "other.fqda").rename(project_path)
    project.drafts.keep(*a_cell(project), WORDS)
    project.drafts.flush()
    assert project.drafts.unkept
    with closing(sqlite3.connect(project_path)) as other:
        assert other.execute("select count(*) from draft").fetchone() == (0,)


def wait_until(is_so):
    end = time.monotonic() + 5
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.005)
