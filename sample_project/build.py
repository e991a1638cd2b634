"""Build the sample project from its readable sources, through the program's public interface only.

    python sample_project/build.py DESTINATION.fqda

`study.toml` holds the study, its people, areas, organisations, interviews and their further documents and recordings;
`framework.toml` the themes and sub-topics; `notes/I01.docx` ... the notes; `recordings/` the sound files, which are put
into a folder beside the project; `charting/I01.toml` ... what was charted from them; `stages.toml` how far
extracts have come on their way into print. The project is the same on every build: its clock runs through the year
2012 as the study might have gone, and its ids are drawn from a fixed seed.
"""

import shutil
import sys
import tempfile
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

from framework_qda import create_project, open_project
from framework_qda.errors import ProjectFileError
from framework_qda.io.notes_in import read_notes
from framework_qda.model import (
    Analyst,
    Anchor,
    Attribute,
    CaseStudy,
    CellState,
    Extract,
    ExtractStage,
    Informant,
    Interview,
    Organisation,
    Paragraph,
    Statement,
    Study,
    Subtopic,
    Theme,
)
from framework_qda.project import Project
from framework_qda.project.ids import new_id
from framework_qda.project.recordings import read_sound_file
from framework_qda.text.anchors import make_anchor
from framework_qda.text.timecodes import parse_timecode

HERE = Path(__file__).parent
SEED = 1994
STAR = "* "
RECORDINGS = "Sample recordings"
"""The folder beside the project that its sound files are put into."""
SYNTHESIS = ("1.1", "4.5")
STUDY_BEGAN = datetime(2012, 1, 16, 9, 30, tzinfo=UTC)
HOLIDAYS = frozenset(
    date.fromisoformat(f"2012-{day}") for day in ("04-06", "04-09", "05-07", "06-04", "06-05", "08-27")
)
STAGES: dict[ExtractStage, tuple[date, int]] = {
    ExtractStage.TRANSCRIBED: (date(2012, 9, 3), 25),
    ExtractStage.VERIFIED: (date(2012, 9, 24), 12),
    ExtractStage.CLEARED: (date(2012, 10, 15), 6),
    ExtractStage.USED: (date(2012, 11, 5), 9),
}
"""The stages of an extract after it was marked: when the work began, and how many minutes one takes."""
MORNING, EVENING = time(9, 5, tzinfo=UTC), time(16, 50, tzinfo=UTC)

Table: TypeAlias = Mapping[str, Any]
"""A table of a TOML file."""


class SampleError(ValueError):
    """Say which interview's source does not agree with its notes, and where."""


def build(destination: Path, interviews: Collection[str] | None = None) -> Path:
    """Build the sample at `destination` and return its path.

    The study, its framework and all 28 interviews always stand there; `interviews` limits whose notes and charting
    come in (codes such as "I02"; None: all that there are). Raise ProjectFileError where a file stands already,
    and SampleError where evidence is not in the notes word for word.
    """
    destination = Path(destination)
    _refuse_to_overwrite(destination)
    with tempfile.TemporaryDirectory(dir=destination.parent, prefix=".sample-") as folder:
        unfinished = Path(folder) / destination.name
        sources = read_sources(interviews)
        _copy_recordings(sources, unfinished.parent)
        _build_at(unfinished, sources)
        _refuse_to_overwrite(destination)
        _copy_recordings(sources, destination.parent)
        # Copied, not moved: a copy is told apart when it is opened, so that nobody can undo the study's own history.
        shutil.copyfile(unfinished, destination)
        # Opened once while the other still stands: its place on the disk might otherwise be given to a later copy.
        open_project(destination, backs_up=False).close()
    return destination


def _refuse_to_overwrite(destination: Path) -> None:
    if destination.exists():
        raise ProjectFileError(
            f"“{destination}” exists already and was left as it is. "
            "Choose another name for the sample, or delete that file first."
        )


def _copy_recordings(sources: "Sources", folder: Path) -> None:
    """Put the sound files where the project looks for them; those that are there already stay."""
    for recordings in sources.recordings.values():
        for recording in recordings:
            copy = folder / RECORDINGS / recording["file"]
            copy.parent.mkdir(exist_ok=True)
            if not copy.exists():
                shutil.copyfile(HERE / "recordings" / recording["file"], copy)


def _build_at(path: Path, sources: "Sources") -> None:
    clock, random = StudyClock(), Random(SEED)
    lead = next(analyst for analyst in sources.study["analyst"] if analyst["part"] == "lead")
    with create_project(
        path,
        title=sources.study["study"]["title"],
        analyst_name=lead["name"],
        clock=clock,
        entropy=random.randbytes,
    ) as project:
        desk = SampleDesk(project, sources, clock, random.randbytes)
        with project.bundle():
            desk.set_up()
            for step in plan_work(sources):
                desk.do(step)


