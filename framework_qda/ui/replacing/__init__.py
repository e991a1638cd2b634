"""Finding and replacing words in the notes and over all cells."""

from framework_qda.ui.replacing.command import Replacing

__all__ = ["Replacing"]
