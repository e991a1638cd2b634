"""What others changed since one looked: walk through the cells, accept them, send them back, remark on them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from framework_qda.errors import FrameworkError
from framework_qda.matrix.reviewing import (
    Beginning,
    Question,
    Review,
    Since,
    read_beginning,
    read_review,
    read_then_and_now,
    review_again,
    tell_item,
)
from framework_qda.model import CellState
from framework_qda.project.overview import looking
from framework_qda.text.worddiff import diff_statements
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.chart.reading import references
from framework_qda.ui.review.frame import BEGIN, LIST, NOTHING, ChangedFrame
from framework_qda.ui.review.looked import Looked
from framework_qda.ui.review.since_words import bar_words, nothing_notice, since_words
from framework_qda.ui.style import state_look
from framework_qda.ui.widgets.accepting import Accepting, sent_back_words
from framework_qda.ui.widgets.commenting import Commenting
from framework_qda.ui.words import count_words, time_words
from framework_qda.ui.worker import CancelledError, Progress, Task

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.remarks import Thread
    from framework_qda.matrix.reviewing import ReviewItem
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
        self._looked: Looked | None = None
        self._review: Review | None = None
        self._question: Question | None = None
        self._task: Task | None = None
        self._meanwhile: dict[str, int] = {}
        """Cells that were looked at since another beginning than the last look was chosen."""
        self._is_beginning = False
        """Whether what is being read is where somebody who has never looked begins."""
        self._hint = ""
        self.commenting = Commenting(self.comments)
        self.accepting = Accepting(self)
        self.accepting.hinted.connect(self._tell)
        self.accepting.done.connect(self.list.setFocus)
        self.list.moved.connect(self._show_item)
        self.list.doubleClicked.connect(lambda _index: self.open())
        self.since.chosen.connect(self._look_since)
        self.begin_page.chosen.connect(self.begin_looking)
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
        self._looked = Looked(self._project, self._settings)
        self._review = None
        self.since.show_since(Since.LOOKED)
        self._show_items(())
        self.show_wait()
        self._read(self._looked.question())

    def end(self) -> None:
        """Stop what works beside the window."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def show_changes(self, changes: Changes) -> None:
        """Show what is to be looked at now; who works may be another."""
        looked, question = self._looked, self._question
        if looked is None or question is None:
            return
        touched = changes.touched.get("cell", frozenset())
        if looked.analyst_id != self._project.analyst_id:
            self._start_anew()
        elif changes.touches(*FRAME) or len(touched) > MOST_ANEW or (touched and self._task is not None):
            self._read(self._ask())
        elif touched and self._review is not None:
            self._take_review(review_again(self._project.overview, self._review, self._ask(), touched))
            self._choose_again(touched)
        self.accepting.show_changes(changes)
        self.commenting.show_changes(changes)

    def _choose_again(self, touched: Collection[str]) -> None:
        """Choose a cell that an undo brought back: what is undone must be seen."""
        for row, item in enumerate(self.list.changed_model.items):
            if item.change.cell_id in touched:
                self.list.choose(row)

    @property
    def is_complete(self) -> bool:
        """Whether what is shown is all there is."""
        return self._task is None

    def _ask(self) -> Question:
        """Return what is to be asked now."""
        assert self._looked is not None
        since = self.since.since()
        if since is Since.LOOKED:
            return self._looked.question()
        return Question(self._looked.analyst_id, since, seen=dict(self._meanwhile), day=self.since.chosen_day())

    def _read(self, question: Question, *, is_beginning: bool = False) -> None:
        """Ask the journal beside the window; the newest question is the one answered."""
        self.end()
        self._question = question
        assert self._looked is not None
        wants_beginning = not (self._looked.has_begun or is_beginning)
        self._task = Task(partial(_read, self._project.path, question, wants_beginning))
        self._is_beginning = is_beginning
        self._task.ended.connect(self._take)
        self._task.start()

    def _take(self, task: Task) -> None:
        if task is not self._task:
            return
        self._task = None
        try:
            found: Review | Beginning = task.result()
        except CancelledError:
            return
        except FrameworkError as error:
            self.show_wait(str(error))
            return
        if isinstance(found, Beginning):
            self._show_beginning(found)
            return
        self.list.changed_model.forget()
        self.list.show_people(tuple(found.order.people.values()))
        if self._is_beginning and self._looked is not None:
            self._looked.begin(found.row)
        self._take_review(found)

    def _show_beginning(self, beginning: Beginning) -> None:
        had_focus = self.home().hasFocus()
        if beginning.ever:
            is_other_copy = self._looked is not None and self._looked.is_other_copy
            self.begin_page.show_beginning(beginning, is_other_copy=is_other_copy)
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
        used = {each for content in (then.content, now.content) for one in content for each in one.evidence}
        labels = {key: ref.label for key, ref in references(self._project.read, used).items()}
        self.heading.setText(f"{item.number} {item.label}  ·  {item.code}")
        told = self.list.changed_model.told(item)
        self.facts.setText(f"{item.person.name}, {time_words(item.change.made_at)}: {told}")
        self.diff.show_statements(diff_statements(then.content, now.content), labels)
        was, state = state_look(then.state), state_look(now.state)
        words = f"{state.sign} {state.words}".strip()
        self.state.setText(f"State: {words}" if then.state == now.state else f"State: {was.words} → {words}")

    # -- since when

    def _look_since(self) -> None:
        self._meanwhile = {}
        self._read(self._ask())

    def begin_looking(self, since: Since, day: date | None) -> None:
        """Take for looked at, once and for all, what is older than the beginning that was chosen."""
        assert self._looked is not None
        self._read(Question(self._looked.analyst_id, since, day=day), is_beginning=True)

    # -- what a reviewer does

    def go_on(self) -> None:
        """Take the cell for looked at, and go to the next."""
        item, review = self.list.current(), self._review
        if item is not None and review is not None and self._looked is not None:
            self._looked.mark(item)
            self._meanwhile[item.change.cell_id] = item.change.row
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
        if self._looked is not None and self._review is not None:
            self._looked.begin(self._review.last_row)
            self.since.show_since(Since.LOOKED)
            self._take_review(replace(self._review, items=(), row=self._review.last_row))
            self._read(self._looked.question())

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


def _read(path: Path, question: Question, wants_beginning: bool, progress: Progress) -> Review | Beginning:
    with looking(path) as overview:
        if wants_beginning:
            return read_beginning(overview, question.analyst_id)
        return read_review(overview, question, progress.step)
