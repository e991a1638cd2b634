"""Nobody is quoted who has not agreed to it, and whoever exports is told."""

import pytest

from framework_qda.model import Consent, Interview
from framework_qda.quotes.bank import build_bank
from framework_qda.quotes.consent import withdrawn_rows


@pytest.mark.parametrize("consent", [Consent.NO_QUOTATION, Consent.WITHDRAWN])
@pytest.mark.parametrize("is_public", [True, False])
def test_words_that_may_not_be_quoted_are_left_out_and_said(study, consent, is_public):
    study.project.change(Interview, study["I03"], consent=consent)
    bank = build_bank(study.read, is_public=is_public)
    assert {each.interview_id for each in bank.quotations}.isdisjoint({study["I03"]})
    assert any("left out" in warning for warning in bank.warnings)


def test_any_other_consent_is_quoted(study):
    before = build_bank(study.read).count
    study.project.change(Interview, study["I03"], consent="given on tape")
    assert build_bank(study.read).count == before


def test_a_row_of_somebody_who_has_withdrawn_is_said():
    rows = withdrawn_rows([Interview(id="a", code="I01", consent="withdrawn"), Interview(id="b", code="I02")])
    assert len(rows) == 1
    assert "I01 has withdrawn" in rows[0]
