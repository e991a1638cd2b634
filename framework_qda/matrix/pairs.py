"""The two agencies of a case study: who took part, and what may be proposed of how they compare."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework_qda.model import EMPTY_REASONS, CellState, PairVerdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framework_qda.matrix.grid import GridCell
    from framework_qda.model import Organisation

VERDICT_WORDS: Mapping[str, str] = {
    PairVerdict.AGREE: "agree",
    PairVerdict.DIFFER: "differ",
    PairVerdict.ONE_SILENT: "one silent",
    PairVerdict.NO_PARTNER: "no partner",
}
"""The verdicts as they are written on the screen and on paper."""

VERDICT_SIGNS: Mapping[str, str] = {
    PairVerdict.AGREE: "●",
    PairVerdict.DIFFER: "◆",
    PairVerdict.ONE_SILENT: "◐",
    PairVerdict.NO_PARTNER: "○",
}
"""The sign of each verdict: none is told by its colour alone."""

_LOCAL_AUTHORITY = re.compile(r"\b(la|local authorit\w*|council)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Agency:
    """A kind of organisation in a case study. `is_declined` says that it is known and did not take part."""

    kind: str
    interviews: int = 0
    is_declined: bool = False


def agency_key(kind: str) -> tuple[bool, bool]:
    """Return what sorts kinds of organisation: the local authority first, one that is not known last."""
    return not kind, not _LOCAL_AUTHORITY.search(kind)


def read_agencies(organisations: Iterable[Organisation], kinds: Sequence[str]) -> tuple[Agency, ...]:
    """Return the agencies of a case study, the local authority first. `kinds` has the agency of every interview."""
    known = list(organisations)
    found = dict.fromkeys([*(each.kind for each in known if each.kind), *(kind for kind in kinds if kind)])
    agencies = [
        Agency(
            kind,
            kinds.count(kind),
            is_declined=kind not in kinds and not any(each.took_part for each in known if each.kind == kind),
        )
        for kind in found
    ]
    return tuple(sorted(agencies, key=lambda agency: agency_key(agency.kind)))


def participation(agencies: Sequence[Agency]) -> str:
    """Say who took part: `both agencies took part`, `local authority did not participate`."""
    held = [agency for agency in agencies if agency.interviews]
    if len(held) > 1:
        return "both agencies took part" if len(held) == 2 else f"{len(held)} agencies took part"
    parts = [f"{held[0].kind} only"] if held else []
    parts += [f"{agency.kind} did not participate" for agency in agencies if agency.is_declined]
    parts += [
        f"{agency.kind} not interviewed" for agency in agencies if not agency.interviews and not agency.is_declined
    ]
    return ", ".join(parts)


def parties(kinds: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Return the places of the interviews of each party to a comparison: those of one agency stand together.

    Where no agency is known each interview stands for itself.
    """
    if not any(kinds):
        return tuple((place,) for place in range(len(kinds)))
    groups: dict[str, list[int]] = {}
    for place, kind in enumerate(kinds):
        groups.setdefault(kind, []).append(place)
    return tuple(tuple(places) for _, places in sorted(groups.items(), key=lambda group: agency_key(group[0])))


def propose(cells: Sequence[GridCell | None], found: Sequence[Sequence[int]]) -> str:
    """Return the verdict that the states of the cells speak for, or empty text: that two agree is never guessed.

    `found` are the `parties`. One is silent whose cells all say why they are empty.
    """
    if len(found) < 2:
        return PairVerdict.NO_PARTNER if cells else ""
    spoken = [any(_speaks(cells[place]) for place in places) for places in found]
    silent = [all(_is_silent(cells[place]) for place in places) for places in found]
    is_decided = all(speaks or is_silent for speaks, is_silent in zip(spoken, silent, strict=True))
    return PairVerdict.ONE_SILENT if is_decided and any(spoken) and any(silent) else ""


def _speaks(cell: GridCell | None) -> bool:
    return cell is not None and bool(cell.statements) and cell.state not in EMPTY_REASONS


def _is_silent(cell: GridCell | None) -> bool:
    return (cell.state if cell else CellState.NOT_CHARTED) in EMPTY_REASONS
