"""The key to the map: what its colours, signs and small marks mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from framework_qda.matrix.grid import STATE_WORDS
from framework_qda.model import CellState
from framework_qda.ui.board.map_model import TO_LOOK_AT
from framework_qda.ui.board.painting import FieldMarks, paint_field
from framework_qda.ui.style import em, scaled_font
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import plain_label, set_plain_tip

_STATES = (
    (CellState.NOT_CHARTED, STATE_WORDS[CellState.NOT_CHARTED]),
    (CellState.IN_PROGRESS, STATE_WORDS[CellState.IN_PROGRESS]),
    (CellState.CHARTED, STATE_WORDS[CellState.CHARTED]),
    (CellState.SENT_BACK, STATE_WORDS[CellState.SENT_BACK]),
    (CellState.REVIEWED, STATE_WORDS[CellState.REVIEWED]),
    (CellState.NOT_ASKED, "empty with a reason"),
)
_MARKS = (
    (
        FieldMarks(is_stale=True),
        TO_LOOK_AT,
        "Charted before its sub-topic changed, so that what stands there may not fit any more. The cell says what "
        "changed; it is settled by saying that it still fits, or by calling it charted once more.",
    ),
    (FieldMarks(is_commented=True), "comment open", "Somebody remarked on the cell, and nobody has resolved that yet."),
    (
        FieldMarks(is_conflicted=True),
        "two versions",
        "Two people wrote the cell without knowing of each other: one of the versions is to be chosen.",
    ),
)


SHARES = "2  so many of its cells are done; ✓ all are; ↩ one was sent back"
"""What a field says that stands for the cells of a case study."""


class Swatch(QWidget):
    """A field of the map as it is painted there."""

    def __init__(self, state: str, marks: FieldMarks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._marks = state, marks

    def sizeHint(self) -> QSize:
        """Return the size of a small field."""
        return QSize(em(self, 1.8), QFontMetrics(self.font()).height())

    def minimumSizeHint(self) -> QSize:
        """Take no less."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field."""
        paint_field(QPainter(self), QRectF(self.rect()), self._state, scaled_font(self.font(), 0.8), self._marks)


class Legend(QWidget):
    """Swatches with their words, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(em(self, 0.6))
        for state, words in _STATES:
            self._add(flow, state, FieldMarks(), words)
        for marks, words, tip in _MARKS:
            self._add(flow, CellState.CHARTED, marks, words, tip)
        self._shares = plain_label(SHARES, "small")
        self._shares.hide()
        flow.addWidget(self._shares)

    def show_shares(self, *, is_shown: bool) -> None:
        """Explain the fields that stand for several cells, or no longer."""
        self._shares.setVisible(is_shown)

    def _add(self, flow: FlowLayout, state: str, marks: FieldMarks, words: str, tip: str = "") -> None:
        pair = QWidget()
        set_plain_tip(pair, tip)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, em(self, 0.6), 0)
        row.setSpacing(em(self, 0.5))
        row.addWidget(Swatch(state, marks))
        row.addWidget(plain_label(words, "small"))
        flow.addWidget(pair)
