"""What a context menu offers for an unknown word: suggestions, which may come later, and letting the word be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from framework_qda.text.spelling import plain_word
from framework_qda.ui.words import for_menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from framework_qda.ui.spelling.service import Spelling

LOOKING = "Looking for suggestions…"
NONE_FOUND = "No suggestions"


class SpellingOffer(QObject):
    """Add to a menu, which can be shown at once. `replace` puts a suggestion in the word's place, if that can be."""

    def __init__(self, menu: QMenu, word: str, spelling: Spelling, replace: Callable[[str], object] | None) -> None:
        super().__init__(menu)
        self._menu = menu
        self._word = word
        self._spelling = spelling
        self._replace = replace
        self._waiting: QAction | None = None
        if replace is not None:
            # It can be chosen, and does nothing: a hasty key must not hit what comes after it.
            self._waiting = menu.addAction(LOOKING)
            menu.addSeparator()
            spelling.suggested.connect(self._show)
        base = spelling.base_of(word)
        shown = for_menu(base)
        if spelling.can_add:
            add = menu.addAction(f"Add “{shown}” to the study’s dictionary")
            add.triggered.connect(lambda _checked=False: spelling.add(base))
        ignore = menu.addAction(f"Ignore “{shown}” until closing")
        ignore.triggered.connect(lambda _checked=False: spelling.ignore(base))
        menu.addSeparator()
        if replace is not None:
            spelling.suggest(word)

    def _show(self, word: str, suggestions: list[str]) -> None:
        if word != plain_word(self._word) or self._waiting is None:
            return
        waiting, self._waiting = self._waiting, None
        if not suggestions:
            waiting.setText(NONE_FOUND)
            waiting.setEnabled(False)
            return
        is_curly = "’" in self._word
        made = [self._suggestion(each.replace("'", "’") if is_curly else each) for each in suggestions]
        self._menu.insertActions(waiting, made)
        if self._menu.activeAction() is waiting:
            self._menu.setActiveAction(made[0])
        self._menu.removeAction(waiting)
        waiting.deleteLater()

    def _suggestion(self, words: str) -> QAction:
        action = QAction(for_menu(words), self._menu)
        font = action.font()
        font.setBold(True)
        action.setFont(font)
        replace = self._replace
        assert replace is not None
        action.triggered.connect(lambda _checked=False: replace(words))
        return action
