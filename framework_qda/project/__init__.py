"""One project file: journal, state tables, lock, back-ups; all the SQL of the program lives here."""

from framework_qda.project.evidence_reader import ParagraphPlace
from framework_qda.project.project import Project, create_project, open_project
from framework_qda.project.reader import Reader

__all__ = ["ParagraphPlace", "Project", "Reader", "create_project", "open_project"]
