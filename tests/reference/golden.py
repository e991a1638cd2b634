"""Golden files: what an export looked like when a person last looked at it.

After a change that is meant, run the tests with FRAMEWORK_QDA_WRITE_GOLDEN=1, look at the difference, commit it.
"""

import os
from pathlib import Path

import docx
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText

FOLDER = Path(__file__).parent


def check(name: str, text: str) -> None:
    path = FOLDER / name
    if os.environ.get("FRAMEWORK_QDA_WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def describe_workbook(path: Path) -> str:
    """Say in lines what is in a workbook and how it looks, without what changes from day to day."""
    book = load_workbook(path, rich_text=True)
    lines = []
    for sheet in book:
        widths = {key: each.width for key, each in sheet.column_dimensions.items()}
        lines += [
            f"== {sheet.title} ({sheet.sheet_state})",
            f"freeze {sheet.freeze_panes}, titles {sheet.print_title_rows} {sheet.print_title_cols}, "
            f"paper {sheet.page_setup.paperSize} {sheet.page_setup.orientation}, "
            f"fit {sheet.page_setup.fitToWidth} x {sheet.page_setup.fitToHeight}",
            f"foot {sheet.oddFooter.left.text} | {sheet.oddFooter.center.text} | {sheet.oddFooter.right.text}",
            f"widths {widths}",
        ]
        for row in sheet.iter_rows():
            lines.append(f"-- {row[0].row}, {sheet.row_dimensions[row[0].row].height} points")
            lines += [describe_cell(cell) for cell in row if cell.has_style]
    return "\n".join(lines) + "\n"


def describe_cell(cell) -> str:
    look = [f"{cell.font.name} {cell.font.sz:g} {cell.font.color.rgb[2:]}"]
    look += [word for word in ("bold", "italic") if getattr(cell.font, word[0])]
    look += [f"fill {cell.fill.fgColor.rgb[2:]}"] if cell.fill.fill_type else []
    for name in ("left", "top", "bottom"):
        side = getattr(cell.border, name)
        look += [f"{name} {side.style} {side.color.rgb[2:]}"] if side and side.style else []
    look += ["text"] if cell.quotePrefix else []
    look += [f"to {cell.hyperlink.location}"] if cell.hyperlink else []
    return f"{cell.coordinate} [{', '.join(look)}] {describe_value(cell.value)}"


def describe_value(value) -> str:
    if not isinstance(value, CellRichText):
        return repr(value)
    pieces = []
    for piece in value:
        if isinstance(piece, str):
            pieces.append(repr(piece))
        else:
            font = piece.font
            pieces.append(f"<{font.rFont} {font.sz:g} {font.color.rgb[2:]}{' italic' if font.i else ''}>{piece.text!r}")
    return " + ".join(pieces)


def describe_document(path: Path) -> str:
    """Say in lines what is in a document: each paragraph with its style, each run with its own."""
    document = docx.Document(str(path))
    lines = []
    for paragraph in document.element.body.iter(qn("w:p")):
        style = paragraph.pPr.style if paragraph.pPr is not None else ""
        runs = []
        for run in paragraph.iter(qn("w:r")):
            parts = []
            for part in run:
                kind = part.tag.rsplit("}", 1)[1]
                if kind == "t":
                    parts.append(part.text)
                elif kind == "instrText":
                    parts.append(f"{{{part.text.strip()}}}")
                elif kind in ("br", "tab"):
                    parts.append(f"<{kind}>")
                elif kind == "rPr":
                    parts.append(f"<{part.find(qn('w:rStyle')).get(qn('w:val'))}>")
            runs.append("".join(parts))
        lines.append(f"{style}: {' | '.join(run for run in runs if run)}")
    return "\n".join(lines) + "\n"


def describe_sheets(path: Path) -> str:
    """Say in lines what is in a document of sheets: paragraphs, then each row of a table with its fields."""
    document = docx.Document(str(path))
    lines = []
    for element in document.element.body:
        kind = element.tag.rsplit("}", 1)[1]
        if kind == "p":
            lines.append(_describe_paragraph(element))
        elif kind == "tbl":
            widths = [each.get(qn("w:w")) for each in element.iter(qn("w:gridCol"))]
            lines.append(f"table {' '.join(widths)}")
            lines += [_describe_row(row) for row in element.iter(qn("w:tr"))]
        for section in element.iter(qn("w:sectPr")):
            size = section.find(qn("w:pgSz"))
            lines.append(
                f"pages {size.get(qn('w:w'))} x {size.get(qn('w:h'))} {size.get(qn('w:orient')) or ''}".rstrip()
            )
    return "\n".join(lines) + "\n"


def _describe_paragraph(paragraph) -> str:
    style = paragraph.pPr.style if paragraph.pPr is not None else ""
    runs = []
    for run in paragraph.iter(qn("w:r")):
        look = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        text = "".join(part.text or "" for part in run.iter(qn("w:t")))
        runs.append(f"<{look.get(qn('w:val'))}>{text}" if look is not None else text)
    mirrored = " mirrored" if paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None else ""
    return f"{style}{mirrored}: {' | '.join(runs)}"


def _describe_row(row) -> str:
    head = "head" if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None else "row"
    fields = []
    for field in row.iter(qn("w:tc")):
        words = " / ".join(_describe_paragraph(each).split(": ", 1)[1] for each in field.iter(qn("w:p")))
        span = field.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        edge = field.find(f"{qn('w:tcPr')}/{qn('w:tcBorders')}/{qn('w:left')}")
        look = [f"over {span.get(qn('w:val'))}"] if span is not None else []
        look += [f"{edge.get(qn('w:val'))} edge"] if edge is not None else []
        fields.append(f"[{', '.join(look)}] {words}" if look else words)
    return f"  {head}: {' ¦ '.join(fields)}"
