"""What the Case desk says of what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.pairs import participation
from framework_qda.matrix.within_case import count_case
from framework_qda.ui.case.looks import VERDICT_LOOKS
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from framework_qda.matrix.within_case import CasePart, CaseReading
    from framework_qda.ui.case.model import CaseModel, Index


def facts_of(part: CasePart) -> list[str]:
    """Return what is known of a case study: its attributes, how many interviews, who took part."""
    facts = [*part.facts, count_words(part.count, "interview"), participation(part.agencies)]
    return [fact for fact in facts if fact]


def progress_words(reading: CaseReading) -> str:
    """Write `Area 4: 41 of 69 charted · 8 agree · 5 differ`; nothing where there is nothing to chart."""
    counted = count_case(reading)
    if not counted.total:
        return ""
    verdicts = [
        f"{counted.verdicts[verdict]} {look.words}"
        for verdict, look in VERDICT_LOOKS.items()
        if counted.verdicts[verdict]
    ]
    return " · ".join((f"{reading.label}: {counted.charted:,} of {counted.total:,} charted", *verdicts))


def place_parts(model: CaseModel, index: Index) -> list[str]:
    """Return case study, interview and sub-topic of a place, as far as it has them."""
    row = model.row_at(index.row()) if index.isValid() else None
    if row is None:
        return []
    column, part = model.columns[index.column()], model.part_at(index.column())
    code = model.reading.columns[column.number].code if column.number >= 0 else ""
    label = part.label if part.case_study_id else ""
    return [each for each in (label, code, f"{row.subtopic.number} {row.subtopic.label}") if each]
