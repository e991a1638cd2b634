"""What a screen reader is told of a window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QKeySequenceEdit, QScrollArea, QWidget

Role, Text = QAccessible.Role, QAccessible.Text

INTERACTIVE = {
    *(Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText),
    *(Role.Tree, Role.Table, Role.List, Role.PageTabList, Role.SpinBox, Role.Slider, Role.Link, Role.Document),
    Role.HotkeyField,
}
READABLE = {Role.StaticText}
"""Labels whose words can be selected."""

ROLELESS = (QScrollArea, QKeySequenceEdit)
"""What Qt has no better role for."""

SAYS_NOTHING = {"button", "cell", "edit", "field", "table", "tree", "list", "text", "widget", "combo box", "tab"}


def interface(widget: QWidget):
    """Return what a screen reader asks about a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def name_of(widget: QWidget) -> str:
    """Return the name of a widget: its own, or that of its label; a list is named by what is chosen otherwise."""
    asked = interface(widget)
    labels = [other.text(Text.Name) for other, kind in asked.relations() if kind & QAccessible.RelationFlag.Label]
    if asked.role() == Role.ComboBox:
        return "".join(labels) or asked.text(Text.Description)
    return asked.text(Text.Name) or "".join(labels)


def elements(root: QWidget) -> list[QWidget]:
    """Return everything under a widget that can be reached by keyboard or pressed."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.focusProxy()
    ]


def faults(root: QWidget) -> list[str]:
    """Return what a screen reader would not make sense of."""
    return [
        f"{type(widget).__name__} “{name_of(widget)}”: {fault}"
        for widget in elements(root)
        for fault in _faults(widget)
    ]


def _faults(widget: QWidget) -> list[str]:
    asked, name = interface(widget), name_of(widget).strip()
    found = []
    if not name:
        found.append("no name")
    if name.lower() in SAYS_NOTHING | {kind.__name__.lower() for kind in type(widget).mro()}:
        found.append("named after its class")
    if asked.role() not in INTERACTIVE | READABLE and not isinstance(widget, ROLELESS):
        found.append(f"role {asked.role()}")
    if any("<" in asked.text(kind) and "</" in asked.text(kind) for kind in (Text.Name, Text.Description)):
        found.append("tags are read out")
    if not name.strip("…&.,:;-– "):
        found.append("no words")
    return found


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return what Tab is to reach; of buttons that exclude each other, the one that is on: arrows lead to others."""
    return [
        widget
        for widget in elements(root)
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_reached_by_arrows(widget)
    ]


def _is_reached_by_arrows(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.autoExclusive() and not widget.isChecked()
