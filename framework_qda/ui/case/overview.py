"""The verdicts on all case studies as a table: sub-topics down, case studies across, signs in the fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from framework_qda.ui.case.delegate import paint_band
from framework_qda.ui.case.looks import verdict_look
from framework_qda.ui.case.overview_model import COUNTS, OverviewModel
from framework_qda.ui.matrix.look import GridLook
from framework_qda.ui.style import current_tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from framework_qda.matrix.verdicts import VerdictTable
    from framework_qda.ui.case.model import Place
    from framework_qda.ui.case.overview_model import Index

COUNT_EMS, CASE_EMS, NAME_EMS = 2.4, 5.6, 18.0
MOST_FOR_NAMES = 0.4
"""How much of a narrow window the names may take."""


class OverviewDelegate(QStyledItemDelegate):
    """Paint a verdict as its sign, a proposed one in grey, a count as a figure."""

    def __init__(self, model: OverviewModel, parent: OverviewView) -> None:
        super().__init__(parent)
        self._model = model
        self._view = parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one place."""
        look, rect = self._view.look, QRect(option.rect)
        painter.save()
        painter.setClipRect(rect)
        section = self._model.section_at(index.row())
        if section is not None:
            paint_band(painter, rect, section.heading, look, -self._view.verticalHeader().width())
            painter.restore()
            return
        is_current = self._view.currentIndex() == index
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_count = index.column() < len(COUNTS)
        ground = "accent_back" if is_selected else "surface_dim" if is_count else "surface"
        painter.fillRect(rect, look.colour(ground))
        self._paint_words(painter, rect, index)
        last_count = index.column() == len(COUNTS) - 1
        painter.fillRect(
            rect.right(), rect.top(), 1, rect.height(), look.colour("line_strong" if last_count else "line")
        )
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
        if is_current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.colour("accent"))
            painter.drawRect(rect.adjusted(0, 0, -2, -2))
            painter.drawRect(rect.adjusted(1, 1, -3, -3))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        look = self._view.look
        verdict = self._model.verdict_at(index)
        centre = int(Qt.AlignmentFlag.AlignCenter)
        if verdict is None:
            count = self._model.count_at(index)
            painter.setFont(look.small_font)
            painter.setPen(look.colour("text_soft"))
            painter.drawText(rect, centre, str(count) if count else "")
            return
        shown = verdict_look(verdict.verdict or verdict.proposed)
        painter.setFont(look.bold_font if verdict.verdict else look.small_font)
        painter.setPen(look.colour(shown.role if verdict.verdict else "text_dim"))
        words = shown.sign if verdict.verdict else f"{shown.sign}?" if verdict.proposed else ""
        painter.drawText(rect, centre, words)
        if verdict.note:
            size = round(look.length(0.45))
            corner = [QPoint(rect.right() - size, rect.top()), QPoint(rect.right(), rect.top())]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("text_dim"))
            painter.drawPolygon([*corner, QPoint(rect.right(), rect.top() + size)])


