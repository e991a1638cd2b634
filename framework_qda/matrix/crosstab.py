"""A cross-tab of any two attributes, with the interviews listed in its fields, and what a sub-topic heard of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework_qda.matrix.arranging import NOT_RECORDED
from framework_qda.matrix.rows import row_order
from framework_qda.matrix.within_theme import VOICES, read_columns, sort_keys, voice_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framework_qda.matrix.grid import GridRow
    from framework_qda.project.reader import Reader


@dataclass(frozen=True, slots=True)
class CrossTab:
    """`fields` maps (value of the rows, value of the columns) to the interviews that have both.

    `voices` says of each interview what it is to a sub-topic, in the words of `VOICES`; without one it is empty.
    """

    row_label: str
    column_label: str
    row_values: tuple[str, ...]
    column_values: tuple[str, ...]
    fields: Mapping[tuple[str, str], tuple[GridRow, ...]]
    voices: Mapping[str, str] = field(default_factory=dict)

    def interviews(self, row: int, column: int) -> tuple[GridRow, ...]:
        """Return the interviews of a field."""
        return self.fields.get((self.row_values[row], self.column_values[column]), ())

    def heard(self, row: int, column: int) -> list[tuple[str, tuple[GridRow, ...]]]:
        """Return the interviews of a field by what they are to the sub-topic; those that said something first."""
        found = self.interviews(row, column)
        by_voice = {voice: tuple(each for each in found if self.voices[each.interview_id] == voice) for voice in VOICES}
        return [(voice, rows) for voice, rows in by_voice.items() if rows]


def cross_tab(reader: Reader, row_key: str, column_key: str, subtopic_id: str = "") -> CrossTab:
    """Return the interviews by two keys, each an attribute's id or one of `within_theme`; empty where one is gone.

    With a sub-topic it also says of each interview whether it said something of it, or why not.
    """
    rows = row_order(reader).rows
    found = [sort_keys(reader, rows, [key]) for key in (row_key, column_key)]
    if not all(found):
        return CrossTab("", "", (), (), {})
    (by_row,), (by_column,) = found
    fields: dict[tuple[str, str], list[GridRow]] = {}
    for row in rows:
        key = (by_row.value_of(row) or NOT_RECORDED, by_column.value_of(row) or NOT_RECORDED)
        fields.setdefault(key, []).append(row)
    row_values, column_values = (
        tuple(dict.fromkeys(key.value_of(row) or NOT_RECORDED for row in sorted(rows, key=key.rank)))
        for key in (by_row, by_column)
    )
    return CrossTab(
        by_row.label,
        by_column.label,
        row_values,
        column_values,
        {key: tuple(each) for key, each in fields.items()},
        _voices(reader, subtopic_id) if subtopic_id else {},
    )


def _voices(reader: Reader, subtopic_id: str) -> Mapping[str, str]:
    grid = read_columns(reader, [subtopic_id])
    return {row.interview_id: voice_of(grid.cells.get((row.interview_id, subtopic_id))) for row in grid.rows}
