"""What belongs to an interview, listed under a heading: a row for each, words where there is none, and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import plain_label, thin_line, wrapped_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

L = TypeVar("L")


class LineList(QWidget):
    """List rows, which are made anew only where they differ from those shown."""

    def __init__(
        self, heading: str, none_yet: str, buttons: Sequence[QPushButton], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, em(self, 1.2), 0, 0)
        layout.setSpacing(em(self, 0.4))
        layout.addWidget(plain_label(heading, "heading"))
        self._none = wrapped_label(none_yet, "soft")
        layout.addWidget(self._none)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(em(self, 0.2))
        layout.addLayout(self._lines)
        row = FlowLayout()
        row.setSpacing(em(self, 0.5))
        for button in buttons:
            row.addWidget(button)
        layout.addLayout(row)
        self._shown: tuple[object, ...] = ()

    def show_rows(self, lines: Sequence[L], make_row: Callable[[L], QWidget], *, can_edit: bool) -> None:
        """Show a row for each line."""
        self._none.setVisible(not lines)
        if self._shown == (tuple(lines), can_edit):
            return
        self._shown = (tuple(lines), can_edit)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._lines.addWidget(make_row(line))
        if lines:
            self._lines.addWidget(thin_line())


def link_button(words: str, spoken: str, pressed: Callable[[], object], *, can_edit: bool) -> QPushButton:
    """Return a button that looks like a link in a row; `spoken` says which row it belongs to."""
    button = QPushButton(words)
    set_role(button, "link")
    button.setAccessibleName(spoken)
    button.setEnabled(can_edit)
    button.clicked.connect(lambda _checked=False: pressed())
    return button
