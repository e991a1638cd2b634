"""Panels at the side of a desk: beside its main part where there is room, else folded to tabs at the edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.edge_tab import EdgeTab
from framework_qda.ui.widgets.focus_frame import FocusFrame

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QResizeEvent

    from framework_qda.ui.settings import Settings

LEAST_FOR_BOTH = 42
"""In em: in a narrower desk a panel is shown instead of the main part, not beside it."""
SIDE_SHARE, WIDEST_SIDE = 0.24, 34
"""The share of a wide desk that the side takes, up to a width (in em) at which lines are still read with ease."""
LEAST_SIDE, LEAST_MAIN = 14, 26
"""In em: how the two share a narrow desk."""
PICTURES = {
    "synopsis": "ph.note-pencil",
    "synthesis": "ph.note-pencil",
    "evidence": "ph.quotes",
    "comments": "ph.chat-text",
}
LEAST_HEIGHT = 13.0
"""In em: what a panel needs to be of use; in a lower desk others make room for the one that was asked for last."""

FOLDED = "-"
"""What is remembered before the name of a panel that was folded."""


@dataclass(slots=True)
class _Panel:
    widget: QWidget
    frame: FocusFrame
    home: QWidget
    tab: EdgeTab
    action: QAction
    is_at_hand: bool
    least: float
    is_wanted: bool | None = None  # nobody has said: where there is room, if it is at hand
    is_offered: bool = True


class SidePanels(QWidget):
    """Hold the main part of a desk and its panels; every panel has a tab, lit while it is shown.

    A frame shows which of them has the keyboard. `home` takes the focus in the main part; `room` (in em): in a narrower
    desk nothing is shown beside the main part unless it is asked for.
    """

    shown_changed = Signal()
    """A panel was opened or folded, perhaps by the window's size."""

    def __init__(self, main: QWidget, words: str, home: QWidget, *, room: float, ems: float) -> None:
        super().__init__()
        self._main, self._home = main, home
        self._room, self._ems = room, ems
        self._panels: dict[str, _Panel] = {}
        self._over = self._last = ""
        self._is_on = True
        self._settings: Settings | None = None
        self._project_id = self._memory = ""
        self._main_tab = self._make_tab(words, "ph.table", self.show_main)
        self._side = QSplitter(Qt.Orientation.Vertical)
        self._side.setChildrenCollapsible(False)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._main_frame = FocusFrame(main, main)
        self._splitter.addWidget(self._main_frame)
        self._splitter.addWidget(self._side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([em(self, 70), em(self, ems)])
        self._is_dragged = False
        self._splitter.splitterMoved.connect(lambda *_: self._note_drag())
        for splitter in (self._side, self._splitter):
            splitter.setHandleWidth(1)
        self._edge = QFrame()
        set_role(self._edge, "edge")
        self._edge.setMinimumHeight(1)  # a low desk is not held open by the words of its tabs
        self._tabs = QVBoxLayout(self._edge)
        self._tabs.setContentsMargins(1, 0, 0, 0)
        self._tabs.setSpacing(1)
        self._tabs.addWidget(self._main_tab)
        self._tabs.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._splitter, 1)
        row.addWidget(self._edge)

    def add(
        self,
        name: str,
        widget: QWidget,
        home: QWidget,
        action: QAction,
        *,
        words: str = "",
        is_at_hand: bool = False,
        least: float = LEAST_HEIGHT,
    ) -> None:
        """Take in a panel below the others.

        `home` takes the focus in it, `action` opens and folds it; its tab says `words`, else its name. `is_at_hand`: it
        opens unasked where there is room. `least` is the height (in em) that it needs.
        """
        tab = self._make_tab(words or name.capitalize(), PICTURES.get(name, ""), action.trigger)
        tab.setToolTip(action.toolTip())
        action.changed.connect(lambda: tab.setToolTip(action.toolTip()))
        action.setCheckable(True)
        frame = FocusFrame(widget, widget)
        self._side.addWidget(frame)
        self._tabs.insertWidget(self._tabs.count() - 1, tab)
        self._panels[name] = _Panel(widget, frame, home, tab, action, is_at_hand, least)
        widget.hide()
        frame.hide()

    def _make_tab(self, words: str, picture: str, answer: Callable[[], object]) -> EdgeTab:
        tab = EdgeTab(words, picture, self)
        tab.setToolTip(words)
        tab.clicked.connect(lambda _checked=False: answer())
        return tab

    def say(self, name: str, words: str, spoken: str) -> None:
        """Let the tab of a panel say something else; a screen reader is told `spoken`."""
        tab = self._panels[name].tab
        if tab.text() != words:
            tab.setText(words)
            tab.updateGeometry()
            self._share_edge()
        tab.setAccessibleName(spoken)

    # -- what this machine remembers

    def begin(self, settings: Settings | None, project_id: str, desk: str) -> None:
        """Open what was open beside this desk when it last showed the project, and fold what was folded."""
        self._settings, self._project_id, self._memory = settings, project_id, f"{desk}_panels"
        words = settings.remembered(project_id, self._memory).split() if settings is not None else []
        for name, panel in self._panels.items():
            panel.is_wanted = True if name in words else False if FOLDED + name in words else None
        self._over = ""
        self.fit()

    def _keep(self) -> None:
        signs = {True: "", False: FOLDED}
        words = [signs[panel.is_wanted] + name for name, panel in self._panels.items() if panel.is_wanted is not None]
        if self._settings is not None:
            self._settings.remember(self._project_id, self._memory, " ".join(words))

    # -- what is shown

    def is_shown(self, name: str) -> bool:
        """Say whether a panel is open."""
        return not self._panels[name].widget.isHidden()

    @property
    def names(self) -> tuple[str, ...]:
        """The panels from above to below."""
        return tuple(self._panels)

    def offer(self, name: str, *, is_offered: bool) -> None:
        """Leave a panel out where it has nothing to show."""
        if self._panels[name].is_offered != is_offered:
            self._panels[name].is_offered = is_offered
            self.fit()

    def switch(self, *, is_on: bool) -> None:
        """Leave out all panels and tabs, as where nothing is to be read; or bring them back."""
        self._is_on = is_on
        self.fit()

    def toggle(self, name: str) -> None:
        """Open a panel or fold it; who was in it goes back to the main part."""
        if self.is_shown(name):
            if not self._over:
                self._panels[name].is_wanted = False
                self._keep()
            self._over = ""
            self.fit()
        else:
            self.open(name)

    def open(self, name: str) -> None:
        """Show a panel, instead of the main part where there is no room for both."""
        self._last = name
        if self._is_narrow():
            self._over = name
        else:
            self._panels[name].is_wanted = True
            self._keep()
        self.fit()

    def show_main(self) -> None:
        """Show the main part and go there."""
        if self._over:
            self._over = ""
            self.fit()
        self._home.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, go_beyond: Callable[[], bool] = bool, step: int = 1) -> None:
        """Bring the keyboard from the main part to its panels, one after the other, on beyond the desk, and round.

        Where none is open, the first one that is at hand is opened. `go_beyond` says whether anything
        waited there; by itself nothing does. A `step` of -1 goes the other way round.
        """
        offered = [name for name, panel in self._panels.items() if panel.is_offered and self._is_on]
        shown = offered if self._is_narrow() else [name for name in offered if self.is_shown(name)]
        names = shown or [name for name in offered if self._panels[name].is_at_hand][:1]
        focus = QApplication.focusWidget()
        here = next((n for n, name in enumerate(names) if focus and self._panels[name].widget.isAncestorOf(focus)), -1)
        if step < 0 and here < 0:
            if not go_beyond():
                any(self._go_into(name) for name in reversed(names))
            return
        onward = names[here + 1 :] if step > 0 else names[:here][::-1]
        has_gone = any(self._go_into(name) for name in onward)
        if not has_gone and (step < 0 or not go_beyond()):
            self.show_main()

    def _go_into(self, name: str) -> bool:
        """Bring the keyboard to a panel, which is opened; say whether anything in it takes the keyboard."""
        if not self.is_shown(name):
            self.open(name)
        panel = self._panels[name]
        panel.home.setFocus(Qt.FocusReason.ShortcutFocusReason)
        focus = self.window().focusWidget()
        return focus is not None and panel.widget.isAncestorOf(focus)

    def _is_narrow(self) -> bool:
        return self.width() < em(self, LEAST_FOR_BOTH)

    def _chosen(self) -> list[str]:
        """Return the panels that are to be shown in the present room."""
        offered = {name: panel for name, panel in self._panels.items() if panel.is_offered and self._is_on}
        if self._is_narrow():
            return [self._over] if self._over in offered else []
        has_room = self.width() >= em(self, self._room)
        chosen = [
            name
            for name, panel in offered.items()
            if (panel.is_at_hand and has_room if panel.is_wanted is None else panel.is_wanted)
        ]
        return self._fitting(chosen)

    def _fitting(self, chosen: list[str]) -> list[str]:
        """Return those panels that there is room for: the one that was asked for last, then the others in turn."""
        left, kept = self.height(), set[str]()
        for name in sorted(chosen, key=lambda name: name != self._last):
            least = em(self, self._panels[name].least)
            if least <= left or not kept:
                kept.add(name)
                left -= least
        return [name for name in chosen if name in kept]

    def fit(self) -> None:
        """Show what the present room has room for; the others are tabs."""
        before = [name for name in self._panels if self.is_shown(name)]
        is_narrow = self._is_narrow()
        if not is_narrow:
            self._over = ""
        chosen = self._chosen()
        focus = QApplication.focusWidget()
        is_left = any(name not in chosen and self._panels[name].widget.isAncestorOf(focus) for name in before if focus)
        for part in (self._main, self._main_frame):
            part.setVisible(not (is_narrow and chosen))
        self._side.setVisible(bool(chosen))
        for name, panel in self._panels.items():
            panel.widget.setVisible(name in chosen)
            panel.frame.setVisible(name in chosen)
            panel.tab.setVisible(panel.is_offered)
            panel.tab.setChecked(name in chosen)
            panel.action.setChecked(name in chosen)
        self._main_tab.setVisible(is_narrow and bool(chosen))
        self._edge.setVisible(self._is_on and any(panel.is_offered for panel in self._panels.values()))
        self._share_edge()
        self._share_room()
        if is_left:
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)
        if before != chosen:
            self.shown_changed.emit()

    def _share_edge(self) -> None:
        """Let pictures stand for the words of the tabs where the edge is too low for them."""
        tabs = [tab for tab in self._edge.findChildren(EdgeTab) if not tab.isHidden()]
        needed = sum(tab.least_for_word + self._tabs.spacing() for tab in tabs)
        for tab in tabs:
            tab.shorten(is_short=needed > self.height())

    def _note_drag(self) -> None:
        self._is_dragged = True

    def _share_room(self) -> None:
        """Give the side its share of the room, until somebody has parted it by hand."""
        if self._is_dragged or self._side.isHidden() or self._main.isHidden():
            return
        side = min(max(em(self, self._ems), round(self.width() * SIDE_SHARE)), em(self, WIDEST_SIDE))
        side = min(side, max(em(self, LEAST_SIDE), self.width() - em(self, LEAST_MAIN)))
        self._splitter.setSizes([max(1, self._splitter.width() - side), side])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what there is no room for."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_edge"):
            self.fit()
