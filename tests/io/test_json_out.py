"""Everything as JSON: complete, flat, linked by ids, documented."""

import json
import re
from pathlib import Path

import pytest

from framework_qda.errors import ExportError
from framework_qda.io.json_out import export_json
from framework_qda.model import Analyst, CaseStudy, Consent, Extract, Interview, Organisation, Study, Subtopic, Theme
from tests.reference import golden
from tests.reference.small_study import edit_quotations, record, remark

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "json-export.md"
HEAD = ["format", "format_version", "project"]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "study.json"


@pytest.fixture
def edited(study):
    """The study with quotations edited for print, a recording and remarks."""
    edit_quotations(study)
    record(study)
    remark(study)
    return study


def exported(study, path):
    export_json(study.read, path)
    return json.loads(path.read_text(encoding="utf-8"))


def ids(found, key):
    return [each["id"] for each in found[key]]


def test_the_file_is_as_it_was_when_last_looked_at(study, path):
    export_json(study.read, path)
    golden.check("study.json", path.read_text(encoding="utf-8"))


def test_quotations_recordings_and_comments_are_as_they_were_when_last_looked_at(edited, path):
    found = exported(edited, path)
    lines = [
        json.dumps(each, ensure_ascii=False) for key in ("quotations", "recordings", "comments") for each in found[key]
    ]
    golden.check("study_edited.json", "\n".join(lines) + "\n")


def test_the_keys_are_the_nouns_of_the_project(study, path):
    assert list(exported(study, path)) == [
        *HEAD,
        "analysts",
        "case_studies",
        "organisations",
        "interviews",
        "informants",
        "attributes",
        "attribute_values",
        "documents",
        "paragraphs",
        "recordings",
        "themes",
        "subtopics",
        "revisions",
        "tags",
        "cells",
        "statements",
        "conclusions",
        "verdicts",
        "extracts",
        "quotations",
        "comments",
        "dictionary_words",
        "conflicts",
    ]


def test_everything_that_is_visible_is_there(edited, path):
    found = exported(edited, path)
    counts = edited.read.counts()
    for key, name in (
        ("case_studies", "case_study"),
        ("interviews", "interview"),
        ("attribute_values", "attribute_value"),
        ("paragraphs", "paragraph"),
        ("cells", "cell"),
        ("extracts", "extract"),
        ("quotations", "quotation"),
        ("recordings", "recording"),
        ("comments", "comment"),
    ):
        assert len(found[key]) == counts[name] > 0


def test_every_reference_leads_to_an_object(edited, path):
    study = edited
    study.project.delete(Analyst, study.project.analyst_id)
    study.project.delete(Organisation, study["org_la"])
    study.project.delete(Extract, study["lists"])
    study.project.delete(Theme, study["theme2"])
    study.project.delete(CaseStudy, study["area2"])
    found = exported(study, path)
    known = {each["id"] for key, objects in found.items() if key not in HEAD for each in objects if "id" in each}
    for key, objects in found.items():
        for each in objects if key not in HEAD else ():
            for name, value in each.items():
                if name.endswith("_id") and value is not None:
                    assert value in known, (key, name)
                if name.endswith("_ids"):
                    assert set(value) <= known, (key, name)


def test_words_stand_under_text(study, path):
    found = exported(study, path)
    assert found["statements"][0]["text"].startswith("Reads each sheet")
    assert found["paragraphs"][0]["text"] == "What happens when somebody forgets?"
    assert {each["text"] for each in found["quotations"]} >= {"‘it’s the “tenth” you do it for’"}


def test_statements_know_their_cell_and_their_extracts(study, path):
    found = exported(study, path)
    statement = next(each for each in found["statements"] if each["kind"] == "own_words")
    cell = next(each for each in found["cells"] if each["id"] == statement["cell_id"])
    assert (cell["interview_id"], cell["subtopic_id"]) == (study["I02"], study["1.2"])
    assert statement["id"] in cell["statement_ids"]
    assert statement["extract_ids"] == [study["tenth"]]


def test_interviews_stand_in_the_one_row_order(study, path):
    assert [each["code"] for each in exported(study, path)["interviews"]] == ["I01", "I02", "I03", "I04"]


def test_subtopics_carry_their_numbers(study, path):
    subtopics = exported(study, path)["subtopics"]
    assert [each["number"] for each in subtopics] == ["1.1", "1.2", "1.3", "2.1", "2.2"]


