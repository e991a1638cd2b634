"""The bank of quotations: starred extracts as they are printed, grouped for a reader.

By theme, an extract stands in full under the first sub-topic, in the framework's order, that rests on it; under
the others a pointer leads to its number. So every quotation is counted once and no sub-topic looks poorer than
it is. In the public profile the order of quotations, like their attribution, tells nothing of who spoke.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from framework_qda.matrix.build import evidence_refs
from framework_qda.matrix.grid import EvidenceRef, GridColumn
from framework_qda.matrix.outline import ThemeOutline, framework_outline
from framework_qda.matrix.rows import RowOrder, neutral_labels, row_order
from framework_qda.model import Anchor, CaseStudy, Extract, Informant, Interview
from framework_qda.project.reader import ParagraphPlace, Reader
from framework_qda.quotes.attribution import build_attributions
from framework_qda.quotes.consent import quotable
from framework_qda.quotes.disclosure import find_telling
from framework_qda.quotes.style import print_quotation

GroupBy: TypeAlias = Literal["theme", "case_study"]

UNLINKED = "Not linked to a sub-topic"
"""The heading over starred extracts that no cell rests on."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation as printed, marks included. Its id is that of its (first) extract; `number` counts from 1.

    `references` say where it stands (`I09 · ¶14 · 0:23:10`, with roles); they are empty in the public profile.
    """

    id: str
    extract_ids: tuple[str, ...]
    text: str
    attribution: str
    references: tuple[str, ...] = ()
    number: int = 0
    interview_id: str = ""
    subtopic_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """A quotation that also belongs here but is printed elsewhere, under the heading given."""

    number: int
    heading: str


@dataclass(frozen=True, slots=True)
class QuoteSubsection:
    """What is printed under one heading of the second order; the heading may be empty."""

    heading: str
    quotations: tuple[Quotation, ...]
    also: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteSection:
    """What is printed under one heading of the first order."""

    heading: str
    subsections: tuple[QuoteSubsection, ...]

    @property
    def count(self) -> int:
        """How many quotations the section prints."""
        return sum(len(subsection.quotations) for subsection in self.subsections)


@dataclass(frozen=True, slots=True)
class QuoteBank:
    """All quotations in their sections. `warnings` are sentences on words that may tell who spoke."""

    sections: tuple[QuoteSection, ...]
    group_by: GroupBy = "theme"
    is_public: bool = True
    template: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many quotations the bank prints, each counted once."""
        return sum(section.count for section in self.sections)

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """All quotations in the order of their numbers."""
        return tuple(each for section in self.sections for part in section.subsections for each in part.quotations)


def build_bank(reader: Reader, *, group_by: GroupBy = "theme", is_public: bool = True) -> QuoteBank:
    """Return the starred extracts as quotations in sections and sub-sections, numbered through.

    The public profile shows neither areas, codes, roles nor references. Raises ExportError if the study's
    attribution template cannot be used in the profile.
    """
    attributions = build_attributions(reader, is_public=is_public)
    marked = [extract for extract in reader.all(Extract) if extract.is_starred and extract.text.strip()]
    starred, silent = quotable(reader, marked)
    outlines = framework_outline(reader)
    order = row_order(reader)
    uses = _uses(reader, outlines, {extract.id for extract in starred})
    references = evidence_refs(reader, starred)
    places = reader.paragraph_places({anchor.paragraph_id for each in starred for anchor in each.anchors})
    where = _Where(reader, order) if not is_public else None
    marks = reader.study().quotation_marks
    quotations = [
        Quotation(
            id=extract.id,
            extract_ids=(extract.id,),
            text=print_quotation(_joined_text(extract, places), marks),
            attribution=attributions.of(extract.interview_id),
            references=(where.describe(extract.interview_id, references[extract.id]),) if where else (),
            interview_id=extract.interview_id,
            subtopic_ids=uses.get(extract.id, ()),
        )
        for extract in starred
    ]
    quotations.sort(key=_public_key if is_public else _internal_key(order, references))
    if group_by == "theme":
        parts = _parts_by_theme(quotations, outlines)
    else:
        parts = _parts_by_case_study(quotations, outlines, _band_headings(order, is_public=is_public))
    headings = {column.subtopic_id: _heading(column) for outline in outlines for column in outline.columns}
    bank = QuoteBank(_number(parts, headings), group_by, is_public, attributions.template)
    return replace(bank, warnings=(*silent, *(_disclosures(reader, bank) if is_public else ())))


