"""The verdicts over all case studies as an Excel workbook: a table that can be counted, and the notes on it."""

from contextlib import ExitStack
from pathlib import Path

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter

from framework_qda.io import xlsx_look as look
from framework_qda.io.atomic import replacing
from framework_qda.io.printable import Printable
from framework_qda.io.runs import Run, RunKind
from framework_qda.io.sheet_verdicts import NOTES, TITLE, verdict_words
from framework_qda.io.xlsx_book import add_sheet, begin_book
from framework_qda.io.xlsx_look import Style
from framework_qda.io.xlsx_page import set_up_page
from framework_qda.io.xlsx_rows import HEAD, QUIET, SMALL, TITLE_STYLE, StyledRows
from framework_qda.io.xlsx_text import count_lines
from framework_qda.matrix.pairs import VERDICT_WORDS
from framework_qda.matrix.verdicts import VerdictTable
from framework_qda.model import PairVerdict

_FILLS = {
    PairVerdict.AGREE: "C8DAC3",
    PairVerdict.DIFFER: "F3D3C4",
    PairVerdict.ONE_SILENT: "E2E4E7",
    PairVerdict.NO_PARTNER: "F0F1F3",
}
_HEAD_ROW = 3
_NOTE_WIDTH = 80.0


def export_verdicts(table: VerdictTable, title: str, path: Path | str, printable: Printable) -> None:
    """Write verdicts as an .xlsx file; what stood at `path` stays until it is complete."""
    with replacing(Path(path)) as temporary, ExitStack() as stack:
        book = begin_book(stack, printable(title))
        _write_table(StyledRows(add_sheet(book, TITLE), printable), table, title)
        _write_notes(StyledRows(add_sheet(book, NOTES), printable), table, title)
        book.save(temporary)


def _write_table(rows: StyledRows, table: VerdictTable, title: str) -> None:
    """Write a row a sub-topic, a column a case study, and how often each verdict was set at the right and below."""
    places = range(len(table.case_studies))
    widths = [12.0, 38.0, *[13.0] * len(places), *[11.0] * len(VERDICT_WORDS)]
    for place, width in enumerate(widths, 1):
        rows.sheet.column_dimensions[get_column_letter(place)].width = width
    rows.sheet.freeze_panes = f"C{_HEAD_ROW + 1}"
    rows.sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    rows.sheet.print_title_cols = "A:B"
    set_up_page(rows.sheet, title, TITLE)
    rows.append([rows.text(title.strip() or "Untitled study", "title", TITLE_STYLE)], 24)
    rows.append([rows.text("How what the two agencies of each case study say compares", "quiet", QUIET)], 18)
    heads = ["No.", "Sub-topic", *(label for _, label in table.case_studies), *VERDICT_WORDS.values()]
    rows.append([rows.text(words, "head", HEAD) for words in heads], 2 * look.LINE_HEIGHT + 4)
    for row in table.rows:
        cells = [rows.text(row.subtopic.number, "number", SMALL), rows.text(row.subtopic.label, "label", SMALL)]
        cells += [_verdict(rows, each.verdict) for each in row.verdicts]
        cells += [rows.number(row.counts[key]) for key in VERDICT_WORDS]
        rows.append(cells, 2 * look.LINE_HEIGHT + 4)
    for key, words in VERDICT_WORDS.items():
        counts = [rows.number(table.counts_of(place)[key]) for place in places]
        rows.append([None, rows.text(words, "total", Style(look.HEAD_FONT)), *counts])


def _verdict(rows: StyledRows, verdict: str) -> Cell:
    style = Style(SMALL.font, next((fill for key, fill in _FILLS.items() if key == verdict), ""))
    return rows.text(verdict_words(verdict), ("verdict", verdict), style)


def _write_notes(rows: StyledRows, table: VerdictTable, title: str) -> None:
    """Write a row a note: of which case study and sub-topic, the verdict, the words."""
    widths = (22.0, 10.0, 38.0, 14.0, _NOTE_WIDTH)
    for place, width in enumerate(widths, 1):
        rows.sheet.column_dimensions[get_column_letter(place)].width = width
    rows.sheet.freeze_panes = "A2"
    set_up_page(rows.sheet, title, NOTES, paper="A4")
    heads = ("Case study", "No.", "Sub-topic", "Verdict", "Note")
    rows.append([rows.text(words, "head", HEAD) for words in heads])
    count = 1
    for place, (_, label) in enumerate(table.case_studies):
        for row in table.rows:
            verdict = row.verdicts[place]
            if verdict.note.strip():
                words = (label, row.subtopic.number, row.subtopic.label, verdict_words(verdict.verdict), verdict.note)
                lines = count_lines([Run(RunKind.PLAIN, verdict.note)], _NOTE_WIDTH * look.LETTERS_PER_WIDTH)
                height = min(look.HIGHEST_ROW, max(2, lines) * look.LINE_HEIGHT + 4)
                rows.append([rows.text(each, n, SMALL) for n, each in enumerate(words)], height)
                count += 1
    rows.sheet.auto_filter.ref = f"A1:E{count}"
