"""The frame of the Board desk: the map with its legend; beside it, or below where it is narrow, what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from framework_qda.ui.board.legend import Legend
from framework_qda.ui.board.map_view import MapView
from framework_qda.ui.board.standing import Standing, StandingHeading
from framework_qda.ui.board.todo_list import TodoList
from framework_qda.ui.desk import Desk
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.labels import plain_label
from framework_qda.ui.widgets.notice_page import NoticePage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from framework_qda.ui.printing.printout import Printout

SIDE_EMS = 27
NARROW_EMS = 58
"""In a narrower desk the side goes below the map, the button above it, and all of it scrolls."""
LEAST_MAP_EMS = 24
"""How much of the map is in view at once, if there is so much of it."""
_ANY = 16_777_215
"""Qt's word for no limit."""


class _Side(QWidget):
    """What stands beside the map: never squeezed, it scrolls instead."""

    changed = Signal()
    """It may need another height."""

    def event(self, event: QEvent) -> bool:
        """Tell of words that have come or gone."""
        is_handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.changed.emit()
        return is_handled

    def height_at(self, width: int) -> int:
        """Return the height of everything in it, where words are wrapped to a width."""
        layout = self.layout()
        assert layout is not None
        return max(layout.sizeHint().height(), layout.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the height of everything in it."""
        return QSize(0, self.sizeHint().height())


class BoardFrame(Desk):
    """Hold the widgets of the desk in their places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = MapView()
        self.todo = TodoList()
        self.standing = Standing()
        self.standing_heading = StandingHeading()
        self.continue_button = QPushButton()
        set_role(self.continue_button, "primary")
        self.notice = NoticePage()
        self._pages = QStackedWidget()
        self._board = QWidget()
        self._side = _Side()
        self._scroll = QScrollArea()
        self._arrange()
        self._fit()
        self.home = self.map

    def _arrange(self) -> None:
        self._card = QFrame()
        set_role(self._card, "card")
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(em(self, 1), em(self, 0.8), em(self, 0.4), em(self, 0.7))
        inner.addWidget(self.map, 1)
        self.legend = Legend()
        inner.addWidget(self.legend)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(em(self, 0.6))
        self._start = QWidget()
        self._start.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        start = QHBoxLayout(self._start)
        start.setContentsMargins(0, 0, 0, 0)
        start.addWidget(self.continue_button)
        start.addStretch(1)
        side.addWidget(self._start)
        side.addSpacing(em(self, 0.4))
        side.addWidget(plain_label("To do", "heading"))
        side.addWidget(self.todo)
        side.addSpacing(em(self, 0.6))
        side.addWidget(self.standing_heading)
        side.addWidget(self.standing, 1)
        side.addStretch(1)
        self._side.setObjectName("board_side")
        self._side.changed.connect(self._fit)
        self._scroll.setWidget(self._side)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._side.setAutoFillBackground(False)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._board)
        self._row.addWidget(self._card, 1)
        self._row.addWidget(self._scroll)
        self._whole = QScrollArea()
        self._whole.setWidget(self._board)
        self._whole.setWidgetResizable(True)
        self._whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages.addWidget(self._whole)
        self._pages.addWidget(self.notice)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def show_board_page(self, *, has_board: bool) -> None:
        """Show the board, or the notice that says what is missing."""
        self._pages.setCurrentWidget(self._whole if has_board else self.notice)
        self.home = self.map if has_board else self.notice.button

    def printout(self) -> Printout | None:
        """Return the map as a picture."""
        from framework_qda.ui.printing.report_printout import map_printout

        return map_printout(self.project.overview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side below the map where there is no room beside it."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_row"):
            self._fit()

    def _fit(self) -> None:
        pad = em(self, 1.2)
        self._row.setContentsMargins(pad, pad, pad, pad)
        self._row.setSpacing(pad)
        is_narrow = self.width() < em(self, NARROW_EMS)
        wanted = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(wanted)
        self._put_start(is_above=is_narrow)
        if is_narrow:
            self._scroll.setMinimumWidth(0)
            self._scroll.setMaximumWidth(_ANY)
            width = self.width() - 2 * pad
            self._scroll.setFixedHeight(self._side.height_at(width))
            self._card.setMinimumHeight(min(em(self, LEAST_MAP_EMS), self._height_of_card(width)))
        else:
            self._scroll.setFixedWidth(em(self, SIDE_EMS))
            self._scroll.setMinimumHeight(0)
            self._scroll.setMaximumHeight(_ANY)
            self._card.setMinimumHeight(0)

    def _put_start(self, *, is_above: bool) -> None:
        """Put the button where it is seen at once: above the map, or on top of the side."""
        if is_above == (self._row.indexOf(self._start) >= 0):
            return
        side = self._side.layout()
        assert isinstance(side, QVBoxLayout)
        into = self._row if is_above else side
        into.insertWidget(0, self._start)

    def _height_of_card(self, width: int) -> int:
        """Return the height that the whole map needs, with what its signs mean."""
        layout = self._card.layout()
        assert layout is not None
        edges = layout.contentsMargins()
        signs = self.legend.heightForWidth(width - edges.left() - edges.right())
        heads, bar = self.map.horizontalHeader().sizeHint().height(), self.map.horizontalScrollBar().sizeHint().height()
        rows = self.map.verticalHeader().length()
        return edges.top() + heads + rows + bar + layout.spacing() + signs + edges.bottom()
