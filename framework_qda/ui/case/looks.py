"""How verdicts are shown: a sign, a colour and a word; one that is only proposed in grey with a question mark."""

from collections.abc import Mapping
from typing import NamedTuple

from framework_qda.matrix.pairs import VERDICT_SIGNS, VERDICT_WORDS
from framework_qda.matrix.within_case import NO_VERDICT, CaseVerdict
from framework_qda.model import PairVerdict


class VerdictLook(NamedTuple):
    """A verdict's sign and words; `role` names a colour of `Tokens`."""

    role: str
    sign: str
    words: str

    @property
    def label(self) -> str:
        """Sign and words together."""
        return f"{self.sign} {self.words}".strip()


_ROLES: Mapping[str, str] = {
    PairVerdict.AGREE: "state_reviewed",
    PairVerdict.DIFFER: "error",
    PairVerdict.ONE_SILENT: "text_soft",
    PairVerdict.NO_PARTNER: "text_soft",
}
VERDICT_LOOKS: Mapping[str, VerdictLook] = {
    verdict: VerdictLook(role, VERDICT_SIGNS[verdict], VERDICT_WORDS[verdict]) for verdict, role in _ROLES.items()
}
FILTER_WORDS: Mapping[str, str] = {
    **{verdict: look.label for verdict, look in VERDICT_LOOKS.items()},
    NO_VERDICT: "not judged yet",
}
"""What can be asked of the verdicts of a sub-topic."""


def verdict_look(verdict: str) -> VerdictLook:
    """Return the look of a verdict; one of a newer version is shown by its own word."""
    return VERDICT_LOOKS.get(verdict) or VerdictLook("text_soft", "", verdict.replace("_", " "))


def verdict_words(verdict: CaseVerdict) -> str:
    """Return a verdict with its note in words, as a screen reader says it."""
    if verdict.verdict:
        words = verdict_look(verdict.verdict).words
    else:
        words = f"not judged yet, perhaps {verdict_look(verdict.proposed).words}" if verdict.proposed else "not judged"
    words = f"{words}, set apart in two copies: a letter decides" if verdict.is_conflicted else words
    return f"{words}: {verdict.note}" if verdict.note else words
