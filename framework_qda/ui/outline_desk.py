"""What the desks share that show an outline of records at the left and the chosen record's form at the right."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from framework_qda.ui.context_menu import PlaceMenu
from framework_qda.ui.desk import Desk
from framework_qda.ui.keys import COMMANDS, make_action
from framework_qda.ui.style import em, set_icon, set_role
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.forms import Form
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.widgets.outline import Node, OutlineModel, OutlineView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QAction

    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.printing.printout import Printout
    from framework_qda.ui.widgets.fields import FieldSpec


WIDEST = 56
"""How wide a form grows, in em: longer lines are hard to read."""


class RecordPanel(QScrollArea):
    """The chosen record: what it is called, what it is, its form, and what a desk adds in its head and below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = wrapped_label("", "title")
        self._subtitle = wrapped_label("", "soft")
        self.form = Form()
        self.head = QVBoxLayout()
        self.below = QVBoxLayout()
        page = QWidget()
        self.setWidget(page)
        self._column = QWidget()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column.setMaximumWidth(em(self, WIDEST))
        outer.addWidget(self._column, 1)
        outer.addStretch(0)
        self._column.installEventFilter(self)
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(em(self, 1.6), em(self, 1.3), em(self, 1.6), em(self, 1.4))
        layout.setSpacing(em(self, 0.3))
        layout.addWidget(self._title)
        layout.addWidget(self._subtitle)
        layout.addLayout(self.head)
        layout.addSpacing(em(self, 1))
        layout.addWidget(self.form)
        layout.addLayout(self.below)
        layout.addStretch(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room where what is shown needs it: a scroll area does not look at what it holds."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Ask for room for the narrowest form, so that nothing is cut at the right."""
        width = self._column.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())

    def show_heading(self, title: str, subtitle: str) -> None:
        """Say what is shown below."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)


class EmptyPanel(QScrollArea):
    """What belongs here, and the button that makes the first one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = wrapped_label("", "title")
        self._words = wrapped_label("", "soft")
        self._words.setMaximumWidth(em(self, 38))
        self._buttons = FlowLayout()
        self._buttons.setSpacing(em(self, 0.5))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        self.setWidget(page)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(em(self, 2.4), em(self, 3), em(self, 2.4), em(self, 2))
        layout.setSpacing(em(self, 0.8))
        layout.addWidget(self._title)
        layout.addWidget(self._words)
        layout.addLayout(self._buttons)
        layout.addStretch(1)
        self._shown: tuple[str, ...] = ()

    def show_words(self, title: str, words: str, actions: Sequence[QAction]) -> None:
        """Show a heading, an explanation and buttons, the first of them the likely one."""
        shown = (title, words, *(action.objectName() for action in actions))
        if shown == self._shown:
            return
        self._shown = shown
        self._title.setText(title)
        self._words.setText(words)
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for place, action in enumerate(actions):
            button = QPushButton(action.text().rstrip("…"))
            button.setEnabled(action.isEnabled())
            action.enabledChanged.connect(button.setEnabled)
            button.clicked.connect(action.trigger)
            if place == 0:
                set_role(button, "primary")
            self._buttons.addWidget(button)


