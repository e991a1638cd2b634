"""The sizes of the table: interviews share the room, lines are as tall as their words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from framework_qda.matrix.on_demand import text_size
from framework_qda.ui.matrix.heights import estimate_text
from framework_qda.ui.matrix.widths import alike_columns

if TYPE_CHECKING:
    from framework_qda.ui.case.view import CaseView
    from framework_qda.ui.matrix.look import GridLook

VERDICT_EMS, WIDE_VERDICT_EMS = 7.6, 10.5
ROOM_FOR_NOTES = 18
"""In em: where interviews are as wide as this, the notes of verdicts get wider lines too."""
FEW, LEAST_OF_FEW, LEAST_OF_MANY = 3, 9.8, 13.0
"""A few interviews stand side by side down to a width (in em) at which many would rather scroll sideways."""
WIDEST_EMS = 34.0
NARROW_ROOM = 50
"""In em: in a narrower table the names of sub-topics give way."""
AT_ONCE = 40
"""How many cells are measured in one go while nothing else is to be done."""


def column_widths(interviews: int, verdicts: int, look: GridLook, room: int) -> tuple[int, int]:
    """Return the width of every interview and of every column of verdicts (pixels) that fill the room together."""
    wide = math.ceil(look.em * WIDE_VERDICT_EMS)
    has_room = (room - verdicts * wide) >= interviews * look.em * ROOM_FOR_NOTES
    verdict = wide if has_room else math.ceil(look.em * VERDICT_EMS)
    left = room - verdicts * verdict
    if not interviews:
        return 0, verdict
    share = left / interviews
    least = look.em * (LEAST_OF_FEW if interviews <= FEW else LEAST_OF_MANY)
    if share < least <= room / interviews:
        share = room / interviews  # the interviews are read together, and the verdicts are scrolled to
    elif share < least:
        _, share = alike_columns(interviews, look.em, max(room, 1))  # whole ones: the verdicts are scrolled to
    return int(min(share, look.em * WIDEST_EMS)), verdict


class CaseSizes:
    """Keep the sizes of a view right; what stands at its top stays there."""

    def __init__(self, view: CaseView) -> None:
        self._view = view
        self._waiting: list[int] = []
        self._room = -1
        self._idle = QTimer(view, singleShot=True, interval=0)
        self._idle.timeout.connect(self._measure_some)

    def refit(self) -> None:
        """Size everything anew, as for other columns or another font."""
        self._room = -1
        self.fit_columns()

    def fit_columns(self) -> None:
        """Share the room among the columns, if it has changed; then give every line its height."""
        view = self._view
        whole = view.width() - view.verticalScrollBar().sizeHint().width()
        view.subtopics.fit(is_narrow=whole < view.look.em * NARROW_ROOM)
        room = whole - view.subtopics.sizeHint().width()
        if room == self._room or room <= 0:
            return
        self._room = room
        model = view.case_model
        verdicts = sum(model.is_verdict(column) for column in range(len(model.columns)))
        interview, verdict = column_widths(len(model.columns) - verdicts, verdicts, view.look, room)
        for column in range(len(model.columns)):
            view.interviews.resizeSection(column, verdict if model.is_verdict(column) else interview)
        view.cells.head_width = view.subtopics.sizeHint().width()
        self.measure(list(range(model.rowCount())))
        view.keep_current_in_view()

    def measure(self, lines: list[int]) -> None:
        """Give lines the height of their words: those in view and some more now, guesses for the rest until later."""
        view = self._view
        first, room = max(0, view.rowAt(0)), view.viewport().height()
        view.cells.cache.reserve(2 * view.case_model.rowCount() * max(1, len(view.case_model.columns)))
        later = []
        for line in sorted(lines, key=lambda line: (line < first, line)):
            if room > 0 and line >= first:
                tall = self._height(line)
                room -= tall
            else:
                tall = self._guess(line)
                later.append(line)
            view.subtopics.resizeSection(line, tall)
        self._waiting = [*later, *(line for line in self._waiting if line not in lines)]
        view.updateGeometries()
        if self._waiting:
            self._idle.start()

    def measure_all(self) -> None:
        """Measure at once whatever is still only guessed."""
        while self._waiting:
            self._measure_some()

    def _measure_some(self) -> None:
        view = self._view
        columns = max(1, len(view.case_model.columns))
        some = self._waiting[: max(1, AT_ONCE // columns)]
        del self._waiting[: len(some)]
        anchor = view.rowAt(0)
        top = view.rowViewportPosition(anchor) if anchor >= 0 else 0
        for line in some:
            if line < view.case_model.rowCount():
                view.subtopics.resizeSection(line, self._height(line))
        view.updateGeometries()
        if anchor >= 0:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + view.rowViewportPosition(anchor) - top)
        view.keep_current_in_view()
        if self._waiting:
            self._idle.start()

    def _height(self, line: int) -> int:
        view, model = self._view, self._view.case_model
        tallest = float(view.subtopics.least_height(line))
        if model.row_at(line) is not None:
            for column in range(len(model.columns)):
                tallest = max(tallest, view.cells.height_of(model.index(line, column), view.columnWidth(column)))
        return math.ceil(tallest)

    def _guess(self, line: int) -> int:
        view, model, look = self._view, self._view.case_model, self._view.look
        tallest = float(view.subtopics.least_height(line))
        if model.row_at(line) is not None:
            for column in range(len(model.columns)):
                letters = look.text_width(view.columnWidth(column)) / look.letter_width
                cell = model.cell_at(model.index(line, column))
                tallest = max(
                    tallest, estimate_text(text_size(cell) if cell else None, letters, look) + 2 * look.pad_y + 1
                )
        return math.ceil(tallest)
