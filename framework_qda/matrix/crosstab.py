"""A cross-tab of any two attributes, with the interviews listed in its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework_qda.matrix.arranging import NOT_RECORDED
from framework_qda.matrix.rows import row_order
from framework_qda.matrix.within_theme import sort_keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framework_qda.matrix.grid import GridRow
    from framework_qda.project.reader import Reader


@dataclass(frozen=True, slots=True)
class CrossTab:
    """`fields` maps (value of the rows, value of the columns) to the interviews that have both."""

    row_label: str
    column_label: str
    row_values: tuple[str, ...]
    column_values: tuple[str, ...]
    fields: Mapping[tuple[str, str], tuple[GridRow, ...]]

    def interviews(self, row: int, column: int) -> tuple[GridRow, ...]:
        """Return the interviews of a field."""
        return self.fields.get((self.row_values[row], self.column_values[column]), ())


def cross_tab(reader: Reader, row_key: str, column_key: str) -> CrossTab:
    """Return the interviews by two keys, each an attribute's id or one of `within_theme`; empty where one is gone."""
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
        by_row.label, by_column.label, row_values, column_values, {key: tuple(each) for key, each in fields.items()}
    )
