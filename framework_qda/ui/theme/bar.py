"""The line above the column: which sub-topic is read, beside which other, and how its rows are grouped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.within_theme import AGENCY, CASE_STUDY, MOST_KEYS
from framework_qda.model import Attribute
from framework_qda.ui.menu_headings import add_heading
from framework_qda.ui.style import em, set_icon, set_role
from framework_qda.ui.widgets.choice_box import ChoiceBox
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label, wrapped_label
from framework_qda.ui.words import for_menu

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from framework_qda.matrix.grid import GridColumn
    from framework_qda.project import Reader

NOTHING = "nothing"
TITLES = ("Group by", "Then by")
WIDE_EMS, NARROW_EMS, COMPACT_EMS = (22, 13), (15, 11), (11.5, 11)
"""How wide both choices of sub-topics stand, in em."""
ROOM_FOR_CHOICES = 76
LEVELS = {
    "case_study": "Case studies",
    "organisation": "Organisations",
    "interview": "Interviews",
    "informant": "Informants",
}


class GroupMenu(QMenu):
    """Offer what the rows can be grouped by: the agency, the case study, any attribute; two, one within the other."""

    chosen = Signal(object)
    """A tuple of keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Groups", parent)
        self._reader: Reader | None = None
        self.keys: tuple[str, ...] = ()
        self.aboutToShow.connect(self._fill)

    def set_reader(self, reader: Reader) -> None:
        """Offer the attributes of another project."""
        self._reader = reader
        self.keys = ()

    def words(self) -> str:
        """Return what the rows are grouped by, in words."""
        labels = self._labels()
        return " · ".join(labels[key] for key in self.keys if key in labels)

    def _labels(self) -> Mapping[str, str]:
        attributes = self._reader.all(Attribute) if self._reader is not None else []
        return {AGENCY: "Agency", CASE_STUDY: "Case study", **{each.id: each.label for each in attributes}}

    def _fill(self) -> None:
        self.clear()
        for place in range(min(len(self.keys) + 1, MOST_KEYS)):
            self._add_place(place, self.keys[place] if place < len(self.keys) else "")
        self.addSeparator()
        self._add(self, "As in the project", (), is_chosen=not self.keys)

    def _add_place(self, place: int, current: str) -> None:
        menu = self.addMenu(TITLES[place])
        group = QActionGroup(menu)
        before = self.keys[:place]
        for key, words in ((AGENCY, "Agency"), (CASE_STUDY, "Case study")):
            if key not in before:
                group.addAction(self._add(menu, words, (*before, key), is_chosen=key == current))
        for level, title in LEVELS.items():
            offered = [one for one in self._attributes() if one.level == level and one.id not in before]
            if offered:
                add_heading(menu, title)
            for one in offered:
                group.addAction(self._add(menu, one.label, (*before, one.id), is_chosen=one.id == current))
        if current:
            menu.addSeparator()
            self._add(menu, "None", before, is_chosen=False)

    def _attributes(self) -> list[Attribute]:
        return self._reader.all(Attribute) if self._reader is not None else []

    def _add(self, menu: QMenu, words: str, keys: tuple[str, ...], *, is_chosen: bool) -> QAction:
        action = QAction(words.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda _checked=False: self.chosen.emit(keys))
        menu.addAction(action)
        return action


