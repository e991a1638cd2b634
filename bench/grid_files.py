"""Projects of three sizes for measuring the grid: every cell of some 60 words, with states and references.

The state tables are written straight, without the journal: that takes seconds instead of minutes, and such a file is
only ever read. It is kept between runs in the user's folder for caches, under the digest of the tables; files of other
tables are removed. `python bench/grid_files.py` tells where they are, `python bench/grid_files.py clean` removes all.
"""

import json
import random
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

from platformdirs import user_cache_path

from framework_qda import create_project
from framework_qda.model import (
    Attribute,
    CaseStudy,
    Cell,
    Document,
    Extract,
    Informant,
    Interview,
    Paragraph,
    Record,
    Subtopic,
    Theme,
)
from framework_qda.project.ids import attribute_value_id, cell_id, derived_id, new_id, paragraph_id
from framework_qda.project.registry import spec_of
from framework_qda.project.schema import SCHEMA_DIGEST, SEARCHED

FOLDER = user_cache_path("framework-qda-bench")
STATES = ("charted",) * 12 + ("reviewed",) * 3 + ("in_progress", "not_asked", "nothing_said", "not_charted")
SAYING = ("charted", "reviewed", "in_progress")
PARAGRAPHS = 12
KINDS = ("summary", "summary", "summary", "own_words", "note")
MODELS = ("hospital team", "link worker", "no team")


def grid_file(rows: int, columns: int) -> Path:
    """Return the file of a project with one matrix of this size, made now if it is not kept."""
    path = FOLDER / f"{rows}x{columns}-{SCHEMA_DIGEST[:12]}.fqda"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        remove_files(f"{rows}x{columns}-*")
        begun = path.with_suffix(".begun")
        begun.unlink(missing_ok=True)
        with create_project(begun, title="Bench", analyst_name="A B") as project:
            project_id = project.project_id
        connection = sqlite3.connect(begun)
        connection.execute("pragma synchronous=off")
        with connection:
            Filling(connection, project_id).fill(rows, columns)
        connection.close()
        begun.replace(path)
    return path


def remove_files(pattern: str = "*") -> None:
    """Remove files that are kept."""
    for path in FOLDER.glob(pattern):
        path.unlink()


def tell_files() -> None:
    """Print which files are kept, and where."""
    kept = sorted(FOLDER.glob("*"))
    size = sum(path.stat().st_size for path in kept)
    print(f"{len(kept)} files, {size / 1e6:,.0f} MB, are kept in {FOLDER}; `python {__file__} clean` removes them")


