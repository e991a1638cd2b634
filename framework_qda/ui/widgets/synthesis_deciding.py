"""Choosing between the versions of a synthesis that two people wrote apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.synthesis import resolve_statements
from framework_qda.model import Synthesis
from framework_qda.project.ids import synthesis_id
from framework_qda.ui.widgets.conflict_bar import ConflictBar, join_values

if TYPE_CHECKING:
    from framework_qda.model import Statement
    from framework_qda.project import Reader
    from framework_qda.ui.cell_place import SynthesisPlace
    from framework_qda.ui.widgets.cell_saving import CellSaving

WORDS = "Two people wrote this without knowing of each other. Both versions are kept until you choose."


def versions_of(reader: Reader, place: SynthesisPlace) -> tuple[tuple[Statement, ...], ...]:
    """Return the contents of a synthesis that was written apart; none where there is nothing to decide."""
    record_id = synthesis_id(place.subject_id)
    return tuple(reader.conflicts(record_id).get(record_id, {}).get("content", ()))


class SynthesisDeciding:
    """Show the versions in a bar, and write the one that is chosen."""

    def __init__(self, saving: CellSaving) -> None:
        self.bar = ConflictBar(words=WORDS, is_stacked=True)
        self.bar.content_chosen.connect(self._choose)
        self._saving = saving
        self._reader: Reader | None = None
        self._place: SynthesisPlace | None = None

    def show(self, reader: Reader | None, place: SynthesisPlace | None) -> bool:
        """Show the versions of a synthesis, if it has several; say whether it has."""
        self._reader, self._place = reader, place
        versions = versions_of(reader, place) if reader is not None and place is not None else ()
        contents = [resolve_statements(reader, each, *place) for each in versions] if reader and place else []
        self.bar.show_conflict(contents, ())
        return bool(versions)

    def _choose(self, number: int) -> None:
        reader, place = self._reader, self._place
        if reader is None or place is None:
            return
        versions = versions_of(reader, place)
        chosen = versions[number] if 0 <= number < len(versions) else join_values(versions)
        record_id = synthesis_id(place.subject_id)
        self._saving.act(lambda project: project.decide(Synthesis, record_id, content=tuple(chosen)))