class CaseHead(QHeaderView):
    """The case studies above the table, each with its counts."""

    def __init__(self, model: OverviewModel, parent: OverviewView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._view = parent
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground behind the last one, then the case studies."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._view.look.colour("window"))
        painter.end()
        super().paintEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the label of a case study and its counts, or the sign that is counted."""
        look = self._view.look
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, look.colour("header"))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), look.colour("line"))
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, look.colour("line_strong"))
        inside = rect.adjusted(4, round(look.pad_y), -4, -round(look.pad_y) - 2)
        if section < len(COUNTS):
            shown = verdict_look(COUNTS[section])
            painter.setFont(look.bold_font)
            painter.setPen(look.colour(shown.role))
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), shown.sign)
        else:
            label = str(self._model.headerData(section, Qt.Orientation.Horizontal))
            self._paint_label(painter, inside, label, self._model.counts_words(section))
        painter.restore()

    def _paint_label(self, painter: QPainter, rect: QRect, label: str, counts: str) -> None:
        look = self._view.look
        painter.setFont(look.bold_font)
        painter.setPen(look.colour("text"))
        words = QFontMetrics(look.bold_font).elidedText(label, Qt.TextElideMode.ElideMiddle, rect.width())
        centre = Qt.AlignmentFlag.AlignHCenter
        painter.drawText(rect, int(centre | Qt.AlignmentFlag.AlignTop), words)
        painter.setFont(look.small_font)
        painter.setPen(look.colour("text_soft"))
        below = QFontMetrics(look.small_font).elidedText(counts, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(centre | Qt.AlignmentFlag.AlignBottom), below)


class NameHead(QHeaderView):
    """The sub-topics beside the table."""

    def __init__(self, model: OverviewModel, parent: OverviewView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self._view = parent
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def paintSection(self, painter: QPainter, rect: QRect, line: int) -> None:
        """Paint number and name in one line; the tip has all of it."""
        look = self._view.look
        painter.save()
        painter.setClipRect(rect)
        section, row = self._model.section_at(line), self._model.row_at(line)
        if section is not None:
            paint_band(painter, rect, section.heading, look, rect.left())
        elif row is not None:
            is_current = self._view.currentIndex().row() == line
            painter.fillRect(rect, look.colour("accent_back" if is_current else "surface_dim"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), look.colour("line_strong"))
            inside = rect.adjusted(round(look.length(0.7)), 0, -round(look.length(0.5)), 0)
            words = f"{row.subtopic.number} {row.subtopic.label}"
            painter.setFont(look.font)
            painter.setPen(look.colour("text"))
            shown = QFontMetrics(look.font).elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()


class OverviewView(QTableView):
    """Show the verdicts on all case studies; Enter goes to the case study."""

    case_requested = Signal(str, str)
    """A case study and a sub-topic."""
    current_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = GridLook(self.font())
        self.overview_model = OverviewModel(self)
        self.setModel(self.overview_model)
        self.setItemDelegate(OverviewDelegate(self.overview_model, self))
        self.setHorizontalHeader(CaseHead(self.overview_model, self))
        self.setVerticalHeader(NameHead(self.overview_model, self))
        per_pixel = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setVerticalScrollMode(per_pixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)  # no column stands cut at the left
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerWidget(QWidget(self))
        self.setAccessibleName("Verdicts on all case studies")
        self._corner = QWidget(self)
        self._corner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._corner.installEventFilter(self)
        self.doubleClicked.connect(lambda _index: self._request())

    def show_table(self, table: VerdictTable) -> None:
        """Show verdicts; the current place stays."""
        place = self.current_place()
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.overview_model.set_table(table)
        self.clearSpans()
        for line in range(self.overview_model.rowCount()):
            if self.overview_model.section_at(line) is not None and self.overview_model.columnCount() > 1:
                self.setSpan(line, 0, 1, self.overview_model.columnCount())
        self._fit()
        self.horizontalScrollBar().setValue(left)
        self.verticalScrollBar().setValue(top)
        index = self.overview_model.index_of(place.case_study_id, place.subtopic_id) if place else QModelIndex()
        self.setCurrentIndex(index)

    def go_to(self, case_study_id: str, subtopic_id: str) -> None:
        """Make the verdict on a case study in a sub-topic the current place, if it is shown; else the first one."""
        index = self.overview_model.index_of(case_study_id, subtopic_id)
        if not index.isValid() and self.overview_model.columnCount() and self.overview_model.rowCount() > 1:
            index = self.overview_model.index(1, len(COUNTS))
        self.setCurrentIndex(index)

    def current_place(self) -> Place | None:
        """Return the case study and the sub-topic of the current place."""
        return self.overview_model.place_at(self.currentIndex())

    def _request(self) -> None:
        place = self.current_place()
        if place is not None:
            self.case_requested.emit(place.case_study_id, place.subtopic_id)

    def _fit(self) -> None:
        look = self.look
        for column in range(self.overview_model.columnCount()):
            ems = COUNT_EMS if column < len(COUNTS) else CASE_EMS
            self.horizontalHeader().resizeSection(column, round(look.em * ems))
        tall = round(look.line_step + look.pad_y)
        for line in range(self.overview_model.rowCount()):
            self.verticalHeader().resizeSection(line, tall)
        self.horizontalHeader().setFixedHeight(round(look.line_step + look.small_step + 2 * look.pad_y + 2))
        self._fit_names()
        self.updateGeometries()

    def _fit_names(self) -> None:
        """Show the names in full where there is room for them; in a narrow window they give way to the verdicts."""
        look, metrics = self.look, QFontMetrics(self.look.font)
        names = (f"{row.subtopic.number} {row.subtopic.label}" for row in self.overview_model.table.rows)
        longest = max(map(metrics.horizontalAdvance, names), default=0) + round(look.length(1.5))
        room = self.width() - self.horizontalHeader().length() - self.verticalScrollBar().sizeHint().width()
        least = min(round(look.em * NAME_EMS), round(self.width() * MOST_FOR_NAMES))
        self.verticalHeader().setFixedWidth(max(least, min(longest, room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among names and verdicts."""
        super().resizeEvent(event)
        self._fit_names()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the titles of themes where they are."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()

    def updateGeometries(self) -> None:
        """Place the corner above the names of the sub-topics."""
        super().updateGeometries()
        if hasattr(self, "_corner"):
            self._corner.setGeometry(0, 0, self.verticalHeader().width(), self.horizontalHeader().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the corner."""
        if watched is self._corner and event.type() == QEvent.Type.Paint:
            painter = QPainter(self._corner)
            area = self._corner.rect()
            painter.fillRect(area, self.look.colour("header"))
            painter.fillRect(0, area.bottom() - 1, area.width(), 2, self.look.colour("line_strong"))
            painter.setFont(self.look.bold_font)
            painter.setPen(self.look.colour("text"))
            inside = area.adjusted(round(self.look.length(0.7)), round(self.look.pad_y), 0, 0)
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), "Sub-topic")
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the colours of the program."""
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if event.type() in kinds and hasattr(self, "_corner"):
            if self.look.font != self.font() or self.look.tokens is not current_tokens():
                self.look = GridLook(self.font())
                self._fit()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the table."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.look.colour("window"))
        painter.end()
        super().paintEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Tell that another place is current."""
        super().currentChanged(current, previous)
        self.verticalHeader().viewport().update()
        self.current_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the case study on Enter; letters are the keys of commands."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._request()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters do not jump about."""
