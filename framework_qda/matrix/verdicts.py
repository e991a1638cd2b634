"""The verdicts over all case studies: sub-topics down, case studies across."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.pairs import parties
from framework_qda.matrix.within_case import NO_VERDICT, CaseVerdict, sections_of
from framework_qda.model import CaseStudy, Interview, Organisation, PairVerdict, Verdict

if TYPE_CHECKING:
    from collections.abc import Collection

    from framework_qda.matrix.grid import GridColumn, Section
    from framework_qda.project.reader import Reader

NO_PARTNER = CaseVerdict(proposed=PairVerdict.NO_PARTNER)
NOT_JUDGED = CaseVerdict()


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A sub-topic with its verdict in each case study; `counts` how often each verdict was set."""

    subtopic: GridColumn
    verdicts: tuple[CaseVerdict, ...]

    @property
    def counts(self) -> Counter[str]:
        """How often each verdict was set."""
        return Counter(each.verdict for each in self.verdicts if each.verdict)


@dataclass(frozen=True, slots=True)
class VerdictTable:
    """All verdicts. `case_studies` are (id, label) in the project's order, one a place of every row."""

    case_studies: tuple[tuple[str, str], ...] = ()
    rows: tuple[VerdictRow, ...] = ()
    sections: tuple[Section, ...] = ()

    def counts_of(self, place: int) -> Counter[str]:
        """Count the verdicts that were set on the case study at a place."""
        found = (row.verdicts[place].verdict for row in self.rows)
        return Counter(each for each in found if each)


def read_verdict_table(reader: Reader) -> VerdictTable:
    """Return the verdicts on all case studies; of one with a single agency it is proposed that there is no partner."""
    case_studies = reader.all(CaseStudy)
    found = {(each.case_study_id, each.subtopic_id): each for each in reader.all(Verdict)}
    alone = _without_partner(reader)
    outline = framework_outline(reader)
    rows = []
    for subtopic in (column for theme in outline for column in theme.columns):
        judged = []
        for case_study in case_studies:
            known = found.get((case_study.id, subtopic.subtopic_id))
            if known is not None and (known.verdict or known.note):
                judged.append(CaseVerdict(known.verdict, known.note))
            else:
                judged.append(NO_PARTNER if case_study.id in alone else NOT_JUDGED)
        rows.append(VerdictRow(subtopic, tuple(judged)))
    return VerdictTable(tuple((each.id, each.label) for each in case_studies), tuple(rows), sections_of(outline))


def choose_verdicts(table: VerdictTable, theme_id: str = "", verdicts: Collection[str] = ()) -> VerdictTable:
    """Return the table with the sub-topics of one theme only, and with those only that have one of the verdicts."""
    rows: list[VerdictRow] = []
    sections = []
    for section in table.sections:
        if theme_id and section.theme_id != theme_id:
            continue
        of_theme = table.rows[section.first :][: section.count]
        kept = [
            row
            for row in of_theme
            if not verdicts or any((each.verdict or NO_VERDICT) in verdicts for each in row.verdicts)
        ]
        if kept:
            sections.append(replace(section, first=len(rows), count=len(kept)))
            rows += kept
    return replace(table, rows=tuple(rows), sections=tuple(sections))


def count_verdicts(table: VerdictTable) -> Counter[str]:
    """Count the verdicts that were set."""
    return sum((row.counts for row in table.rows), Counter())


def _without_partner(reader: Reader) -> set[str]:
    """Return the case studies with interviews of one agency only."""
    kinds = {each.id: each.kind for each in reader.all(Organisation)}
    held: dict[str, list[str]] = {}
    for interview in reader.all(Interview):
        held.setdefault(interview.case_study_id or "", []).append(kinds.get(interview.organisation_id or "", ""))
    return {case_study_id for case_study_id, found in held.items() if len(parties(found)) == 1}
