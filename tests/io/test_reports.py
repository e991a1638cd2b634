"""Reports as they come out of a project: sample table, framework list, figures of the method."""

import zipfile

import pytest

from framework_qda.errors import ExportError
from framework_qda.io.reports import framework_report, methods_report, sample_report, write_report
from framework_qda.io.sheet import words_of
from framework_qda.model import CaseStudy, Organisation, Subtopic, Theme
from tests.reference import golden, hostile


@pytest.fixture
def declined(study):
    """Give the study an organisation that took no part."""
    study.add("org_la2", Organisation, label="County", kind="local authority", case_study_id=study["area2"])
    study.project.change(Organisation, study["org_la2"], took_part=False)
    return study


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("sample.txt", sample_report),
        ("sample_public.txt", lambda reader: sample_report(reader, is_public=True)),
        ("framework.txt", framework_report),
        ("framework_guidance.txt", lambda reader: framework_report(reader, has_guidance=True)),
        ("methods.txt", methods_report),
    ],
)
def test_the_document_is_as_it_was_when_last_looked_at(declined, tmp_path, name, make):
    path = tmp_path / "report.docx"
    assert write_report(make(declined.read), path) == []
    golden.check(name, golden.describe_sheets(path))


def test_an_organisation_that_took_no_part_did_not_participate(declined):
    (row,) = [row for row in sample_report(declined.read).sheets[0].rows if words_of(row.head) == "Area 2"]
    assert "Did not participate" in [words_of(cell.runs) for cell in row.cells]


@pytest.mark.parametrize("make", [methods_report, lambda reader: sample_report(reader, is_public=True)])
def test_what_is_public_names_no_area_no_code_and_no_organisation(study, tmp_path, make):
    path = tmp_path / "report.docx"
    write_report(make(study.read), path)
    with zipfile.ZipFile(path) as package:
        whole = b"".join(package.read(name) for name in package.namelist())
    for word in ("Area 1", "I01", "Council", "Hospital A", "North", "Ann Marsh"):
        assert word.encode() not in whole


def test_roles_stand_in_no_row_of_the_public_sample(study):
    sample = sample_report(study.read, is_public=True).sheets[0]
    assert not [cell for row in sample.rows for cell in row.cells if "Named" in words_of(cell.runs)]


def test_an_empty_project_has_its_reports(project, tmp_path):
    for record_type in (CaseStudy, Theme):
        project.delete(record_type, project.read.all(record_type)[0].id)
    for number, make in enumerate((methods_report, framework_report, sample_report)):
        write_report(make(project.read), tmp_path / f"{number}.docx")
    assert len(list(tmp_path.glob("*.docx"))) == 3


@pytest.mark.parametrize(("text", "clean"), list(zip(hostile.TEXTS, hostile.CLEAN, strict=True)))
def test_any_text_of_a_user_comes_out_as_it_is(project, tmp_path, text, clean):
    project.change(Subtopic, project.read.all(Subtopic)[0].id, label="Label", definition=text)
    path = tmp_path / "report.txt"
    write_report(framework_report(project.read), path)
    assert clean.strip() in path.read_text(encoding="utf-8-sig")


def test_a_format_that_is_not_known_is_refused(study, tmp_path):
    with pytest.raises(ExportError, match=r"must be one of \.docx"):
        write_report(methods_report(study.read), tmp_path / "report.odt")
    assert list(tmp_path.glob("report*")) == []
