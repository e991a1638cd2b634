"""The list of everything that was done, with filters above it and the words that one change altered beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from framework_qda.matrix.history import choose_lines, read_history, read_names
from framework_qda.matrix.history_telling import read_change, tell_line
from framework_qda.project.overview import looking
from framework_qda.ui.chart.reading import reference_labels
from framework_qda.ui.newest_task import NewestTask
from framework_qda.ui.review.beside import BesideList
from framework_qda.ui.review.change_view import ChangeView
from framework_qda.ui.review.history_filters import HistoryFilters
from framework_qda.ui.review.history_view import HistoryView
from framework_qda.ui.style import em
from framework_qda.ui.widgets.diff_view import state_words
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.words import count_words, time_words

if TYPE_CHECKING:
    from pathlib import Path

    from framework_qda.matrix.history import HistoryLine, HistoryNames, HistorySection
    from framework_qda.project import Project
    from framework_qda.ui.worker import Progress

READING = "Reading the history …"
NONE_WANTED = "No change is as you look for it. Show all brings the others back."
SHOW_AFTER_MS = 60
"""A change is shown in full once the keyboard rests on it."""


class HistoryPane(QWidget):
    """Read the history beside the window, and show it."""

    cell_requested = Signal(str, str)
    remarks_requested = Signal(str, str, str)
    """An interview, a sub-topic, and the comment that was written there."""
    record_requested = Signal(str, str)
    told = Signal()
    """What the status bar should say has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._names: HistoryNames | None = None
        self._sections: tuple[HistorySection, ...] = ()
        self._is_stale = True
        self._task = NewestTask(self)
        self._task.found.connect(self._take)
        self._task.failed.connect(self._show_failure)
        self.filters = HistoryFilters()
        self.remark = wrapped_label(READING, "soft")
        self.list = HistoryView()
        self.heading = wrapped_label("", "heading")
        self.facts = wrapped_label("", "soft")
        self.change = ChangeView()
        self.state = plain_label("", "soft")
        self._resting = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._resting.timeout.connect(self._show_change)
        self.filters.changed.connect(self._choose)
        self.filters.place.left.connect(self.list.setFocus)
        self.list.moved.connect(self._resting.start)
        self.list.opened.connect(self.open)
        self._build()

    # -- what is shown

    def begin(self, project: Project) -> None:
        """Show another project, once the pane is seen."""
        self.end()
        self._project, self._names, self._sections = project, None, ()
        self.list.history.show_sections(())
        self._is_stale = True
        self._show_remark()

    def end(self) -> None:
        """Stop what works beside the window."""
        self._task.cancel()

    def note_changes(self) -> None:
        """Read again, now or when the pane is seen next."""
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    @property
    def is_complete(self) -> bool:
        """Whether what is shown is all there is."""
        return not self._task.is_running and not self._is_stale

    def refresh(self) -> None:
        """Read what has been written since, if anything has."""
        if self._project is None or not self._is_stale:
            return
        self._is_stale = False
        self._task.start(partial(_read, self._project.path))

    def _take(self, found: tuple[HistoryNames, tuple[HistorySection, ...]]) -> None:
        names, self._sections = found
        self._names = names
        project = self._project
        assert project is not None
        self.list.history.analyst = names.analyst
        self.list.history.tell = lambda line: tell_line(project.overview, names, line)
        self.filters.show_names(names)
        self._choose()

    def _show_failure(self, words: str) -> None:
        self.remark.setText(words)
        self.remark.show()

    def _choose(self) -> None:
        """Show the lines that are looked for; the one that was chosen stays so if it is among them."""
        if self._names is None:
            return
        line = self.list.current()
        self.list.history.show_sections(choose_lines(self._sections, self.filters.wanted()))
        self.list.choose(line)
        self._show_remark()
        self._resting.start()
        self.told.emit()

    def _show_remark(self) -> None:
        has_lines = bool(self.list.history.line_count)
        self.remark.setText(READING if self._names is None else NONE_WANTED)
        self.remark.setVisible(not has_lines)
        self._split.setVisible(has_lines)

    def _show_change(self) -> None:
        line, names, project = self.list.current(), self._names, self._project
        if line is None or names is None or project is None:
            self.change.show_change(None, {})
            return
        change = read_change(project.overview, names, line)
        labels = reference_labels(project.read, change.before, change.after)
        self.heading.setText(self.list.history.told(line))
        self.facts.setText(f"{names.analyst(line.analyst_id).name}, {time_words(line.made_at_text)}")
        self.change.show_change(change, labels)
        self.state.setText(state_words(change.was, change.now) if change.now else "")
        self.state.setVisible(bool(self.state.text()))
        self.told.emit()

    # -- going there

    def open(self) -> None:
        """Go to what the chosen change was about."""
        line = self.list.current()
        if line is None:
            return
        if line.type_name == "comment" and line.place != ("", ""):
            self.remarks_requested.emit(*line.place, line.entities[0])
        elif line.place != ("", ""):
            self.cell_requested.emit(*line.place)
        elif self._names is not None:
            self._open_record(line, self._names)

    def _open_record(self, line: HistoryLine, names: HistoryNames) -> None:
        kinds = (
            ("synopsis" if line.type_name in ("synthesis", "verdict") else "case_study", names.case_studies),
            ("conclusion" if line.type_name == "synthesis" else "subtopic", names.columns),
            ("interview", names.interviews),
            ("theme", names.themes),
            ("analyst", names.analysts),
        )
        for type_name, known in kinds:
            found = next((each for each in (*line.entities, *line.about) if each in known), "")
            if found:
                self.record_requested.emit(type_name, found)
                return

    def here(self) -> tuple[str, str] | None:
        """Return the cell that the chosen change was about."""
        line = self.list.current()
        return line.place if line is not None and line.place != ("", "") else None

    def status_text(self) -> str:
        """Say how many changes are listed, and of how many."""
        total = sum(len(section.lines) for section in self._sections)
        shown = self.list.history.line_count
        if self._names is None:
            return READING
        words = count_words(total, "change")
        return words if shown == total else f"{shown:,} of {words}"

    # -- the widgets

    def _build(self) -> None:
        self._beside = BesideList(self.change)
        for part in (self.heading, self.facts, self.change, self.state):
            self._beside.column.addWidget(part, int(part is self.change))
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.list)
        self._split.addWidget(self._beside)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.filters)
        self._column.addWidget(self.remark)
        self._column.addWidget(self._split, 1)
        self._column.addStretch(0)
        self._fit()
        self._split.setSizes([em(self, 40), em(self, 40)])

    def _fit(self) -> None:
        self._column.setContentsMargins(em(self, 0.9), em(self, 0.6), 0, 0)
        self._column.setSpacing(em(self, 0.6))
        self.list.setMinimumWidth(em(self, 16))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font of the program."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_column"):
            self._fit()


def _read(path: Path, progress: Progress) -> tuple[HistoryNames, tuple[HistorySection, ...]]:
    with looking(path) as overview:
        return read_names(overview), read_history(overview, progress.step)
