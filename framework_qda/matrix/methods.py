"""The figures of the method: how many were interviewed, how long, and what was made of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from framework_qda.matrix.grid import STATE_WORDS
from framework_qda.matrix.outline import framework_outline
from framework_qda.model import (
    EMPTY_REASONS,
    Analyst,
    CaseStudy,
    Cell,
    CellState,
    Document,
    Extract,
    Informant,
    Interview,
    Organisation,
    Paragraph,
    Quotation,
    Recording,
)
from framework_qda.project.reader import Reader

BAND_LIMITS = (15, 30, 45, 60, 75, 90, 120)
"""Minutes up to which interviews are counted together."""


@dataclass(frozen=True, slots=True)
class KindFigures:
    """The organisations of one kind, who spoke from them, and in how many interviews."""

    kind: str
    took_part: int
    declined: int
    interviews: int
    informants: int


@dataclass(frozen=True, slots=True)
class LengthFigures:
    """The lengths of interviews in minutes; `bands` maps (over, up to) to a count, `None` for no limit."""

    known: int
    total: int
    least: int
    most: int
    middle: float
    bands: Mapping[tuple[int, int | None], int]


@dataclass(frozen=True, slots=True)
class ChartFigures:
    """What stands in the matrices; `states` counts the cells of each state, in the order of `STATE_WORDS`."""

    themes: int
    subtopics: int
    cells: int
    states: Mapping[str, int]
    statements: int
    words: int
    read_by_second: int = 0
    """How many of the accepted cells were accepted by another than whoever charted them."""

    @property
    def charted(self) -> int:
        """How many cells are charted, accepted ones among them."""
        return self.states[CellState.CHARTED] + self.states[CellState.REVIEWED]

    @property
    def reasons(self) -> Mapping[str, int]:
        """How many cells are empty for each reason that occurs."""
        return {state: self.states[state] for state in EMPTY_REASONS if self.states[state]}


@dataclass(frozen=True, slots=True)
class MethodsFigures:
    """All figures of a study's method. `coverage` maps kinds of organisation, together, to how many case studies."""

    interviews: int
    informants: int
    joint: int
    case_studies: int
    organisations: int
    kinds: tuple[KindFigures, ...]
    coverage: Mapping[tuple[str, ...], int]
    modes: Mapping[str, int]
    first_date: str
    last_date: str
    lengths: LengthFigures | None
    documents: Mapping[str, int]
    note_words: int
    recordings: int
    recorded_ms: int
    chart: ChartFigures
    extracts: int
    starred: int
    quotations: int
    analysts: int


def methods_figures(reader: Reader) -> MethodsFigures:
    """Count what a report says of its method. Only what is there is counted; a mode that is not given is left out."""
    interviews = reader.all(Interview)
    informants = Counter(each.interview_id for each in reader.all(Informant))
    organisations = reader.all(Organisation)
    extracts = reader.all(Extract)
    recordings = reader.all(Recording)
    dates = sorted(each.date for each in interviews if each.date)
    return MethodsFigures(
        interviews=len(interviews),
        informants=sum(informants.values()),
        joint=sum(1 for count in informants.values() if count > 1),
        case_studies=len(reader.all(CaseStudy)),
        organisations=len(organisations),
        kinds=_kinds(organisations, interviews, informants),
        coverage=_coverage(organisations, interviews),
        modes=_counted(each.mode for each in interviews),
        first_date=dates[0] if dates else "",
        last_date=dates[-1] if dates else "",
        lengths=_lengths([each.minutes for each in interviews if each.minutes]),
        documents=_counted(each.kind for each in reader.all(Document)),
        note_words=sum(len(each.text.split()) for each in reader.all(Paragraph)),
        recordings=len(recordings),
        recorded_ms=sum(each.length_ms or 0 for each in recordings),
        chart=_chart(reader, len(interviews)),
        extracts=len(extracts),
        starred=sum(1 for each in extracts if each.is_starred),
        quotations=len(reader.all(Quotation)),
        analysts=len(reader.all(Analyst)),
    )


def _counted(values: Iterable[str]) -> dict[str, int]:
    """Count values, the most frequent first; empty ones are left out."""
    return dict(Counter(value.strip() for value in values if value.strip()).most_common())


def _kinds(
    organisations: Sequence[Organisation], interviews: Sequence[Interview], informants: Mapping[str, int]
) -> tuple[KindFigures, ...]:
    kind_of = {each.id: each.kind for each in organisations}
    active = {each.organisation_id for each in interviews}

    def figures(kind: str) -> KindFigures:
        own = [each for each in organisations if each.kind == kind]
        declined = sum(1 for each in own if not each.took_part and each.id not in active)
        held = [each for each in interviews if kind_of.get(each.organisation_id or "") == kind]
        return KindFigures(
            kind, len(own) - declined, declined, len(held), sum(informants.get(each.id, 0) for each in held)
        )

    return tuple(figures(kind) for kind in dict.fromkeys(each.kind for each in organisations if each.kind))


def _coverage(organisations: Sequence[Organisation], interviews: Sequence[Interview]) -> dict[tuple[str, ...], int]:
    """Count the case studies by the kinds of organisation that were interviewed in them; most kinds first."""
    kinds = tuple(dict.fromkeys(each.kind for each in organisations if each.kind))
    kind_of = {each.id: each.kind for each in organisations}
    heard: dict[str, set[str]] = {}
    for interview in interviews:
        if interview.case_study_id and interview.organisation_id in kind_of:
            heard.setdefault(interview.case_study_id, set()).add(kind_of[interview.organisation_id])
    found = Counter(tuple(kind for kind in kinds if kind in there) for there in heard.values())
    return {key: found[key] for key in sorted(found, key=lambda key: (-len(key), -found[key], key)) if key}


def _lengths(minutes: Sequence[int]) -> LengthFigures | None:
    if not minutes:
        return None
    bands: dict[tuple[int, int | None], int] = {}
    for low, high in zip((0, *BAND_LIMITS), (*BAND_LIMITS, None), strict=True):
        count = sum(1 for each in minutes if low < each and (high is None or each <= high))
        if count:
            bands[low, high] = count
    return LengthFigures(len(minutes), sum(minutes), min(minutes), max(minutes), median(minutes), bands)


def _chart(reader: Reader, interviews: int) -> ChartFigures:
    outline = framework_outline(reader)
    columns = {column.subtopic_id for theme in outline for column in theme.columns}
    cells = [cell for cell in reader.all(Cell) if cell.subtopic_id in columns]
    found = Counter(cell.state for cell in cells)
    accepted = [cell.id for cell in cells if cell.state == CellState.REVIEWED]
    total = interviews * len(columns)
    found[CellState.NOT_CHARTED] += total - len(cells)
    return ChartFigures(
        themes=len(outline),
        subtopics=len(columns),
        cells=total,
        states={state: found[state] for state in STATE_WORDS},
        statements=sum(len(cell.content) for cell in cells),
        words=sum(len(statement.text.split()) for cell in cells for statement in cell.content),
        read_by_second=sum(hands.are_two for hands in reader.hands(accepted).values()),
    )
