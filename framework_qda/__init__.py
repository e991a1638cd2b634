"""A desktop workbench for Framework analysis: interviews charted into thematic matrices."""

from framework_qda.project import Project, create_project, open_project

__version__ = "0.1.0"

__all__ = ["Project", "__version__", "create_project", "open_project"]
