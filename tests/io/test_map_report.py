from datetime import date

import pytest

from framework_qda.errors import ExportError
from framework_qda.io.map_report import map_report, write_map
from framework_qda.model import Interview


@pytest.mark.parametrize("suffix", [".svg", ".xlsx"])
def test_the_ending_tells_the_format(study, tmp_path, suffix):
    path = tmp_path / f"map{suffix}"
    assert write_map(map_report(study.project.overview, made_on=date(2026, 3, 2)), path) == []
    assert path.read_bytes()[:2] == (b"<?" if suffix == ".svg" else b"PK")


def test_another_ending_is_refused(study, tmp_path):
    with pytest.raises(ExportError, match=r"\.svg, \.png, \.xlsx"):
        write_map(map_report(study.project.overview), tmp_path / "map.gif")


def test_the_public_map_names_no_area_and_no_interview(study, tmp_path):
    path = tmp_path / "map.svg"
    write_map(map_report(study.project.overview, is_public=True), path)
    text = path.read_text(encoding="utf-8")
    assert "Case study A" in text
    assert not [word for word in ("Area", "I01", "I03") if word in text]


def test_nothing_yet_is_no_map(project):
    project.delete(Interview, project.read.all(Interview)[0].id)
    with pytest.raises(ExportError, match="no map"):
        map_report(project.overview)
