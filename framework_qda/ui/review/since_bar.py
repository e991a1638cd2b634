"""Since when one looks at what others changed: chosen above their cells, and at the very beginning on a page."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from framework_qda.matrix.reviewing import Since
from framework_qda.ui.review.beside import BesideList
from framework_qda.ui.review.history_filters import as_date, make_date_edit
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.words import count_words, time_words

if TYPE_CHECKING:
    from framework_qda.matrix.reviewing import Beginning

CHOICES = (
    ("Since you last looked", Since.LOOKED),
    ("Since you last wrote", Since.WROTE),
    ("Since a day", Since.DAY),
    ("All that others changed", Since.EVER),
)
WIDEST_EMS = 34
NEVER_LOOKED = "You have not looked at the work of your colleagues on this computer yet."
OTHER_COPY = (
    "This is another copy of the project than the one in which you looked last: how far you have looked at the work of "
    "your colleagues is not known here."
)


class SinceBar(QWidget):
    """A list to choose from, with a field for a day; `chosen` tells that something else is wanted."""

    chosen = Signal(object, object)
    """A `Since`, and a `date`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = QComboBox()
        self.choice.setAccessibleName("Since when")
        self.choice.setAccessibleDescription("Since when")
        self.choice.setToolTip("Since when you want to see what others changed")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for words, since in CHOICES:
            self.choice.addItem(words, since)
        self.day = make_date_edit("The day since when")
        self.words = plain_label("", "soft")
        self._flow = FlowLayout(self)
        for part in (self.choice, self.day, self.words):
            self._flow.addWidget(part)
        self.choice.currentIndexChanged.connect(lambda _index: self._tell())
        self.day.dateChanged.connect(lambda _day: self._tell())
        self._show_day()
        self._fit()

    def since(self) -> Since:
        """Return what is chosen."""
        return Since(self.choice.currentData())

    def beginning(self) -> tuple[Since, date]:
        """Return what is chosen, and the day that stands in the field."""
        return self.since(), as_date(self.day.date())

    def show_since(self, since: Since) -> None:
        """Show what is looked at; the choice is not told."""
        self.choice.blockSignals(True)
        self.choice.setCurrentIndex(self.choice.findData(since))
        self.choice.blockSignals(False)
        self._show_day()

    def _tell(self) -> None:
        self._show_day()
        self.chosen.emit(*self.beginning())

    def _show_day(self) -> None:
        self.day.setVisible(self.since() is Since.DAY)

    def _fit(self) -> None:
        self._flow.setContentsMargins(em(self, 0.9), em(self, 0.6), em(self, 0.9), em(self, 0.5))
        self._flow.setSpacing(em(self, 0.6))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_flow"):
            self._fit()


class BeginPage(BesideList):
    """Ask somebody who has never looked since when they want to see what others changed."""

    chosen = Signal(object, object)
    """A `Since`, and a `date` or `None`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.words = wrapped_label("", "soft")
        self.ever = self._button(Since.EVER)
        set_role(self.ever, "primary")
        self.wrote = self._button(Since.WROTE)
        self.now = self._button(Since.NOW)
        self.now.setText("Only what they change from now on")
        self.day = make_date_edit("The day since when")
        self.day_button = QPushButton("What they have changed since")
        self.day_button.clicked.connect(lambda: self.chosen.emit(Since.DAY, as_date(self.day.date())))
        self.column.addStretch(2)
        self.column.addWidget(wrapped_label("Since when do you want to look?", "title"))
        self.column.addWidget(self.words)
        for button in (self.ever, self.wrote):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout()
        line.addWidget(self.day_button)
        line.addWidget(self.day)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self.now, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(3)

    def show_beginning(self, beginning: Beginning, *, is_other_copy: bool) -> None:
        """Say how much there is to look at, and why nothing is known of how far somebody has looked."""
        cells = count_words(beginning.ever, "cell")
        why = OTHER_COPY if is_other_copy else NEVER_LOOKED
        self.words.setText(f"{why} They have changed {cells}. From now on it is remembered how far you have looked.")
        self.ever.setText(f"All that they have changed: {cells}")
        self.wrote.setVisible(bool(beginning.since_wrote))
        day = date.today() - timedelta(days=7)
        if beginning.wrote_at:
            day = datetime.fromisoformat(beginning.wrote_at).astimezone().date()
            wrote = count_words(beginning.since_wrote, "cell")
            self.wrote.setText(f"Since you last wrote here, {time_words(beginning.wrote_at)}: {wrote}")
        self.day.setDate(QDate(day.year, day.month, day.day))

    def _button(self, since: Since) -> QPushButton:
        button = QPushButton()
        button.clicked.connect(lambda: self.chosen.emit(since, None))
        return button

    def fit_width(self) -> None:
        """Stand in the middle of a wide window."""
        side = max(em(self, 1.2), (self.viewport().width() - em(self, WIDEST_EMS)) // 2)
        self.column.setContentsMargins(side, em(self, 0.7), side, em(self, 0.8))
        super().fit_width()
