"""The menu of the button View: how the matrix is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLineEdit, QMenu

from framework_qda.ui.menu_headings import add_heading
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.tick_menu import TickMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from framework_qda.ui.matrix.actions import MatrixActions
    from framework_qda.ui.matrix.views import DeskViews

LONGEST_NAME = 60
WIDTHS = ("fit_column", "wider", "narrower", "fit_columns", "equal_columns")
COLUMNS = ("hide_column", "column_left", "column_right", "show_columns")


class ViewMenu(QMenu):
    """Offer the ways to show a matrix, those in force ticked."""

    def __init__(self, views: DeskViews, actions: MatrixActions, parent: QWidget) -> None:
        super().__init__("How the matrix is shown", parent)
        self._views, self._actions = views, actions
        add_heading(self, "Row height")
        self._heights = QActionGroup(self)
        for action in actions.row_heights.values():
            action.setCheckable(True)
            self._heights.addAction(action)
            self.addAction(action)
        add_heading(self, "Column widths, for everybody")
        self.addActions(actions.listed(WIDTHS))
        add_heading(self, "Columns, here only")
        self.columns_menu = TickMenu("Columns shown", self)
        self.addMenu(self.columns_menu)
        self.columns_menu.aboutToShow.connect(self._fill_columns)
        self.addActions(actions.listed(COLUMNS))
        self._summaries, save = actions.listed(("summaries", "save_view"))
        self._summaries.setCheckable(True)
        self.addAction(self._summaries)
        add_heading(self, "Views")
        self.named_menu = self.addMenu("Show a view")
        self.addAction(save)
        self.removed_menu = self.addMenu("Forget a view")
        views.changed.connect(self._show_state)
        self._show_state()

    def _show_state(self) -> None:
        self._actions.row_heights[self._views.state.row_lines].setChecked(True)
        self._summaries.setChecked(self._views.state.shows_summaries)
        for menu, slot in ((self.named_menu, self._views.show), (self.removed_menu, self._views.remove)):
            menu.clear()
            menu.setEnabled(bool(self._views.named))
            for name in self._views.named:
                _add(menu, name, partial(slot, name))

    def _fill_columns(self) -> None:
        self.columns_menu.clear_ticks()
        for theme in self._views.outline:
            if theme.columns:
                add_heading(self.columns_menu, theme.heading)
            for column in self._views.state.columns.arrange(theme.columns):
                self.columns_menu.add_tick(
                    f"{column.number} {column.label}",
                    partial(self._is_shown, column.subtopic_id),
                    partial(self._views.toggle_column, column.subtopic_id),
                )

    def _is_shown(self, subtopic_id: str) -> bool:
        return subtopic_id not in self._views.state.columns.hidden


def _add(menu: QMenu, words: str, slot: Callable[[], object]) -> QAction:
    action = QAction(words.replace("&", "&&"), menu)
    action.triggered.connect(lambda _checked=False: slot())
    menu.addAction(action)
    return action


class SaveViewDialog(PlainDialog):
    """Ask for the name of a view."""

    def __init__(self, parent: QWidget) -> None:
        words = (
            "It keeps the filter, the order of rows, the row height, the columns shown and the size. It is kept on "
            "this machine, not in the project. A view that has this name already is replaced."
        )
        super().__init__("Save this view", words, "Save", parent)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName("Name of the view")
        self.name.setPlaceholderText("Name")
        self.name.textChanged.connect(lambda _text: self._allow())
        self.body.addWidget(self.name)
        self._allow()

    def _allow(self) -> None:
        self.accept_button.setEnabled(bool(self.name.text().strip()))


def save_view(views: DeskViews, parent: QWidget) -> None:
    """Ask for a name and keep the present view under it."""
    dialog = SaveViewDialog(parent)
    if dialog.exec():
        views.save(dialog.name.text().strip())
    dialog.deleteLater()
