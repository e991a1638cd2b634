"""What an action of the project did, as the views and the history need to know it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """Name the records that an action touched: type name -> ids.

    `new_id` is the id of what was made, where one thing was made.
    """

    action_id: str = ""
    touched: Mapping[str, frozenset[str]] = field(default_factory=dict)
    new_id: str = ""

    def touches(self, *type_names: str) -> bool:
        """Say whether a record of any of the named types was touched."""
        return any(name in self.touched for name in type_names)


@dataclass(frozen=True, slots=True)
class Action:
    """One undo step. `label` is a fixed key such as `cell.edit`, never a text of the user.

    `entity_type` and `entity_id` name the record that it was chiefly about; `made_at` is ISO 8601 UTC;
    `undoes` is the id of the action that it takes back, or empty.
    """

    id: str
    label: str
    entity_type: str
    entity_id: str
    analyst_id: str
    made_at: str
    undoes: str = ""
