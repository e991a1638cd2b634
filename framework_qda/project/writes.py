"""One thing that an action is to write, before it becomes an entry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from framework_qda.project.entry import DELETE, GONE_FIELD, NEW, SET, UNDELETE
from framework_qda.project.ids import attribute_value_id, cell_id
from framework_qda.project.registry import Json


@dataclass(frozen=True, slots=True)
class Write:
    """Say what one entry is to assign of one entity.

    `values` maps leaves to JSON values. `parents` gives for each field the entries to be replaced; left out,
    they are the heads of the moment. `instead` says of what is put back whose place each value takes. `bulk` is
    (type name, number, fields) of the children that the entry makes.
    """

    kind: str
    type_name: str
    entity: str
    owners: tuple[str, ...] = ()
    values: Mapping[str, Json] = field(default_factory=dict)
    parents: Mapping[str, Sequence[str]] | None = None
    bulk: tuple[str, int, tuple[str, ...]] | None = None
    instead: Mapping[str, str | None] | None = None
    cut: tuple[tuple[str, str], ...] = ()


def creation(type_name: str, entity: str, values: Mapping[str, Json], owners: tuple[str, ...] = ()) -> Write:
    """Make an entity with its first values."""
    return Write(NEW, type_name, entity, owners, values)


def assignment(type_name: str, entity: str, values: Mapping[str, Json], owners: tuple[str, ...] = ()) -> Write:
    """Assign fields of an entity; owners are repeated in every entry, for they are how the entry is found."""
    return Write(SET, type_name, entity, owners, values)


def deletion(type_name: str, entity: str, owners: tuple[str, ...] = ()) -> Write:
    """Delete an entity; what it owns hides with it."""
    return Write(DELETE, type_name, entity, owners, {GONE_FIELD: True})


def undeletion(type_name: str, entity: str, owners: tuple[str, ...] = ()) -> Write:
    """Bring a deleted entity back, and what it owns with it."""
    return Write(UNDELETE, type_name, entity, owners, {GONE_FIELD: False})


def cell_assignment(interview_id: str, subtopic_id: str, values: Mapping[str, Json]) -> Write:
    """Assign fields of the cell where an interview meets a sub-topic."""
    return assignment("cell", cell_id(interview_id, subtopic_id), values, (interview_id, subtopic_id))


def attribute_assignment(attribute_id: str, subject_id: str, value: str) -> Write:
    """Say what an attribute says of a subject."""
    entity = attribute_value_id(attribute_id, subject_id)
    return assignment("attribute_value", entity, {"value": value}, (attribute_id, subject_id))
