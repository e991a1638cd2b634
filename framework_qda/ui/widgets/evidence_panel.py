"""The passages that a cell rests on, statement by statement; follows the cell that is current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from framework_qda.ui.keys import key_text
from framework_qda.ui.style import colour, em, icon
from framework_qda.ui.widgets.labels import ElidedLabel, wrapped_label
from framework_qda.ui.widgets.passage_list import PassageList, evidence_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from framework_qda.matrix.grid import GridStatement

NO_EVIDENCE = "No passage is linked to this cell yet."
NO_WORDS = "Nothing is charted in this cell yet."
NO_CELL = "Choose a cell to see what it rests on."


def no_evidence() -> str:
    """Say that a cell has no evidence, and how it gets some."""
    key = key_text("chart.link")
    return f"{NO_EVIDENCE} On the Chart desk, select words in the notes and {f'press {key}' if key else 'link them'}."


class EvidencePanel(QFrame):
    """What a cell rests on. It knows no project: it is shown statements and tells which passage is wanted."""

    passage_requested = Signal(str)
    play_requested = Signal(str)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = ElidedLabel("heading", self)
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName("Hide the evidence")
        self.close_button.setToolTip("Hide the evidence (Space)")
        self.close_button.clicked.connect(self.close_requested)
        self.passages = PassageList(self)
        self.passages.opened.connect(self.passage_requested)
        self.passages.played.connect(self.play_requested)
        self.words = wrapped_label(NO_CELL, "soft", self)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedWidget(self)
        page = QWidget(self)
        self._page = QVBoxLayout(page)
        self._page.addWidget(self.words)
        self._stack.addWidget(page)
        self._stack.addWidget(self.passages)
        self._top = QHBoxLayout()
        self._top.addWidget(self.heading, 1)
        self._top.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        self._column = column
        self.show_cell("", None)
        self._fit()

    def show_cell(self, place: str, statements: Sequence[GridStatement] | None) -> None:
        """Show the passages of a cell (`place`: such as `I09 · 2.3`), or say what is missing; `None`: no cell."""
        self.heading.setText(f"Evidence · {place}" if place else "Evidence")
        rows = evidence_rows(statements or ())
        if rows != self.passages.evidence_model.rows:
            chosen = self.current_extract()
            self.passages.evidence_model.set_rows(rows)
            if chosen:
                self.passages.select_passage(chosen)
        if statements is None:
            self.words.setText(NO_CELL)
        else:
            self.words.setText(no_evidence() if statements else NO_WORDS)
        self._stack.setCurrentIndex(1 if rows else 0)

    def show_playable(self, extract_ids: frozenset[str]) -> None:
        """Show which passages can be heard."""
        if extract_ids != self.passages.evidence_model.playable:
            self.passages.evidence_model.playable = extract_ids
            self.passages.scheduleDelayedItemsLayout()
            self.passages.viewport().update()

    def put_below(self, widget: QWidget) -> None:
        """Put what plays passages below them."""
        self._column.addWidget(widget)

    def current_extract(self) -> str:
        """Return the extract of the chosen passage, or an empty text."""
        return self.passages.extract_at(self.passages.currentIndex())

    def select_passage(self, extract_id: str) -> None:
        """Choose a passage and bring it into view."""
        self.passages.select_passage(extract_id)

    def _fit(self) -> None:
        side, pad = em(self, 1.1), em(self, 0.7)
        self._top.setContentsMargins(side, pad, em(self, 0.4), 0)
        self._page.setContentsMargins(side, pad, side, pad)
        self.close_button.setIcon(icon("ph.x"))
        self.close_button.setIconSize(QSize(em(self, 1), em(self, 1)))
        self.setMinimumWidth(em(self, 14))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the colours of the program."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_top"):
            self._fit()
            self.passages.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and a line between the grid and the panel."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        painter.fillRect(0, 0, 1, self.height(), colour("line"))
