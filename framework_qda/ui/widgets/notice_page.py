"""What a desk says where there is nothing to show yet, and the first step that it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.widgets.tall_area import TallArea

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

WIDEST_EMS = 32
MARGIN_EMS = 3


class Notice(NamedTuple):
    """Why there is nothing to show: a title, what belongs here, and the step that helps.

    `target` is the name of a desk, or what the desk itself knows what to do with, such as `clear`.
    """

    title: str
    words: str
    step: str
    target: str


class NoticePage(QWidget):
    """Show a notice in the middle of the desk."""

    step_taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = ""
        self.title = wrapped_label("", "title", self)
        self.words = wrapped_label("", "soft", self)
        self.button = QPushButton(self)
        set_role(self.button, "primary")
        self.button.clicked.connect(lambda: self.step_taken.emit(self._target))
        page = QWidget(self)
        self._middle = QWidget(page)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        outer = QGridLayout(page)
        for side in (0, 2):
            outer.setColumnStretch(side, 1)
        outer.setRowStretch(0, 2)
        outer.setRowStretch(2, 3)
        outer.addWidget(self._middle, 1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(TallArea(page, self))
        self._fit()

    def _fit(self) -> None:
        self._middle.setFixedWidth(max(1, min(em(self, WIDEST_EMS), self.width() - em(self, MARGIN_EMS))))
        layout = self._middle.layout()
        if layout is not None:
            layout.setSpacing(em(self, 0.9))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font of the program."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_middle"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave nothing beyond the edge of a narrow desk."""
        super().resizeEvent(event)
        self._fit()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice."""
        self._target = notice.target
        self.title.setText(notice.title)
        self.words.setText(notice.words)
        self.button.setText(notice.step)
