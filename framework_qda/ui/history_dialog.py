"""The last actions of a project: when, who, what."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHeaderView, QWidget

from framework_qda.matrix.analysts import NOBODY_KNOWN, analyst_marks
from framework_qda.model import Action
from framework_qda.project import Project
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.analyst_chip import analyst_icon, analyst_icon_size
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.outline import Node, OutlineModel, OutlineView

SHOWN = 200


class HistoryDialog(PlainDialog):
    """List what was done, the newest first."""

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(
            "History", "What was done in this project last, the newest first. Nothing is ever taken out.", parent=parent
        )
        self._marks = analyst_marks(project.read)
        actions = project.recent_actions(SHOWN)
        self.model = OutlineModel(("What", "Who", "When"), self)
        view = OutlineView(self.model)
        view.setRootIsDecorated(False)
        view.setAccessibleName("History")
        set_role(view, "framed")
        view.make_room(analyst_icon_size(view.font(), self._marks.values()))
        signs = {key: analyst_icon(mark, view.font(), view.iconSize()) for key, mark in self._marks.items()}
        view.show_nodes([self._node(project, action, signs) for action in actions])
        view.stretch_column(0, 1, 2)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(view)
        self.resize(em(self, 48), em(self, 36))

    def _node(self, project: Project, action: Action, signs: Mapping[str, QIcon]) -> Node:
        made = datetime.fromisoformat(action.made_at).astimezone()
        mark = self._marks.get(action.analyst_id, NOBODY_KNOWN)
        words = (project.describe(action), mark.name, f"{made:%d %b %Y %H:%M}")
        sign = signs.get(action.analyst_id)
        return Node("action", action.id, words, sign=(1, sign) if sign else None)