def _uses(reader: Reader, outlines: Iterable[ThemeOutline], wanted: set[str]) -> dict[str, tuple[str, ...]]:
    """Return for each extract the sub-topics that rest on it, in the framework's order."""
    subtopic_ids = [column.subtopic_id for outline in outlines for column in outline.columns]
    found: dict[str, set[str]] = {}
    for cell in reader.cells_of_subtopics(subtopic_ids):
        for statement in cell.content:
            for extract_id in wanted.intersection(statement.evidence):
                found.setdefault(extract_id, set()).add(cell.subtopic_id)
    return {key: tuple(each for each in subtopic_ids if each in used) for key, used in found.items()}


def _joined_text(extract: Extract, places: Mapping[str, ParagraphPlace]) -> str:
    """Return the words of an extract, with an omission wherever its passages do not follow on one another."""
    if extract.text != "\n".join(anchor.exact for anchor in extract.anchors):
        return extract.text  # transcribed or edited since: its own joins stand
    text = ""
    for place, anchor in enumerate(extract.anchors):
        if place:
            text += "\n" if _follows(extract.anchors[place - 1], anchor, places) else " … "
        text += anchor.exact.strip()
    return text


def _follows(one: Anchor, next_one: Anchor, places: Mapping[str, ParagraphPlace]) -> bool:
    """Say whether one passage ends its paragraph and the other begins the next paragraph of the same notes."""
    here, there = places.get(one.paragraph_id), places.get(next_one.paragraph_id)
    if here is None or there is None or one.after.strip() or next_one.before.strip():
        return False
    return here.document_id == there.document_id and here.number + 1 == there.number


# -- the order of quotations


def _public_key(quotation: Quotation) -> tuple[str, ...]:
    # Neither the order of areas nor who spoke twice shows: within one attribution a digest decides.
    return quotation.attribution.casefold(), hashlib.sha256(quotation.id.encode()).hexdigest()


def _internal_key(order: RowOrder, references: Mapping[str, EvidenceRef]) -> Callable[[Quotation], tuple[object, ...]]:
    places = {row.interview_id: place for place, row in enumerate(order.rows)}

    def key(quotation: Quotation) -> tuple[object, ...]:
        reference = references[quotation.id]
        number = reference.paragraph_number
        lost = number is None
        return (places.get(quotation.interview_id, 0), lost, reference.document_number, number or 0, quotation.id)

    return key


# -- the sections


@dataclass(frozen=True, slots=True)
class _Part:
    """What a sub-section will hold: what it prints, and what it only points to."""

    heading: str
    printed: list[Quotation]
    again: list[Quotation]


_Parts: TypeAlias = list[tuple[str, list[_Part]]]


def _parts_by_theme(quotations: list[Quotation], outlines: Iterable[ThemeOutline]) -> _Parts:
    first: dict[str, list[Quotation]] = {}
    again: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        for place, subtopic_id in enumerate(quotation.subtopic_ids):
            (again if place else first).setdefault(subtopic_id, []).append(quotation)
    sections = [
        (
            outline.heading,
            [
                _Part(_heading(column), first.get(column.subtopic_id, []), again.get(column.subtopic_id, []))
                for column in outline.columns
            ],
        )
        for outline in outlines
    ]
    loose = [quotation for quotation in quotations if not quotation.subtopic_ids]
    return [*sections, (UNLINKED, [_Part("", loose, [])])]


