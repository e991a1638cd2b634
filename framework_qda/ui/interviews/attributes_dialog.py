"""Attributes: what is known of every case study, organisation, interview or informant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from framework_qda.model import Attribute
from framework_qda.ui.interviews.fields import ATTRIBUTE_KINDS, NOUNS, clashing_name
from framework_qda.ui.moving import neighbour_after
from framework_qda.ui.style import em, set_icon, set_role
from framework_qda.ui.widgets.dialogs import PlainDialog, ask
from framework_qda.ui.widgets.fields import FieldSpec
from framework_qda.ui.widgets.forms import Form
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.widgets.outline import Node, OutlineModel, OutlineView
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations

LEVEL = "level"
CLASH = "The form of {} has a field “{}” already: another name tells them apart."

_PLURALS = {
    "case_study": "Case studies",
    "organisation": "Organisations",
    "interview": "Interviews",
    "informant": "Informants",
}
_WITH_ARTICLE = {level: f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}" for level, noun in NOUNS.items()}
_KIND_WORDS = dict(ATTRIBUTE_KINDS)


class AttributesDialog(PlainDialog):
    """Define attributes by level; each finished field is one action, so undo takes it back."""

    def __init__(
        self, project: Project, operations: Operations, level: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "Attributes",
            "Facts that order and filter the rows, such as region or role. An attribute belongs to one level and "
            "has a value for each of its subjects.",
            parent=parent,
        )
        self._project = project
        self._operations = operations
        self.model = OutlineModel(("Attribute", "Kind"), self)
        self.view = OutlineView(self.model)
        self.view.setAccessibleName("Attributes")
        self.view.setHeaderHidden(True)
        set_role(self.view, "framed")
        self.view.chosen.connect(self._show_chosen)
        self.form = Form()
        self.form.edited.connect(self._write)
        self._hint = wrapped_label("", "soft")
        self.doubt = wrapped_label("", "error")
        self._buttons = {
            "add": self._make_button("Add", "ph.plus", self.add),
            "delete": self._make_button("Delete…", "ph.trash", self.delete),
            "up": self._make_button("Up", "ph.arrow-up", lambda: self._move(-1)),
            "down": self._make_button("Down", "ph.arrow-down", lambda: self._move(1)),
        }
        self._build()
        operations.changed.connect(self._show_changes)
        self._is_listening = True
        self.refresh()
        self.view.choose(level or "case_study")
        self.resize(em(self, 60), em(self, 36))

    def refresh(self) -> None:
        """Show the attributes as they are now."""
        self.view.show_nodes(_nodes(self._project.read.all(Attribute)))

    def add(self) -> None:
        """Add an attribute to the level that is chosen."""
        self.form.finish()
        level = self._level()
        changes = self._operations.run(lambda project: project.add(Attribute, level=level, label="", is_shown=True))
        if changes is not None:
            self.view.choose(changes.new_id)
            self.form.focus_first()

    def delete(self) -> None:
        """Delete the chosen attribute, after saying how many values go with it."""
        attribute = self._attribute()
        if attribute is None:
            return
        values = len(self._project.read.attribute_values(attribute.id))
        words = f"With it go {count_words(values, 'value')}. Undo brings everything back."
        if ask(self, f"Delete attribute {attribute.label or 'without a name'}?", words, "Delete"):
            self._operations.run(lambda project: project.delete(Attribute, attribute.id))

    def done(self, result: int) -> None:
        """Write the field that is being typed, then close; closing what is closed already does no harm."""
        self.form.finish()
        if self._is_listening:
            self._operations.changed.disconnect(self._show_changes)
            self._is_listening = False
        super().done(result)

    def _build(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(em(self, 1), 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.doubt)
        column.addWidget(self._hint)
        column.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.view)
        splitter.addWidget(right)
        splitter.setSizes([em(self, 26), em(self, 30)])
        self.body.addWidget(splitter, 1)
        row = QHBoxLayout()
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.view.stretch_column(0, 1)

    def _make_button(self, words: str, icon_name: str, slot: object) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        set_icon(button, icon_name)
        button.clicked.connect(lambda: slot())  # type: ignore[operator]
        return button

    def _attribute(self) -> Attribute | None:
        node = self.view.current_node()
        return self._project.read.get(Attribute, node.key) if node and node.kind == "attribute" else None

    def _level(self) -> str:
        attribute = self._attribute()
        node = self.view.current_node()
        return attribute.level if attribute else node.key if node else "case_study"

    def _show_changes(self, changes: Changes) -> None:
        if changes.touches("attribute", "attribute_value"):
            self.refresh()
            node = self.view.current_node()
            self._show_chosen(node.kind if node else "", node.key if node else "")

    def _show_chosen(self, kind: str, _key: str) -> None:
        attribute = self._attribute() if kind == "attribute" else None
        can_edit = self._operations.can_edit
        self._buttons["add"].setEnabled(can_edit)
        self._buttons["add"].setText(f"Add for {_PLURALS[self._level()].lower()}")
        for name in ("delete", "up", "down"):
            self._buttons[name].setEnabled(can_edit and attribute is not None)
        self.form.setVisible(attribute is not None)
        clash = clashing_name(self._project.read, attribute) if attribute is not None else ""
        self.doubt.setText(clash and CLASH.format(_WITH_ARTICLE[self._level()], clash))
        self.doubt.setVisible(bool(clash))
        if attribute is None:
            self._hint.setText(f"{_PLURALS[self._level()]}: add an attribute, or choose one to change it.")
            return
        values = len(self._project.read.attribute_values(attribute.id))
        self.form.set_fields(_fields(attribute))
        self.form.show_values(
            {
                "label": attribute.label,
                "kind": attribute.kind,
                "choices": attribute.choices,
                "is_shown": attribute.is_shown,
            },
            attribute.id,
        )
        self.form.set_enabled(can_edit)
        self._hint.setText(f"Of every {NOUNS[attribute.level]}; {count_words(values, 'value')} so far.")

    def _write(self, name: str, value: object) -> None:
        attribute = self._attribute()
        if attribute is not None:
            self.form.write(
                name,
                self._operations,
                lambda: self._operations.run(lambda project: project.change(Attribute, attribute.id, **{name: value})),
            )

    def _move(self, direction: int) -> None:
        self.form.finish()
        attribute = self._attribute()
        if attribute is None:
            return
        siblings = [each.id for each in self._project.read.all(Attribute) if each.level == attribute.level]
        can_move, after = neighbour_after(siblings, attribute.id, direction)
        if can_move:
            self._operations.run(lambda project: project.move(Attribute, attribute.id, after=after))


def _fields(attribute: Attribute) -> list[FieldSpec]:
    specs = [
        FieldSpec("label", "Name", hint="such as service model"),
        FieldSpec("kind", "Kind", "choice", choices=ATTRIBUTE_KINDS),
    ]
    if attribute.kind == "choice":
        specs.append(FieldSpec("choices", "Choices", "words", "one a line", lines=5))
    specs.append(FieldSpec("is_shown", "Shown", "flag", "in the first columns of matrices"))
    return specs


def _nodes(attributes: list[Attribute]) -> list[Node]:
    return [
        Node(
            LEVEL,
            level,
            (words, ""),
            tuple(
                Node("attribute", each.id, (each.label or "no name yet", _KIND_WORDS.get(each.kind, each.kind)))
                for each in attributes
                if each.level == level
            ),
            is_heading=True,
        )
        for level, words in _PLURALS.items()
    ]
