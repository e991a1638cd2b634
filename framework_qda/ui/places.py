"""Where the user guide lies: inside the package when installed, among the documents in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent


def find_guide() -> Path | None:
    """Return the first page of the user guide, or `None` where it was not installed."""
    folders = (_PACKAGE / "guide", _PACKAGE.parent / "docs" / "guide")
    return next((folder / "index.md" for folder in folders if (folder / "index.md").is_file()), None)