# -- the sources


@dataclass(frozen=True, slots=True)
class Sources:
    """What the files of the sample say: `notes`, further `documents`, `recordings` and `charting` by interview code.

    `stages` maps (interview code, words of an extract) to the stage that it has reached.
    """

    study: Table
    themes: Sequence[Table]
    notes: Mapping[str, Path]
    documents: Mapping[str, Sequence[Table]]
    recordings: Mapping[str, Sequence[Table]]
    charting: Mapping[str, Table]
    stages: Mapping[tuple[str, str], ExtractStage]


def read_sources(interviews: Collection[str] | None = None) -> Sources:
    """Read all sources, the notes and charting of some interviews only if they are named."""

    def is_wanted(path: Path) -> bool:
        return interviews is None or path.stem in interviews

    study = _read_toml(HERE / "study.toml")
    return Sources(
        study=study,
        themes=_read_toml(HERE / "framework.toml")["theme"],
        notes={path.stem: path for path in sorted(HERE.glob("notes/I*.docx")) if is_wanted(path)},
        documents=_of_interviews(study, "documents", interviews),
        recordings=_of_interviews(study, "recordings", interviews),
        charting={path.stem: _read_toml(path) for path in sorted(HERE.glob("charting/I*.toml")) if is_wanted(path)},
        stages={
            (code, words): ExtractStage(stage)
            for stage, extracts in _read_toml(HERE / "stages.toml").items()
            for code in sorted(extracts)
            for words in extracts[code]
            if interviews is None or code in interviews
        },
    )


def _of_interviews(study: Table, key: str, interviews: Collection[str] | None) -> dict[str, Sequence[Table]]:
    """Return what stands under a key of the interviews that have it, by their codes."""
    return {
        interview["code"]: interview[key]
        for case_study in study["case_study"]
        for organisation in case_study["organisation"]
        for interview in organisation["interview"]
        if key in interview and (interviews is None or interview["code"] in interviews)
    }


def _read_toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


# -- when the work was done


class StudyClock:
    """The clock of the invented study: it shows what it was set to."""

    def __init__(self) -> None:
        self.now = STUDY_BEGAN

    def __call__(self) -> datetime:
        """Return the time now, in the study."""
        return self.now

    def pass_time(self, **amount: int) -> None:
        """Go forward by so much, as `minutes=4`."""
        self.now += timedelta(**amount)


class WorkingTime:
    """The working hours of one analyst, used up from morning to evening on working days."""

    def __init__(self) -> None:
        self.now = STUDY_BEGAN

    def begin(self, day: date) -> None:
        """Begin on this day, or the working day after it, unless the analyst is busy longer."""
        self.now = _in_hours(max(self.now, datetime.combine(day, MORNING)))

    def work(self, minutes: int) -> datetime:
        """Work so long and return when it was done."""
        self.now = _in_hours(self.now + timedelta(minutes=minutes))
        return self.now


