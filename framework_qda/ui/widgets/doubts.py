"""What is marked in a cell because it does not stand in the notes as it is written."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from framework_qda.text.verbatim import Match
from framework_qda.text.worddiff import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.text.anchors import Place
    from framework_qda.text.verbatim import Checked

ABSENT = "These words are not in the notes of this interview."
SIGN = "≠"
_TAGS = {Change.SAME: "{}", Change.REMOVED: "<s>{}</s>", Change.ADDED: "<u>{}</u>"}


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is doubtful in a statement as long as it reads `text`.

    `spans` are the stretches to be marked, in code points; `tip` is rich text that says why.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    tip: str
    place: Place | None = None


def make_doubt(text: str, found: Sequence[tuple[int, Checked, str]]) -> Doubt | None:
    """Gather what was found of a statement: (where the words begin, how they agree, `¶14` of the nearest passage)."""
    wrong = [each for each in found if not each[1].match.is_there]
    if not wrong:
        return None
    spans = tuple((start + first, start + last) for start, checked, _ in wrong for first, last in checked.spans)
    tip = "<hr>".join(_tip(checked, label) for _, checked, label in wrong)
    place = next((checked.place for _, checked, _ in wrong if checked.place), None)
    return Doubt(text, spans, f"<qt>{tip}</qt>", place)


def _tip(checked: Checked, label: str) -> str:
    if checked.match is Match.ABSENT:
        return ABSENT
    words = "".join(
        _TAGS[piece.change].format(escape(piece.text.rstrip()))
        + piece.text[len(piece.text.rstrip()) :]
        + (" " if piece.change is Change.REMOVED and not piece.text[-1:].isspace() else "")
        for piece in checked.pieces
    )
    passage = escape(checked.passage)
    return f"Not word for word. <b>{escape(label)}</b> has:<br>{passage}<br><br>The difference:<br>{words}"
