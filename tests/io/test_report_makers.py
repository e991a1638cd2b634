import pytest

from framework_qda.io.report_makers import MAKERS, make_report, write_by_name
from tests.reference.small_study import compare


@pytest.mark.parametrize("name", list(MAKERS))
def test_every_report_is_made_and_written_by_its_name(study, tmp_path, name):
    compare(study)
    report = make_report(name, study.read, {})
    assert report.sheets
    write_by_name(name, study.read, tmp_path / "report.docx", {})
    assert (tmp_path / "report.docx").read_bytes()[:2] == b"PK"


def test_verdicts_have_a_format_of_their_own(study, tmp_path):
    compare(study)
    write_by_name("verdicts", study.read, tmp_path / "v.xlsx", {"is_public": True})
    assert (tmp_path / "v.xlsx").read_bytes()[:2] == b"PK"