def _in_hours(moment: datetime) -> datetime:
    if moment.timetz() > EVENING:
        moment = datetime.combine(moment.date() + timedelta(days=1), MORNING)
    while moment.weekday() > 4 or moment.date() in HOLIDAYS:
        moment = datetime.combine(moment.date() + timedelta(days=1), MORNING)
    return moment


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that an analyst did at a time: a file brought in, a cell charted or reviewed, an extract taken on.

    `name` is import_notes, add_recording, chart, review, or the stage that the extract with these `words` has reached.
    """

    at: datetime
    part: str
    name: str
    interview: str
    cell: Table | None = None
    words: str = ""
    source: Table | None = None


def plan_work(sources: Sources) -> list[Step]:
    """Return everything that is done after the set-up, in the order of its dates."""
    hours = {analyst["part"]: WorkingTime() for analyst in sources.study["analyst"]}
    random = Random(SEED)
    steps: list[Step] = []
    for case_study in sources.study["case_study"]:
        dated = _codes_with_dates(case_study)
        charted = [step for code, held_on in dated for step in _plan_interview(sources, code, held_on, hours, random)]
        steps += charted
        steps += _plan_review(charted, hours["lead"])
    steps += _plan_stages(sources, hours)
    return sorted(steps, key=lambda step: step.at)


def _codes_with_dates(case_study: Table) -> Iterator[tuple[str, date]]:
    for organisation in case_study["organisation"]:
        for interview in organisation["interview"]:
            yield interview["code"], date.fromisoformat(interview["date"])


def _plan_interview(
    sources: Sources, code: str, held_on: date, hours: Mapping[str, WorkingTime], random: Random
) -> Iterator[Step]:
    charting = sources.charting.get(code, {"analyst": "first", "cell": ()})
    part = charting["analyst"]
    if code in sources.notes:
        brought_in = _in_hours(datetime.combine(held_on + timedelta(days=3), time(16, 10, tzinfo=UTC)))
        yield Step(brought_in, part, "import_notes", code)
    yield from _plan_further_files(sources, code, part)
    hours[part].begin(held_on + timedelta(days=7))
    for cell in sorted(charting["cell"], key=lambda cell: cell["subtopic"] in SYNTHESIS):
        if cell["state"] != CellState.NOT_CHARTED:
            done = hours[part].work(3 + 5 * len(cell.get("statement", ())) + random.randrange(7))
            yield Step(done, part, "chart", code, cell)


def _plan_further_files(sources: Sources, code: str, part: str) -> Iterator[Step]:
    """Plan when further documents and recordings are brought in: in the afternoon of the day that they name."""
    for name, files in (("import_notes", sources.documents), ("add_recording", sources.recordings)):
        for source in files.get(code, ()):
            at = datetime.combine(date.fromisoformat(source["brought_in"]), time(16, 20, tzinfo=UTC))
            yield Step(at, part, name, code, source=source)


def _plan_review(charted: Sequence[Step], lead: WorkingTime) -> Iterator[Step]:
    if charted:
        lead.begin(max(step.at for step in charted).date() + timedelta(days=10))
    for step in charted:
        if step.cell and step.cell["state"] == CellState.REVIEWED:
            yield Step(lead.work(4), "lead", "review", step.interview, step.cell)


def _plan_stages(sources: Sources, hours: Mapping[str, WorkingTime]) -> Iterator[Step]:
    """Plan the way of extracts into print: transcribed by who charted, verified by the other, the rest by the lead."""
    ways = list(ExtractStage)
    for stage, (day, minutes) in STAGES.items():
        for analyst in hours.values():
            analyst.begin(day)
        for (code, words), reached in sorted(sources.stages.items()):
            if ways.index(reached) >= ways.index(stage):
                part = _who_takes_on(stage, sources.charting[code]["analyst"])
                yield Step(hours[part].work(minutes), part, stage, code, words=words)


def _who_takes_on(stage: ExtractStage, charted_by: str) -> str:
    if stage == ExtractStage.TRANSCRIBED:
        return charted_by
    if stage == ExtractStage.VERIFIED:
        return "second" if charted_by == "first" else "first"
    return "lead"


# -- doing it


class SampleDesk:
    """Do in a new project what the sources and the plan say."""

    def __init__(self, project: Project, sources: Sources, clock: StudyClock, entropy: Callable[[int], bytes]) -> None:
        self._project = project
        self._sources = sources
        self._clock = clock
        self._entropy = entropy
        self._analysts: dict[str, str] = {}
        self._attributes: dict[tuple[str, str], str] = {}
        self._interviews: dict[str, str] = {}
        self._subtopics: dict[str, str] = {}
        self._paragraphs: dict[str, list[Paragraph]] = {}
        self._extracts: dict[tuple[str, str], str] = {}

    def set_up(self) -> None:
        """Make the study, its people, framework, areas, organisations and interviews."""
        study = self._sources.study
        self._project.change(Study, self._project.read.study().id, **_without(study["study"], "title"))
        self._add_analysts(study["analyst"])
        self._add_framework()
        for attribute in study["attribute"]:
            choices = tuple(attribute.get("choices", ()))
            self._attributes[attribute["level"], attribute["label"]] = self._add(
                Attribute, **(dict(attribute) | {"choices": choices})
            )
        for case_study in study["case_study"]:
            self._clock.pass_time(minutes=6)
            self._add_case_study(case_study)

    def do(self, step: Step) -> None:
        """Do one step of the plan, as the analyst and at the time that it names."""
        self._clock.now = max(step.at, self._clock.now)
        self._project.analyst_id = self._analysts[step.part]
        if step.words:
            self._take_on(step.interview, step.words, ExtractStage(step.name))
        elif step.name == "add_recording":
            self._add_recording(step.interview, step.source)
        elif step.cell is None:
            self._import_notes(step.interview, step.source)
        elif step.name == "chart":
            self._chart(step.interview, step.cell)
        else:
            self._set_state(step.interview, step.cell, CellState.REVIEWED)

    def _add(self, record_type: type, **values: object) -> str:
        self._clock.pass_time(seconds=20)
        return self._project.add(record_type, **values).new_id

    def _add_analysts(self, analysts: Sequence[Table]) -> None:
        for analyst in analysts:
            values = _without(analyst, "part")
            if analyst["part"] == "lead":
                self._project.change(Analyst, self._project.analyst_id, **values)
                self._analysts["lead"] = self._project.analyst_id
            else:
                self._analysts[analyst["part"]] = self._add(Analyst, **values)

    def _add_framework(self) -> None:
        for number, theme in enumerate(self._sources.themes, 1):
            theme_id = self._add(Theme, title=theme["title"], description=theme["description"])
            for place, subtopic in enumerate(theme["subtopic"], 1):
                self._clock.pass_time(minutes=5)
                self._subtopics[f"{number}.{place}"] = self._add(
                    Subtopic,
                    theme_id=theme_id,
                    label=subtopic["label"],
                    definition=f"{subtopic['definition']}\n\n{subtopic['guidance']}",
                    is_synthesis=subtopic.get("is_synthesis", False),
                )

    def _add_case_study(self, case_study: Table) -> None:
        case_study_id = self._add(CaseStudy, label=case_study["label"], synopsis=case_study["synopsis"])
        self._set_attributes("case_study", case_study_id, case_study["attributes"])
        for organisation in case_study["organisation"]:
            organisation_id = self._add(
                Organisation,
                case_study_id=case_study_id,
                label=organisation["label"],
                kind=organisation["kind"],
                took_part=True,
            )
            self._set_attributes("organisation", organisation_id, organisation.get("attributes", {}))
            for interview in organisation["interview"]:
                self._add_interview(interview, case_study_id, organisation_id)

    def _add_interview(self, interview: Table, case_study_id: str, organisation_id: str) -> None:
        charting = self._sources.charting.get(interview["code"])
        interview_id = self._add(
            Interview,
            case_study_id=case_study_id,
            organisation_id=organisation_id,
            analysts=frozenset([self._analysts[charting["analyst"]]]) if charting else frozenset(),
            **_without(interview, "informants", "documents", "recordings"),
        )
        self._interviews[interview["code"]] = interview_id
        for informant in interview["informants"]:
            informant_id = self._add(
                Informant, interview_id=interview_id, code=informant["code"], role=informant["role"]
            )
            self._set_attributes("informant", informant_id, {"Professional background": informant["background"]})

    def _set_attributes(self, level: str, subject_id: str, values: Mapping[str, str]) -> None:
        for label, value in values.items():
            self._project.set_attribute(self._attributes[level, label], subject_id, value)

    def _import_notes(self, code: str, source: Table | None) -> None:
        """Bring in the notes of an interview, or a further document of it."""
        interview_id = self._interviews[code]
        if source is None:
            notes = read_notes(self._sources.notes[code])
        else:
            notes = replace(read_notes(HERE / "notes" / source["file"]), title=source["title"])
        self._project.import_notes([(interview_id, notes)])
        self._paragraphs[code] = [
            paragraph
            for document in self._project.read.documents(interview_id)
            for paragraph in self._project.read.paragraphs(document.id)
        ]

    def _add_recording(self, code: str, source: Table) -> None:
        path = self._project.path.parent / RECORDINGS / source["file"]
        sound = replace(read_sound_file(path), length_ms=parse_timecode(source["length"]))
        self._project.add_recording(self._interviews[code], path, sound=sound)

    def _chart(self, code: str, cell: Table) -> None:
        """Chart a cell: first its statements, then a link for each piece of evidence."""
        sources = cell.get("statement", ())
        statements = [Statement(new_id(self._entropy), source["kind"], source["text"]) for source in sources]
        state = CellState.CHARTED if cell["state"] == CellState.REVIEWED else CellState(cell["state"])
        place = (self._interviews[code], self._subtopics[cell["subtopic"]])
        self._project.chart(*place, statements, state=state)
        for statement, source in zip(statements, sources, strict=True):
            for words in source.get("evidence", ()):
                self._clock.pass_time(seconds=15)
                anchor = self._anchor(code, cell["subtopic"], words.removeprefix(STAR))
                extract_id = self._project.link(*place, statement.id, [anchor]).new_id
                self._extracts[code, words.removeprefix(STAR)] = extract_id
                if words.startswith(STAR):
                    self._project.star(extract_id, True)

    def _set_state(self, code: str, cell: Table, state: CellState) -> None:
        self._project.set_state(self._interviews[code], self._subtopics[cell["subtopic"]], state)

    def _take_on(self, code: str, words: str, stage: ExtractStage) -> None:
        if (code, words) not in self._extracts:
            raise SampleError(f"{code}: stages.toml names words that are no extract: “{words}”")
        self._project.change(Extract, self._extracts[code, words], stage=stage)

    def _anchor(self, code: str, subtopic: str, words: str) -> Anchor:
        """Return the one place in the interview's notes where these words stand."""
        holding = [paragraph for paragraph in self._paragraphs.get(code, ()) if words in paragraph.text]
        found = sum(paragraph.text.count(words) for paragraph in holding)
        if found != 1:
            raise SampleError(f"{code} {subtopic}: the evidence stands {found} times in the notes, not once: “{words}”")
        start = holding[0].text.index(words)
        return make_anchor(holding[0].id, holding[0].text, start, start + len(words))


def _without(table: Table, *keys: str) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in keys}


if __name__ == "__main__":
    build(Path(sys.argv[1]))
