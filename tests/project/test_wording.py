"""What a menu says of the next undo."""

import pytest

from framework_qda.model import CaseStudy, Interview, Statement, Subtopic

SAID = [Statement("s", "summary", "They agree.")]


@pytest.fixture
def subtopic(project):
    return project.read.all(Subtopic)[0].id


def said(project):
    return project.describe(project.next_undo())


def test_a_case_study_has_a_synopsis(project):
    case_study = project.add(CaseStudy, label="Area 4").new_id
    project.conclude("case_study", case_study, SAID)
    assert said(project) == "Edit of the synopsis of Area 4"


def test_a_subtopic_has_a_synthesis(project, subtopic):
    project.conclude("subtopic", subtopic, SAID)
    assert said(project) == "Edit of the synthesis of 1.1"


def test_what_is_concluded_of_something_that_is_gone_is_named_all_the_same(project, subtopic):
    case_study = project.add(CaseStudy, label="Area 4").new_id
    project.conclude("case_study", case_study, SAID)
    of_case = project.next_undo()
    project.conclude("subtopic", subtopic, SAID)
    of_subtopic = project.next_undo()
    project.delete(CaseStudy, case_study)
    project.delete(Subtopic, subtopic)
    for action in (of_case, of_subtopic):
        assert project.describe(action) == "Edit of a synopsis or synthesis"


def test_cells_to_be_looked_at_are_called_so(project, subtopic):
    project.chart(project.read.all(Interview)[0].id, subtopic, SAID, "charted")
    project.note_revision(subtopic, "Narrower")
    assert said(project) == "Marking of cells to be looked at again"
    project.settle([(project.read.all(Interview)[0].id, subtopic)])
    assert said(project) == "Saying that cells still fit"
