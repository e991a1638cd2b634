"""Projects whose words are spread as those of speech are: a few in every sentence, most of them hardly ever.

The most frequent word stands in nearly every paragraph, and the vocabulary grows with the words (Zipf's law), both of
which a search has to bear. Interviews have notes of 6,000 words, 23 cells of 60, 20 extracts and a comment or two.
"""

import itertools
import random
from pathlib import Path

from framework_qda import Project, create_project
from framework_qda.model import (
    CaseStudy,
    Cell,
    Comment,
    Extract,
    Informant,
    Interview,
    Notes,
    NotesParagraph,
    Statement,
    Subtopic,
    Theme,
)
from framework_qda.project.ids import cell_id, new_id

VOCABULARY = 50_000
PARAGRAPHS, PARAGRAPH_WORDS = 150, 40
EXTRACTS, AREA = 20, 3
DISTINCT = 280
"""Notes repeat after so many: memory, not the index, would suffer from more."""
COLUMNS = (6, 6, 6, 5)
FREQUENT = (
    "the and to of that a i you it in we is was they have for but so on with be know not as this think would there at "
    "what because child are can if social people do about one them from work time health children hospital referral "
    "nurse team safeguarding ward meeting police information who when get going really just like then had were been"
)


class Words:
    """Draw words as speech does."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        syllables = [first + vowel for first in "bcdfghjklmnprstvw" for vowel in ("a", "e", "i", "o", "u", "ea", "ou")]
        made = dict.fromkeys(FREQUENT.split())
        while len(made) < VOCABULARY:
            made["".join(dice.choices(syllables, k=dice.choice((2, 3, 3, 4)))) + dice.choice(("", "n", "r", "t"))] = (
                None
            )
        self.words = list(made)
        self._weights = list(itertools.accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))

    def text(self, count: int) -> str:
        drawn = self._dice.choices(self.words, cum_weights=self._weights, k=count)
        return f"{' '.join(drawn).capitalize()}."


def build(path: Path, interviews: int) -> None:
    """Make a project of so many interviews; 2,800 take some minutes."""
    dice = random.Random(7)
    words = Words(dice)
    with create_project(path, title="Bench", analyst_name="A B") as project:
        with project.bundle():
            subtopics = add_framework(project)
            rows = add_interviews(project, interviews, dice)
        project.import_notes(list(zip(rows, notes(interviews, words), strict=True)))
        for first in range(0, interviews, 100):
            with project.bundle():
                for interview_id in rows[first : first + 100]:
                    add_cells(project, interview_id, subtopics, words, dice)


def add_framework(project: Project) -> list[str]:
    subtopics = []
    for number, count in enumerate(COLUMNS, 1):
        theme = project.add(Theme, title=f"Theme {number}").new_id
        subtopics += [project.add(Subtopic, theme_id=theme, label=f"Column {n}").new_id for n in range(count)]
    return subtopics


def add_interviews(project: Project, count: int, dice: random.Random) -> list[str]:
    rows, area = [], ""
    for number in range(count):
        key = f"{number:06}1"
        if number % AREA == 0:
            area = project.add(CaseStudy, label=f"Area {number // AREA + 1}", order=key).new_id
        rows.append(project.add(Interview, code=f"I{number + 1:02}", case_study_id=area, order=key).new_id)
        role = dice.choice(("Named Nurse", "Team Manager", "Service Manager", "Named Midwife"))
        project.add(Informant, interview_id=rows[-1], code=f"P{number + 1:02}", role=role, order=key)
    return rows


def notes(count: int, words: Words) -> list[Notes]:
    distinct = [
        tuple(
            NotesParagraph(words.text(PARAGRAPH_WORDS), "R" if n % 2 else "INT", n * 20_000) for n in range(PARAGRAPHS)
        )
        for _ in range(min(count, DISTINCT))
    ]
    return [Notes(f"{n}.docx", "0" * 64, distinct[n % len(distinct)]) for n in range(count)]


def add_cells(project: Project, interview_id: str, subtopics: list[str], words: Words, dice: random.Random) -> None:
    for subtopic_id in subtopics:
        said = [Statement(new_id(), "summary", words.text(30)) for _ in range(2)]
        project.chart(interview_id, subtopic_id, said, "charted")
    for number in range(EXTRACTS):
        project.add(Extract, interview_id=interview_id, text=words.text(PARAGRAPH_WORDS), start_ms=number * 60_000)
    subject = cell_id(interview_id, dice.choice(subtopics))
    project.add(Comment, subject_id=subject, subject_type=Cell.__name__.lower(), text=words.text(12), order="1")
