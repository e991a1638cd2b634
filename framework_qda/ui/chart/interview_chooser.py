"""The choice of an interview: by typing a part of its name, or one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget

from framework_qda.ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

_MOST_PROPOSED = 8
_LEAST_SCORE = 55


def propose(typed: str, names: Sequence[str]) -> list[str]:
    """Return the names that are nearest to what was typed, the best first; those that contain it come first."""
    wanted = typed.casefold().strip()
    if not wanted:
        return list(names)[:_MOST_PROPOSED]
    from rapidfuzz import fuzz, process  # takes a while to load, and only typing needs it

    containing = [name for name in names if wanted in name.casefold()]
    near = process.extract(wanted, names, scorer=fuzz.WRatio, processor=str.casefold, limit=_MOST_PROPOSED)
    return list(dict.fromkeys([*containing, *(name for name, score, _ in near if score >= _LEAST_SCORE)]))[
        :_MOST_PROPOSED
    ]


class _Field(QLineEdit):
    """The field that is typed in; Escape ends that at once, also while names are proposed."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class InterviewChooser(ChoiceBox):
    """Show the current interview; choose another from the list or by typing. `left` tells that this is done."""

    chosen = Signal(str)
    missed = Signal(str)
    """Nothing is called as what was typed, which stays to be mended."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "Interview") -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on some desktops the name of a list is what is chosen in it
        self.setMaxVisibleItems(20)
        self._proposals = QStringListModel(self)
        completer = QCompleter(self._proposals, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._current = -1
        self._field = _Field()
        self.setLineEdit(self._field)
        self._field.setAccessibleName(name)
        self._field.setCompleter(completer)
        self._field.textEdited.connect(self._propose)
        self._field.returnPressed.connect(self._take_typed)
        self._field.given_up.connect(self._give_up)
        completer.activated.connect(self._take_name)

    def show_interviews(self, names: Sequence[tuple[str, str]]) -> None:
        """Show (interview id, name) in their order."""
        self.blockSignals(True)
        self.clear()
        for interview_id, name in names:
            self.addItem(name, interview_id)
        self.blockSignals(False)

    def show_current(self, interview_id: str) -> None:
        """Show which interview is open."""
        self._current = self.findData(interview_id)
        self.setCurrentIndex(self._current)
        self._field.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget what was typed and not taken."""
        super().focusOutEvent(event)
        self._restore()

    def _restore(self) -> None:
        self.setCurrentIndex(self._current)
        self.setEditText(self.itemText(self._current))
        self._field.setCursorPosition(0)

    def _give_up(self) -> None:
        completer = self._field.completer()
        proposals = completer.popup() if completer is not None else None
        if proposals is not None:
            proposals.hide()
        self._restore()
        self.left.emit()

    def _names(self) -> list[str]:
        return [self.itemText(place) for place in range(self.count())]

    def _propose(self, typed: str) -> None:
        self._proposals.setStringList(propose(typed, self._names()))

    def _take_typed(self) -> None:
        typed = self._field.text()
        names = [typed] if typed in self._names() else propose(typed, self._names())
        if names:
            self._take_name(names[0])
        else:
            self._field.selectAll()
            self.missed.emit(typed.strip())

    def _take_name(self, name: object) -> None:
        self.take_place(self.findText(str(name), Qt.MatchFlag.MatchExactly))
        self.leave_chosen()

    def take_place(self, place: int) -> None:
        """Tell which interview was chosen, if it is another one."""
        if place >= 0 and place != self._current:
            self._current = place
            self.chosen.emit(self.itemData(place))
