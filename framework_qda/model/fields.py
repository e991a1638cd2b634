"""The kinds of field that a record can have: what the journal does when two people write one.

The records of `records.py` annotate their fields with these; tables, columns and the projection of the
journal derive from the annotations alone.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypeAlias


class FieldKind(StrEnum):
    """How a field is fixed, written and merged."""

    OWNER = "owner"
    """Fixed for life, stands in every entry's head; the record hides with its owner."""
    TEXT = "text"
    """Prose: two values written apart are both kept until a person decides."""
    VALUE = "value"
    """A fact: two values written apart are both kept until a person decides."""
    LOOK = "look"
    """How something is shown (a width, a colour): the highest wins, nobody is asked."""
    SET = "set"
    """Ids, one register an element: an addition wins over a removal that did not know of it."""
    ORDER = "order"
    """A fractional key that sorts the record among its like; ties by id."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """Describe one field to the journal: its kind, and whether its column holds JSON."""

    kind: FieldKind
    is_json: bool = False


Owner: TypeAlias = Annotated[str, FieldSpec(FieldKind.OWNER)]
Text: TypeAlias = Annotated[str, FieldSpec(FieldKind.TEXT)]
Value: TypeAlias = Annotated[str, FieldSpec(FieldKind.VALUE)]
Reference: TypeAlias = Annotated[str | None, FieldSpec(FieldKind.VALUE)]
Number: TypeAlias = Annotated[int | None, FieldSpec(FieldKind.VALUE)]
Flag: TypeAlias = Annotated[bool, FieldSpec(FieldKind.VALUE)]
Words: TypeAlias = Annotated[tuple[str, ...], FieldSpec(FieldKind.VALUE, is_json=True)]
Look: TypeAlias = Annotated[str, FieldSpec(FieldKind.LOOK)]
Width: TypeAlias = Annotated[int | None, FieldSpec(FieldKind.LOOK)]
IdSet: TypeAlias = Annotated[frozenset[str], FieldSpec(FieldKind.SET, is_json=True)]
Order: TypeAlias = Annotated[str, FieldSpec(FieldKind.ORDER)]
