"""Reports as a desk prints them: read when the dialog opens, set on pages beside the window."""

from functools import partial

from framework_qda.io.map_report import map_report, map_sheets
from framework_qda.io.reports import Report, framework_report, sample_report
from framework_qda.matrix.board import read_map
from framework_qda.model import Interview, Theme
from framework_qda.project.overview import Overview
from framework_qda.project.reader import Reader
from framework_qda.ui.printing.printout import PrintOptions, Printout


def report_printout(name: str, reader: Reader) -> Printout | None:
    """Return the printout of a report, `sample` or `framework`; `None` where there is nothing in it yet."""
    if name == "framework" and reader.all(Theme):
        report = framework_report(reader, has_guidance=True)
        # A list of themes names nobody: there is one for all.
        return _printout("themes and sub-topics", {False: report, True: report})
    if name == "sample" and reader.all(Interview):
        reports = {is_public: sample_report(reader, is_public=is_public) for is_public in (False, True)}
        return _printout("sample table", reports)
    return None


def _printout(name: str, reports: dict[bool, Report]) -> Printout:
    is_wide = any(sheet.is_wide for report in reports.values() for sheet in report.sheets)
    return Printout(name, partial(_choose, reports), has_statements=False, is_landscape=is_wide)


def map_printout(overview: Overview) -> Printout | None:
    """Return the printout of the map of states; `None` where there is no cell yet."""
    if not read_map(overview).cell_count:
        return None
    reports = {is_public: map_sheets(map_report(overview, is_public=is_public)) for is_public in (False, True)}
    picture = reports[False].sheets[0].picture
    is_wide = picture is not None and picture.width > picture.height
    return Printout("map of states", partial(_choose, reports), has_statements=False, is_landscape=is_wide)


def _choose(reports: dict[bool, Report], options: PrintOptions) -> Report:
    return reports[options.is_public]
