"""Which changes are listed: by analyst, case study or interview, theme or sub-topic, and by time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QPushButton, QWidget

from framework_qda.matrix.history import Wanted
from framework_qda.ui.chart.interview_chooser import InterviewChooser
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.matrix.history import HistoryNames

_WIDEST_CHOICE = 40
CHOSEN_DAYS = -1
PERIODS = (("Any time", 0), ("Today", 1), ("Last 7 days", 7), ("Last 30 days", 30), ("From … to …", CHOSEN_DAYS))
"""What is offered, in days; the last lets days be chosen."""


class DayField(QDateEdit):
    """A field for a day that Tab leaves at once: Left and Right go from day to month to year."""

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Leave the field, whichever part of the day is chosen."""
        return QWidget.focusNextPrevChild(self, is_next)


def make_date_edit(name: str, parent: QWidget | None = None) -> QDateEdit:
    """Make a field for a day, with a calendar."""
    field = DayField(QDate.currentDate(), parent)
    field.setCalendarPopup(True)
    field.setDisplayFormat("d MMM yyyy")
    field.setAccessibleName(name)
    field.setToolTip(name)
    return field


class HistoryFilters(QWidget):
    """Lists to choose from, in a row that breaks; `changed` tells that something else is wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: HistoryNames | None = None
        self._place_id = ""
        self.analyst = _list("Who changed it")
        self.place = InterviewChooser(name="Case study or interview")
        self.place.setToolTip("Case study or interview: choose from the list, or type a part of its name")
        self.place.chosen.connect(self._take_place)
        self.column = _list("Theme or sub-topic")
        self.period = _list("When")
        for words, days in PERIODS:
            self.period.addItem(words, days)
        self.first, self.last = make_date_edit("From this day on"), make_date_edit("Up to this day")
        self._to = plain_label("to", "soft")
        self.clear_button = QPushButton("Show all")
        self.clear_button.setToolTip("Show all changes again")
        set_role(self.clear_button, "link")
        self.clear_button.clicked.connect(self.clear)
        self._flow = FlowLayout(self)
        parts = (self.analyst, self.place, self.column, self.period, self.first, self._to, self.last, self.clear_button)
        for part in parts:
            self._flow.addWidget(part)
        for box in (self.analyst, self.column, self.period):
            box.currentIndexChanged.connect(lambda _index: self._tell())
        for field in (self.first, self.last):
            field.dateChanged.connect(lambda _day: self._tell())
        self._show_days()
        self._fit()

    def show_names(self, names: HistoryNames) -> None:
        """Offer what the project has; what was chosen stays if it is still there."""
        self._names = names
        _fill(self.analyst, "All analysts", [(mark.name, key) for key, mark in names.analysts.items()])
        columns: list[tuple[str, str]] = []
        for theme_id, heading in names.themes.items():
            columns.append((heading, theme_id))
            columns += [
                (f"    {' '.join(words)}", key)
                for key, words in names.columns.items()
                if names.theme_of[key] == theme_id
            ]
        _fill(self.column, "All sub-topics", columns)
        cases = [(key, label) for key, label in names.case_studies.items()]
        interviews = [(key, _interview_words(names, key)) for key in names.interviews]
        self.place.show_interviews([("", "All interviews"), *cases, *interviews])
        known = {key for key, _words in (*cases, *interviews)}
        self._place_id = self._place_id if self._place_id in known else ""
        self.place.show_current(self._place_id)

    def wanted(self, today: date | None = None) -> Wanted:
        """Return what is looked for."""
        names, column_id = self._names, self.column.currentData() or ""
        if names is None:
            return Wanted()
        first, last = self._days(today or date.today())
        return Wanted(
            self.analyst.currentData() or "",
            names.within_place(self._place_id) if self._place_id else frozenset(),
            names.within_column(column_id) if column_id else frozenset(),
            first,
            last,
        )

    def clear(self) -> None:
        """Look for all changes again."""
        self.blockSignals(True)
        for box in (self.analyst, self.column, self.period):
            box.setCurrentIndex(0)
        self._place_id = ""
        self.place.show_current("")
        self.blockSignals(False)
        self._tell()

    def _take_place(self, record_id: str) -> None:
        self._place_id = record_id
        self._tell()

    def _days(self, today: date) -> tuple[date | None, date | None]:
        days = int(self.period.currentData() or 0)
        if days == CHOSEN_DAYS:
            first, last = as_date(self.first.date()), as_date(self.last.date())
            return min(first, last), max(first, last)
        return (today - timedelta(days=days - 1), None) if days else (None, None)

    def _tell(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        has_days = self.period.currentData() == CHOSEN_DAYS
        for part in (self.first, self._to, self.last):
            part.setVisible(has_days)
        self.clear_button.setVisible(not self.wanted().is_all)

    def _fit(self) -> None:
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(em(self, 0.4))
        for box in (self.analyst, self.column, self.place):
            box.setMaximumWidth(em(self, 15))
        self.place.setMinimumWidth(em(self, 13))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_flow"):
            self._fit()


def _list(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setAccessibleDescription(name)  # on some desktops the name of a list is what is chosen in it
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _fill(box: QComboBox, all_words: str, choices: Sequence[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(all_words, "")
    for words, record_id in choices:
        shown = words if len(words) <= _WIDEST_CHOICE else f"{words[: _WIDEST_CHOICE - 1].rstrip()}…"
        box.addItem(shown or "Without a name", record_id)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)


def _interview_words(names: HistoryNames, interview_id: str) -> str:
    label = names.case_studies.get(names.case_of[interview_id], "")
    return " · ".join(part for part in (names.interviews[interview_id] or "Interview without a code", label) if part)


def as_date(day: QDate) -> date:
    """Return a day of the toolkit as Python has it."""
    return date(day.year(), day.month(), day.day())
