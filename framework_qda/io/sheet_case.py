"""A case study as a sheet: its interviews side by side, all sub-topics below each other, verdicts and synopsis."""

from collections.abc import Iterator, Sequence

from framework_qda.io.runs import Composer, Run, RunKind
from framework_qda.io.sheet import Runs, Sheet, SheetBand, SheetCell, SheetColumn, SheetRow, SheetSection, strong
from framework_qda.io.sheet_matrix import row_words
from framework_qda.matrix.grid import GridCell
from framework_qda.matrix.pairs import VERDICT_SIGNS, VERDICT_WORDS, participation
from framework_qda.matrix.synthesis import SynthesisReading
from framework_qda.matrix.within_case import CasePart, CaseReading, CaseRow, CaseVerdict
from framework_qda.model import CellState
from framework_qda.text.numbers import count_phrase

VERDICT = "Verdict"
_LETTERS, _VERDICT_LETTERS = 300.0, 110.0


def case_sheet(
    reading: CaseReading, composer: Composer, synopsis: SynthesisReading | None = None, words: str = ""
) -> Sheet:
    """Return the sheet of what stands side by side; `words` says which sub-topics are shown, if not all.

    Verdicts that nobody has set are left out, and so is their column where there are none.
    """
    text = composer.text
    judged = [_is_judged(reading, place) for place in range(len(reading.parts))]
    return Sheet(
        title=text(reading.label),
        subtitle=text(" · ".join(filter(None, [*_facts(reading), words]))),
        intro=_synopsis(synopsis, composer),
        head="Sub-topic",
        head_letters=17,
        columns=tuple(_columns(reading, judged, composer)),
        rows=tuple(_row(row, reading, judged, composer) for row in reading.rows),
        bands=tuple(SheetBand(text(each.heading), "", each.first, each.count) for each in reading.sections),
        sections=tuple(_sections(reading, judged, composer)) if len(reading.parts) > 1 else (),
    )


def verdict_runs(verdict: CaseVerdict, composer: Composer) -> Runs:
    """Return a verdict that was set, with its sign, and its note below it."""
    words = VERDICT_WORDS.get(verdict.verdict, verdict.verdict.replace("_", " "))
    label = f"{VERDICT_SIGNS.get(verdict.verdict, '')} {words}".strip()
    note = composer.text(verdict.note.strip())
    return (*strong(label), *([Run(RunKind.PLAIN, f"\n{note}" if label else note)] if note else []))


def synthesis_runs(synthesis: SynthesisReading, composer: Composer) -> tuple[Runs, ...]:
    """Return the statements of a synopsis or a synthesis, a paragraph each."""
    return tuple(tuple(runs) for each in synthesis.statements if (runs := composer.add([], [each])))


def _synopsis(synopsis: SynthesisReading | None, composer: Composer) -> tuple[Runs, ...]:
    paragraphs = synthesis_runs(synopsis, composer) if synopsis else ()
    return (strong("Synopsis"), *paragraphs) if paragraphs else ()


def _facts(reading: CaseReading) -> list[str]:
    """Return what is known of one case study; of several that stand side by side, nothing."""
    if len(reading.parts) != 1:
        return []
    part = reading.parts[0]
    return [*part.facts, count_phrase(part.count, "interview"), participation(part.agencies)]


def _is_judged(reading: CaseReading, place: int) -> bool:
    return any(row.verdicts[place].verdict or row.verdicts[place].note for row in reading.rows)


def _columns(reading: CaseReading, judged: Sequence[bool], composer: Composer) -> Iterator[SheetColumn]:
    for part, has_verdicts in zip(reading.parts, judged, strict=True):
        for row in reading.columns[part.first : part.first + part.count]:
            yield SheetColumn(strong(composer.text(row.code or "–"), composer.text(row_words(row))), _LETTERS)
        if has_verdicts:
            yield SheetColumn(strong(VERDICT), _VERDICT_LETTERS)


def _sections(reading: CaseReading, judged: Sequence[bool], composer: Composer) -> Iterator[SheetSection]:
    first = 0
    for part, has_verdicts in zip(reading.parts, judged, strict=True):
        count = part.count + has_verdicts
        if count:
            yield SheetSection(composer.text(part.label), first, count)
        first += count


def _row(row: CaseRow, reading: CaseReading, judged: Sequence[bool], composer: Composer) -> SheetRow:
    cells: list[SheetCell] = []
    for part, verdict, has_verdicts in zip(reading.parts, row.verdicts, judged, strict=True):
        cells += _cells(row, part, reading, composer)
        if has_verdicts:
            cells.append(SheetCell(verdict_runs(verdict, composer)))
    label = composer.text(f"{row.subtopic.number} {row.subtopic.label}".strip())
    return SheetRow(strong(label), tuple(cells))


def _cells(row: CaseRow, part: CasePart, reading: CaseReading, composer: Composer) -> Iterator[SheetCell]:
    for place in range(part.first, part.first + part.count):
        cell, source = row.cells[place], (reading.columns[place].interview_id, row.subtopic.subtopic_id)
        yield SheetCell(tuple(composer.runs(cell)), state_of(cell), source)


def state_of(cell: GridCell | None) -> str:
    """Return the state of a cell, also of one that nobody has written in."""
    return str(cell.state if cell else CellState.NOT_CHARTED)
