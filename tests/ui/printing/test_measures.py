"""The lengths of a page: what is painted beside each other has room."""

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from framework_qda.matrix.grid import STATE_SIGNS
from framework_qda.ui.printing.measures import Measures
from framework_qda.ui.printing.setup import PageSetup


@pytest.mark.parametrize("points", [6.0, 8.0, 11.0])
def test_between_the_sign_of_a_state_and_the_words_is_a_gap(points):
    measures = Measures(PageSetup("A4", True, points), QFont())
    letter = QFontMetricsF(measures.face.sign).horizontalAdvance
    ends = [measures.sign_left(len(sign) - 1) + letter(sign[-1]) for sign in STATE_SIGNS.values() if sign]
    assert measures.left(has_state=True) - max(ends) >= 0.25 * measures.size
