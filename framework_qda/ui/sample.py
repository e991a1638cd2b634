"""The sample study: where to put a copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from framework_qda.ui.project_dialogs import PROJECT_FILTER
from framework_qda.ui.widgets.dialogs import PathField, PlainDialog
from framework_qda.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


def set_aside(path: Path, day: date) -> Path:
    """Give a copy of the sample another name in its folder, with the day; return that path. OSError if it cannot be."""
    number = 1
    while True:
        mark = "" if number == 1 else f" {number}"
        kept = path.with_name(f"{path.stem}, until {day.isoformat()}{mark}{path.suffix}")
        if not kept.exists():
            return path.rename(kept)
        number += 1


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
        self.fresh = QCheckBox("Begin again with a fresh copy; the one that is there is kept")
        self.body.addWidget(self.fresh)
        self.place.chosen.connect(self._offer_fresh)
        self._offer_fresh()

    @property
    def is_fresh(self) -> bool:
        """Whether a fresh copy is wanted although there is one."""
        return self.fresh.isEnabled() and self.fresh.isChecked()

    def _offer_fresh(self) -> None:
        self.fresh.setEnabled(self.place.path.is_file())

    def accept(self) -> None:
        """Go on once the folder is there."""
        if not self.place.path.parent.is_dir():
            self.tell_problem("That folder does not exist. Choose one that does.")
            self.place.setFocus()
            return
        super().accept()
