"""How the matrices of a project are shown, as plain values that this machine can remember."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Self

from framework_qda.matrix.arranging import MOST_KEYS, Arrangement
from framework_qda.matrix.columns import ColumnChoice
from framework_qda.matrix.filters import RowFilter

ROW_LINES = (0, 2, 4, 8)
"""The choices of row height in lines; 0 is by content."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """How matrices are shown: nothing in it changes the project."""

    row_lines: int = 0
    columns: ColumnChoice = field(default_factory=ColumnChoice)
    shows_summaries: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return the state as JSON knows it, for `from_json()`."""
        return {
            "row_lines": self.row_lines,
            "hidden": sorted(self.columns.hidden),
            "order": list(self.columns.order),
            "summaries": self.shows_summaries,
        }

    @classmethod
    def from_json(cls, found: object) -> Self:
        """Read what `to_json()` wrote; what is not understood is as in a new project."""
        if not isinstance(found, dict):
            return cls()
        lines = found.get("row_lines")
        columns = ColumnChoice(frozenset(_words(found.get("hidden"))), _words(found.get("order")))
        return cls(
            lines if isinstance(lines, int) and lines in ROW_LINES else 0, columns, found.get("summaries") is True
        )


@dataclass(frozen=True, slots=True)
class NamedView:
    """A way to look at the matrices that somebody gave a name: also which rows, in what order, how large."""

    name: str
    state: ViewState
    zoom: int = 100
    row_filter: RowFilter = field(default_factory=RowFilter)
    arrangement: Arrangement = field(default_factory=Arrangement)

    def to_json(self) -> dict[str, Any]:
        """Return the view as JSON knows it, for `from_json()`."""
        return {
            "name": self.name,
            "state": self.state.to_json(),
            "zoom": self.zoom,
            "filter": _filter_to_json(self.row_filter),
            "order": list(self.arrangement.attribute_ids),
            "descending": sorted(self.arrangement.descending),
            "keeps_case_studies": self.arrangement.keeps_case_studies,
        }

    @classmethod
    def from_json(cls, found: object) -> Self | None:
        """Read what `to_json()` wrote, or `None` where it has no name."""
        name = found.get("name") if isinstance(found, dict) else None
        if not isinstance(found, dict) or not isinstance(name, str) or not name:
            return None
        zoom = found.get("zoom")
        return cls(
            name,
            ViewState.from_json(found.get("state")),
            zoom if isinstance(zoom, int) else 100,
            _filter_from_json(found.get("filter")),
            Arrangement(
                _words(found.get("order"))[:MOST_KEYS],
                frozenset(_words(found.get("descending"))),
                found.get("keeps_case_studies") is not False,
            ),
        )


def write_views(views: Mapping[str, NamedView]) -> str:
    """Write named views for `read_views()`."""
    return json.dumps([view.to_json() for view in views.values()])


def read_views(text: str) -> dict[str, NamedView]:
    """Read named views by name; what is not understood is left out."""
    found = read_json(text)
    views = (NamedView.from_json(each) for each in found) if isinstance(found, list) else ()
    return {view.name: view for view in views if view is not None}


def read_json(text: str) -> object:
    """Read JSON; `None` where it is none."""
    try:
        found: object = json.loads(text)
    except ValueError:
        return None
    return found


def _words(found: object) -> tuple[str, ...]:
    return tuple(each for each in found if isinstance(each, str)) if isinstance(found, list) else ()


def _choices(found: object) -> frozenset[str | None]:
    return (
        frozenset(each for each in found if each is None or isinstance(each, str))
        if isinstance(found, list)
        else (frozenset())
    )


def _filter_to_json(row_filter: RowFilter) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for each in fields(row_filter):
        value = getattr(row_filter, each.name)
        if isinstance(value, Mapping):
            made[each.name] = {key: sorted(values) for key, values in value.items()}
        else:
            made[each.name] = sorted(value, key=str) if isinstance(value, frozenset) else value
    return made


def _filter_from_json(found: object) -> RowFilter:
    """Read a filter field by field; a field of another kind than it should be is left out."""
    known = found if isinstance(found, dict) else {}
    values: dict[str, Any] = {}
    for each in fields(RowFilter()):
        value, usual = known.get(each.name), getattr(RowFilter(), each.name)
        if isinstance(usual, Mapping):
            kept = value if isinstance(value, dict) else {}
            values[each.name] = {str(key): frozenset(_words(choices)) for key, choices in kept.items()}
        elif isinstance(usual, frozenset):
            values[each.name] = _choices(value)
        elif type(value) is type(usual):
            values[each.name] = value
    return RowFilter(**values)
