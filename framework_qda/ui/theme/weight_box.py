"""The weight helper: who stands behind the selected rows, and the word that the scale proposes for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QToolButton, QVBoxLayout, QWidget

from framework_qda.matrix.weighing import UNITS, Standing, phrase, propose_word
from framework_qda.ui.style import em, set_icon, set_role
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.words import for_menu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.model import WeightWord

NOBODY = "Select rows, and see here who stands behind them."
ALL_SHOWN = "Count all shown"


class WeightBox(QWidget):
    """Show who stands behind a selection; start a sentence with the word for it, or give the word to one."""

    sentence_wanted = Signal(str, str)
    """A sentence is to begin with a word for a unit."""
    word_wanted = Signal(str, str)
    """The sentence at hand is to keep a word, its unit and the rows behind it."""
    scale_wanted = Signal()
    alone_wanted = Signal()
    """The interview at hand is to be counted alone, or all that are shown again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standings: dict[str, Standing] = {}
        self._scale: Sequence[WeightWord] = ()
        self.basis = wrapped_label("", "small")
        self.counts = wrapped_label(NOBODY, "small")
        self.alone_button = QPushButton()
        self.unit = QComboBox()
        self.unit.setAccessibleDescription("What is counted")
        for unit, (_, several) in UNITS.items():
            self.unit.addItem(several, unit)
        self.word = QComboBox()
        self.word.setAccessibleDescription("Word for how many")
        self.unit.currentIndexChanged.connect(lambda _place: self._propose())
        self.start_button = QPushButton("Start a sentence")
        self.keep_button = QPushButton("Keep with this sentence")
        self.scale_button = QToolButton()
        self.scale_button.setAccessibleName("Words and shares")
        self.scale_button.setToolTip("Words and shares…")
        set_icon(self.scale_button, "ph.sliders-horizontal")
        for button in (self.start_button, self.keep_button, self.alone_button):
            set_role(button, "link")
        self.alone_button.clicked.connect(lambda: self.alone_wanted.emit())
        self.start_button.clicked.connect(lambda: self.sentence_wanted.emit(*self.chosen))
        self.keep_button.clicked.connect(lambda: self.word_wanted.emit(*self.chosen))
        self.scale_button.clicked.connect(lambda: self.scale_wanted.emit())
        self._which, self._line, self._more = QWidget(), QWidget(), QWidget()
        lines: tuple[tuple[QWidget, tuple[QWidget, ...]], ...] = (
            (self._which, (self.alone_button,)),
            (self._line, (self.word, self.unit, self.scale_button)),
            (self._more, (self.start_button, self.keep_button)),
        )
        for widget, parts in lines:
            flow = FlowLayout(widget)
            flow.setContentsMargins(0, 0, 0, 0)
            flow.setSpacing(em(self, 0.4))
            for part in parts:
                flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, em(self, 0.3))
        column.setSpacing(em(self, 0.3))
        for part in (self.basis, self._which, self.counts, self._line, self._more):
            column.addWidget(part)
        self.show_standings((), (), is_editable=False)

    @property
    def chosen(self) -> tuple[str, str]:
        """The word and the unit that are chosen."""
        return self.word.currentText(), self.unit.currentData()

    @property
    def phrase(self) -> str:
        """The word with what it counts: `most case studies`."""
        word, unit = self.chosen
        return phrase(word, unit)

    def show_standings(self, standings: Sequence[Standing], scale: Sequence[WeightWord], *, is_editable: bool) -> None:
        """Show who stands behind the selection, and propose a word."""
        has_any = any(each.count for each in standings)
        self._standings = {each.unit: each for each in standings}
        self.counts.setText(" · ".join(each.words for each in standings) if has_any else NOBODY)
        if tuple(scale) != tuple(self._scale):
            self._scale = tuple(scale)
            self.word.clear()
            self.word.addItems([each.word for each in scale])
        self._line.setVisible(has_any)
        self._more.setVisible(has_any and is_editable)
        self._propose()

    def show_basis(self, words: str, code: str, *, is_chosen: bool) -> None:
        """Say which interviews are counted; `code` is that of the interview at hand, which can be counted alone."""
        self.basis.setText(words)
        self.basis.setVisible(bool(words))
        self.alone_button.setText(ALL_SHOWN if is_chosen else f"Count {for_menu(code)} alone")
        self._which.setVisible(is_chosen or bool(code))

    def _propose(self) -> None:
        standing = self._standings.get(self.unit.currentData())
        word = propose_word(self._scale, standing) if standing is not None else ""
        place = self.word.findText(word)
        if place >= 0:
            self.word.setCurrentIndex(place)
