"""The Find desk: one field; what is found stands below it while somebody types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout

from framework_qda.matrix.search_results import SECTION_TITLES
from framework_qda.ui.desk import Desk
from framework_qda.ui.find.filters import FilterRow
from framework_qda.ui.find.kinds import KIND_KEYS, KINDS
from framework_qda.ui.find.opening import open_hit
from framework_qda.ui.find.pages import AskPage, NonePage
from framework_qda.ui.find.results_model import ResultsModel
from framework_qda.ui.find.results_view import ResultsView
from framework_qda.ui.find.searcher import Searcher
from framework_qda.ui.find.work import Question, Section, Understood
from framework_qda.ui.keys import describe, make_action
from framework_qda.ui.style import em, icon, set_role
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label
from framework_qda.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.project.hits import HitKind
    from framework_qda.ui.operations import Operations

_FRAME = ("case_study", "theme", "subtopic", "analyst")
_AGAIN_MS = 300
_ASK, _RESULTS, _NONE = range(3)
_SEARCHED = "Notes, cells, syntheses, extracts, comments and names were searched for"


class FindDesk(Desk):
    """Find words anywhere in the project."""

    title = "Find"
    icon = "ph.magnifying-glass"
    key_group = "find"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = Question()
        self._kind: HitKind | None = None
        self.understood = Understood(self.question)
        """How the question was understood whose results are shown."""
        self.is_waiting = False
        """Whether nothing has been found yet of what is looked for; what is shown is older."""
        self.searcher = Searcher(self)
        self.results = ResultsModel(self)
        self.view = ResultsView(self.results)
        self.field = QLineEdit()
        self.near = QCheckBox("Near words")
        self._understood_label = ElidedLabel("small")
        self._count_label = plain_label("", "small")
        self._actions = self._make_actions()
        self.filters = FilterRow([self._actions[KIND_KEYS[kind]] for kind in KINDS])
        self.ask_page, self.none_page = AskPage(), NonePage()
        self._pages = QStackedWidget()
        for page in (self.ask_page, self.view, self.none_page):
            self._pages.addWidget(page)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._build()
        self._connect()
        self.home = self.field

    # -- what every desk does

    def set_project(self, project: Project, operations: Operations) -> None:
        """Search another project."""
        super().set_project(project, operations)
        self.searcher.begin(project)
        self.filters.read_choices(project.read)
        self._show_page(_ASK)

    def show_changes(self, changes: Changes) -> None:
        """Search again: what has changed may be found now, or no longer."""
        if changes.touches(*_FRAME):
            self.filters.read_choices(self.project.read)
        if self.question.typed.strip():
            self._again.start()

    def end(self) -> None:
        """Stop searching."""
        self._again.stop()
        self.searcher.end()

    def status_text(self) -> str:
        """Return how much was found."""
        return self._count_label.text()

    def place_text(self) -> str:
        """Return what is looked for."""
        return self.question.typed.strip()

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions of this desk's menu."""
        actions = self._actions
        kinds = [actions[KIND_KEYS[kind]] for kind in KINDS]
        lists = [actions[f"find.{name}"] for name in ("case_study", "theme", "analyst", "clear")]
        return [actions["find.open"], actions["find.near"], None, *kinds, None, *lists]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the field, with its words selected."""
        self.focus_field()

    # -- what this desk does

    def focus_field(self) -> None:
        """Go to the field with its words selected, so that the next key replaces them."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def look_for(self, words: str) -> None:
        """Look for some words, as if they had been typed."""
        self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_kind(self, kind: HitKind | None) -> None:
        """Show what was found of one kind alone, or all of it."""
        self._kind = kind
        self.filters.show_kind(kind)
        self.results.show_kind(kind)
        self._settle(is_over=not self.searcher.is_busy)

    def clear_filters(self) -> None:
        """Search everything again."""
        self.show_kind(None)
        self.filters.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the field to the results and open the first, without leaving the keyboard."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            return self._press_in_field(event)  # type: ignore[arg-type]
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._fit()

    # -- within

    def _make_actions(self) -> dict[str, QAction]:
        slots: dict[str, Callable[[], object]] = {
            f"find.kind_{n}": partial(self.show_kind, kind) for n, kind in enumerate(KINDS)
        }
        slots |= {
            f"find.{name}": partial(self._focus_list, f"{name}_id") for name in ("case_study", "theme", "analyst")
        }
        slots |= {
            "find.open": lambda: self.view.open(self.view.currentIndex()),
            "find.near": self.near.toggle,
            "find.clear": self.clear_filters,
        }
        return {name: make_action(self, name, slot) for name, slot in slots.items()}

    def _build(self) -> None:
        self.field.setPlaceholderText("Words in notes, cells, extracts, comments and names")
        self.field.setAccessibleName("Find")
        self.field.setClearButtonEnabled(True)
        self._field_icon = self.field.addAction(icon("ph.magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.installEventFilter(self)
        self.near.setToolTip(describe("find.near"))
        self._bar = QFrame()
        set_role(self._bar, "bar")
        column = QVBoxLayout(self._bar)
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.near)
        said = QHBoxLayout()
        said.addWidget(self._understood_label, 1)
        said.addWidget(self._count_label)
        column.addLayout(line)
        column.addWidget(self.filters)
        column.addLayout(said)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addWidget(self._pages, 1)
        self._fit()

    def _fit(self) -> None:
        layout = self._bar.layout() if hasattr(self, "_bar") else None
        if layout is not None:
            side = em(self, 1.1)
            layout.setContentsMargins(side, em(self, 0.7), side, em(self, 0.4))
            layout.setSpacing(em(self, 0.5))
            self._field_icon.setIcon(icon("ph.magnifying-glass"))

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._ask())
        self.near.toggled.connect(lambda _is_on: self._ask())
        self.filters.changed.connect(self._ask)
        self._again.timeout.connect(self._ask)
        self.view.opened.connect(lambda hit: open_hit(self, hit, self.results.terms))
        self.view.left.connect(self._return_to_field)
        self.ask_page.tried.connect(self.look_for)
        self.searcher.understood.connect(self._show_understood)
        self.searcher.found.connect(self._add_section)
        self.searcher.finished.connect(self._end_search)
        self.searcher.failed.connect(self._show_failure)

    def _ask(self) -> None:
        self._again.stop()
        question = Question(self.field.text(), self.near.isChecked(), **self.filters.chosen())
        self.question = question
        self.searcher.ask(question)
        self.status_changed.emit()

    def _show_understood(self, understood: Understood) -> None:
        self.understood = understood
        self._understood_label.setText(understood.words)
        # What was found before is seen until something else is: nothing flickers.
        self.is_waiting = True
        if not understood.terms:
            self._begin()
            self._show_counts()
            self._show_page(_ASK)

    def _begin(self, *sections: Section) -> None:
        self.is_waiting = False
        self.results.begin(self.understood, *sections)

    def _add_section(self, section: Section) -> None:
        if self.is_waiting:
            self._begin(section)
        else:
            self.results.add(section)
        self._settle(is_over=False)

    def _end_search(self) -> None:
        if self.is_waiting:
            self._begin()
        self._settle(is_over=True)

    def _settle(self, *, is_over: bool) -> None:
        """Show results if there are any; say why not once it is sure that there are none."""
        if self.is_waiting or not self.results.terms:
            return
        self._show_counts()
        first = self.results.first_hit()
        if first.isValid():
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(first)
                self.view.scrollToTop()
            self._show_page(_RESULTS)
        elif is_over:
            self._show_none()

    def _show_counts(self) -> None:
        self.filters.show_counts(self.results.sections)
        total = sum(each.count for each in self.results.sections)
        more = "+" if any(each.is_cut for each in self.results.sections) else ""
        self._count_label.setText(f"{total:,}{more} found" if total else "")
        self.status_changed.emit()

    def _show_none(self) -> None:
        elsewhere = sum(each.count for each in self.results.sections)
        buttons: list[tuple[str, Callable[[], object]]] = []
        if elsewhere and self._kind:
            title = f"Nothing in {SECTION_TITLES[self._kind].lower()}"
            words = f"{elsewhere:,} found elsewhere."
            buttons.append(("Show all kinds", partial(self.show_kind, None)))
        else:
            title = "Nothing found"
            words = sentence(f"{_SEARCHED} {self.understood.wanted.removesuffix('…')}")
        if self.question.has_filter:
            words += " Only a part of the project is searched: a filter is set."
            buttons.append(("Search everything", self.clear_filters))
        if not self.question.is_near and not elsewhere:
            buttons.append(("Look for near words", self.near.click))
        self._show_none_page(title, words, buttons)

    def _show_failure(self, words: str) -> None:
        self._show_none_page("The search failed", words, [("Try again", self._ask)])

    def _show_none_page(self, title: str, words: str, buttons: Sequence[tuple[str, Callable[[], object]]]) -> None:
        had_focus = self._pages.isAncestorOf(QApplication.focusWidget() or self)
        self.none_page.show_words(title, words, buttons)
        self._show_page(_NONE)
        if had_focus:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)

    def _press_in_field(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and self._pages.currentIndex() == _RESULTS:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.view.open(self.view.currentIndex())
            return True
        if key == Qt.Key.Key_Escape:
            self.field.clear()
            return True
        return False

    def _return_to_field(self, typed: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self.field.insert(typed)

    def _focus_list(self, name: str) -> None:
        box = self.filters.lists[name]
        if not box.isHidden():
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            box.showPopup()
