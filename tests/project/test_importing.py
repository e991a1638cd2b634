"""Notes bring new interviews and case studies with them, as one action."""

import pytest

from framework_qda.errors import RefusedError
from framework_qda.model import CaseStudy, Document, Interview, NewInterview, Notes, NotesParagraph


def notes(name="notes.txt"):
    return Notes(name, name, (NotesParagraph("Words."),))


def shape(project):
    cases = {each.id: each.label for each in project.read.all(CaseStudy)}
    return [(each.code, cases.get(each.case_study_id, "")) for each in project.read.all(Interview)]


def test_new_interviews_stand_last_in_their_case_studies_which_are_made_too(project):
    before = shape(project)
    label = project.read.all(CaseStudy)[0].label
    project.import_notes(
        [
            (NewInterview("K1", "North"), notes("a")),
            (NewInterview("K2", label.upper()), notes("b")),
            (NewInterview("K3", "north"), notes("c")),
            (NewInterview("K4"), notes("d")),
        ]
    )
    assert set(shape(project)) == {*before, ("K1", "North"), ("K2", label), ("K3", "North"), ("K4", "")}
    assert [each.label for each in project.read.all(CaseStudy)] == [label, "North"]
    assert [each.code for each in project.read.interviews(project.read.all(CaseStudy)[0].id)][-1] == "K2"


def test_it_is_one_step_for_undo(project):
    before = shape(project), project.read.all(Document)
    project.import_notes([(NewInterview("K1", "North"), notes("a")), (NewInterview("K1", "North"), notes("b"))])
    assert len(project.read.all(Document)) == len(before[1]) + 2
    assert [each for each in shape(project) if each[0] == "K1"] == [("K1", "North")]
    project.undo()
    assert (shape(project), project.read.all(Document)) == before
    assert project.verify() == []


@pytest.mark.parametrize("code", ["i01", ""])
def test_a_new_interview_with_the_code_of_another_or_none_is_refused(project, code):
    before = shape(project)
    with pytest.raises(RefusedError, match="Nothing was imported"):
        project.import_notes([(NewInterview("K1"), notes("a")), (NewInterview(code), notes("b"))])
    assert shape(project) == before