def test_a_subtopic_without_a_theme_is_not_lost(study, path):
    study.project.change(Subtopic, study["1.1"], theme_id=None)
    last = exported(study, path)["subtopics"][-1]
    assert (last["id"], last["theme_id"], last["number"]) == (study["1.1"], None, None)


def test_analysts_of_an_interview_are_references(study, path):
    analyst = study.read.all(Analyst)[0].id
    study.project.change(Interview, study["I01"], analysts=frozenset({analyst}))
    assert exported(study, path)["interviews"][0]["analyst_ids"] == [analyst]


def test_quotations_are_the_starred_extracts(study, path):
    found = exported(study, path)
    assert set(ids(found, "quotations")) == {each["id"] for each in found["extracts"] if each["is_starred"]}
    assert {each["attribution"] for each in found["quotations"]} == {"trust, hospital team", "trust, community based"}


def test_an_edited_quotation_says_what_was_done_to_the_words(edited, path):
    fragment = next(each for each in exported(edited, path)["quotations"] if each["id"] == edited["fragment"])
    assert (fragment["text"], fragment["is_fragment"]) == ("‘I read every [form]’", True)
    assert fragment["extract_ids"] == [edited["sheet3"]]
    assert fragment["segments"][1] == {
        "kind": "insertion",
        "text": "form",
        "extract_id": "",
        "purpose": "anonymising",
        "original": "sheet",
    }


def test_quotations_of_who_may_not_be_quoted_are_left_out_and_said(edited, path):
    edited.project.change(Interview, edited["I03"], consent=Consent.WITHDRAWN)
    assert "left out" in export_json(edited.read, path)[0]
    assert ids(json.loads(path.read_text(encoding="utf-8")), "quotations") == [edited["joined"]]


def test_a_reply_names_its_remark(edited, path):
    comments = {each["text"]: each for each in exported(edited, path)["comments"]}
    assert comments["From paragraph 3 on."]["reply_to_id"] == edited["remark"]
    assert comments["Were both there all the time?"]["is_resolved"]


def test_a_wrong_template_empties_the_quotations_only(study, path):
    study.project.change(Study, study.read.study().id, attribution_template="{nothing}")
    warnings = export_json(study.read, path)
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["quotations"] == []
    assert found["cells"]
    assert warnings[0].startswith("The list of quotations is empty.")


def test_conflicts_are_told_with_every_value(study, path, monkeypatch):
    monkeypatch.setattr(study.read, "conflicts", lambda: {study["area1"]: {"label": ("Area 1", "Area One")}})
    assert exported(study, path)["conflicts"] == [
        {"record_id": study["area1"], "field": "label", "values": ["Area 1", "Area One"]}
    ]


def test_the_file_is_utf_8_with_an_object_a_line(study, path):
    export_json(study.read, path)
    lines = path.read_bytes().decode("utf-8").splitlines()
    assert any("‘it’s the “tenth” you do it for’" in line for line in lines)
    assert len(lines) > len(study.read.all(Extract)) + 50


def test_two_exports_are_the_same(study, path, tmp_path):
    export_json(study.read, path)
    export_json(study.read, tmp_path / "again.json")
    assert path.read_bytes() == (tmp_path / "again.json").read_bytes()


def test_an_empty_project_is_a_whole_file(project_path, path):
    from framework_qda import create_project

    with create_project(project_path, title="Empty", analyst_name="Ann Marsh") as project:
        export_json(project.read, path)
    assert json.loads(path.read_text(encoding="utf-8"))["cells"] == []


def test_a_folder_that_is_missing_is_told(study, tmp_path):
    with pytest.raises(ExportError):
        export_json(study.read, tmp_path / "missing" / "study.json")


def test_every_key_is_documented(edited, path):
    text = DOCUMENTATION.read_text(encoding="utf-8")
    found = exported(edited, path)
    documented = set(re.findall(r"`([a-z0-9_]+)`", text))
    keys = set(found) | set(found["project"])
    for key, objects in found.items():
        if key not in HEAD:
            keys |= {name for each in objects for name in each}
    keys |= set(found["quotations"][0]["segments"][0])
    keys |= set(found["extracts"][0]["anchors"][0]) | {"is_contested", "record_id", "field", "values"}
    assert keys <= documented, keys - documented
