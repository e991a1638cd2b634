"""The lengths of a page that follow from its paper and from the size of its text, in units (`setup.UNIT`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

from framework_qda.matrix.grid import STATE_SIGNS
from framework_qda.ui.printing.typeface import Typeface

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from framework_qda.io.sheet import Runs
    from framework_qda.ui.printing.paging import Heights
    from framework_qda.ui.printing.setup import PageSetup
    from framework_qda.ui.printing.typeface import Line

LETTER = 0.56
"""The width of a letter on average, in sizes of the text."""

GUTTER, SIDE = 1.55, 0.55
"""The least room before the text of a cell with a state, and beside any other text, in sizes of the text."""

SIGN, SIGN_STEP, SIGN_GAP = 0.4, 0.42, 0.3
"""Where the sign of a state begins, how close its letters stand, and the room behind it, in sizes of the text."""
WIDEST_SIGN = max(STATE_SIGNS.values(), key=len)

STRONG_BAND = 1.15


class Measures:
    """What laying out and painting must agree on."""

    def __init__(self, setup: PageSetup, base: QFont) -> None:
        self.setup = setup
        self.face = Typeface(base, setup.text_size)
        self.size = self.face.size
        self.width = setup.width - 2 * setup.margin
        self.pad = 0.42 * self.size
        """The space above and below the lines of a row."""
        self.mark = self.face.step * 0.95
        letter = QFontMetricsF(self.face.sign).horizontalAdvance(WIDEST_SIGN[-1])
        self._gutter = max(GUTTER * self.size, self.sign_left(len(WIDEST_SIGN) - 1) + letter + SIGN_GAP * self.size)
        self.title_height = 2.4 * self.size
        self.foot = setup.height - setup.margin - self.face.step
        """Where the foot of the page begins."""
        self.bottom = self.foot - 0.6 * self.face.step
        """Where the rows end at the latest."""

    def band_height(self, *, is_strong: bool) -> float:
        """Return the height of a band: one line."""
        return (self.face.step + 2 * self.pad) * (STRONG_BAND if is_strong else 1.0)

    def width_of(self, letters: int) -> float:
        """Return the width of a field that holds so many letters in a line."""
        return (letters * LETTER + 2 * SIDE) * self.size

    def left(self, *, has_state: bool) -> float:
        """Return how far from the left edge of its field a text begins."""
        return self._gutter if has_state else SIDE * self.size

    def sign_left(self, place: int) -> float:
        """Return how far from the left edge of its field a letter of the sign of a state begins."""
        return (SIGN + SIGN_STEP * place) * self.size

    def lines(self, runs: Runs, width: float, *, has_state: bool = False) -> list[Line]:
        """Break the runs of a field so wide."""
        return self.face.lines(runs, width - self.left(has_state=has_state) - SIDE * self.size)

    def heights(self, runs: Runs, width: float, *, has_state: bool = False) -> Heights:
        """Return the heights of the lines of a field."""
        return tuple(line.height for line in self.lines(runs, width, has_state=has_state))
