"""Sentences on what to look at before an export is passed on, of one kind or another, and where that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class NoticeKind(NamedTuple):
    """What notices of a kind have in common, said of one and of many: `cell holds …`, `cells hold …`."""

    one: str
    many: str

    def words(self, count: int) -> str:
        """Say how many there are: `136 cells hold …`."""
        return f"{count:,} {self.one if count == 1 else self.many}"


class NoticePlace(NamedTuple):
    """Where somebody can look: a cell (`record_id` is its sub-topic's) or a passage (its extract's)."""

    interview_id: str
    record_id: str
    is_passage: bool = False


class Notice(str):
    """A sentence that may be one of a kind and have a place to go to; without both it is one like others."""

    __slots__ = ("kind", "place")

    kind: NoticeKind | None
    place: NoticePlace | None

    def __new__(cls, words: str, kind: NoticeKind | None = None, place: NoticePlace | None = None) -> Notice:
        """Make a notice of a sentence."""
        made = super().__new__(cls, words)
        made.kind, made.place = kind, place
        return made


class NoticeGroup(NamedTuple):
    """Notices of one kind under words that count them; a sentence that is of no kind stands alone, in `words`."""

    words: str
    notices: tuple[Notice, ...] = ()


def group_notices(sentences: Iterable[str]) -> list[NoticeGroup]:
    """Return sentences by their kinds, the kinds in the order in which they first occur."""
    found: list[tuple[NoticeKind | None, list[Notice]]] = []
    places: dict[NoticeKind, list[Notice]] = {}
    for sentence in sentences:
        notice = sentence if isinstance(sentence, Notice) else Notice(sentence)
        if notice.kind is not None and notice.kind in places:
            places[notice.kind].append(notice)
            continue
        found.append((notice.kind, [notice]))
        if notice.kind is not None:
            places[notice.kind] = found[-1][1]
    return [_group(kind, notices) for kind, notices in found]


def _group(kind: NoticeKind | None, notices: Sequence[Notice]) -> NoticeGroup:
    return NoticeGroup(str(notices[0])) if kind is None else NoticeGroup(kind.words(len(notices)), tuple(notices))
