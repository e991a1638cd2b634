"""A small study, the same every time, that has one of everything that matrices and exports must show."""

import random
import wave
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from framework_qda import Project, create_project
from framework_qda.model import (
    Anchor,
    Attribute,
    CaseStudy,
    CellState,
    Extract,
    Informant,
    Interview,
    Notes,
    NotesParagraph,
    Organisation,
    PairVerdict,
    Paragraph,
    Quotation,
    Segment,
    Statement,
    Study,
    Subtopic,
    Tag,
    Theme,
)
from framework_qda.project.ids import cell_id

NOTES = (
    NotesParagraph("What happens when somebody forgets?", "INT", 65_000),
    NotesParagraph(
        "I read every sheet. Nine times out of ten it's nothing, it's the 'tenth' you do it for.", "R", 71_000
    ),
    NotesParagraph("Nobody compares the two lists.", "R", None),
    NotesParagraph("We [the hospital] ring ... and ring again.", "R", 1_390_000),
)


@dataclass
class SmallStudy:
    """The project, and the ids of what is in it by short names."""

    project: Project
    ids: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.ids[name]

    @property
    def read(self):
        return self.project.read

    def add(self, name: str, record_type: type, **values: object) -> str:
        self.ids[name] = self.project.add(record_type, **values).new_id
        return self.ids[name]

    def chart(self, interview: str, subtopic: str, *statements: tuple[str, str], state: str | None = None) -> None:
        made = [Statement(f"{interview}-{subtopic}-{n}", kind, text) for n, (kind, text) in enumerate(statements)]
        self.project.chart(self[interview], self[subtopic], made, state)

    def link(self, interview: str, subtopic: str, statement: int, number: int, exact: str) -> str:
        paragraph = next(
            each
            for document in self.read.documents(self[interview])
            for each in self.read.paragraphs(document.id)
            if each.number == number
        )
        statement_id = f"{interview}-{subtopic}-{statement}"
        return self.project.link(self[interview], self[subtopic], statement_id, [anchor_at(paragraph, exact)]).new_id


def tag_a_cell(study: SmallStudy, label: str, interview: str = "I02") -> None:
    """Tag the first statement of a cell of an interview."""
    tag_id = study.project.add(Tag, label=label).new_id
    cells = study.read.cells_of_interview(study[interview]).values()
    cell = next(each for each in cells if len(each.content) > 1)
    first = cell.content[0]
    marks = replace(first.marks, tags=(tag_id,))
    study.project.mark_statements(cell.interview_id, cell.subtopic_id, {first.id: marks})


def anchor_at(paragraph: Paragraph, exact: str) -> Anchor:
    start = paragraph.text.index(exact)
    end = start + len(exact)
    return Anchor(
        paragraph.id, start, end, exact, paragraph.text[max(0, start - 64) : start], paragraph.text[end:][:64]
    )


def make_study(path) -> SmallStudy:
    project = create_project(
        path,
        title="Joint working & care",
        analyst_name="Ann Marsh",
        clock=lambda: datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
        entropy=random.Random(7).randbytes,
    )
    study = SmallStudy(project)
    with project.bundle():
        project.change(
            Study,
            study.read.study().id,
            aims="To find out how two agencies share the work.",
            attribution_template="{organisation kind}, {service model}",
        )
        _add_people(study)
        _add_attributes(study)
        _add_framework(study)
        _chart(study)
    return study


def _add_people(study: SmallStudy) -> None:
    study.add("area1", CaseStudy, label="Area 1")
    study.add("area2", CaseStudy, label="Area 2")
    study.add("org_la", Organisation, label="Council", kind="local authority", case_study_id=study["area1"])
    study.add("org_trust1", Organisation, label="Hospital A", kind="trust", case_study_id=study["area1"])
    study.add("org_trust2", Organisation, label="Hospital B", kind="trust", case_study_id=study["area2"])
    # The interviews are added out of order: the bands must gather them all the same.
    study.add("I03", Interview, code="I03", case_study_id=study["area2"], organisation_id=study["org_trust2"])
    study.add("I04", Interview, code="I04")
    study.add("I01", Interview, code="I01", case_study_id=study["area1"], organisation_id=study["org_la"])
    study.add("I02", Interview, code="I02", case_study_id=study["area1"], organisation_id=study["org_trust1"])
    study.add("P1", Informant, interview_id=study["I01"], code="I01a", role="Team Manager")
    study.add("P2", Informant, interview_id=study["I02"], code="I02a", role="Named Nurse")
    study.add("P3", Informant, interview_id=study["I02"], code="I02b", role="Named Midwife")
    study.add("P4", Informant, interview_id=study["I03"], code="I03a", role="Named Nurse")
    notes = Notes("I02.docx", "00", NOTES)
    study.project.import_notes([(study["I02"], notes), (study["I03"], Notes("I03.txt", "01", NOTES[:3]))])


def _add_attributes(study: SmallStudy) -> None:
    choices = ("hospital team", "community based")
    study.add("region", Attribute, level="case_study", label="Region", kind="choice", choices=("North", "South"))
    study.add("model", Attribute, level="case_study", label="Service model", choices=choices, is_shown=True)
    study.add("foundation", Attribute, level="organisation", label="Foundation trust", kind="yes_no", is_shown=True)
    study.add("mode", Attribute, level="interview", label="Mode", choices=("telephone", "face to face"))
    study.add("background", Attribute, level="informant", label="Background", choices=("nursing", "midwifery"))
    for attribute, subject, value in (
        ("region", "area1", "North"),
        ("region", "area2", "South"),
        ("model", "area1", "hospital team"),
        ("model", "area2", "community based"),
        ("foundation", "org_trust1", "yes"),
        ("mode", "I01", "telephone"),
        ("mode", "I03", "face to face"),
        ("background", "P2", "nursing"),
        ("background", "P3", "midwifery"),
        ("background", "P4", "nursing"),
    ):
        study.project.set_attribute(study[attribute], study[subject], value)


