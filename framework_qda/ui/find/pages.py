"""What the Find desk shows where there are no results: what can be asked, or why nothing was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.widgets.tall_area import TallArea

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EXAMPLES = (
    ("referral delay", "both words, in any order"),
    ('"named nurse"', "these words side by side"),
    ("safeg*", "words that begin so; the word you are typing is taken so by itself"),
    ("police OR nurse", "either word; AND, OR and NOT in capitals"),
    ("ward -night", "one word without the other"),
    ("meeting (police OR nurse)", "brackets group"),
)
_WIDEST_EMS = 60


class _Page(TallArea):
    """A column of words at the left, which scrolls where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        page = QWidget()
        set_role(page, "surface")
        super().__init__(page, parent)
        self.column = QVBoxLayout(page)
        self._give_air()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "column"):
            self._give_air()

    def _give_air(self) -> None:
        self.column.setContentsMargins(em(self, 1.6), em(self, 1.6), em(self, 1.6), em(self, 1.4))
        self.column.setSpacing(em(self, 0.6))


class AskPage(_Page):
    """Say what can be asked, with examples that can be tried."""

    tried = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.addWidget(wrapped_label("Find anything in this project", "title"))
        self.column.addWidget(
            wrapped_label(
                "Words are looked for in notes, cells, conclusions, extracts, comments and the names of things while "
                "you type. Case and accents do not matter. What you look for stays on this computer.",
                "soft",
            )
        )
        self._examples: list[QPushButton] = []
        for example, words in EXAMPLES:
            button = QPushButton(example)
            set_role(button, "link")
            button.setAccessibleDescription(words)
            button.clicked.connect(lambda _checked=False, example=example: self.tried.emit(example))
            line = QHBoxLayout()
            line.addWidget(button)
            line.addWidget(wrapped_label(words, "soft"), 1)
            self.column.addLayout(line)
            self._examples.append(button)
        self.column.addWidget(
            wrapped_label(
                "Near words finds words that are spelt a little otherwise: safegaurding, safeguarding.", "soft"
            )
        )
        self.column.addStretch(1)
        self._give_air()

    def _give_air(self) -> None:
        """Let what the examples mean begin in one line below each other."""
        super()._give_air()
        for button in getattr(self, "_examples", ()):
            button.ensurePolished()
            button.setMinimumWidth(max(each.sizeHint().width() for each in self._examples))


class NonePage(_Page):
    """Say what was searched in vain, and offer to look further."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = wrapped_label("", "title")
        self.words = wrapped_label("", "soft")
        self._buttons = FlowLayout()
        for part in (self.title, self.words):
            self.column.addWidget(part)
        self.column.addLayout(self._buttons)
        self.column.addStretch(1)

    def show_words(self, title: str, words: str, buttons: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Show why nothing is here, and buttons that may change that."""
        self.title.setText(title)
        self.words.setText(words)
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for label, function in buttons:
            button = QPushButton(label)
            button.clicked.connect(lambda _checked=False, function=function: function())
            self._buttons.addWidget(button)
