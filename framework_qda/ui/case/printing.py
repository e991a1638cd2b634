"""What the Case desk prints: what stands side by side, the sub-topics that are chosen, the synopsis."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from framework_qda.io.reading_reports import CaseSource as PrintSource
from framework_qda.io.reading_reports import case_report, read_profile
from framework_qda.matrix.synthesis import CASE_STUDY, read_synthesis
from framework_qda.ui.case.looks import FILTER_WORDS
from framework_qda.ui.printing.printout import PrintOptions, Printout
from framework_qda.ui.words import join_words

if TYPE_CHECKING:
    from framework_qda.io.reports import Report
    from framework_qda.project import Reader
    from framework_qda.ui.case.source import CaseSource


def case_printout(reader: Reader, source: CaseSource) -> Printout | None:
    """Return the printout of what is shown; `None` where nothing is."""
    reading, shown = source.chosen(), source.shown
    if not reading.rows or not reading.columns:
        return None
    synopsis = read_synthesis(reader, CASE_STUDY, shown.case_study_id) if shown.is_one_case else None
    made = PrintSource(read_profile(reader), ((reading, synopsis),), _words(source))
    return Printout("case sheet", partial(_make, made))


def _words(source: CaseSource) -> str:
    """Say which sub-topics are shown, if not all."""
    verdicts = [words for verdict, words in FILTER_WORDS.items() if verdict in source.shown.verdicts]
    total, count = source.whole.total_rows, len(source.chosen().rows)
    parts = [f"{count} of {total} sub-topics" if count < total else ""]
    parts += [f"verdict: {join_words(verdicts)}" if verdicts else ""]
    return ", ".join(part for part in parts if part)


def _make(source: PrintSource, options: PrintOptions) -> Report:
    return case_report(source, **options.of_statements)
