"""What is being typed is kept without waiting, and found again after a death."""

import threading

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
