"""Where a result leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.remark_counts import shown_beside
from framework_qda.matrix.remarks import remarked_place
from framework_qda.matrix.spelling import WordPlace
from framework_qda.project.hits import HitKind
from framework_qda.text.query import find_terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.project.hits import Hit
    from framework_qda.text.query import Term
    from framework_qda.ui.desk import Desk


def open_hit(desk: Desk, hit: Hit, terms: Sequence[Term]) -> None:
    """Ask for the place of a result: the word in the cell or the notes, the passage, the record."""
    start, end = next(iter(find_terms(hit.text, terms)), (0, 0))
    if hit.kind == HitKind.CELL:
        place = WordPlace("", hit.interview_id, hit.within, statement_id=hit.target_id, start=start, end=end)
        desk.word_requested.emit(place)
    elif hit.kind == HitKind.NOTES:
        desk.word_requested.emit(WordPlace("", hit.interview_id, paragraph_id=hit.target_id, start=start, end=end))
    elif hit.kind == HitKind.COMMENT and (cell := remarked_place(desk.project.read, hit.target_type, hit.target_id)):
        desk.remarks_requested.emit(*cell, hit.comment_id)
    else:
        _open_target(desk, hit)


def _open_target(desk: Desk, hit: Hit) -> None:
    if hit.kind == HitKind.COMMENT and shown_beside(desk.project.read, hit.target_type, hit.target_id):
        desk.record_requested.emit("remark", hit.comment_id)
        return
    match hit.target_type:
        case "extract":
            desk.passage_requested.emit(hit.interview_id, hit.target_id)
        case "paragraph":
            desk.word_requested.emit(WordPlace("", hit.interview_id, paragraph_id=hit.target_id))
        case "cell":
            desk.cell_requested.emit(hit.interview_id, hit.within)
        case "document" | "recording":
            desk.record_requested.emit("interview", hit.interview_id)
        case "verdict":
            desk.record_requested.emit("synopsis", hit.target_id)
        case "case_study" | "subtopic" if hit.kind == HitKind.SYNTHESIS:
            desk.record_requested.emit("synopsis" if hit.target_type == "case_study" else "conclusion", hit.target_id)
        case "tag":
            desk.record_requested.emit("subtopic", hit.within)
        case _:
            desk.record_requested.emit(hit.target_type, hit.target_id)
