"""The dialog that brings notes into a project."""

from framework_qda.ui.importing.dialog import ImportNotesDialog

__all__ = ["ImportNotesDialog"]
