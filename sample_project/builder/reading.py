"""What is done with the chart when it is read and reviewed: tags, verdicts, syntheses, a sub-topic defined anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from framework_qda.model import Marks, Statement, Subtopic, Tag
from framework_qda.project import Project
from framework_qda.project.ids import new_id

from .hours import StudyClock
from .sources import SampleError, Table


@dataclass(slots=True)
class Places:
    """Where things are in the project that is being built: ids by the names that the sources use."""

    project: Project
    interviews: dict[str, str] = field(default_factory=dict)
    subtopics: dict[str, str] = field(default_factory=dict)
    case_studies: dict[str, str] = field(default_factory=dict)

    def cell(self, reference: str) -> tuple[str, str]:
        """Return the place, as (interview id, sub-topic id), of a reference such as `I01 2.6` or `I01 2.6#1`."""
        code, number = reference.partition("#")[0].split()
        return self.interviews[code], self.subtopics[number]

    def statement(self, reference: str) -> Statement:
        """Return the statement that a reference such as `I01 2.6#1` names; raise SampleError where there is none."""
        content = self.project.read.cell(*self.cell(reference)).content
        place = int(reference.partition("#")[2] or 0)
        if not 0 < place <= len(content):
            raise SampleError(f"there is no statement {reference}")
        return content[place - 1]

    def evidence(self, reference: str) -> str:
        """Return the id of the cell or of the statement that a reference names."""
        if "#" in reference:
            return self.statement(reference).id
        return self.project.read.cell(*self.cell(reference)).id


class ReadingDesk:
    """Do in the project what `marks.toml`, `verdicts.toml` and `syntheses.toml` say."""

    def __init__(self, places: Places, clock: StudyClock, entropy: Callable[[int], bytes]) -> None:
        self._places = places
        self._project = places.project
        self._clock = clock
        self._entropy = entropy

    def tag(self, tag: Table) -> None:
        """Make a tag and put it on its statements, cell by cell."""
        subtopic_id = self._places.subtopics[tag["subtopic"]] if "subtopic" in tag else None
        made = self._project.add(Tag, subtopic_id=subtopic_id, label=tag["label"], colour=tag["colour"])
        self._mark(tag["statements"], lambda marks: replace(marks, tags=(*marks.tags, made.new_id)))

    def set_aside(self, source: Table) -> None:
        """Say of statements that they wait for a better column."""
        self._mark(source["statements"], lambda marks: replace(marks, to_rehome=True))

    def keep_in_view(self, source: Table) -> None:
        """Keep cells in view as deviant."""
        for reference in source["cells"]:
            self._clock.pass_time(minutes=1)
            self._project.set_deviant(*self._places.cell(reference), is_deviant=True)

    def _mark(self, references: Sequence[str], change: Callable[[Marks], Marks]) -> None:
        for reference in references:
            self._clock.pass_time(seconds=40)
            statement = self._places.statement(reference)
            self._project.mark_statement(*self._places.cell(reference), statement.id, change(statement.marks))

    def redefine(self, revision: Table) -> None:
        """Define a sub-topic anew and say why, so that its cells must be looked at again."""
        subtopic_id = self._places.subtopics[revision["subtopic"]]
        definition = f"{revision['definition']}\n\n{revision['guidance'].strip()}"
        self._project.change(Subtopic, subtopic_id, definition=definition)
        self._project.note_revision(subtopic_id, revision["reason"].strip())

    def look_again(self, source: Table) -> None:
        """Say of cells that they fit their sub-topic as it is defined now."""
        for code in source["interviews"]:
            self._clock.pass_time(minutes=4)
            self._project.settle([self._places.cell(f"{code} {source['subtopic']}")])

    def judge(self, area: Table) -> None:
        """Say how the agencies of an area compare."""
        case_study_id = self._places.case_studies[area["label"]]
        verdicts = area.get("verdicts") or [(number, "no_partner", "") for number in self._places.subtopics]
        for number, verdict, note in verdicts:
            self._clock.pass_time(seconds=10 if area.get("no_partner") else 150)
            self._project.judge(case_study_id, self._places.subtopics[number], verdict=verdict, note=note)

    def conclude(self, synthesis: Table) -> None:
        """Write what is concluded from an area or from a column."""
        if "number" in synthesis:
            subject = ("subtopic", self._places.subtopics[synthesis["number"]])
        else:
            subject = ("case_study", self._places.case_studies[synthesis["label"]])
        self._project.conclude(*subject, [self._conclusion(source) for source in synthesis["statement"]])

    def _conclusion(self, source: Table) -> Statement:
        marks = Marks(
            weight=source.get("weight", ""),
            weight_unit=source.get("counted", ""),
            weight_rows=tuple(self._places.interviews[code] for code in source.get("rows", ())),
        )
        evidence = tuple(self._places.evidence(reference) for reference in source.get("rests_on", ()))
        return Statement(new_id(self._entropy), source.get("kind", "summary"), source["text"], evidence, marks)
