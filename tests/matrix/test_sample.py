import pytest

from framework_qda.matrix.sample import NO_KIND, build_sample_table
from framework_qda.model import Attribute, CaseStudy, Informant, Interview, Organisation
from framework_qda.project import open_project


@pytest.fixture(scope="module")
def sample_reader(sample_path):
    with open_project(sample_path, read_only=True) as project:
        yield project.read


def test_there_is_a_row_for_each_case_study_in_order(sample_reader):
    table = build_sample_table(sample_reader)
    assert [row.label for row in table.rows] == [f"Area {number}" for number in range(1, 13)]


def test_informants_of_a_joint_interview_stand_together(sample_reader):
    table = build_sample_table(sample_reader)
    groups = [group for row in table.rows for field in row.fields for group in field.groups if len(group) > 1]
    assert len(groups) == 1


def test_all_interviews_are_in_the_table(sample_reader):
    table = build_sample_table(sample_reader)
    assert sum(field.interviews for row in table.rows for field in row.fields) == 28


def test_case_studies_are_spread_over_the_values_of_their_attributes(sample_reader):
    spread = build_sample_table(sample_reader).spread
    assert sum(spread["Service model"].values()) == 12


def test_an_organisation_that_took_no_part_declined(project):
    case_study_id = project.read.all(CaseStudy)[0].id
    project.add(Organisation, kind="trust", case_study_id=case_study_id, took_part=False)
    table = build_sample_table(project.read)
    assert [field.is_declined for field in table.rows[0].fields] == [True, False]


def test_an_interview_of_no_organisation_has_a_column_of_its_own(project):
    table = build_sample_table(project.read)
    assert (table.kinds, table.rows[0].fields[0].interviews) == ((NO_KIND,), 1)


def test_an_interview_of_no_case_study_has_a_row_of_its_own(project):
    project.add(Interview, code="I02")
    assert [row.label for row in build_sample_table(project.read).rows] == ["Area 1", "No case study"]


def test_the_public_table_names_no_area_and_no_role_in_its_rows(sample_reader):
    table = build_sample_table(sample_reader, is_public=True)
    assert {row.label for row in table.rows} == {f"Case study {letter}" for letter in "ABCDEFGHIJKL"}
    assert not [group for row in table.rows for field in row.fields for group in field.groups if group]
    assert not [row.facts for row in table.rows if row.facts]


def test_the_public_table_still_counts_roles_over_all(sample_reader):
    roles = build_sample_table(sample_reader, is_public=True).roles
    assert sum(roles["trust"].values()) == 17


def test_attributes_that_tell_where_are_left_out_of_the_public_table(project):
    case_study_id = project.read.all(CaseStudy)[0].id
    hidden = project.add(Attribute, label="Region", level="case_study").new_id
    project.set_attribute(hidden, case_study_id, "North")
    assert build_sample_table(project.read, [hidden]).spread == {"Region": {"North": 1}}
    assert build_sample_table(project.read, [hidden], is_public=True).spread == {}


def test_a_role_that_is_not_given_is_said(project):
    project.add(Informant, interview_id=project.read.all(Interview)[0].id)
    assert build_sample_table(project.read).roles == {NO_KIND: {"role not recorded": 1}}
