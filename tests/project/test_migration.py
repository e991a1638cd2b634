"""A project of an older format opens as it was, with what this version adds, and its first bytes are kept."""

import gzip
import shutil
import sqlite3
from pathlib import Path

import pytest

from framework_qda import open_project
from framework_qda.errors import ProjectFileError
from framework_qda.model import CaseStudy, Cell, Comment, Extract, Interview, Statement, Subtopic, Tag, Verdict
from framework_qda.project.backup import list_backups
from framework_qda.project.opening import format_version
from framework_qda.project.schema import FORMAT_VERSION

FILES = Path(__file__).parent.parent / "files"


def unpacked(number, path):
    """Return a project of a format at `path`."""
    with gzip.open(FILES / f"format-{number}.fqda.gz") as packed, path.open("wb") as file:
        shutil.copyfileobj(packed, file)
    return path


@pytest.fixture
def old_path(tmp_path):
    return unpacked(1, tmp_path / "old.fqda")


@pytest.mark.parametrize("number", range(1, FORMAT_VERSION))
def test_a_project_of_every_older_format_is_brought_up_to_date_and_sound(number, tmp_path):
    path = unpacked(number, tmp_path / "old.fqda")
    assert format_version(path) == number
    with open_project(path) as project:
        assert project.verify() == []
        assert {each.code for each in project.read.all(Interview)} == {"I01", "I02", "I03", "I04"}
    assert format_version(path) == FORMAT_VERSION


def test_a_project_of_the_second_format_keeps_all_that_it_had(tmp_path):
    with open_project(unpacked(2, tmp_path / "old.fqda")) as project:
        assert [each.label for each in project.read.all(Tag)] == ["consent"]
        assert len(project.read.all(Verdict)) == 3
        assert len(project.read.quotations()) == 2
        assert all(each.guide_words_max is None for each in project.read.all(Subtopic))


def test_an_old_project_is_brought_up_to_date_and_sound(old_path):
    assert format_version(old_path) == 1
    with open_project(old_path) as project:
        assert not project.is_read_only
        assert project.verify() == []
        assert {each.code for each in project.read.all(Interview)} == {"I01", "I02", "I03", "I04"}
        assert len(project.read.all(Cell)) == 5
        assert len(project.read.all(Extract)) == 5
        assert [each.text for each in project.read.all(Comment)] == ["Which list?"]
    assert format_version(old_path) == FORMAT_VERSION


def test_it_can_be_worked_in_and_opened_again(old_path):
    with open_project(old_path) as project:
        tag_id = project.add(Tag, label="consent").new_id
    with open_project(old_path) as project:
        assert project.read.get(Tag, tag_id).label == "consent"
        assert project.verify() == []


def test_a_verified_back_up_of_the_old_file_is_kept(old_path):
    with open_project(old_path) as project:
        backup = next(each for each in list_backups(project.project_id) if each.reason == "migration")
    assert format_version(backup.path) == 1


def test_an_old_project_that_may_only_be_read_is_not_touched(old_path):
    before = old_path.read_bytes()
    with open_project(old_path, read_only=True) as project:
        assert project.read.all(Tag) == []
        assert len(project.read.all(Cell)) == 5
    assert old_path.read_bytes() == before


def test_the_history_from_before_is_still_told(old_path):
    with open_project(old_path) as project:
        assert {action.label for action in project.recent_actions()} >= {"comment.add", "case_study.change"}


def test_the_old_synopsis_stands_in_for_a_synthesis_until_one_is_written(old_path):
    with open_project(old_path) as project:
        case_study = project.read.all(CaseStudy)[0]
        shown = project.read.synthesis("case_study", case_study.id)
        assert [each.text for each in shown.content] == [
            "The two agencies share a corridor.",
            "Nobody compares the lists.",
        ]
        project.conclude("case_study", case_study.id, [*shown.content, Statement("new", "note", "Look again.")])
        assert [each.text for each in project.read.synthesis("case_study", case_study.id).content][2] == "Look again."


def test_an_old_file_with_a_foreign_trigger_is_refused(old_path):
    connection = sqlite3.connect(old_path, isolation_level=None)
    connection.execute("create trigger t after insert on change begin delete from meta; end")
    connection.close()
    with pytest.raises(ProjectFileError, match="does not have the tables"):
        open_project(old_path)
    assert format_version(old_path) == 1
