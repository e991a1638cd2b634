"""The menu in which the order of rows is chosen: up to three attributes, one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from framework_qda.matrix.arranging import MOST_KEYS, Arrangement
from framework_qda.model import Attribute
from framework_qda.ui.menu_headings import add_heading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from framework_qda.project import Reader

TITLES = ("First by", "Then by", "And then by")
LEVELS = {
    "case_study": "Case studies (grouped)",
    "organisation": "Organisations",
    "interview": "Interviews",
    "informant": "Informants",
}


class OrderMenu(QMenu):
    """Offer the attributes by which rows can be ordered; the next place opens when the one before is taken."""

    chosen = Signal(object)
    """An `Arrangement`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._reader: Reader | None = None
        self._arrangement = Arrangement()
        self.aboutToShow.connect(self._fill)

    def set_reader(self, reader: Reader) -> None:
        """Offer the attributes of another project."""
        self._reader = reader

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Tick another order."""
        self._arrangement = arrangement

    def _fill(self) -> None:
        self.clear()
        attributes = self._reader.all(Attribute) if self._reader is not None else []
        if not attributes:
            self.addAction("No attributes yet: add them on the Interviews desk").setEnabled(False)
            return
        keys = self._arrangement.attribute_ids
        for place in range(min(len(keys) + 1, MOST_KEYS)):
            self._add_place(place, attributes, keys[place] if place < len(keys) else "")
        self.addSeparator()
        arrangement, is_kept = self._arrangement, self._arrangement.keeps_case_studies
        other = replace(arrangement, keeps_case_studies=not is_kept)
        self._add(self, "Keep case studies together", other, is_chosen=is_kept).setEnabled(bool(keys))
        self._add(self, "As in the project", Arrangement(), is_chosen=not keys)

    def _add_place(self, place: int, attributes: list[Attribute], current: str) -> None:
        menu = self.addMenu(TITLES[place])
        group = QActionGroup(menu)
        taken = self._arrangement.attribute_ids[:place]
        for level, title in LEVELS.items():
            offered = [one for one in attributes if one.level == level and one.id not in taken]
            if offered:
                add_heading(menu, title)
            for one in offered:
                arrangement = self._arrangement.with_key(place, one.id)
                group.addAction(self._add(menu, one.label, arrangement, is_chosen=one.id == current))
        if current:
            menu.addSeparator()
            is_turned = current in self._arrangement.descending
            self._add(menu, "Descending", self._arrangement.turned(current), is_chosen=is_turned)
            self._add(menu, "None", self._arrangement.with_key(place, ""), is_chosen=False)

    def _add(self, menu: QMenu, words: str, arrangement: Arrangement, *, is_chosen: bool) -> QAction:
        action = QAction(words.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda _checked=False: self.chosen.emit(arrangement))
        menu.addAction(action)
        return action
