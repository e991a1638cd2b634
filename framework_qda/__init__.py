"""A desktop workbench for Framework analysis: interviews charted into thematic matrices."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framework_qda.project import Project, create_project, open_project

__version__ = "0.1.0"

__all__ = ["Project", "__version__", "create_project", "open_project"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (whatever the name stands for)
    """Load what works on projects when it is asked for: the window first switches the collector of garbage off."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import framework_qda.project

    return getattr(framework_qda.project, name)
