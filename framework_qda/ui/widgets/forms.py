"""A form built from a table of fields; each finished field is told on its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from framework_qda.ui.operations import WordsSetAside
from framework_qda.ui.style import em
from framework_qda.ui.widgets.fields import FIELD_KINDS, FieldHandle, FieldSpec
from framework_qda.ui.widgets.labels import plain_label, wrapped_label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from framework_qda.ui.operations import Operations

LABEL_WIDTH = 9.5
"""Width of the column of labels, in em."""

NARROW = 26
"""Below this width, in em, a label stands above its field."""


class Form(QWidget):
    """Fields under each other with their labels. `edited(name, value)` follows every finished edit."""

    edited = Signal(str, object)
    left = Signal(str)
    """The visit of a field has ended, and what it holds is told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._specs: tuple[FieldSpec, ...] = ()
        self._fields: dict[str, FieldHandle] = {}
        self._lines: list[tuple[QLabel, QWidget]] = []
        self._is_enabled = True
        self._is_narrow = False
        self._before: QWidget | None = None
        self._owner = ""
        """Whose values are shown."""
        self._operations: Operations | None = None

    @property
    def fields(self) -> Mapping[str, FieldHandle]:
        """The fields by their names."""
        return self._fields

    def set_fields(self, specs: Sequence[FieldSpec]) -> None:
        """Build the fields; where only choices differ, they stay as they are.

        The keyboard stays in its field, if there still is one of that name.
        """
        if [_shape(spec) for spec in specs] == [_shape(spec) for spec in self._specs]:
            self._specs = tuple(specs)
            for spec in specs:
                self._fields[spec.name].set_spec(spec)
            return
        focus = QApplication.focusWidget()
        held = next((name for name, field in self._fields.items() if focus and field.widget is focus), "")
        self._clear()
        self._specs = tuple(specs)
        for row, spec in enumerate(specs):
            self._add(row, spec)
        self.set_enabled(self._is_enabled)
        if self._before is not None:
            self.follow(self._before)
        if held in self._fields:
            self._fields[held].widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, before: QWidget) -> None:
        """Let Tab go from a widget into the fields, now and when there are others."""
        self._before = before
        for field in self._fields.values():
            QWidget.setTabOrder(before, field.widget)
            before = field.widget

    def show_values(self, values: Mapping[str, object], owner: str = "") -> None:
        """Show values by the names of their fields; what is being typed stays where they are of the same `owner`."""
        is_other, self._owner = owner != self._owner, owner
        for name, field in self._fields.items():
            words = field.unsaved_words() if is_other else ""
            field.show(values.get(name), is_other=is_other)
            if not field.is_edited():
                self._let_go(field, words)

    def finish(self) -> None:
        """Tell the field that is being typed in."""
        for field in list(self._fields.values()):
            if field.is_edited():
                field.finish()

    def write(self, name: str, operations: Operations, write: Callable[[], object]) -> None:
        """Write a field that was told, as one undo step with what was written since it was entered.

        Where that is refused, the field counts as edited still.
        """
        field = self._fields[name]
        self._operations = operations
        operations.note_unsaved(field, is_unsaved=True)
        with operations.visiting(field.visit) as visit:
            write()
        if visit.is_refused:
            field.take_back()
        operations.note_unsaved(field, is_unsaved=visit.is_unsaved)

    def _let_go(self, field: FieldHandle, words: str) -> None:
        """Count a field as written; what was refused and is shown no longer stays to be copied."""
        if self._operations is not None and field in self._operations.unsaved:
            if words:
                self._operations.note_unsaved(WordsSetAside(words), is_unsaved=True)
            self._operations.note_unsaved(field, is_unsaved=False)

    def set_enabled(self, is_enabled: bool) -> None:
        """Allow or forbid editing."""
        self._is_enabled = is_enabled
        for field in self._fields.values():
            field.set_enabled(is_enabled)

    def focus_first(self) -> None:
        """Put the cursor into the first field, all of it selected."""
        for field in self._fields.values():
            if field.widget.isEnabled():
                field.widget.setFocus(Qt.FocusReason.TabFocusReason)
                if isinstance(field.widget, QLineEdit):
                    field.widget.selectAll()  # one that has the focus already selects nothing by itself
                return

    def _add(self, row: int, spec: FieldSpec) -> None:
        field = FIELD_KINDS[spec.kind](spec, self)
        problem = wrapped_label("", "error", self)
        problem.hide()
        field.finished.connect(lambda value: self.edited.emit(spec.name, value))
        field.left.connect(lambda: self.left.emit(spec.name))
        field.refused.connect(lambda words: _show_problem(problem, words))
        label = plain_label(spec.label, "label", self)
        label.setWordWrap(True)
        label.setBuddy(field.widget)
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.2))
        column.addWidget(field.widget)
        column.addWidget(problem)
        self._fields[spec.name] = field
        self._lines.append((label, cell))
        self._place(row)
        for widget in (label, cell):  # at once, not with the next event: Tab passes over what is not shown yet
            widget.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put labels above their fields where there is no room beside them."""
        super().resizeEvent(event)
        is_narrow = self.width() < em(self, NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for row in range(len(self._lines)):
                self._place(row)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the widest field alone: labels can stand above."""
        width = max((cell.minimumSizeHint().width() for _, cell in self._lines), default=0)
        return QSize(width, super().minimumSizeHint().height())

    def _place(self, row: int) -> None:
        label, cell = self._lines[row]
        self._grid.removeWidget(label)
        self._grid.removeWidget(cell)
        label.setMinimumWidth(0 if self._is_narrow else em(self, LABEL_WIDTH))
        label.setMaximumWidth(em(self, 100) if self._is_narrow else em(self, LABEL_WIDTH))
        label.setContentsMargins(0, em(self, 0.35), 0, 0)
        if self._is_narrow:
            self._grid.addWidget(label, 2 * row, 0, 1, 2)
            self._grid.addWidget(cell, 2 * row + 1, 0, 1, 2)
        else:
            self._grid.addWidget(label, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(cell, 2 * row, 1)

    def _clear(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.setFocus()
        for field in self._fields.values():
            self._let_go(field, field.unsaved_words())
            field.end()
        self._fields.clear()
        self._lines.clear()
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.hide()
            child.deleteLater()
            self._grid.removeWidget(child)


def _show_problem(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))


def _shape(spec: FieldSpec) -> FieldSpec:
    return replace(spec, choices=(), is_locked=False)
