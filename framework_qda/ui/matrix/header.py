"""The heads of the grid: case-study bands and interviews at the left, sub-topics above, and their corner."""

from __future__ import annotations

import math
from bisect import bisect_right
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from framework_qda.ui.matrix.fading import paint_fade
from framework_qda.ui.matrix.labels import Label, band_words, row_words
from framework_qda.ui.matrix.prose_header import ProseHeader
from framework_qda.ui.matrix.sections import paint_section, section_rect, sections_height
from framework_qda.ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from framework_qda.matrix.grid import Band, Section
    from framework_qda.ui.matrix.look import GridLook
    from framework_qda.ui.matrix.model import GridModel

CASE_TITLE, INTERVIEW_TITLE = "Case study", "Interview"
CASE_EMS, INTERVIEW_EMS, FOLDED_EMS = (6.2, 10.5), (7.5, 11.0), (5.0, 6.9)
MOST_MEASURED = 400
MOST_OF_VIEW = 0.28
"""How much of the view's height the heads may take, where they have more than two lines."""
MOST_FOR_TITLES = 0.45
"""How much of it they may take for the titles of the frozen columns, which name what rows are grouped by."""


class GridHeader(ProseHeader):
    """What both heads share: the grid, and that they can be clicked."""

    def __init__(self, orientation: Qt.Orientation, model: GridModel, look: GridLook, parent: QWidget) -> None:
        super().__init__(orientation, look, parent)
        self.grid_model = model
        self.setSectionsClickable(True)

    def set_look(self, look: GridLook) -> None:
        """Take another font or other colours."""
        self.setMinimumSectionSize(math.ceil(look.line_step + 2 * look.pad_y + 1))
        super().set_look(look)


