"""The bank of quotations: what is quoted, as it is printed, grouped for a reader.

By theme, a quotation stands in full under the first sub-topic, in the framework's order, that rests on its first
extract; under the others a pointer leads to its number. So every quotation is counted once and no sub-topic looks
poorer than it is. In the public profile the order of quotations, like their attribution, tells nothing of who spoke.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from framework_qda.errors import ExportError
from framework_qda.matrix.grid import GridColumn
from framework_qda.matrix.neutral import neutral_outline, read_neutral_names
from framework_qda.matrix.outline import ThemeOutline, framework_outline
from framework_qda.matrix.rows import RowOrder, row_order
from framework_qda.model import Notice, NoticeKind, NoticePlace
from framework_qda.project.reader import Reader
from framework_qda.quotes.disclosure import find_disclosures
from framework_qda.quotes.printed import PrintedQuotation, print_all

GroupBy: TypeAlias = Literal["theme", "case_study"]

FAULTS = NoticeKind("place of a quotation is not as it was said", "places of quotations are not as they were said")
UNLINKED = "Not linked to a sub-topic"
"""The heading over quotations whose extracts no cell rests on."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A quotation that also belongs here but is printed elsewhere, under the heading given."""

    number: int
    heading: str


@dataclass(frozen=True, slots=True)
class QuoteSubsection:
    """What is printed under one heading of the second order; the heading may be empty."""

    heading: str
    quotations: tuple[PrintedQuotation, ...]
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
    """All quotations in their sections. `warnings` are sentences on what to look at before it is passed on."""

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
    def quotations(self) -> tuple[PrintedQuotation, ...]:
        """All quotations in the order of their numbers."""
        return tuple(each for section in self.sections for part in section.subsections for each in part.quotations)


def build_bank(reader: Reader, *, group_by: GroupBy = "theme", is_public: bool = True) -> QuoteBank:
    """Return everything that is quoted in sections and sub-sections, numbered through.

    That is quotations, and starred extracts that are in none. The public profile shows neither areas, codes, roles
    nor references. Raises ExportError if the study's attribution template cannot be used in the profile.
    """
    printed = print_all(reader, is_public=is_public)
    names = read_neutral_names(reader)
    outlines = framework_outline(reader)
    if is_public:
        outlines = neutral_outline(outlines, names)
    if group_by == "theme":
        parts = _parts_by_theme(printed.quotations, outlines)
    else:
        bands = _band_headings(row_order(reader), names.labels if is_public else {})
        parts = _parts_by_case_study(printed.quotations, outlines, bands)
    headings = {column.subtopic_id: _heading(column) for outline in outlines for column in outline.columns}
    bank = QuoteBank(_number(parts, headings), group_by, is_public, printed.template)
    told = [
        *_unattributed(bank.quotations, printed.template),
        *_faults(bank.quotations),
        *(find_disclosures(reader, bank.quotations) if is_public else ()),
    ]
    return replace(bank, warnings=(*printed.warnings, *told))


def missing_attributions(reader: Reader, *, is_public: bool = True) -> str:
    """Say how many quotations would be printed without an attribution, or why none can be; nothing if all is well."""
    try:
        printed = print_all(reader, is_public=is_public)
    except ExportError as error:
        return str(error)
    return " ".join(_unattributed(printed.quotations, printed.template))


def _unattributed(quotations: Collection[PrintedQuotation], template: str) -> Iterator[str]:
    missing = sum(not quotation.attribution for quotation in quotations)
    if missing:
        count = "The quotation has" if len(quotations) == 1 else f"{missing:,} of {len(quotations):,} quotations have"
        yield (
            f"{count} no attribution: the template “{template}” finds nothing there. Record what it names on the "
            "Interviews desk, such as the kind of each organisation, or change it under File, About this study."
        )


def _faults(quotations: Iterable[PrintedQuotation]) -> Iterator[str]:
    for quotation in quotations:
        for fault in quotation.faults:
            place = NoticePlace(quotation.interview_id, quotation.extract_ids[0], is_passage=True)
            yield Notice(f"Quotation {quotation.number} is not as it was said. {fault}", FAULTS, place)


# -- the sections


@dataclass(frozen=True, slots=True)
class _Part:
    """What a sub-section will hold: what it prints, and what it only points to."""

    heading: str
    printed: list[PrintedQuotation]
    again: list[PrintedQuotation]


_Parts: TypeAlias = list[tuple[str, list[_Part]]]


def _parts_by_theme(quotations: list[PrintedQuotation], outlines: Iterable[ThemeOutline]) -> _Parts:
    first: dict[str, list[PrintedQuotation]] = {}
    again: dict[str, list[PrintedQuotation]] = {}
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
    quotations: list[PrintedQuotation], outlines: Iterable[ThemeOutline], bands: Mapping[str, tuple[str, str]]
) -> _Parts:
    themes = {column.subtopic_id: outline.heading for outline in outlines for column in outline.columns}
    groups: dict[str, list[PrintedQuotation]] = {}
    for quotation in quotations:
        groups.setdefault(bands[quotation.interview_id][0], []).append(quotation)
    sections: _Parts = []
    for key, heading in dict(bands.values()).items():
        parts: dict[str, list[PrintedQuotation]] = {outline.heading: [] for outline in outlines}
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


def _band_headings(order: RowOrder, neutral: Mapping[str | None, str]) -> dict[str, tuple[str, str]]:
    """Return for each interview its case study's key and heading, the case studies in the order of printing."""
    labels = neutral or {band.case_study_id: band.label for band in order.bands}
    case_studies = {row.interview_id: row.case_study_id for row in order.rows}
    return {
        interview_id: (key or "", label)
        for key, label in labels.items()
        for interview_id, case_study_id in case_studies.items()
        if case_study_id == key
    }
