"""The figures of the method as sentences for a report, and as lines of a table."""

from collections.abc import Iterable, Iterator
from datetime import date

from framework_qda.matrix.grid import STATE_WORDS
from framework_qda.matrix.methods import ChartFigures, KindFigures, LengthFigures, MethodsFigures
from framework_qda.model import CellState
from framework_qda.text.dates import month_words
from framework_qda.text.numbers import count_phrase, hours_words, list_words, number_word, plural

DID_NOT = "did not participate"


def methods_text(figures: MethodsFigures) -> tuple[str, ...]:
    """Return paragraphs that can be pasted into a report: sample, interviews, material, analysis."""
    paragraphs = (_sample(figures), _interviews(figures), _material(figures), _analysis(figures))
    return tuple(" ".join(sentences) for each in paragraphs if (sentences := list(each)))


def methods_lines(figures: MethodsFigures) -> tuple[tuple[str, str], ...]:
    """Return the same figures as lines of a table: what, and how many."""
    chart, lengths = figures.chart, figures.lengths
    lines: list[tuple[str, str]] = [("Case studies", f"{figures.case_studies:,}")]
    lines += [(f"… with interviews in {_kinds_heard(key)}", f"{n:,}") for key, n in figures.coverage.items()]
    lines += [("Organisations that took part", f"{_took_part(figures):,}"), *_kind_lines(figures.kinds)]
    lines += [("Interviews", f"{figures.interviews:,}"), ("… with several informants", f"{figures.joint:,}")]
    lines += [(f"… {mode}", f"{n:,}") for mode, n in figures.modes.items()]
    if lengths is not None:
        lines += [(f"… of {_band(band)} minutes", f"{n:,}") for band, n in lengths.bands.items()]
        lines += [
            ("Length in minutes, shortest to longest", f"{lengths.least}–{lengths.most}"),
            ("Length in minutes, median", f"{lengths.middle:g}"),
            ("Length of all interviews together", hours_words(lengths.total)),
        ]
    lines += [("Informants", f"{figures.informants:,}")]
    lines += [(f"Documents: {kind}", f"{n:,}") for kind, n in figures.documents.items()]
    lines += [("Words of notes", f"{figures.note_words:,}")]
    lines += [("Recordings kept with the project", f"{figures.recordings:,}")]
    lines += [("Themes", f"{chart.themes:,}"), ("Sub-topics", f"{chart.subtopics:,}"), ("Cells", f"{chart.cells:,}")]
    lines += [(f"… {STATE_WORDS[state]}", f"{n:,}") for state, n in chart.states.items() if n]
    lines += [("Statements charted", f"{chart.statements:,}"), ("Words charted", f"{chart.words:,}")]
    lines += [("Extracts", f"{figures.extracts:,}"), ("… marked for quotation", f"{figures.starred:,}")]
    lines += [("Quotations edited for print", f"{figures.quotations:,}"), ("Analysts", f"{figures.analysts:,}")]
    return tuple(lines)


def _kind_lines(kinds: Iterable[KindFigures]) -> Iterator[tuple[str, str]]:
    for kind in kinds:
        yield f"… {plural(kind.kind)}", f"{kind.took_part:,}"
        yield f"… interviews in {plural(kind.kind)}", f"{kind.interviews:,}"
        yield f"… informants in {plural(kind.kind)}", f"{kind.informants:,}"
        if kind.declined:
            yield f"… {plural(kind.kind)} that {DID_NOT}", f"{kind.declined:,}"


def _took_part(figures: MethodsFigures) -> int:
    return figures.organisations - sum(kind.declined for kind in figures.kinds)


# -- paragraphs


def _sample(figures: MethodsFigures) -> Iterator[str]:
    if not figures.interviews:
        return
    who = f" with {count_phrase(figures.informants, 'informant')}" if figures.informants else ""
    where = f" in {count_phrase(figures.case_studies, 'case study')}" if figures.case_studies else ""
    yield f"The study rests on {count_phrase(figures.interviews, 'interview')}{who}{where}{_period(figures)}."
    shared = [(key, count) for key, count in figures.coverage.items() if len(figures.kinds) > 1]
    if shared:
        parts = [f"in {number_word(count)} of them {_heard(key, len(figures.kinds))}" for key, count in shared]
        yield f"{_capital('; '.join(parts))}."
    taking = [count_phrase(kind.took_part, kind.kind) for kind in figures.kinds if kind.took_part]
    if taking:
        yield f"The organisations that took part were {list_words(taking)}."
    declined = [count_phrase(kind.declined, kind.kind) for kind in figures.kinds if kind.declined]
    if declined:
        yield f"Organisations that were approached and {DID_NOT}: {list_words(declined)}."
    spoken = [
        f"{count_phrase(kind.informants, 'informant')} in {count_phrase(kind.interviews, 'interview')} "
        f"spoke for {plural(kind.kind)}"
        for kind in figures.kinds
        if kind.informants
    ]
    if spoken:
        yield f"Of those interviewed, {list_words(spoken)}."


