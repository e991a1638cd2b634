"""Headings in menus: words between the commands that cannot be chosen."""

from PySide6.QtWidgets import QMenu, QWidgetAction

from framework_qda.ui.widgets.labels import plain_label


def add_heading(menu: QMenu, words: str) -> None:
    """Put a heading, and a line above it, at the end of a menu. Qt's own sections lose their words in a style sheet."""
    if not menu.isEmpty():
        menu.addSeparator()
    heading = QWidgetAction(menu)
    heading.setText(words.replace("&", "&&"))
    # A separator, which neither the arrows nor the mouse can choose.
    heading.setSeparator(True)
    heading.setDefaultWidget(plain_label(words, "menu_heading"))
    menu.addAction(heading)
