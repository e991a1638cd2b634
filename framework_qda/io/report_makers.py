"""All reports by their names, as menus and commands ask for them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from framework_qda.io.reading_reports import case_report, case_source, verdict_report, verdict_source, write_verdicts
from framework_qda.io.reports import Report, framework_report, methods_report, sample_report, write_report
from framework_qda.io.theme_report import theme_report, theme_source
from framework_qda.project.reader import Reader


def _case_report(reader: Reader, **options: bool) -> Report:
    return case_report(case_source(reader), **options)


def _verdict_report(reader: Reader, **options: bool) -> Report:
    return verdict_report(verdict_source(reader), **options)


def _theme_report(reader: Reader, *, group_by: str = "", **options: bool) -> Report:
    return theme_report(theme_source(reader, [group_by] if group_by else []), **options)


MAKERS: Mapping[str, Callable[..., Report]] = {
    "sample": sample_report,
    "framework": framework_report,
    "methods": methods_report,
    "cases": _case_report,
    "themes": _theme_report,
    "verdicts": _verdict_report,
}
"""How reports are made; each takes the options of its own."""


def make_report(name: str, reader: Reader, options: Mapping[str, Any]) -> Report:
    """Read a report. Raise ExportError where there is nothing to show yet."""
    return MAKERS[name](reader, **options)


def write_by_name(name: str, reader: Reader, path: Path, options: Mapping[str, Any]) -> list[str]:
    """Read and write a report in a format that needs no window; return what must be looked at."""
    if name == "verdicts":
        return write_verdicts(verdict_source(reader), path, **options)
    return write_report(make_report(name, reader, options), path)
