"""The sources of the sample, as its files say them."""

import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from framework_qda.model import ExtractStage

HERE = Path(__file__).parent.parent
SEED = 1994
STAR = "* "
RECORDINGS = "Sample recordings"
"""The folder beside the project that its sound files are put into."""
SYNTHESIS = ("1.1", "4.5")

Table: TypeAlias = Mapping[str, Any]
"""A table of a TOML file."""


class SampleError(ValueError):
    """Say which interview's source does not agree with its notes, and where."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What the files of the sample say: `notes`, further `documents`, `recordings` and `charting` by interview code.

    `stages` maps (interview code, words of an extract) to the stage that it has reached. `reading` holds what was made
    of the whole chart, by the names of its tables; where only some interviews come in, what was made of their areas.
    """

    study: Table
    themes: Sequence[Table]
    notes: Mapping[str, Path]
    documents: Mapping[str, Sequence[Table]]
    recordings: Mapping[str, Sequence[Table]]
    charting: Mapping[str, Table]
    stages: Mapping[tuple[str, str], ExtractStage]
    quotations: Sequence[Table]
    comments: Sequence[Table]
    reading: Mapping[str, Sequence[Table]]
    words: Sequence[str]


def read_sources(interviews: Collection[str] | None = None) -> Sources:
    """Read all sources; the notes and charting of some interviews only, and what is made of them, if they are named."""

    def is_wanted(code: str) -> bool:
        return interviews is None or code in interviews

    study = _read_toml(HERE / "study.toml")
    return Sources(
        study=study,
        themes=_read_toml(HERE / "framework.toml")["theme"],
        notes={path.stem: path for path in sorted(HERE.glob("notes/I*.docx")) if is_wanted(path.stem)},
        documents=_of_interviews(study, "documents", is_wanted),
        recordings=_of_interviews(study, "recordings", is_wanted),
        charting={
            path.stem: _read_toml(path) for path in sorted(HERE.glob("charting/I*.toml")) if is_wanted(path.stem)
        },
        stages={
            (code, words): ExtractStage(stage)
            for stage, extracts in _read_toml(HERE / "stages.toml").items()
            for code in sorted(extracts)
            for words in extracts[code]
            if is_wanted(code)
        },
        quotations=_wanted(_read_toml(HERE / "quotations.toml")["quotation"], is_wanted),
        comments=_wanted(_read_toml(HERE / "comments.toml")["comment"], is_wanted),
        reading=_read_reading(study, is_wanted),
        words=(HERE / "words.txt").read_text(encoding="utf-8").split(),
    )


def _read_reading(study: Table, is_wanted: Callable[[str], bool]) -> dict[str, Sequence[Table]]:
    tables = {
        name: rows
        for file in ("marks", "verdicts", "syntheses")
        for name, rows in _read_toml(HERE / f"{file}.toml").items()
    }
    if all(is_wanted(each["code"]) for each in _interviews(study)):
        return tables
    whole = {
        case_study["label"]
        for case_study in study["case_study"]
        if all(is_wanted(each["code"]) for each in _interviews({"case_study": [case_study]}))
    }
    return {name: [row for row in tables[name] if row["label"] in whole] for name in ("area", "case_study")}


def _interviews(study: Table) -> list[Table]:
    return [
        interview
        for case_study in study["case_study"]
        for organisation in case_study["organisation"]
        for interview in organisation["interview"]
    ]


def _of_interviews(study: Table, key: str, is_wanted: Callable[[str], bool]) -> dict[str, Sequence[Table]]:
    """Return what stands under a key of the interviews that have it, by their codes."""
    return {each["code"]: each[key] for each in _interviews(study) if key in each and is_wanted(each["code"])}


def _wanted(tables: Sequence[Table], is_wanted: Callable[[str], bool]) -> list[Table]:
    return [table for table in tables if is_wanted(table["interview"])]


def _read_toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
