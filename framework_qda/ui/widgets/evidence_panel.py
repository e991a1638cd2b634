"""The passages that a cell rests on, statement by statement; follows the cell that is current."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from framework_qda.model import ExtractStage
from framework_qda.text.offsets import to_code_points, to_utf16
from framework_qda.ui.keys import key_text
from framework_qda.ui.style import SMALL, colour, em, icon, scaled_font
from framework_qda.ui.widgets.labels import ElidedLabel, wrapped_label
from framework_qda.ui.widgets.tag_pill import draw_pill, fitting_pills, pill_gap
from framework_qda.ui.words import join_words, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from framework_qda.matrix.grid import EvidenceRef, GridStatement, TagMark

Index = QModelIndex | QPersistentModelIndex
NO_EVIDENCE = "No passage is linked to this cell yet."
NO_WORDS = "Nothing is charted in this cell yet."
NO_CELL = "Choose a cell to see what it rests on."
LINE_SPACING = 1.09
_PLAY_EMS = 1.05


def no_evidence() -> str:
    """Say that a cell has no evidence, and how it gets some."""
    key = key_text("chart.link")
    return f"{NO_EVIDENCE} On the Chart desk, select words in the notes and {f'press {key}' if key else 'link them'}."


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

    def _parts(self, row: EvidenceRow, width: int) -> tuple[QTextLayout, float, QTextLayout | None, float]:
        side, _pad, edge = self._pads()
        font = self._list.font()
        small = scaled_font(font, SMALL)
        if row.evidence is None:
            words, tall = _lay_out(row.text, small, width - 2 * side, most_lines=2)
            return words, tall, None, 0.0
        words, tall = self._passage(row, font, width - 2 * side - edge)
        meta, meta_tall = _lay_out(row.meta, small, width - 2 * side - edge - self._play_width(row))
        return words, tall, meta, meta_tall

    def _passage(self, row: EvidenceRow, font: QFont, width: float) -> tuple[QTextLayout, float]:
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
        layout, tall, _end = _break_lines((shown + after).replace("\n", "\u2028"), font, width, formats=ranges)
        return layout, tall

    def _play_width(self, row: EvidenceRow) -> int:
        return em(self._list, _PLAY_EMS) if self._model.is_playable(row) else 0

    def play_area(self, rect: QRect, row: EvidenceRow) -> QRect:
        """Return where a click in the area of a line plays its passage; nothing where it cannot be heard."""
        if not self._model.is_playable(row):
            return QRect()
        _words, tall, _meta, meta_tall = self._parts(row, rect.width())
        side, pad, edge = self._pads()
        return QRect(rect.x() + side + edge, rect.y() + pad + round(tall), self._play_width(row), round(meta_tall))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line at the width of the list."""
        width = self._list.viewport().width()
        _side, pad, _edge = self._pads()
        _words, tall, _meta, meta_tall = self._parts(self._model.rows[index.row()], width)
        return QSize(width, round(tall + meta_tall + 2 * pad) + self._pills_height(self._model.rows[index.row()]))

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


def _lay_out(text: str, font: QFont, width: float, most_lines: int = 0) -> tuple[QTextLayout, float]:
    """Break a text into lines; of one that is too long keep `most_lines` and end them in an ellipsis."""
    layout, height, end = _break_lines(text.replace("\n", "\u2028"), font, width, most_lines)
    if end == len(layout.text()):
        return layout, height
    kept = layout.text()[:end].rstrip()
    while True:
        layout, height, end = _break_lines(f"{kept} …", font, width, most_lines)
        if end == len(layout.text()) or " " not in kept:
            return layout, height
        kept = kept.rsplit(" ", 1)[0]


def _break_lines(
    text: str, font: QFont, width: float, most_lines: int = 0, formats: Sequence[QTextLayout.FormatRange] = ()
) -> tuple[QTextLayout, float, int]:
    """Return a text broken into lines, how tall these stand, and how many code points of it are in them."""
    layout = QTextLayout(text, font)
    layout.setFormats(list(formats))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    y, end = 0.0, 0
    layout.beginLayout()
    while (not most_lines or layout.lineCount() < most_lines) and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, y))
        y += round(line.height() * LINE_SPACING)
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, y, to_code_points(text, end)


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


class EvidencePanel(QFrame):
    """What a cell rests on. It knows no project: it is shown statements and tells which passage is wanted."""

    passage_requested = Signal(str)
    play_requested = Signal(str)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = ElidedLabel("heading", self)
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName("Hide the evidence")
        self.close_button.setToolTip("Hide the evidence (Space)")
        self.close_button.clicked.connect(self.close_requested)
        self.passages = PassageList(self)
        self.passages.opened.connect(self.passage_requested)
        self.passages.played.connect(self.play_requested)
        self.words = wrapped_label(NO_CELL, "soft", self)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedWidget(self)
        page = QWidget(self)
        self._page = QVBoxLayout(page)
        self._page.addWidget(self.words)
        self._stack.addWidget(page)
        self._stack.addWidget(self.passages)
        self._top = QHBoxLayout()
        self._top.addWidget(self.heading, 1)
        self._top.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        self._column = column
        self.show_cell("", None)
        self._fit()

    def show_cell(self, place: str, statements: Sequence[GridStatement] | None) -> None:
        """Show the passages of a cell (`place`: such as `I09 · 2.3`), or say what is missing; `None`: no cell."""
        self.heading.setText(f"Evidence · {place}" if place else "Evidence")
        rows = evidence_rows(statements or ())
        if rows != self.passages.evidence_model.rows:
            chosen = self.current_extract()
            self.passages.evidence_model.set_rows(rows)
            if chosen:
                self.passages.select_passage(chosen)
        if statements is None:
            self.words.setText(NO_CELL)
        else:
            self.words.setText(no_evidence() if statements else NO_WORDS)
        self._stack.setCurrentIndex(1 if rows else 0)

    def show_playable(self, extract_ids: frozenset[str]) -> None:
        """Show which passages can be heard."""
        if extract_ids != self.passages.evidence_model.playable:
            self.passages.evidence_model.playable = extract_ids
            self.passages.scheduleDelayedItemsLayout()
            self.passages.viewport().update()

    def put_below(self, widget: QWidget) -> None:
        """Put what plays passages below them."""
        self._column.addWidget(widget)

    def current_extract(self) -> str:
        """Return the extract of the chosen passage, or an empty text."""
        return self.passages.extract_at(self.passages.currentIndex())

    def select_passage(self, extract_id: str) -> None:
        """Choose a passage and bring it into view."""
        self.passages.select_passage(extract_id)

    def _fit(self) -> None:
        side, pad = em(self, 1.1), em(self, 0.7)
        self._top.setContentsMargins(side, pad, em(self, 0.4), 0)
        self._page.setContentsMargins(side, pad, side, pad)
        self.close_button.setIcon(icon("ph.x"))
        self.close_button.setIconSize(QSize(em(self, 1), em(self, 1)))
        self.setMinimumWidth(em(self, 14))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the colours of the program."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_top"):
            self._fit()
            self.passages.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and a line between the grid and the panel."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        painter.fillRect(0, 0, 1, self.height(), colour("line"))
