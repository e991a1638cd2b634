"""What others changed since one looked: walk through the cells, accept them, send them back, remark on them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from framework_qda.matrix.reviewing import Since, read_then_and_now, review_again, tell_item
from framework_qda.model import CellState
from framework_qda.text.worddiff import diff_statements
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.chart.reading import reference_labels
from framework_qda.ui.review.changed_reader import ChangedReader
from framework_qda.ui.review.frame import BEGIN, LIST, NOTHING, ChangedFrame
from framework_qda.ui.review.since_words import bar_words, nothing_notice, since_words
from framework_qda.ui.widgets.accepting import Accepting, sent_back_words
from framework_qda.ui.widgets.commenting import Commenting
from framework_qda.ui.widgets.diff_view import state_words
from framework_qda.ui.words import count_words, time_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.remarks import Thread
    from framework_qda.matrix.reviewing import Beginning, Review, ReviewItem
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.settings import Settings

FRAME = ("interview", "case_study", "subtopic", "theme", "analyst")
"""What changes the order of the cells or what they are named by."""
MOST_ANEW = 50
"""So many cells are asked about at once; for more the whole journal is read, beside the window."""


class ChangedPane(ChangedFrame):
    """Show what others did, and accept it, send it back or remark on it."""

    moved = Signal()
    """Another cell is at hand, or none."""
    cell_requested = Signal(str, str)
    remarks_requested = Signal(str, str, str)
    """The cell at hand on the Chart desk, with the thread of a comment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = ChangedReader(self)
        self._review: Review | None = None
        self._hint = ""
        self._reader.found.connect(self._take)
        self._reader.beginning_wanted.connect(self._show_beginning)
        self._reader.failed.connect(self.show_wait)
        self.since.chosen.connect(self._reader.look_since)
        self.begin_page.chosen.connect(self._reader.begin_since)
        self.commenting = Commenting(self.comments)
        self.accepting = Accepting(self)
        self.accepting.hinted.connect(self._tell)
        self.accepting.done.connect(self.list.setFocus)
        self.list.moved.connect(self._show_item)
        self.list.doubleClicked.connect(lambda _index: self.open())
        self.comments.left.connect(self.leave_comments)
        self.comments.subject_wanted.connect(self._open_thread)
        self.comments.close_requested.connect(self.leave_comments)
        self.commenting.was_sent_back.connect(self._tell_sent_back)

    # -- what is shown

    def begin(self, project: Project, operations: Operations, settings: Settings | None) -> None:
        """Show what others changed in a project."""
        self._project, self._operations, self._settings = project, operations, settings
        self.commenting.begin(operations)
        self.accepting.begin(operations)
        self.list.changed_model.tell = lambda item: tell_item(project.overview, item)
        self._start_anew()

    def _start_anew(self) -> None:
        self._review = None
        self.since.show_since(Since.LOOKED)
        self._show_items(())
        self.show_wait()
        self._reader.begin(self._project, self._settings)
        self._reader.ask(*self.since.beginning())

    def end(self) -> None:
        """Stop what works beside the window."""
        self._reader.cancel()

    def show_changes(self, changes: Changes) -> None:
        """Show what is to be looked at now; who works may be another."""
        reader = self._reader
        touched = changes.touched.get("cell", frozenset())
        if reader.analyst_id != self._project.analyst_id:
            self._start_anew()
        elif changes.touches(*FRAME) or len(touched) > MOST_ANEW or (touched and reader.is_running):
            reader.ask(*self.since.beginning())
        elif touched and self._review is not None:
            question = reader.question(*self.since.beginning())
            self._take_review(review_again(self._project.overview, self._review, question, touched))
            for row, item in enumerate(self.list.changed_model.items):
                if item.change.cell_id in touched:
                    self.list.choose(row)  # an undo brought it back: what is undone must be seen
        self.commenting.show_changes(changes)

    @property
    def is_complete(self) -> bool:
        """Whether what is shown is all there is."""
        return not self._reader.is_running

    def _take(self, review: Review) -> None:
        """Show what was read; what became of the cells may be another since."""
        self.list.changed_model.forget()
        self.list.show_people(tuple(review.order.people.values()))
        self._take_review(review)

    def _show_beginning(self, beginning: Beginning) -> None:
        had_focus = self.home().hasFocus()
        if beginning.ever:
            self.begin_page.show_beginning(beginning, is_other_copy=self._reader.is_other_copy)
            self.show_page(BEGIN)
        else:
            self.notice.show_notice(nothing_notice(Since.EVER))
            self.show_page(NOTHING)
            self.since.hide()
        if had_focus:
            self.home().setFocus()
        self.moved.emit()

    def _take_review(self, review: Review) -> None:
        self._review = review
        had_focus = self.home().hasFocus()
        self._show_items(review.items)
        self.since.words.setText(bar_words(self.since.since(), review))
        self.notice.show_notice(nothing_notice(self.since.since(), review.since_at))
        self.show_page(LIST if review.items else NOTHING)
        if had_focus:
            self.home().setFocus()
        self._show_item()

    def _show_items(self, items: tuple[ReviewItem, ...]) -> None:
        """Show cells; the one that is chosen stays so, or the one that took its place."""
        row, item = max(0, self.list.currentIndex().row()), self.list.current()
        self.list.changed_model.show_items(items)
        if item is not None and not (row < len(items) and items[row].place == item.place):
            row = next((n for n, each in enumerate(items) if each.place == item.place), row)
        self.list.choose(row)

    def _show_item(self) -> None:
        item = self.list.current()
        self.commenting.show_cell(CellPlace(*item.place) if item else None)
        if item is not None:
            self._show_differences(item)
        self.moved.emit()

    def _show_differences(self, item: ReviewItem) -> None:
        then, now = read_then_and_now(self._project.overview, item)
        labels = reference_labels(self._project.read, then.content, now.content)
        self.heading.setText(f"{item.number} {item.label}  ·  {item.code}")
        told = self.list.changed_model.told(item)
        self.facts.setText(f"{item.person.name}, {time_words(item.change.made_at)}: {told}")
        self.diff.show_statements(diff_statements(then.content, now.content), labels)
        self.state.setText(state_words(then.state, now.state))

    # -- what a reviewer does

    def go_on(self) -> None:
        """Take the cell for looked at, and go to the next."""
        item, review = self.list.current(), self._review
        if item is not None and review is not None:
            self._reader.mark(item)
            self._take_review(replace(review, items=tuple(each for each in review.items if each is not item)))

    def comment(self) -> None:
        """Let somebody write a remark on the cell."""
        self.open_comments()
        self.commenting.refresh()
        self.comments.ask()

    def send_back(self) -> None:
        """Ask for the words that go with sending the cell back."""
        self.open_comments()
        self.commenting.refresh()
        self.comments.ask_why()

    def _tell_sent_back(self, places: Sequence[CellPlace]) -> None:
        """Say which cell was sent back, and go on with the list."""
        self.leave_comments()
        self._tell(sent_back_words(self._project.overview, places))

    def leave_comments(self) -> None:
        """Bring the keyboard back to the list."""
        self.close_comments()
        self.list.setFocus()

    def accept(self) -> None:
        """Accept the cell, and go to the next."""
        item = self.list.current()
        if item is None:
            return
        if self._project.read.cell(*item.place).state == CellState.REVIEWED:
            self.go_on()  # accepted already, by whom the history says
        elif self.accepting.accept([item.place]):
            self.list.setFocus()

    def open(self) -> None:
        """Open the cell beside its notes."""
        item = self.list.current()
        if item is not None:
            self.cell_requested.emit(*item.place)

    def _open_thread(self, thread: Thread) -> None:
        """Open the cell beside its notes, with a thread on a part of it."""
        item = self.list.current()
        if item is not None:
            self.remarks_requested.emit(*item.place, thread.remark.comment_id)

    def mark_all(self) -> None:
        """Take everything that has been read for looked at."""
        review = self._review
        if review is not None:
            self._reader.mark_all(review.last_row)
            self.since.show_since(Since.LOOKED)
            self._take_review(replace(review, items=(), row=review.last_row))
            self._reader.ask(*self.since.beginning())

    def _tell(self, words: str) -> None:
        self._hint = words
        self.moved.emit()

    # -- what the desk asks

    def status_text(self) -> str:
        """Return how much there is to look at."""
        words, self._hint = self._hint, ""
        count = self.list.changed_model.rowCount()
        if words or not count or self._review is None:
            return words
        return f"{count_words(count, 'cell')} changed {since_words(self.since.since(), self._review)}"

    def place_text(self) -> str:
        """Return the cell at hand."""
        item = self.list.current()
        return f"{item.code} · {item.number} {item.label}" if item else ""

    def here(self) -> tuple[str, str] | None:
        """Return the cell at hand."""
        item = self.list.current()
        return item.place if item else None
