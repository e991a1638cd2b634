"""What is known of the interviews: the attributes that stand beside a column where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.arranging import attribute_key
from framework_qda.matrix.subjects import read_subjects
from framework_qda.model import Attribute

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from framework_qda.matrix.arranging import SortKey
    from framework_qda.matrix.grid import GridRow
    from framework_qda.project.reader import Reader


def context_keys(reader: Reader, rows: Sequence[GridRow], left_out: Collection[str] = ()) -> list[SortKey]:
    """Return the attributes that say something of the rows, in the order of the project.

    Those that are shown in the heads of rows anyway, and those of the ids in `left_out`, are not among them.
    """
    attributes = [each for each in reader.all(Attribute) if not each.is_shown and each.id not in left_out]
    if not attributes or not rows:
        return []
    subjects = read_subjects(reader, {row.interview_id for row in rows})
    keys = [attribute_key(reader, attribute, subjects) for attribute in attributes]
    return [key for key in keys if any(key.value_of(row) for row in rows)]
