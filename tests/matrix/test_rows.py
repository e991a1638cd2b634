"""The one row order: bands of case studies, whatever the order in which interviews were added."""

from framework_qda.matrix.rows import RowOrder, neutral_labels, row_order
from framework_qda.model import CaseStudy, Interview


def codes(order: RowOrder) -> list[str]:
    return [row.code for row in order.rows]


def test_interviews_stand_in_the_order_of_their_case_studies(study):
    assert codes(row_order(study.read)) == ["I01", "I02", "I03", "I04"]


def test_bands_say_where_their_rows_are(study):
    bands = row_order(study.read).bands
    assert [(band.label, band.first, band.count) for band in bands] == [
        ("Area 1", 0, 2),
        ("Area 2", 2, 1),
        ("No case study", 3, 1),
    ]


def test_moving_a_case_study_moves_its_band(study):
    study.project.move(CaseStudy, study["area2"], after=None)
    assert codes(row_order(study.read)) == ["I03", "I01", "I02", "I04"]


def test_moving_an_interview_moves_it_inside_its_band(study):
    study.project.move(Interview, study["I02"], after=None)
    assert codes(row_order(study.read)) == ["I02", "I01", "I03", "I04"]


def test_a_band_carries_the_shown_facts_of_its_case_study(study):
    assert row_order(study.read).bands[0].facts == ("hospital team",)


def test_a_row_carries_its_roles_and_shown_facts(study):
    row = row_order(study.read).rows[1]
    assert row.organisation_kind == "trust"
    assert row.roles == ("Named Nurse", "Named Midwife")
    assert row.facts == {"Foundation trust": "yes"}


def test_an_empty_case_study_has_no_band(study):
    study.project.add(CaseStudy, label="Area 3")
    assert "Area 3" not in [band.label for band in row_order(study.read).bands]


def test_kept_rows_close_up_and_empty_bands_go(study):
    kept = row_order(study.read).keep([study["I02"], study["I04"]])
    assert codes(kept) == ["I02", "I04"]
    assert [(band.label, band.first, band.count) for band in kept.bands] == [
        ("Area 1", 0, 1),
        ("No case study", 1, 1),
    ]


def test_neutral_labels_do_not_follow_the_order_given():
    keys = [f"area-{n}" for n in range(30)]
    labels = neutral_labels([*keys, None])
    assert labels == neutral_labels([None, *reversed(keys)])
    assert sorted(labels, key=lambda key: (key is None, key or "")) != list(labels)
    assert list(labels.values())[:2] == ["Case study A", "Case study B"]
    assert list(labels.values())[25:27] == ["Case study Z", "Case study AA"]
    assert list(labels.values())[-1] == "No case study"
