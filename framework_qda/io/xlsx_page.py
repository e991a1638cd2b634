"""How a sheet is printed: paper, margins, how many pages wide, page numbers."""

from typing import Literal

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from framework_qda.io.xlsx_look import FACE, QUIET

PAPER_SIZES = {"A3": 8, "A4": 9}


def set_up_page(
    sheet: Worksheet,
    left: str,
    middle: str,
    *,
    paper: str = "A3",
    orientation: Literal["landscape", "portrait"] = "landscape",
    pages_wide: int = 1,
) -> None:
    """Set a sheet up for print, with `left` and `middle` beside the page number in its foot."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = PAPER_SIZES[paper]
    sheet.page_setup.fitToWidth = pages_wide
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    sheet.sheet_view.showGridLines = False
    foot = HeaderFooterItem()
    for part, text in ((foot.left, _plain(left)), (foot.center, _plain(middle)), (foot.right, "&P of &N")):
        part.text, part.font, part.size, part.color = text, FACE, 8, QUIET
    sheet.HeaderFooter.oddFooter = foot


def _plain(text: str) -> str:
    """Return a text with its ampersands doubled: a single one begins a code. 255 signs are allowed in all."""
    line = " ".join(text.split())
    return (line if len(line) <= 80 else f"{line[:79]}…").replace("&", "&&")