def _parts_by_case_study(
    quotations: list[Quotation], outlines: Iterable[ThemeOutline], bands: Mapping[str, tuple[str, str]]
) -> _Parts:
    themes = {column.subtopic_id: outline.heading for outline in outlines for column in outline.columns}
    groups: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        groups.setdefault(bands[quotation.interview_id][0], []).append(quotation)
    sections: _Parts = []
    for key, heading in dict(bands.values()).items():
        parts: dict[str, list[Quotation]] = {outline.heading: [] for outline in outlines}
        for quotation in groups.get(key, ()):
            parts.setdefault(themes[quotation.subtopic_ids[0]] if quotation.subtopic_ids else UNLINKED, []).append(
                quotation
            )
        sections.append((heading, [_Part(name, found, []) for name, found in parts.items()]))
    return sections


def _number(sections: _Parts, headings: Mapping[str, str]) -> tuple[QuoteSection, ...]:
    """Number the quotations through and leave out what is empty."""
    printed = (each for _, parts in sections for part in parts for each in part.printed)
    numbers = {quotation.id: number for number, quotation in enumerate(printed, 1)}

    def subsection(part: _Part) -> QuoteSubsection:
        pointers = [Pointer(numbers[each.id], headings[each.subtopic_ids[0]]) for each in part.again]
        return QuoteSubsection(
            part.heading,
            tuple(replace(each, number=numbers[each.id]) for each in part.printed),
            tuple(sorted(pointers, key=lambda pointer: pointer.number)),
        )

    found = (
        QuoteSection(heading, tuple(subsection(part) for part in parts if part.printed or part.again))
        for heading, parts in sections
    )
    return tuple(section for section in found if section.subsections)


def _heading(column: GridColumn) -> str:
    return f"{column.number} {column.label}".strip()


def _band_headings(order: RowOrder, *, is_public: bool) -> dict[str, tuple[str, str]]:
    """Return for each interview its case study's key and heading, the case studies in the order of printing."""
    labels = {band.case_study_id: band.label for band in order.bands}
    if is_public:
        labels = neutral_labels(labels)
    case_studies = {row.interview_id: row.case_study_id for row in order.rows}
    return {
        interview_id: (key or "", label)
        for key, label in labels.items()
        for interview_id, case_study_id in case_studies.items()
        if case_study_id == key
    }


# -- what each profile says or must not say


class _Where:
    """Say of an extract where it stands and who spoke: the internal profile only."""

    def __init__(self, reader: Reader, order: RowOrder) -> None:
        self._rows = {row.interview_id: row for row in order.rows}
        self._labels: dict[str | None, str] = {
            band.case_study_id: band.label for band in order.bands if band.case_study_id
        }
        self._informants: dict[str, list[str]] = {}
        for informant in reader.all(Informant):
            words = " ".join(word for word in (informant.code, informant.role) if word)
            self._informants.setdefault(informant.interview_id, []).append(words)

    def describe(self, interview_id: str, reference: EvidenceRef) -> str:
        row = self._rows[interview_id]
        people = ", ".join(each for each in self._informants.get(interview_id, ()) if each)
        parts = (self._labels.get(row.case_study_id), row.code, people, reference.label)
        return " · ".join(part for part in parts if part)


def _disclosures(reader: Reader, bank: QuoteBank) -> Iterable[str]:
    """Yield a sentence for each quotation whose own words name an area, a code or the speaker's role."""
    everywhere = [each.label for each in reader.all(CaseStudy)]
    everywhere += [each.code for each in reader.all(Interview)]
    own: dict[str, list[str]] = {}
    for informant in reader.all(Informant):
        own.setdefault(informant.interview_id, []).append(informant.role)
        everywhere.append(informant.code)
    common = find_telling(everywhere)
    for quotation in bank.quotations:
        found = {
            word
            for finder in (common, find_telling(own.get(quotation.interview_id, ())))
            if finder
            for word in finder.findall(quotation.text)
        }
        if found:
            words = ", ".join(f"“{word}”" for word in sorted(found))
            yield f"Quotation {quotation.number} holds {words} in its own words: read it before it leaves the project."
