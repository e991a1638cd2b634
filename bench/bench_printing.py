"""Time printing: a matrix of 1,000 x 23 cells of 60 words on A3, set on pages and written as PDF.

Run it with `QT_QPA_PLATFORM=offscreen python bench/bench_printing.py`.
"""

import tempfile
from dataclasses import replace
from pathlib import Path

from bench_exports import make_grid
from measure import report_limit, seconds
from PySide6.QtGui import QGuiApplication

from framework_qda.io.printable import Printable
from framework_qda.io.runs import Composer
from framework_qda.io.sheet_matrix import matrix_sheet
from framework_qda.ui.printing.pdf import write_pdf
from framework_qda.ui.printing.setting import set_pages
from framework_qda.ui.printing.setup import PageSetup

ROWS = 1000


def main() -> None:
    app = QGuiApplication([])
    whole = matrix_sheet(make_grid(), Composer(Printable()))
    bands = tuple(band for band in whole.bands if band.first < ROWS)
    sheet = replace(whole, rows=whole.rows[:ROWS], bands=bands)
    made = []
    setting = seconds(lambda: made.append(set_pages("Study", [sheet], PageSetup("A3"), app.font())))
    with tempfile.TemporaryDirectory() as folder:
        writing = seconds(lambda: write_pdf(made[0], Path(folder) / "pages.pdf"))
    print(f"{made[0].count} pages of {len(sheet.rows)} rows")
    report_limit("set on pages", setting, 10)
    report_limit("written as PDF", writing, 30)


if __name__ == "__main__":
    main()
