"""No two interviews are given one code, whichever way it is given."""

import pytest

from framework_qda import create_project
from framework_qda.errors import RefusedError
from framework_qda.model import Informant, Interview, NewInterview, Notes, NotesParagraph


@pytest.fixture
def project(tmp_path):
    with create_project(tmp_path / "study.fqda", title="A study", analyst_name="Ann Marsh") as made:
        made.add(Interview, code="I01")
        yield made


def codes(project):
    return [each.code for each in project.read.all(Interview)]


@pytest.mark.parametrize("code", ["I01", "i01", " I01 "])
def test_a_new_interview_is_refused_the_code_of_another(project, code):
    with pytest.raises(RefusedError, match="is the code of another interview"):
        project.add(Interview, code=code)
    assert codes(project) == ["I01"]


@pytest.mark.parametrize("code", ["I01", "i01", " I01 "])
def test_an_interview_is_refused_the_code_of_another(project, code):
    second = project.add(Interview, code="I02").new_id
    with pytest.raises(RefusedError, match="is the code of another interview"):
        project.change(Interview, second, code=code)
    assert codes(project) == ["I01", "I02"]


@pytest.mark.parametrize("code", ["I01", "i01", " I01 "])
def test_an_interview_that_notes_bring_is_refused_the_code_of_another(project, code):
    notes = Notes("notes.txt", "notes.txt", (NotesParagraph("Words."),))
    with pytest.raises(RefusedError, match="Nothing was imported"):
        project.import_notes([(NewInterview(code), notes)])
    assert codes(project) == ["I01"]


@pytest.mark.parametrize("code", ["I03", "i02", ""])
def test_any_other_code_is_given_and_its_own_stays(project, code):
    second = project.add(Interview, code="I02").new_id
    project.change(Interview, second, code=code)
    assert project.read.get(Interview, second).code == code


def test_interviews_without_a_code_are_no_doubles(project):
    _, second = (project.add(Interview).new_id for _ in range(2))
    project.change(Interview, second, code="")
    assert codes(project) == ["I01", "", ""]


def test_an_informant_may_be_called_as_an_interview(project):
    interview = project.read.all(Interview)[0]
    informant = project.add(Informant, interview_id=interview.id, code="I01").new_id
    assert project.read.get(Informant, informant).code == "I01"


def test_what_merging_brought_twice_is_changed_as_anything_else(project, monkeypatch):
    monkeypatch.setattr("framework_qda.project.project.require_free_code", lambda *_: None)
    double = project.add(Interview, code="I01").new_id
    project.change(Interview, double, code="I01", date="2024-05-01")
    assert project.read.get(Interview, double).date == "2024-05-01"


def test_the_code_of_an_interview_that_was_deleted_is_free(project):
    project.delete(Interview, project.read.all(Interview)[0].id)
    project.add(Interview, code="I01")
    assert codes(project) == ["I01"]
