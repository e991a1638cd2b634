"""The first sheet of the matrices: the study, its date, the list of sheets, and how to read them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from framework_qda.io import xlsx_look as look
from framework_qda.io.printable import Printable
from framework_qda.io.runs import Run, RunKind
from framework_qda.io.xlsx_look import Style, Styler
from framework_qda.io.xlsx_options import MatrixExportOptions
from framework_qda.io.xlsx_page import set_up_page
from framework_qda.io.xlsx_text import count_lines, excel_composer, excel_text
from framework_qda.matrix.grid import STATE_WORDS, EvidenceRef, GridCell, GridStatement, MatrixGrid, TagMark
from framework_qda.model import EMPTY_REASONS, CellState, StatementKind, Study
from framework_qda.text.dates import day_words

_WIDTHS = {"A": 2.0, "B": 12.0, "C": 46.0, "D": 66.0}
_SECTION_FONT = Font(name=look.FACE, size=12, bold=True, color=look.ACCENT)
_GREAT = Style(Font(name=look.FACE, size=20, bold=True, color=look.INK), is_wrapped=False)
_BODY = Style(look.CELL_FONTS[RunKind.PLAIN])
_QUIET = Style(look.QUIET_FONT)
_LINK = Style(Font(name=look.FACE, size=look.SIZE, color=look.ACCENT, underline="single"))
_EXPLAINED: dict[str, str] = {
    CellState.NOT_CHARTED: "nobody has charted this yet",
    CellState.IN_PROGRESS: "begun, not finished",
    CellState.CHARTED: "finished by the analyst",
    CellState.SENT_BACK: "read by a second person, who asks for another look",
    CellState.REVIEWED: "read and accepted by a second person",
    CellState.NOT_ASKED: "the question was not put",
    CellState.NOTHING_SAID: "the question was put and not answered",
    CellState.NOT_APPLICABLE: "the question does not arise for this informant",
    CellState.UNCLEAR: "the recording or the notes do not say",
}
_EXAMPLE = (EvidenceRef("", 14, 1_390_000, is_starred=False, text=""),)
_KINDS = (
    (GridStatement("", StatementKind.SUMMARY, "A summary"), "what was said, in the analyst’s words"),
    (GridStatement("", StatementKind.OWN_WORDS, "the speaker’s own words"), "as they stand in the notes"),
    (GridStatement("", StatementKind.NOTE, "an analyst’s note"), "what the analyst makes of it"),
)
_REFERRING = (
    GridStatement("", StatementKind.SUMMARY, "A reference", _EXAMPLE),
    "paragraph 14, at 0:23:10 of the recording",
)
_TAGGED = (
    GridStatement("", StatementKind.SUMMARY, "A statement", tags=(TagMark("tag"),)),
    "what a statement is about, beside its sub-topic",
)


@dataclass(frozen=True, slots=True)
class CoverFacts:
    """What the first sheet tells: the study, each matrix with the name of its sheet, the date, what was chosen."""

    study: Study
    matrices: Sequence[tuple[MatrixGrid, str]]
    made_on: date
    options: MatrixExportOptions


def write_cover(sheet: Worksheet, facts: CoverFacts, printable: Printable) -> None:
    """Write the first sheet."""
    _CoverSheet(sheet, facts, printable).write()


class _CoverSheet:
    def __init__(self, sheet: Worksheet, facts: CoverFacts, printable: Printable) -> None:
        self._sheet = sheet
        self._facts = facts
        self._clean = printable
        self._styler = Styler(sheet)
        self._place = 0

    def write(self) -> None:
        title = self._clean(self._facts.study.title).strip() or "Untitled study"
        for letter, width in _WIDTHS.items():
            self._sheet.column_dimensions[letter].width = width
        set_up_page(self._sheet, title, "", paper="A4", orientation="portrait")
        self._append([], height=12)
        self._append([self._text(title, _GREAT)], height=34)
        self._write_facts()
        self._write_list()
        self._write_legend()
        self._write_subtopics()

    def _write_facts(self) -> None:
        facts, options = self._facts, self._facts.options
        grid = facts.matrices[0][0] if facts.matrices else None
        shown = _rows_in_words(grid) if grid else ""
        left_out = [
            words
            for is_left_out, words in (
                (not options.has_notes, "analyst’s notes"),
                (not options.has_references, "references to the notes"),
                (not options.has_tags and self._has_tags(), "tags"),
                (options.is_public, "areas, interview codes and roles"),
            )
            if is_left_out
        ]
        rows = (
            ("Date", day_words(facts.made_on)),
            ("Interviews", f"{shown}: {options.filter_words}" if options.filter_words else shown),
            ("Left out", ", ".join(left_out)),
            ("Aims", facts.study.aims.strip()),
        )
        for label, value in rows:
            if value:
                self._append_wide([self._text(label, _QUIET), self._text(value, _BODY)], value)

    def _write_list(self) -> None:
        self._append_section("Matrices")
        for grid, name in self._facts.matrices:
            link = self._text(grid.title or name, _LINK)
            link.hyperlink = Hyperlink(ref="", location=f"{quote_sheetname(name)}!A1", display=grid.title)
            is_shortened = name != f"{grid.number} {grid.title}"
            progress = f"{_progress(grid)} · sheet “{name}”" if is_shortened else _progress(grid)
            self._append(
                [self._text(grid.number, _BODY), link, self._text(progress, _QUIET)], *self._high(grid.title, progress)
            )

    def _write_legend(self) -> None:
        self._append_section("How to read the cells")
        for state, words in STATE_WORDS.items():
            if state not in EMPTY_REASONS:
                style = Style(_BODY.font, left=look.EDGES[state], indent=1)
                mark = self._styler.cell("", ("edge", state), style)
                self._append([mark, self._text(f"Edge: {words}", _BODY), self._text(_EXPLAINED[state], _QUIET)])
        for state in EMPTY_REASONS:
            style = Style(look.CELL_FONTS[RunKind.STATE], left=look.EDGES[state], indent=1)
            mark = self._styler.cell("", ("edge", state), style)
            reason = self._text(STATE_WORDS[state], Style(look.CELL_FONTS[RunKind.STATE]))
            self._append([mark, reason, self._text(_EXPLAINED[state], _QUIET)])
        options = self._facts.options
        composer = excel_composer(self._clean, options, self._facts.study.quotation_marks)
        kinds = (
            *_KINDS,
            *((_REFERRING,) if options.has_references else ()),
            *((_TAGGED,) if options.has_tags and self._has_tags() else ()),
        )
        for statement, explained in kinds:
            runs = composer.runs(GridCell("", "", "", CellState.CHARTED, (statement,)))
            if runs:
                style = Style(look.CELL_FONTS[look.only_kind(runs)])
                example = self._styler.cell(look.value_of(runs), ("kind", look.only_kind(runs)), style)
                self._append([None, example, self._text(explained, _QUIET)])

    def _has_tags(self) -> bool:
        """Say whether any statement has a tag, so that it must be said what that is."""
        cells = (cell for grid, _ in self._facts.matrices for cell in grid.cells.values())
        return any(statement.tags for cell in cells for statement in cell.statements)

    def _write_subtopics(self) -> None:
        self._append_section("Themes and sub-topics")
        for grid, _ in self._facts.matrices:
            heading = f"{grid.number} {grid.title}".strip()
            self._append([self._text(heading, Style(look.HEAD_FONT, is_wrapped=False))], height=20)
            for column in grid.columns:
                # What follows an empty line in a definition is guidance for the analyst: it stays in the program.
                definition = column.definition.strip().split("\n\n")[0]
                cells = [column.number, column.label, definition]
                self._append(
                    [self._text(text, style) for text, style in zip(cells, (_QUIET, _BODY, _QUIET), strict=True)],
                    *self._high(column.label, definition),
                )

    def _append_section(self, heading: str) -> None:
        self._append([], height=14)
        style = Style(_SECTION_FONT, bottom=look.BAND_LINE, is_wrapped=False)
        self._append([self._text(text, style) for text in (heading, "", "")], height=22)
        self._append([], height=4)

    def _append_wide(self, cells: list[Cell], value: str) -> None:
        width = _WIDTHS["C"] + _WIDTHS["D"]
        lines = count_lines([Run(RunKind.PLAIN, value)], (width - 2) * look.LETTERS_PER_WIDTH)
        place = self._place + 1
        self._sheet.merged_cells.ranges.add(CellRange(f"C{place}:D{place}"))
        self._append(cells, height=min(look.HIGHEST_ROW, lines * look.LINE_HEIGHT + 5))

    def _high(self, *texts: str) -> tuple[float]:
        """Return the height of a row whose columns C and D hold these texts."""
        lines = [
            count_lines([Run(RunKind.PLAIN, text)], (width - 1) * look.LETTERS_PER_WIDTH * look.SIZE / size)
            for text, width, size in zip(texts, (_WIDTHS["C"], _WIDTHS["D"]), (look.SIZE, 9), strict=True)
        ]
        return (min(look.HIGHEST_ROW, max(lines) * look.LINE_HEIGHT + 5),)

    def _append(self, cells: Sequence[Cell | None], height: float = look.LINE_HEIGHT + 5) -> None:
        self._place += 1
        self._sheet.row_dimensions[self._place].height = height
        self._sheet.append([None, *cells])

    def _text(self, text: str, style: Style) -> Cell:
        text = excel_text(self._clean(text))
        return self._styler.cell(text, id(style.font), style, is_prefixed=look.needs_prefix(text))


def _progress(grid: MatrixGrid) -> str:
    states = Counter(cell.state for cell in grid.cells.values())
    total = len(grid.rows) * len(grid.columns)
    done = states[CellState.CHARTED] + states[CellState.REVIEWED]
    reasons = sum(states[state] for state in EMPTY_REASONS)
    words = f"{done:,} of {total:,} cells charted"
    return f"{words}, {reasons:,} empty for a reason" if reasons else words


def _rows_in_words(grid: MatrixGrid) -> str:
    count, total = len(grid.rows), max(grid.total_rows, len(grid.rows))
    bands = sum(1 for band in grid.bands if band.case_study_id)
    interviews = f"{count:,}" if count == total else f"{count:,} of {total:,}"
    return f"{interviews} in {bands:,} case stud{'y' if bands == 1 else 'ies'}" if bands else interviews
