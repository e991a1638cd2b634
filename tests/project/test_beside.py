"""A long action on a connection of its own, in another thread."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from framework_qda.errors import NotSavedError
from framework_qda.model import Interview, Notes, NotesParagraph
from framework_qda.project import create_project


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with create_project(tmp_path / "study.fqda", title="Study", analyst_name="Ann") as made:
        yield made


def in_thread(work):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def add_beside(project, count, step):
    def work():
        with project.beside(step) as other:
            interview_id = other.add(Interview, code="I01").new_id
            notes = [(interview_id, Notes(f"{n}.txt", f"{n:064}", (NotesParagraph("Word."),))) for n in range(count)]
            return other.import_notes(notes)

    return in_thread(work)


def test_what_is_done_beside_is_there_and_can_be_undone_here(project):
    project.catch_up(add_beside(project, 2, lambda _done, _total: None))
    assert (project.read.counts()["document"], project.next_undo().label) == (2, "document.import")
    project.undo()
    assert project.read.counts()["document"] == 0


def test_what_is_written_here_afterwards_follows_on(project):
    project.catch_up(add_beside(project, 2, lambda _done, _total: None))
    project.add(Interview, code="I02")
    assert project.verify() == []


def test_it_tells_how_far_it_is(project):
    steps = []
    add_beside(project, 30, lambda done, total: steps.append(done / total))
    assert len(steps) >= 60
    assert max(steps) > 0.6


def test_a_step_that_raises_leaves_nothing_of_the_action(project):
    def stop(done, total):
        if total > 3 and done * 2 > total:
            raise NotSavedError("Stopped.")

    with pytest.raises(NotSavedError):
        add_beside(project, 30, stop)
    project.catch_up(project.add(Interview, code="I02"))
    assert (project.read.counts()["document"], project.verify()) == (0, [])


def test_a_file_that_was_replaced_is_not_written_to(project):
    path = project.path
    moved = path.rename(path.with_name("moved.fqda"))
    Path(path).write_bytes(moved.read_bytes())
    before = path.read_bytes()
    with pytest.raises(NotSavedError, match="moved"):
        add_beside(project, 1, lambda _done, _total: None)
    assert path.read_bytes() == before
