"""The menus of a cell editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from framework_qda.ui.spelling.offer import SpellingOffer
from framework_qda.ui.style import kind_look
from framework_qda.ui.widgets.statement_blocks import KIND_ORDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.ui.widgets.cell_editor import CellEditor
    from framework_qda.ui.widgets.statement_spelling import MarkedWord


def kind_menu(editor: CellEditor, parent: QMenu | None = None) -> QMenu:
    """Make a menu of the kinds for the statement of the caret."""
    menu = QMenu("Kind of statement", parent or editor)
    group = QActionGroup(menu)
    current = editor.current_statement().kind
    for kind in KIND_ORDER:
        look = kind_look(kind)
        action = menu.addAction(f"{look.sign}   {look.words}")
        action.setCheckable(True)
        action.setChecked(kind == current)
        action.triggered.connect(lambda _checked=False, kind=kind: editor.set_kind(kind))
        group.addAction(action)
    return menu


def build_menu(editor: CellEditor, unknown: MarkedWord | None = None) -> QMenu:
    """Make the context menu of an editor: what can be done about an unknown word, then the editor's actions."""
    menu = QMenu(editor)
    if unknown is not None and editor.spelling.source is not None:
        word = unknown
        replace = None if editor.isReadOnly() else lambda words: editor.spelling.replace(word, words)
        SpellingOffer(menu, word.text, editor.spelling.source, replace)
    menu.addActions(editor.actions())
    menu.addSeparator()
    if not editor.isReadOnly():
        menu.addMenu(kind_menu(editor, menu))
        menu.addSeparator()
        _add(menu, "Cut", QKeySequence.StandardKey.Cut, editor.cut, editor.textCursor().hasSelection())
    _add(menu, "Copy", QKeySequence.StandardKey.Copy, editor.copy, editor.textCursor().hasSelection())
    if not editor.isReadOnly():
        _add(menu, "Paste", QKeySequence.StandardKey.Paste, editor.paste, editor.canPaste())
    _add(menu, "Select all", QKeySequence.StandardKey.SelectAll, editor.selectAll, True)
    return menu


def _add(menu: QMenu, words: str, key: QKeySequence.StandardKey, slot: Callable[[], None], is_enabled: bool) -> QAction:
    action = menu.addAction(words)
    action.setShortcut(QKeySequence(key))
    action.setEnabled(is_enabled)
    action.triggered.connect(lambda _checked=False: slot())
    return action
