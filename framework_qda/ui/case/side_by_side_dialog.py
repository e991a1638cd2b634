"""Choosing two or three interviews, or case studies, that shall stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QListWidget

from framework_qda.matrix.finding import read_names
from framework_qda.model import CaseStudy
from framework_qda.ui.chart.interview_chooser import propose
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from framework_qda.project import Reader

FEWEST, MOST = 2, 3
SHOWN = 8
TITLE = "Side by side"
WORDS = (
    "Choose two or three interviews, or two or three case studies. "
    "Type a part of a name; Enter takes the one that is lit."
)
FULL = "Three is the most that can be read side by side."
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Choice(NamedTuple):
    """What can stand side by side: an interview or a case study, by its name."""

    is_case_study: bool
    id: str
    name: str


def read_choices(reader: Reader) -> list[Choice]:
    """Return all case studies and interviews by their names, in their order."""
    case_studies = [Choice(True, each.id, each.label) for each in reader.all(CaseStudy) if each.label]
    interviews = [
        Choice(False, row.id, " · ".join(part for part in (row.code, row.label) if part))
        for row in read_names(reader).rows
    ]
    return [*case_studies, *interviews]


class SideBySideDialog(PlainDialog):
    """Choose what stands side by side; `chosen` has it in its order."""

    def __init__(self, choices: Sequence[Choice], chosen: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(TITLE, WORDS, "Show", parent)
        self._choices = list(choices)
        self._proposed: list[Choice] = []
        known = {each.id: each for each in choices}
        self.chosen = [known[each] for each in chosen if each in known]
        self.field = QLineEdit()
        self.field.setPlaceholderText("Area 4, nurse, I09 …")
        self.field.setAccessibleName("Interview or case study")
        self.field.installEventFilter(self)
        self.field.textEdited.connect(lambda _typed: self._propose())
        self.proposals = _list("Found")
        self.proposals.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.proposals.itemClicked.connect(lambda item: self._take(self.proposals.row(item)))
        self.taken = _list("Side by side")
        self.taken.installEventFilter(self)
        self.body.addWidget(self.field)
        self.body.addWidget(self.proposals)
        self.body.addWidget(plain_label("Side by side, from left to right (Del takes one away)", "soft"))
        self.body.addWidget(self.taken)
        self._show_taken()
        self.field.setFocus()

    def _propose(self) -> None:
        kinds = {each.is_case_study for each in self.chosen}
        open_ones = [
            each for each in self._choices if each not in self.chosen and (not kinds or each.is_case_study in kinds)
        ]
        by_name = {each.name: each for each in open_ones}
        self._proposed = [by_name[name] for name in propose(self.field.text(), list(by_name))][:SHOWN]
        self.proposals.clear()
        self.proposals.addItems([each.name for each in self._proposed])
        self.proposals.setCurrentRow(0)
        line = max(self.proposals.sizeHintForRow(0), em(self, 1.7))
        self.proposals.setFixedHeight(line * SHOWN + em(self, 0.4))

    def _take(self, row: int) -> None:
        if len(self.chosen) >= MOST:
            self.tell_problem(FULL)
        elif 0 <= row < len(self._proposed):
            self.chosen.append(self._proposed[row])
            self.field.clear()
            self._show_taken()

    def _drop(self) -> None:
        row = self.taken.currentRow()
        if 0 <= row < len(self.chosen):
            del self.chosen[row]
            self._show_taken()

    def _show_taken(self) -> None:
        self.tell_problem("")
        self.taken.clear()
        self.taken.addItems([each.name for each in self.chosen])
        self.taken.setCurrentRow(len(self.chosen) - 1)
        line = max(self.taken.sizeHintForRow(0), em(self, 1.7))
        self.taken.setFixedHeight(line * MOST + em(self, 0.4))
        self.accept_button.setEnabled(FEWEST <= len(self.chosen) <= MOST)
        self._propose()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the proposals and take one from the field; take one away in the list of those taken."""
        if event.type() == QEvent.Type.KeyPress and self._press(watched, event):  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if watched is self.taken and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._drop()
            return True
        if watched is not self.field:
            return False
        if key in _STEPS and self._proposed:
            self.proposals.setCurrentRow((self.proposals.currentRow() + _STEPS[key]) % len(self._proposed))
            return True
        is_done = self.accept_button.isEnabled() and not self.field.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_done:
            self._take(self.proposals.currentRow())
            return True
        return False


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    set_role(made, "framed")
    return made
