"""Find what is shipped with the program: its resources and the sample study.

In an installed program both lie inside the package, in a checkout beside it.
"""

import importlib.util
from collections.abc import Collection
from pathlib import Path
from typing import cast

from framework_qda.errors import ProjectFileError

_PACKAGE = Path(__file__).parent


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


def build_sample(destination: Path, interviews: Collection[str] | None = None) -> Path:
    """Build the sample study as a project file at `destination` and return its path.

    `interviews` limits whose notes and charting come in (codes such as "I02"); left out, all do. Raise
    ProjectFileError where a file stands there already.
    """
    builder = sample_folder() / "build.py"
    spec = importlib.util.spec_from_file_location("framework_qda_sample_build", builder)
    if spec is None or spec.loader is None:
        raise ProjectFileError(f"“{builder}”, which builds the sample study, is missing. Install the program again.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Path", module.build(destination, interviews))