class ThemeBar(QFrame):
    """Choose a sub-topic, a second one beside it, and groups."""

    subtopic_chosen = Signal(str)
    beside_chosen = Signal(str)
    groups_chosen = Signal(object)
    left = Signal()
    """A choice was made, or given up: the keyboard is wanted in the column."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self._columns: tuple[GridColumn, ...] = ()
        self._is_folded = self._is_compact = False
        self.choice = _make_choice("Sub-topic")
        self.beside = _make_choice("Beside it")
        self.group_menu = GroupMenu(self)
        self.group_button = QToolButton()
        self.group_button.setText("Group")
        self.group_button.setToolTip("Group the interviews by agency, case study or attributes")
        self.group_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.group_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.group_button.setMenu(self.group_menu)
        set_icon(self.group_button, "ph.rows")
        self.more_button = QToolButton()
        self.more_button.setAccessibleName("More")
        self.more_button.setToolTip("A second sub-topic, cross-tab, cases kept in view")
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_icon(self.more_button, "ph.dots-three")
        self.more_menu = QMenu(self)
        self.more_menu.aboutToShow.connect(self._fill_more)
        self.more_button.setMenu(self.more_menu)
        self.definition = wrapped_label("", "soft")
        self.counts = ElidedLabel("small")
        self.choice.activated.connect(lambda _place: self.subtopic_chosen.emit(self.choice.currentData() or ""))
        self.beside.activated.connect(lambda _place: self.beside_chosen.emit(self.beside.currentData() or ""))
        for box in (self.choice, self.beside):
            box.left.connect(self.left)
        self.group_menu.chosen.connect(self.groups_chosen.emit)
        self._buttons = [_button_of(actions[name]) for name in ("theme.previous", "theme.next")]
        self._actions = [actions[name] for name in ("theme.cross_tab", "theme.deviant_only")]
        self._more = [_button_of(action, has_words=True) for action in self._actions]
        self._arrange()
        self._fit()

    def _arrange(self) -> None:
        line = QWidget()
        self._flow = FlowLayout(line)
        self._flow.setContentsMargins(0, 0, 0, 0)
        label = plain_label("beside", "soft")
        label.setBuddy(self.beside)
        self._pair = QWidget()
        together = QHBoxLayout(self._pair)
        together.setContentsMargins(0, 0, 0, 0)
        together.addWidget(label)
        together.addWidget(self.beside)
        for widget in (
            self._buttons[0],
            self.choice,
            self._buttons[1],
            self._pair,
            self.group_button,
            *self._more,
            self.more_button,
        ):
            self._flow.addWidget(widget)
        self.more_button.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(line)
        self._column.addWidget(self.definition)
        self._column.addWidget(self.counts)

    def set_reader(self, reader: Reader) -> None:
        """Offer the groups of another project."""
        self.group_menu.set_reader(reader)

    def show_framework(self, reader: Reader) -> tuple[GridColumn, ...]:
        """Offer all sub-topics under their themes; return them."""
        outline = framework_outline(reader)
        self._columns = tuple(column for theme in outline for column in theme.columns)
        for box, first in ((self.choice, ""), (self.beside, NOTHING)):
            chosen = box.currentData()
            box.clear()
            if first:
                box.addItem(first, "")
            for theme in outline:
                if theme.columns and box.count():
                    box.insertSeparator(box.count())
                for column in theme.columns:
                    box.addItem(f"{column.number} {column.label}".strip(), column.subtopic_id)
            box.setCurrentIndex(max(0, box.findData(chosen)) if chosen else 0)
        return self._columns

    def show_choice(self, subtopic_id: str, beside_id: str, keys: Sequence[str]) -> None:
        """Show what is chosen, and the definition of the sub-topic that is read."""
        self.choice.setCurrentIndex(self.choice.findData(subtopic_id))
        self.beside.setCurrentIndex(max(0, self.beside.findData(beside_id)))
        self.group_menu.keys = tuple(keys)
        words = self.group_menu.words()
        self.group_button.setText(f"By {words}" if words else "Group")
        column = next((each for each in self._columns if each.subtopic_id == subtopic_id), None)
        self.definition.setText(column.definition.strip().split("\n")[0] if column else "")
        self._show_definition()

    def fold(self, *, is_folded: bool) -> None:
        """Leave the definition out, or show it again."""
        self._is_folded = is_folded
        self._show_definition()

    def compact(self, controls: QWidget, *, is_compact: bool) -> None:
        """Stand in one line with the `controls` of another bar; what is wanted less often goes into a menu."""
        if is_compact == self._is_compact:
            return
        self._is_compact = is_compact
        style = Qt.ToolButtonStyle
        self.group_button.setToolButtonStyle(style.ToolButtonIconOnly if is_compact else style.ToolButtonTextBesideIcon)
        for widget in (self._pair, *self._more, self.counts):
            widget.setVisible(not is_compact)
        if is_compact:
            self._flow.addWidget(controls)
            self._flow.addWidget(self.more_button)  # the last of all
        self.more_button.setVisible(is_compact)
        self._fit()

    def offer_beside(self) -> None:
        """Open the list of sub-topics that can stand beside the one that is read."""
        if self._is_compact:
            self.more_button.showMenu()
        else:
            self.beside.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.beside.showPopup()

    def _fill_more(self) -> None:
        self.more_menu.clear()
        beside = self.more_menu.addMenu("Beside it")
        for place in range(self.beside.count()):
            words = self.beside.itemText(place)
            if not words:
                beside.addSeparator()
                continue
            action = beside.addAction(for_menu(words))
            action.setCheckable(True)
            action.setChecked(place == self.beside.currentIndex())
            chosen = self.beside.itemData(place) or ""
            action.triggered.connect(lambda _checked=False, chosen=chosen: self.beside_chosen.emit(chosen))
        self.more_menu.addActions(self._actions)

    def _show_definition(self) -> None:
        self.definition.setVisible(bool(self.definition.text()) and not self._is_folded)

    def show_counts(self, words: str) -> None:
        """Say how many rows are shown and what they say."""
        self.counts.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_column"):
            self._fit()

    def _fit(self) -> None:
        side = em(self, 1.15)
        self._column.setContentsMargins(side, em(self, 0.5), side, em(self, 0.4))
        self._column.setSpacing(em(self, 0.3))
        self._flow.setSpacing(em(self, 0.5))
        self._share_room()

    def _share_room(self) -> None:
        """Let the choices be as wide as leaves everything in one line."""
        has_room = self.width() >= em(self, ROOM_FOR_CHOICES)
        widths = COMPACT_EMS if self._is_compact else WIDE_EMS if has_room else NARROW_EMS
        for box, width in zip((self.choice, self.beside), widths, strict=True):
            box.setFixedWidth(em(self, width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room."""
        super().resizeEvent(event)
        self._share_room()


def _make_choice(name: str) -> ChoiceBox:
    box = ChoiceBox()
    box.setAccessibleName(name)
    box.setAccessibleDescription(name)
    box.setToolTip(name)
    box.setMaxVisibleItems(30)
    box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return box


def _button_of(action: QAction, *, has_words: bool = False) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(style.ToolButtonTextBesideIcon if has_words else style.ToolButtonIconOnly)
    button.setAccessibleName(action.text().rstrip("…"))
    return button