class Filling:
    """Write the rows of the state tables."""

    def __init__(self, connection: sqlite3.Connection, project_id: str) -> None:
        self._connection = connection
        self._dice = random.Random(3)
        self._salt = project_id
        self._words = [("".join(self._dice.choices("aeioulnrst", k=2 + n % 8))) for n in range(3000)]

    def fill(self, rows: int, columns: int) -> None:
        """Write a theme with so many sub-topics, and so many interviews with everything in them."""
        theme = new_id()
        subtopics = [new_id() for _ in range(columns)]
        self._insert(Theme, [{"id": theme, "title": "Everything", "order": "a"}])
        self._insert(
            Subtopic,
            [
                {"id": each, "theme_id": theme, "label": self.text(4), "definition": self.text(20), "order": f"{n:06}1"}
                for n, each in enumerate(subtopics)
            ],
        )
        model = new_id()
        choices = json.dumps(MODELS)
        self._insert(Attribute, [{"id": model, "label": "Service model", "choices": choices, "is_shown": 1}])
        for number in range(rows):
            case_study = derived_id(self._salt, "case", number // 3)
            if number % 3 == 0:
                label = f"Area {number // 3 + 1}"
                self._insert(CaseStudy, [{"id": case_study, "label": label, "order": f"{number:06}1"}])
                value = attribute_value_id(model, case_study)
                self._connection.execute(
                    "insert into attribute_value (id, gone, attribute_id, subject_id, value) values (?, 0, ?, ?, ?)",
                    (value, model, case_study, MODELS[number // 3 % 3]),
                )
            self._fill_interview(number, case_study, subtopics)
        for table in SEARCHED:
            self._connection.execute(f"insert into {table}_fts ({table}_fts) values ('rebuild')")

    def _fill_interview(self, number: int, case_study: str, subtopics: list[str]) -> None:
        interview = derived_id(self._salt, "interview", number)
        document = derived_id(interview, "document")
        code, order = f"I{number + 1:02}", f"{number:06}1"
        self._insert(Interview, [{"id": interview, "code": code, "case_study_id": case_study, "order": order}])
        informant = {"id": derived_id(interview, "informant"), "interview_id": interview, "role": "Named Nurse"}
        self._insert(Informant, [informant])
        self._insert(Document, [{"id": document, "interview_id": interview, "order": "a"}])
        texts = [self.text(40) for _ in range(PARAGRAPHS)]
        noted = [paragraph_id(document, place) for place in range(1, PARAGRAPHS + 1)]
        self._insert(
            Paragraph,
            [
                {"id": key, "document_id": document, "number": place, "start_ms": place * 40_000, "text": text}
                for place, (key, text) in enumerate(zip(noted, texts, strict=True), 1)
            ],
        )
        extracts = [derived_id(key, "extract") for key in noted]
        self._insert(
            Extract,
            [self._extract(each, interview, key, text) for each, key, text in zip(extracts, noted, texts, strict=True)],
        )
        self._fill_cells(interview, subtopics, extracts)

    def _extract(self, extract: str, interview: str, paragraph: str, text: str) -> dict[str, object]:
        exact = text[:60]
        anchor = {"paragraph_id": paragraph, "start": 0, "end": 60, "exact": exact, "before": "", "after": text[60:124]}
        values = {"id": extract, "interview_id": interview, "anchors": json.dumps([anchor]), "text": exact}
        return {**values, "stage": "marked", "is_starred": int(self._dice.random() < 0.2)}

    def _fill_cells(self, interview: str, subtopics: list[str], extracts: list[str]) -> None:
        cells, statements, evidence = [], [], []
        for subtopic in subtopics:
            state = self._dice.choice(STATES)
            key = cell_id(interview, subtopic)
            said = self._statements(key, extracts) if state in SAYING else []
            content = json.dumps(said, ensure_ascii=False, separators=(",", ":")) if said else None
            record = {"id": key, "interview_id": interview, "subtopic_id": subtopic, "state": state}
            cells.append({**record, "content": content})
            for place, each in enumerate(said):
                statements.append((key, each["id"], place, each["kind"], each["text"]))
                for order, extract in enumerate(each["evidence"]):
                    evidence.append((key, each["id"], order, extract))
        self._insert(Cell, cells)
        many = self._connection.executemany
        many("insert into statement (cell_id, id, position, kind, text) values (?, ?, ?, ?, ?)", statements)
        many("insert into evidence (cell_id, statement_id, position, extract_id) values (?, ?, ?, ?)", evidence)

    def _statements(self, key: str, extracts: list[str]) -> list[dict[str, object]]:
        parts = self._dice.choice(((60,), (35, 25), (20, 20, 20), (90,), (15, 15)))
        return [
            {
                "id": derived_id(key, place),
                "kind": self._dice.choice(KINDS) if place else "summary",
                "text": self.text(words),
                "evidence": self._dice.sample(extracts, self._dice.choice((0, 1, 1, 2))),
            }
            for place, words in enumerate(parts)
        ]

    def text(self, words: int) -> str:
        """Return some words that mean nothing."""
        return " ".join(self._dice.choices(self._words, k=words))

    def _insert(self, record_type: type[Record], records: Iterable[dict[str, object]]) -> None:
        spec = spec_of(record_type)
        known = list(records)
        names = [column for column in spec.columns if any(column in record for record in known)] if known else []
        columns = ", ".join(f'"{name}"' for name in ["gone", *names])
        marks = ", ".join("?" * (len(names) + 1))
        rows = [(0, *(record.get(name) for name in names)) for record in known]
        self._connection.executemany(f"insert into {spec.name} ({columns}) values ({marks})", rows)


if __name__ == "__main__":
    if sys.argv[1:] == ["clean"]:
        remove_files()
    tell_files()
