"""The sample study: where to put a copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.ui.project_dialogs import PROJECT_FILTER
from framework_qda.ui.widgets.dialogs import PathField, PlainDialog
from framework_qda.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


class SampleDialog(PlainDialog):
    """Ask where the copy of the sample is to be."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            "Open the sample study",
            "An invented study of 12 areas and 28 interviews. You get a copy of your own: change in it what you like. "
            "If there is one already in this place, it is opened.",
            "Open the sample",
            parent,
        )
        self.place = PathField(folder / "Sample study.fqda", PROJECT_FILTER, ".fqda")
        label = plain_label("Where to put the copy", "label")
        label.setBuddy(self.place)
        self.body.addWidget(label)
        self.body.addWidget(self.place)

    def accept(self) -> None:
        """Go on once the folder is there."""
        if not self.place.path.parent.is_dir():
            self.tell_problem("That folder does not exist. Choose one that does.")
            self.place.setFocus()
            return
        super().accept()
