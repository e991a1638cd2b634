"""What became of a cell, in words: `two statements added, one changed`."""

from collections.abc import Sequence

from framework_qda.matrix.grid import STATE_WORDS
from framework_qda.model import Statement
from framework_qda.text.worddiff import Change, diff_statements

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_words(count: int) -> str:
    """Write a small number as a word."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def tell_change(before: Sequence[Statement], after: Sequence[Statement], was: str = "", now: str = "") -> str:
    """Say what became of a cell's statements, and of its state where that is another one now."""
    diffs = [diff for diff in diff_statements(before, after) if not diff.is_same]
    counts = [
        (sum(diff.change is Change.ADDED for diff in diffs), "added"),
        (sum(diff.change is Change.SAME for diff in diffs), "changed"),
        (sum(diff.change is Change.REMOVED for diff in diffs), "taken out"),
    ]
    parts: list[str] = []
    for count, verb in counts:
        if count:
            noun = "" if parts else " statement" if count == 1 else " statements"
            parts.append(f"{number_words(count)}{noun} {verb}")
    if not parts and tuple(before) != tuple(after):
        parts.append("statements put in another order" if _is_moved(before, after) else _tell_marks(before, after))
    if now and was != now:
        parts.append(f"now {STATE_WORDS.get(now, now)}")
    return ", ".join(parts) or "as it was"


def _is_moved(before: Sequence[Statement], after: Sequence[Statement]) -> bool:
    return [each.id for each in before] != [each.id for each in after]


def _tell_marks(before: Sequence[Statement], after: Sequence[Statement]) -> str:
    pairs = [(old.marks, new.marks) for old, new in zip(before, after, strict=True)]
    parts = [
        "tags changed" if any(old.tags != new.tags for old, new in pairs) else "",
        "marked to re-home" if any(new.to_rehome and not old.to_rehome for old, new in pairs) else "",
        "no longer to re-home" if any(old.to_rehome and not new.to_rehome for old, new in pairs) else "",
    ]
    return ", ".join(part for part in parts if part) or "marks of statements changed"
