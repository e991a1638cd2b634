"""What limits a search: the kinds of text, with how much was found of each, and area, theme and analyst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QToolButton, QWidget

from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.search_results import SECTION_TITLES
from framework_qda.model import Analyst, CaseStudy
from framework_qda.ui.find.kinds import KINDS
from framework_qda.ui.style import em
from framework_qda.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from framework_qda.matrix.search_results import Section
    from framework_qda.project import Reader
    from framework_qda.project.hits import HitKind

FILTERS = (
    ("case_study_id", "All case studies", "Case study"),
    ("theme_id", "All themes", "Theme"),
    ("analyst_id", "All analysts", "Who wrote it last"),
)
_WIDEST_CHOICE = 40
_ROOMY_EMS = 50


class FilterRow(QWidget):
    """Buttons for the kinds, and lists for the rest; lists that have nothing to choose are not there."""

    changed = Signal()

    def __init__(self, kind_actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_folded = False
        self._layout = FlowLayout(self)
        self._group = QButtonGroup(self)
        self.kind_buttons: dict[HitKind | None, QToolButton] = {}
        for kind, action in zip(KINDS, kind_actions, strict=True):
            button = QToolButton()
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            self._group.addButton(button)
            self._layout.addWidget(button)
            self.kind_buttons[kind] = button
        self.lists: dict[str, QComboBox] = {}
        for name, _all, words in FILTERS:
            box = QComboBox()
            box.setAccessibleName(words)
            box.setToolTip(words)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
            self._layout.addWidget(box)
            self.lists[name] = box
        self.show_kind(None)
        self.show_counts(())
        self._fit()

    def read_choices(self, reader: Reader) -> None:
        """Offer what the project has; what was chosen stays if it is still there."""
        choices = {
            "case_study_id": [(each.label, each.id) for each in reader.all(CaseStudy)],
            "theme_id": [(each.heading, each.theme.id) for each in framework_outline(reader)],
            "analyst_id": [(each.name or each.initials, each.id) for each in reader.all(Analyst)],
        }
        before = self.chosen()
        for name, words, _ in FILTERS:
            box = self.lists[name]
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(words, "")
            for label, record_id in choices[name]:
                shown = label if len(label) <= _WIDEST_CHOICE else f"{label[: _WIDEST_CHOICE - 1].rstrip()}…"
                box.addItem(shown or "Without a name", record_id)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.blockSignals(False)
        self._show_lists()
        if self.chosen() != before:
            self.changed.emit()

    def fold(self, *, is_folded: bool) -> None:
        """Leave out the lists in which nothing is chosen, or show all again; `open_list()` shows one left out."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._show_lists()

    def open_list(self, name: str) -> None:
        """Show the choices of a list, if it has any."""
        box = self.lists[name]
        if _has_choices(box):
            box.show()
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            box.showPopup()

    def _show_lists(self) -> None:
        for box in self.lists.values():
            box.setVisible(_has_choices(box) and not (self._is_folded and not box.currentData()))

    def chosen(self) -> dict[str, str]:
        """Return what is chosen in each list, by the names of `Question`."""
        return {name: box.currentData() or "" for name, box in self.lists.items()}

    def clear(self) -> None:
        """Let everything through again."""
        for box in self.lists.values():
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self._show_lists()
        self.changed.emit()

    def show_kind(self, kind: HitKind | None) -> None:
        """Mark a kind as the one that is shown."""
        self.kind_buttons[kind].setChecked(True)

    def show_counts(self, sections: Sequence[Section]) -> None:
        """Say how much was found of each kind."""
        counts = {section.kind: section for section in sections}
        total, is_cut = sum(each.count for each in sections), any(each.is_cut for each in sections)
        for kind, button in self.kind_buttons.items():
            title = SECTION_TITLES[kind] if kind else "All"
            count = total if kind is None else counts[kind].count if kind in counts else 0
            more = "+" if (is_cut if kind is None else kind in counts and counts[kind].is_cut) else ""
            button.setText(f"{title} {count:,}{more}" if count else title)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room where there is little."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._layout.setSpacing(em(self, 0.35))
        most = em(self, 15 if self.width() >= em(self, _ROOMY_EMS) else 9.3)
        for box in self.lists.values():
            box.setMaximumWidth(most)
        self._layout.setContentsMargins(0, 0, 0, 0)


def _has_choices(box: QComboBox) -> bool:
    return box.count() > 2  # all, and at least two of which one would leave something out
