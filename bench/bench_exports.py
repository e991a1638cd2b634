"""Time the exports: a matrix of 2,800 x 23 cells against openpyxl alone, and 3,000 quotations.

The floor is openpyxl's own write-only writer for the same cells with the same texts, runs and styles, made
ready beforehand. Both are timed in one run, in turn: `python bench/bench_exports.py`.
"""

import io
import random
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from measure import median, report, report_limit, seconds
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from framework_qda.io.docx_out import export_quotes
from framework_qda.io.printable import Printable
from framework_qda.io.runs import Composer
from framework_qda.io.xlsx_out import MatrixExportOptions, export_matrices
from framework_qda.io.xlsx_sheet import MatrixSheet
from framework_qda.matrix.grid import Band, EvidenceRef, GridCell, GridColumn, GridRow, GridStatement, MatrixGrid
from framework_qda.model import Study
from framework_qda.quotes.bank import QuoteBank, QuoteSection, QuoteSubsection
from framework_qda.quotes.printed import PrintedQuotation

ROWS, COLUMNS, BAND, QUOTATIONS = 2800, 23, 3, 3000
ROUNDS = 3
TALK = (
    "paper forms gave way after two were lost to a daily read of every child's sheet weekends wait nobody compares "
    "the lists copies of all referrals should come to safeguarding health visitors look again on Fridays"
)


def make_text(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(TALK.split(), k=count)).capitalize() + "."


def make_cell(chance: random.Random, interview_id: str, subtopic_id: str) -> GridCell:
    """Make a cell of about 60 words: a summary, own words, now and then a note, each with a reference."""

    def reference() -> tuple[EvidenceRef, ...]:
        return (EvidenceRef("e", chance.randint(1, 90), chance.randint(0, 4_000_000), is_starred=False, text=""),)

    statements = [
        GridStatement("a", "summary", f"{make_text(chance, 38)} “{make_text(chance, 4)}”", reference()),
        GridStatement("b", "own_words", make_text(chance, 12), reference()),
    ]
    if chance.random() < 0.3:
        statements.append(GridStatement("c", "note", make_text(chance, 14)))
    state = chance.choice(["charted", "reviewed", "in_progress"])
    return GridCell(f"{interview_id}{subtopic_id}", interview_id, subtopic_id, state, tuple(statements))


def make_grid() -> MatrixGrid:
    chance = random.Random(1)
    columns = tuple(GridColumn(f"s{n}", f"1.{n + 1}", f"Sub-topic {n + 1}") for n in range(COLUMNS))
    rows = tuple(GridRow(f"i{n}", f"I{n:04}", f"c{n // BAND}", "trust", ("Named Nurse",)) for n in range(ROWS))
    bands = tuple(Band(f"c{n}", f"Area {n}", n * BAND, min(BAND, ROWS - n * BAND)) for n in range(-(-ROWS // BAND)))
    cells = {
        (row.interview_id, column.subtopic_id): make_cell(chance, row.interview_id, column.subtopic_id)
        for row in rows
        for column in columns
    }
    return MatrixGrid("t", "1", "Everything", columns, rows, bands, cells, ROWS)


def as_openpyxl_has_it(value):
    """Return a rich text with openpyxl's own fonts: the export's are quicker, and the floor must not gain by it."""
    if not isinstance(value, CellRichText):
        return value
    return CellRichText(
        [each if isinstance(each, str) else TextBlock(plain_font(each.font), each.text) for each in value]
    )


@cache
def font_of(face, size, colour, is_italic):
    return InlineFont(rFont=face, sz=size, color=colour, i=is_italic)


def plain_font(font):
    return font_of(font.rFont, font.sz, font.color.rgb, font.i)


class RecordingSheet(MatrixSheet):
    """Keep what the export would write: values, styles and heights."""

    def _append(self, cells, lines=1, height=None):
        self.recorded = getattr(self, "recorded", [])
        self.recorded.append([(as_openpyxl_has_it(cell.value), cell._style) for cell in cells])
        super()._append(cells, lines, height)


def record(grid: MatrixGrid) -> tuple[Workbook, list]:
    """Return a workbook that knows the styles, and the rows made ready to be written in it."""
    book = Workbook(write_only=True)
    sheet = RecordingSheet(book.create_sheet("styles"), grid, Composer(Printable()))
    sheet.write("Study", "A3", "")
    book.save(io.BytesIO())
    return book, sheet.recorded


def write_floor(styles: Workbook, rows: list, path: Path) -> None:
    """Write the recorded cells as openpyxl alone does it."""
    book = Workbook(write_only=True)
    for name in ("_fonts", "_fills", "_borders", "_alignments", "_cell_styles"):
        setattr(book, name, getattr(styles, name))
    sheet = book.create_sheet("matrix")
    for row in rows:
        cells = []
        for value, style in row:
            cell = WriteOnlyCell(sheet)
            cell.value = value
            cell.data_type = "s"
            cell._style = style
            cells.append(cell)
        sheet.append(cells)
    book.save(path)


def make_bank() -> QuoteBank:
    chance = random.Random(2)
    quotations = [
        PrintedQuotation(str(n), (str(n),), f"‘{make_text(chance, 45)}’", "trust, hospital team", (), n + 1)
        for n in range(QUOTATIONS)
    ]
    parts = [
        QuoteSubsection(f"1.{n + 1} Sub-topic", tuple(quotations[n * 130 : (n + 1) * 130]))
        for n in range(-(-QUOTATIONS // 130))
    ]
    return QuoteBank((QuoteSection("1 Everything", tuple(parts)),))


def main() -> None:
    grid, study = make_grid(), Study(id="s", title="Study")
    options = MatrixExportOptions(made_on=date(2026, 1, 1))
    for_others = MatrixExportOptions(made_on=date(2026, 1, 1), is_public=True)
    styles, rows = record(grid)
    bank = make_bank()
    floors, ours, public = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        for _ in range(ROUNDS):
            floors.append(seconds(lambda: write_floor(styles, rows, path / "floor.xlsx")))
            ours.append(seconds(lambda: export_matrices([grid], study, path / "ours.xlsx", options)))
            public.append(seconds(lambda: export_matrices([grid], study, path / "public.xlsx", for_others)))
        quotes = [seconds(lambda: export_quotes(bank, study, path / "quotes.docx")) for _ in range(ROUNDS)]
    report(f"Excel, {ROWS:,} x {COLUMNS} cells; floor: openpyxl alone", median(ours), median(floors), 1.2, "s")
    report(
        f"the version for others: {ROWS:,} codes sought in all texts; floor: the team’s",
        median(public),
        median(ours),
        1.3,
        "s",
    )
    report_limit(f"Word, quote bank of {QUOTATIONS:,} quotations", median(quotes), 1.0)


if __name__ == "__main__":
    main()
