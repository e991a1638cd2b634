"""Ids of records: random where one person makes a thing, derived where two people could make the same thing apart."""

import hashlib
import os
from collections.abc import Callable
from typing import TypeAlias

Entropy: TypeAlias = Callable[[int], bytes]
"""Return so many random bytes; replaced only to build a project that is the same every time."""

_NAMESPACE = bytes.fromhex("6f0d6a521f0b5d0c9b0e2f6c0f1d7a10")


def new_id(entropy: Entropy = os.urandom) -> str:
    """Return a random id (a uuid4)."""
    return _uuid(entropy(16), version=4)


def derived_id(*parts: object) -> str:
    """Return the id that the parts always have: a uuid5 in the project format's namespace."""
    # The standard library's uuid5 takes three times as long, and an import derives one id a paragraph.
    name = "|".join(map(str, parts)).encode()
    return _uuid(hashlib.sha1(_NAMESPACE + name, usedforsecurity=False).digest(), version=5)


def _uuid(digest: bytes, version: int) -> str:
    """Write the first 16 bytes as a UUID of RFC 4122. The standard library's module takes long to load."""
    octets = bytearray(digest[:16])
    octets[6] = octets[6] & 0x0F | version << 4
    octets[8] = octets[8] & 0x3F | 0x80
    text = octets.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def cell_id(interview_id: str, subtopic_id: str) -> str:
    """Return the id of the cell where an interview meets a sub-topic."""
    return derived_id(interview_id, subtopic_id)


def paragraph_id(document_id: str, number: int) -> str:
    """Return the id of a document's paragraph with this number."""
    return derived_id(document_id, number)


def attribute_value_id(attribute_id: str, subject_id: str) -> str:
    """Return the id of what an attribute says of a subject."""
    return derived_id(attribute_id, subject_id)


def verdict_id(case_study_id: str, subtopic_id: str) -> str:
    """Return the id of the verdict on a case study in a sub-topic."""
    return derived_id(case_study_id, subtopic_id, "verdict")


def synthesis_id(subject_id: str) -> str:
    """Return the id of what is concluded from a case study or a sub-topic."""
    return derived_id(subject_id, "synthesis")


def study_id(project_id: str) -> str:
    """Return the id of a project's one study record."""
    return derived_id(project_id, "study")
