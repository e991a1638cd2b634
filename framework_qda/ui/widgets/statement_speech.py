"""What a screen reader is told of the statement at the caret: its kind, its place, what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.ui.style import kind_look
from framework_qda.ui.widgets.statement_blocks import Chip, chips_of, kind_of, marks_of
from framework_qda.ui.words import join_words, weight_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QTextBlock

    from framework_qda.matrix.grid import Reference


def speak_statement(
    block: QTextBlock,
    ref_of: Callable[[str], Reference],
    *,
    is_doubtful: bool,
    unknown: Sequence[str] = (),
    tags: Sequence[str] = (),
) -> str:
    """Return the kind of a statement, its number among all, its references, tags and what else is marked of it.

    `unknown` are its words that are in no dictionary.
    """
    parts = [f"{kind_look(kind_of(block)).words}, {block.blockNumber() + 1} of {block.document().blockCount()}"]
    refs = [_name(ref_of(chip.extract_id)) for chip in chips_of(block)]
    if refs:
        parts.append(f"rests on {', '.join(refs)}")
    if tags:
        parts.append(f"tagged {join_words(tags)}")
    if marks_of(block).to_rehome:
        parts.append("to re-home")
    weight = weight_words(marks_of(block))
    if weight:
        parts.append(f"says {weight}")
    if is_doubtful:
        parts.append("not as it stands in the notes")
    if unknown:
        parts.append(f"not in the dictionary: {', '.join(dict.fromkeys(unknown))}")
    return "; ".join(parts)


def speak_reference(chip: Chip, ref_of: Callable[[str], Reference]) -> str:
    """Return the name of a reference and the words of its passage."""
    ref = ref_of(chip.extract_id)
    return f"Reference to {_name(ref)}: {ref.text}" if ref.text else f"Reference to {_name(ref)}"


def _name(ref: Reference) -> str:
    return f"{ref.label}, starred" if ref.is_starred else ref.label
