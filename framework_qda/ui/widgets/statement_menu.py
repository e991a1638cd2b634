"""The menus of a cell editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from framework_qda.ui.menu_letters import give_letters
from framework_qda.ui.spelling.offer import SpellingOffer
from framework_qda.ui.style import kind_look
from framework_qda.ui.widgets.about_menu import ON_EXTRACT, ON_STATEMENT
from framework_qda.ui.widgets.statement_blocks import KIND_ORDER, Chip, is_blank, statement_id_of
from framework_qda.ui.widgets.statement_clipboard import cut_statements

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QTextBlock

    from framework_qda.ui.widgets.cell_editor import CellEditor
    from framework_qda.ui.widgets.statement_spelling import MarkedWord

    Offer = tuple[str, Callable[[], object]]


def kind_menu(editor: CellEditor, parent: QMenu | None = None) -> QMenu:
    """Make a menu of the kinds for the statement of the caret."""
    menu = QMenu("Kind of statement", parent or editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=parent is None)
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


def remark_offers(editor: CellEditor, block: QTextBlock, chip: Chip | None) -> Sequence[Offer]:
    """Return what somebody can comment on at a place of an editor: its reference, else its statement."""
    if chip is not None:
        extract_id = chip.extract_id
        return [(ON_EXTRACT, lambda: editor.comment_wanted.emit("extract", extract_id))]
    if is_blank(block):
        return []
    statement_id = statement_id_of(block)
    return [(ON_STATEMENT, lambda: editor.comment_wanted.emit("statement", statement_id))]


def build_menu(editor: CellEditor, unknown: MarkedWord | None = None, offers: Sequence[Offer] = ()) -> QMenu:
    """Make the context menu of an editor: what can be done about an unknown word, then the editor's actions.

    `offers` are further commands for the place.
    """
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if unknown is not None and editor.spelling.source is not None:
        word = unknown
        replace = None if editor.isReadOnly() else lambda words: editor.spelling.replace(word, words)
        SpellingOffer(menu, word.text, editor.spelling.source, replace)
    menu.addActions(editor.actions())
    for words, slot in offers:
        menu.addAction(words).triggered.connect(lambda _checked=False, slot=slot: slot())
    menu.addSeparator()
    if not editor.isReadOnly():
        menu.addMenu(kind_menu(editor, menu))
        menu.addSeparator()
        has_selection = editor.textCursor().hasSelection()
        _add(menu, "Cut", QKeySequence.StandardKey.Cut, lambda: cut_statements(editor), has_selection)
    _add(menu, "Copy", QKeySequence.StandardKey.Copy, editor.copy, editor.textCursor().hasSelection())
    if not editor.isReadOnly():
        _add(menu, "Paste", QKeySequence.StandardKey.Paste, editor.paste, editor.canPaste())
    _add(menu, "Select all", QKeySequence.StandardKey.SelectAll, editor.selectAll, True)
    return give_letters(menu)


def _add(menu: QMenu, words: str, key: QKeySequence.StandardKey, slot: Callable[[], None], is_enabled: bool) -> QAction:
    action = menu.addAction(words)
    action.setShortcut(QKeySequence(key))
    action.setEnabled(is_enabled)
    action.triggered.connect(lambda _checked=False: slot())
    return action
