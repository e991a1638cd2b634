"""What adding, changing, moving and deleting records writes, whatever their type."""

from collections.abc import Mapping
from dataclasses import fields
from typing import cast

from framework_qda.errors import RefusedError
from framework_qda.model import CaseStudy, Comment, Interview, Organisation, Paragraph, Record, Theme
from framework_qda.model.fields import FieldKind
from framework_qda.project.ids import Entropy, new_id
from framework_qda.project.order import keys_after, keys_for_place
from framework_qda.project.reader import Reader
from framework_qda.project.registry import Json, TypeSpec, encode, spec_of
from framework_qda.project.writes import Write, assignment, creation, deletion

_ORDERED_WITHIN = {
    "organisation": "case_study_id",
    "interview": "case_study_id",
    "informant": "interview_id",
    "document": "interview_id",
    "recording": "interview_id",
    "comment": "subject_id",
    "revision": "subtopic_id",
    "tag": "subtopic_id",
    "subtopic": "theme_id",
    "attribute": "level",
}
"""The field whose equal values make records follow each other in one order; others share one order."""


def creation_of(reader: Reader, record_type: type[Record], values: Mapping[str, object], entropy: Entropy) -> Write:
    """Return the write that makes a record, last in its order. Raise TypeError for a field that it has not."""
    spec = spec_of(record_type)
    _check_names(spec, values)
    encoded = _encoded(spec, values)
    if "order" in spec.fields and "order" not in values:
        within = _ORDERED_WITHIN.get(spec.name)
        default = {field.name: field.default for field in fields(record_type)}
        place = {within: values.get(within, default[within])} if within else {}
        encoded["order"] = keys_after(reader.last_order(record_type, place), 1, entropy)[0]
    owners = tuple(str(values[name]) for name in spec.owners)
    return creation(spec.name, new_id(entropy), encoded, owners)


def _check_names(spec: TypeSpec, values: Mapping[str, object]) -> None:
    unknown = set(values) - set(spec.fields) - set(spec.owners)
    if unknown:
        raise TypeError(f"a {spec.name} has no {', '.join(sorted(unknown))}")


def _encoded(spec: TypeSpec, values: Mapping[str, object]) -> dict[str, Json]:
    """Turn values of a record into those of an entry; a set becomes one register an element."""
    encoded: dict[str, Json] = {}
    for name, value in values.items():
        if name in spec.owners:
            continue
        if spec.fields[name].kind is FieldKind.SET:
            encoded |= {f"{name}/{element}": True for element in cast("frozenset[str]", value)}
        else:
            encoded[name] = str(value) if isinstance(value, str) else encode(value)
    return encoded


def changes_of(record: Record, values: Mapping[str, object], *, is_decision: bool = False) -> list[Write]:
    """Return the write that brings a record to these values; nothing where it has them already.

    A decision between several values is written though the record shows the chosen one already.
    """
    spec = spec_of(type(record))
    _check_names(spec, values)
    differing = {name: value for name, value in values.items() if is_decision or getattr(record, name) != value}
    if set(differing) & set(spec.owners):
        raise TypeError(f"the owners of a {spec.name} are fixed")
    encoded = _encoded(spec, differing)
    for name, value in differing.items():
        if spec.fields[name].kind is FieldKind.SET:
            encoded |= {f"{name}/{element}": False for element in getattr(record, name) - cast("frozenset[str]", value)}
    return [assignment(spec.name, record.id, encoded, owners_of(record))] if encoded else []


def owners_of(record: Record) -> tuple[str, ...]:
    """Return the ids of a record's owners in the order of its fields."""
    return tuple(getattr(record, name) for name in spec_of(type(record)).owners)


def deletions_of(reader: Reader, record: Record) -> list[Write]:
    """Return the deletion of a record and of what cannot stand without it: the referrers first.

    What it owns (an interview's cells and notes, say) hides with it and needs no deletion of its own.
    """
    dependents: list[Record] = []
    if isinstance(record, Theme):
        dependents = list(reader.subtopics(record.id))
    elif isinstance(record, CaseStudy):
        dependents = [*reader.interviews(record.id), *reader.organisations(record.id)]
    elif isinstance(record, Organisation):
        dependents = [each for each in reader.all(Interview) if each.organisation_id == record.id]
    elif isinstance(record, Comment):
        dependents = [each for each in reader.comments(record.subject_id) if each.reply_to == record.id]
    elif isinstance(record, Paragraph):
        raise RefusedError("A paragraph is not deleted alone: its number is quoted. Empty its text instead.")
    return [deletion(spec_of(type(each)).name, each.id, owners_of(each)) for each in (*dependents, record)]


def moves_of(reader: Reader, record: Record, after: str | None, entropy: Entropy) -> list[Write]:
    """Return what puts a record behind another of its kind, or first. Raise RefusedError where that is not there."""
    spec = spec_of(type(record))
    values = {name: getattr(record, name) for name in (*spec.fields, *spec.owners)}
    others = [each for each in _siblings(reader, type(record), values) if each.id != record.id]
    ids = [each.id for each in others]
    if after is not None and after not in ids:
        raise RefusedError("It was not moved: what it was to follow is no longer there.")
    place = 0 if after is None else ids.index(after) + 1
    keys = keys_for_place([each.order for each in others], place, entropy)  # type: ignore[attr-defined]
    moved = [record, *others[place : place + len(keys) - 1]]
    return [
        assignment(spec.name, each.id, {"order": key}, owners_of(each)) for each, key in zip(moved, keys, strict=True)
    ]


def _siblings(reader: Reader, record_type: type[Record], values: Mapping[str, object]) -> list[Record]:
    within = _ORDERED_WITHIN.get(spec_of(record_type).name)
    default = {field.name: field.default for field in fields(record_type)}
    found = reader.all(record_type)
    if within is None:
        return found
    wanted = values.get(within, default[within])
    return [each for each in found if getattr(each, within) == wanted]
