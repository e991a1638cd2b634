"""The line above the table: which case study, what is known of it, and the ways to others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from framework_qda.ui.case.looks import FILTER_WORDS
from framework_qda.ui.chart.interview_chooser import InterviewChooser
from framework_qda.ui.style import em, scaled_font, set_icon, set_role
from framework_qda.ui.widgets.labels import ElidedLabel
from framework_qda.ui.widgets.tick_menu import TickMenu
from framework_qda.ui.words import for_menu

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtGui import QAction, QResizeEvent

ALL_MATRICES = "All matrices"
ROOM_FOR_NAMES = 72
"""In em: in a narrower line the neighbours are arrows without names."""
BACK = "Back to one case study"
NAME_LETTERS = 16
ROOM_FOR_WORDS = 46
"""In em: in a narrower line what is not chosen is an icon, and of several verdicts the first is named."""


class CaseTitle(QFrame):
    """Show and choose the case study, the matrices and the verdicts that are shown."""

    theme_chosen = Signal(str)
    verdicts_chosen = Signal(object)
    """A frozen set of verdicts; empty: any."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self._names = ("", "")
        self._chosen_theme = ""
        self.chooser = InterviewChooser(self, name="Case study")
        self.label = ElidedLabel("heading", self)
        self.facts = ElidedLabel("soft", self)
        self.previous = _step_button(actions["case.previous_case"], "ph.caret-left")
        self.next = _step_button(actions["case.next_case"], "ph.caret-right")
        self.theme_button = _menu_button("Matrices", "ph.rows", self)
        self.verdict_button = _menu_button("Verdict", "ph.funnel", self)
        self.back = QToolButton(self)
        self.back.setAccessibleName(BACK)
        self.back.setToolTip(BACK)
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._views = [_button(actions[name]) for name in ("case.side_by_side", "case.verdicts")]
        for button in self._views:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._verdicts: frozenset[str] = frozenset()
        self._verdict_menu = TickMenu("Verdict", self)
        self._fill_verdicts()
        self._row = QHBoxLayout(self)
        parts = (self.previous, self.next, self.theme_button, self.verdict_button, self.back, *self._views)
        self._row.addWidget(self.chooser)
        self._row.addWidget(self.label)
        self._row.addWidget(self.facts, 1)
        for part in parts:
            self._row.addWidget(part)
        self._fit()

    # -- what is shown

    def show_case(self, facts: Sequence[str], before: str, after: str) -> None:
        """Show what is known of a case study, and what its neighbours are called (empty: there is none)."""
        self._names = (before, after)
        self.facts.setText(" · ".join(fact for fact in facts if fact))
        self.previous.setEnabled(bool(before))
        self.next.setEnabled(bool(after))
        self._show_mode(is_one=True)
        self._show_names()

    def show_several(self, label: str) -> None:
        """Show what stands side by side instead of one case study."""
        self.label.setText(label)
        self.facts.setText("")
        self._show_mode(is_one=False)

    def _show_mode(self, *, is_one: bool) -> None:
        for part in (self.chooser, self.previous, self.next):
            part.setVisible(is_one)
        self.label.setVisible(not is_one)
        self.back.setVisible(not is_one)

    def _show_choices(self) -> None:
        """Say which matrix and which verdicts are shown, as the room allows."""
        has_room = self.width() >= em(self, ROOM_FOR_WORDS)
        words = [words for verdict, words in FILTER_WORDS.items() if verdict in self._verdicts]
        self.facts.setVisible(has_room or not (words or self._chosen_theme))
        self.back.setText(BACK if has_room else "Back")
        self.theme_button.setText(self._chosen_theme or ALL_MATRICES)
        self.verdict_button.setText(f"Verdict: {' or '.join(words) or 'any'}")
        style = Qt.ToolButtonStyle
        for button, is_chosen in ((self.theme_button, bool(self._chosen_theme)), (self.verdict_button, bool(words))):
            is_icon = not has_room and not is_chosen
            button.setToolTip(button.text())
            button.setToolButtonStyle(style.ToolButtonIconOnly if is_icon else style.ToolButtonTextOnly)
        if not has_room and words:
            self.verdict_button.setText(words[0] if len(words) == 1 else f"{words[0]} +{len(words) - 1}")

    def _show_names(self) -> None:
        has_room = self.width() >= em(self, ROOM_FOR_NAMES)
        self.chooser.setFixedWidth(em(self, 13 if has_room else 8.5))
        style = Qt.ToolButtonStyle
        for button, name in zip((self.previous, self.next), self._names, strict=True):
            shown = name if len(name) <= NAME_LETTERS else f"{name[: NAME_LETTERS - 1]}…"
            button.setText(shown.replace("&", "&&"))
            is_named = has_room and bool(name)
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if is_named else style.ToolButtonIconOnly)
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow points away from the name

    def show_themes(self, themes: Iterable[tuple[str, str]], current: str) -> None:
        """Offer the matrices as (theme id, heading), and show which is chosen (empty: all)."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._chosen_theme = ""
        for theme_id, heading in (("", ALL_MATRICES), *themes):
            action = menu.addAction(for_menu(heading))
            action.setCheckable(True)
            action.setChecked(theme_id == current)
            action.triggered.connect(lambda _checked=False, chosen=theme_id: self.theme_chosen.emit(chosen))
            group.addAction(action)
            if theme_id and theme_id == current:
                self._chosen_theme = f"Matrix {heading.partition(' ')[0]}"
        _replace_menu(self.theme_button, menu)
        self._show_choices()

    def show_verdicts(self, verdicts: frozenset[str]) -> None:
        """Show which verdicts are asked for."""
        self._verdicts = verdicts
        self._verdict_menu.refresh_ticks()
        self._show_choices()

    def _fill_verdicts(self) -> None:
        for verdict, words in (("", "any"), *FILTER_WORDS.items()):
            self._verdict_menu.add_tick(
                words, partial(self._is_asked_for, verdict), partial(self._choose_verdict, verdict)
            )
            if not verdict:
                self._verdict_menu.addSeparator()
        self.verdict_button.setMenu(self._verdict_menu)
        self.show_verdicts(frozenset())

    def _is_asked_for(self, verdict: str) -> bool:
        return verdict in self._verdicts if verdict else not self._verdicts

    def _choose_verdict(self, verdict: str) -> None:
        self.verdicts_chosen.emit(self._verdicts ^ {verdict} if verdict else frozenset())

    def focus_chooser(self) -> None:
        """Let somebody type which case study is wanted."""
        self.chooser.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field = self.chooser.lineEdit()
        if field is not None:
            field.selectAll()

    # -- the line itself

    def _fit(self) -> None:
        side, pad = em(self, 0.75), em(self, 0.4)
        self._row.setContentsMargins(side, pad, side, pad)
        self._row.setSpacing(em(self, 0.5))
        self.chooser.setFont(scaled_font(self.font(), is_bold=True))
        field = self.chooser.lineEdit()
        if field is not None:
            field.setFont(self.chooser.font())
        self.chooser.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for button in (self.previous, self.next, self.theme_button, self.verdict_button, *self._views):
            button.setIconSize(QSize(em(self, 1.1), em(self, 1.1)))
        self._show_names()
        self._show_choices()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_row"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the names of the neighbours, and more, where there is no room for them."""
        super().resizeEvent(event)
        self._show_names()
        self._show_choices()


def _step_button(action: QAction, picture: str) -> QToolButton:
    """Make a button that does an action under a name of its own: that of the neighbour."""
    button = QToolButton()
    set_icon(button, picture)
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda _checked=False: action.trigger())
    action.changed.connect(lambda: button.setToolTip(action.toolTip()))
    button.setToolTip(action.toolTip())
    return button


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(action.text().rstrip("…"))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _menu_button(name: str, picture: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    set_icon(button, picture)
    button.setAccessibleName(name)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _replace_menu(button: QToolButton, menu: QMenu) -> None:
    before = button.menu()
    button.setMenu(menu)
    if before is not None:
        before.deleteLater()
