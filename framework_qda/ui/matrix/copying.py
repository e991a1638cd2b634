"""Selected cells for the clipboard: as a table of tabs, and as HTML for documents and spreadsheets."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData

from framework_qda.matrix.grid import STATE_WORDS, GridCell, GridStatement, MatrixGrid
from framework_qda.model import EMPTY_REASONS, StatementKind
from framework_qda.quotes.own_words import split_quoted
from framework_qda.ui.matrix.model import cell_text
from framework_qda.ui.tokens import LIGHT

Place = tuple[int, int]

TABS = "text/tab-separated-values"

# In a spreadsheet a line end would begin another row, and a text such as "=1+1" be a formula.
_BREAK = '<br style="mso-data-placement:same-cell">'
_CELL = "mso-number-format:'\\@'; vertical-align: top"
_PLACE_STYLE = f"color: {LIGHT.text_soft}; font-size: smaller"
_NOTE_STYLE = f"color: {LIGHT.note_text}"


def copy_selection(grid: MatrixGrid, places: Iterable[Place], *, has_heads: bool = False) -> QMimeData:
    """Return the cells at the places (row, column): one alone as its words, several as a table.

    With heads there is a table in any case: the sub-topics above it, case studies and interviews before it.
    """
    chosen = set(places)
    data = QMimeData()
    if len(chosen) == 1 and not has_heads:
        cell = grid.cell(*next(iter(chosen)))
        data.setText(_words(cell))
        data.setHtml(_page(_cell_html(cell)))
        return data
    rows = sorted({row for row, _ in chosen})
    columns = sorted({column for _, column in chosen})
    table = [[grid.cell(row, column) if (row, column) in chosen else None for column in columns] for row in rows]
    above = ["Case study", "Interview", *(_column(grid, column) for column in columns)] if has_heads else []
    before = [_row_heads(grid, row) if has_heads else [] for row in rows]
    lines = [[*heads, *map(_words, cells)] for heads, cells in zip(before, table, strict=True)]
    text = "\n".join("\t".join(map(_field, line)) for line in ([above] if above else []) + lines)
    data.setText(text)
    data.setData(TABS, text.encode())
    data.setHtml(_page(_table_html(above, before, table)))
    return data


def _words(cell: GridCell | None) -> str:
    """Return the words of a cell; where it is empty for a reason, that stands before them as on the screen."""
    return ": ".join(part for part in (_reason(cell), cell_text(cell)) if part)


def _reason(cell: GridCell | None) -> str:
    return STATE_WORDS[cell.state] if cell and cell.state in EMPTY_REASONS else ""


def _column(grid: MatrixGrid, column: int) -> str:
    head = grid.columns[column]
    return f"{head.number} {head.label}".strip()


def _row_heads(grid: MatrixGrid, row: int) -> list[str]:
    band = next((band for band in grid.bands if band.first <= row < band.first + band.count), None)
    return [band.label if band else "", grid.rows[row].code]


def _field(text: str) -> str:
    """Quote a field as spreadsheets do where it holds a tab, a line end or a quotation mark."""
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in '\t\n\r"') else text


# -- HTML


def _page(body: str) -> str:
    # Said twice by some programs and by some not at all: these letters are UTF-8.
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'


def _table_html(
    above: Sequence[str], before: Sequence[Sequence[str]], table: Sequence[Sequence[GridCell | None]]
) -> str:
    head = "".join(f'<th align="left">{escape(text)}</th>' for text in above)
    rows = [
        "".join(f'<th align="left" style="{_CELL}" dir="auto">{escape(text)}</th>' for text in heads)
        + "".join(f'<td style="{_CELL}" dir="auto">{_cell_html(cell)}</td>' for cell in cells)
        for heads, cells in zip(before, table, strict=True)
    ]
    lines = "".join(f"<tr>{row}</tr>" for row in ([head] if head else []) + rows)
    return f'<table border="1" cellspacing="0" cellpadding="4">{lines}</table>'


def _cell_html(cell: GridCell | None) -> str:
    reason = _reason(cell)
    opening = f'<span style="{_PLACE_STYLE}">{escape(reason)}</span>' if reason else ""
    words = _BREAK.join(_statement_html(statement) for statement in (cell.statements if cell else ()))
    return ": ".join(part for part in (opening, words) if part)


def _statement_html(statement: GridStatement) -> str:
    if statement.kind == StatementKind.OWN_WORDS:
        words = f"<i>{_escaped(statement.text)}</i>"
    else:
        pieces = split_quoted(statement.text)
        words = "".join(f"<i>{_escaped(text)}</i>" if is_quoted else _escaped(text) for text, is_quoted in pieces)
    if statement.kind == StatementKind.NOTE:
        words = f'<span style="{_NOTE_STYLE}"><b>Note:</b> {words}</span>'
    places = "; ".join(evidence.label for evidence in statement.evidence)
    return words + (f' <span style="{_PLACE_STYLE}">({escape(places)})</span>' if places else "")


def _escaped(text: str) -> str:
    return escape(text).replace("\n", _BREAK)
