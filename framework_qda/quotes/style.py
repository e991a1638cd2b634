"""The house style of quotations in print: marks and ellipses; what stands in [brackets] is left as it is."""

import re
from collections.abc import Iterator

OUTER_MARKS = {"single": ("‘", "’"), "double": ("“", "”")}
"""The marks around a quotation, by the study's setting `quotation_marks`; single ones are British use."""

_INNER_MARKS = {"single": OUTER_MARKS["double"], "double": OUTER_MARKS["single"]}

# Codes that stand for no character, so that no text holds them: inner marks and brackets while the rest is set.
_OPEN, _CLOSE, _HELD = "\ufdd0", "\ufdd1", "\ufdd2"

_MARKS = re.compile(f"([{_OPEN}{_CLOSE}])")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_DOUBLE = re.compile(r"[“„\"](?P<inside>[^“”„\"]*)[”“\"]")
_ANGLED = re.compile(r"«\s*(?P<inside>[^«»]*?)\s*»")
# An apostrophe inside a word closes nothing.
_SINGLE = re.compile(rf"(?<![\w{_HELD}])[‘‚](?=\S)(?P<inside>(?:[^‘’]|(?<=\w)’(?=\w))+)(?<=\S)’(?!\w)")
_STRAIGHT = re.compile(rf"(?<![\w{_HELD}])'(?=\S)(?P<inside>(?:[^'\n]|(?<=\w)'(?=\w))+)(?<=\S)'(?!\w)")
_PAIRS = (_DOUBLE, _ANGLED, _SINGLE, _STRAIGHT)
_DOTS = re.compile(r"(?P<before>[!?]|\.(?=[ \t]))?[ \t]*(?P<dots>[.…](?:[ \t]*[.…])*)[ \t]*")


def print_quotation(text: str, marks: str = "single") -> str:
    """Return a quotation as it is printed: in its marks, inner marks of the other kind, ellipses in house style.

    `marks` is `single` or `double`. Marks that already stand around the whole text are replaced, not doubled.
    """
    opening, closing = OUTER_MARKS.get(marks, OUTER_MARKS["single"])
    return f"{opening}{set_inside(_unwrap(text.strip()), marks)}{closing}"


def set_inside(text: str, marks: str = "single") -> str:
    """Return the words of a quotation in house style, without the marks around them."""
    held = iter(_BRACKETS.findall(text))
    text = _set_marks(_BRACKETS.sub(_HELD, text), marks if marks in OUTER_MARKS else "single")
    return _release(_DOTS.sub(_ellipsis, text), held)


def _unwrap(text: str) -> str:
    for pattern in _PAIRS:
        found = pattern.fullmatch(text)
        if found:
            return found["inside"].strip()
    return text


def _set_marks(text: str, kind: str) -> str:
    for pattern in _PAIRS:
        text = pattern.sub(rf"{_OPEN}\g<inside>{_CLOSE}", text)
    levels = (OUTER_MARKS[kind], _INNER_MARKS[kind])
    depth = 0
    pieces: list[str] = []
    for piece in _MARKS.split(text.replace("'", "’")):
        depth += piece == _OPEN
        pieces.append({_OPEN: levels[depth % 2][0], _CLOSE: levels[depth % 2][1]}.get(piece, piece))
        depth -= piece == _CLOSE
    return "".join(pieces)


def _ellipsis(found: re.Match[str]) -> str:
    """Set an omission: ` ... ` within a sentence, ` .... ` between two, its first dot being the full stop."""
    before, dots = found["before"] or "", found["dots"]
    count = 3 * dots.count("…") + dots.count(".")
    if count < 3:  # a full stop
        return found.group()
    is_between = bool(before) or count > 3
    stop = before if before in {"!", "?"} else ""
    ahead, behind = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    left = " " if stop or (ahead and ahead not in "\n(“‘") else ""
    right = " " if behind and behind not in "\n,;:!?)”’" else ""
    return f"{stop}{left}{'....' if is_between else '...'}{right}"


def _release(text: str, held: Iterator[str]) -> str:
    return re.sub(_HELD, lambda _: next(held, ""), text)
