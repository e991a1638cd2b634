"""One entry of the journal: a head that is hashed and a payload whose leaves can be erased one by one.

The id of an entry is the hash of its head's bytes as received; a head is never parsed and written again.
The head holds a digest over salted digests of the leaves, not the values: a value can be erased later
while the entry still verifies. A leaf is a field, or in an entry that makes a whole document a paragraph
(`paragraph/14`). `docs/file-format.md` lists the keys.
"""

import hashlib
import json
import zlib
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Any

from framework_qda.project.ids import derived_id
from framework_qda.project.registry import Json, canonical

NEW, SET, DELETE, UNDELETE, ERASE = "new", "set", "del", "undel", "erase"
FOLDED_KINDS = frozenset((NEW, SET, DELETE, UNDELETE))
GONE_FIELD = "@"
"""The field that a deletion assigns: delete and undelete follow the same rule of heads as all else."""

_LARGEST_PAYLOAD = 64 << 20
_HEAD_TYPES: Mapping[str, type] = {
    "r": str, "s": int, "l": int, "g": str, "a": str, "w": int, "k": str, "t": str, "e": str, "o": list, "f": dict,
    "d": str, "x": dict,
}  # fmt: skip


class Entry:
    """An entry as received: the text of its head, its compressed payload and its id."""

    def __init__(self, head: str, payload: bytes, entry_id: str = "") -> None:
        self.head = head
        self.payload = payload
        self.id = entry_id or head_id(head)

    @cached_property
    def keys(self) -> dict[str, Any]:
        """The parsed head; `docs/file-format.md` says what each key means."""
        return json.loads(self.head)  # type: ignore[no-any-return]

    @cached_property
    def body(self) -> dict[str, Any]:
        """The parsed payload: values, and either the master salt or what an erasure left."""
        unpacker = zlib.decompressobj()
        raw = unpacker.decompress(self.payload, _LARGEST_PAYLOAD)
        if unpacker.unconsumed_tail:
            raise ValueError("a payload is larger than any entry may be")
        return json.loads(raw)  # type: ignore[no-any-return]

    @property
    def rank(self) -> tuple[int, str]:
        """What orders entries where somebody must come first: Lamport number, then id."""
        return self.keys["l"], self.id

    @property
    def kind(self) -> str:
        """One of new, set, del, undel, erase, or a kind of a newer version."""
        return self.keys["k"]  # type: ignore[no-any-return]

    @property
    def type_name(self) -> str:
        """The type of the entity, such as `cell`."""
        return self.keys["t"]  # type: ignore[no-any-return]

    @property
    def entity(self) -> str:
        """The id of the entity that the entry is about."""
        return self.keys["e"]  # type: ignore[no-any-return]

    @property
    def owners(self) -> list[str]:
        """The ids of the entity's owners, fixed for life."""
        return self.keys["o"]  # type: ignore[no-any-return]

    @property
    def replica(self) -> str:
        """The copy of the project in which the entry was written."""
        return self.keys["r"]  # type: ignore[no-any-return]

    @property
    def number(self) -> int:
        """The entry's place among those of its replica, from 1."""
        return self.keys["s"]  # type: ignore[no-any-return]

    @property
    def action(self) -> str:
        """The id of the user's action that the entry belongs to."""
        return self.keys["g"]  # type: ignore[no-any-return]

    @property
    def parents(self) -> dict[str, list[str]]:
        """For each field assigned, the ids of the entries that it replaces."""
        return self.keys["f"]  # type: ignore[no-any-return]

    @property
    def extra(self) -> dict[str, Any]:
        """What only some entries carry: label, undoes, as, seen, cut."""
        return self.keys["x"]  # type: ignore[no-any-return]

    @property
    def bulk(self) -> dict[str, Any] | None:
        """Type, number and fields of the children that the entry makes, or `None`."""
        return self.keys.get("b")

    @property
    def values(self) -> dict[str, Json]:
        """The values that have not been erased: leaf -> value."""
        return self.body["v"]  # type: ignore[no-any-return]

    @property
    def has_erasures(self) -> bool:
        """Whether a leaf of the entry has been erased."""
        return bool(self.body.get("d"))

    @cached_property
    def children(self) -> dict[str, int]:
        """The ids of the children that a bulk entry makes -> their numbers."""
        if not self.bulk:
            return {}
        return {derived_id(self.entity, number): number for number in range(1, self.bulk["n"] + 1)}

    def assigns(self, entity: str) -> dict[str, list[str]]:
        """Return {field: parents} that the entry assigns of an entity; a bulk entry is the first of its children."""
        if self.entity == entity:
            return self.parents
        return {field: [] for field in [*self.bulk["f"], "number"]} if self.bulk else {}

    def value_of(self, entity: str, field: str, erased: Collection[tuple[str, str]] = ()) -> tuple[bool, Json]:
        """Return (known, value) of a field of an entity; not known means erased."""
        if self.entity == entity:
            return field in self.values and (self.id, field) not in erased, self.values.get(field)
        number = self.children[entity]
        if field == "number":
            return True, number
        leaf = self.leaf(entity, field)
        return leaf in self.values and (self.id, leaf) not in erased, self.values.get(leaf, {}).get(field)

    def leaf(self, entity: str, field: str) -> str:
        """Name the leaf that holds a field of an entity in this entry."""
        return field if self.entity == entity or not self.bulk else f"{self.bulk['t']}/{self.children[entity]}"

    def salt(self, leaf: str) -> str:
        """Return the salt of a leaf: derived from the master salt, or kept singly after an erasure."""
        master = self.body.get("m")
        return self.body["s"][leaf] if master is None else _sha256(master + leaf)[:32]

    def digests(self) -> dict[str, str]:
        """Return {leaf: salted digest}, of erased leaves too."""
        mine = {leaf: _sha256(self.salt(leaf) + canonical(value)) for leaf, value in self.values.items()}
        return {**self.body.get("d", {}), **mine}

    def is_sound(self) -> bool:
        """Say whether id, digest and shape are right; never raise, whatever was received."""
        try:
            return (
                self.id == head_id(self.head)
                and all(isinstance(self.keys.get(key), kind) for key, kind in _HEAD_TYPES.items())
                and _is_well_formed(self.keys)
                and self.keys["d"] == _sha256(canonical(self.digests()))
            )
        except (ValueError, KeyError, TypeError, AttributeError, zlib.error, RecursionError):
            return False

    def without(self, leaves: Collection[str]) -> "Entry":
        """Return the entry with the values and salts of some leaves erased; it still verifies."""
        digests = self.digests()
        kept = {leaf: value for leaf, value in self.values.items() if leaf not in leaves}
        body = {
            "v": kept,
            "s": {leaf: self.salt(leaf) for leaf in kept},
            "d": {leaf: digest for leaf, digest in digests.items() if leaf not in kept},
        }
        return Entry(self.head, _pack(body), self.id)


