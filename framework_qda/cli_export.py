"""The command that writes exports; its options, and which of them belong to what."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

if TYPE_CHECKING:
    from framework_qda.io.reports import Report
    from framework_qda.project.overview import Overview

F = TypeVar("F", bound=Callable[..., Any])

PDF, PNG = ".pdf", ".png"

TARGETS = {
    "matrices": ("--matrices", "Write the matrices to this Excel file."),
    "pages": ("--pages", "Write the matrices as pages to print to this PDF file."),
    "quotes": ("--quotes", "Write the quote bank to this Word file."),
    "sample_table": ("--sample-table", "Write the sample table to this file: .docx, .pdf or .txt."),
    "framework_list": ("--framework-list", "Write themes and sub-topics to this file: .docx, .pdf or .txt."),
    "methods": ("--methods", "Write the figures of the method to this file: .docx, .pdf or .txt."),
    "case_sheets": ("--case-sheets", "Write a sheet for each case study to this file: .docx or .pdf."),
    "theme_sheets": ("--theme-sheets", "Write a sheet for each sub-topic to this file: .docx or .pdf."),
    "verdicts": ("--verdicts", "Write the verdicts to this file: .xlsx, .docx or .pdf."),
    "map": ("--map", "Write the map of states to this file: .svg, .png or .xlsx."),
    "json": ("--json", "Write everything to this JSON file."),
}
"""What can be exported: the name of its option's value, the option, and its words."""

_NAMES = {
    "sample_table": "sample",
    "framework_list": "framework",
    "methods": "methods",
    "case_sheets": "cases",
    "theme_sheets": "themes",
    "verdicts": "verdicts",
}
"""What the reports are called within the program."""

_STATEMENTS = ("is_public", "has_notes", "has_references", "has_tags")
REPORTS: Mapping[str, tuple[str, ...]] = {
    "sample_table": ("is_public",),
    "framework_list": ("has_guidance",),
    "case_sheets": _STATEMENTS,
    "theme_sheets": _STATEMENTS,
    "verdicts": ("is_public",),
}
"""What can be chosen about a report."""

REPORT_OPTIONS = {
    "is_public": "public",
    "has_guidance": "guidance",
    "has_notes": "has_notes",
    "has_references": "has_references",
    "has_tags": "has_tags",
}
"""The options of the command that say so."""

_CHOICES = (
    click.option("--notes/--no-notes", "has_notes", default=True, help="With or without the analyst's notes."),
    click.option("--references/--no-references", "has_references", default=True, help="Such as (¶14, 0:23:10)."),
    click.option("--tags/--no-tags", "has_tags", default=True, help="With or without tags, such as #consent."),
    click.option(
        "--paper", type=click.Choice(["A3", "A4"]), default="A3", help="The paper of matrices in Excel and PDF."
    ),
    click.option(
        "--group-by", type=click.Choice(["theme", "case-study"]), default="theme", help="Order of the quote bank."
    ),
    click.option(
        "--public/--team",
        default=True,
        help="For others, without areas, codes and roles, or for the team, with them. Left out, for others.",
    ),
    click.option("--guidance", is_flag=True, help="The list of themes with the guidance for those who chart."),
)


def with_options(command: F) -> F:
    """Give a command the options of all exports."""
    targets = [
        click.option(option, name, type=click.Path(path_type=Path), help=words)
        for name, (option, words) in TARGETS.items()
    ]
    for decorate in reversed([*targets, *_CHOICES]):
        command = decorate(command)
    return command


def check_targets(options: dict[str, Any]) -> dict[str, Path]:
    """Return the files that are asked for, by name; raise UsageError if there is none."""
    found = {name: options[name] for name in TARGETS if options[name]}
    if not found:
        names = ", ".join(option for option, _ in TARGETS.values())
        raise click.UsageError(f"Say what to export, each with a file name: {names}.")
    return found


def write(reader: "Overview", name: str, path: Path, options: dict[str, Any]) -> list[str]:
    """Write one export and return what must be looked at before it is passed on."""
    from framework_qda.io import exports

    is_public = bool(options["public"])
    if name == "matrices":
        paper: Literal["A3", "A4"] = "A4" if options["paper"] == "A4" else "A3"
        chosen = exports.MatrixExportOptions(
            options["has_notes"], options["has_references"], is_public, paper, has_tags=options["has_tags"]
        )
        return exports.write_matrices(reader, path, chosen)
    if name == "quotes":
        grouping: exports.GroupBy = "case_study" if options["group_by"] == "case-study" else "theme"
        return exports.write_quotes(reader, path, group_by=grouping, is_public=is_public)
    if name == "json":
        return exports.write_json(reader, path)
    if name == "map":
        return _write_map(reader, path, is_public=is_public)
    return _write_report(reader, name, path, options)


def _write_map(overview: "Overview", path: Path, *, is_public: bool) -> list[str]:
    from framework_qda.io.map_report import map_report, write_map

    report = map_report(overview, is_public=is_public)
    if path.suffix.lower() != PNG:
        return write_map(report, path)
    from framework_qda.ui.printing.headless import begin
    from framework_qda.ui.printing.png import write_map_png

    _application = begin()
    return write_map_png(report, path)


def _write_report(reader: "Overview", name: str, path: Path, options: dict[str, Any]) -> list[str]:
    """Write pages of matrices, or one of the reports; those that are pages need the toolkit, but no screen."""
    from framework_qda.io import report_makers

    if name == "pages" and path.suffix.lower() != PDF:
        path = Path(f"{path}{PDF}")
    chosen = {key: options[REPORT_OPTIONS[key]] for key in REPORTS.get(name, ())}
    if path.suffix.lower() != PDF:
        return report_makers.write_by_name(_NAMES[name], reader, path, chosen)
    from framework_qda.ui.printing.headless import begin
    from framework_qda.ui.printing.pdf import write_report_pdf
    from framework_qda.ui.printing.setup import PageSetup

    _application = begin()
    if name == "pages":
        return write_report_pdf(_pages(reader, options), path, PageSetup(options["paper"]))
    return write_report_pdf(report_makers.make_report(_NAMES[name], reader, chosen), path)


def _pages(reader: "Overview", options: dict[str, Any]) -> "Report":
    from framework_qda.io.matrix_report import matrix_report, matrix_source

    return matrix_report(
        matrix_source(reader),
        is_public=options["public"],
        has_notes=options["has_notes"],
        has_references=options["has_references"],
        has_tags=options["has_tags"],
    )
