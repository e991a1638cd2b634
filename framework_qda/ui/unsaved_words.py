"""Words that could not be written: they stay, are told of, can be copied, and are in the way of closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from framework_qda.ui.operations import WordsSetAside
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.ui.message import Button
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.shell import Shell

TOPIC = "unsaved"
COPY = "Copy what is not saved"
CLOSE = "Close without saving it"
NOT_CLOSED = "Not closed, for what you typed is not saved."
NO_DRAFT = "It could not be kept as a draft either."


class UnsavedWords:
    """Says in a window why something was not written, and lets nobody close it over words without knowing."""

    def __init__(self, window: Shell) -> None:
        self._window = window
        self._reason = ""
        self._is_given_up = False

    def tell_failure(self, reason: str) -> None:
        """Say why something could not be done; where words wait to be written, they can be copied."""
        self._reason = reason
        if self._operations is None or not self._operations.unsaved_words():
            self._window.tell_error(reason)
        elif not self._is_told(reason):  # the keyboard going to the message makes an editor write once more
            self._tell(reason, self._copy_button(reason))

    def follow(self) -> None:
        """Take away what was told, once nothing is left to write."""
        if not self._holds():
            self._window.messages.tell_news(TOPIC, "", ())

    def may_close(self, close: Callable[[], object]) -> bool:
        """Write what is being typed. Where that is refused, say so, and let somebody `close` all the same."""
        if self._is_given_up or self._window.finish_editing():
            return True
        project = self._window.project
        words = [NOT_CLOSED, self._reason]
        if project is not None:
            project.drafts.flush()
            words += [NO_DRAFT] * bool(project.drafts.unkept)
        self._tell_closing(" ".join(filter(None, words)), close)
        return False

    def _tell_closing(self, words: str, close: Callable[[], object]) -> None:
        give_up = (CLOSE, lambda: self._give_up(close))
        copy = (COPY, lambda: self._copy(lambda: self._tell_closing(words, close)))
        has_words = self._operations is not None and bool(self._operations.unsaved_words())
        self._tell(words, *([copy] * has_words), give_up)
        self._window.messages.take_focus()

    def _give_up(self, close: Callable[[], object]) -> None:
        self._is_given_up = True
        try:
            close()
        finally:
            self._is_given_up = False

    def _copy_button(self, reason: str) -> Button:
        return COPY, lambda: self._copy(lambda: self._tell(reason, self._copy_button(reason)))

    def _copy(self, tell_again: Callable[[], object]) -> None:
        """Bring all unsaved words to the clipboard; the message stays true, and so it stays."""
        operations = self._operations
        if operations is None:
            return
        words = operations.unsaved_words()
        QGuiApplication.clipboard().setText(words)
        for holder in [*operations.unsaved]:
            if isinstance(holder, WordsSetAside):  # nothing else can be done with them
                operations.note_unsaved(holder, is_unsaved=False)
        if operations.unsaved:
            tell_again()
        self._window.tell(f"Copied: {count_words(len(words.split()), 'word')}. Paste them where they are safe.")

    @property
    def _operations(self) -> Operations | None:
        return self._window.operations

    def _tell(self, words: str, *buttons: Button) -> None:
        self._window.messages.tell(words, role="error", buttons=buttons, topic=TOPIC, holds=self._holds)

    def _is_told(self, reason: str) -> bool:
        return any(message.topic == TOPIC and reason in message.words for message in self._window.messages.messages())

    def _holds(self) -> bool:
        return self._operations is not None and bool(self._operations.unsaved)