def _add_framework(study: SmallStudy) -> None:
    study.add("theme1", Theme, title="Referral: quality & feedback")
    study.add("theme2", Theme, title="Meetings")
    definition = "How good referrals are.\n\nNot how many there are."
    study.add("1.1", Subtopic, theme_id=study["theme1"], label="Summary", is_synthesis=True)
    study.add("1.2", Subtopic, theme_id=study["theme1"], label="Quality", definition=definition)
    study.add("1.3", Subtopic, theme_id=study["theme1"], label="Other")
    study.add("2.1", Subtopic, theme_id=study["theme2"], label="Level")
    study.add("2.2", Subtopic, theme_id=study["theme2"], label="Other")


def _chart(study: SmallStudy) -> None:
    study.chart(
        "I02",
        "1.2",
        ("summary", "Reads each sheet, since “you never know”; the lists stay apart."),
        ("own_words", "it's the tenth you do it for"),
        ("note", "Compare with I03."),
        state=CellState.CHARTED,
    )
    study.chart("I02", "2.1", ("summary", "=1+1 meetings a week"), state=CellState.CHARTED)
    study.chart("I03", "1.2", ("summary", "Alcohol is asked about on paper only."))
    study.chart("I01", "1.2", state=CellState.NOT_ASKED)
    study.chart("I03", "1.3", state=CellState.NOT_APPLICABLE)
    study.ids["tenth"] = study.link("I02", "1.2", 1, 2, "it's the 'tenth' you do it for")
    study.ids["lists"] = study.link("I02", "1.2", 0, 3, "Nobody compares the two lists")
    study.ids["sheet"] = study.link("I02", "1.2", 0, 2, "I read every sheet")
    study.ids["sheet3"] = study.link("I03", "1.2", 0, 2, "I read every sheet. Nine times")
    study.ids["ring"] = study.link("I02", "2.1", 0, 4, "We [the hospital] ring ... and ring again")
    # The same passage behind a second sub-topic: it is quoted once.
    study.link("I02", "2.1", 0, 2, "it's the 'tenth' you do it for")
    study.project.set_state(study["I02"], study["1.2"], CellState.REVIEWED)
    for name in ("tenth", "ring", "sheet3"):
        study.project.star(study[name], True)


def edit_quotations(study: SmallStudy) -> None:
    """Edit quotations for print, as few studies have so early: one of two passages, and a fragment."""
    joined = (
        Segment("words", "it's the 'tenth' ", study["tenth"]),
        Segment("insertion", "referral", purpose="context"),
        Segment("words", " you do it for", study["tenth"]),
        Segment("omission", "...."),
        Segment("words", "We [the hospital] ", study["ring"]),
        Segment("insertion", "telephone", purpose="replacement", original="ring"),
        Segment("words", " ... and ring again", study["ring"]),
    )
    anonymised = (
        Segment("words", "I read every ", study["sheet3"]),
        Segment("insertion", "form", purpose="anonymising", original="sheet"),
    )
    study.add("joined", Quotation, segments=joined, used_in="Chapter 4", stage="cleared")
    study.add("fragment", Quotation, segments=anonymised, is_fragment=True, attribution="trust")


def remark(study: SmallStudy) -> None:
    """Let colleagues remark on an interview, and settle one of two remarks."""
    study.ids["remark"] = study.project.comment("interview", study["I02"], "Were both there all the time?").new_id
    study.project.comment("interview", study["I02"], "From paragraph 3 on.", study["remark"])
    study.project.resolve_comment(study["remark"], True)
    study.project.comment("subtopic", study["1.2"], "Quality of what?")


def record(study: SmallStudy) -> None:
    """Give an interview a recording of a second and a half beside the project."""
    path = study.project.path.with_name("I02.wav")
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(24_000))
    study.ids["recording"] = study.project.add_recording(study["I02"], path).new_id


def extract(study: SmallStudy, name: str) -> Extract:
    return study.read.get(Extract, study[name])


def compare(study: SmallStudy) -> None:
    """Compare the agencies of an area, sum it up and sum up a column, each with something that tells where."""
    judge = study.project.judge
    judge(study["area1"], study["1.2"], verdict=PairVerdict.DIFFER, note="Only the ward reads them, says I02.")
    judge(study["area1"], study["2.1"], verdict=PairVerdict.ONE_SILENT)
    judge(study["area2"], study["1.2"], verdict=PairVerdict.NO_PARTNER)
    quality, level = (cell_id(study["I02"], study[number]) for number in ("1.2", "2.1"))
    synopsis = (
        Statement("y1", "summary", "Area 1 reads every sheet.", (quality, "I02-1.2-1")),
        Statement("y2", "note", "Look at “the lists” again.", (level,)),
    )
    study.project.conclude("case_study", study["area1"], synopsis)
    synthesis = (Statement("z1", "summary", "Most read them.", (quality, "I03-1.2-0")),)
    study.project.conclude("subtopic", study["1.2"], synthesis)
