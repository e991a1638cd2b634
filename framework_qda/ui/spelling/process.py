"""The other process, which has the dictionary, as an object of the window."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal

from framework_qda.io.dictionary_process import command_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework_qda.io.dictionaries import DictionaryFile

BROKEN_OFF = "Checking spelling has broken off. Your project is untouched. Switch it off and on again in the View menu."
_END_MS = 1000


class DictionaryProcess(QObject):
    """Start the process of a dictionary and talk to it. What is asked before it is ready is answered later."""

    ready = Signal()
    answered = Signal(object)
    """Which words are in the dictionary: word -> whether."""
    suggested = Signal(str, object)
    """A word, and those that may have been meant."""
    failed = Signal(str)

    def __init__(self, file: DictionaryFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.errorOccurred.connect(self._break_off)
        self._process.finished.connect(self._break_off)
        self._is_over = False
        program, *arguments = command_of(file)
        self._process.start(program, arguments)

    def ask(self, words: Iterable[str]) -> None:
        """Ask which words are in the dictionary."""
        self._write({"words": sorted(words)})

    def suggest(self, word: str) -> None:
        """Ask what may have been meant by a word."""
        self._write({"suggest": word})

    def end(self) -> None:
        """End the process; nothing more is told."""
        self._is_over = True
        self._process.kill()
        self._process.waitForFinished(_END_MS)

    def _write(self, question: dict[str, object]) -> None:
        self._process.write(json.dumps(question).encode() + b"\n")

    def _read(self) -> None:
        while self._process.canReadLine() and not self._is_over:
            answer = json.loads(bytes(self._process.readLine().data()))
            if "known" in answer:
                self.answered.emit(answer["known"])
            elif "suggested" in answer:
                self.suggested.emit(answer["word"], answer["suggested"])
            elif "failed" in answer:
                self._is_over = True
                self.failed.emit(answer["failed"])
            else:
                self.ready.emit()

    def _break_off(self) -> None:
        if not self._is_over:
            self._is_over = True
            self.failed.emit(BROKEN_OFF)