def _interviews(figures: MethodsFigures) -> Iterator[str]:
    if figures.joint:
        yield f"In {count_phrase(figures.joint, 'interview')} several informants spoke together."
    if figures.modes:
        parts = [f"{mode} in {number_word(count)}" for mode, count in figures.modes.items()]
        missing = figures.interviews - sum(figures.modes.values())
        parts += [f"not recorded in {number_word(missing)}"] if missing else []
        yield f"The mode of interview was {list_words(parts)}."
    if figures.lengths is not None:
        yield from _length_sentences(figures.lengths, figures.interviews)


def _length_sentences(lengths: LengthFigures, interviews: int) -> Iterator[str]:
    known = "" if lengths.known == interviews else f" (known of {number_word(lengths.known)})"
    if lengths.known == 1:
        yield f"The length{known} was {hours_words(lengths.total)}."
        return
    yield (
        f"They lasted from {lengths.least} to {lengths.most} minutes{known}, with a median of {lengths.middle:g} "
        f"minutes, and {hours_words(lengths.total)} in all."
    )
    parts = [f"{number_word(count)} of {_band(band)} minutes" for band, count in lengths.bands.items()]
    if len(parts) > 1:
        yield f"By length there were {list_words(parts)}."


def _material(figures: MethodsFigures) -> Iterator[str]:
    total = sum(figures.documents.values())
    if total:
        kinds = [f"{number_word(count)} of {kind}" for kind, count in figures.documents.items()]
        which = f" ({list_words(kinds)})" if len(kinds) > 1 else ""
        words = count_phrase(figures.note_words, "word")
        yield f"The material comprises {count_phrase(total, 'document')}{which} with {words} in all."
    if figures.recordings:
        length = f", {hours_words(max(1, round(figures.recorded_ms / 60_000)))} in all" if figures.recorded_ms else ""
        yield f"Kept with the project: {count_phrase(figures.recordings, 'recording')}{length}."


def _analysis(figures: MethodsFigures) -> Iterator[str]:
    chart = figures.chart
    if not chart.subtopics:
        return
    matrices = "one matrix" if chart.themes == 1 else f"{number_word(chart.themes)} matrices"
    yield (
        f"The analytical framework has {count_phrase(chart.subtopics, 'sub-topic')} under "
        f"{count_phrase(chart.themes, 'theme')}; with a row for each interview, this makes {matrices} of "
        f"{count_phrase(chart.cells, 'cell')} in all."
    )
    if not chart.cells:
        return
    yield from _cells(chart)
    if figures.extracts:
        starred = f", {number_word(figures.starred)} of them marked for quotation" if figures.starred else ""
        yield f"The statements rest on {count_phrase(figures.extracts, 'extract')} from the material{starred}."
    if figures.quotations:
        yield f"Edited for print: {count_phrase(figures.quotations, 'quotation')}."
    if figures.analysts:
        yield f"The project was worked on by {count_phrase(figures.analysts, 'analyst')}."


def _cells(chart: ChartFigures) -> Iterator[str]:
    yield f"Of these, {number_word(chart.charted)} are charted{_accepted(chart)}."
    if chart.reasons:
        parts = [f"{STATE_WORDS[state]}: {number_word(count)}" for state, count in chart.reasons.items()]
        yield f"Empty for a reason: {count_phrase(sum(chart.reasons.values()), 'cell')} ({'; '.join(parts)})."
    open_states = (CellState.SENT_BACK, CellState.IN_PROGRESS, CellState.NOT_CHARTED)
    left = [f"{number_word(chart.states[state])} {STATE_WORDS[state]}" for state in open_states if chart.states[state]]
    if left:
        yield f"Still to be done: {list_words(left)}."
    if chart.statements:
        yield f"The charts hold {count_phrase(chart.statements, 'statement')} with {count_phrase(chart.words, 'word')}."


def _accepted(chart: ChartFigures) -> str:
    """Say how many cells were accepted, and never that a second person read what none has read."""
    second, again = chart.read_by_second, chart.states[CellState.REVIEWED] - chart.read_by_second
    parts = [
        f"{number_word(second)} of them accepted by a second person" if second else "",
        f"{number_word(again)} of them accepted by the same analyst on a second reading" if again else "",
    ]
    return "".join(f", {part}" for part in parts if part)


# -- words


def _kinds_heard(kinds: tuple[str, ...]) -> str:
    return list_words([plural(kind) for kind in kinds])


def _heard(kinds: tuple[str, ...], known: int) -> str:
    which = "both " if len(kinds) == known == 2 else ""
    alone = "only " if len(kinds) < known else ""
    return f"{alone}people from {which}{_kinds_heard(kinds)} were interviewed"


def _band(band: tuple[int, int | None]) -> str:
    low, high = band
    if high is None:
        return f"over {low}"
    return f"{low + 1} to {high}" if low else f"up to {high}"


def _period(figures: MethodsFigures) -> str:
    first, last = _month(figures.first_date), _month(figures.last_date)
    if not first or not last:
        return ""
    if first == last:
        return f", held in {first}"
    month, _, year = first.rpartition(" ")
    same_year = year == last.rpartition(" ")[2] and month
    return f", held between {month if same_year else first} and {last}"


def _month(day: str) -> str:
    """Write a day, or a month, as `February 2012`; a year alone stays one, anything else is not known."""
    try:
        found = date.fromisoformat(f"{day}-01" if len(day) == 7 else day)
    except ValueError:
        return day if len(day) == 4 and day.isdecimal() else ""
    return month_words(found)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
