"""Sheets as a Word document: real styles, heads of tables on every page, each sheet on pages of its own.

Tables are written as XML in batches of rows: built cell by cell through the library, they take minutes.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from framework_qda.io import docx_parts as parts
from framework_qda.io import docx_sheet_styles as styles
from framework_qda.io.atomic import replacing
from framework_qda.io.docx_sheet_styles import EDGES, PAGES, Page
from framework_qda.io.runs import Run, RunKind
from framework_qda.io.sheet import Runs, Sheet, SheetCell, SheetRow
from framework_qda.matrix.grid import STATE_WORDS
from framework_qda.text.direction import is_right_to_left

_BATCH = 500
_NARROWEST = 620
"""Twentieths of a point that a column gets at least."""

_LETTER, _SIDES = 98, 170
"""Twentieths of a point that a letter takes on average, and the margins of a field."""

_SHORT = 600
"""Letters in its longest cell with which a row is not broken between pages."""


def export_sheets(sheets: Sequence[Sheet], title: str, path: Path | str) -> None:
    """Write sheets as a .docx file; `title`, clean, is that of the study.

    What stood at `path` stays until the new file is complete. Raises ExportError if it cannot be written.
    """
    with replacing(Path(path)) as temporary:
        document = docx.Document()
        parts.clean_package(document, title)
        styles.set_up_styles(document)
        parts.number_pages(document)
        writer = _Writer(document)
        for place, sheet in enumerate(sheets):
            writer.write(sheet, is_last=place == len(sheets) - 1)
        document.save(str(temporary))


class _Writer:
    """Append sheets to a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ids = {style.name: style.style_id for style in document.styles}
        self._looks = {
            kind: f'<w:rStyle w:val="{self._ids[name]}"/>' for kind, name in styles.RUN_STYLES.items() if name
        }

    def write(self, sheet: Sheet, *, is_last: bool) -> None:
        """Append a sheet; all but the last end with a section of pages, which the last has from the document."""
        page = PAGES[sheet.is_wide]
        parts.append(self._document, self._opening(sheet))
        if sheet.columns:
            self._append_table(sheet, page)
        parts.append(self._document, self._remarks(sheet))
        if is_last:
            styles.set_page(self._document.sections[-1], page)
        else:
            footer = self._document.element.body.sectPr.xpath("./w:footerReference/@r:id")
            parts.append(self._document, [_section(page, footer[0])])

    def _opening(self, sheet: Sheet) -> Iterator[str]:
        yield self._paragraph(styles.TITLE, [Run(RunKind.PLAIN, sheet.title)])
        if sheet.subtitle:
            yield self._paragraph(styles.SUBTITLE, [Run(RunKind.PLAIN, sheet.subtitle)])
        for runs in sheet.intro:
            yield from self._paragraphs(styles.BODY, runs)

    def _remarks(self, sheet: Sheet) -> Iterator[str]:
        remarks = [*sheet.remarks]
        if sheet.states:
            edges = [f"{styles.EDGE_WORDS[state]}: {STATE_WORDS[state]}" for state in EDGES if state in sheet.states]
            remarks.append(f"Left edge of a cell – {'; '.join(edges)}." if edges else "")
        for remark in filter(None, remarks):
            yield self._paragraph(styles.REMARK, [Run(RunKind.PLAIN, remark)])

    # -- the table

    def _append_table(self, sheet: Sheet, page: Page) -> None:
        widths = column_widths(sheet.head_letters, [column.weight for column in sheet.columns], page.text_width)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        heads = "".join(self._head_rows(sheet, widths))
        table = parse_xml(
            f"<w:tbl {nsdecls('w')}>{styles.table_properties(sum(widths))}<w:tblGrid>{grid}</w:tblGrid>{heads}</w:tbl>"
        )
        stream = self._rows(sheet, widths)
        while batch := list(islice(stream, _BATCH)):
            for element in list(parse_xml(f"<w:tbl {nsdecls('w')}>{''.join(batch)}</w:tbl>")):
                table.append(element)
        self._document.element.body.sectPr.addprevious(table)

    def _head_rows(self, sheet: Sheet, widths: Sequence[int]) -> Iterator[str]:
        if sheet.sections:
            cells = [self._field(styles.HEAD, (), widths[0], fill=styles.HEAD_FILL)]
            for section in sheet.sections:
                width = sum(widths[1 + section.first : 1 + section.first + section.count])
                words = (Run(RunKind.STRONG, section.heading),)
                cells.append(self._field(styles.HEAD, words, width, fill=styles.BAND_FILL, span=section.count))
            yield _row(cells, is_head=True)
        headings = [(Run(RunKind.STRONG, sheet.head),), *(column.heading for column in sheet.columns)]
        yield _row(
            [
                self._field(styles.HEAD, runs, width, fill=styles.HEAD_FILL)
                for runs, width in zip(headings, widths, strict=True)
            ],
            is_head=True,
        )

    def _rows(self, sheet: Sheet, widths: Sequence[int]) -> Iterator[str]:
        bands = {band.first for band in sheet.bands}
        for place, row in enumerate(sheet.rows):
            for band in sheet.bands_at(place) if place in bands else ():
                runs = [Run(RunKind.STRONG, band.label)]
                runs += [Run(RunKind.STATE, f"  {band.words}")] if band.words else []
                fill = styles.GROUP_FILL if band.is_strong else styles.BAND_FILL
                cell = self._field(styles.BAND, tuple(runs), sum(widths), fill=fill, span=len(widths))
                yield _row([cell], is_whole=True)
            yield self._row(row, widths)

    def _row(self, row: SheetRow, widths: Sequence[int]) -> str:
        if row.is_wide:
            runs = row.cells[0].runs if row.cells else ()
            return _row([self._field(styles.TEXT, runs, sum(widths), span=len(widths))])
        fields = [self._field(styles.TEXT, row.head, widths[0], fill=styles.FRONT_FILL)]
        fields += [self._cell(each, width) for each, width in zip(row.cells, widths[1:], strict=True)]
        longest = max(sum(len(run.text) for run in each.runs) for each in (SheetCell(row.head), *row.cells))
        return _row(fields, is_whole=longest < _SHORT)

    def _cell(self, cell: SheetCell, width: int) -> str:
        return self._field(styles.TEXT, cell.runs, width, edge=EDGES.get(cell.state, ""))

    def _field(self, style: str, runs: Runs, width: int, *, fill: str = "", span: int = 1, edge: str = "") -> str:
        properties = [f'<w:tcW w:w="{width}" w:type="dxa"/>']
        if span > 1:
            properties.append(f'<w:gridSpan w:val="{span}"/>')
        if edge:
            properties.append(f"<w:tcBorders><w:left {edge}/></w:tcBorders>")
        if fill:
            properties.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>')
        if edge:
            properties.append('<w:tcMar><w:left w:w="130" w:type="dxa"/></w:tcMar>')
        words = "".join(self._paragraphs(style, runs))
        return f"<w:tc><w:tcPr>{''.join(properties)}</w:tcPr>{words}</w:tc>"

    # -- words

    def _paragraphs(self, style: str, runs: Sequence[Run]) -> Iterator[str]:
        """Yield a paragraph for each line of the runs, at least one."""
        line: list[Run] = []
        for run in runs:
            first, *others = run.text.split("\n")
            line.append(Run(run.kind, first))
            for text in others:
                yield self._paragraph(style, line)
                line = [Run(run.kind, text)]
        yield self._paragraph(style, line)

    def _paragraph(self, style: str, runs: Sequence[Run]) -> str:
        text = "".join(run.text for run in runs)
        is_mirrored = not text.isascii() and is_right_to_left(text)
        mirror = "<w:bidi/>" if is_mirrored else ""
        content = "".join(
            parts.run(run.text, self._looks.get(run.kind, "") + ("<w:rtl/>" if is_mirrored else ""))
            for run in runs
            if run.text
        )
        return f'<w:p><w:pPr><w:pStyle w:val="{self._ids[style]}"/>{mirror}</w:pPr>{content}</w:p>'


def column_widths(head_letters: int, weights: Sequence[float], width: int) -> list[int]:
    """Give the rows' heads room for so many letters and share the rest among the columns by their weights.

    No column is narrower than a few letters, where there is room for that.
    """
    head = min(_SIDES + head_letters * _LETTER, width // 2)
    rest = width - head
    least = min(_NARROWEST, rest / len(weights))
    spare, total = rest - least * len(weights), sum(weights) or 1.0
    return [head, *(round(least + spare * weight / total) for weight in weights)]


def _row(cells: Sequence[str], *, is_head: bool = False, is_whole: bool = False) -> str:
    marks = ("<w:cantSplit/>" if is_head or is_whole else "") + ("<w:tblHeader/>" if is_head else "")
    return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{''.join(cells)}</w:tr>"


def _section(page: Page, footer_id: str) -> str:
    """Return the paragraph that ends a sheet: the pages up to here are of this kind."""
    side = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:p><w:pPr><w:sectPr {nsdecls("r")}><w:footerReference w:type="default" r:id="{footer_id}"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{page.width}" w:h="{page.height}"{side}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.side}" w:bottom="{page.top}" w:left="{page.side}" '
        f'w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:pPr></w:p>'
    )
