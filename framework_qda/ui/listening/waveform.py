"""The waveform of a recording: what is heard now, what is cited, and a click to go anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from framework_qda.matrix.waveform import columns_of
from framework_qda.text.timecodes import format_timecode
from framework_qda.ui.style import colour, em

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

STEP_MS = 5000
PAGE_MS = 30_000
_BAR_EMS = 0.16
_GAP_EMS = 0.08


class Waveform(QAbstractSlider):
    """A slider over the ms of a recording. What the user does is told by `sought`; arrows go five seconds on."""

    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._peaks: Sequence[int] = b""
        self._bars: list[QRectF] = []
        self._tints: list[QRectF] = []
        self._drawn_at = QSize()
        self._marks: tuple[tuple[int, int], ...] = ()
        self._is_pressed = False
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, 0)
        self.setSingleStep(STEP_MS)
        self.setPageStep(PAGE_MS)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Place in the recording")
        self.setMouseTracking(True)
        self.actionTriggered.connect(self._follow_action)

    # -- what is shown

    @property
    def length(self) -> int:
        """The length of the recording, in ms; 0 where it is not known yet."""
        return self.maximum()

    @property
    def peaks(self) -> Sequence[int]:
        """How loud the recording is, 20 values a second, as far as is known."""
        return self._peaks

    def show_length(self, length: int) -> None:
        """Show a recording of some length."""
        if length != self.maximum():
            self.setRange(0, max(0, length))
            self._lay_out_again()

    def show_peaks(self, peaks: Sequence[int]) -> None:
        """Show how loud the recording is, 20 values a second."""
        self._peaks = peaks
        self._lay_out_again()

    def show_marks(self, marks: Sequence[tuple[int, int]]) -> None:
        """Show which stretches (start and end in ms) are cited."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self._lay_out_again()

    def show_position(self, position: int) -> None:
        """Show what is heard now, unless somebody is looking for a place."""
        if not self._is_pressed:
            before, after = self._x_of(self.value()), self._x_of(position)
            self.setValue(position)
            if round(before) != round(after):
                self.update()

    # -- what the user does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that is clicked on."""
        if event.button() == Qt.MouseButton.LeftButton and self.length:
            self._is_pressed = True
            self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while it is held."""
        if self._is_pressed:
            self._seek(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay there."""
        self._is_pressed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go about with the arrows; up and down are for leaving a list, not for sound."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say which time is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), format_timecode(self._at(event.pos().x())), self)
            return True
        return super().event(event)

    def _seek(self, event: QMouseEvent) -> None:
        position = self._at(event.position().x())
        self.setValue(position)
        self.update()
        self.sought.emit(position)

    def _follow_action(self, _action: int) -> None:
        if self.sliderPosition() != self.value():
            self.update()
            self.sought.emit(self.sliderPosition())

    def _at(self, x: float) -> int:
        share = x / max(1, self.width() - 1)
        return round(self.length * min(1.0, max(0.0, share)))

    def _x_of(self, position: int) -> float:
        return (self.width() - 1) * position / self.length if self.length else 0.0

    # -- look

    def sizeHint(self) -> QSize:
        """Ask for a strip."""
        return QSize(em(self, 12), em(self, 1.9))

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(em(self, 4), em(self, 1.9))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out_again()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks, bars, and a line at the place that is heard."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._drawn_at != self.size():
            self._lay_out()
        tint = colour("mark_line")
        tint.setAlphaF(0.28)
        heard = self._x_of(self.value())
        before = sum(bar.x() < heard for bar in self._bars)
        for shapes, ink in (
            (self._tints, tint),
            (self._bars[:before], colour("accent")),
            (self._bars[before:], colour("outline")),
        ):
            if shapes:
                painter.setBrush(ink)
                painter.drawRects(shapes)
        if self.length:
            painter.fillRect(QRectF(heard - 1, 0, max(2.0, em(self, 0.13)), self.height()), colour("accent"))
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _lay_out(self) -> None:
        """Place marks and bars once: a place that moves on paints them again and again."""
        self._drawn_at = self.size()
        width, gap = max(1, em(self, _BAR_EMS)), max(1, em(self, _GAP_EMS))
        columns = columns_of(self._peaks, self.length, max(1, self.width() // (width + gap)))
        most = max(max(columns), 64)
        middle, tall = self.height() / 2, self.height() * 0.92
        heights = [max(1.0, tall * value / most) for value in columns]
        self._bars = [
            QRectF(place * (width + gap), middle - height / 2, width, height) for place, height in enumerate(heights)
        ]
        self._tints = []
        for start, end in self._marks:
            left, right = self._x_of(start), self._x_of(min(end, self.length))
            self._tints.append(QRectF(left, 0, max(2.0, right - left), self.height()))

    def _lay_out_again(self) -> None:
        self._drawn_at = QSize()
        self.update()
