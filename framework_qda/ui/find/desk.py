"""The Find desk: one field; what is found stands below it while somebody types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout

from framework_qda.matrix.search_results import SECTION_TITLES
from framework_qda.ui.context_menu import PlaceMenu
from framework_qda.ui.desk import Desk
from framework_qda.ui.find.answering import Answering
from framework_qda.ui.find.bar import FindBar
from framework_qda.ui.find.kinds import KIND_KEYS, KINDS
from framework_qda.ui.find.opening import open_hit
from framework_qda.ui.find.pages import AskPage, NonePage
from framework_qda.ui.keys import make_action
from framework_qda.ui.style import em
from framework_qda.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QFocusEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.project.hits import HitKind
    from framework_qda.ui.find.work import Understood
    from framework_qda.ui.operations import Operations

_FRAME = ("case_study", "theme", "subtopic", "analyst")
_LISTS = ("case_study", "theme", "analyst")
_ASK, _RESULTS, _NONE = range(3)
_SEARCHED = "Notes, cells, conclusions, extracts, comments and names were searched for"
SEARCHING = "Searching …"
ROOM_FOR_LISTS = 26
"""In em: in a lower desk the lists that choose nothing give way to the results; the menu opens them."""
PATIENCE_MS = 250
"""What takes longer is said: at the first search for near words all words of the project are read."""


class FindDesk(Desk):
    """Find words anywhere in the project."""

    title = "Find"
    icon = "ph.magnifying-glass"
    key_group = "find"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: HitKind | None = None
        self.answering = Answering(self)
        self.searcher, self.results, self.view = (
            self.answering.searcher,
            self.answering.results,
            self.answering.view,
        )
        self._actions = self._make_actions()
        self.bar = FindBar([self._actions[KIND_KEYS[kind]] for kind in KINDS])
        self.field = self.bar.field
        self.ask_page, self.none_page = AskPage(), NonePage()
        self._pages = QStackedWidget()
        for page in (self.ask_page, self.view, self.none_page):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self._pages, 1)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_searching)
        self._connect()
        PlaceMenu(self.view, lambda: [self._actions["find.open"]])
        self.home = self.field

    # -- what every desk does

    def set_project(self, project: Project, operations: Operations) -> None:
        """Search another project."""
        super().set_project(project, operations)
        self.searcher.begin(project)
        self.bar.filters.read_choices(project.read)
        self._show_page(_ASK)

    def show_changes(self, changes: Changes) -> None:
        """Search again: what has changed may be found now, or no longer."""
        if changes.touches(*_FRAME):
            self.bar.filters.read_choices(self.project.read)
        self.answering.ask_again_soon()

    def end(self) -> None:
        """Stop searching."""
        self.answering.end()

    def status_text(self) -> str:
        """Return how much was found; in a low window also how the question was understood."""
        return self.bar.words if self.bar.is_folded else self.bar.count.text()

    def place_text(self) -> str:
        """Return what is looked for."""
        return self.answering.question.typed.strip()

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions of this desk's menu."""
        actions = self._actions
        kinds = [actions[KIND_KEYS[kind]] for kind in KINDS]
        lists = [actions[f"find.{name}"] for name in (*_LISTS, "clear")]
        return [actions["find.open"], actions["find.near"], None, *kinds, None, *lists]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of a low window to the results."""
        super().resizeEvent(event)
        self.bar.fold(is_folded=self.height() < em(self, ROOM_FOR_LISTS))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the field, with its words selected."""
        self.bar.select_words()

    # -- what this desk does

    def look_for(self, words: str) -> None:
        """Look for some words, as if they had been typed."""
        self.field.setText(words)
        self.bar.go_on_typing()

    def step_result(self, direction: int) -> bool:
        """Go to the next (1) or the previous (-1) result; return whether there is one to go to."""
        if self._pages.currentIndex() != _RESULTS:
            return False
        self.answering.step(direction)
        return True

    def show_kind(self, kind: HitKind | None) -> None:
        """Show what was found of one kind alone, or all of it."""
        self._kind = kind
        self.bar.filters.show_kind(kind)
        self.results.show_kind(kind)
        self._settle(is_over=not self.searcher.is_busy)

    def clear_filters(self) -> None:
        """Search everything again."""
        self.show_kind(None)
        self.bar.filters.clear()

    # -- within

    def _make_actions(self) -> dict[str, QAction]:
        slots: dict[str, Callable[[], object]] = {KIND_KEYS[kind]: partial(self.show_kind, kind) for kind in KINDS}
        slots |= {f"find.{name}": lambda name=name: self.bar.filters.open_list(f"{name}_id") for name in _LISTS}  # type: ignore[misc]
        slots |= {
            "find.open": lambda: self.view.open(self.view.currentIndex()),
            "find.near": lambda: self.bar.near.toggle(),
            "find.clear": self.clear_filters,
        }
        return {name: make_action(self, name, slot) for name, slot in slots.items()}

    def _connect(self) -> None:
        self.bar.asked.connect(self._ask)
        self.bar.results_wanted.connect(self._go_to_results)
        self.bar.first_wanted.connect(lambda: self.view.open(self.view.currentIndex()))
        self.view.opened.connect(lambda hit: open_hit(self, hit, self.results.terms))
        self.view.left.connect(self.bar.go_on_typing)
        self.ask_page.tried.connect(self.look_for)
        self.answering.understood.connect(self._show_understood)
        self.answering.settled.connect(lambda is_over: self._settle(is_over=is_over))
        self.searcher.failed.connect(self._show_failure)

    def _ask(self) -> None:
        self.answering.ask(self.bar.question())
        self._patience.start()
        self.status_changed.emit()

    def _show_searching(self) -> None:
        """Say that what is shown is still the answer to another question."""
        if self.searcher.is_busy:
            self.bar.show_understood(SEARCHING)
            self.bar.show_counts(())

    def _show_understood(self, understood: Understood) -> None:
        self._patience.stop()
        self.bar.show_understood(understood.words)
        if not understood.terms:
            self.bar.show_counts(())
            self._show_page(_ASK)
            self.status_changed.emit()

    def _settle(self, *, is_over: bool) -> None:
        """Show results if there are any; say why not once it is sure that there are none."""
        if not self.answering.has_terms:
            return
        if is_over:
            self.bar.show_understood(self.answering.answered.words_when_over)
        first = self.results.first_hit()
        if first.isValid():
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(first)
                self.view.scrollToTop()
            self._show_page(_RESULTS)
        elif is_over:
            self._show_none()
        self.bar.show_counts(self.results.sections)
        self.status_changed.emit()

    def _show_none(self) -> None:
        question = self.answering.question
        elsewhere = sum(each.count for each in self.results.sections)
        buttons: list[tuple[str, Callable[[], object]]] = []
        if elsewhere and self._kind:
            title = f"Nothing in {SECTION_TITLES[self._kind].lower()}"
            words = f"{elsewhere:,} found elsewhere."
            buttons.append(("Show all kinds", partial(self.show_kind, None)))
        else:
            title = "Nothing found"
            words = sentence(f"{_SEARCHED} {self.answering.answered.wanted.removesuffix('…')}")
        if question.has_filter:
            words += " Only a part of the project is searched: a filter is set."
            buttons.append(("Search everything", self.clear_filters))
        if not question.is_near and not elsewhere:
            buttons.append(("Look for near words", self.bar.near.click))
        self._show_none_page(title, words, buttons)

    def _show_failure(self, words: str) -> None:
        self._patience.stop()
        self._show_none_page("The search failed", words, [("Try again", self._ask)])

    def _show_none_page(self, title: str, words: str, buttons: Sequence[tuple[str, Callable[[], object]]]) -> None:
        had_focus = self._pages.isAncestorOf(QApplication.focusWidget() or self)
        self.none_page.show_words(title, words, buttons)
        self._show_page(_NONE)
        if had_focus:
            self.bar.go_on_typing()

    def _show_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)

    def _go_to_results(self) -> None:
        if self._pages.currentIndex() == _RESULTS:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
