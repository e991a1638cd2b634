"""What the Case desk says where there is no table to show, and the first step that it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.ui.widgets.notice_page import Notice

if TYPE_CHECKING:
    from framework_qda.matrix.within_case import CaseReading

NO_CASE_STUDIES = Notice(
    "No case studies yet",
    "A case study is an area or a site. Its interviews stand here side by side, sub-topic by sub-topic, "
    "so that you read what its agencies say together.",
    "Add case studies",
    "interviews",
)
NO_INTERVIEWS = Notice(
    "No interviews in this case study yet",
    "Every interview of the case study becomes a column here. Its synopsis can be written all the same.",
    "Add interviews",
    "interviews",
)
NO_SUBTOPICS = Notice(
    "No sub-topics yet",
    "Every sub-topic of the framework becomes a row here, under its theme.",
    "Set up the framework",
    "framework",
)
NO_MATCH = Notice(
    "No sub-topic has such a verdict",
    "All cells are still there; what you asked for above leaves every sub-topic out.",
    "Show all sub-topics",
    "clear",
)


def notice_for(whole: CaseReading, shown: CaseReading) -> Notice | None:
    """Return what to say instead of showing a table, or `None` where there is one to show."""
    if not whole.parts:
        return NO_CASE_STUDIES
    if not whole.columns:
        return NO_INTERVIEWS
    if not whole.total_rows:
        return NO_SUBTOPICS
    return None if shown.rows else NO_MATCH
