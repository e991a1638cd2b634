"""The map of a study as it comes out: read in one go, then written as a picture or as a workbook."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from framework_qda.errors import ExportError
from framework_qda.io.drawing import Drawing
from framework_qda.io.map_drawing import draw_map
from framework_qda.io.printable import Printable
from framework_qda.io.reports import Report
from framework_qda.io.sheet import Sheet
from framework_qda.io.svg_out import export_svg
from framework_qda.matrix.board import BoardMap, read_map
from framework_qda.matrix.neutral import neutral_map, neutral_study, read_neutral_names
from framework_qda.project.overview import Overview

MAP_TITLE = "Map of states"


@dataclass(frozen=True, slots=True)
class MapReport:
    """A map with the title of its study, and the day on which it was made; neutral already, if it is public."""

    title: str
    board: BoardMap
    made_on: date

    def draw(self, printable: Printable) -> Drawing:
        """Return it as a picture."""
        return draw_map(self.board, self.title, self.made_on, printable)


def map_report(overview: Overview, *, is_public: bool = False, made_on: date | None = None) -> MapReport:
    """Read a map. Raise ExportError where there is nothing to show yet."""
    board = read_map(overview)
    if not board.cell_count:
        raise ExportError("There is no interview or no sub-topic yet, so there is no map. Nothing was written.")
    study = overview.study()
    if is_public:
        names = read_neutral_names(overview)
        study, board = neutral_study(study, names), neutral_map(board, names)
    return MapReport(study.title, board, made_on or date.today())


def map_sheets(report: MapReport) -> Report:
    """Return the map as a picture on a page of its own."""
    printable = Printable()
    drawing = report.draw(printable)
    return Report(drawing.title, (Sheet(title=MAP_TITLE, picture=drawing),), tuple(printable.warnings()))


def write_map(report: MapReport, path: Path) -> list[str]:
    """Write a map in the format that the file's ending tells; return what must be looked at.

    Raise ExportError where there is no such format here, or the file cannot be written.
    """
    printable = Printable()
    suffix = path.suffix.lower()
    if suffix == ".svg":
        export_svg(report.draw(printable), path)
    elif suffix == ".xlsx":
        # Excel is not loaded for a picture.
        from framework_qda.io.xlsx_map import export_map

        export_map(report.board, report.title, path, report.made_on, printable)
    else:
        raise ExportError(
            f"“{path.name}” cannot be written: its ending must be one of .svg, .png, .xlsx. Nothing was written."
        )
    return printable.warnings()
