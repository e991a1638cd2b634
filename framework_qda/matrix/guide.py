"""The guide length of a cell: how many words those of a column should have."""

from typing import NamedTuple

from framework_qda.matrix.grid import GridColumn
from framework_qda.model import Study


class Guide(NamedTuple):
    """From how many words to how many; nought says that there is no such bound."""

    least: int
    most: int

    @property
    def words(self) -> str:
        """Return it as it stands beside a count: `guide 25–120`; empty where there is none."""
        if self.least and self.most:
            return f"guide {self.least}–{self.most}"
        if self.most:
            return f"guide up to {self.most}"
        return f"guide from {self.least}" if self.least else ""

    def is_short(self, words: int) -> bool:
        """Say whether a cell has fewer words than it should."""
        return words < self.least

    def is_long(self, words: int) -> bool:
        """Say whether a cell has more words than it should."""
        return bool(self.most) and words > self.most


def guide_of(study: Study, column: GridColumn) -> Guide:
    """Return the guide length of a column: its own where it has one, else that of the study."""
    own_least, own_most = column.guide_words_min, column.guide_words_max
    least = own_least if own_least is not None else study.guide_words_min or 0
    most = own_most if own_most is not None else study.guide_words_max or 0
    if not most or least <= most:
        return Guide(least, most)
    # A column's own bound beyond the study's other one leaves that open; two that were turned round are turned back.
    is_pair = (own_least is None) == (own_most is None)
    return Guide(most, least) if is_pair else Guide(least if own_least is not None else 0, own_most or 0)
