"""What is said of the chosen record of an outline: below its form, or in a low window instead of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSplitter

from framework_qda.matrix.remark_counts import shown_beside
from framework_qda.model import Comment
from framework_qda.ui.hint import Hint
from framework_qda.ui.keys import make_action
from framework_qda.ui.outline_desk import OutlineDesk
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.commenting import Commenting
from framework_qda.ui.widgets.comments_panel import HEIGHT_OF_COMMENTS, CommentsPanel
from framework_qda.ui.widgets.thread_seeking import go_to_thread
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.remarks import Thread
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations

HEIGHT_OF_FORM = 18
"""In em: what of a form is of use above the comments."""
NO_RECORD = "Choose a line to see what is said of it."
NONE_OPEN = "No comment is open on any line here."
COMMENTS = "comments"


class Commented(NamedTuple):
    """What is remarked on: a record with its name, and what of it is meant first."""

    type_name: str
    record_id: str
    name: str
    part_id: str = ""


class CommentedOutlineDesk(OutlineDesk):
    """An outline whose records can be commented on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = Hint(self)
        self.hint.changed.connect(self.status_changed)
        self.comments = CommentsPanel()
        self.comments.threads.no_subject = NO_RECORD
        self.commenting = Commenting(self.comments)
        self.commenting.before_writing = self._finish
        self._are_comments_wanted = False
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.setHandleWidth(1)
        self._parts.setChildrenCollapsible(False)
        self._splitter.replaceWidget(1, self._parts)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([1000, 760])
        self._parts.addWidget(self._right)
        self._parts.addWidget(self.comments)
        self._right.show()
        self.comments.hide()
        self.comments.close_requested.connect(self.toggle_comments)
        self.comments.left.connect(self.view.setFocus)
        self.comments.subject_wanted.connect(self._go_to_subject)
        group = self.key_group
        slots = {
            "comment": self.comment,
            "comments": self.toggle_comments,
            "next_comment": lambda: self._go_to_comment(1),
            "previous_comment": lambda: self._go_to_comment(-1),
        }
        self.comment_actions = {name: make_action(self, f"{group}.{name}", slot) for name, slot in slots.items()}
        self.comment_actions["comments"].setCheckable(True)
        self.comments_button = QPushButton()
        set_role(self.comments_button, "about")
        self.comments_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the fields come first; the command has a key
        self.comments_button.clicked.connect(lambda _checked=False: self.comment_actions["comments"].trigger())
        self.panel.head.addWidget(self.comments_button, 0, Qt.AlignmentFlag.AlignLeft)

    # -- what a desk of this kind says

    def commented(self) -> Commented | None:
        """Return what is remarked on while a line is chosen; `None`: nothing can be."""
        raise NotImplementedError

    def remark_counts(self) -> Mapping[str, int]:
        """Return how many comments are open, by the key of the line."""
        raise NotImplementedError

    def show_part(self, type_name: str, record_id: str) -> None:
        """Lead to a part of the chosen record that a comment is about."""

    # -- Desk

    def set_project(self, project: Project, operations: Operations) -> None:
        """Show another project, with comments if they were shown when it was open last."""
        self.commenting.begin(operations)
        super().set_project(project, operations)
        remembered = self.settings.remembered(project.project_id, self._memory) if self.settings else ""
        self._are_comments_wanted = remembered == COMMENTS
        self._fit_comments()

    def open_record(self, type_name: str, record_id: str) -> None:
        """Choose the line of a record, or show what is said of it, or one comment of that in its thread."""
        if type_name not in ("remarks", "remark"):
            super().open_record(type_name, record_id)
            return
        comment = self.project.read.get(Comment, record_id) if type_name == "remark" else None
        if comment is not None:
            record_id = shown_beside(self.project.read, comment.subject_type, comment.subject_id)
        self.finish_editing()
        self._want_comments(is_wanted=True)
        super().open_record("", record_id)
        if comment is not None:
            go_to_thread(self.comments, comment.id)

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed, if it is shown here."""
        super().show_changes(changes)
        self.commenting.show_changes(changes)

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return what the toolbar holds, and what is done with comments."""
        return [*super().desk_actions(), *self.comment_actions.values()]

    @property
    def _memory(self) -> str:
        return f"{self.key_group}_panels"

    # -- what can be done

    def toggle_comments(self) -> None:
        """Show or hide the comments."""
        self._want_comments(is_wanted=self.comments.isHidden())
        if self.comments.isHidden():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def comment(self) -> None:
        """Write a remark on what is chosen."""
        commented = self.commented()
        if commented is not None and self.operations.can_edit:
            self.finish_editing()
            self._want_comments(is_wanted=True)
            self.comments.ask(record_id=commented.part_id)

    def _go_to_comment(self, direction: int) -> None:
        """Choose the next line with an open comment; after the last comes the first."""
        self.finish_editing()
        counts = self.remark_counts()
        keys = [node.key for node in self.model.nodes()]
        wanted = [place for place, key in enumerate(keys) if counts.get(key)]
        if not wanted:
            self.hint.say(NONE_OPEN)
            return
        node = self.view.current_node()
        here = keys.index(node.key) if node is not None and node.key in keys else -1
        if direction > 0:
            place = next((each for each in wanted if each > here), wanted[0])
        else:
            place = next((each for each in reversed(wanted) if each < here), wanted[-1])
        self._want_comments(is_wanted=True)
        self.view.choose(keys[place])

    def _finish(self) -> bool:
        self.finish_editing()
        return True

    def _go_to_subject(self, thread: Thread) -> None:
        if self._right.isHidden():
            self._want_comments(is_wanted=False)
        self.show_part(thread.subject_type, thread.subject_id)

    # -- what is shown

    def _want_comments(self, *, is_wanted: bool) -> None:
        self._are_comments_wanted = is_wanted
        if self.settings is not None:
            self.settings.remember(self.project.project_id, self._memory, COMMENTS if is_wanted else "")
        self._fit_comments()

    def _show_chosen(self, kind: str, key: str) -> None:
        super()._show_chosen(kind, key)
        self._fit_comments()

    def _fit_comments(self) -> None:
        """Show the comments where they are wanted and something is chosen; in a low window instead of the form."""
        commented = self.commented()
        is_shown = self._are_comments_wanted and commented is not None
        is_low = self._parts.height() < em(self, HEIGHT_OF_COMMENTS + HEIGHT_OF_FORM)
        is_new = is_shown and self.comments.isHidden()
        self.comments.setVisible(is_shown)
        self._right.setVisible(not (is_shown and is_low))
        if is_new:
            self._parts.refresh()  # what was hidden has no size yet that could be set
            height = self._parts.height()
            self._parts.setSizes([round(height * 0.55), round(height * 0.45)])
        for name in ("comment", "comments"):
            can_do = name == "comments" or self.operations.can_edit
            self.comment_actions[name].setEnabled(commented is not None and can_do)
        self.comment_actions["comments"].setChecked(is_shown)
        self._show_count(commented)
        if is_shown and commented is not None:
            self.commenting.show_record(commented.type_name, commented.record_id, commented.name)

    def _show_count(self, commented: Commented | None) -> None:
        """Say below the name of the record how many comments are open on it; a click shows them."""
        count = self.remark_counts().get(commented.record_id, 0) if commented is not None else 0
        self.comments_button.setText(f"● {count_words(count, 'open comment')}" if count else "Comments")
        self.comments_button.setToolTip(self.comment_actions["comments"].toolTip())
        self.comments_button.setAccessibleName(count_words(count, "open comment") if count else "Comments")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a low window to the comments or the form."""
        super().resizeEvent(event)
        if hasattr(self, "project"):
            self._fit_comments()
