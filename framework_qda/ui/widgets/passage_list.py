"""The passages that a cell rests on as a list: each statement as a small line, and below it its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from framework_qda.model import ExtractStage
from framework_qda.text.offsets import to_utf16
from framework_qda.ui.style import SMALL, colour, em, scaled_font
from framework_qda.ui.widgets.few_lines import LINE_SPACING, break_lines, few_lines, lines_height
from framework_qda.ui.widgets.tag_pill import draw_pill, fitting_pills, pill_gap
from framework_qda.ui.words import join_words, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QResizeEvent

    from framework_qda.matrix.grid import EvidenceRef, GridStatement, TagMark

Index = QModelIndex | QPersistentModelIndex
_PLAY_EMS = 1.05


class EvidenceRow(NamedTuple):
    """A line of the panel: a statement (`evidence` is `None`) or one of its passages."""

    text: str
    evidence: EvidenceRef | None = None
    tags: tuple[TagMark, ...] = ()

    @property
    def around(self) -> tuple[str, str]:
        """The words of the notes before and behind a passage."""
        return (self.evidence.before, self.evidence.after) if self.evidence and self.evidence.text else ("", "")

    @property
    def meta(self) -> str:
        """What stands small below a passage: star, place, time, stage, and whether it must be found again."""
        if self.evidence is None:
            return ""
        star = "★ " if self.evidence.is_starred else ""
        stage = "" if self.evidence.stage == ExtractStage.MARKED else f" · {self.evidence.stage}"
        remark = f" · {self.evidence.remark}" if self.evidence.text and self.evidence.remark else ""
        return f"{star}{self.evidence.label}{stage}{remark}"


def evidence_rows(statements: Sequence[GridStatement]) -> list[EvidenceRow]:
    """Return the lines for a cell: each statement that rests on something, then its passages."""
    rows = []
    for statement in statements:
        if statement.evidence:
            rows.append(EvidenceRow(statement.text, tags=statement.tags))
            rows += [
                EvidenceRow(evidence.text or sentence(evidence.remark), evidence) for evidence in statement.evidence
            ]
    return rows


class EvidenceModel(QAbstractListModel):
    """The lines of the panel."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[EvidenceRow] = []
        self.playable: frozenset[str] = frozenset()
        """The extracts that can be heard."""

    def set_rows(self, rows: list[EvidenceRow]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words of a line, or what a screen reader says of it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            starred = "starred passage" if row.evidence and row.evidence.is_starred else "passage"
            heard = ", can be heard" if self.is_playable(row) else ""
            words = f"{starred} {row.meta.removeprefix('★ ')}{heard}: {row.text}"
            tagged = f", tagged {join_words([mark.label for mark in row.tags])}" if row.tags else ""
            return words if row.evidence else f"statement{tagged}: {row.text}"
        return None

    def is_playable(self, row: EvidenceRow) -> bool:
        """Say whether the passage of a line can be heard."""
        return row.evidence is not None and row.evidence.extract_id in self.playable

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let passages be chosen, statements not."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        is_passage = self.rows[index.row()].evidence is not None
        return super().flags(index) if is_passage else Qt.ItemFlag.ItemNeverHasChildren | Qt.ItemFlag.ItemIsEnabled


class PassageDelegate(QStyledItemDelegate):
    """Paint a statement as a small dim line, a passage as words with an edge and its place below."""

    def __init__(self, model: EvidenceModel, parent: QListView) -> None:
        super().__init__(parent)
        self._model = model
        self._list = parent

    def _pads(self) -> tuple[int, int, int]:
        """Return the space at the sides, above and below, and of the edge before a passage."""
        return em(self._list, 1.1), em(self._list, 0.45), em(self._list, 0.75)

    def _parts(self, row: EvidenceRow, width: int) -> tuple[QTextLayout, int, QTextLayout | None, int]:
        """Return the words of a line and what stands below them, each with its height (pixels)."""
        side, _pad, edge = self._pads()
        font = self._list.font()
        small = scaled_font(font, SMALL)
        if row.evidence is None:
            words = few_lines(row.text, small, width - 2 * side, 2, spacing=LINE_SPACING)
            return words, lines_height(words, LINE_SPACING), None, 0
        words = self._passage(row, font, width - 2 * side - edge)
        meta = break_lines(row.meta, small, width - 2 * side - edge - self._play_width(row), spacing=LINE_SPACING)
        return words, lines_height(words, LINE_SPACING), meta, lines_height(meta, LINE_SPACING)

    def _passage(self, row: EvidenceRow, font: QFont, width: float) -> QTextLayout:
        """Lay out a passage between the words around it, which are dim."""
        before, after = row.around
        dim = QTextCharFormat()
        dim.setForeground(colour("text_dim"))
        shown = before + row.text
        ranges = []
        for start, end in ((0, len(before)), (len(shown), len(shown) + len(after))):
            each = QTextLayout.FormatRange()
            each.start = to_utf16(shown + after, start)
            each.length = to_utf16(shown + after, end) - each.start
            each.format = dim
            ranges.append(each)
        return break_lines(shown + after, font, width, formats=ranges, spacing=LINE_SPACING)

    def _play_width(self, row: EvidenceRow) -> int:
        return em(self._list, _PLAY_EMS) if self._model.is_playable(row) else 0

    def play_area(self, rect: QRect, row: EvidenceRow) -> QRect:
        """Return where a click in the area of a line plays its passage; nothing where it cannot be heard."""
        if not self._model.is_playable(row):
            return QRect()
        _words, tall, _meta, meta_tall = self._parts(row, rect.width())
        side, pad, edge = self._pads()
        return QRect(rect.x() + side + edge, rect.y() + pad + tall, self._play_width(row), meta_tall)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line at the width of the list."""
        width = self._list.viewport().width()
        _side, pad, _edge = self._pads()
        _words, tall, _meta, meta_tall = self._parts(self._model.rows[index.row()], width)
        return QSize(width, tall + meta_tall + 2 * pad + self._pills_height(self._model.rows[index.row()]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        rect: QRect = option.rect
        row = self._model.rows[index.row()]
        words, tall, meta, _meta_tall = self._parts(row, rect.width())
        side, pad, edge = self._pads()
        painter.save()
        painter.setClipRect(rect)
        x, y = rect.x() + side, rect.y() + pad
        if row.evidence is None:
            painter.setPen(colour("text_dim"))
            words.draw(painter, QPointF(x, y + pad / 2))
            self._paint_pills(painter, row, QPointF(x, y + pad / 2 + tall), rect.width() - 2 * side)
        else:
            self._paint_ground(painter, rect, option, is_starred=row.evidence.is_starred)
            painter.setPen(colour("text_dim" if row.evidence.paragraph_number is None else "text"))
            words.draw(painter, QPointF(x + edge, y))
            painter.setPen(colour("star" if row.evidence.is_starred else "text_dim"))
            if meta is not None:
                meta.draw(painter, QPointF(x + edge + self._play_width(row), y + tall))
            self._paint_play(painter, self.play_area(rect, row))
        painter.restore()

    def _pills_height(self, row: EvidenceRow) -> int:
        return em(self._list, 1.5) if row.tags else 0

    def _paint_pills(self, painter: QPainter, row: EvidenceRow, place: QPointF, room: float) -> None:
        """Paint the tags of a statement below it, as many as there is room for and how many more."""
        font, left = self._list.font(), place.x()
        for words, number in fitting_pills(font, row.tags, room):
            middle = place.y() + self._pills_height(row) / 2
            left = draw_pill(painter, left, middle, font, words, number) + pill_gap(font)

    def _paint_play(self, painter: QPainter, area: QRect) -> None:
        """Paint the triangle of a passage that can be heard."""
        if area.isEmpty():
            return
        half, middle = em(self._list, 0.34), area.center().y() + 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        top, bottom = QPointF(area.x(), middle - half), QPointF(area.x(), middle + half)
        painter.drawPolygon(QPolygonF([top, QPointF(area.x() + half * 1.6, middle), bottom]))

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, *, is_starred: bool) -> None:
        side, pad, _edge = self._pads()
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("accent_back"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("header"))
        bar = QRect(rect.x() + side, rect.y() + pad, em(self._list, 0.22), rect.height() - 2 * pad)
        painter.fillRect(bar, colour("star" if is_starred else "mark_line"))
        if state & QStyle.StateFlag.State_HasFocus and self._list.hasFocus():
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


class PassageList(QListView):
    """The lines; a click or Enter opens a passage, arrows go from passage to passage."""

    opened = Signal(str)
    played = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.evidence_model = EvidenceModel(self)
        self.setModel(self.evidence_model)
        self._delegate = PassageDelegate(self.evidence_model, self)
        self.setItemDelegate(self._delegate)
        self._pressed = QPoint()
        self.setAccessibleName("Evidence")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._answer_click)

    def extract_at(self, index: Index) -> str:
        """Return the extract of a line, or an empty text."""
        if not index.isValid():
            return ""
        evidence = self.evidence_model.rows[index.row()].evidence
        return evidence.extract_id if evidence else ""

    def select_passage(self, extract_id: str) -> None:
        """Choose a passage and bring it into view."""
        for number in range(self.evidence_model.rowCount()):
            index = self.evidence_model.index(number)
            if self.extract_at(index) == extract_id:
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return

    def _open(self, index: QModelIndex) -> None:
        extract_id = self.extract_at(index)
        if extract_id:
            self.opened.emit(extract_id)

    def _answer_click(self, index: QModelIndex) -> None:
        row = self.evidence_model.rows[index.row()]
        if self._delegate.play_area(self.visualRect(index), row).contains(self._pressed):
            self.played.emit(self.extract_at(index))
        else:
            self._open(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take note of where: a click on the triangle plays."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the passage on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
