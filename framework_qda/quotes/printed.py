"""What a project quotes, as it is printed: quotations edited for print, and starred extracts that are in none."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from framework_qda.matrix.build import evidence_refs
from framework_qda.matrix.grid import EvidenceRef
from framework_qda.matrix.outline import ThemeOutline, framework_outline
from framework_qda.matrix.rows import RowOrder, row_order
from framework_qda.model import Extract, Informant, Quotation
from framework_qda.project.reader import Reader
from framework_qda.quotes.attribution import Attributions, build_attributions
from framework_qda.quotes.consent import quotable
from framework_qda.quotes.disclosure import people_words
from framework_qda.quotes.passages import Passages, read_passages
from framework_qda.quotes.segments import find_faults, print_segments, quoted_ids
from framework_qda.quotes.style import print_quotation
from framework_qda.text.telling import Telling


@dataclass(frozen=True, slots=True)
class PrintedQuotation:
    """One quotation as printed, marks included; `number` counts from 1.

    Its id is that of the quotation, or of a starred extract that nobody has edited. `references` say where its
    parts stand (`I09 · ¶14 · 0:23:10`, with roles); they are empty in the public profile. `subtopic_ids` begin
    with those of its first extract. `faults` are sentences on how it differs from what was said.
    """

    id: str
    extract_ids: tuple[str, ...]
    text: str
    attribution: str
    references: tuple[str, ...] = ()
    number: int = 0
    interview_id: str = ""
    subtopic_ids: tuple[str, ...] = ()
    is_fragment: bool = False
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """All quotations in the order of their profile, and sentences on what was left out or replaced."""

    quotations: list[PrintedQuotation]
    warnings: list[str]
    template: str


def print_all(reader: Reader, *, is_public: bool) -> Printed:
    """Return everything that is quoted. An extract that stands in a quotation is not printed by itself as well.

    Raises ExportError if the study's attribution template cannot be used in the profile.
    """
    attributions = build_attributions(reader, is_public=is_public)
    edited = reader.quotations()
    used = {extract_id for quotation in edited for extract_id in quoted_ids(quotation.segments)}
    extracts = reader.extracts_by_id(used)
    # An extract in a quotation stays out by itself even if that is not printed: its words were edited for a reason.
    starred = [each for each in reader.all(Extract) if each.is_starred and each.text.strip() and each.id not in used]
    passages = read_passages(reader, [*extracts.values(), *starred])
    press = _Press(reader, attributions, passages, is_public=is_public)
    found = [*(press.extract(each) for each in starred), *press.edited(edited)]
    kept, silent = quotable(reader, found)
    kept.sort(key=press.key)
    return Printed(kept, [*silent, *press.warnings], attributions.template)


class _Press:
    """Print quotations and extracts alike, by the profile."""

    def __init__(self, reader: Reader, attributions: Attributions, passages: Passages, *, is_public: bool) -> None:
        order = row_order(reader)
        self._attributions = attributions
        self._passages = passages
        self._uses = _uses(reader, framework_outline(reader), set(passages.extracts))
        self._references = evidence_refs(reader, passages.extracts.values())
        self._where = None if is_public else _Where(reader, order)
        self._telling = Telling(people_words(reader) if is_public else ())
        self._marks = reader.study().quotation_marks
        self.key = _public_key if is_public else _internal_key(order, self._references)
        self.warnings: list[str] = []

    def extract(self, extract: Extract) -> PrintedQuotation:
        """Print an extract that nobody has edited."""
        return PrintedQuotation(
            id=extract.id,
            extract_ids=(extract.id,),
            text=print_quotation(self._passages.texts[extract.id], self._marks),
            attribution=self._attributions.of(extract.interview_id),
            references=self._place((extract.id,)),
            interview_id=extract.interview_id,
            subtopic_ids=self._uses.get(extract.id, ()),
        )

    def edited(self, quotations: Iterable[Quotation]) -> list[PrintedQuotation]:
        """Print quotations, but for those that cannot be; sentences say how many and why."""
        printed: list[PrintedQuotation] = []
        left_out: dict[str, int] = {}
        for quotation in quotations:
            ids = quoted_ids(quotation.segments)
            reason = self._reason_against(ids)
            if reason:
                left_out[reason] = left_out.get(reason, 0) + 1
            else:
                printed.append(self._quotation(quotation, ids))
        self.warnings += [
            f"{'1 quotation was' if count == 1 else f'{count} quotations were'} left out: {reason}."
            for reason, count in left_out.items()
        ]
        return printed

    def _reason_against(self, ids: Collection[str]) -> str:
        found = [self._passages.extracts.get(extract_id) for extract_id in ids]
        interviews = {each.interview_id for each in found if each}
        if not ids:
            return "it has no words of a speaker yet"
        if None in found:
            return "a passage that it is made of has been deleted"
        return "it joins words of several interviews" if len(interviews) > 1 else ""

    def _quotation(self, quotation: Quotation, ids: tuple[str, ...]) -> PrintedQuotation:
        interview_id = self._passages.extracts[ids[0]].interview_id
        return PrintedQuotation(
            id=quotation.id,
            extract_ids=ids,
            text=print_segments(quotation.segments, self._marks),
            attribution=self._attribution(quotation, interview_id),
            references=self._place(ids),
            interview_id=interview_id,
            subtopic_ids=tuple(dict.fromkeys(each for key in ids for each in self._uses.get(key, ()))),
            is_fragment=quotation.is_fragment,
            faults=tuple(find_faults(quotation.segments, self._passages.texts, self._passages.following)),
        )

    def _attribution(self, quotation: Quotation, interview_id: str) -> str:
        """Return a quotation's own attribution, but not to the public if it tells who spoke."""
        own = quotation.attribution.strip()
        if named := self._telling.names_in(own):
            self.warnings.append(
                f"An attribution of its own names “{named[0]}”: that of the template was printed instead."
            )
            own = ""
        return own or self._attributions.of(interview_id)

    def _place(self, ids: Iterable[str]) -> tuple[str, ...]:
        if not self._where:
            return ()
        labels = dict.fromkeys(self._references[extract_id].label for extract_id in ids)
        first, *others = [label for label in labels if label] or [""]
        interview_id = self._passages.extracts[next(iter(ids))].interview_id
        return (self._where.describe(interview_id, first), *others)


