"""Sheets as plain text: paragraphs, then the table with tabs between its columns, for a mail or a spreadsheet."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from framework_qda.io.atomic import replacing
from framework_qda.io.sheet import Runs, Sheet, words_of


def export_text(sheets: Sequence[Sheet], path: Path | str) -> None:
    """Write sheets as a UTF-8 text file; what stood at `path` stays until it is complete."""
    with replacing(Path(path)) as temporary:
        # The mark at its beginning tells the editors of Windows that the text is UTF-8.
        temporary.write_text("\n\n".join(sheet_text(each) for each in sheets) + "\n", encoding="utf-8-sig")


def sheet_text(sheet: Sheet) -> str:
    """Return a sheet as text."""
    return "\n".join(_lines(sheet))


def _lines(sheet: Sheet) -> Iterator[str]:
    yield sheet.title
    if sheet.subtitle:
        yield sheet.subtitle
    for runs in sheet.intro:
        yield ""
        yield words_of(runs)
    if sheet.columns:
        yield ""
        yield "\t".join([_field(sheet.head), *(_field(words_of(column.heading)) for column in sheet.columns)])
    for place, row in enumerate(sheet.rows):
        for band in sheet.bands_at(place):
            yield f"{band.label}  {band.words}".rstrip()
        fields: list[Runs] = [*([] if row.is_wide else [row.head]), *(cell.runs for cell in row.cells)]
        yield "\t".join(_field(words_of(runs)) for runs in fields)
    for remark in sheet.remarks:
        yield ""
        yield remark


def _field(text: str) -> str:
    return " / ".join(text.replace("\t", " ").split("\n"))
