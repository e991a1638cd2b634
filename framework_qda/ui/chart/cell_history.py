"""Opening the history of the cell, and going back to one of its versions. The dialog is imported when it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from framework_qda.model import Interview
from framework_qda.project.wording import subtopic_number
from framework_qda.ui.chart.reading import reference_labels
from framework_qda.ui.chart.versions import read_versions

if TYPE_CHECKING:
    from framework_qda.project import Project
    from framework_qda.ui.cell_place import CellPlace
    from framework_qda.ui.chart.versions import CellVersion
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.widgets.cell_editor import CellEditor
    from framework_qda.ui.widgets.cell_saving import CellSaving

NO_VERSIONS = "Nothing has been written in this cell yet, so it has no history."


class CellHistory(QObject):
    """Show the versions of the cell that is open, and restore one."""

    hinted = Signal(str)

    def __init__(self, editor: CellEditor, saving: CellSaving) -> None:
        super().__init__(editor)
        self._editor = editor
        self._saving = saving
        self._operations: Operations | None = None

    def begin(self, operations: Operations) -> None:
        """Work in another project from now on."""
        self._operations = operations

    def open(self) -> None:
        """Show the versions of the cell, what is being typed among them."""
        place = self._saving.place
        if place is None or self._operations is None or not self._saving.write():
            return
        project = self._operations.project
        versions = read_versions(project, project.read.cell(*place).id)
        if not versions:
            self.hinted.emit(NO_VERSIONS)
            return
        chosen = self._ask(project, place, versions)
        if chosen is not None:
            self._saving.act(lambda project: project.restore(*place, chosen.content, chosen.state, chosen.state_entry))

    def _ask(self, project: Project, place: CellPlace, versions: tuple[CellVersion, ...]) -> CellVersion | None:
        from framework_qda.ui.chart.versions_dialog import VersionsDialog

        reader = project.read
        labels = reference_labels(reader, *(version.content for version in versions))
        interview = reader.get(Interview, place.interview_id)
        where = f"{interview.code if interview else ''} {subtopic_number(reader, place.subtopic_id)}".strip()
        # A cell that cannot be typed in, because it is only read or still to be decided, cannot go back either.
        can_restore = not self._editor.isReadOnly()
        dialog = VersionsDialog(where, versions, labels, self._editor.window(), can_restore=can_restore)
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.chosen()
        dialog.deleteLater()
        return chosen if is_wanted else None