def _uses(reader: Reader, outlines: Iterable[ThemeOutline], wanted: set[str]) -> dict[str, tuple[str, ...]]:
    """Return for each extract the sub-topics that rest on it, in the framework's order."""
    subtopic_ids = [column.subtopic_id for outline in outlines for column in outline.columns]
    found: dict[str, set[str]] = {}
    for cell in reader.cells_of_subtopics(subtopic_ids):
        for statement in cell.content:
            for extract_id in wanted.intersection(statement.evidence):
                found.setdefault(extract_id, set()).add(cell.subtopic_id)
    return {key: tuple(each for each in subtopic_ids if each in used) for key, used in found.items()}


# -- the order of quotations


def _public_key(quotation: PrintedQuotation) -> tuple[object, ...]:
    # Neither the order of areas nor who spoke twice shows: within one attribution a digest decides.
    return quotation.attribution.casefold(), hashlib.sha256(quotation.id.encode()).hexdigest()


def _internal_key(
    order: RowOrder, references: Mapping[str, EvidenceRef]
) -> Callable[[PrintedQuotation], tuple[object, ...]]:
    places = {row.interview_id: place for place, row in enumerate(order.rows)}

    def key(quotation: PrintedQuotation) -> tuple[object, ...]:
        reference = references[quotation.extract_ids[0]]
        number = reference.paragraph_number
        lost = number is None
        return (places.get(quotation.interview_id, 0), lost, reference.document_number, number or 0, quotation.id)

    return key


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

    def describe(self, interview_id: str, label: str) -> str:
        row = self._rows[interview_id]
        people = ", ".join(each for each in self._informants.get(interview_id, ()) if each)
        parts = (self._labels.get(row.case_study_id), row.code, people, label)
        return " · ".join(part for part in parts if part)
