"""Who wrote a cell last and how often it was written, in as many words as there is room for."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QToolButton


class PastButton(QToolButton):
    """Say the whole, or only the short of it where the whole does not fit: it never makes the pane wider."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = self._short = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_words(self, whole: str, short: str) -> None:
        """Take other words."""
        self._whole, self._short = whole, short
        self.setAccessibleName(whole)
        self.setVisible(bool(whole))

    def fit(self, room: int) -> None:
        """Say as much as fits into a width in pixels."""
        self._say(self._whole)
        if self.sizeHint().width() > room:
            self._say(self._short)

    def minimumSizeHint(self) -> QSize:
        """Be content with a line of any width: `fit()` chooses what is said in it."""
        return QSize(0, super().minimumSizeHint().height())

    def _say(self, words: str) -> None:
        self.setText(words.replace("&", "&&"))
