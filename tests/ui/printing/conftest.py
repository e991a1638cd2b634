"""Sheets whose every word is found again on the pages."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pytest

from framework_qda.io.runs import Run, RunKind
from framework_qda.io.sheet import Sheet, SheetBand, SheetCell, SheetColumn, SheetRow, strong
from framework_qda.model import CellState


def make_cell(row: int, column: int, words: int) -> SheetCell:
    text = " ".join(f"r{row}c{column}w{word}" for word in range(words))
    return SheetCell((Run(RunKind.PLAIN, text),), CellState.CHARTED)


def make_sheet(rows: int = 6, columns: int = 3, words: int = 30, **more) -> Sheet:
    return Sheet(
        "Title",
        "What is shown.",
        head="Interview",
        columns=tuple(SheetColumn(strong(f"Column{n}")) for n in range(columns)),
        rows=tuple(
            SheetRow(strong(f"Row{row}"), tuple(make_cell(row, column, words) for column in range(columns)))
            for row in range(rows)
        ),
        bands=(SheetBand("Band0", "north", 0, 2), SheetBand("Band1", "", 2, rows - 2)),
        **more,
    )


def read_pages(path) -> list[str]:
    document = pypdfium2.PdfDocument(str(path))
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def words_of(path) -> list[str]:
    return " ".join(read_pages(path)).split()


@pytest.fixture
def pdf(tmp_path):
    return tmp_path / "pages.pdf"


@contextmanager
def disk_for(most: int) -> Iterator[None]:
    """Let no file become longer than so many bytes, as on a disk that is full."""
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
