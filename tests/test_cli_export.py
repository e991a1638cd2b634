"""What the command writes for others: no export tells where or who, wherever in the project that was written."""

import re
import zipfile

import pytest

from framework_qda.cli_export import write
from framework_qda.io.disclosing import TELLING_PLACES
from framework_qda.model import CaseStudy, CellState, Interview, Notice, Organisation, Statement, Study, Subtopic, Theme
from tests.reference.small_study import compare, make_study, tag_a_cell

SAID = "Areas 1 and 2, area\u00a09, I03, i02b and Hospital A"
TOLD = ("area 1", "area 2", "areas 1", "area 9", "area\u00a09", "i03", "i02b", "hospital a")
OPTIONS = {
    "public": True,
    "has_notes": True,
    "has_references": True,
    "has_tags": True,
    "paper": "A4",
    "group_by": "theme",
    "guidance": True,
}


@pytest.fixture
def told(tmp_path):
    """A study that says where and who in every text that an export takes from it; one area has no interview."""
    study = make_study(tmp_path / "told.fqda")
    compare(study)
    project = study.project
    study.add("area9", CaseStudy, label="Area 9")
    project.change(Study, study.read.study().id, title=f"On {SAID}", aims=f"To understand {SAID}.")
    project.change(Theme, study["theme1"], title=f"Theme of {SAID}")
    definition = f"What {SAID} say."
    project.change(Subtopic, study["1.2"], label=f"Letters of {SAID}", definition=definition)
    tag_a_cell(study, f"Tag {SAID}")
    study.chart("I01", "1.2", ("summary", f"Unlike {SAID}."), ("note", f"See {SAID}."), state=CellState.CHARTED)
    project.judge(study["area2"], study["1.2"], verdict="agree", note=f"As {SAID}.")
    project.conclude("case_study", study["area2"], [Statement("s1", "summary", f"Here {SAID} meet.", ())])
    project.conclude("subtopic", study["2.1"], [Statement("s2", "summary", f"Both {SAID} do.", ())])
    yield study
    project.close()


@pytest.fixture
def renamed(tmp_path):
    """A study whose areas, interview and organisation were called otherwise when its cells were charted."""
    study = make_study(tmp_path / "renamed.fqda")
    project = study.project
    project.change(CaseStudy, study["area1"], label="Seaborough")
    study.chart("I01", "1.2", ("summary", "As in Seaborough, the Lantern said to MIA09 and to B-gone."))
    project.change(Organisation, study["org_la"], label="Lantern")
    project.change(Organisation, study["org_la"], label="Council of Area 1")
    project.change(CaseStudy, study["area1"], label="Area 1")
    project.change(Interview, study["I01"], code="MIA09")
    project.change(Interview, study["I01"], code="I01")
    study.add("gone", Interview, code="B-gone")
    project.delete(Interview, study["gone"])
    yield study
    project.close()


def test_what_was_called_otherwise_before_or_is_deleted_is_not_told_either(renamed, tmp_path):
    path = tmp_path / "matrices.xlsx"
    write(renamed.project.overview, "matrices", path, OPTIONS)
    words = words_of(path)
    assert [each for each in ("seaborough", "lantern", "mia09", "b-gone") if each in words] == []
    assert "the [local authority] said to [a1] and to [name left out]" in words.replace("[b1]", "[a1]")


def test_a_name_that_was_only_half_typed_is_no_former_name(renamed, tmp_path):
    renamed.project.change(CaseStudy, renamed["area2"], label="The")
    renamed.project.change(CaseStudy, renamed["area2"], label="The Haven")
    path = tmp_path / "matrices.xlsx"
    write(renamed.project.overview, "matrices", path, OPTIONS)
    assert "the [local authority] said" in words_of(path)


def words_of(path):
    """Return all that a file holds, in small letters, without the marks of its format."""
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as package:
            text = "\n".join(package.read(name).decode("utf-8") for name in package.namelist())
    else:
        text = path.read_text(encoding="utf-8")
    return re.sub(r"<[^>]*>", "", text).casefold()


@pytest.mark.parametrize(
    "target",
    [
        "matrices.xlsx",
        "quotes.docx",
        "sample_table.docx",
        "methods.txt",
        "case_sheets.docx",
        "theme_sheets.docx",
        "verdicts.xlsx",
        "verdicts.txt",
        "map.svg",
        "map.xlsx",
    ],
)
def test_no_export_for_others_tells_where_or_who(told, tmp_path, target):
    path = tmp_path / target
    write(told.project.overview, path.stem, path, OPTIONS)
    words = words_of(path)
    assert "case study a" in words or path.stem == "methods"
    assert [each for each in TOLD if each in words] == []


def test_the_list_of_themes_is_the_same_for_all_and_warns(told, tmp_path):
    path = tmp_path / "framework_list.docx"
    warnings = write(told.project.overview, path.stem, path, OPTIONS)
    assert "hospital a" in words_of(path)
    assert [each for each in warnings if isinstance(each, Notice) and each.kind is TELLING_PLACES]


def test_the_team_reads_what_was_written(told, tmp_path):
    path = tmp_path / "matrices.xlsx"
    write(told.project.overview, "matrices", path, OPTIONS | {"public": False})
    assert [each for each in TOLD if each not in words_of(path)] == []
