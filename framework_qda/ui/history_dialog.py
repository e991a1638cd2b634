"""The last actions of a project: when, who, what."""

from datetime import datetime

from PySide6.QtWidgets import QHeaderView, QWidget

from framework_qda.model import Action, Analyst
from framework_qda.project import Project
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.outline import Node, OutlineModel, OutlineView

SHOWN = 200


class HistoryDialog(PlainDialog):
    """List what was done, the newest first."""

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(
            "History", "What was done in this project last, the newest first. Nothing is ever taken out.", parent=parent
        )
        names = {analyst.id: analyst.name for analyst in project.read.all(Analyst)}
        actions = project.recent_actions(SHOWN)
        self.model = OutlineModel(("What", "Who", "When"), self)
        view = OutlineView(self.model)
        view.setRootIsDecorated(False)
        view.setAccessibleName("History")
        set_role(view, "framed")
        view.show_nodes([_node(project, action, names) for action in actions])
        view.stretch_column(0, 1, 2)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(view)
        self.resize(em(self, 48), em(self, 36))


def _node(project: Project, action: Action, names: dict[str, str]) -> Node:
    made = datetime.fromisoformat(action.made_at).astimezone()
    words = (project.describe(action), names.get(action.analyst_id, "somebody"), f"{made:%d %b %Y %H:%M}")
    return Node("action", action.id, words)
