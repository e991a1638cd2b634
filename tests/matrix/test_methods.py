"""The figures of the method, against what is known of the sample's design."""

import pytest

from framework_qda.matrix.methods import methods_figures
from framework_qda.model import Analyst, CellState, Informant, Interview, Organisation, Statement, Subtopic, Theme
from framework_qda.project import open_project


@pytest.fixture(scope="module")
def figures(sample_path):
    with open_project(sample_path, read_only=True) as project:
        yield methods_figures(project.read)


def test_interviews_informants_and_case_studies_are_those_of_the_design(figures):
    assert (figures.interviews, figures.informants, figures.case_studies) == (28, 29, 12)


def test_one_interview_is_joint(figures):
    assert figures.joint == 1


def test_each_kind_has_its_informants_and_interviews(figures):
    found = {each.kind: (each.took_part, each.informants, each.interviews) for each in figures.kinds}
    assert found == {"trust": (12, 17, 17), "local authority": (10, 12, 11)}


def test_ten_case_studies_have_both_agencies(figures):
    assert dict(figures.coverage) == {("local authority", "trust"): 10, ("trust",): 2}


def test_modes_are_counted(figures):
    assert figures.modes == {"telephone": 26, "face to face": 2}


def test_every_length_is_in_one_band(figures):
    assert sum(figures.lengths.bands.values()) == figures.lengths.known == 28
    assert figures.lengths.bands[75, 90] == 6


def test_every_cell_has_one_state(figures):
    assert sum(figures.chart.states.values()) == figures.chart.cells == 644


def test_an_empty_study_has_no_lengths_and_no_cells(project):
    for interview in project.read.all(Interview):
        project.delete(Interview, interview.id)
    figures = methods_figures(project.read)
    assert (figures.interviews, figures.lengths, figures.chart.cells) == (0, None, 0)


def test_the_cells_of_a_deleted_theme_are_not_counted(project):
    before = methods_figures(project.read).chart.cells
    project.delete(Theme, project.read.all(Theme)[0].id)
    assert (before, methods_figures(project.read).chart.cells) == (2, 0)


def test_an_organisation_that_declined_is_counted_apart(project):
    project.add(Organisation, kind="trust", took_part=False)
    project.add(Organisation, kind="trust")
    (kind,) = methods_figures(project.read).kinds
    assert (kind.took_part, kind.declined) == (1, 1)


def test_an_organisation_that_was_interviewed_did_take_part(project):
    organisation_id = project.add(Organisation, kind="trust", took_part=False).new_id
    interview_id = project.add(Interview, code="I02", organisation_id=organisation_id).new_id
    project.add(Informant, interview_id=interview_id)
    (kind,) = methods_figures(project.read).kinds
    assert (kind.took_part, kind.declined, kind.informants) == (1, 0, 1)


def test_what_its_own_analyst_accepted_is_not_called_read_by_a_second(project):
    interview_id = project.read.all(Interview)[0].id
    places = [(interview_id, each.id) for each in project.read.all(Subtopic)]
    for place in places:
        project.chart(*place, [Statement("s", "summary", "Words.")])
    project.accept(places[:1])
    project.analyst_id = project.add(Analyst, name="Bea Holt", initials="BH").new_id
    project.accept(places[1:])
    chart = methods_figures(project.read).chart
    assert (chart.states[CellState.REVIEWED], chart.read_by_second) == (2, 1)
