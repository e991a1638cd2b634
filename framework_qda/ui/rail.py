"""The rail of desks at the left: an icon with its word each."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from framework_qda.ui.keymap import current_keymap
from framework_qda.ui.keys import describe
from framework_qda.ui.style import em, set_icon, set_role

TOP_MARGIN = 8
WIDTH_EMS = 5.8


class RailEntry(NamedTuple):
    """A desk on the rail: its name, words, icon, and the command that shows it."""

    name: str
    words: str
    icon: str
    command_id: str


class Rail(QFrame):
    """Choose a desk. `chosen(name)` follows a click or a key. In a low window the words stand alone, without icons."""

    chosen = Signal(str)

    def __init__(self, entries: Iterable[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "rail")
        self.setAccessibleName("Desks")
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._full_height = 0
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(0, TOP_MARGIN, 1, 0)
        layout.setSpacing(2)
        for entry in entries:
            button = self._make_button(entry)
            self._buttons[entry.name] = button
            self._group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        current_keymap().changed.connect(self._show_keys)
        self._show_keys()
        self._fit()

    def show_current(self, name: str) -> None:
        """Mark a desk as the one that is shown; an empty name marks none."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == name)
            # One stop for Tab; from there the arrows go along the desks.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if each == name else Qt.FocusPolicy.NoFocus)
            set_icon(button, button.property("icon_name"), "accent_text" if each == name else "text_soft")
        self._group.setExclusive(True)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_full_height"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the icons where words would be cut."""
        super().resizeEvent(event)
        self._share_height()

    def minimumSizeHint(self) -> QSize:
        """Be content with the words."""
        return QSize(super().minimumSizeHint().width(), em(self, 8))

    def _make_button(self, entry: RailEntry) -> QToolButton:
        button = QToolButton()
        set_role(button, "rail")
        set_icon(button, entry.icon)
        button.setText(entry.words)
        button.setObjectName(entry.command_id)
        button.setCheckable(True)
        button.setAutoExclusive(True)  # the group sees to it; screen readers ask the button
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.chosen.emit(entry.name))
        return button

    def _show_keys(self) -> None:
        for button in self._buttons.values():
            button.setToolTip(describe(button.objectName()))

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        self._full_height = margins.top() + margins.bottom()
        for button in self._buttons.values():
            button.setIconSize(QSize(em(self, 1.6), em(self, 1.6)))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            self._full_height += button.sizeHint().height() + layout.spacing()
        widest = max((button.sizeHint().width() for button in self._buttons.values()), default=0)
        self.setFixedWidth(max(em(self, WIDTH_EMS), widest + margins.left() + margins.right()))
        self._share_height()

    def _share_height(self) -> None:
        style = Qt.ToolButtonStyle
        has_room = self.height() >= self._full_height
        for button in self._buttons.values():
            button.setToolButtonStyle(style.ToolButtonTextUnderIcon if has_room else style.ToolButtonTextOnly)
            _set_tight(button, is_tight=False)
        if has_room:
            return
        layout = self.layout()
        gaps = (layout.spacing() if layout is not None else 0) * len(self._buttons) + TOP_MARGIN
        if sum(button.sizeHint().height() for button in self._buttons.values()) + gaps > self.height():
            for button in self._buttons.values():
                _set_tight(button, is_tight=True)


def _set_tight(button: QToolButton, *, is_tight: bool) -> None:
    """Take the air around a word, where every line is needed, or give it back."""
    if bool(button.property("tight")) != is_tight:
        button.setProperty("tight", is_tight)
        button.style().unpolish(button)
        button.style().polish(button)
