"""The menu in which the rows of a table are chosen: by attributes, kind of organisation and what their cells hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QMenu

from framework_qda.matrix.criteria import CRITERIA
from framework_qda.matrix.filters import RowFilter
from framework_qda.model import Attribute, Organisation
from framework_qda.ui.widgets.tick_menu import TickMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from framework_qda.project import Reader

MOST_CHOICES = 40


class FilterMenu(QMenu):
    """Offer what rows can be chosen by; each choice is added to what is chosen already, or taken from it."""

    chosen = Signal(object)
    """A `RowFilter`."""
    all_wanted = Signal()
    """All rows are wanted again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent  # a menu is a window of its own, and not one for dialogs to stand on
        self._reader: Reader | None = None
        self._row_filter = RowFilter()
        self._submenus: list[TickMenu] = []
        self._show_all: QAction | None = None
        self.aboutToShow.connect(self._fill)

    def set_reader(self, reader: Reader) -> None:
        """Offer the choices of another project."""
        self._reader = reader

    def show_filter(self, row_filter: RowFilter) -> None:
        """Tick what another filter asks for, also while the menu is open."""
        self._row_filter = row_filter
        for submenu in self._submenus:
            submenu.refresh_ticks()
        if self._show_all is not None:
            self._show_all.setEnabled(not row_filter.is_empty)

    def _fill(self) -> None:
        self._empty()
        if self._reader is None:
            return
        for attribute in self._reader.all(Attribute):
            values = attribute_choices(self._reader, attribute)
            read, changed = self._attribute_reader(attribute.id), self._attribute_setter(attribute.id)
            if len(values) > MOST_CHOICES:
                self._add_dialog(attribute.label, values, read(), changed)
            elif values:
                self._add_choices(attribute.label, values, read, changed)
        kinds = sorted({each.kind for each in self._reader.all(Organisation) if each.kind})
        if kinds:
            self._add_choices(
                "Organisation kind",
                [(kind, kind) for kind in kinds],
                lambda: self._row_filter.organisation_kinds,
                lambda chosen: replace(self._row_filter, organisation_kinds=chosen),
            )
        for criterion in CRITERIA:
            offered = criterion.choices(self._reader) if criterion.choices else ()
            if offered:
                field = criterion.field
                self._add_choices(
                    criterion.title, offered, self._criterion_reader(field), self._criterion_setter(field)
                )
        self.addSeparator()
        self._show_all = self.addAction("Show all interviews")
        self._show_all.setEnabled(not self._row_filter.is_empty)
        self._show_all.triggered.connect(self.all_wanted)

    def _empty(self) -> None:
        self.clear()
        self._show_all = None
        for submenu in self._submenus:
            submenu.deleteLater()
        self._submenus = []

    def _attribute_reader(self, attribute_id: str) -> Callable[[], frozenset[str]]:
        return lambda: self._row_filter.attributes.get(attribute_id, frozenset())

    def _attribute_setter(self, attribute_id: str) -> Callable[[frozenset[str]], RowFilter]:
        def changed(chosen: frozenset[str]) -> RowFilter:
            rest = {key: values for key, values in self._row_filter.attributes.items() if key != attribute_id}
            return replace(self._row_filter, attributes={**rest, attribute_id: chosen} if chosen else rest)

        return changed

    def _criterion_reader(self, field: str) -> Callable[[], frozenset[str]]:
        return lambda: getattr(self._row_filter, field)

    def _criterion_setter(self, field: str) -> Callable[[frozenset[str]], RowFilter]:
        return lambda chosen: replace(self._row_filter, **{field: chosen})  # type: ignore[arg-type]

    def _add_dialog(
        self,
        title: str,
        choices: Sequence[tuple[str, str]],
        chosen: frozenset[str],
        changed: Callable[[frozenset[str]], RowFilter],
    ) -> None:
        """Offer a dialog where the values are too many for a menu."""

        def ask() -> None:
            from framework_qda.ui.matrix.values_dialog import ValuesDialog  # few studies have so many values

            dialog = ValuesDialog(title, choices, chosen, self._owner.window())
            if dialog.exec() == QDialog.DialogCode.Accepted:
                self.chosen.emit(changed(dialog.chosen()))
            dialog.deleteLater()

        action = self.addAction(f"{title.replace('&', '&&')}…")
        action.setCheckable(bool(chosen))
        action.setChecked(bool(chosen))
        action.triggered.connect(lambda _checked=False: ask())

    def _add_choices(
        self,
        title: str,
        choices: Iterable[tuple[str, str]],
        read: Callable[[], frozenset[str]],
        changed: Callable[[frozenset[str]], RowFilter],
    ) -> None:
        submenu = TickMenu(title, self)
        for value, words in choices:
            submenu.add_tick(
                words,
                lambda value=value: value in read(),  # type: ignore[misc]
                lambda value=value: self.chosen.emit(changed(read() ^ {value})),  # type: ignore[misc]
            )
        self._submenus.append(submenu)
        self.addMenu(submenu)


def attribute_choices(reader: Reader, attribute: Attribute) -> list[tuple[str, str]]:
    """Return the values of an attribute that a filter can ask for, each with its words."""
    recorded = {value for value in reader.attribute_values(attribute.id).values() if value}
    values = [*attribute.choices, *sorted(recorded - set(attribute.choices))]
    if not values:
        return []
    return [*((value, value) for value in values), ("", "Not recorded")]
