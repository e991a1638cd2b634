"""A dictionary of misspelt words, which knows all others; it answers later, as the process of a real one does."""

from PySide6.QtCore import QObject, QTimer, Signal

from framework_qda.text.spelling import plain_word

MISSPELT = {"teh": ["the", "ten"], "forrms": ["forms"], "wintr": ["winter"], "gillick": [], "marsh": ["march"]}


def is_known(word):
    """Judge a word as the process does: whole, in its parts, without a possessive."""
    return not any(part.lower() in MISSPELT for part in plain_word(word).removesuffix("'s").split("-"))


class SmallDictionary(QObject):
    ready = Signal()
    answered = Signal(object)
    suggested = Signal(str, object)
    failed = Signal(str)

    def __init__(self, file, parent=None):
        super().__init__(parent)
        self.file = file
        self.asked = []
        self._is_over = False
        QTimer.singleShot(0, self, lambda: self._tell(self.ready))

    def ask(self, words):
        words = sorted(words)
        self.asked.append(words)
        known = {word: is_known(word) for word in words}
        QTimer.singleShot(0, self, lambda: self._tell(self.answered, known))

    def suggest(self, word):
        QTimer.singleShot(0, self, lambda: self._tell(self.suggested, word, MISSPELT.get(word.lower(), [])))

    def end(self):
        self._is_over = True

    def _tell(self, signal, *values):
        if not self._is_over:
            signal.emit(*values)
