"""The strip: all cells of one row under their themes, with number, sign and colour of their states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QWidget

from framework_qda.ui.style import SMALL, colour, em, scaled_font, state_look
from framework_qda.ui.widgets.labels import ElidedLabel, set_plain_tip
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from framework_qda.matrix.grid import GridColumn
    from framework_qda.matrix.outline import ThemeOutline

_LEAST_LINES, _ONE_LINE = 3.6, 1.8
_THIN_SPACE = "\u2009"
_BUBBLE = 0.66
"""The size of the number of comments against the font."""
_LEAST_BESIDE = 0.75
"""How small number and sign may become beside it."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Segment(QAbstractButton):
    """One cell of the row."""

    def __init__(self, column: GridColumn, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = column
        self._state = ""
        self.remarks = 0
        """How many comments are open on the cell."""
        self.is_current = self.is_target = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_state(self, state: str, *, is_current: bool) -> None:
        """Show a state, and whether this is the cell that is open."""
        self._state, self.is_current = state, is_current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus)
        self._tell()

    def show_remarks(self, count: int) -> None:
        """Show how many comments are open on the cell."""
        if count != self.remarks:
            self.remarks = count
            self._tell()

    def _tell(self) -> None:
        words = f"{self.column.number} {self.column.label}: {state_look(self._state).words}"
        if self.remarks:
            words = f"{words}, {count_words(self.remarks, 'open comment')}"
        self.setAccessibleName(f"{words}, open" if self.is_current else words)
        set_plain_tip(self, words, "Cell of this interview")
        self.update()

    def show_target(self, *, is_target: bool) -> None:
        """Show whether what is carried over the strip would go here."""
        if is_target != self.is_target:
            self.is_target = is_target
            self.update()

    def text(self) -> str:
        """Return number and sign."""
        return f"{self.column.number} {state_look(self._state).sign}".strip()

    def least_width(self) -> int:
        """Return the width that number and any sign need."""
        metrics = QFontMetrics(self._small())
        return metrics.horizontalAdvance(f"{self.column.number} ✓✓") + em(self, 0.9)

    def _fitting(self, text: str, width: float) -> QFont:
        """Return the font in which a text stands beside the bubble."""
        share = width / max(1.0, QFontMetricsF(self._small()).horizontalAdvance(text) + 1)
        return scaled_font(self.font(), SMALL * min(1.0, max(_LEAST_BESIDE, share)))

    def _small(self) -> QFont:
        # Not set on the widget: the style sheet of another scheme would take it away.
        return scaled_font(self.font(), SMALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the segment."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = em(self, 0.36)
        edge = max(2, em(self, 0.26))
        shape = QPainterPath()
        shape.addRoundedRect(area, radius, radius)
        painter.fillPath(shape, colour(self._ground))
        painter.setClipPath(shape)
        bottom = QRectF(area.left(), area.bottom() - edge, area.width(), edge + 1)
        painter.fillRect(bottom, colour(state_look(self._state).role))
        painter.setClipping(False)
        has_ring = self.hasFocus() or self.underMouse() or self.is_target
        thickness = 2.5 if self.is_target else 1
        painter.setPen(QPen(colour("accent" if has_ring or self.is_current else "line_strong"), thickness))
        painter.drawPath(shape)
        if self.hasFocus() and self.is_current:
            painter.setPen(QPen(colour("on_accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), radius, radius)
        painter.setFont(self._small())
        painter.setPen(colour("on_accent" if self.is_current else "text"))
        words = area.adjusted(0, 0, 0, -edge)
        if self.remarks:
            words.setRight(words.right() - self._bubble(area).width() - 1)
            text = self.text().replace(" ", _THIN_SPACE)
            painter.setFont(self._fitting(text, words.width()))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)
            self._paint_remarks(painter, self._bubble(area))
        else:
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())

    @property
    def _ground(self) -> str:
        return "accent" if self.is_current else "accent_back" if self.is_target else "surface"

    @property
    def _count_text(self) -> str:
        return str(self.remarks) if self.remarks < 10 else "9+"

    def _bubble(self, area: QRectF) -> QRectF:
        """Return where the number of comments stands: at the upper right."""
        metrics = QFontMetricsF(scaled_font(self.font(), _BUBBLE, is_bold=True))
        height = metrics.height() * 0.92
        width = max(height, metrics.horizontalAdvance(self._count_text) + em(self, 0.35))
        return QRectF(area.right() - width - 1, area.top() + 1, width, height)

    def _paint_remarks(self, painter: QPainter, bubble: QRectF) -> None:
        """Paint how many comments are open into a bubble with a tail."""
        tail, height = em(self, 0.22), bubble.height()
        foot = QPointF(bubble.left() + bubble.width() * 0.3, bubble.bottom() - 1)
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        shape.addRoundedRect(bubble, height / 2, height / 2)
        shape.addPolygon(QPolygonF([foot, foot + QPointF(0, tail + 1), foot + QPointF(2 * tail, 0)]))
        painter.strokePath(shape, QPen(colour(self._ground), 2))  # sets it apart from the sign
        painter.fillPath(shape, colour("on_accent" if self.is_current else "accent"))
        painter.setFont(scaled_font(self.font(), _BUBBLE, is_bold=True))
        painter.setPen(colour("accent" if self.is_current else "on_accent"))
        painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, self._count_text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the row, which a button would take for Tab."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class _Group:
    title: ElidedLabel
    segments: tuple[Segment, ...]


class CellStrip(QWidget):
    """The cells of a row; groups that have no room beside each other stand below each other."""

    cell_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[_Group] = []
        self._outline: tuple[ThemeOutline, ...] = ()
        self._most = 10_000.0
        self.setAccessibleName("Cells of this interview")

    def show_outline(self, outline: Sequence[ThemeOutline]) -> None:
        """Show the columns of a framework."""
        if tuple(outline) == self._outline:
            return
        self._outline = tuple(outline)
        for group in self._groups:
            group.title.deleteLater()
            for segment in group.segments:
                segment.deleteLater()
        self._groups = [self._make_group(theme) for theme in outline if theme.columns]
        self._fit()

    def show_states(self, states: Mapping[str, str], current: str) -> None:
        """Show the states of cells (sub-topic id -> state) and which of them is open."""
        for segment in self.segments():
            subtopic_id = segment.column.subtopic_id
            segment.show_state(states.get(subtopic_id, "not_charted"), is_current=subtopic_id == current)

    def show_state(self, subtopic_id: str, state: str) -> None:
        """Show another state of one cell."""
        for segment in self.segments():
            if segment.column.subtopic_id == subtopic_id:
                segment.show_state(state, is_current=segment.is_current)

    def show_remarks(self, counts: Mapping[str, int]) -> None:
        """Show how many comments are open on cells: sub-topic id -> how many."""
        for segment in self.segments():
            segment.show_remarks(counts.get(segment.column.subtopic_id, 0))

    def segments(self) -> list[Segment]:
        """Return the segments in their order."""
        return [segment for group in self._groups for segment in group.segments]

    def focus_current(self) -> None:
        """Bring the keyboard to the cell that is open."""
        for segment in self.segments():
            if segment.is_current:
                segment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all groups need."""
        return self._place(width, is_real=False)

    def set_most(self, height: float) -> None:
        """Set the height in pixels beyond which the cells stand close together, without the titles of themes."""
        self._most = height
        self._place(self.width(), is_real=True)

    def sizeHint(self) -> QSize:
        """Ask for the height that the width needs."""
        return QSize(em(self, 30), self.heightForWidth(max(self.width(), em(self, 20))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the groups anew."""
        super().resizeEvent(event)
        self._place(self.width(), is_real=True)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the row with the arrows."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        found = self.segments()
        focused = [place for place, segment in enumerate(found) if segment.hasFocus()]
        if step and focused:
            found[(focused[0] + step) % len(found)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _make_group(self, theme: ThemeOutline) -> _Group:
        title = ElidedLabel("small", self)
        title.setText(theme.heading)
        title.show()
        segments = []
        for column in theme.columns:
            segment = Segment(column, self)
            segment.clicked.connect(
                lambda _checked=False, subtopic_id=column.subtopic_id: self.cell_chosen.emit(subtopic_id)
            )
            segment.show()
            segments.append(segment)
        return _Group(title, tuple(segments))

    def _fit(self) -> None:
        self.updateGeometry()
        self._place(self.width(), is_real=True)

    def _place(self, width: int, *, is_real: bool) -> int:
        """Place everything; return the height that it takes."""
        if not self._groups:
            return 0
        height = self._place_groups(width, is_real=False)
        is_dense = height > self._most
        if is_real:
            for group in self._groups:
                group.title.setVisible(not is_dense)
        if is_dense:
            return self._place_densely(width, is_real=is_real)
        return self._place_groups(width, is_real=is_real) if is_real else height

    def _place_densely(self, width: int, *, is_real: bool) -> int:
        side, gap, between = em(self, 1.1), em(self, 0.25), em(self, 0.9)
        each = max(segment.least_width() for segment in self.segments())
        height = self._segment_height()
        x, y = side, em(self, 0.45)
        for group in self._groups:
            for segment in group.segments:
                if x > side and x + each > width - side:
                    x, y = side, y + height + gap
                if is_real:
                    segment.setGeometry(x, y, each, height)
                x += each + gap
            x += between
        return y + height + em(self, 0.45)

    def _segment_height(self) -> int:
        return round(self.fontMetrics().height() * 1.25)

    def _place_groups(self, width: int, *, is_real: bool) -> int:
        """Place the groups in lines; return the height that they take."""
        side, gap, between = em(self, 1.1), em(self, 0.25), em(self, 1.0)
        title_height = self._groups[0].title.fontMetrics().height() + em(self, 0.2)
        step = title_height + self._segment_height() + em(self, 0.5)
        room = width - 2 * side
        widths = self._segment_widths(room, gap, between)
        titles = self._title_widths(room, widths, gap, between)
        x, y = side, em(self, 0.45)
        for group, title in zip(self._groups, titles, strict=True):
            each = max(widths, *(segment.least_width() for segment in group.segments))
            full = max(title, len(group.segments) * (each + gap) - gap)
            if x > side and x + full > width - side:
                x, y = side, y + step
            used = min(len(group.segments), max(1, (room + gap) // (each + gap)))
            lines = -(-len(group.segments) // used)
            if is_real:
                self._place_group(group, QRect(x, y, each, title_height), used, gap)
                group.title.resize(max(group.title.width(), title), group.title.height())
            x += min(full, room) + between
            y += (lines - 1) * (step - title_height)
        return y + step + em(self, 0.1)

    def _segment_widths(self, room: int, gap: int, between: int) -> int:
        """Return a width for all segments: comfortable, or just enough if that keeps them in one line."""
        segments = self.segments()
        least = max(segment.least_width() for segment in segments)
        comfortable = round(least * 1.15)
        taken = len(segments) * gap + (len(self._groups) - 1) * between
        return comfortable if len(segments) * comfortable + taken <= room else least

    def _title_widths(self, room: int, each: int, gap: int, between: int) -> list[int]:
        """Return the widths that titles ask for beyond their segments, where one line has room for all; else 0."""
        titles = [group.title.sizeHint().width() for group in self._groups]
        full = [
            max(title, len(group.segments) * (each + gap) - gap)
            for title, group in zip(titles, self._groups, strict=True)
        ]
        has_room = sum(full) + (len(full) - 1) * between <= room
        return titles if has_room else [0] * len(titles)

    def _place_group(self, group: _Group, first: QRect, used: int, gap: int) -> None:
        height = self._segment_height()
        count = min(used, len(group.segments))
        group.title.setGeometry(first.left(), first.top(), count * (first.width() + gap) - gap, first.height())
        for place, segment in enumerate(group.segments):
            line, column = divmod(place, used)
            segment.setGeometry(
                first.left() + column * (first.width() + gap),
                first.bottom() + 1 + line * (height + em(self, 0.5)),
                first.width(),
                height,
            )


class StripArea(QScrollArea):
    """Hold the strip; a framework of very many columns scrolls instead of filling the window."""

    def __init__(self, strip: CellStrip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = strip
        self._most = 10_000.0
        self._is_low = False
        self.setWidget(strip)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        strip.setAutoFillBackground(False)

    def fit(self) -> None:
        """Take the height that the strip needs, as far as it may."""
        wanted = self._strip.heightForWidth(self.width())
        least = self.fontMetrics().height() * (_ONE_LINE if self._is_low else _LEAST_LINES)
        most = least if self._is_low else max(least, self._most)
        self.setFixedHeight(max(1, round(min(wanted, most))))
        self._strip.setMinimumHeight(wanted)
        self.show_current()

    def set_most(self, height: float, *, is_low: bool = False) -> None:
        """Set the height in pixels beyond which the strip scrolls; in a low desk it is one line."""
        self._most, self._is_low = height, is_low
        self._strip.set_most(height)
        self.fit()

    def show_current(self) -> None:
        """Bring the cell that is open into view."""
        for segment in self._strip.segments():
            if segment.is_current:
                self.ensureWidgetVisible(segment, 0, em(self, 1.6))
                bar = self.verticalScrollBar()
                if bar.value():  # whole lines from the top on: a line cut in half cannot be read
                    bar.setValue(segment.mapTo(self._strip, QPoint()).y() - em(self, 0.15))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.fit()
