"""Everything in a project as JSON: flat lists of objects, one object a line, in a stable order.

`docs/json-export.md` says what every key means; a test holds the two together.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass
from pathlib import Path
from typing import TextIO, TypeAlias, TypeVar

from framework_qda.errors import ExportError
from framework_qda.io.atomic import replacing
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.rows import row_order
from framework_qda.model import (
    Analyst,
    Attribute,
    AttributeValue,
    CaseStudy,
    Cell,
    Comment,
    DictionaryWord,
    Document,
    Extract,
    Gone,
    Informant,
    Interview,
    Organisation,
    Quotation,
    Record,
    Recording,
    Revision,
    Subtopic,
    Tag,
    Theme,
    Verdict,
)
from framework_qda.project.reader import Reader
from framework_qda.quotes.bank import build_bank

FORMAT = "framework-qda"
FORMAT_VERSION = 1

Json: TypeAlias = object
_Object: TypeAlias = dict[str, Json]
_Part = TypeVar("_Part", Informant, Document, Recording, Cell, Extract)


def export_json(reader: Reader, path: Path | str) -> list[str]:
    """Write the whole project as a .json file and return sentences on what could not be worked out.

    What stood at `path` stays until the new file is complete. Raises ExportError if it cannot be written.
    """
    export = _Export(reader)
    # Lone halves of characters cannot be stored in a project; if one got in all the same, it must not stop the rest.
    with (
        replacing(Path(path)) as temporary,
        temporary.open("w", encoding="utf-8", errors="replace", newline="\n") as out,
    ):
        _write(out, {"format": FORMAT, "format_version": FORMAT_VERSION, "project": export.project()}, export.lists())
    return export.warnings


def _write(out: TextIO, head: Mapping[str, Json], lists: Mapping[str, Callable[[], Iterable[_Object]]]) -> None:
    """Write the head and then each list, an object a line: big lists never stand in memory as one text."""
    out.write("{\n" + ",\n".join(f"{_text(key)}: {_text(value)}" for key, value in head.items()))
    for name, objects in lists.items():
        out.write(f",\n{_text(name)}: [")
        for place, each in enumerate(objects()):
            out.write(f"{',' if place else ''}\n{_text(each)}")
        out.write("\n]")
    out.write("\n}\n")


class _Export:
    """Turn the records of a project into objects, those of interviews in the project's row order."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._case_studies = _places(each.id for each in reader.all(CaseStudy))
        self._interview_places = _places(row.interview_id for row in row_order(reader).rows)
        self._organisations = sorted(reader.all(Organisation), key=self._case_study_place)
        self._organisation_ids = {each.id for each in self._organisations}
        columns = [column.subtopic_id for outline in framework_outline(reader) for column in outline.columns]
        subtopics = _places(columns)
        self._cells = sorted(self._by_interview(Cell), key=lambda cell: subtopics.get(cell.subtopic_id, len(subtopics)))
        self._cells.sort(key=self._interview_place)
        self._extracts = self._by_interview(Extract)
        self.warnings: list[str] = []

    def project(self) -> _Object:
        """Return what the project is about."""
        return _object(self._reader.study())

    def lists(self) -> dict[str, Callable[[], Iterable[_Object]]]:
        """Return each list by its key, in the order of the file."""
        return {
            "analysts": lambda: map(_object, self._reader.all(Analyst)),
            "case_studies": lambda: map(_object, self._reader.all(CaseStudy)),
            "organisations": lambda: map(self._with_known_owners, self._organisations),
            "interviews": self._interviews,
            "informants": lambda: map(_object, self._by_interview(Informant)),
            "attributes": lambda: map(_object, self._reader.all(Attribute)),
            "attribute_values": self._attribute_values,
            "documents": lambda: map(_object, self._by_interview(Document)),
            "paragraphs": self._paragraphs,
            "recordings": lambda: map(_object, self._by_interview(Recording)),
            "themes": self._themes,
            "subtopics": self._subtopics,
            "revisions": lambda: map(_object, self._reader.all(Revision)),
            "tags": lambda: map(_object, self._reader.all(Tag)),
            "cells": self._cell_objects,
            "statements": self._statements,
            "conclusions": self._conclusions,
            "verdicts": lambda: map(_object, sorted(self._reader.all(Verdict), key=_id_of)),
            "extracts": lambda: map(_object, self._extracts),
            "quotations": self._quotations,
            "comments": self._comments,
            "dictionary_words": lambda: map(_object, sorted(self._reader.all(DictionaryWord), key=_id_of)),
            "conflicts": self._conflicts,
        }

    def _by_interview(self, record_type: type[_Part]) -> list[_Part]:
        return sorted(self._reader.all(record_type), key=self._interview_place)

    def _interview_place(self, record: Informant | Document | Recording | Cell | Extract) -> int:
        return self._interview_places.get(record.interview_id, -1)

    def _case_study_place(self, organisation: Organisation) -> int:
        return self._case_studies.get(organisation.case_study_id or "", len(self._case_studies))

    def _with_known_owners(self, record: Organisation | Interview) -> _Object:
        """Return the object without references to what has been deleted."""
        found = _object(record)
        for key, known in (("case_study_id", self._case_studies), ("organisation_id", self._organisation_ids)):
            if key in found and found[key] not in known:
                found[key] = None
        return found

    def _interviews(self) -> Iterator[_Object]:
        analysts = {each.id for each in self._reader.all(Analyst)}
        for interview in sorted(self._reader.all(Interview), key=lambda each: self._interview_places[each.id]):
            found = self._with_known_owners(interview)
            del found["analysts"]
            yield {**found, "analyst_ids": sorted(interview.analysts & analysts)}

    def _attribute_values(self) -> Iterator[_Object]:
        subjects = {*self._case_studies, *self._organisation_ids, *self._interview_places}
        subjects |= {each.id for each in self._reader.all(Informant)}
        for value in self._reader.all(AttributeValue):
            if value.value and value.subject_id in subjects:
                yield _object(value)

    def _paragraphs(self) -> Iterator[_Object]:
        for document in self._by_interview(Document):
            yield from map(_object, self._reader.paragraphs(document.id))

    def _themes(self) -> Iterator[_Object]:
        numbers = {outline.theme.id: outline.number for outline in framework_outline(self._reader)}
        for theme in self._reader.all(Theme):
            yield {**_object(theme), "number": numbers[theme.id]}

    def _subtopics(self) -> Iterator[_Object]:
        outlines = framework_outline(self._reader)
        places = {column.subtopic_id: column.number for outline in outlines for column in outline.columns}
        subtopics = {each.id: each for each in self._reader.all(Subtopic)}
        for subtopic_id in [*places, *(each for each in subtopics if each not in places)]:
            # A sub-topic whose theme is gone has no number.
            theme_id = subtopics[subtopic_id].theme_id if subtopic_id in places else None
            yield {**_object(subtopics[subtopic_id]), "theme_id": theme_id, "number": places.get(subtopic_id)}

    def _cell_objects(self) -> Iterator[_Object]:
        for cell in self._cells:
            found = _object(cell)
            del found["content"]
            settled = found.pop("settled")
            yield {
                **found,
                "settled_revision_ids": settled,
                "statement_ids": [statement.id for statement in cell.content],
            }

    def _statements(self) -> Iterator[_Object]:
        known = {extract.id for extract in self._extracts}
        tags = {tag.id for tag in self._reader.all(Tag)}
        for cell in self._cells:
            for statement in cell.content:
                yield {
                    "id": statement.id,
                    "cell_id": cell.id,
                    "interview_id": cell.interview_id,
                    "subtopic_id": cell.subtopic_id,
                    "kind": str(statement.kind),
                    "text": statement.text,
                    "extract_ids": [each for each in statement.evidence if each in known],
                    "tag_ids": [each for each in statement.marks.tags if each in tags],
                    "to_rehome": statement.marks.to_rehome,
                }

    def _conclusions(self) -> Iterator[_Object]:
        subjects = [
            *(("case_study", each.id) for each in self._reader.all(CaseStudy)),
            *(("subtopic", each.id) for each in self._reader.all(Subtopic)),
        ]
        for subject_type, subject_id in subjects:
            for statement in self._reader.synthesis(subject_type, subject_id).content:
                yield {
                    "id": statement.id,
                    "subject_type": subject_type,
                    "subject_id": subject_id,
                    "kind": str(statement.kind),
                    "text": statement.text,
                    "rests_on_ids": list(statement.evidence),
                    "weight": statement.marks.weight,
                    "weight_unit": statement.marks.weight_unit,
                    "weight_interview_ids": list(statement.marks.weight_rows),
                }

    def _quotations(self) -> Iterator[_Object]:
        try:
            bank = build_bank(self._reader, is_public=False)
        except ExportError as error:
            # The rest of the project is worth having although a template is wrong.
            self.warnings.append(f"The list of quotations is empty. {error}")
            return
        self.warnings += bank.warnings
        edited = {each.id: each for each in self._reader.quotations()}
        for each in bank.quotations:
            record = edited.get(each.id, Quotation(id=each.id, stage=""))
            yield {
                "id": each.id,
                "interview_id": each.interview_id,
                "extract_ids": list(each.extract_ids),
                "subtopic_ids": list(each.subtopic_ids),
                "text": each.text,
                **_object(record),
                "attribution": each.attribution,
            }

    def _comments(self) -> Iterator[_Object]:
        analysts = {each.id for each in self._reader.all(Analyst)}
        comments = self._reader.all(Comment)
        known = {each.id for each in comments}
        standing = self._reader.cells_of_statements(each.statement_id for each in comments if each.statement_id)
        for comment in sorted(comments, key=lambda each: (each.written_at, each.subject_id, each.order)):
            found = _object(comment)
            remark = found.pop("reply_to")
            analyst_id = comment.analyst_id if comment.analyst_id in analysts else None
            yield {
                **found,
                "statement_id": comment.statement_id if comment.statement_id in standing else None,
                "analyst_id": analyst_id,
                "reply_to_id": remark if remark in known else None,
            }

    def _conflicts(self) -> Iterator[_Object]:
        for record_id, found in sorted(self._reader.conflicts().items()):
            for field, values in sorted(found.items()):
                yield {"record_id": record_id, "field": field, "values": [_plain(value) for value in values]}


def _places(ids: Iterable[str]) -> dict[str, int]:
    return {each: place for place, each in enumerate(ids)}


def _object(record: Record) -> _Object:
    """Return a record as an object; the order of a list stands for the order of its records."""
    left_out = {"order", "gone"}
    found = {field.name: _plain(getattr(record, field.name)) for field in fields(record) if field.name not in left_out}
    if record.gone == Gone.CONTESTED:
        found["is_contested"] = True
    return found


def _plain(value: object) -> Json:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _id_of(record: Record) -> str:
    return record.id
