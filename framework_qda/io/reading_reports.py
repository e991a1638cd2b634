"""Case studies, as they are read across, as reports of sheets; and the verdicts over all of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from framework_qda.errors import ExportError
from framework_qda.io.disclosing import find_in_sheets
from framework_qda.io.printable import Printable
from framework_qda.io.reports import Report, write_report
from framework_qda.io.runs import Composer
from framework_qda.io.sheet_case import case_sheet
from framework_qda.io.sheet_verdicts import verdict_sheets
from framework_qda.matrix.grid import GridRow
from framework_qda.matrix.neutral import (
    NeutralNames,
    neutral_cell,
    neutral_column,
    neutral_sections,
    read_neutral_names,
)
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.synthesis import CASE_STUDY, SUBTOPIC, CellLink, SynthesisReading, read_synthesis
from framework_qda.matrix.verdicts import VerdictTable, read_verdict_table
from framework_qda.matrix.within_case import CasePart, CaseReading, CaseVerdict, read_case
from framework_qda.model import CaseStudy, Interview, Study
from framework_qda.project.reader import Reader
from framework_qda.quotes.consent import unquoted_rows, withdrawn_rows


@dataclass(frozen=True, slots=True)
class Profile:
    """What a version for others needs to know of the whole project: neutral names, consent, numbers."""

    study: Study
    names: NeutralNames
    interviews: tuple[Interview, ...]
    numbers: Mapping[str, str]
    """The number of each sub-topic."""

    def title(self, *, is_public: bool) -> str:
        """Return the title of the study, to others with neutral names."""
        return self.names.put_into(self.study.title) if is_public else self.study.title

    def warnings(self, shown: Iterable[str], *, is_public: bool) -> list[str]:
        """Return sentences on the consent of the interviews that are shown."""
        ids = set(shown)
        own = [each for each in self.interviews if each.id in ids]
        return [*withdrawn_rows(own), *(unquoted_rows(own) if is_public else ())]


def read_profile(reader: Reader) -> Profile:
    """Read what any report of readings needs."""
    numbers = {each.subtopic_id: each.number for theme in framework_outline(reader) for each in theme.columns}
    return Profile(reader.study(), read_neutral_names(reader), tuple(reader.all(Interview)), numbers)


@dataclass(frozen=True, slots=True)
class CaseSource:
    """What case sheets are made of, read once: each reading with its synopsis, if it has one."""

    profile: Profile
    readings: tuple[tuple[CaseReading, SynthesisReading | None], ...]
    words: str = ""


def case_source(reader: Reader) -> CaseSource:
    """Read all case studies. Raise ExportError where there is none."""
    readings = [
        (read_case(reader, each.id), read_synthesis(reader, CASE_STUDY, each.id)) for each in reader.all(CaseStudy)
    ]
    if not readings:
        raise ExportError("There is no case study yet, so there are no case sheets. Nothing was written.")
    return CaseSource(read_profile(reader), tuple(readings))


def case_report(
    source: CaseSource,
    *,
    is_public: bool = False,
    has_notes: bool = True,
    has_references: bool = True,
    has_tags: bool = False,
) -> Report:
    """Return a sheet for each reading. The public ones have neutral names, and come in the order of these."""
    profile, printable = source.profile, Printable()
    composer = Composer(printable, has_notes, has_references, profile.study.quotation_marks, has_tags=has_tags)
    readings: Sequence[tuple[CaseReading, SynthesisReading | None]] = source.readings
    if is_public:
        neutral = [(_neutral_case(each, profile.names), neutral_synthesis(own, profile)) for each, own in readings]
        readings = sorted(neutral, key=lambda each: (len(each[0].label), each[0].label))
    sheets = [case_sheet(reading, composer, synopsis, source.words) for reading, synopsis in readings]
    shown = {column.interview_id for reading, _ in readings for column in reading.columns}
    warnings = profile.warnings(shown, is_public=is_public)
    warnings += find_in_sheets(sheets, profile.names) if is_public else []
    title = printable(profile.title(is_public=is_public)).strip()
    return Report(title, tuple(sheets), (*warnings, *printable.warnings()))


def _neutral_case(reading: CaseReading, names: NeutralNames) -> CaseReading:
    """Return a reading without areas, codes, roles and facts."""
    codes = names.codes
    columns = [replace(each, code=codes.get(each.interview_id, ""), roles=(), facts=None) for each in reading.columns]
    parts = [
        replace(
            part,
            label=_neutral_label(part, columns, names),
            facts=(),
        )
        for part in reading.parts
    ]
    rows = [
        replace(
            row,
            subtopic=neutral_column(row.subtopic, names),
            cells=tuple(cell and neutral_cell(cell, names) for cell in row.cells),
            verdicts=tuple(_neutral_verdict(each, names) for each in row.verdicts),
        )
        for row in reading.rows
    ]
    sections = neutral_sections(reading.sections, names)
    return replace(reading, columns=tuple(columns), parts=tuple(parts), rows=tuple(rows), sections=sections)


def _neutral_label(part: CasePart, columns: Sequence[GridRow], names: NeutralNames) -> str:
    """Return the neutral label of a case study, or the neutral codes of interviews that were chosen."""
    if part.case_study_id:
        return names.labels[part.case_study_id]
    return ", ".join(column.code for column in columns[part.first : part.first + part.count])


def neutral_synthesis(synthesis: SynthesisReading | None, profile: Profile) -> SynthesisReading | None:
    """Return a synthesis whose words and references have neutral names; without its heading."""
    if synthesis is None:
        return None
    own = synthesis.subject_id if synthesis.subject_type == SUBTOPIC else ""
    statements = [
        replace(
            each,
            text=profile.names.put_into(each.text),
            evidence=tuple(_neutral_link(link, profile, own) for link in each.evidence),
        )
        for each in synthesis.statements
    ]
    return replace(synthesis, heading="", statements=tuple(statements))


def _neutral_link(link: CellLink, profile: Profile, own: str) -> CellLink:
    """Return a link under a label made anew, of which nothing is taken from the old one."""
    code = profile.names.codes.get(link.interview_id, "?")
    number = profile.numbers.get(link.subtopic_id, "") if link.subtopic_id != own else ""
    return replace(link, label=f"{code} {number}".strip())


@dataclass(frozen=True, slots=True)
class VerdictSource:
    """What the table of verdicts is made of, read once."""

    profile: Profile
    table: VerdictTable


def verdict_source(reader: Reader) -> VerdictSource:
    """Read all verdicts. Raise ExportError where none was set yet."""
    table = read_verdict_table(reader)
    if not any(each.verdict or each.note for row in table.rows for each in row.verdicts):
        raise ExportError("No verdict has been set yet. Set them on the Case desk; nothing was written.")
    return VerdictSource(read_profile(reader), table)


def verdict_table(source: VerdictSource, *, is_public: bool = False) -> VerdictTable:
    """Return the table with real or with neutral names; neutral ones come in their own order."""
    table = source.table
    if not is_public:
        return table
    names = source.profile.names
    labels = names.labels
    named = [(key, labels[key]) for key, _ in table.case_studies]
    order = sorted(range(len(named)), key=lambda place: (len(named[place][1]), named[place][1]))
    rows = tuple(
        replace(
            row,
            subtopic=neutral_column(row.subtopic, names),
            verdicts=tuple(_neutral_verdict(row.verdicts[place], names) for place in order),
        )
        for row in table.rows
    )
    sections = neutral_sections(table.sections, names)
    return replace(table, case_studies=tuple(named[place] for place in order), rows=rows, sections=sections)


def _neutral_verdict(verdict: CaseVerdict, names: NeutralNames) -> CaseVerdict:
    return replace(verdict, note=names.put_into(verdict.note))


def verdict_report(source: VerdictSource, *, is_public: bool = False) -> Report:
    """Return the table of verdicts and the notes on them as sheets."""
    printable = Printable()
    title = printable(source.profile.title(is_public=is_public)).strip()
    sheets = verdict_sheets(verdict_table(source, is_public=is_public), Composer(printable), title)
    found = find_in_sheets(sheets, source.profile.names) if is_public else []
    return Report(title, sheets, (*found, *printable.warnings()))


def write_verdicts(source: VerdictSource, path: Path, *, is_public: bool = False) -> list[str]:
    """Write verdicts as a workbook, or in one of the formats of reports; return what must be looked at."""
    report = verdict_report(source, is_public=is_public)
    if path.suffix.lower() != ".xlsx":
        return write_report(report, path)
    # Excel is loaded only where a workbook is written.
    from framework_qda.io.xlsx_verdicts import export_verdicts

    table = verdict_table(source, is_public=is_public)
    export_verdicts(table, source.profile.title(is_public=is_public), path, Printable())
    return list(report.warnings)
