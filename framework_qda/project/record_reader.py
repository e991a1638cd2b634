"""Reading records of any type: what is deleted, or belongs to something deleted, is left out."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

from framework_qda.model import (
    Attribute,
    AttributeValue,
    Document,
    Informant,
    Interview,
    Organisation,
    Paragraph,
    Record,
    Recording,
    Study,
    Subtopic,
)
from framework_qda.model.fields import FieldKind
from framework_qda.project import journal_tables as tables
from framework_qda.project.ids import study_id
from framework_qda.project.registry import REGISTRY, TypeSpec, canonical, spec_of

R = TypeVar("R", bound=Record)


class RecordReader:
    """Read the records of a project through one connection, in the thread that made it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    # -- the project and its parts

    def study(self) -> Study:
        """Return what the project is about."""
        project_id = tables.read_meta(self._connection, "project_id")
        return self.get(Study, study_id(project_id)) or Study(id=study_id(project_id))

    def all(self, record_type: type[R]) -> list[R]:
        """Return the visible records of a type in their order."""
        return self._select(record_type)

    def get(self, record_type: type[R], record_id: str | None) -> R | None:
        """Return a visible record, or `None`."""
        return next(iter(self._select(record_type, "id = :id", {"id": record_id})), None)

    def organisations(self, case_study_id: str) -> list[Organisation]:
        """Return the organisations of a case study in their order."""
        return self._select(Organisation, "case_study_id = :id", {"id": case_study_id})

    def interviews(self, case_study_id: str) -> list[Interview]:
        """Return the interviews of a case study in their order."""
        return self._select(Interview, "case_study_id = :id", {"id": case_study_id})

    def interview_codes(self) -> list[str]:
        """Return the codes of all interviews, for which their records need not be read."""
        query = f"select code from interview where {visible_clause(spec_of(Interview))}"
        return [str(code or "") for (code,) in self._connection.execute(query)]

    def informants(self, interview_id: str) -> list[Informant]:
        """Return who spoke in an interview."""
        return self._select(Informant, "interview_id = :id", {"id": interview_id})

    def documents(self, interview_id: str) -> list[Document]:
        """Return the documents of an interview in their order."""
        return self._select(Document, "interview_id = :id", {"id": interview_id})

    def recordings(self, interview_id: str) -> list[Recording]:
        """Return the recordings of an interview in their order."""
        return self._select(Recording, "interview_id = :id", {"id": interview_id})

    def paragraphs(self, document_id: str) -> list[Paragraph]:
        """Return the paragraphs of a document by their numbers."""
        return self._select(Paragraph, "document_id = :id", {"id": document_id})

    def subtopics(self, theme_id: str) -> list[Subtopic]:
        """Return the sub-topics of a theme in their order."""
        return self._select(Subtopic, "theme_id = :id", {"id": theme_id})

    def attributes(self, level: str) -> list[Attribute]:
        """Return the attributes that are kept of a type of subject, such as `case_study`."""
        return self._select(Attribute, "level = :level", {"level": level})

    def attribute_values(self, attribute_id: str) -> dict[str, str]:
        """Return what an attribute says: subject id -> value, subjects without one left out."""
        found = self._select(AttributeValue, "attribute_id = :id", {"id": attribute_id})
        return {each.subject_id: each.value for each in found if each.value}

    def values_of_attributes(self, attribute_ids: Iterable[str]) -> dict[tuple[str, str], str]:
        """Return what some attributes say: (attribute id, subject id) -> value, for subjects known to be visible."""
        # To ask of each value whether its subject is hidden costs a look at every type that this may be of.
        rows = self._connection.execute(
            """
            select attribute_id, subject_id, value from attribute_value
            where gone <> 1 and attribute_id in (select value from json_each(:ids)) and value <> ''
            """,
            {"ids": canonical(list(attribute_ids))},
        )
        return {(attribute_id, subject_id): value for attribute_id, subject_id, value in rows}

    def attributes_of(self, subject_id: str) -> dict[str, str]:
        """Return what is known of a subject: attribute id -> value."""
        found = self._select(AttributeValue, "subject_id = :id", {"id": subject_id})
        return {each.attribute_id: each.value for each in found if each.value}

    def last_order(self, record_type: type[Record], place: Mapping[str, object]) -> str:
        """Return the highest order key among the records of a type that stand at a place, given as field -> value."""
        where = " and ".join(["true", *(f'"{field}" is :{field}' for field in place)])
        query = f"select coalesce(max(\"order\"), '') from {spec_of(record_type).name} where {where}"
        return str(self._connection.execute(query, dict(place)).fetchone()[0])

    def counts(self) -> dict[str, int]:
        """Return how many visible records of each type there are."""
        return {
            name: self._connection.execute(f"select count(*) from {name} where {visible_clause(spec)}").fetchone()[0]
            for name, spec in REGISTRY.items()
        }

    def _select(
        self,
        record_type: type[R],
        where: str = "true",
        values: Mapping[str, object] | None = None,
        *,
        are_owners_visible: bool = False,
    ) -> list[R]:
        spec = spec_of(record_type)
        names = ", ".join(f'"{column}"' for column in spec.columns)
        # To ask for hidden owners costs a look at all of them: who knows that they are visible need not.
        visible = "gone <> 1" if are_owners_visible else visible_clause(spec)
        query = f"select {names} from {spec.name} where {where} and {visible} order by {_order(spec)}"
        rows: Iterator[tuple[Any, ...]] = self._connection.execute(query, dict(values or {}))
        return [cast("R", spec.record(row)) for row in rows]


def visible_clause(spec: TypeSpec) -> str:
    """Return the condition on the rows of a type that are not deleted and belong to nothing that is."""
    clauses = [f"{owner} not in ({hidden})" for owner, hidden in _hidden_owners(spec)]
    return " and ".join(["gone <> 1", *clauses, *_visible_subjects(spec)])


def _visible_subjects(spec: TypeSpec) -> Iterator[str]:
    """Give for an owner of whatever type the clauses that hide the record with it, one a type that it may be of."""
    if "subject_id" not in spec.owners:
        return
    for subject in REGISTRY.values():
        if "subject_id" not in subject.owners:
            # By its id, not over all hidden ones: a subject may be one of very many paragraphs.
            clauses = [f"subject.{owner} in ({hidden})" for owner, hidden in _hidden_owners(subject)]
            hidden = " or ".join(["subject.gone = 1", *clauses])
            yield f"not exists (select 1 from {subject.name} as subject where subject.id = subject_id and ({hidden}))"


def _hidden_owners(spec: TypeSpec) -> Iterator[tuple[str, str]]:
    """Give for each owner whose type is known the query for those that are deleted or hidden themselves."""
    for owner in spec.owners:
        owner_spec = REGISTRY.get(owner.removesuffix("_id"))
        if owner_spec:
            clauses = [f"{name} in ({hidden})" for name, hidden in _hidden_owners(owner_spec)]
            yield owner, f"select id from {owner_spec.name} where {' or '.join(['gone = 1', *clauses])}"


def _order(spec: TypeSpec) -> str:
    if spec.record_type is Paragraph:
        return "number"
    keys = [f'"{name}"' for name, field in spec.fields.items() if field.kind is FieldKind.ORDER]
    return ", ".join([*keys, "id"])