class CaseHeader(GridHeader):
    """The frozen columns: a band a case study, an interview a row. Labels stay in view while scrolling."""

    def __init__(self, model: GridModel, look: GridLook, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, model, look, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.group_width = self.case_width = self.interview_width = 0
        self.is_folded = False
        """Whether the window is so narrow that each interview has the label of its case study below its own."""
        self.set_look(look)

    def fold(self, *, is_folded: bool) -> None:
        """Show all labels in one narrow column, or each kind in its own."""
        if is_folded != self.is_folded:
            self.is_folded = is_folded
            self.fit_widths()

    def fit_widths(self) -> None:
        """Make both columns as wide as their labels want, within reason."""
        grid = self.grid_model.grid
        if self.is_folded:
            self.group_width = self.case_width = 0
            labels = [row.code for row in grid.rows[:MOST_MEASURED]]
            self.interview_width = self._fit(INTERVIEW_TITLE, labels + [band.label for band in grid.bands], FOLDED_EMS)
            self.updateGeometry()
            return
        bands = [" ".join(band_words(band)) for band in grid.bands[:MOST_MEASURED]]
        rows = [f"{row.code} {row_words(row)}" for row in grid.rows[:MOST_MEASURED]]
        groups = [" ".join(band_words(group)) for group in grid.groups[:MOST_MEASURED]]
        self.group_width = self._fit(grid.group_title, groups, CASE_EMS) if groups else 0
        self.case_width = self._fit(CASE_TITLE, bands, CASE_EMS)
        self.interview_width = self._fit(INTERVIEW_TITLE, rows, INTERVIEW_EMS)
        self.updateGeometry()

    def _fit(self, title: str, labels: list[str], limits: tuple[float, float]) -> int:
        measure = QFontMetricsF(self.look.bold_font)
        words = {word for label in labels for word in label.split()} | {title}
        widest = max(measure.horizontalAdvance(word) for word in words)
        least, most = (self.look.length(limit) for limit in limits)
        # A text that is laid out is a little wider than its letters add up to: without the slack it would wrap.
        return math.ceil(min(max(widest + 2 * self._pad + 2, least), most))

    @property
    def _pad(self) -> float:
        return self.look.length(0.7)

    def sizeHint(self) -> QSize:
        """Return the width of all columns of labels."""
        return QSize(self.group_width + self.case_width + self.interview_width, 0)

    @property
    def titles(self) -> tuple[tuple[str, int], ...]:
        """The titles of the columns of labels that are shown, with their widths."""
        found = (
            (self.grid_model.grid.group_title, self.group_width),
            (CASE_TITLE, self.case_width),
            (INTERVIEW_TITLE, self.interview_width),
        )
        return tuple((words, width) for words, width in found if width)

    def title(self, words: str, width: int) -> Label:
        """Return a title as it stands in a column of labels."""
        return self.labels.title(words, width - 2 * self._pad)

    def least_height(self, row: int) -> int:
        """Return how tall a row must be for its interview's label and its share of the band's and the group's."""
        tallest = self._row_label(row).height
        groups, bands = self.grid_model.grid.groups, self.grid_model.grid.bands
        for found, width in ((groups, self.group_width), (bands, self.case_width)):
            band = _band_at(found, row) if width else None
            if band is not None:
                tallest = max(tallest, self.labels.band(band, width - 2 * self._pad).height / band.count)
        return math.ceil(tallest + 2 * self.look.pad_y + 1)

    def _row_label(self, row: int) -> Label:
        head, width = self.grid_model.grid.rows[row], self.interview_width - 2 * self._pad
        if not self.is_folded:
            return self.labels.row(head, width)
        found = (self.group_of(row), self.band_of(row))
        return self.labels.folded(head, "\n".join(band.label for band in found if band is not None), width)

    def group_of(self, row: int) -> Band | None:
        """Return the group that a row stands in."""
        return _band_at(self.grid_model.grid.groups, row)

    def band_of(self, row: int) -> Band | None:
        """Return the band that a row stands in."""
        return _band_at(self.grid_model.grid.bands, row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view, and each of their bands once."""
        painter = QPainter(self.viewport())
        look, port = self.look, self.viewport().rect()
        painter.fillRect(port, look.colour("window"))
        row = max(0, self.logicalIndexAt(0))
        done: list[Band] = []
        left = self.group_width + self.case_width
        while row < self.count():
            top = self.sectionViewportPosition(row)
            if top > port.bottom() or self.count() == 0:
                break
            self._paint_row(painter, row, QRect(left, top, self.interview_width, self.sectionSize(row)))
            for bands, place, width in (
                (self.grid_model.grid.groups, 0, self.group_width),
                (self.grid_model.grid.bands, self.group_width, self.case_width),
            ):
                band = _band_at(bands, row)
                if width and band is not None and band not in done:
                    self._paint_band(painter, band, place, width)
                    done.append(band)
            row += 1

    def event(self, event: QEvent) -> bool:
        """Show the whole label of a case study or an interview when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self._words_at(event.pos())), self)
            return True
        return super().event(event)

    def _words_at(self, point: QPoint) -> str:
        row = self.logicalIndexAt(point)
        if row < 0:
            return ""
        is_group = point.x() < self.group_width
        band = self.group_of(row) if is_group else self.band_of(row)
        if point.x() < self.group_width + self.case_width and band is not None:
            return " · ".join(word for word in band_words(band) if word)
        head = self.grid_model.grid.rows[row]
        summary = self.grid_model.row_summary(row)
        around = (self.group_of(row), band) if self.is_folded else ()
        where = " · ".join(word for each in around if each is not None for word in band_words(each) if word)
        return " · ".join(word for word in (where, head.code, *row_words(head).splitlines(), summary) if word)

    def _paint_row(self, painter: QPainter, row: int, rect: QRect) -> None:
        look = self.look
        painter.fillRect(rect, look.colour("accent_back" if row == self.current else "surface_dim"))
        is_end = row in self.grid_model.band_ends
        label = self._row_label(row)
        self._draw_sticky(painter, rect, label.height, lambda y: label.draw(painter, rect.x() + self._pad, y))
        if label.height + 2 * look.pad_y > rect.height() + look.length(0.3):
            ground = look.colour("accent_back" if row == self.current else "surface_dim")
            paint_fade(painter, QRectF(rect), ground, look.line_step, look.pad_y)
        _draw_end(painter, look, rect, is_strong=is_end)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), look.colour("line_strong"))

    def _paint_band(self, painter: QPainter, band: Band, left: int, width: int) -> None:
        look, last = self.look, band.first + band.count - 1
        top = self.sectionViewportPosition(band.first)
        bottom = self.sectionViewportPosition(last) + self.sectionSize(last)
        rect = QRect(left, top, width, bottom - top)
        shown = rect & self.viewport().rect()
        painter.fillRect(shown, look.colour("band"))
        _draw_end(painter, look, rect, is_strong=True)
        painter.fillRect(shown.right(), shown.top(), 1, shown.height(), look.colour("line"))
        label = self.labels.band(band, rect.width() - 2 * self._pad)
        self._draw_sticky(painter, rect, label.height, lambda y: label.draw(painter, rect.x() + self._pad, y))

    def _draw_sticky(self, painter: QPainter, rect: QRect, height: float, draw: object) -> None:
        """Draw a label at the top of its room, or of what is in view of it, but never over its end."""
        pad = self.look.pad_y
        y = max(rect.top(), 0) + pad
        y = max(min(y, rect.bottom() - pad - height), rect.top() + pad)
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(self.look.colour("text"))
        draw(y)  # type: ignore[operator]
        painter.restore()


