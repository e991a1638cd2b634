"""Attributions: the template, what it may name, what each profile refuses."""

import pytest

from framework_qda.errors import ExportError
from framework_qda.model import Attribute, Informant, Study
from framework_qda.quotes.attribution import (
    build_attributions,
    default_template,
    fill_template,
    is_identifying,
    names_for_template,
)


def with_template(study, template):
    study.project.change(Study, study.read.study().id, attribution_template=template)
    return study.read


def attribution(study, template, interview="I02", **options):
    return build_attributions(with_template(study, template), **options).of(study[interview])


def test_the_template_is_filled_from_attributes_of_any_level(study):
    template = "{organisation kind}, {service model}, {mode}, {background}"
    assert attribution(study, template, "I03") == "trust, community based, face to face, nursing"


def test_names_are_found_in_any_case_of_letters_and_spacing(study):
    assert attribution(study, "{ Organisation  KIND }; {SERVICE model}") == "trust; hospital team"


def test_values_of_several_informants_are_joined(study):
    assert attribution(study, "{background}") == "nursing and midwifery"


@pytest.mark.parametrize(
    ("values", "filled"),
    [
        ({"a": "x", "b": "y", "c": "z"}, "x, y (z)"),
        ({"a": "x", "c": "z"}, "x (z)"),
        ({"b": "y", "c": "z"}, "y (z)"),
    ],
)
def test_what_is_unknown_goes_with_its_separator(values, filled):
    assert fill_template("{a}, {b} ({c})", values) == filled


def test_nothing_known_gives_an_empty_attribution(study):
    assert attribution(study, "{organisation kind}, {service model}", "I04") == ""


def test_the_default_is_the_kind_and_the_first_shown_choice_of_case_studies(study):
    assert default_template(study.read.all(Attribute)) == "{organisation kind}, {Service model}"
    assert attribution(study, "", "I03") == "trust, community based"


def test_the_default_passes_over_what_says_where(study):
    study.project.change(Attribute, study["region"], is_shown=True)
    assert default_template(study.read.all(Attribute)) == "{organisation kind}, {Service model}"


def test_where_no_organisation_has_a_kind_the_default_is_what_else_is_known():
    mode = Attribute(id="m", label="Mode", level="interview", kind="choice")
    model = Attribute(id="s", label="Service model", level="case_study", kind="choice", is_shown=True)
    region = Attribute(id="r", label="Region", level="interview", kind="choice")
    assert default_template([region, mode, model], has_kinds=False) == "{Service model}"
    assert default_template([region, mode], has_kinds=False) == "{Mode}"
    assert default_template([region], has_kinds=False) == "{organisation kind}"


@pytest.mark.parametrize("name", ["case study", "role", "interview", "Region", "informant", "date"])
def test_the_public_profile_refuses_what_narrows_down_who_spoke(study, name):
    with pytest.raises(ExportError, match="has no place in the public profile") as error:
        attribution(study, f"{{{name}}}")
    assert "organisation kind, Background, Foundation trust, Mode, Service model" in str(error.value)


def test_the_internal_profile_may_show_them(study):
    template = "{role}, {case study}, {region}, {interview}"
    assert attribution(study, template, is_public=False) == "Named Nurse and Named Midwife, Area 1, North, I02"


def test_an_unknown_name_is_answered_with_those_that_exist(study):
    with pytest.raises(ExportError, match=r"servise model.*no attribute of this project.*Service model"):
        attribution(study, "{servise model}")


def test_a_brace_without_its_other_half_is_told(study):
    with pytest.raises(ExportError, match="brace"):
        attribution(study, "{organisation kind, trust")


def test_a_value_that_is_an_area_is_refused_whatever_its_attribute_is_called(study):
    study.project.set_attribute(study["model"], study["area1"], "area 1")
    with pytest.raises(ExportError, match="area 1"):
        attribution(study, "{service model}")


def test_a_value_that_is_a_role_is_refused(study):
    study.project.set_attribute(study["background"], study["P4"], "named nurse")
    assert study.read.get(Informant, study["P4"]).role == "Named Nurse"
    with pytest.raises(ExportError, match="named nurse"):
        attribution(study, "{background}")


@pytest.mark.parametrize(
    ("label", "expected"),
    [("Region (old)", True), ("Local area", True), ("Area type", False), ("Sex", True), ("Number of sites", False)],
)
def test_a_name_tells_whether_an_attribute_identifies(label, expected):
    assert is_identifying(Attribute(id="a", label=label)) is expected


def test_a_date_identifies_whatever_it_is_called():
    assert is_identifying(Attribute(id="a", label="Opened", kind="date"))


def test_the_names_offered_depend_on_the_profile(study):
    attributes = study.read.all(Attribute)
    public = names_for_template(attributes)
    assert public == ["organisation kind", "Background", "Foundation trust", "Mode", "Service model"]
    assert set(names_for_template(attributes, is_public=False)) > {*public, "Region", "role"}
