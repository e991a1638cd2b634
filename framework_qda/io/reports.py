"""Reports: sheets read from a project in one go, to be written as Word or text here, or set as pages by the window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from framework_qda.errors import ExportError
from framework_qda.io.disclosing import find_in_sheets
from framework_qda.io.printable import Printable
from framework_qda.io.report_sheets import framework_sheet, methods_sheet, sample_sheets
from framework_qda.io.sheet import Sheet
from framework_qda.matrix.methods import methods_figures
from framework_qda.matrix.neutral import read_neutral_names
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.sample import build_sample_table
from framework_qda.project.reader import Reader
from framework_qda.quotes.attribution import is_identifying


@dataclass(frozen=True, slots=True)
class Report:
    """The title of the study, sheets, and what must be looked at before they are passed on."""

    title: str
    sheets: tuple[Sheet, ...]
    warnings: tuple[str, ...] = ()


def methods_report(reader: Reader) -> Report:
    """Return the figures of the method. They name nobody and no place."""
    printable, title = Printable(), read_neutral_names(reader).put_into(reader.study().title)
    sheet = methods_sheet(methods_figures(reader), printable, title)
    return _report(title, [sheet], printable)


def framework_report(reader: Reader, *, has_guidance: bool = False) -> Report:
    """Return the list of themes and sub-topics with their definitions; it is the same for the team and for others."""
    printable, title = Printable(), reader.study().title
    sheet = framework_sheet(framework_outline(reader), printable, title, has_guidance=has_guidance)
    return _report(title, [sheet], printable, find_in_sheets([sheet], read_neutral_names(reader)))


def sample_report(reader: Reader, *, is_public: bool = False) -> Report:
    """Return the sample by case study; the public one has neutral labels, and roles only over all of them."""
    printable, title = Printable(), reader.study().title
    if is_public:
        title = read_neutral_names(reader).put_into(title)
    hidden = [each.id for each in reader.attributes("case_study") if is_identifying(each)]
    table = build_sample_table(reader, hidden, is_public=is_public)
    return _report(title, sample_sheets(table, printable, title), printable)


def _report(title: str, sheets: Sequence[Sheet], printable: Printable, warnings: Sequence[str] = ()) -> Report:
    return Report(printable(title).strip(), tuple(sheets), (*warnings, *printable.warnings()))


def write_report(report: Report, path: Path) -> list[str]:
    """Write a report in the format that the file's ending tells; return what must be looked at.

    Raise ExportError where there is no such format here, or the file cannot be written.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise ExportError(
            f"“{path.name}” cannot be written: its ending must be one of {', '.join(WRITERS)}. Nothing was written."
        )
    writer(report, path)
    return list(report.warnings)


def _write_docx(report: Report, path: Path) -> None:
    from framework_qda.io.docx_sheet import export_sheets

    export_sheets(report.sheets, report.title, path)


def _write_txt(report: Report, path: Path) -> None:
    from framework_qda.io.sheet_txt import export_text

    export_text(report.sheets, path)


WRITERS: Mapping[str, Callable[[Report, Path], None]] = {".docx": _write_docx, ".txt": _write_txt}
"""How a report is written, by the ending of its file."""
