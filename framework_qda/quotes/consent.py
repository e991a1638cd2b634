"""Whose words may be quoted: nobody's who has withdrawn, or has agreed to take part but not to be quoted."""

from collections.abc import Iterable, Sequence

from framework_qda.model import Consent, Extract, Interview
from framework_qda.project.reader import Reader

_UNQUOTED = {
    Consent.NO_QUOTATION: "did not agree to be quoted",
    Consent.WITHDRAWN: "has withdrawn",
}


def quotable(reader: Reader, extracts: Iterable[Extract]) -> tuple[list[Extract], list[str]]:
    """Return the extracts that may be quoted, and a sentence for each interview that others were left out of."""
    silent = {each.id: each for each in reader.all(Interview) if each.consent in set(_UNQUOTED)}
    kept: list[Extract] = []
    left_out: dict[str, int] = {}
    for extract in extracts:
        if extract.interview_id in silent:
            left_out[extract.interview_id] = left_out.get(extract.interview_id, 0) + 1
        else:
            kept.append(extract)
    return kept, [_say(silent[interview_id], count) for interview_id, count in left_out.items()]


def _say(interview: Interview, count: int) -> str:
    passages = "1 starred passage was" if count == 1 else f"{count} starred passages were"
    return f"{interview.code} {_UNQUOTED[Consent(interview.consent)]}: {passages} left out."


def withdrawn_rows(interviews: Sequence[Interview]) -> list[str]:
    """Return a sentence for each interview that has withdrawn and still has its row in the matrices."""
    return [
        f"{each.code} has withdrawn, and its row is in this file. Delete the interview if it must not be."
        for each in interviews
        if each.consent == Consent.WITHDRAWN
    ]
