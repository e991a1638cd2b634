"""Doing in a project, one step after another, what the sources of the sample and the plan say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from framework_qda.io.notes_in import read_notes
from framework_qda.model import (
    Analyst,
    Anchor,
    Attribute,
    CaseStudy,
    CellState,
    Comment,
    Extract,
    Informant,
    Interview,
    Organisation,
    Paragraph,
    Quotation,
    QuotationStage,
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

from .hours import StudyClock
from .plan import Step
from .quotations import read_segments
from .reading import Places, ReadingDesk
from .sources import HERE, RECORDINGS, STAR, SampleError, Sources, Table

AFTER_CHARTING = (CellState.REVIEWED, CellState.SENT_BACK)
"""The states that a cell gets from the lead."""


class SampleDesk:
    """Do in a new project what the sources and the plan say."""

    def __init__(self, project: Project, sources: Sources, clock: StudyClock, entropy: Callable[[int], bytes]) -> None:
        self._project = project
        self._sources = sources
        self._clock = clock
        self._entropy = entropy
        self._analysts: dict[str, str] = {}
        self._attributes: dict[tuple[str, str], str] = {}
        self._places = Places(project)
        self._reading = ReadingDesk(self._places, clock, entropy)
        self._paragraphs: dict[str, list[Paragraph]] = {}
        self._extracts: dict[str, dict[str, str]] = {}
        self._quotations: dict[str, str] = {}
        self._comments: dict[str, str] = {}

    def set_up(self) -> None:
        """Make the study, its people, framework, areas, organisations and interviews."""
        study = self._sources.study
        self._project.change(Study, self._project.read.study().id, **_without(study["study"], "title"))
        self._add_analysts(study["analyst"])
        self._add_framework()
        self._project.learn_words(self._sources.words)
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
        if hasattr(self._reading, step.name):
            getattr(self._reading, step.name)(step.source)
        else:
            getattr(self, f"_{step.name}")(step.interview, step.source)

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
                self._places.subtopics[f"{number}.{place}"] = self._add(
                    Subtopic,
                    theme_id=theme_id,
                    label=subtopic["label"],
                    definition=f"{subtopic['definition']}\n\n{subtopic['guidance']}",
                    is_synthesis=subtopic.get("is_synthesis", False),
                )

    def _add_case_study(self, case_study: Table) -> None:
        case_study_id = self._add(CaseStudy, label=case_study["label"])
        self._places.case_studies[case_study["label"]] = case_study_id
        self._set_attributes("case_study", case_study_id, case_study["attributes"])
        for organisation in case_study["organisation"]:
            organisation_id = self._add(
                Organisation,
                case_study_id=case_study_id,
                label=organisation["label"],
                kind=organisation["kind"],
                took_part=organisation.get("took_part", True),
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
        self._places.interviews[interview["code"]] = interview_id
        for informant in interview["informants"]:
            informant_id = self._add(
                Informant, interview_id=interview_id, code=informant["code"], role=informant["role"]
            )
            self._set_attributes("informant", informant_id, {"Professional background": informant["background"]})

    def _set_attributes(self, level: str, subject_id: str, values: Mapping[str, str]) -> None:
        for label, value in values.items():
            self._project.set_attribute(self._attributes[level, label], subject_id, value)

    def _import_notes(self, code: str, source: Table) -> None:
        """Bring in the notes of an interview, or a further document of it."""
        interview_id = self._places.interviews[code]
        if not source:
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
        self._project.add_recording(self._places.interviews[code], path, sound=sound)

    def _chart(self, code: str, cell: Table) -> None:
        """Chart a cell: first its statements, then a link for each piece of evidence."""
        sources = cell.get("statement", ())
        statements = [
            Statement(new_id(self._entropy), source["kind"], source.get("was", source["text"])) for source in sources
        ]
        state = CellState.CHARTED if cell["state"] in AFTER_CHARTING else CellState(cell["state"])
        place = (self._places.interviews[code], self._places.subtopics[cell["subtopic"]])
        self._project.chart(*place, statements, state=state)
        for statement, source in zip(statements, sources, strict=True):
            for words in source.get("evidence", ()):
                self._clock.pass_time(seconds=15)
                anchor = self._anchor(code, cell["subtopic"], words.removeprefix(STAR))
                extract_id = self._project.link(*place, statement.id, [anchor]).new_id
                self._extracts.setdefault(code, {})[words.removeprefix(STAR)] = extract_id
                if words.startswith(STAR):
                    self._project.star(extract_id, True)

    def _revise(self, code: str, cell: Table) -> None:
        """Give the statements of a cell the words that they have in the end."""
        place = (self._places.interviews[code], self._places.subtopics[cell["subtopic"]])
        content = self._project.read.cell(*place).content
        texts = [source["text"] for source in cell["statement"]]
        self._project.chart(
            *place, [replace(statement, text=text) for statement, text in zip(content, texts, strict=True)]
        )

    def _review(self, code: str, cell: Table) -> None:
        place = (self._places.interviews[code], self._places.subtopics[cell["subtopic"]])
        self._project.set_state(*place, CellState.REVIEWED)

    # -- on the way into print

    def _take_on(self, code: str, source: Table) -> None:
        """Take an extract to its next stage."""
        self._project.change(Extract, self._extract(code, source["words"], "stages.toml"), stage=source["stage"])

    def _edit_quotation(self, code: str, source: Table) -> None:
        """Edit a quotation out of extracts."""
        quotation = source["quotation"]
        segments = read_segments(quotation, self._extracts.get(code, {}))
        values = {"segments": segments, "is_fragment": quotation.get("is_fragment", False)}
        self._quotations[quotation["text"]] = self._add(Quotation, **values, stage=source["stage"])

    def _pass_quotation(self, _code: str, source: Table) -> None:
        """Take a quotation to its next stage; where it is used, say so."""
        quotation, stage = source["quotation"], source["stage"]
        used_in = {"used_in": quotation["used_in"]} if stage == QuotationStage.USED else {}
        self._project.change(Quotation, self._quotations[quotation["text"]], stage=stage, **used_in)

    # -- remarks

    def _comment(self, code: str, comment: Table) -> None:
        """Remark on a cell, an extract or an interview as a whole."""
        interview_id = self._places.interviews[code]
        if comment.get("sends_back"):
            changes = self._project.send_back(*self._places.cell(f"{code} {comment['subtopic']}"), comment["text"])
        elif "subtopic" in comment:
            cell_id = self._places.evidence(f"{code} {comment['subtopic']}")
            changes = self._project.comment("cell", cell_id, comment["text"])
        elif "words" in comment:
            extract_id = self._extract(code, comment["words"], "comments.toml")
            changes = self._project.comment("extract", extract_id, comment["text"])
        else:
            changes = self._project.comment("interview", interview_id, comment["text"])
        self._comments[comment["text"]] = changes.new_id

    def _reply(self, _code: str, source: Table) -> None:
        """Reply to a remark."""
        remark = self._project.read.get(Comment, self._comments[source["comment"]["text"]])
        self._project.comment(remark.subject_type, remark.subject_id, source["reply"]["text"], remark.id)

    def _settle(self, _code: str, comment: Table) -> None:
        """Settle a remark."""
        self._project.resolve_comment(self._comments[comment["text"]], True)

    # -- finding again

    def _extract(self, code: str, words: str, file: str) -> str:
        """Return the id of the extract with these words."""
        try:
            return self._extracts[code][words]
        except KeyError:
            raise SampleError(f"{code}: {file} names words that are no extract: “{words}”") from None

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
