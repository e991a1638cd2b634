"""The Review desk: what others changed since one looked, and the list of everything that was ever done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from framework_qda.ui.context_menu import PlaceMenu
from framework_qda.ui.desk import Desk
from framework_qda.ui.keys import make_action
from framework_qda.ui.review.changed_pane import ChangedPane
from framework_qda.ui.review.history_pane import HistoryPane
from framework_qda.ui.style import set_role
from framework_qda.ui.widgets.accepting import TOPIC

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations

WRITING = ("review.accept", "review.send_back", "review.comment")
OF_ITEM = ("review.next", *WRITING)
"""Commands on the cell that others changed."""
SHOWN = ("review.next", "review.accept", "review.send_back", "review.open_cell")
"""Commands with a button; the others stand in the menu."""
CHANGED, HISTORY = 0, 1


class ReviewDesk(Desk):
    """Show what others did, and what anybody did."""

    title = "Review"
    icon = "ph.checks"
    key_group = "review"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changed = ChangedPane()
        self.history = HistoryPane()
        slots = {
            "review.next": self.changed.go_on,
            "review.accept": self.changed.accept,
            "review.send_back": self.changed.send_back,
            "review.comment": self.changed.comment,
            "review.open_cell": self.open_in_chart,
            "review.mark_all": self.changed.mark_all,
            "review.show_changed": lambda: self.show_part(CHANGED),
            "review.show_history": lambda: self.show_part(HISTORY),
            "review.switch_pane": self.switch_pane,
            "review.previous_pane": lambda: self.switch_pane(-1),
            "review.filter": self.filter_history,
            "review.all_history": self.history.filters.clear,
        }
        self.actions_by_id = {name: make_action(self._parent_of(name), name, slot) for name, slot in slots.items()}
        self.changed.put_buttons([self.actions_by_id[name] for name in SHOWN])
        self._connect()
        self._build()
        PlaceMenu(self.changed.list, lambda: [self.actions_by_id[name] for name in (*OF_ITEM, "review.open_cell")])
        PlaceMenu(self.history.list, lambda: [self.actions_by_id["review.open_cell"]])
        self.home = self.changed.list

    def _parent_of(self, name: str) -> QWidget:
        return self.changed.list if name in OF_ITEM else self

    def _connect(self) -> None:
        self.changed.moved.connect(self._follow)
        self.changed.home_changed.connect(self._follow)
        self.changed.accepting.told.connect(partial(self.news_wanted.emit, TOPIC))
        self.changed.cell_requested.connect(self.cell_requested.emit)
        self.changed.remarks_requested.connect(self.remarks_requested.emit)
        self.changed.notice.step_taken.connect(self.desk_requested.emit)
        self.history.told.connect(self._follow)
        self.history.cell_requested.connect(self.cell_requested.emit)
        self.history.record_requested.connect(self.record_requested.emit)
        self.history.remarks_requested.connect(self.remarks_requested.emit)

    def _build(self) -> None:
        self.tabs = QTabBar()
        set_role(self.tabs, "documents")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setAccessibleName("What is reviewed")
        for name in ("review.show_changed", "review.show_history"):
            place = self.tabs.addTab(self.actions_by_id[name].text().replace("&", ""))
            self.tabs.setTabToolTip(place, self.actions_by_id[name].toolTip())
        self._parts = QStackedWidget()
        self._parts.addWidget(self.changed)
        self._parts.addWidget(self.history)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._parts, 1)
        self.tabs.currentChanged.connect(self._turn_to)

    # -- what every desk does

    def set_project(self, project: Project, operations: Operations) -> None:
        """Show what others changed in a project."""
        super().set_project(project, operations)
        self.changed.begin(project, operations, self.settings)
        self.history.begin(project)

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed."""
        self.changed.show_changes(changes)
        self.history.note_changes()

    def end(self) -> None:
        """Stop what works beside the window."""
        self.changed.end()
        self.history.end()

    def open_record(self, type_name: str, record_id: str) -> None:
        """Show what others `changed`, or the `history` of everything that was done."""
        self.show_part(CHANGED if type_name == "changed" else HISTORY)

    # -- the two parts

    @property
    def is_history(self) -> bool:
        """Whether the list of everything that was done is shown."""
        return self.tabs.currentIndex() == HISTORY

    def show_part(self, part: int) -> None:
        """Show what others changed (0), or everything that was done (1), and bring the keyboard there."""
        self.tabs.setCurrentIndex(part)
        if self.home is not None:
            self.home.setFocus(Qt.FocusReason.OtherFocusReason)

    def switch_pane(self, step: int = 1) -> None:
        """Bring the keyboard to the next part of what is shown, and round; -1: to the one before."""
        changed, history = self.changed, self.history
        if self.is_history:
            panes: list[QWidget] = [history.list, history.change, history.filters.analyst]
        else:
            panes = [changed.list, changed.diff, changed.comments.field]
        shown = [pane for pane in panes if pane.isVisible()]
        here = next((place for place, pane in enumerate(shown) if pane.hasFocus()), -1 if step > 0 else len(shown))
        is_last = not 0 <= here + step < len(shown)
        if not (is_last and self.go_beyond()) and shown:
            shown[(here + step) % len(shown)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def filter_history(self) -> None:
        """Bring the keyboard to the filters of the history."""
        self.show_part(HISTORY)
        self.history.filters.analyst.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_to(self, part: int) -> None:
        self._parts.setCurrentIndex(part)
        if part == HISTORY:
            self.history.refresh()
        self._follow()

    def _follow(self) -> None:
        """Let commands and bars be those of what is at hand."""
        self.home = self.history.list if self.is_history else self.changed.home()
        item = None if self.is_history else self.changed.list.current()
        for name in OF_ITEM:
            self.actions_by_id[name].setEnabled(item is not None and (name not in WRITING or self.operations.can_edit))
        self.actions_by_id["review.open_cell"].setEnabled(self.is_history or item is not None)
        self.status_changed.emit()

    def open_in_chart(self) -> None:
        """Open what is at hand: a cell beside its notes."""
        (self.history if self.is_history else self.changed).open()

    # -- what the window asks

    def status_text(self) -> str:
        """Return how much there is to look at."""
        return (self.history if self.is_history else self.changed).status_text()

    def place_text(self) -> str:
        """Return the cell at hand."""
        return "" if self.is_history else self.changed.place_text()

    def here(self) -> tuple[str, str] | None:
        """Return the cell at hand."""
        return (self.history if self.is_history else self.changed).here()

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the desk's menu."""
        return tuple(self.actions_by_id.values())
