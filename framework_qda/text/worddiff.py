"""What differs between two texts, word by word, and between two versions of a cell, statement by statement."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from framework_qda.model import Statement

_WORD = re.compile(r"(?:\w+(?:[’'\-]\w+)*|[^\w\s])\s*|^\s+")


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with what became of it; the blanks behind its words belong to it."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class StatementDiff:
    """A statement of two versions: `statement` is the later one, or the earlier where it was removed.

    `change` says whether the whole statement came, went or stayed; `old_kind` is empty where its kind is the same.
    """

    statement: Statement
    change: Change
    pieces: tuple[Piece, ...]
    old_kind: str = ""
    evidence_added: tuple[str, ...] = ()
    evidence_removed: tuple[str, ...] = ()
    moved: int = 0
    """How far it has moved among the statements of both versions, upwards where negative; most have not."""

    @property
    def is_same(self) -> bool:
        """Whether nothing of the statement differs."""
        is_plain = self.change is Change.SAME and all(piece.change is Change.SAME for piece in self.pieces)
        return is_plain and not (self.old_kind or self.evidence_added or self.evidence_removed)


def diff_words(old: str, new: str, fold: Callable[[str], str] = str.strip) -> tuple[Piece, ...]:
    """Return the pieces that turn one text into another; of a changed place first what went, then what came.

    Blanks alone do not count. Sign marks such as commas are words of their own; one that stands alone between two
    changes is taken into them, for shreds are hard to read. Words that `fold` makes equal are the same. The
    joined texts of the pieces that are not removed are the new text, but for the blanks between words.
    """
    from rapidfuzz.distance import Indel  # takes a hundredth of a second to load, and few sessions need it

    before, after = _WORD.findall(old), _WORD.findall(new)
    steps = Indel.opcodes([fold(word) for word in before], [fold(word) for word in after])
    runs: list[list[str]] = []  # same, removed, added of each place
    for step in steps:
        went, came = before[step.src_start : step.src_end], after[step.dest_start : step.dest_end]
        is_same = step.tag == "equal"
        if is_same and runs and len(came) == 1 and step.src_end < len(before) and not came[0][0].isalnum():
            runs[-1][1] += "".join(went)
            runs[-1][2] += "".join(came)
        elif is_same:
            runs.append(["".join(came), "", ""])
        else:
            if not runs:
                runs.append(["", "", ""])
            runs[-1][1] += "".join(went)
            runs[-1][2] += "".join(came)
    order = (Change.SAME, Change.REMOVED, Change.ADDED)
    return tuple(Piece(change, text) for run in runs for change, text in zip(order, run, strict=True) if text)


def diff_statements(old: Sequence[Statement], new: Sequence[Statement]) -> tuple[StatementDiff, ...]:
    """Compare two versions of a cell: the later one in its order, each removed statement where it stood."""
    earlier = {statement.id: statement for statement in old}
    kept = {statement.id for statement in new}
    moves = _moves([each.id for each in old], [each.id for each in new])
    made = [
        replace(_diff_statement(earlier.get(statement.id), statement), moved=moves.get(statement.id, 0))
        for statement in new
    ]
    for place, statement in enumerate(old):
        if statement.id not in kept:
            before = {each.id for each in old[:place]}
            at = max((n + 1 for n, each in enumerate(made) if each.statement.id in before), default=0)
            made.insert(at, _whole(statement, Change.REMOVED))
    return tuple(made)


def _moves(old: Sequence[str], new: Sequence[str]) -> dict[str, int]:
    """Return how far things have moved among those that stayed: as few of them as explain the new order."""
    before = {each: place for place, each in enumerate(each for each in old if each in set(new))}
    after = [each for each in new if each in before]
    runs: list[list[str]] = []  # the longest run in the old order that ends at each place
    for each in after:
        fitting = [run for run in runs if before[run[-1]] < before[each]]
        runs.append([*_longest(fitting), each])
    still = set(_longest(runs))
    return {each: place - before[each] for place, each in enumerate(after) if each not in still}


def _longest(runs: Sequence[list[str]]) -> list[str]:
    """Return the first of the longest runs, or none."""
    return sorted(runs, key=len, reverse=True)[0] if runs else []


def _diff_statement(old: Statement | None, new: Statement) -> StatementDiff:
    if old is None:
        return _whole(new, Change.ADDED)
    return StatementDiff(
        statement=new,
        change=Change.SAME,
        pieces=diff_words(old.text, new.text),
        old_kind="" if old.kind == new.kind else old.kind,
        evidence_added=_without(new.evidence, old.evidence),
        evidence_removed=_without(old.evidence, new.evidence),
    )


def _whole(statement: Statement, change: Change) -> StatementDiff:
    pieces = (Piece(change, statement.text),) if statement.text else ()
    if change is Change.ADDED:
        return StatementDiff(statement, change, pieces, evidence_added=statement.evidence)
    return StatementDiff(statement, change, pieces, evidence_removed=statement.evidence)


def _without(these: Iterable[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in these if each not in others)
