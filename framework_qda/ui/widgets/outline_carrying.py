"""Lines of an outline that are carried by the mouse to another place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QDrag, QDragEnterEvent, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from framework_qda.ui.style import SMALL, colour, em, scaled_font
from framework_qda.ui.widgets.carrying import is_far, slip
from framework_qda.ui.widgets.view_carrying import ViewCarrying

if TYPE_CHECKING:
    from PySide6.QtGui import QDragMoveEvent, QDropEvent, QMouseEvent, QPaintEvent

    from framework_qda.ui.widgets.outline import Node, OutlineView

FORMAT = "application/x-framework-qda-line"


class Landing(NamedTuple):
    """Where a carried line would come to stand: under a parent, behind another line or first.

    `mark` is the key of the line at whose upper or lower edge that is shown. `words` say what happens there or, where
    it `is_refused`, why it cannot stand there.
    """

    parent: str = ""
    after: str | None = None
    mark: str = ""
    is_below: bool = True
    words: str = ""
    is_refused: bool = False


class CarryingRules(Protocol):
    """What a desk knows of its lines."""

    def may_carry(self, node: Node) -> bool:
        """Say whether a line can be carried at all."""

    def landing(self, carried: Node, over: Node, *, is_lower_half: bool) -> Landing:
        """Say where a line would land that is let go over another one."""

    def land(self, carried: Node, landing: Landing) -> None:
        """Put a line where it was let go, or say why not."""


class OutlineCarrying(ViewCarrying):
    """Let the mouse carry the lines of an outline, show where one would land, and let it land there."""

    def __init__(self, view: OutlineView, rules: CarryingRules) -> None:
        super().__init__(view)
        self._view, self._rules = view, rules
        self._pressed: Node | None = None
        self._from = QPoint()
        self._carried: Node | None = None
        self.mark = LandingMark(view)

    def _answer_mouse(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            node = self._view.node_at(point) if event.button() == Qt.MouseButton.LeftButton else None
            self._pressed = node if node is not None and self._rules.may_carry(node) else None
            self._from = point
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            if is_far(self._from, point):
                self._carry(self._pressed)
            return True  # else the choice would follow the mouse
        elif event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick):
            self._pressed = None
        return False

    def _carry(self, node: Node) -> None:
        self._pressed, self._carried = None, node
        data = QMimeData()
        data.setData(FORMAT, node.key.encode())
        drag = QDrag(self._view)
        drag.setMimeData(data)
        drag.setPixmap(slip(self._view, node.texts[0]))
        drag.setHotSpot(QPoint(-em(self._view, 0.8), -em(self._view, 0.6)))
        drag.exec(Qt.DropAction.MoveAction)
        self._carried = None
        self._end()

    def carried(self, data: QMimeData) -> Node | None:
        """Return the line that is carried, if it is one of this outline."""
        key = bytes(data.data(FORMAT).data()).decode(errors="replace") if data.hasFormat(FORMAT) else ""
        return next((node for node in self._view.nodes() if node.key == key), None) if key else None

    def _landing(self, carried: Node, point: QPoint) -> Landing | None:
        over, rect = self._view.node_at(point), self._view.visualRect(self._view.indexAt(point))
        if over is None:
            over = self._view.last_node()
            if over is None:
                return None
            return self._rules.landing(carried, over, is_lower_half=True)
        return self._rules.landing(carried, over, is_lower_half=point.y() > rect.center().y())

    def _follow(self, event: QDragMoveEvent) -> None:
        carried, self._point = self.carried(event.mimeData()), event.position().toPoint()
        if carried is None:
            event.ignore()
            return
        if isinstance(event, QDragEnterEvent):
            self._carried = carried
            self._scrolling.start()
        # Also where it would be refused: it is let go there, and told why.
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self._show_mark(carried)

    def _show_mark(self, carried: Node) -> None:
        landing = self._landing(carried, self._point)
        if landing is None:
            self.mark.hide()
        else:
            rect = self._view.visualRect(self._view.index_of(landing.mark))
            self.mark.show_landing(landing, rect, self._point)

    def _drop(self, event: QDropEvent) -> None:
        carried = self.carried(event.mimeData())
        landing = self._landing(carried, event.position().toPoint()) if carried is not None else None
        self._end()
        if carried is None or landing is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        # Later, not now: the system is still carrying, and a message would stand in its way.
        QTimer.singleShot(0, self, lambda: self._rules.land(carried, landing))

    def _scroll(self) -> None:
        """Scroll on while something is held near the upper or the lower edge."""
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        zone = em(self._view, 1.6)
        step = -zone if self._point.y() < zone else zone if self._point.y() > height - zone else 0
        if step and self._carried is not None:
            bar.setValue(bar.value() + round(step / 2))
            self._show_mark(self._carried)

    def _end(self) -> None:
        super()._end()
        self.mark.hide()


class LandingMark(QWidget):
    """A line where something would land, and beside the mouse what happens then or why it cannot land there."""

    def __init__(self, view: OutlineView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._rect = QRect()
        self._point = QPoint()
        self.landing = Landing()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_landing(self, landing: Landing, rect: QRect, point: QPoint) -> None:
        """Show a landing at the edge of a line's area, with its words at a point."""
        self.landing, self._rect, self._point = landing, rect, point
        self.setGeometry(self._view.viewport().rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.landing.is_refused and self._rect.isValid():
            y = self._rect.bottom() if self.landing.is_below else self._rect.top()
            painter.setPen(QPen(colour("accent"), max(2, em(self, 0.16))))
            left = self._rect.left()
            painter.drawLine(left, y, self.width() - em(self, 0.5), y)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(QPoint(left, y), em(self, 0.22), em(self, 0.22))
        if self.landing.words:
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        font = scaled_font(self.font(), SMALL)
        pad, room = em(self, 0.4), self.width() - em(self, 1.6)
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
        needed = QFontMetricsF(font).boundingRect(QRectF(0, 0, room, 10_000), flags, self.landing.words)
        box = needed.adjusted(-pad, -pad * 0.6, pad, pad * 0.6)
        left = min(self._point.x() + em(self, 1.2), self.width() - box.width() - pad)
        top = self._point.y() + em(self, 2.6)
        if top + box.height() > self.height():
            top = self._point.y() - round(box.height()) - em(self, 1)
        box.moveTo(max(pad, left), max(0, top))
        is_refused = self.landing.is_refused
        painter.setPen(QPen(colour("error" if is_refused else "accent"), 1))
        painter.setBrush(colour("error_back" if is_refused else "accent_back"))
        painter.drawRoundedRect(box, pad / 2, pad / 2)
        painter.setFont(font)
        painter.setPen(colour("error" if is_refused else "text"))
        painter.drawText(box.adjusted(pad, pad * 0.6, -pad, -pad * 0.6), flags, self.landing.words)
