"""The texts that are few: names of things with their descriptions, syntheses, quotations; indexed in memory."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from framework_qda.model import (
    Analyst,
    Attribute,
    CaseStudy,
    Document,
    Informant,
    Interview,
    Organisation,
    Quotation,
    Recording,
    Revision,
    SegmentKind,
    Study,
    Subtopic,
    Synthesis,
    Tag,
    Theme,
    Verdict,
)
from framework_qda.project.hits import Hit, HitKind
from framework_qda.project.registry import type_name
from framework_qda.project.schema import TOKENIZER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framework_qda.model import Record
    from framework_qda.project.reader import Reader

_NAMES: Mapping[type[Record], tuple[str, str]] = {
    Theme: ("title", "description"),
    Subtopic: ("label", "definition"),
    Tag: ("label", ""),
    CaseStudy: ("label", ""),
    Organisation: ("label", "kind"),
    Interview: ("code", "mode"),
    Informant: ("role", "code"),
    Attribute: ("label", ""),
    Document: ("title", "file_name"),
    Recording: ("title", ""),
    Analyst: ("name", "initials"),
}
"""The fields that hold the name and the description of a record."""


class Small(NamedTuple):
    """A text with where it belongs, for the filters."""

    hit: Hit
    case_study_id: str = ""
    theme_id: str = ""
    record_id: str = ""
    """The record that holds the text; who last wrote it is asked of this one."""


TYPES = frozenset(map(type_name, (*_NAMES, Study, Synthesis, Verdict, Revision, Quotation)))
"""The types of record whose change makes the index old; extracts matter to quotations, but never their words."""


class SmallTexts:
    """An index of small texts as they stood when it was made."""

    def __init__(self, reader: Reader) -> None:
        self.all = [each for each in _Gatherer(reader).texts() if each.hit.text.strip()]
        # One thread at a time uses it, but not always the same.
        self._index = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._index.execute(f"create virtual table small using fts5(text, content='', tokenize='{TOKENIZER}')")
        self._index.execute("begin")
        rows = ((n, each.hit.text) for n, each in enumerate(self.all, 1))
        self._index.executemany("insert into small (rowid, text) values (?, ?)", rows)
        self._index.execute("commit")

    def find(self, expression: str) -> list[Small]:
        """Return the texts that an expression of FTS5 matches, in their order."""
        rows = self._index.execute("select rowid from small where small match :q order by rowid", {"q": expression})
        return [self.all[row[0] - 1] for row in rows]

    def close(self) -> None:
        """Free the index."""
        self._index.close()


class _Gatherer:
    """Read the small texts of a project."""

    def __init__(self, reader: Reader) -> None:
        self._read = reader
        self._themes = {each.id: each.theme_id or "" for each in reader.all(Subtopic)}
        self._cases = {each.id: each.case_study_id or "" for each in reader.all(Interview)}
        self._n = 0

    def texts(self) -> Iterator[Small]:
        """Give them in the order in which results come: names by type, then the others."""
        study = self._read.study()
        yield self._small(HitKind.NAME, study, "study", study.id, _two_lines(study.title, study.aims))
        for record_type, (name, more) in _NAMES.items():
            for record in self._read.all(record_type):
                text = _two_lines(getattr(record, name), getattr(record, more) if more else "")
                yield self._small(HitKind.NAME, record, type_name(record_type), record.id, text)
        yield from self._syntheses()
        yield from self._quotations()

    def _syntheses(self) -> Iterator[Small]:
        written = set()
        for synthesis in self._read.all(Synthesis):
            written.add(synthesis.subject_id)
            text = "\n".join(each.text for each in synthesis.content)
            yield self._small(HitKind.SYNTHESIS, synthesis, synthesis.subject_type, synthesis.subject_id, text)
        for case_study in self._read.all(CaseStudy):
            if case_study.id not in written:
                yield self._small(HitKind.SYNTHESIS, case_study, "case_study", case_study.id, case_study.synopsis)
        for verdict in self._read.all(Verdict):
            yield self._small(HitKind.SYNTHESIS, verdict, "verdict", verdict.case_study_id, verdict.note)
        for revision in self._read.all(Revision):
            yield self._small(HitKind.SYNTHESIS, revision, "subtopic", revision.subtopic_id, revision.reason)

    def _quotations(self) -> Iterator[Small]:
        found = {each.id: each for each in self._read.quotations()}
        first = {
            key: next((part.extract_id for part in each.segments if part.extract_id), "") for key, each in found.items()
        }
        extracts = self._read.extracts_by_id(first.values())
        for key, quotation in found.items():
            words = " ".join(each.text for each in quotation.segments if each.kind != SegmentKind.OMISSION)
            extract = extracts.get(first[key])
            interview_id = extract.interview_id if extract else ""
            yield self._small(HitKind.EXTRACT, quotation, "extract", first[key], words, interview_id)

    def _small(
        self, kind: HitKind, record: Record, target_type: str, target_id: str, text: str, interview_id: str = ""
    ) -> Small:
        self._n += 1
        interview_id = interview_id or (
            record.id if isinstance(record, Interview) else getattr(record, "interview_id", "")
        )
        subtopic_id = record.id if isinstance(record, Subtopic) else getattr(record, "subtopic_id", "") or ""
        if isinstance(record, Synthesis) and record.subject_type == "subtopic":
            subtopic_id = record.subject_id
        # Numbers below 0 tell them from what has a row of its own in a table of the same kind.
        hit = Hit(
            kind, -self._n, text, target_type, target_id, interview_id, subtopic_id, detail=type_name(type(record))
        )
        return Small(hit, self._case_study(record, interview_id), self._theme(record, subtopic_id), record.id)

    def _case_study(self, record: Record, interview_id: str) -> str:
        if isinstance(record, CaseStudy):
            return record.id
        if isinstance(record, Synthesis) and record.subject_type == "case_study":
            return record.subject_id
        return getattr(record, "case_study_id", "") or self._cases.get(interview_id, "")

    def _theme(self, record: Record, subtopic_id: str) -> str:
        return record.id if isinstance(record, Theme) else self._themes.get(subtopic_id, "")


def _two_lines(name: str, more: str) -> str:
    return "\n".join(part for part in (name, more) if part)
