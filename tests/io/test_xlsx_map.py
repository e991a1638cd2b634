"""The map as a workbook: states in words, figures as figures."""

import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from framework_qda.io.printable import Printable
from framework_qda.io.xlsx_map import export_map
from framework_qda.matrix.board import read_map
from framework_qda.matrix.neutral import neutral_map
from framework_qda.model import CaseStudy, Interview, Subtopic
from tests.reference import golden, hostile


@pytest.fixture
def path(tmp_path):
    return tmp_path / "map.xlsx"


def export(study, path, *, is_public=False):
    board = read_map(study.project.overview)
    printable = Printable()
    export_map(neutral_map(board) if is_public else board, "The study", path, date(2026, 3, 2), printable)
    return load_workbook(path)


@pytest.mark.parametrize(("name", "is_public"), [("map.txt", False), ("map_public.txt", True)])
def test_the_workbook_is_as_it_was_when_last_looked_at(study, path, name, is_public):
    export(study, path, is_public=is_public)
    golden.check(name, golden.describe_workbook(path))


def test_states_can_be_filtered_and_counted(study, path):
    sheet = export(study, path)["States"]
    assert sheet.auto_filter.ref == "A4:I8"
    assert [cell.value for cell in sheet["F"]].count("not asked") == 1


def test_figures_are_numbers(study, path):
    sheet = export(study, path)["Counts"]
    assert [cell.value for cell in sheet[2]][:3] == ["All cells", 20, 15]


@pytest.mark.parametrize(("text", "clean"), list(zip(hostile.TEXTS, hostile.CLEAN, strict=True)))
def test_any_label_stays_a_text(study, path, text, clean):
    study.project.change(Subtopic, study["1.1"], label="x")
    study.project.change(CaseStudy, study["area1"], label=text)
    study.project.change(Interview, study["I01"], code=text)
    cell = export(study, path)["States"]["A5"]
    assert cell.data_type == "s"
    assert cell.value == clean[:32767]


def test_nothing_says_who_made_it(study, path):
    export(study, path)
    with zipfile.ZipFile(path) as book:
        facts = book.read("docProps/core.xml")
    assert b"creator" not in facts
    assert b"lastModifiedBy" not in facts
