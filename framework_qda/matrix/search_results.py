"""What a search has found, in the order of the project, and in words where each of it stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from framework_qda.matrix.grid import evidence_label
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.rows import row_order
from framework_qda.model import Analyst, CaseStudy, Document, StatementKind
from framework_qda.project.hits import Hit, HitKind
from framework_qda.project.searching import MOST_HITS
from framework_qda.text.query import find_terms
from framework_qda.text.timecodes import format_timecode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from framework_qda.project.reader import Reader
    from framework_qda.text.query import Term

SECTION_TITLES: Mapping[HitKind, str] = {
    HitKind.NAME: "Names and definitions",
    HitKind.CELL: "Cells",
    HitKind.SYNTHESIS: "Conclusions",
    HitKind.EXTRACT: "Extracts",
    HitKind.COMMENT: "Comments",
    HitKind.NOTES: "Notes",
}
TYPE_WORDS: Mapping[str, str] = {
    "study": "Study",
    "theme": "Theme",
    "subtopic": "Sub-topic",
    "tag": "Tag",
    "case_study": "Case study",
    "organisation": "Organisation",
    "interview": "Interview",
    "informant": "Informant",
    "attribute": "Attribute",
    "document": "Document",
    "recording": "Recording",
    "analyst": "Analyst",
    "synthesis": "Synthesis",
    "verdict": "Verdict",
    "revision": "Revision",
    "quotation": "Quotation",
    "extract": "Extract",
    "cell": "Cell",
    "paragraph": "Notes",
    "comment": "Comment",
}
_IN_FRAMEWORK: Mapping[str, str] = {
    "theme": "Title and description of a theme",
    "subtopic": "Name and definition of a sub-topic",
    "tag": "Tag of a sub-topic",
}
"""What is called and described on the Framework desk."""
_TYPE_ORDER = {name: place for place, name in enumerate(TYPE_WORDS)}
STATEMENT_WORDS: Mapping[str, str] = {StatementKind.OWN_WORDS: "own words", StatementKind.NOTE: "analyst’s note"}
_NOUNS: Mapping[HitKind, tuple[str, str]] = {
    HitKind.NAME: ("entry", "entries"),
    HitKind.CELL: ("statement", "statements"),
    HitKind.SYNTHESIS: ("text", "texts"),
    HitKind.EXTRACT: ("extract", "extracts"),
    HitKind.COMMENT: ("comment", "comments"),
    HitKind.NOTES: ("paragraph", "paragraphs"),
}
_NAMES_AMONG_ALL = 4
"""Names are many and short; among results of all kinds the likeliest will do."""
_MOST_RANKED = 1000
_BEFORE, _LONGEST = 70, 700
"""How many characters of a text are shown before the first lit word, and altogether."""


class Group(NamedTuple):
    """To whom neighbouring results belong: an interview with who spoke and its area, or a type of name."""

    title: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """What interviews, sub-topics and documents are called, and their order."""

    rows: Mapping[str, tuple[int, Group]] = field(default_factory=dict)
    columns: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    documents: Mapping[str, int] = field(default_factory=dict)
    case_studies: Mapping[str, str] = field(default_factory=dict)
    analysts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """What was found of one kind; `is_cut` says that there is more than is given."""

    kind: HitKind
    hits: tuple[Hit, ...]
    is_cut: bool = False
    interviews: int = 0
    left_out: int = 0
    """How many of what was found stand only among those of their kind."""

    @property
    def count(self) -> int:
        """Count what was found."""
        return len(self.hits) + self.left_out

    def among_all(self) -> Section:
        """Return as much of it as is shown among results of all kinds."""
        kept = _NAMES_AMONG_ALL if self.kind == HitKind.NAME else len(self.hits)
        return replace(self, hits=self.hits[:kept], left_out=max(0, len(self.hits) - kept))

    @property
    def count_words(self) -> str:
        """Say how much was found: `34 statements in 12 interviews`."""
        count = self.count
        words = f"{'more than ' if self.is_cut else ''}{count:,} {_NOUNS[self.kind][count != 1]}"
        if self.interviews and self.kind not in (HitKind.NAME, HitKind.SYNTHESIS):
            words += f" in {self.interviews:,} interview{'s' * (self.interviews != 1)}"
        return words


class Passage(NamedTuple):
    """A text, or the part of it around the words that were looked for, and where they stand in it."""

    text: str
    lit: tuple[tuple[int, int], ...]


def read_places(reader: Reader) -> Places:
    """Read what everything is called."""
    order = row_order(reader)
    bands = {row.interview_id: band.label for band in order.bands for row in order.rows[band.first :][: band.count]}
    rows = {}
    for place, row in enumerate(order.rows):
        who = ", ".join(part for part in (*row.roles, row.organisation_kind) if part)
        subtitle = " · ".join(part for part in (bands.get(row.interview_id, ""), who) if part)
        rows[row.interview_id] = (place, Group(row.code or "Interview", subtitle))
    columns = [column for theme in framework_outline(reader) for column in theme.columns]
    numbers: dict[str, int] = {}
    documents = {}
    for document in reader.all(Document):
        numbers[document.interview_id] = numbers.get(document.interview_id, 0) + 1
        documents[document.id] = numbers[document.interview_id]
    return Places(
        rows,
        {each.subtopic_id: (place, f"{each.number} {each.label}".strip()) for place, each in enumerate(columns)},
        documents,
        {each.id: each.label for each in reader.all(CaseStudy)},
        {each.id: each.initials or each.name for each in reader.all(Analyst)},
    )


def arrange_hits(kind: HitKind, hits: Sequence[Hit], places: Places, terms: Sequence[Term] = ()) -> Section:
    """Put what was found of one kind in order: interviews as their rows stand, cells as their columns do.

    Names come type by type, those first that are called so, not only described so.
    """
    kept = hits[:MOST_HITS]
    last = len(places.rows)
    is_named = kind in (HitKind.NAME, HitKind.SYNTHESIS)
    areas = {case_study_id: place for place, case_study_id in enumerate(places.case_studies)}

    def key(hit: Hit) -> tuple[int, ...]:
        row = places.rows[hit.interview_id][0] if hit.interview_id in places.rows else last
        within = places.columns[hit.within][0] if hit.within in places.columns else places.documents.get(hit.within, 0)
        if is_named:
            # They have fallen numbers in the order in which they were gathered.
            area = areas.get(hit.target_id, len(areas))
            return _farness(hit, terms), _TYPE_ORDER.get(hit.detail, 0), row, area, within, -hit.n
        return row, within, hit.number, hit.n

    interviews = len({hit.interview_id for hit in kept if hit.interview_id})
    terms = terms if len(kept) <= _MOST_RANKED else ()
    return Section(kind, tuple(sorted(kept, key=key)), len(hits) > len(kept), interviews)


def _farness(hit: Hit, terms: Sequence[Term]) -> int:
    """Return 0 for what is called as somebody has typed, 1 for a name with the words in it, 2 for a description."""
    if hit.kind != HitKind.NAME:
        return 0
    name = hit.text.split("\n", 1)[0]
    lit = find_terms(name, terms)
    lit_letters = sum(end - start for start, end in lit)
    return 2 if not lit else int(lit_letters < len(name.replace(" ", "")))


def group_of(hit: Hit, places: Places) -> Group:
    """Return to whom a result belongs."""
    if hit.detail == "synthesis" and hit.target_type == "case_study":
        return Group("Synopsis")
    if hit.kind == HitKind.NAME and hit.detail in _IN_FRAMEWORK:
        return Group("Framework", _IN_FRAMEWORK[hit.detail])
    if hit.kind in (HitKind.NAME, HitKind.SYNTHESIS):
        return Group(TYPE_WORDS.get(hit.detail, ""))
    if hit.interview_id in places.rows:
        return places.rows[hit.interview_id][1]
    name = places.case_studies.get(hit.target_id) or places.columns.get(hit.target_id, (0, ""))[1]
    return Group(TYPE_WORDS.get(hit.target_type, ""), name)


def where_of(hit: Hit, places: Places) -> str:
    """Say where in its interview, or of what, a result stands: `2.3 Backup systems`, `¶14 · 0:23:10 · R`."""
    return " · ".join(part for part in _WHERE[hit.kind](hit, places) if part)


def passage_of(hit: Hit, terms: Sequence[Term]) -> Passage:
    """Return as much of a result's text as is worth showing, with the words lit that were looked for."""
    text = " — ".join(line.strip() for line in hit.text.split("\n") if line.strip())
    lit = find_terms(text, terms)
    start = _start_before(text, lit[0][0]) if lit else 0
    shown = text[start : start + _LONGEST]
    dots = "…" if start else ""
    shift = len(dots) - start
    inside = tuple((first + shift, end + shift) for first, end in lit if end <= start + len(shown))
    return Passage(dots + shown, inside)


