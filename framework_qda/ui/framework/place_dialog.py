"""The dialog that moves a sub-topic to another place of the framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.grid import GridColumn
    from framework_qda.matrix.outline import ThemeOutline
    from framework_qda.matrix.reshaping import ColumnStand


class PlaceDialog(PlainDialog):
    """Choose a theme and the sub-topic that the moved one stands behind."""

    def __init__(
        self, column: GridColumn, outline: Sequence[ThemeOutline], stand: ColumnStand, parent: QWidget | None = None
    ) -> None:
        words = (
            f"It goes with all that is charted: {count_words(stand.with_words, 'cell')} with words, "
            f"{stand.with_reason:,} with a reason."
        )
        super().__init__(f"Move {column.number} {column.label}", words, "Move", parent)
        self._column = column
        self._outline = list(outline)
        self.theme, self.after = QComboBox(), QComboBox()
        for label, box in (("Theme", self.theme), ("Place", self.after)):
            box.setAccessibleName(label)
            buddy = plain_label(label, "label")
            buddy.setBuddy(box)
            self.body.addWidget(buddy)
            self.body.addWidget(box)
        self.outcome = wrapped_label("", "soft")
        self.body.addWidget(self.outcome)
        for theme in self._outline:
            self.theme.addItem(theme.heading, theme.theme.id)
        own = next(
            (number for number, theme in enumerate(self._outline) if column in theme.columns),
            0,
        )
        self.theme.setCurrentIndex(own)
        self.theme.currentIndexChanged.connect(lambda _row: self._show_places())
        self.after.currentIndexChanged.connect(lambda _row: self._tell())
        self._show_places()

    @property
    def theme_id(self) -> str:
        """The theme that was chosen."""
        return str(self.theme.currentData() or "")

    @property
    def after_id(self) -> str | None:
        """The sub-topic to stand behind; `None`: first."""
        return self.after.currentData() or None

    def _show_places(self) -> None:
        columns = self._outline[self.theme.currentIndex()].columns
        others = [each for each in columns if each.subtopic_id != self._column.subtopic_id]
        self.after.clear()
        self.after.addItem("First", "")
        for each in others:
            self.after.addItem(f"Behind {each.number} {each.label}", each.subtopic_id)
        # In its own theme it is shown where it stands; elsewhere the end is as good as any.
        self.after.setCurrentIndex(columns.index(self._column) if self._column in columns else len(others))
        self._tell()

    def _tell(self) -> None:
        """Say which number it gets; where it stands already there is nothing to move."""
        number = f"{self._outline[self.theme.currentIndex()].number}.{self.after.currentIndex() + 1}"
        stands_here = number == self._column.number
        becomes = f"It becomes {number}. The numbers of the others follow the order."
        self.outcome.setText("It stands here." if stands_here else becomes)
        self.accept_button.setEnabled(not stands_here)
