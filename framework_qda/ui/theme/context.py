"""What is known of each interview, in narrow columns beside the text: where a wide window has room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from framework_qda.matrix.context import context_keys
from framework_qda.ui.matrix.text_block import Run, TextBlock

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QPaintEvent

    from framework_qda.matrix.arranging import SortKey
    from framework_qda.matrix.grid import GridRow
    from framework_qda.project import Reader
    from framework_qda.ui.matrix.view import MatrixView

LEAST_EMS, WIDEST_EMS = 9.5, 14.0
"""How wide a column of context is, in em."""
PAD_EMS = 0.7


class ContextColumns(QObject):
    """Paint attributes at the right of a view's columns, row by row. Nothing can be chosen in them.

    They are read once the window is painted, and only where there is room for any.
    """

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view
        self._reader: Reader | None = None
        self._left_out: Collection[str] = ()
        self._keys: list[SortKey] | None = None
        self._rows: Sequence[GridRow] = ()
        self.count = self.width = 0
        self.body, self.head = _Painted(view.viewport(), self.paint_body), _Painted(view, self.paint_head)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.fit)
        view.viewport().installEventFilter(self)
        view.scrolled.connect(self._stay)
        view.cases.sectionResized.connect(lambda *_: self.body.update())
        view.columns.sectionResized.connect(lambda *_: self._soon.start())
        view.columns.geometriesChanged.connect(self._soon.start)
        view.grid_model.modelReset.connect(self._soon.start)

    def show(self, reader: Reader, left_out: Collection[str]) -> None:
        """Show what is known of the rows in view, but for some attributes, such as those that rows are grouped by."""
        self._reader, self._left_out, self._keys = reader, left_out, None
        self._soon.start()

    def hide(self) -> None:
        """Show nothing, as of a project that goes."""
        self._soon.stop()
        self._reader, self._keys, self._rows = None, None, ()
        for part in (self.body, self.head):
            part.hide()

    @property
    def titles(self) -> list[str]:
        """The attributes that are in view."""
        return [key.label for key in (self._keys or [])[: self.count]]

    def values_of(self, row: GridRow) -> list[str]:
        """Return what is in view of a row."""
        return [key.value_of(row) for key in (self._keys or [])[: self.count]]

    def fit(self) -> None:
        """Find out how many columns there is room for, and place them."""
        view, look = self._view, self._view.look
        grid = view.grid_model.grid
        left = view.columns.length() - view.columns.offset()
        room = view.viewport().width() - left
        most = int(room // look.length(LEAST_EMS))
        if self._reader is None or not grid.rows or most <= 0 or view.columns.offset():
            self.count = 0
        else:
            if self._keys is None or self._rows is not grid.rows:
                self._keys, self._rows = context_keys(self._reader, grid.rows, self._left_out), grid.rows
            self.count = min(most, len(self._keys))
        self.width = int(min(room / self.count, look.length(WIDEST_EMS))) if self.count else 0
        for part in (self.body, self.head):
            part.setVisible(self.count > 0)
        view.columns.setMinimumHeight(self._head_height())
        wide = self.width * self.count
        self.body.setGeometry(left, 0, wide, view.viewport().height())
        self.head.setGeometry(view.cases.width() + left, 0, wide, view.columns.height())
        for part in (self.body, self.head):
            part.update()

    def _stay(self) -> None:
        """Stay in place: Qt scrolls whatever stands in the viewport along with the rows, this too."""
        self.body.move(self.body.x(), 0)
        self.body.update()

    def _head_height(self) -> int:
        """Return how tall the names of the attributes stand, so that the heads show them in full."""
        look = self._view.look
        tallest = max((self._title(title).height for title in self.titles), default=0.0)
        return round(tallest + 2 * look.pad_y + 2) if tallest else 0

    def _title(self, title: str) -> TextBlock:
        look = self._view.look
        style = look.style("text_soft", look.bold_font)
        return TextBlock([Run(title, style)], look.bold_font, self._text_width, look.line_step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the room."""
        if event.type() == QEvent.Type.Resize:
            self._soon.start()
        return super().eventFilter(watched, event)

    def paint_head(self, painter: QPainter) -> None:
        """Paint the names of the attributes."""
        look, rect = self._view.look, self.head.rect()
        painter.fillRect(rect, look.colour("header"))
        painter.fillRect(0, rect.height() - 2, rect.width(), 2, look.colour("line_strong"))
        for place, title in enumerate(self.titles):
            self._draw(painter, self._title(title), QRect(place * self.width, 0, self.width, rect.height() - 2))

    def paint_body(self, painter: QPainter) -> None:
        """Paint what is known of the rows in view."""
        view, look = self._view, self._view.look
        painter.fillRect(self.body.rect(), look.colour("window"))
        style = look.style("text_soft")
        row = max(0, view.rowAt(0))
        while row < len(view.grid_model.grid.rows) and (top := view.rowViewportPosition(row)) < self.body.height():
            tall = view.rowHeight(row)
            painter.fillRect(0, top, self.body.width(), tall, look.colour("surface_dim"))
            for place, value in enumerate(self.values_of(view.grid_model.grid.rows[row])):
                block = TextBlock([Run(value or "–", style)], look.small_font, self._text_width, look.small_step)
                self._draw(painter, block, QRect(place * self.width, top, self.width, tall - 1))
            is_end = row in view.grid_model.band_ends
            thick, role = (2, "line_strong") if is_end else (1, "line")
            painter.fillRect(0, top + tall - thick, self.body.width(), thick, look.colour(role))
            row += 1

    @property
    def _text_width(self) -> float:
        return self.width - 2 * self._view.look.length(PAD_EMS)

    def _draw(self, painter: QPainter, block: TextBlock, rect: QRect) -> None:
        look = self._view.look
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), look.colour("line"))
        block.draw(painter, rect.x() + look.length(PAD_EMS), rect.y() + look.pad_y)
        painter.restore()


class _Painted(QWidget):
    """A place that another object paints, and that no click stops at."""

    def __init__(self, parent: QWidget, paint: object) -> None:
        super().__init__(parent)
        self._paint = paint
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let it be painted."""
        painter = QPainter(self)
        self._paint(painter)  # type: ignore[operator]
        painter.end()