def _start_before(text: str, place: int) -> int:
    """Return where to begin so that a place is seen early: at a word, or at the beginning if that is near."""
    if place <= 2 * _BEFORE:
        return 0
    blank = text.find(" ", place - _BEFORE, place)
    return place if blank < 0 else blank + 1


def _where_name(hit: Hit, places: Places) -> Sequence[str]:
    row = places.rows.get(hit.interview_id, (0, Group("")))[1]
    if hit.target_type == "interview":
        return (row.subtitle,)
    column = places.columns.get(hit.within, (0, ""))[1]
    area = row.subtitle.split(" · ", 1)[0] if row.title else ""
    return (column.split(" ", 1)[0] if hit.target_type == "subtopic" else column, row.title, area)


def _where_synthesis(hit: Hit, places: Places) -> Sequence[str]:
    return places.case_studies.get(hit.target_id, ""), places.columns.get(hit.within, (0, ""))[1]


def _where_cell(hit: Hit, places: Places) -> Sequence[str]:
    return places.columns.get(hit.within, (0, ""))[1], STATEMENT_WORDS.get(hit.detail, "")


def _where_extract(hit: Hit, _places: Places) -> Sequence[str]:
    time = "" if hit.start_ms is None else format_timecode(hit.start_ms)
    return ("quotation",) if hit.detail == "quotation" else (time, hit.detail)


def _where_comment(hit: Hit, places: Places) -> Sequence[str]:
    column = places.columns.get(hit.within, (0, ""))[1]
    subject = column or TYPE_WORDS.get(hit.target_type, "").lower()
    return (" on ".join(part for part in (places.analysts.get(hit.detail, ""), subject) if part),)


def _where_notes(hit: Hit, places: Places) -> Sequence[str]:
    return evidence_label(hit.number, hit.start_ms, places.documents.get(hit.within, 1)), hit.detail


_WHERE: Mapping[HitKind, Callable[[Hit, Places], Sequence[str]]] = {
    HitKind.NAME: _where_name,
    HitKind.CELL: _where_cell,
    HitKind.SYNTHESIS: _where_synthesis,
    HitKind.EXTRACT: _where_extract,
    HitKind.COMMENT: _where_comment,
    HitKind.NOTES: _where_notes,
}