class OutlineDesk(Desk):
    """A toolbar above an outline of records; each finished field of the form is one action."""

    headings: tuple[str, ...] = ("Name",)
    folded_kinds: tuple[str, ...] = ()
    silent_kinds: tuple[str, ...] = ()
    """Kinds of lines that are no records."""
    toolbar: tuple[tuple[str, str, str], ...] = ()
    """(command id, icon, method), an empty command id for a gap; a part of the desk may do it: `arranging.move_up`."""
    redrawn_by: tuple[str, ...] = ()
    """Types of records whose changes are shown here."""
    printed = ""
    """The name of the report that the desk prints."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actions_by_id: dict[str, QAction] = {}
        self.model = OutlineModel(self.headings, self)
        self.view = OutlineView(self.model, self.folded_kinds)
        self.view.setAccessibleName(self.title)
        self.view.chosen.connect(self._show_chosen)
        PlaceMenu(self.view, self.place_actions)
        self.panel = RecordPanel()
        self.panel.form.edited.connect(self._write_field)
        self.empty = EmptyPanel()
        self._right = QStackedWidget()
        self._right.addWidget(self.panel)
        self._right.addWidget(self.empty)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.view)
        self._splitter.addWidget(self._right)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([1000, 760])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_toolbar())
        layout.addWidget(self._splitter, 1)
        self.home = self.view
        self.panel.form.follow(self.view)

    # -- what a desk of this kind says

    def build_nodes(self) -> list[Node]:
        """Return the outline as it is now."""
        raise NotImplementedError

    def show_record(self, kind: str, record_id: str) -> None:
        """Show a record in the panel: heading, fields, values."""
        raise NotImplementedError

    def change_field(self, kind: str, record_id: str, name: str, value: Any) -> None:  # noqa: ANN401
        """Write a finished field."""
        raise NotImplementedError

    def show_nothing(self) -> None:
        """Say in `self.empty` what belongs here, where nothing is chosen."""
        raise NotImplementedError

    def settle_actions(self, node: Node | None) -> None:
        """Switch on what makes sense for the chosen line."""

    # -- Desk

    def set_project(self, project: Project, operations: Operations) -> None:
        """Show another project from its beginning."""
        super().set_project(project, operations)
        self.panel.form.set_enabled(operations.can_edit)
        self.refresh()
        first = next(iter(self.model.nodes()), None)
        if first is not None:
            self.view.choose(first.key)
        self._show_chosen(*self._chosen())

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed, if it is shown here."""
        if changes.touches(*self.redrawn_by):
            self.refresh()
            self._show_chosen(*self._chosen())

    def open_record(self, type_name: str, record_id: str) -> None:
        """Choose the line of a record."""
        self.view.choose(record_id)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish_editing(self) -> None:
        """Write the field that is being typed."""
        self.panel.form.finish()

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return what the toolbar holds."""
        return [self.actions_by_id.get(command_id) for command_id, _, _ in self.toolbar]

    def place_actions(self) -> Sequence[QAction | None]:
        """Return the actions for the menu of a line: those of the desk that can be done now."""
        return [action for action in self.desk_actions() if action is None or action.isEnabled()]

    def printout(self) -> Printout | None:
        """Return the report of what the outline holds."""
        from framework_qda.ui.printing.report_printout import report_printout

        return report_printout(self.printed, self.project.read)

    # -- for the desks

    def refresh(self) -> None:
        """Show the outline as it is now."""
        self.view.show_nodes(self.build_nodes())

    def run_new(self, action: Callable[[Project], Changes]) -> str:
        """Do an action that makes a record, choose it and put the cursor into its first field."""
        self.finish_editing()
        changes = self.operations.run(action)
        if changes is None:
            return ""
        self.view.choose(changes.new_id)
        self.panel.form.focus_first()
        return changes.new_id

    def show_form(self, specs: Sequence[FieldSpec], values: Mapping[str, object]) -> None:
        """Show fields and values in the panel."""
        self.panel.form.set_fields(specs)
        self.panel.form.show_values(values, self._chosen()[1])
        self.panel.form.set_enabled(self.operations.can_edit)

    # -- within

    def _chosen(self) -> tuple[str, str]:
        node = self.view.current_node()
        return (node.kind, node.key) if node else ("", "")

    def _show_chosen(self, kind: str, key: str) -> None:
        node = self.view.current_node()
        self.settle_actions(node)
        if not self.operations.can_edit:
            for action in self.actions_by_id.values():
                action.setEnabled(False)
        if key and kind not in self.silent_kinds:
            self.show_record(kind, key)
            self._right.setCurrentWidget(self.panel)
        else:
            self.show_nothing()
            self._right.setCurrentWidget(self.empty)
        self.status_changed.emit()

    def _write_field(self, name: str, value: object) -> None:
        kind, key = self._chosen()
        if key:
            self.panel.form.write(name, self.operations, lambda: self.change_field(kind, key, name, value))

    def _make_toolbar(self) -> QFrame:
        bar = QFrame()
        set_role(bar, "bar")
        layout = FlowLayout(bar)
        layout.setContentsMargins(em(self, 0.7), em(self, 0.25), em(self, 0.7), em(self, 0.25))
        layout.setSpacing(em(self, 0.15))
        for command_id, icon_name, method in self.toolbar:
            if not command_id:
                gap = QWidget()
                gap.setFixedSize(em(self, 1), 1)
                layout.addWidget(gap)
                continue
            action = make_action(self, command_id, lambda method=method: attrgetter(method)(self)())
            set_icon(action, icon_name)
            self.actions_by_id[command_id] = action
            layout.addWidget(_tool_button(action, COMMANDS[command_id].words))
        return bar


class _ToolButton(QToolButton):
    """A button whose icon grows with its words."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setIconSize(QSize(em(self, 1.6), em(self, 1.25)))


def _tool_button(action: QAction, words: str) -> QToolButton:
    button = _ToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(words)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setIconSize(QSize(em(button, 1.6), em(button, 1.25)))
    return button
