"""An area that scrolls up and down what is taller than the window, and never sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


class TallArea(QScrollArea):
    """Never narrower than what stands in it needs to be, which always has the height that its lines need."""

    def __init__(self, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = widget
        self._written: QTextEdit | QPlainTextEdit | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_caret)
        self.verticalScrollBar().rangeChanged.connect(self._keep_caret)
        self.verticalScrollBar().actionTriggered.connect(self._leave_caret)
        self.setWidget(widget)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def follow_caret(self, editor: QTextEdit | QPlainTextEdit) -> None:
        """Keep the caret of an editor inside in view while it is written in: it is the area that scrolls."""
        editor.cursorPositionChanged.connect(lambda: self._follow(editor))

    def show_caret(self, editor: QTextEdit | QPlainTextEdit) -> None:
        """Bring the caret of an editor inside into view, until somebody scrolls elsewhere."""
        self._written = editor
        self._soon.start()

    def show_top(self) -> None:
        """Show the begin, as of other words."""
        self._leave_caret()
        self.verticalScrollBar().setValue(0)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of what stands in it, and of the bar that may come."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the words: Qt lets a scroll area watch what stands in it."""
        if watched is self._inside and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().eventFilter(watched, event)

    def _follow(self, editor: QTextEdit | QPlainTextEdit) -> None:
        if editor.hasFocus():
            self.show_caret(editor)
        elif editor is self._written:
            self._leave_caret()

    def _leave_caret(self) -> None:
        self._written = None
        self._soon.stop()

    def _keep_caret(self) -> None:
        # New lines get their places in several turns of the event loop.
        if self._written is not None:
            self._soon.start()

    def _show_caret(self) -> None:
        if self._written is not None:
            caret = self._written.cursorRect()
            place = self._written.viewport().mapTo(self._inside, caret.center())
            # What is clicked stays put; what is selected with the mouse beyond the edge is followed.
            is_pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
            self.ensureVisible(place.x(), place.y(), 0, 0 if is_pressed else caret.height())

    def _fit(self) -> None:
        # Qt asks how tall the lines are before the bar takes a part of their width.
        layout = self._inside.layout()
        if layout is not None and layout.hasHeightForWidth():
            self._inside.setMinimumHeight(layout.minimumHeightForWidth(self.viewport().width()))
