"""The Framework desk: themes and sub-topics as an outline, each with what belongs there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from framework_qda.matrix.outline import ThemeOutline, framework_outline
from framework_qda.matrix.reshaping import stale_places
from framework_qda.model import Interview, Subtopic, Theme
from framework_qda.project.order import key_between
from framework_qda.ui.framework.arranging import Arranging
from framework_qda.ui.framework.reshaping import Reshaping
from framework_qda.ui.framework.revisions_box import RevisionsBox
from framework_qda.ui.keys import make_action
from framework_qda.ui.outline_desk import OutlineDesk
from framework_qda.ui.removal import describe_loss, is_charted
from framework_qda.ui.widgets.dialogs import ask
from framework_qda.ui.widgets.fields import FieldSpec
from framework_qda.ui.widgets.outline import Node
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget


THEME_FIELDS = (
    FieldSpec("title", "Title", hint="such as Meetings and joint enterprise"),
    FieldSpec("description", "Description", "text", "What the theme is about, in a sentence or two", lines=4),
)


class FrameworkDesk(OutlineDesk):
    """Each theme is one matrix, each sub-topic one of its columns."""

    title = "Framework"
    icon = "ph.tree-structure"
    key_group = "framework"
    headings = ("Theme and sub-topic", "What belongs there")
    printed = "framework"
    redrawn_by = ("theme", "subtopic", "cell", "revision", "tag", "interview", "study", "analyst")
    toolbar = (
        ("framework.add_theme", "ph.folder-plus", "add_theme"),
        ("framework.add_subtopic", "ph.plus", "add_subtopic"),
        ("", "", ""),
        ("framework.rename", "ph.text-t", "rename"),
        ("framework.move_up", "ph.arrow-up", "arranging.move_up"),
        ("framework.move_down", "ph.arrow-down", "arranging.move_down"),
        ("framework.delete", "ph.trash", "delete"),
        ("", "", ""),
        ("framework.split", "ph.git-fork", "reshaping.split"),
        ("framework.merge", "ph.git-merge", "reshaping.merge"),
    )
    menu_only = ("move_to", "revise", "settle", "show_stale", "tags", "rehome")
    """Commands of the chosen sub-topic that the toolbar has no room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view.stretch_column(1, 0)
        self.view.hide_when_narrow({1: 32})
        self.arranging = Arranging(self)
        self.reshaping = Reshaping(self)
        for name in self.menu_only:
            command_id = f"framework.{name}"
            self.actions_by_id[command_id] = make_action(self, command_id, getattr(self.reshaping, name))
        settling = [self.actions_by_id[f"framework.{name}"] for name in ("settle", "show_stale")]
        self.revisions = RevisionsBox(settling)
        self.panel.below.addWidget(self.revisions)
        self.panel.form.left.connect(self._weigh_field)

    # -- commands

    def add_theme(self) -> None:
        """Add a theme at the end."""
        self.run_new(lambda project: project.add(Theme))

    def add_subtopic(self) -> None:
        """Add a sub-topic to the chosen theme, behind the chosen sub-topic."""
        theme_id, after = self._theme_id(), self._subtopic()
        if not theme_id:
            return
        values: dict[str, Any] = {"theme_id": theme_id}
        if after is not None:
            siblings = self.project.read.subtopics(theme_id)
            place = next(place for place, each in enumerate(siblings) if each.id == after.id)
            follower = siblings[place + 1].order if place + 1 < len(siblings) else None
            if follower is None or follower > after.order:
                values["order"] = key_between(after.order, follower, os.urandom)
        self.run_new(lambda project: project.add(Subtopic, **values))

    def rename(self) -> None:
        """Put the cursor into the name of what is chosen."""
        self.panel.form.focus_first()

    def delete(self) -> None:
        """Delete the chosen theme or sub-topic, after saying what goes with it."""
        self.finish_editing()
        record = self.record()
        if record is None:
            return
        loss = describe_loss(self.project.read, record)
        words = f"With it go {loss}. " if loss else ""
        noun = "theme" if isinstance(record, Theme) else "sub-topic"
        if ask(self, f"Delete {noun} {self._heading(record)}?", f"{words}Undo brings everything back.", "Delete"):
            self.operations.run(lambda project: project.delete(type(record), record.id))

    # -- what the desk shows

    def build_nodes(self) -> list[Node]:
        """Return the outline."""
        return [_theme_node(outline) for outline in framework_outline(self.project.read)]

    def show_record(self, kind: str, record_id: str) -> None:
        """Show a theme or a sub-topic."""
        record = self.record()
        self.revisions.show_subtopic(self.project.read, self.chosen_subtopic_id(), can_edit=self.operations.can_edit)
        if isinstance(record, Theme):
            count = count_words(len(self.project.read.subtopics(record_id)), "sub-topic")
            self.panel.show_heading(self._heading(record), f"Theme: one matrix of {count}")
            self.show_form(THEME_FIELDS, {"title": record.title, "description": record.description})
        elif isinstance(record, Subtopic):
            self.panel.show_heading(self._heading(record), self._describe_charting(record))
            values = {spec.name: getattr(record, spec.name) for spec in self._subtopic_fields()}
            self.show_form(self._subtopic_fields(), values)

    def change_field(self, kind: str, record_id: str, name: str, value: Any) -> None:  # noqa: ANN401
        """Write a finished field; a sub-topic that changes its theme becomes the last there."""
        if name == "theme_id":
            self.arranging.place_in(record_id, value)
            return
        record = self._subtopic()
        if name == "definition" and record is not None:
            self.reshaping.note_definition(record_id, record.definition)
        record_type = Theme if kind == "theme" else Subtopic
        self.operations.run(lambda project: project.change(record_type, record_id, **{name: value}))

    def show_nothing(self) -> None:
        """Say what belongs here."""
        if next(self.model.nodes(), None) is None:
            self.empty.show_words(
                "Begin with your themes",
                "A framework is a short list of themes, each with its sub-topics: four to eight themes are usual. A "
                "theme becomes one matrix, a sub-topic one of its columns. Everything can be renamed, moved and "
                "redefined while you chart.",
                [self.actions_by_id["framework.add_theme"]],
            )
        else:
            self.empty.show_words("Nothing chosen", "Choose a theme or a sub-topic at the left.", [])

    def settle_actions(self, node: Node | None) -> None:
        """Switch on what makes sense for the chosen line."""
        self.actions_by_id["framework.add_theme"].setEnabled(True)
        for name in ("add_subtopic", "rename", "move_up", "move_down", "delete"):
            self.actions_by_id[f"framework.{name}"].setEnabled(node is not None)
        subtopic = self._subtopic()
        for name in ("split", "merge", "move_to", "revise", "tags"):
            self.actions_by_id[f"framework.{name}"].setEnabled(subtopic is not None)
        is_stale = subtopic is not None and bool(stale_places(self.project.read, subtopic.id))
        for name in ("settle", "show_stale"):
            self.actions_by_id[f"framework.{name}"].setEnabled(is_stale)

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return what the toolbar holds, and what it has no room for."""
        return [*super().desk_actions(), *(self.actions_by_id[f"framework.{name}"] for name in self.menu_only)]

    def status_text(self) -> str:
        """Return how many themes and sub-topics there are."""
        counts = self.project.read.counts()
        return f"{count_words(counts['theme'], 'theme')} · {count_words(counts['subtopic'], 'sub-topic')}"

    def place_text(self) -> str:
        """Return what is chosen."""
        record = self.record()
        return self._heading(record) if record else ""

    # -- within

    def record(self) -> Theme | Subtopic | None:
        """Return what is chosen."""
        kind, key = self._chosen()
        read = self.project.read
        return read.get(Theme, key) if kind == "theme" else read.get(Subtopic, key) if key else None

    def _subtopic(self) -> Subtopic | None:
        record = self.record()
        return record if isinstance(record, Subtopic) else None

    def chosen_subtopic_id(self) -> str:
        """Return the id of the chosen sub-topic, or an empty text."""
        subtopic = self._subtopic()
        return subtopic.id if subtopic else ""

    def _weigh_field(self, name: str) -> None:
        if name == "definition":
            self.reshaping.weigh_definition()

    def _theme_id(self) -> str | None:
        record = self.record()
        return record.theme_id if isinstance(record, Subtopic) else record.id if record else None

    def _heading(self, record: Theme | Subtopic) -> str:
        node = self.view.current_node()
        return node.texts[0] if node and node.key == record.id else ""

    def _describe_charting(self, subtopic: Subtopic) -> str:
        charted = sum(is_charted(cell) for cell in self.project.read.cells_of_subtopics([subtopic.id]))
        total = count_words(len(self.project.read.all(Interview)), "interview")
        return f"Sub-topic: one column, charted or given a reason for {charted:,} of {total}"

    def _subtopic_fields(self) -> tuple[FieldSpec, ...]:
        study = self.project.read.study()
        themes = tuple(
            (outline.theme.id, f"{outline.number} {outline.theme.title}".strip())
            for outline in framework_outline(self.project.read)
        )
        return (
            FieldSpec("label", "Label", hint="such as Notification and backup systems"),
            FieldSpec("definition", "Definition", "text", "What belongs in this column, and what does not", lines=5),
            FieldSpec("theme_id", "Theme", "choice", choices=themes),
            FieldSpec("is_synthesis", "Synthesis column", "flag", "written from others"),
            FieldSpec("guide_words_min", "Words, at least", "number", _as_for_the_study(study.guide_words_min)),
            FieldSpec("guide_words_max", "Words, at most", "number", _as_for_the_study(study.guide_words_max)),
        )


def _theme_node(outline: ThemeOutline) -> Node:
    children = tuple(
        Node(
            "subtopic",
            column.subtopic_id,
            (
                f"{column.number} {column.label or 'no label yet'}",
                _first_line(f"Synthesis column. {column.definition}" if column.is_synthesis else column.definition),
            ),
        )
        for column in outline.columns
    )
    title = outline.theme.title or "no title yet"
    texts = (f"{outline.number} {title}", _first_line(outline.theme.description))
    return Node("theme", outline.theme.id, texts, children, is_heading=True)


def _as_for_the_study(bound: int | None) -> str:
    return f"as for the study: {bound}" if bound else "none, as for the study"


def _first_line(text: str) -> str:
    return text.strip().split("\n", 1)[0]
