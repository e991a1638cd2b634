"""The errors that are the file's or the user's fault; anything else is a bug.

Each carries one message for a person: what happened, what is safe, what to do.
"""


class FrameworkError(Exception):
    """Say in a sentence what went wrong, what is safe and what to do."""


class ProjectFileError(FrameworkError):
    """A project file cannot be opened or is not what it should be."""


class ReadOnlyError(FrameworkError):
    """Something was to be changed in a project that was opened read-only."""


class NotSavedError(FrameworkError):
    """A change did not reach the disk; the project is as it was before."""


class RefusedError(FrameworkError):
    """An action is not allowed as things stand, such as an undo over a colleague's work."""


class ImportFileError(FrameworkError):
    """A file to be imported is not readable as what it claims to be."""


class ExportError(FrameworkError):
    """An export could not be written; what stood there before is untouched."""
