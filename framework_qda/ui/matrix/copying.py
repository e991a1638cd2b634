"""Selected cells for the clipboard: as a table of tabs and as HTML."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QMimeData

from framework_qda.matrix.grid import GridCell, GridStatement, MatrixGrid
from framework_qda.model import StatementKind
from framework_qda.quotes.own_words import split_quoted
from framework_qda.ui.matrix.model import cell_text

Place = tuple[int, int]


def copy_selection(grid: MatrixGrid, places: Iterable[Place]) -> QMimeData:
    """Return the cells at the places (row, column): one alone as its words, several as a table."""
    chosen = set(places)
    rows = sorted({row for row, _ in chosen})
    columns = sorted({column for _, column in chosen})
    data = QMimeData()
    if len(chosen) == 1:
        row, column = next(iter(chosen))
        data.setText(cell_text(grid.cell(row, column)))
        data.setHtml(_cell_html(grid.cell(row, column)))
        return data
    table = [[grid.cell(row, column) if (row, column) in chosen else None for column in columns] for row in rows]
    data.setText("\n".join("\t".join(_field(cell_text(cell)) for cell in line) for line in table))
    data.setHtml(_table_html(table))
    return data


def _field(text: str) -> str:
    """Quote a field as spreadsheets do where it holds a tab, a line end or a quotation mark."""
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in '\t\n\r"') else text


def _table_html(table: list[list[GridCell | None]]) -> str:
    # The number format keeps a text such as "=1+1" a text in a spreadsheet.
    cells = "</tr><tr>".join(
        "".join(f"<td style=\"mso-number-format:'\\@'; vertical-align: top\">{_cell_html(cell)}</td>" for cell in row)
        for row in table
    )
    return f"<table><tr>{cells}</tr></table>"


def _cell_html(cell: GridCell | None) -> str:
    return "<br>".join(_statement_html(statement) for statement in (cell.statements if cell else ()))


def _statement_html(statement: GridStatement) -> str:
    if statement.kind == StatementKind.OWN_WORDS:
        words = f"<i>{escape(statement.text)}</i>"
    else:
        pieces = split_quoted(statement.text)
        words = "".join(f"<i>{escape(text)}</i>" if is_quoted else escape(text) for text, is_quoted in pieces)
    if statement.kind == StatementKind.NOTE:
        words = f"<b>Note:</b> {words}"
    places = "; ".join(evidence.label for evidence in statement.evidence)
    return words.replace("\n", "<br>") + (f" ({escape(places)})" if places else "")
