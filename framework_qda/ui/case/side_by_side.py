"""Two or three interviews or case studies side by side: what was chosen, and remembered on this machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from framework_qda.ui.case.desk import CaseDesk

REMEMBERED = "case/side_by_side"


class SideBySide(QObject):
    """Ask what shall stand side by side, and remember it on this machine."""

    chosen = Signal(object, object)
    """The ids of case studies, and those of interviews."""

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__(desk)
        self._desk = desk

    def open(self) -> None:
        """Ask, beginning with what was chosen last."""
        from framework_qda.ui.case.side_by_side_dialog import SideBySideDialog, read_choices  # the desk opens without

        desk = self._desk
        dialog = SideBySideDialog(read_choices(desk.project.read), self._last(), desk)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            case_studies = [each.id for each in dialog.chosen if each.is_case_study]
            interviews = [each.id for each in dialog.chosen if not each.is_case_study]
            if desk.settings is not None:
                words = json.dumps([each.id for each in dialog.chosen])
                desk.settings.remember(desk.project.project_id, REMEMBERED, words)
            self.chosen.emit(case_studies, interviews)
        dialog.deleteLater()

    def _last(self) -> list[str]:
        shown = self._desk.source.shown
        if not shown.is_one_case:
            return [*shown.case_study_ids, *shown.interview_ids]
        settings = self._desk.settings
        text = settings.remembered(self._desk.project.project_id, REMEMBERED) if settings else ""
        try:
            found = json.loads(text) if text else []
        except ValueError:
            return []  # written by hand, or by another version
        return [str(each) for each in found] if isinstance(found, list) else []
