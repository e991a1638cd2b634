"""The table of the Case desk on the screen; what a key or a click means is told by signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QWidget

from framework_qda.ui.case.delegate import CaseDelegate
from framework_qda.ui.case.header import InterviewHeader, SubtopicHeader, TableCorner
from framework_qda.ui.case.model import CaseModel, Place
from framework_qda.ui.case.note_editor import NoteEditor
from framework_qda.ui.case.sizing import CaseSizes
from framework_qda.ui.matrix.look import GridLook
from framework_qda.ui.matrix.pointer import ChipPointer
from framework_qda.ui.matrix.prose_table import ProseTable
from framework_qda.ui.style import current_tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from framework_qda.matrix.within_case import CaseReading
    from framework_qda.ui.case.model import Index


class CaseView(ProseTable):
    """Show a `CaseReading`: sub-topics under their themes, interviews side by side, verdicts behind them."""

    note_written = Signal(object, str)
    """The `Place` of a verdict, and its new note."""
    note_requested = Signal()
    """The note of the verdict at the current place is to be written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case_model = CaseModel(self)
        self._is_current_seen = False
        self.look = GridLook(self.font())
        self.cells = CaseDelegate(self.case_model, self.look, self)
        self.subtopics = SubtopicHeader(self.case_model, self.look, self)
        self.interviews = InterviewHeader(self.case_model, self.look, self)
        self.sizes = CaseSizes(self)
        self.setItemDelegate(self.cells)
        self.setVerticalHeader(self.subtopics)
        self.setHorizontalHeader(self.interviews)
        self.setModel(self.case_model)
        self._corner = TableCorner(self.subtopics, self.interviews, self)
        self.set_up()
        self.pointer = ChipPointer(self)
        self.cells.note_written.connect(self.note_written)

    def set_up(self) -> None:
        """Scroll sideways by whole columns, and choose one place at a time."""
        super().set_up()
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)  # no column stands cut at the left
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    # -- what is shown

    def show_reading(self, reading: CaseReading) -> None:
        """Show another case study from its beginning, or the same one as it is now in its place."""
        place = self.current_place()
        before = [part.case_study_id for part in self.case_model.reading.parts]
        if not self.case_model.is_like(reading):
            self.finish_note()
        lines = self.case_model.set_reading(reading)
        self.setAccessibleName(reading.label or "Case study")
        if lines is not None:
            if lines:
                self.sizes.measure(lines)
            return
        self.cells.forget()
        self._span_bands()
        self.sizes.refit()
        is_same = before == [part.case_study_id for part in reading.parts]
        index = self._index_of(place) if is_same and place else QModelIndex()
        if not is_same:
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)
        self.setCurrentIndex(index if index.isValid() else self.case_model.first_place())

    def _span_bands(self) -> None:
        self.clearSpans()
        columns = len(self.case_model.columns)
        for line in range(self.case_model.rowCount()):
            if columns > 1 and self.case_model.section_at(line) is not None:
                self.setSpan(line, 0, 1, columns)

    def current_place(self) -> Place | None:
        """Return what stands at the current place."""
        return self.case_model.place_at(self.currentIndex())

    def go_to(self, interview_id: str, subtopic_id: str) -> bool:
        """Make a cell the current one and bring it into view; say whether it is shown at all."""
        index = self.case_model.index_of(interview_id, subtopic_id)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def go_to_line(self, subtopic_id: str) -> bool:
        """Bring a sub-topic into view, in the same column; say whether it is shown at all."""
        line, column = self.case_model.line_of(subtopic_id), max(0, self.currentIndex().column())
        if line < 0 or not self.case_model.columns:
            return False
        self.setCurrentIndex(self.case_model.index(line, min(column, len(self.case_model.columns) - 1)))
        return True

    def stay_at(self, place: Place | None) -> None:
        """Go back to a place that was at hand before other columns were shown, at least to its sub-topic."""
        if place is None:
            return
        index = self._index_of(place)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.go_to_line(place.subtopic_id)

    def point_at(self, interview_id: str, subtopic_id: str) -> None:
        """Mark a cell that is named elsewhere; empty ids mark none."""
        self.cells.pointed = (interview_id, subtopic_id)
        self.viewport().update()

    def edit_note(self) -> bool:
        """Write the note of the verdict of the current line, in its place; say whether there is one."""
        index = self.currentIndex()
        if not index.isValid():
            return False
        part = self.case_model.columns[index.column()].part
        verdicts = [n for n, each in enumerate(self.case_model.columns) if each.part == part and each.number < 0]
        if not verdicts:
            return False
        self.setCurrentIndex(self.case_model.index(index.row(), verdicts[0]))
        self.edit(self.currentIndex())
        return True

    def write_again(self, place: Place, note: str) -> None:
        """Show the field of a note once more with words that could not be written, when the one before is gone."""
        QTimer.singleShot(0, self, lambda: self._show_again(place, note))

    def _show_again(self, place: Place, note: str) -> None:
        index = self._index_of(place)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)
            for editor in self.findChildren(NoteEditor):
                editor.show_typed(note)

    def finish_note(self) -> None:
        """Write the note that is being typed, if one is."""
        for editor in self.findChildren(NoteEditor):
            editor.finish()

    def _index_of(self, place: Place) -> QModelIndex:
        return self.case_model.index_of(place.interview_id, place.subtopic_id, place.case_study_id)

    def refresh_look(self) -> None:
        """Take the font and the colours in force."""
        if self.look.font == self.font() and self.look.tokens is current_tokens():
            return
        self.look = GridLook(self.font())
        for part in (self.cells, self.subtopics, self.interviews):
            part.set_look(self.look)
        self.scroll_by_lines()
        self.sizes.refit()
        self.viewport().update()

    # -- Qt's own events

    def updateGeometries(self) -> None:
        """Place the corner above the names of the sub-topics."""
        super().updateGeometries()
        self._corner.setGeometry(0, 0, self.subtopics.width(), self.interviews.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the table, and take note of whether somebody sees the current place."""
        super().paintEvent(event)
        self._is_current_seen = self._sees_current()

    def _sees_current(self) -> bool:
        rect = self.visualRect(self.currentIndex())
        shown = rect & self.viewport().rect()
        least = min(rect.height(), round(self.look.line_step + self.look.pad_y))
        return not shown.isEmpty() and shown.height() >= least

    def keep_current_in_view(self) -> None:
        """Bring the current place back that was seen before the lines took other heights."""
        if self._is_current_seen and self.currentIndex().isValid() and not self._sees_current():
            self.scrollTo(self.currentIndex())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep names and case studies in view while their lines and columns are."""
        super().scrollContentsBy(dx, dy)
        if dy:
            self.subtopics.viewport().update()
        if dx:
            self.interviews.viewport().update()
            self.viewport().update()  # the titles of themes stay where they are

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns again."""
        super().resizeEvent(event)
        self.sizes.fit_columns()
        self.keep_current_in_view()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the colours of the program."""
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if event.type() in kinds and hasattr(self, "_corner"):
            self.refresh_look()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a place into view; what is clicked stays put, and the theme above a first line comes along."""
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        above = index.row() - 1
        if above >= 0 and self.case_model.section_at(above) is not None:
            super().scrollTo(self.case_model.index(above, 0), hint)
        super().scrollTo(index, hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the cell or the note on Enter, show evidence on Space; letters are the keys of commands."""
        key, held = event.key(), event.modifiers()
        plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid() and self.case_model.is_verdict(self.currentIndex().column()):
                self.note_requested.emit()
            else:
                self.open_requested.emit()
        elif plain and key == Qt.Key.Key_Space:
            self.evidence_requested.emit()
        else:
            super().keyPressEvent(event)
