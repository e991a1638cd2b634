"""What the Export menu does: ask, then read and write in a worker, then say where the file is.

The dialogs are imported when they are shown, the exporters when they write: the window opens without waiting for them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from framework_qda.project import open_project
from framework_qda.ui.exporting.telling import tell_written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from framework_qda.project import Project
    from framework_qda.project.overview import Overview
    from framework_qda.project.reader import Reader
    from framework_qda.ui.exporting.dialog import ExportDialog
    from framework_qda.ui.exporting.kinds import ExportKind
    from framework_qda.ui.shell import Shell
    from framework_qda.ui.worker import Progress

    Writer = Callable[[Overview, Path, dict[str, Any]], list[str]]
    Checker = Callable[[Path, dict[str, Any]], str]


PDF, PNG = ".pdf", ".png"


class ExportCommands(QObject):
    """Export the open project."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window = window

    def matrices(self) -> None:
        """Export the matrices to an Excel file."""
        from framework_qda.ui.exporting.kinds import MATRICES

        self._export(MATRICES, write_matrices)

    def quotes(self) -> None:
        """Export the quote bank to a Word file."""
        from framework_qda.ui.exporting.kinds import QUOTES

        self._export(QUOTES, write_quotes, check_quotes)

    def json(self) -> None:
        """Export everything to a JSON file."""
        from framework_qda.ui.exporting.kinds import JSON

        self._export(JSON, write_json)

    def report(self, name: str) -> None:
        """Export one of the reports, such as the sample table."""
        from framework_qda.ui.exporting.kinds import report_kind

        if self._window.project is not None:
            self._export(report_kind(name, self._window.project.read), partial(write_report, name))

    def map(self) -> None:
        """Export the map of states as a picture or as a workbook."""
        from framework_qda.ui.exporting.kinds import MAP

        self._export(MAP, write_map)

    def _export(self, kind: ExportKind, writer: Writer, check: Checker | None = None) -> None:
        from framework_qda.ui.exporting.dialog import ExportDialog
        from framework_qda.ui.project_dialogs import safe_file_name

        project = self._window.project
        if project is None:
            return
        self._window.finish_editing()
        settings, key = self._window.settings, f"export/{kind.file_words}"
        dialog = ExportDialog(
            kind,
            settings.folder,
            safe_file_name(_title_for_others(project)) or project.path.stem,
            self._window,
            remembered=settings.remembered(project.project_id, key),
            check=partial(check, project.path) if check is not None else None,
        )
        dialog.mend_button.clicked.connect(partial(self._mend, dialog))
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        target, options, chosen = dialog.place.path, dialog.options, dialog.to_remember()
        dialog.deleteLater()
        if is_wanted:
            settings.folder = target.parent
            settings.remember(project.project_id, key, chosen)
            self._window.tasks.run(
                f"Writing {target.name}…",
                partial(export_project, project.path, target, writer, options),
                partial(tell_written, self._window, target),
            )

    def _mend(self, dialog: ExportDialog) -> None:
        """Show how quotations are attributed, then look again."""
        from framework_qda.ui.project_dialogs import StudyDialog

        project, operations = self._window.project, self._window.operations
        if project is None or operations is None:
            return
        study = StudyDialog(project, operations, dialog)
        study.exec()
        study.deleteLater()
        dialog.look()


def _title_for_others(project: Project) -> str:
    """Return the title of the study as a file may bear it that leaves the team."""
    from framework_qda.matrix.neutral import read_neutral_names

    title = read_neutral_names(project.read).put_into(project.read.study().title)
    return title.replace("[", "").replace("]", "")


def export_project(
    source: Path, target: Path, writer: Writer, options: dict[str, Any], progress: Progress
) -> list[str]:
    """Read a project as it stands now on a connection of its own and write an export; return what must be looked at.

    What stood at `target` stays until the export is whole, and for good if it is cancelled.
    """
    from framework_qda.io.atomic import replacing

    progress.step(0, 0)
    with replacing(target) as temporary:
        with open_project(source, read_only=True) as project, project.snapshot() as reader:
            progress.step(0, 0)
            warnings = writer(reader, temporary, options)
        progress.step(0, 0)
    return warnings


def write_matrices(reader: Reader, path: Path, options: dict[str, Any]) -> list[str]:
    """Write the matrices with the options of their dialog."""
    from framework_qda.io import exports

    return exports.write_matrices(reader, path, exports.MatrixExportOptions(**options))


def write_quotes(reader: Reader, path: Path, options: dict[str, Any]) -> list[str]:
    """Write the quote bank with the options of its dialog."""
    from framework_qda.io import exports

    return exports.write_quotes(reader, path, **options)


def check_quotes(source: Path, options: dict[str, Any]) -> str:
    """Say how many quotations would have no attribution, or why there can be none, before they are written."""
    from framework_qda.quotes.bank import missing_attributions

    with open_project(source, read_only=True) as project:
        return missing_attributions(project.read, is_public=bool(options["is_public"]))


def write_json(reader: Reader, path: Path, _options: dict[str, Any]) -> list[str]:
    """Write everything."""
    from framework_qda.io import exports

    return exports.write_json(reader, path)


def write_map(reader: Overview, path: Path, options: dict[str, Any]) -> list[str]:
    """Write the map of states in the format that the file's ending tells."""
    from framework_qda.io import map_report

    report = map_report.map_report(reader, **options)
    if path.suffix.lower() != PNG:
        return map_report.write_map(report, path)
    from framework_qda.ui.printing.png import write_map_png

    return write_map_png(report, path)


def write_report(name: str, reader: Reader, path: Path, options: dict[str, Any]) -> list[str]:
    """Write a report with the options of its dialog, in the format that the file's ending tells."""
    from framework_qda.io import report_makers

    if path.suffix.lower() != PDF:
        return report_makers.write_by_name(name, reader, path, options)
    from framework_qda.ui.printing.pdf import write_report_pdf

    return write_report_pdf(report_makers.make_report(name, reader, options), path)
