"""Pictures of notes that come in."""

import shutil
from collections.abc import Mapping

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from framework_qda.model import Analyst
from framework_qda.project import open_project
from framework_qda.shipped import build_sample, sample_folder
from framework_qda.ui.importing import ImportNotesDialog
from screenshots.camera import Picture, take_dialog
from screenshots.stage import NOON, Scene, wait_for


def show_import(scene: Scene) -> QImage:
    """Show files of notes with the interviews that they go to."""
    path = build_sample(scene.folder / "Begun.fqda", interviews=["I01"])
    project = open_project(path, clock=lambda: NOON)
    project.analyst_id = project.read.all(Analyst)[0].id
    scene.window.show_project(project)
    files = []
    for code in ("I02", "I03", "I04"):
        files.append(scene.folder / f"{code} notes.docx")
        shutil.copyfile(sample_folder() / "notes" / f"{code}.docx", files[-1])
    files.append(scene.folder / "to be sorted.txt")
    files[-1].write_text("[00:00:12]\nINT: Where shall we begin?\nR: With the winter of the two closed wards.\n")

    def prepare(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportNotesDialog)
        dialog.add_files(files)
        wait_for(lambda: not dialog.plan.is_reading)

    return take_dialog(scene.window.menus.file.import_notes, prepare)


PICTURES: Mapping[str, Picture] = {
    "import-notes": show_import,
}
