"""The shape of the sample: the numbers that tests all over the program may rely on."""

from collections import Counter

import pytest

from framework_qda.matrix.sample import build_sample_table
from framework_qda.model import Attribute, CaseStudy, Informant, Interview, Organisation, Subtopic, Theme

REGIONS = [
    ("South West", "South West"),
    ("South East", "South Central"),
    ("London", "London"),
    ("London", "London"),
    ("London", "London"),
    ("London", "London"),
    ("North East", "North East"),
    ("North West", "North West"),
    ("West Midlands", "West Midlands"),
    ("East of England", "East of England"),
    ("South East", "South East Coast"),
    ("Yorkshire & The Humber", "Yorkshire & The Humber"),
]
MODELS = ["hospital team"] * 4 + ["hospital liaison team"] * 2 + ["community based"] * 6
LA_TYPES = [
    "unitary authority", "unitary authority", "London borough", "London borough", "London borough", "London borough",
    "metropolitan district", "unitary authority", "metropolitan district", "shire county", "shire county",
    "unitary authority",
]  # fmt: skip


def values_of_areas(built, label):
    attribute = next(each for each in built.read.all(Attribute) if each.label == label)
    values = built.read.attribute_values(attribute.id)
    return [values.get(case_study.id) for case_study in built.read.all(CaseStudy)]


@pytest.mark.parametrize(
    ("record_type", "count"),
    [(CaseStudy, 12), (Interview, 28), (Informant, 29), (Theme, 4), (Subtopic, 23)],
)
def test_there_are_as_many_as_in_the_study(built, record_type, count):
    assert len(built.read.all(record_type)) == count


def test_interviews_and_subtopics_make_644_cells(built):
    assert len(built.read.all(Interview)) * len(built.read.all(Subtopic)) == 644


def test_areas_have_their_numbers_of_interviews(built):
    counts = [len(built.read.interviews(case_study.id)) for case_study in built.read.all(CaseStudy)]
    assert counts == [2, 2, 3, 3, 2, 2, 1, 3, 3, 3, 2, 2]


def test_twelve_trusts_and_ten_local_authorities_took_part(built):
    organisations = built.read.all(Organisation)
    active = [organisation for organisation in organisations if organisation.took_part]
    assert Counter(organisation.kind for organisation in active) == {"trust": 12, "local authority": 10}


def test_the_local_authorities_of_areas_2_and_7_did_not_participate(built):
    cases = {case_study.id: case_study.label for case_study in built.read.all(CaseStudy)}
    missing = [each for each in built.read.all(Organisation) if not each.took_part]
    assert [(cases[each.case_study_id], each.kind) for each in missing] == [
        ("Area 2", "local authority"),
        ("Area 7", "local authority"),
    ]
    rows = {row.label: row for row in build_sample_table(built.read).rows}
    assert [label for label, row in rows.items() if any(field.is_declined for field in row.fields)] == [
        "Area 2",
        "Area 7",
    ]


def test_areas_2_and_7_have_the_trust_only(built):
    alone = [
        case_study.label
        for case_study in built.read.all(CaseStudy)
        if [each.kind for each in built.read.organisations(case_study.id) if each.took_part] == ["trust"]
    ]
    assert alone == ["Area 2", "Area 7"]
    assert [
        place for place, value in enumerate(values_of_areas(built, "Local authority took part"), 1) if value == "no"
    ] == [2, 7]


def test_seventeen_interviews_are_the_trusts_and_eleven_the_local_authorities(built):
    kinds = {organisation.id: organisation.kind for organisation in built.read.all(Organisation)}
    counted = Counter(kinds[interview.organisation_id] for interview in built.read.all(Interview))
    assert counted == {"trust": 17, "local authority": 11}


def test_interviews_stand_in_the_order_of_their_codes(built):
    codes = [
        interview.code for case_study in built.read.all(CaseStudy) for interview in built.read.interviews(case_study.id)
    ]
    assert codes == [f"I{number:02}" for number in range(1, 29)]


def test_only_the_interview_of_area_6_has_two_informants(built):
    paired = [each.code for each in built.read.all(Interview) if len(built.read.informants(each.id)) != 1]
    assert paired == ["I13"]


def test_two_interviews_were_face_to_face(built):
    modes = Counter(interview.mode for interview in built.read.all(Interview))
    assert modes == {"telephone": 26, "face to face": 2}


def test_lengths_fall_into_the_bands_of_the_study(built):
    minutes = [interview.minutes for interview in built.read.all(Interview)]
    bands = [sum(low <= each <= high for each in minutes) for low, high in ((35, 49), (50, 75), (76, 90))]
    assert bands == [2, 20, 6]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Region of the local authority", [region for region, _ in REGIONS]),
        ("Strategic health authority", [region for _, region in REGIONS]),
        ("Service model", MODELS),
        ("Type of local authority", LA_TYPES),
    ],
)
def test_areas_have_their_attributes(built, label, expected):
    assert values_of_areas(built, label) == expected


def test_every_choice_is_one_of_its_attribute(built):
    for attribute in built.read.all(Attribute):
        values = set(built.read.attribute_values(attribute.id).values())
        assert values, attribute.label
        if attribute.kind == "choice":
            assert values <= set(attribute.choices), attribute.label


def test_attributes_are_kept_at_three_levels(built):
    levels = {attribute.level for attribute in built.read.all(Attribute)}
    assert levels == {"case_study", "organisation", "informant"}


def test_themes_have_six_six_six_and_five_subtopics(built):
    assert [len(built.read.subtopics(theme.id)) for theme in built.read.all(Theme)] == [6, 6, 6, 5]


def test_other_stands_twice_and_two_columns_are_syntheses(built):
    numbered = {
        f"{number}.{place}": subtopic
        for number, theme in enumerate(built.read.all(Theme), 1)
        for place, subtopic in enumerate(built.read.subtopics(theme.id), 1)
    }
    assert [number for number, subtopic in numbered.items() if subtopic.label == "Other"] == ["1.6", "4.4"]
    assert [number for number, subtopic in numbered.items() if subtopic.is_synthesis] == ["1.1", "4.5"]


def test_every_subtopic_says_what_belongs_there_and_where_its_borders_are(built):
    for subtopic in built.read.all(Subtopic):
        definition, guidance = subtopic.definition.split("\n\n")
        assert 8 <= len(definition.split()) <= 32, subtopic.label
        assert len(guidance.split()) >= 20, subtopic.label


def test_the_sample_says_what_is_assumed(built):
    assert "assumed" in built.read.study().aims
