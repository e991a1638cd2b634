"""Reading and reviewing a cell on any desk: comments on it, accepting it, sending it back, the next with a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.ui.widgets.accepting import Accepting, sent_back_words
from framework_qda.ui.widgets.commenting import Commenting
from framework_qda.ui.widgets.next_remarked import next_remarked
from framework_qda.ui.widgets.thread_seeking import go_to_thread
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from framework_qda.matrix.place_order import PlaceNumbers
    from framework_qda.matrix.remarks import Thread
    from framework_qda.model import Changes
    from framework_qda.ui.cell_place import CellPlace
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.widgets.comments_panel import CommentsPanel
    from framework_qda.ui.widgets.side_panels import SidePanels

NONE_OPEN = "No comment is open on any cell."
COMMANDS = ("comment", "comments", "next_comment", "previous_comment", "accept", "send_back")
"""What a desk with this has, each under its own group of keys."""
WRITING = ("comment", "accept", "send_back")
"""Those that change the project: off where it may only be read."""


class CellReviewing(QObject):
    """What a reviewer does with the cell at hand; what a desk has at hand its own kind of this says."""

    hinted = Signal(str)
    told = Signal(str, object)
    """A message on an acceptance with its buttons; an empty text takes the one before away."""
    cell_wanted = Signal(object)
    """A `CellPlace`."""

    def __init__(self, panel: CommentsPanel, parent: QObject) -> None:
        super().__init__(parent)
        self.panel = panel
        self.operations: Operations | None = None
        self.commenting = Commenting(panel)
        self.commenting.before_writing = self.finish
        self.accepting = Accepting(self)
        self.accepting.hinted.connect(self.hinted)
        self.accepting.told.connect(self.told)
        self.accepting.done.connect(self.go_back)
        self.commenting.was_sent_back.connect(self._tell_sent_back)
        panel.close_requested.connect(self.toggle)
        panel.left.connect(self.go_back)
        panel.subject_wanted.connect(self._go_to_subject)

    # -- what a desk says

    def place(self) -> CellPlace | None:
        """Return the cell at hand."""
        raise NotImplementedError

    def places(self) -> Sequence[CellPlace]:
        """Return the cells that are accepted or sent back together."""
        place = self.place()
        return () if place is None else (place,)

    def finish(self) -> bool:
        """Write what is being typed; say whether nothing is left to write."""
        raise NotImplementedError

    def statement_at_caret(self) -> str:
        """Return the statement that somebody is writing, or an empty text."""
        return ""

    def show_panel(self, *, is_shown: bool) -> None:
        """Show or hide the comments."""
        raise NotImplementedError

    def go_back(self) -> None:
        """Bring the keyboard back to the cell."""
        raise NotImplementedError

    def order_of(self, numbers: PlaceNumbers, place: CellPlace) -> tuple[int, ...]:
        """Return where a cell comes on the way from comment to comment."""
        return (numbers.rows[place.interview_id], numbers.columns[place.subtopic_id])

    def show_statement(self, statement_id: str) -> None:
        """Lead to a statement of the cell at hand."""
        raise NotImplementedError

    def show_passage(self, extract_id: str) -> None:
        """Lead to a passage that the cell at hand rests on."""
        raise NotImplementedError

    # -- what is shown

    def begin(self, operations: Operations) -> None:
        """Work in another project from now on."""
        self.operations = operations
        self.accepting.begin(operations)
        self.commenting.begin(operations)

    def slots(self, group: str) -> Mapping[str, Callable[[], object]]:
        """Return what the commands of a desk do."""
        slots: Mapping[str, Callable[[], object]] = {
            "comment": self.comment,
            "comments": self.toggle,
            "next_comment": lambda: self._go_to_comment(1),
            "previous_comment": lambda: self._go_to_comment(-1),
            "accept": self.accept,
            "send_back": self.send_back,
        }
        return {f"{group}.{name}": slot for name, slot in slots.items()}

    def follow(self) -> None:
        """Show what is said of the cell at hand."""
        self.commenting.show_cell(self.place())

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed."""
        self.commenting.show_changes(changes)

    # -- what a reviewer does

    def toggle(self) -> None:
        """Show or hide the comments."""
        is_shown = self.panel.isHidden()
        self.show_panel(is_shown=is_shown)
        if is_shown:
            self.follow()
        else:
            self.go_back()

    def show(self) -> None:
        """Show what is said of the cell at hand."""
        self.show_panel(is_shown=True)
        self.follow()

    def show_remarks(self, comment_id: str) -> None:
        """Show what is said of the cell at hand, with the thread of a comment in view and ready for an answer."""
        self.show()
        if not go_to_thread(self.panel, comment_id):
            self.go_back()

    def comment(self) -> None:
        """Write a remark on the statement of the caret, or on the cell."""
        statement_id = self.statement_at_caret()
        if self._open():
            self.panel.ask(statement_id)

    def comment_on(self, type_name: str, record_id: str) -> None:
        """Write a remark on a `statement` or an `extract` of the cell at hand."""
        if self._open():
            is_statement = type_name == "statement"
            self.panel.ask(record_id if is_statement else "", "" if is_statement else record_id)

    def send_back(self) -> None:
        """Ask for the words that go with sending cells back."""
        places = self.places()
        if self._open():
            self.panel.ask_why(places if len(places) > 1 else ())

    def _open(self) -> bool:
        """Write what is being typed, and show the panel with it."""
        is_possible = self.operations is not None and self.operations.can_edit and self.place() is not None
        if not is_possible or not self.finish():
            return False
        self.show_panel(is_shown=True)
        self.follow()
        return True

    def accept(self) -> None:
        """Call cells read and accepted."""
        places, operations = self.places(), self.operations
        if operations is None or not operations.can_edit or not places or not self.finish():
            return
        self.accepting.accept(places)

    def _tell_sent_back(self, places: Sequence[CellPlace]) -> None:
        """Say which cells were sent back, in place of what was said of the cell before."""
        if self.operations is not None:
            self.hinted.emit(sent_back_words(self.operations.project.overview, places))
        self.go_back()

    def _go_to_comment(self, direction: int) -> None:
        if self.operations is None:
            return
        place = next_remarked(self.operations.project.read, self.place(), direction, self.order_of)
        if place is None:
            self.hinted.emit(NONE_OPEN)
        elif self.finish():
            self.show_panel(is_shown=True)
            self.cell_wanted.emit(place)
            self.follow()

    def _go_to_subject(self, thread: Thread) -> None:
        if self.finish():
            if thread.subject_type == "extract":
                self.show_passage(thread.subject_id)
            elif thread.statement_id:
                self.show_statement(thread.statement_id)


def say_count(panels: SidePanels, count: int) -> None:
    """Say on the tab of the comments how many are open on the cell at hand."""
    spoken = f"Comments: {count_words(count, 'open comment')}" if count else "Comments"
    panels.say("comments", f"Comments · {count}" if count else "Comments", spoken)
