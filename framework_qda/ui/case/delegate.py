"""Paint the table of a case study: cells as in a matrix, verdicts with their signs, and the bands of themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from framework_qda.ui.case.looks import verdict_look
from framework_qda.ui.case.note_editor import NoteEditor
from framework_qda.ui.matrix.cell_paint import CONFLICTED, CellPainter, signs_height
from framework_qda.ui.matrix.layout import CellLayout, LayoutCache
from framework_qda.ui.matrix.text_block import Run, TextBlock

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject
    from PySide6.QtGui import QPainter

    from framework_qda.matrix.grid import EvidenceRef
    from framework_qda.matrix.within_case import CaseVerdict
    from framework_qda.ui.case.model import CaseModel, Index
    from framework_qda.ui.matrix.look import GridLook

MOST_VERDICTS = 400


class CaseDelegate(QStyledItemDelegate):
    """Paint one place of the table, and measure how tall it must be."""

    note_written = Signal(object, str)
    """The place of a verdict, and what was written as its note."""

    def __init__(self, model: CaseModel, look: GridLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.cache = LayoutCache()
        self.look = look
        self._around = CellPainter(look)
        self._verdicts: dict[tuple[CaseVerdict, int], list[TextBlock]] = {}
        self.head_width = 0
        """The width of the heads of the lines (pixels): the words of a band begin there."""
        self.pointed: tuple[str, str] = ("", "")
        """The interview and the sub-topic that a link of the synopsis names, while it is pointed at."""

    def set_look(self, look: GridLook) -> None:
        """Take another font or other colours."""
        self.look = look
        self._around = CellPainter(look)
        self.forget()

    def forget(self) -> None:
        """Lay everything out anew, as for other rows."""
        self.cache.clear()
        self._verdicts.clear()

    # -- measuring

    def layout_of(self, index: Index, column_width: int) -> CellLayout:
        """Return the layout of a cell in a column of this width (pixels)."""
        width = self.look.text_width(column_width)
        return self.cache.layout((index.row(), index.column()), self._model.cell_at(index), width, self.look)

    def height_of(self, index: Index, column_width: int) -> float:
        """Return how tall a line must be to show this place in full."""
        verdict = self._model.verdict_at(index)
        if verdict is None:
            signs = signs_height(self._model.cell_at(index), self.look)
            return max(self.layout_of(index, column_width).height, signs) + 2 * self.look.pad_y + 1
        return sum(block.height for block in self._verdict_blocks(verdict, column_width)) + 2 * self.look.pad_y + 1

    def evidence_at(self, index: Index, rect: QRect, point: QPointF) -> EvidenceRef | None:
        """Return the passage whose chip stands at a point of the view, in the cell shown in `rect`."""
        if self._model.row_at(index.row()) is None or self._model.is_verdict(index.column()):
            return None
        corner = QPointF(rect.x() + self.look.gutter, rect.y() + self.look.pad_y)
        return self.layout_of(index, rect.width()).evidence_at(point - corner)

    def is_cut_at(self, _index: Index, _rect: QRect) -> bool:
        """Say whether a cell has more words than it has room for, which never is so here."""
        return False

    def _verdict_blocks(self, verdict: CaseVerdict, width: int) -> list[TextBlock]:
        found = self._verdicts.get((verdict, width))
        if found is not None:
            return found
        look = self.look
        room = max(look.em * 3, width - 2 * look.length(0.7))
        blocks = []
        if verdict.verdict:
            style = look.style(verdict_look(verdict.verdict).role, look.bold_font)
            words = f"{verdict_look(verdict.verdict).label}{f' {CONFLICTED.sign}' if verdict.is_conflicted else ''}"
            blocks.append(TextBlock([Run(words, style)], look.bold_font, room, look.line_step))
        elif verdict.proposed:
            words = f"{verdict_look(verdict.proposed).label}?"
            blocks.append(TextBlock([Run(words, look.dim)], look.small_font, room, look.line_step))
        if verdict.note:
            blocks.append(TextBlock([Run(verdict.note, look.soft)], look.small_font, room, look.small_step))
        if len(self._verdicts) > MOST_VERDICTS:
            self._verdicts.clear()
        self._verdicts[verdict, width] = blocks
        return blocks

    # -- painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one place."""
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        section = self._model.section_at(index.row())
        if section is not None:
            # Its words begin where the head of the line begins, and stay there while the columns are scrolled.
            paint_band(painter, rect, section.heading, self.look, -self.head_width)
        else:
            self._paint_place(painter, rect, option, index)
        painter.restore()

    def _paint_place(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        state: QStyle.StateFlag = option.state
        look = self.look
        view = option.widget
        is_current = isinstance(view, QAbstractItemView) and view.currentIndex() == index
        verdict = self._model.verdict_at(index)
        is_selected = bool(state & QStyle.StateFlag.State_Selected) and not is_current
        painter.fillRect(rect, look.colour(self._ground(index, is_selected=is_selected)))
        if verdict is None:
            self._around.paint_state(painter, rect, self._model.cell_at(index))
            layout = self.layout_of(index, rect.width())
            layout.draw(painter, rect.x() + look.gutter, rect.y() + look.pad_y)
        else:
            self._paint_verdict(painter, rect, verdict)
        self._paint_lines(painter, rect, index)
        if is_current:
            self._around.paint_current(painter, rect, is_focused=bool(state & QStyle.StateFlag.State_Active))

    def _paint_verdict(self, painter: QPainter, rect: QRect, verdict: CaseVerdict) -> None:
        look = self.look
        y = rect.y() + look.pad_y
        for block in self._verdict_blocks(verdict, rect.width()):
            block.draw(painter, rect.x() + look.length(0.7), y)
            y += block.height

    def _ground(self, index: Index, *, is_selected: bool) -> str:
        place = self._model.place_at(index)
        if place is not None and (place.interview_id, place.subtopic_id) == self.pointed:
            return "mark_back"
        if is_selected:
            return "accent_back"
        row = self._model.row_at(index.row())
        is_dim = self._model.is_verdict(index.column()) or (row is not None and row.subtopic.is_synthesis)
        return "surface_dim" if is_dim else "surface"

    def _paint_lines(self, painter: QPainter, rect: QRect, index: Index) -> None:
        look = self.look
        thick, role = (2, "line_strong") if self._model.is_part_end(index.column()) else (1, "line")
        painter.fillRect(rect.right() - thick + 1, rect.top(), thick, rect.height(), look.colour(role))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))

    # -- the note of a verdict

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget | None:  # type: ignore[override]
        """Make the field in which the note of a verdict is written."""
        if self._model.verdict_at(index) is None:
            return None
        editor = NoteEditor(parent)
        editor.setFont(self.look.small_font)
        editor.finished.connect(lambda: self._finish(editor))
        editor.given_up.connect(lambda: self.closeEditor.emit(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the note that stands there."""
        verdict = self._model.verdict_at(index)
        if isinstance(editor, NoteEditor) and verdict is not None:
            editor.show_note(verdict.note)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: QModelIndex | Index) -> None:
        """Tell what was written."""
        place = self._model.place_at(index)
        if isinstance(editor, NoteEditor) and place is not None:
            self.note_written.emit(place, editor.take())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Let the field stand below the verdict, with room for a few lines at least."""
        rect: QRect = option.rect
        top = rect.top() + round(self.look.line_step + self.look.pad_y)
        tall = round(4 * self.look.small_step + self.look.pad_y)
        if isinstance(editor, NoteEditor):
            editor.stand_at(QRect(rect.left() + 1, top, rect.width() - 2, tall))

    def _finish(self, editor: NoteEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


def paint_band(painter: QPainter, rect: QRect, heading: str, look: GridLook, left: int) -> None:
    """Paint the band of a theme; its words begin at `left`, so that head and table paint one line together."""
    painter.fillRect(rect, look.colour("band"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
    painter.setFont(look.bold_font)
    painter.setPen(look.colour("accent_text"))
    room = QRect(left + round(look.length(0.7)), rect.top(), 100_000, rect.height())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), heading)
