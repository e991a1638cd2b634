"""The project file: one edit of a cell against one raw commit, imports against raw inserts, growing linearly.

The floors are plain sqlite3 with the same settings in a file beside it, taken in turn with what is measured.
"""

import os
import random
import sys
import tempfile
from pathlib import Path

os.environ["FRAMEWORK_QDA_BACKUPS"] = tempfile.mkdtemp()

from measure import median, report, seconds

from framework_qda import Project, create_project, open_project
from framework_qda.model import Interview, Notes, NotesParagraph, Statement, Subtopic, Theme
from framework_qda.project.connection import connect_new, transaction
from framework_qda.project.ids import new_id

WORDS = [f"word{n:04}"[: 3 + n % 7] for n in range(3000)]
EDITS = 300
PARAGRAPHS, PARAGRAPH_WORDS = 150, 40


def text_of(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(WORDS, k=count))


def bench_edits(folder: Path) -> None:
    dice = random.Random(1)
    with create_project(folder / "edits.fqda", title="Bench", analyst_name="A B") as project:
        theme = project.add(Theme, title="T").new_id
        subtopic = project.add(Subtopic, theme_id=theme, label="S").new_id
        interviews = [project.add(Interview, code=f"I{n:03}").new_id for n in range(EDITS)]
        raw = connect_new(folder / "raw.sqlite")
        raw.execute("create table cell (n integer primary key, id text unique, state text, content text)")
        ours, floor = [], []
        for interview in interviews:
            words = text_of(dice, 60)
            statements = [Statement(new_id(), "summary", words)]
            floor.append(seconds(lambda words=words, interview=interview: raw_edit(raw, interview, words)))
            ours.append(seconds(lambda i=interview, s=statements: project.chart(i, subtopic, s)))
        raw.close()
    report(f"one edit of a cell, median of {EDITS}", median(ours), median(floor), 3)


def raw_edit(connection, interview, words):
    with transaction(connection):
        connection.execute(
            "insert or replace into cell (id, state, content) values (?, 'charted', ?)", (interview, words)
        )


def documents(count: int) -> list[Notes]:
    dice = random.Random(2)
    distinct = [
        tuple(
            NotesParagraph(text_of(dice, PARAGRAPH_WORDS), "R" if n % 2 else "INT", n * 20_000)
            for n in range(PARAGRAPHS)
        )
        for _ in range(min(count, 280))
    ]
    return [Notes(f"{n}.docx", "0" * 64, distinct[n % len(distinct)]) for n in range(count)]


def bench_import(folder: Path, count: int) -> float:
    notes = documents(count)
    raw = connect_new(folder / f"raw{count}.sqlite")
    columns = "n integer primary key, id text unique, document text, number int, speaker text, ms int, text text"
    raw.execute(f"create table paragraph ({columns})")
    raw.execute("create index paragraph_document on paragraph(document)")
    raw.execute("create virtual table paragraph_fts using fts5(text, content='paragraph', content_rowid='n')")
    floor = seconds(lambda: raw_import(raw, notes))
    raw.close()
    path = folder / f"import{count}.fqda"
    with create_project(path, title="Bench", analyst_name="A B") as project:
        interviews = add_interviews(project, count)
    with open_project(path) as project:  # as people import: into a project that they have opened
        assigned = list(zip(interviews, notes, strict=True))
        ours = seconds(lambda: project.import_notes(assigned))
    report(f"import of {count} notes of {PARAGRAPHS * PARAGRAPH_WORDS:,} words", ours, floor, 4, "s")
    return ours / count


def add_interviews(project: Project, count: int) -> list[str]:
    with project.bundle():
        keys = [f"{n:06}1" for n in range(count)]
        return [project.add(Interview, code=f"I{n:04}", order=keys[n]).new_id for n in range(count)]


def raw_import(connection, notes):
    with transaction(connection):
        for number, each in enumerate(notes):
            connection.executemany(
                "insert into paragraph (id, document, number, speaker, ms, text) values (?, ?, ?, ?, ?, ?)",
                [
                    (f"{number}-{n}", str(number), n, paragraph.speaker, paragraph.start_ms, paragraph.text)
                    for n, paragraph in enumerate(each.paragraphs)
                ],
            )
        connection.execute("insert into paragraph_fts (paragraph_fts) values ('rebuild')")


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or [28, 280, 2800]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench_edits(folder)
        each = [bench_import(folder, size) for size in sizes]
    print("milliseconds a document: " + " -> ".join(f"{seconds * 1000:.1f}" for seconds in each))


if __name__ == "__main__":
    main()
