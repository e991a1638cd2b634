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

    from framework_qda.project.overview import Overview
    from framework_qda.project.reader import Reader
    from framework_qda.ui.exporting.dialogs import ExportKind
    from framework_qda.ui.shell import Shell
    from framework_qda.ui.worker import Progress

    Writer = Callable[[Overview, Path, dict[str, Any]], list[str]]


PDF, PNG = ".pdf", ".png"


class ExportCommands(QObject):
    """Export the open project."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window = window

    def matrices(self) -> None:
        """Export the matrices to an Excel file."""
        from framework_qda.ui.exporting.dialogs import MATRICES

        self._export(MATRICES, write_matrices)

    def quotes(self) -> None:
        """Export the quote bank to a Word file."""
        from framework_qda.ui.exporting.dialogs import QUOTES

        self._export(QUOTES, write_quotes)

    def json(self) -> None:
        """Export everything to a JSON file."""
        from framework_qda.ui.exporting.dialogs import JSON

        self._export(JSON, write_json)

    def report(self, name: str) -> None:
        """Export one of the reports, such as the sample table."""
        from framework_qda.ui.exporting.dialogs import report_kind

        if self._window.project is not None:
            self._export(report_kind(name, self._window.project.read), partial(write_report, name))

    def map(self) -> None:
        """Export the map of states as a picture or as a workbook."""
        from framework_qda.ui.exporting.dialogs import MAP

        self._export(MAP, write_map)

    def _export(self, kind: ExportKind, writer: Writer) -> None:
        from framework_qda.ui.exporting.dialogs import ExportDialog
        from framework_qda.ui.project_dialogs import safe_file_name

        project = self._window.project
        if project is None:
            return
        self._window.finish_editing()
        name = safe_file_name(project.read.study().title) or project.path.stem
        dialog = ExportDialog(kind, self._window.settings.folder, name, self._window)
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        target, options = dialog.place.path, dialog.options
        dialog.deleteLater()
        if is_wanted:
            self._window.settings.folder = target.parent
            self._window.tasks.run(
                f"Writing {target.name}…",
                partial(export_project, project.path, target, writer, options),
                partial(tell_written, self._window, target),
            )


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
