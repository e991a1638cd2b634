"""Find what is shipped with the program: its resources and the sample study.

In an installed program both lie inside the package, in a checkout beside it.
"""

import importlib.util
import sys
from collections.abc import Collection
from pathlib import Path
from types import ModuleType
from typing import cast

from framework_qda.errors import ProjectFileError

_PACKAGE = Path(__file__).parent
_BUILDER = "framework_qda_sample_builder"


def shipped_folder(name: str) -> Path:
    """Return the folder of this name that is shipped with the program.

    Raise ProjectFileError where it is missing, which only a damaged installation can bring about.
    """
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise ProjectFileError(
        f"The folder “{name}” that belongs to the program is missing. No project was touched. "
        "Install the program again."
    )


def resources_folder() -> Path:
    """Return the folder of icons, styles and templates."""
    return shipped_folder("resources")


def sample_folder() -> Path:
    """Return the folder of the sample study's sources."""
    return shipped_folder("sample_project")


def sample_builder() -> ModuleType:
    """Return the package that builds the sample study, which lies among its sources.

    Raise ProjectFileError where it is missing.
    """
    if _BUILDER in sys.modules:
        return sys.modules[_BUILDER]
    folder = sample_folder() / "builder"
    spec = importlib.util.spec_from_file_location(
        _BUILDER, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None or not folder.is_dir():
        raise ProjectFileError(f"“{folder}”, which builds the sample study, is missing. Install the program again.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[_BUILDER] = module  # by this name its modules find one another
    spec.loader.exec_module(module)
    return module


def build_sample(destination: Path, interviews: Collection[str] | None = None) -> Path:
    """Build the sample study as a project file at `destination` and return its path.

    `interviews` limits whose notes and charting come in (codes such as "I02"); left out, all do. Raise
    ProjectFileError where a file stands there already.
    """
    return cast("Path", sample_builder().build(destination, interviews))
