"""What was done in the sample study, by whom and when, after its set-up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from framework_qda.model import CellState, ExtractStage, QuotationStage

from .hours import HOLIDAYS, WorkingTime, in_hours
from .sources import SEED, SYNTHESIS, Sources, Table

STAGES: dict[ExtractStage, tuple[date, int]] = {
    ExtractStage.TRANSCRIBED: (date(2012, 9, 3), 25),
    ExtractStage.VERIFIED: (date(2012, 9, 24), 12),
    ExtractStage.CLEARED: (date(2012, 10, 15), 6),
    ExtractStage.USED: (date(2012, 11, 5), 9),
}
"""The stages of an extract after it was marked: when the work began, and how many minutes one takes."""
PRINTING: dict[QuotationStage, tuple[date, int]] = {
    QuotationStage.EDITED: (date(2012, 10, 22), 11),
    QuotationStage.CLEARED: (date(2012, 10, 29), 7),
    QuotationStage.USED: (date(2012, 11, 12), 4),
}
"""The stages of a quotation in the same way."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that an analyst did at a time; `name` is that of a method of the desk that does it.

    `source` is the table of the file that it comes from, `interview` the code of the interview that it belongs to.
    """

    at: datetime
    part: str
    name: str
    interview: str = ""
    source: Table = field(default_factory=dict)


def plan_work(sources: Sources) -> list[Step]:
    """Return everything that is done after the set-up, in the order of its dates.

    An area is charted once the notes of all its interviews, and of the areas before it, are in.
    """
    hours = {analyst["part"]: WorkingTime() for analyst in sources.study["analyst"]}
    random = Random(SEED)
    steps: list[Step] = []
    charted: list[list[Step]] = []
    notes_are_in = date.min
    for case_study in sources.study["case_study"]:
        interviews = list(_codes_with_dates(case_study))
        steps += [step for code, held_on in interviews for step in _plan_imports(sources, code, held_on)]
        notes_are_in = max(notes_are_in, *(held_on for _, held_on in interviews))
        for part in ("first", "second"):
            hours[part].begin(notes_are_in + timedelta(days=7))
        charted.append([step for code, _ in interviews for step in _plan_charting(sources, code, hours, random)])
    steps += [step for area in charted for step in area]
    steps += _plan_reviews(charted, hours["lead"])
    steps += _plan_stages(sources, hours)
    steps += _plan_quotations(sources, hours)
    steps += _plan_comments(sources)
    steps += _plan_reading(sources)
    return sorted(steps, key=lambda step: step.at)


def _codes_with_dates(case_study: Table) -> Iterator[tuple[str, date]]:
    for organisation in case_study["organisation"]:
        for interview in organisation["interview"]:
            yield interview["code"], date.fromisoformat(interview["date"])


def _charted_by(sources: Sources, code: str) -> str:
    return str(sources.charting.get(code, {"analyst": "first"})["analyst"])


def _plan_imports(sources: Sources, code: str, held_on: date) -> Iterator[Step]:
    """Plan when notes are brought in, three days after the interview, and what its other files name a day for."""
    part = _charted_by(sources, code)
    if code in sources.notes:
        brought_in = in_hours(datetime.combine(held_on + timedelta(days=3), time(16, 10, tzinfo=UTC)))
        yield Step(brought_in, part, "import_notes", code)
    for name, files in (("import_notes", sources.documents), ("add_recording", sources.recordings)):
        for source in files.get(code, ()):
            at = datetime.combine(date.fromisoformat(source["brought_in"]), time(16, 20, tzinfo=UTC))
            yield Step(at, part, name, code, source)


def _plan_charting(sources: Sources, code: str, hours: Mapping[str, WorkingTime], random: Random) -> Iterator[Step]:
    """Plan the cells of an interview, those that are written from the others last."""
    part = _charted_by(sources, code)
    cells = sources.charting[code]["cell"] if code in sources.charting else ()
    for cell in sorted(cells, key=lambda cell: cell["subtopic"] in SYNTHESIS):
        if cell["state"] != CellState.NOT_CHARTED:
            done = hours[part].work(3 + 5 * len(cell.get("statement", ())) + random.randrange(7))
            yield Step(done, part, "chart", code, cell)
            if "revised_at" in cell:
                revised = moment_of(cell["revised_at"])
                yield Step(revised, part, "revise", code, cell)
                if cell["state"] == CellState.REVIEWED:
                    # Words that change must be read again: the lead does so on the next working day.
                    yield Step(_next_working_day(revised), "lead", "review", code, cell)


def _next_working_day(moment: datetime) -> datetime:
    later = moment + timedelta(days=1)
    while later.weekday() > 4 or later.date() in HOLIDAYS:
        later += timedelta(days=1)
    return later


def _plan_reviews(charted: Iterable[Sequence[Step]], lead: WorkingTime) -> Iterator[Step]:
    """Plan when the lead goes through what is reviewed: some days after the last cell of an area was charted."""
    for area in filter(None, charted):
        lead.begin(max(step.at for step in area if step.name == "chart").date() + timedelta(days=10))
        for step in area:
            if step.name == "chart" and step.source["state"] == CellState.REVIEWED:
                yield Step(lead.work(4), "lead", "review", step.interview, step.source)


def _plan_stages(sources: Sources, hours: Mapping[str, WorkingTime]) -> Iterator[Step]:
    """Plan the way of extracts into print: transcribed by who charted, verified by the other, the rest by the lead."""
    ways = list(ExtractStage)
    for stage, (day, minutes) in STAGES.items():
        _begin(hours.values(), day)
        for (code, words), reached in sorted(sources.stages.items()):
            if ways.index(reached) >= ways.index(stage):
                part = _who_takes_on(stage, sources.charting[code]["analyst"])
                yield Step(hours[part].work(minutes), part, "take_on", code, {"words": words, "stage": stage})


def _begin(hours: Iterable[WorkingTime], day: date) -> None:
    for analyst in hours:
        analyst.begin(day)


def _who_takes_on(stage: ExtractStage, charted_by: str) -> str:
    if stage == ExtractStage.TRANSCRIBED:
        return charted_by
    if stage == ExtractStage.VERIFIED:
        return "second" if charted_by == "first" else "first"
    return "lead"


def _plan_quotations(sources: Sources, hours: Mapping[str, WorkingTime]) -> Iterator[Step]:
    """Plan the way of quotations into print: edited by who charted the interview, the rest by the lead."""
    ways = list(QuotationStage)
    for stage, (day, minutes) in PRINTING.items():
        _begin(hours.values(), day)
        for quotation in sources.quotations:
            if ways.index(QuotationStage(quotation["stage"])) >= ways.index(stage):
                code = quotation["interview"]
                is_new = stage == QuotationStage.EDITED
                part = sources.charting[code]["analyst"] if is_new else "lead"
                name = "edit_quotation" if is_new else "pass_quotation"
                yield Step(hours[part].work(minutes), part, name, code, {"quotation": quotation, "stage": stage})


def _plan_comments(sources: Sources) -> Iterator[Step]:
    """Plan remarks, replies and what settles them, each at the time that its source names."""
    for comment in sources.comments:
        code = comment["interview"]
        yield Step(moment_of(comment["at"]), comment["by"], "comment", code, comment)
        for reply in comment.get("reply", ()):
            yield Step(moment_of(reply["at"]), reply["by"], "reply", code, {"comment": comment, "reply": reply})
        if "settled" in comment:
            settled = comment["settled"]
            yield Step(moment_of(settled["at"]), settled["by"], "settle", code, comment)


READING = {
    "tag": "tag",
    "rehome": "set_aside",
    "deviant": "keep_in_view",
    "revision": "redefine",
    "area": "judge",
    "case_study": "conclude",
    "subtopic": "conclude",
}
"""The tables of what was made of the chart, and the step that each row of them is."""


def _plan_reading(sources: Sources) -> Iterator[Step]:
    for table, name in READING.items():
        for source in sources.reading.get(table, ()):
            yield Step(moment_of(source["at"]), source["by"], name, source=source)
            for look in source.get("looked_at", ()):
                again = {**look, "subtopic": source["subtopic"]}
                yield Step(moment_of(look["at"]), look["by"], "look_again", source=again)


def moment_of(text: str) -> datetime:
    """Return the moment that a text such as 2012-02-27T09:20 names."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