def make_entry(values: Mapping[str, Json], master_salt: str, head: Mapping[str, Any]) -> Entry:
    """Make an entry of its values and the keys of its head, but for the digest, which is added."""
    body = {"v": dict(values), "m": master_salt}
    draft = Entry("", b"", "draft")
    draft.__dict__["body"] = body
    text = canonical({**head, "d": _sha256(canonical(draft.digests()))})
    entry = Entry(text, _pack(body))
    entry.__dict__["body"] = body
    return entry


def head_id(head: str) -> str:
    """Return the id of an entry with this head: 32 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(head.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def unsound(entries: Iterable[Entry]) -> list[str]:
    """Return the ids of the entries that are damaged or forged."""
    return [entry.id for entry in entries if not entry.is_sound()]


def _is_well_formed(keys: dict[str, Any]) -> bool:
    bulk, extra = keys.get("b"), keys["x"]
    return (
        keys["s"] > 0
        and _is_texts(keys["o"])
        and all(isinstance(parents, list) and _is_texts(parents) for parents in keys["f"].values())
        and (bulk is None or (0 < bulk["n"] <= 1_000_000 and isinstance(bulk["t"], str) and _is_texts(bulk["f"])))
        and all(isinstance(number, int) for number in extra.get("seen", {}).values())
        and isinstance(extra.get("as", {}), dict)
        and (keys["k"] != ERASE or all(len(pair) == 2 and _is_texts(pair) for pair in extra["cut"]))
    )


def _is_texts(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _pack(body: Mapping[str, Any]) -> bytes:
    # Level 1 imports a fifth faster than the default and makes a project 1 to 2 % larger.
    return zlib.compress(canonical(body).encode("utf-8", "surrogatepass"), 1)
