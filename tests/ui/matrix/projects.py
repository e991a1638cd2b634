"""Small projects for tests of the desk, made through the public interface."""

from pathlib import Path
from typing import Any

from framework_qda import create_project
from framework_qda.model import (
    Anchor,
    Attribute,
    CaseStudy,
    Informant,
    Interview,
    Notes,
    NotesParagraph,
    Organisation,
    Statement,
    Subtopic,
    Theme,
)
from tests.ui.matrix.grids import LABELS, QUOTED, ROLES, SENTENCES


def add(project: Any, record_type: type, **values: object) -> str:
    return project.add(record_type, **values).new_id


def make_project(path: Path, *, interviews: int = 5, subtopics: int = 3) -> Any:
    """Return a project with two themes, case studies of two or three interviews, and a few charted cells."""
    project = create_project(path, title="Two offices", analyst_name="A")
    model = add(
        project,
        Attribute,
        label="Service model",
        level="case_study",
        choices=("hospital team", "link worker"),
        is_shown=True,
    )
    themes = [add(project, Theme, title=title) for title in ("Background", "Noticing and telling")]
    for theme_id in themes:
        for number in range(subtopics):
            add(
                project,
                Subtopic,
                theme_id=theme_id,
                label=LABELS[number % len(LABELS)],
                definition="What belongs here.",
            )
    case_study_id = organisation_id = ""
    for number in range(interviews):
        if number % 3 == 0:
            case_study_id = add(project, CaseStudy, label=f"Area {number // 3 + 1}")
            project.set_attribute(model, case_study_id, ("hospital team", "link worker")[number // 3 % 2])
        kind = "LA" if number % 3 == 0 else "trust"
        organisation_id = add(project, Organisation, case_study_id=case_study_id, label=f"O{number}", kind=kind)
        interview_id = add(
            project, Interview, code=f"I{number + 1:02}", case_study_id=case_study_id, organisation_id=organisation_id
        )
        add(project, Informant, interview_id=interview_id, role=ROLES[number % len(ROLES)])
    _chart_first(project, themes[1])
    return project


def _chart_first(project: Any, theme_id: str) -> None:
    read = project.read
    interview = read.interviews(read.all(CaseStudy)[0].id)[0]
    first, second, third = read.subtopics(theme_id)[:3]
    paragraphs = tuple(NotesParagraph(text, start_ms=60_000 * n) for n, text in enumerate(SENTENCES))
    project.import_notes([(interview.id, Notes("notes.txt", "0" * 64, paragraphs))])
    noted = read.paragraphs(read.documents(interview.id)[0].id)
    statements = (Statement("s1", "summary", SENTENCES[0]), Statement("s2", "own_words", QUOTED[0]))
    project.chart(interview.id, first.id, statements, "charted")
    for statement_id, paragraph in (("s1", noted[0]), ("s1", noted[4]), ("s2", noted[2])):
        anchor = Anchor(paragraph.id, 0, len(paragraph.text), paragraph.text)
        extract_id = project.link(interview.id, first.id, statement_id, (anchor,)).new_id
    project.star(extract_id, True)
    project.chart(interview.id, second.id, (Statement("s3", "summary", SENTENCES[5]),))
    project.set_state(interview.id, third.id, "nothing_said")
