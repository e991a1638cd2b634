"""The states that a desk with a grid gives its cells: their commands, and the menu that offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from framework_qda.model import CellState
from framework_qda.ui.menu_headings import add_heading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

BY_REVIEWING = {CellState.SENT_BACK: "send_back", CellState.REVIEWED: "accept"}
"""The states that a reviewer gives, with what else goes with them."""
STATES = (
    CellState.NOT_CHARTED,
    CellState.IN_PROGRESS,
    CellState.CHARTED,
    CellState.SENT_BACK,
    CellState.REVIEWED,
    CellState.NOT_ASKED,
    CellState.NOTHING_SAID,
    CellState.NOT_APPLICABLE,
    CellState.UNCLEAR,
)


def state_command(state: CellState) -> str:
    """Return the command that gives a state, without the group of its desk."""
    return BY_REVIEWING.get(state, f"state_{state}")


def make_state_menu(actions: Mapping[CellState, QAction], parent: QWidget) -> QMenu:
    """Make the menu of states: how far a cell is charted, then why it is empty."""
    menu = QMenu("State of the cell", parent)
    for state, action in actions.items():
        if state == CellState.NOT_ASKED:
            add_heading(menu, "Empty because")
        menu.addAction(action)
    return menu