class ColumnHeader(GridHeader):
    """The sub-topics: number and name, wrapped; the definition in a tip. Dragging an edge sets the width."""

    width_dragged = Signal(int, int)
    """Column and pixels, when the mouse lets go."""

    def __init__(self, model: GridModel, look: GridLook, cases: CaseHeader, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, model, look, parent)
        self._cases = cases
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._dragged = -1
        self._is_pressed = False
        self._hint: tuple[tuple[object, ...], int] | None = None
        """The height for some columns and widths: it is asked for many times a second."""
        self.sectionResized.connect(self._note_drag)
        self.set_look(look)

    def set_look(self, look: GridLook) -> None:
        """Take another font or other colours; no column gets narrower than a few words."""
        super().set_look(look)
        self.setMinimumSectionSize(math.ceil(look.em * 7))

    def sizeHint(self) -> QSize:
        """Return a height that shows every name in full at the present widths; in a low window two lines of it.

        The titles beside the names have their room too: nothing else in the grid says what its groups are alike in.
        """
        view = self.parentWidget()
        room = view.height() if view else 0
        most = max(self._tall(2 * self.look.line_step), room * MOST_OF_VIEW)
        titles = max((self._cases.title(*each).height for each in self._cases.titles), default=0.0)
        tall = max(min(self._height_of_names(), most), min(self._tall(titles), room * MOST_FOR_TITLES))
        return QSize(0, self.sections_height + int(tall))

    def _height_of_names(self) -> int:
        widths = tuple(self.sectionSize(number) for number in range(self.count()))
        known = (self.grid_model.grid.columns, widths, self.labels, self.grid_model.shows_summaries)
        if self._hint is None or self._hint[0] != known or self.grid_model.shows_summaries:
            least = float(self.look.line_step)
            for number, width in enumerate(widths):
                least = max(least, self._label(number, width).height)
            self._hint = known, self._tall(least)
        return self._hint[1]

    def _tall(self, text: float) -> int:
        return math.ceil(text + 2 * self.look.pad_y + 2)

    def _label(self, section: int, width: int) -> Label:
        column = self.grid_model.grid.columns[section]
        summary = self.grid_model.column_summary(section)
        return self.labels.column(column, self.look.text_width(width), summary)

    @property
    def sections_height(self) -> int:
        """How tall the themes stand above their columns (pixels), where there are several."""
        return sections_height(self.look, has_sections=bool(self.grid_model.grid.sections))

    def _section_at(self, point: QPoint) -> Section | None:
        if point.y() >= self.sections_height:
            return None
        column = self.logicalIndexAt(point)
        sections = self.grid_model.grid.sections
        return next((one for one in sections if one.first <= column < one.first + one.count), None)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the head of one column, its words where the words of its cells begin."""
        if not rect.isValid():
            return
        look = self.look
        is_current = section == self.current
        painter.fillRect(rect, look.colour("accent_back" if is_current else "header"))
        thick, role = (2, "line_strong") if section in self.grid_model.section_ends else (1, "line")
        painter.fillRect(rect.right() - thick + 1, rect.top(), thick, rect.height(), look.colour(role))
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, look.colour("line_strong"))
        label = self._label(section, rect.width())
        painter.setPen(look.colour("text"))
        painter.save()
        painter.setClipRect(rect.adjusted(0, 0, 0, -2))
        label.draw(painter, rect.x() + look.gutter, rect.y() + self.sections_height + look.pad_y)
        if self.sections_height + self._tall(label.height) > rect.height() + look.length(0.3):
            ground = look.colour("accent_back" if is_current else "header")
            paint_fade(painter, QRectF(rect), ground, look.line_step, look.pad_y)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground behind the last column, then the columns, then their themes."""
        super().paintEvent(event)
        self._paint_sections()

    def _paint_sections(self) -> None:
        height, port = self.sections_height, self.viewport().rect()
        if not height:
            return
        painter = QPainter(self.viewport())
        for section in self.grid_model.grid.sections:
            paint_section(painter, section_rect(self, section, height), port, section.heading, self.look)

    def event(self, event: QEvent) -> bool:
        """Show number, name and definition of a column when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            section = self.logicalIndexAt(event.pos())
            theme = self._section_at(event.pos())
            if theme is not None:
                QToolTip.showText(event.globalPos(), plain_tip(theme.heading), self)
                return True
            if 0 <= section < len(self.grid_model.grid.columns):
                column = self.grid_model.grid.columns[section]
                QToolTip.showText(event.globalPos(), column_tip(column.number, column.label, column.definition), self)
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin, perhaps, to drag an edge."""
        self._is_pressed, self._dragged = True, -1
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the width that a drag has ended with."""
        super().mouseReleaseEvent(event)
        self._is_pressed = False
        if self._dragged >= 0:
            section, self._dragged = self._dragged, -1
            self.width_dragged.emit(section, self.sectionSize(section))

    def _note_drag(self, section: int, _old: int, _new: int) -> None:
        if self._is_pressed:
            self._dragged = section


def _band_at(bands: Sequence[Band], row: int) -> Band | None:
    place = bisect_right(bands, row, key=lambda band: band.first) - 1
    return bands[place] if place >= 0 and row < bands[place].first + bands[place].count else None


def column_tip(number: str, label: str, definition: str) -> str:
    """Write the tip of a column as rich text in which nothing of the user is markup."""
    words = f"<b>{escape(f'{number} {label}')}</b>"
    return words + (f"<p style='white-space: pre-wrap'>{escape(definition)}</p>" if definition else "")


def _draw_end(painter: QPainter, look: GridLook, rect: QRect, *, is_strong: bool) -> None:
    thick = 2 if is_strong else 1
    role = "line_strong" if is_strong else "line"
    painter.fillRect(rect.left(), rect.bottom() - thick + 1, rect.width(), thick, look.colour(role))


class Corner(QWidget):
    """The titles above the frozen columns."""

    def __init__(self, header: CaseHeader, columns: ColumnHeader, parent: QWidget) -> None:
        super().__init__(parent)
        self._header, self._columns = header, columns
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both titles, each above its column."""
        header, look = self._header, self._header.look
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("header"))
        painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), look.colour("line_strong"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), look.colour("line_strong"))
        painter.setPen(look.colour("text"))
        pad, top = look.length(0.7), self._columns.sections_height + look.pad_y
        left = 0
        for words, width in header.titles:
            painter.fillRect(QRectF(left + width - 1, 0, 1, self.height() - 2), look.colour("line"))
            label = header.title(words, width)
            label.draw(painter, left + pad, top)
            if top + label.height > self.height():
                room = QRectF(left, 0, width - 1, self.height() - 2)
                paint_fade(painter, room, look.colour("header"), look.line_step, look.pad_y)
            left += width
