"""The words for how many say something, and from which share on each is proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLineEdit, QSpinBox, QWidget

from framework_qda.model import WeightWord
from framework_qda.ui.style import em
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

LINES = 6
WORDS = (
    "A word is proposed when at least this share of what is counted stands behind it. The study keeps these words; "
    "they are proposals, and the rows behind each word are kept with its sentence."
)


class ScaleDialog(PlainDialog):
    """Change the scale; a line without a word is left out."""

    def __init__(self, scale: Sequence[WeightWord], parent: QWidget | None = None) -> None:
        super().__init__("Words for how many", WORDS, "Keep these words", parent)
        self._lines: list[tuple[QLineEdit, QSpinBox]] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(self, 1))
        grid.addWidget(plain_label("Word", "label"), 0, 0)
        grid.addWidget(plain_label("from this share on", "label"), 0, 1)
        shared = [each for each in scale if not each.is_single]
        for row in range(LINES):
            known = shared[row] if row < len(shared) else WeightWord("")
            word, share = QLineEdit(known.word), QSpinBox()
            word.setAccessibleName(f"Word {row + 1}")
            share.setAccessibleName(f"Share of word {row + 1}")
            share.setRange(0, 100)
            share.setSuffix(" %")
            share.setValue(known.least)
            grid.addWidget(word, row + 1, 0)
            grid.addWidget(share, row + 1, 1)
            self._lines.append((word, share))
        self.single = QLineEdit(next((each.word for each in scale if each.is_single), ""))
        self.single.setAccessibleName("Word for a single one")
        grid.addWidget(plain_label("Word for a single one of several", "label"), LINES + 1, 0)
        grid.addWidget(self.single, LINES + 1, 1)
        self.body.addLayout(grid)

    @property
    def scale(self) -> tuple[WeightWord, ...]:
        """The words as they are written now, the highest share first."""
        found = [WeightWord(word.text().strip(), share.value()) for word, share in self._lines if word.text().strip()]
        found.sort(key=lambda each: -each.least)
        single = self.single.text().strip()
        return (*found, WeightWord(single, is_single=True)) if single else tuple(found)

    def accept(self) -> None:
        """Go on with at least one word, none of them twice."""
        words = [each.word.casefold() for each in self.scale]
        if not words:
            self.tell_problem("Write at least one word.")
        elif len(set(words)) < len(words):
            self.tell_problem("A word stands there twice.")
        else:
            super().accept()
