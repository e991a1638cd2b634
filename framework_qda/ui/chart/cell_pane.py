"""The right side of the Chart desk: one cell, large, with its definition above and the rows around below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from framework_qda.matrix.guide import Guide, guide_of
from framework_qda.ui.chart.cell_card import CellCard
from framework_qda.ui.chart.folding_label import FoldingLabel
from framework_qda.ui.chart.neighbours import Neighbours
from framework_qda.ui.chart.past_button import PastButton
from framework_qda.ui.chart.stale_bar import StaleBar
from framework_qda.ui.chart.state_menu import StateButton
from framework_qda.ui.keymap import current_keymap
from framework_qda.ui.keys import key_text
from framework_qda.ui.style import SMALL, em, scaled_font, set_role
from framework_qda.ui.widgets.cell_editor import CellEditor
from framework_qda.ui.widgets.conflict_bar import ConflictBar
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction, QResizeEvent, QShowEvent

    from framework_qda.matrix.grid import GridColumn
    from framework_qda.model import Statement, Study
    from framework_qda.ui.chart.reading import CellPast

TEXT_SCALE = 1.1
_NARROW = 27
"""In em: below this width the footer says less of the past."""


class CellPane(QWidget):
    """Show one cell. It writes nothing: it tells what was typed (`editor`) and chosen."""

    def __init__(
        self,
        states: Mapping[str, QAction],
        fold_action: QAction,
        history_action: QAction,
        staleness: tuple[QAction, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.heading = wrapped_label("", "title")
        self.definition = FoldingLabel("soft")
        self.stale = StaleBar(*staleness)
        self.conflict = ConflictBar()
        self.editor = CellEditor(text_scale=TEXT_SCALE)
        self.editor.is_whole = True
        self.card = CellCard(self.editor)
        self.words = plain_label("", "small")
        self.references = plain_label("", "small")
        self.state_button = StateButton(states)
        self.remarks = QToolButton()
        self.past = PastButton()
        history_action.changed.connect(self._show_keys)
        self._history = history_action
        self.past.clicked.connect(lambda _checked=False: history_action.trigger())
        self.hints = plain_label("", "small")
        self.neighbours = Neighbours()
        self.fold_button = QToolButton()
        self.fold_button.setDefaultAction(fold_action)
        self._guide = Guide(0, 0)
        self._state = ""
        self._remark_count = 0
        self._all_facts = (self.words, self.references, self.state_button, self.remarks, self.past)
        self.remarks.hide()
        # Later, not now: the parts below hear of another font after this pane does.
        self._fit_timer = QTimer(self, singleShot=True, interval=0)
        self._fit_timer.timeout.connect(self._fit)
        self._build()
        current_keymap().changed.connect(self._show_keys)
        self._show_keys()

    def show_column(self, column: GridColumn, study: Study) -> None:
        """Show which column this is."""
        self.heading.setText(f"{column.number} {column.label}")
        definition = column.definition.strip()
        if column.is_synthesis:
            definition = f"{definition}\nA synthesis column: written last, from the other cells of the row.".strip()
        self.definition.setText(definition)
        self.editor.setAccessibleName(f"{column.number} {column.label}")
        self._hold_heights()
        self._guide = guide_of(study, column)

    def show_state(self, state: str) -> None:
        """Show the cell's state."""
        self._state = state
        self.card.show_state(state)
        self.state_button.show_state(state)

    def show_remarks(self, count: int) -> None:
        """Say how many comments are open on the cell; a click shows them."""
        self._remark_count = count
        self.remarks.setVisible(count > 0)
        self._show_remarks()
        self._show_hints()
        self._hold_heights()

    def _show_remarks(self) -> None:
        spoken = count_words(self._remark_count, "open comment")
        is_wide = self.width() > em(self, _NARROW)
        self.remarks.setText(f"● {spoken if is_wide else self._remark_count}")
        self.remarks.setAccessibleName(spoken)
        self.remarks.setToolTip(f"{spoken}: show {'it' if self._remark_count == 1 else 'them'} beside the cell")

    def show_past(self, past: CellPast) -> None:
        """Show who wrote the cell last and how often it was written."""
        versions = count_words(past.versions, "version") if past.versions else ""
        last = f"last: {past.last}" if past.last and not past.acceptance.startswith("accepted") else ""
        words = " · ".join(part for part in (past.acceptance, last, versions) if part)
        self.past.show_words(words, versions or words)
        self._show_past()

    def count(self, statements: Sequence[Statement]) -> None:
        """Count words and references."""
        words = sum(len(statement.text.split()) for statement in statements)
        self.words.setText(" · ".join(filter(None, (count_words(words, "word"), self._guide.words))))
        is_long = self._guide.is_long(words)
        set_role(self.words, "error" if is_long else "small")
        self.words.setToolTip("Longer than the guide length of this column" if is_long else "")
        found = {extract_id for statement in statements for extract_id in statement.evidence}
        self.references.setText(count_words(len(found), "reference"))
        self._show_hints()
        self._hold_heights()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_column"):
            self._fit_timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Set the small fonts once more: a style sheet forgets them when it first meets a widget."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hints out where there is no room for them."""
        super().resizeEvent(event)
        if (event.oldSize().width() > em(self, _NARROW)) != (self.width() > em(self, _NARROW)):
            self._fit()
        self._show_past()
        self._show_remarks()
        self._show_hints()
        self._hold_heights()

    def _show_past(self) -> None:
        """Say who wrote last and how often; in a narrow pane how often, and leave folding to its key."""
        is_wide = self.width() > em(self, _NARROW)
        self.fold_button.setVisible(is_wide)
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self.fold_button.sizeHint().width() - em(self, 1.2)
        self.past.fit(room if is_wide else 0)

    def _hold_heights(self) -> None:
        """Keep wrapped lines whole in a low window: the pane scrolls then."""
        margins = self._column.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        self.heading.setMinimumHeight(0)  # a label takes its own least height for what its words need
        self.heading.setMinimumHeight(max(0, self.heading.heightForWidth(max(1, width))))
        facts = width - self.fold_button.sizeHint().width() - 2 * self._line.spacing()
        if not self.hints.isHidden():
            facts -= self.hints.sizeHint().width()
        self._facts.setMinimumHeight(self._footer.heightForWidth(max(1, facts)))

    def _show_keys(self) -> None:
        self.past.setToolTip(self._history.toolTip())
        self.hints.setText(_hints())
        self._show_hints()

    def _show_hints(self) -> None:
        facts = [each for each in self._all_facts if not each.isHidden()]
        taken = sum(fact.sizeHint().width() + self._footer.spacing() for fact in facts)
        asides = self.hints.sizeHint().width() + self.fold_button.sizeHint().width() + em(self, 4)
        self.hints.setVisible(taken + asides < self.width())

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        footer = QWidget()
        line = QHBoxLayout(footer)
        line.setContentsMargins(0, 0, 0, 0)
        self._facts = QWidget()
        self._footer = FlowLayout(self._facts)
        self._footer.setContentsMargins(0, 0, 0, 0)
        for fact in self._all_facts:
            self._footer.addWidget(fact)
        line.addWidget(self._facts, 1)
        for aside in (self.hints, self.fold_button):
            line.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)
        self._line = line
        for above in (self.heading, self.definition, self.stale, self.conflict):
            self._column.addWidget(above)
        self._column.addWidget(self.card, 0)
        self._column.addWidget(footer)
        self._column.addWidget(self.neighbours)
        self._column.addStretch(1)
        self._fit()

    def _fit(self) -> None:
        side = em(self, 1.5 if self.width() > em(self, _NARROW) else 0.8)
        self._column.setContentsMargins(side, em(self, 1.0), side, em(self, 0.4))
        self._line.setContentsMargins(em(self, 0.1), em(self, 0.35), 0, em(self, 0.5))
        self._line.setSpacing(em(self, 0.6))
        self.state_button.show_state(self._state)
        for button in (self.state_button, self.remarks, self.past):
            button.setFont(scaled_font(self.font(), SMALL))
        self.fold_button.setIconSize(QSize(em(self, 1.1), em(self, 1.1)))
        for part in (self.hints, self.fold_button):
            part.setMinimumHeight(self.state_button.sizeHint().height())
        self._show_hints()
        self._footer.setSpacing(em(self, 0.95))
        self._footer.set_line_gap(em(self, 0.3))
        self.card.fit()
        self._hold_heights()


def _hints() -> str:
    hints = ((key_text("chart.link"), "link"), (key_text("chart.charted_next"), "charted, next"))
    return "   ".join(f"{key} {words}" for key, words in hints if key)
