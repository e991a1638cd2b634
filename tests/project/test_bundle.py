"""Actions that are committed together."""

import pytest

from framework_qda import open_project
from framework_qda.errors import RefusedError
from framework_qda.model import CaseStudy, Interview, Notes, NotesParagraph
from framework_qda.project.backup import list_backups


def labels_in(path):
    with open_project(path, read_only=True) as reader:
        return [case_study.label for case_study in reader.read.all(CaseStudy)]


def test_nothing_reaches_the_file_before_the_end(project):
    with project.bundle():
        project.add(CaseStudy, label="Area 2")
        assert labels_in(project.path) == ["Area 1"]
    assert labels_in(project.path) == ["Area 1", "Area 2"]


def test_each_action_can_be_undone_alone(project):
    with project.bundle():
        project.add(CaseStudy, label="Area 2")
        project.add(CaseStudy, label="Area 3")
    project.undo()
    assert labels_in(project.path) == ["Area 1", "Area 2"]


def test_a_block_that_raises_leaves_the_file_as_it_was(project):
    def add_and_fail():
        with project.bundle():
            project.add(CaseStudy, label="Area 2")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add_and_fail()
    project.close()
    assert labels_in(project.path) == ["Area 1"]


def test_an_action_that_is_refused_leaves_the_others(project):
    with project.bundle():
        project.add(CaseStudy, label="Area 2")
        with pytest.raises(RefusedError):
            project.change(CaseStudy, "no such id", label="Area 9")
        project.add(CaseStudy, label="Area 3")
    assert labels_in(project.path) == ["Area 1", "Area 2", "Area 3"]
    assert project.verify() == []


def test_bundles_can_stand_in_bundles(project):
    with project.bundle():
        with project.bundle():
            project.add(CaseStudy, label="Area 2")
        assert labels_in(project.path) == ["Area 1"]
    assert labels_in(project.path) == ["Area 1", "Area 2"]


def test_no_back_up_is_made_within(project):
    interview_id = project.read.all(Interview)[0].id
    before = len(list_backups(project.project_id))
    with project.bundle():
        project.import_notes([(interview_id, Notes("more.txt", "01", (NotesParagraph("More."),)))])
    assert len(list_backups(project.project_id)) == before
