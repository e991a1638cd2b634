"""Whose words may be quoted: nobody's who has withdrawn, or has agreed to take part but not to be quoted."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from framework_qda.model import Consent, Interview
from framework_qda.project.reader import Reader

_UNQUOTED = {
    Consent.NO_QUOTATION: "did not agree to be quoted",
    Consent.WITHDRAWN: "has withdrawn",
}


class _Quoted(Protocol):
    @property
    def interview_id(self) -> str: ...


Q = TypeVar("Q", bound=_Quoted)


def quotable(reader: Reader, quotations: Iterable[Q]) -> tuple[list[Q], list[str]]:
    """Return the quotations that may be printed, and a sentence for each interview that others were left out of."""
    silent = {each.id: each for each in reader.all(Interview) if each.consent in set(_UNQUOTED)}
    kept: list[Q] = []
    left_out: dict[str, int] = {}
    for quotation in quotations:
        if quotation.interview_id in silent:
            left_out[quotation.interview_id] = left_out.get(quotation.interview_id, 0) + 1
        else:
            kept.append(quotation)
    return kept, [_say(silent[interview_id], count) for interview_id, count in left_out.items()]


def _say(interview: Interview, count: int) -> str:
    quotations = "1 quotation was" if count == 1 else f"{count} quotations were"
    return f"{interview.code} {_UNQUOTED[Consent(interview.consent)]}: {quotations} left out."


def unquoted_rows(interviews: Sequence[Interview]) -> list[str]:
    """Return a sentence for each interview that did not agree to be quoted, for a file that shows own words."""
    return [
        f"{each.code} did not agree to be quoted: look whether own words of it stand in this file."
        for each in interviews
        if each.consent == Consent.NO_QUOTATION
    ]


def withdrawn_rows(interviews: Sequence[Interview]) -> list[str]:
    """Return a sentence for each interview that has withdrawn and still has its row in the matrices."""
    return [
        f"{each.code} has withdrawn, and its row is in this file. Delete the interview if it must not be."
        for each in interviews
        if each.consent == Consent.WITHDRAWN
    ]
