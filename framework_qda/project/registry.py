"""What the journal knows of the records: derived from the annotations of `model/records.py` alone.

Tables, columns, the projection of the journal and the reading of rows all follow from here, so that a new
field or a new noun is written down once.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar, cast, get_args, get_origin, get_type_hints

from framework_qda.model import RECORD_TYPES, Gone, Record
from framework_qda.model.fields import FieldKind, FieldSpec

Json: TypeAlias = Any
"""A value as it stands in an entry: text, whole number, true or false, null, list or object; never a float."""

R = TypeVar("R", bound=Record)

canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class TypeSpec:
    """One type of record as the journal and the state tables see it."""

    name: str
    record_type: type[Record]
    owners: tuple[str, ...]
    fields: Mapping[str, FieldSpec]
    """The fields that entries assign, in the order of their columns; owners are not among them."""
    column_types: Mapping[str, type]
    plain_types: Mapping[str, type | None]
    """The same, but for fields whose column holds JSON, which have `None`."""
    decoders: Mapping[str, Callable[[Json], object]]
    defaults: Mapping[str, object]
    readers: tuple[tuple[str, Callable[[Json], object] | None, object], ...]
    """For each column its name, how its value is read (`None`: as it stands), and what stands for none."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Name the columns of the state table behind its row number."""
        return ("id", "gone", *self.owners, *self.fields)

    def column_values(self, values: Mapping[str, Json]) -> list[str | int | None]:
        """Turn an entry's values into those of all columns of fields, in their order."""
        # An import comes here once a paragraph: what is plainly of its column's type is told without a call.
        row: list[str | int | None] = []
        for name, kind in self.plain_types.items():
            value = values.get(name)
            is_plain = type(value) is kind
            row.append(value if is_plain else self.column_value(name, value))
        return row

    def column_value(self, name: str, value: Json) -> str | int | None:
        """Turn an entry's value into what its column holds; one of a wrong type is as good as none."""
        if value is None:
            return None
        if self.fields[name].is_json:
            return canonical(value) if isinstance(value, list) else None
        return value if isinstance(value, (str, int)) and isinstance(value, self.column_types[name]) else None

    def record(self, row: Mapping[str, Any] | tuple[Any, ...]) -> Record:
        """Make the record of a state row; a row given as a tuple has the order of `columns`."""
        # A large study is read record by record, tens of thousands of them: one pass over the row, no more.
        stored = tuple(row[name] for name in self.columns) if isinstance(row, Mapping) else row
        values: dict[str, Any] = {
            name: default if value is None else decode(value) if decode else value
            for (name, decode, default), value in zip(self.readers, stored, strict=True)
        }
        return self.record_type(**values)

    def value(self, name: str, value: Json) -> object:
        """Turn an entry's value of a field into what the record holds."""
        return self._read(name, self.column_value(name, value))

    def _read(self, name: str, stored: object) -> object:
        if stored is None:
            return self.defaults[name]
        decode = self.decoders.get(name)
        return decode(stored) if decode else stored


def type_name(record_type: type[Record]) -> str:
    """Return the name of a record's type: `case_study` for `CaseStudy`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", record_type.__name__).lower()


def encode(value: object) -> Json:
    """Turn a field's value into what an entry holds: statements and anchors become objects, tuples lists."""
    if is_dataclass(value) and not isinstance(value, type):
        # What has its default is left out: most statements have no marks, and there are very many.
        return {
            each.name: encode(getattr(value, each.name))
            for each in fields(value)
            if each.default is MISSING or getattr(value, each.name) != each.default
        }
    if isinstance(value, (tuple, list)):
        return [encode(element) for element in value]
    if isinstance(value, float):
        raise TypeError("an entry holds no floats: their text differs between programs")
    return value


def _item_decoder(hint: object) -> Callable[[Json], object]:
    """Return the function that makes a tuple or a set of the JSON text in a column."""
    collect = get_origin(hint)
    element = get_args(hint)[0]
    if not is_dataclass(element):
        return lambda text: collect(json.loads(text))  # type: ignore[misc]
    make = _maker(cast("type", element))
    return lambda text: tuple(make(item) for item in json.loads(text))


def _maker(element: type) -> Callable[[Mapping[str, Json]], object]:
    """Return the function that makes a dataclass of a JSON object; keys that it does not know are passed over."""
    make = cast("Callable[..., object]", element)
    hints = get_type_hints(element)
    readers: dict[str, Callable[[Json], object] | None] = {}
    for each in fields(element):
        hint = hints[each.name]
        readers[each.name] = (
            tuple if get_origin(hint) is tuple else _maker(cast("type", hint)) if is_dataclass(hint) else None
        )

    def made(item: Mapping[str, Json]) -> object:
        values = {name: read(item[name]) if read else item[name] for name, read in readers.items() if name in item}
        return make(**values)

    return made


def _describe(record_type: type[Record]) -> TypeSpec:
    hints = get_type_hints(record_type, include_extras=True)
    specs: dict[str, FieldSpec] = {}
    for name, hint in hints.items():
        found = [extra for extra in getattr(hint, "__metadata__", ()) if isinstance(extra, FieldSpec)]
        if found:
            specs[name] = found[0]
    assigned = {name: spec for name, spec in specs.items() if spec.kind is not FieldKind.OWNER}
    plain = get_type_hints(record_type)
    column_types = {name: _column_type(plain[name]) for name in assigned}
    decoders: dict[str, Callable[[Json], object]] = {
        name: _item_decoder(plain[name]) for name, spec in assigned.items() if spec.is_json
    }
    decoders |= {name: bool for name in assigned if plain[name] is bool}
    owners = tuple(name for name, spec in specs.items() if spec.kind is FieldKind.OWNER)
    defaults = {field.name: field.default for field in fields(record_type) if field.default is not MISSING}
    return TypeSpec(
        name=type_name(record_type),
        record_type=record_type,
        owners=owners,
        fields=MappingProxyType(assigned),
        column_types=MappingProxyType(column_types),
        plain_types=MappingProxyType(
            {name: None if spec.is_json else column_types[name] for name, spec in assigned.items()}
        ),
        decoders=MappingProxyType(decoders),
        defaults=MappingProxyType(defaults),
        readers=(
            ("id", None, ""),
            ("gone", _GONE.__getitem__, Gone.HERE),
            *((name, None, "") for name in owners),
            *((name, decoders.get(name), defaults[name]) for name in assigned),
        ),
    )


_GONE: Mapping[int, Gone] = {each.value: each for each in Gone}


def _column_type(hint: object) -> type:
    return int if hint is bool or int in (hint, *get_args(hint)) else str


REGISTRY: Mapping[str, TypeSpec] = MappingProxyType(
    {spec.name: spec for spec in (_describe(record_type) for record_type in RECORD_TYPES)}
)


def spec_of(record_type: type[Record]) -> TypeSpec:
    """Return the registry's description of a record type."""
    return REGISTRY[type_name(record_type)]
