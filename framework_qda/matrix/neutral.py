"""Matrices and maps without what tells where and who: areas, interview codes, roles."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from framework_qda.matrix.board import BoardMap
from framework_qda.matrix.grid import Band, GridCell, GridRow, MatrixGrid
from framework_qda.matrix.rows import RowOrder, neutral_labels, place_bands

LEFT_OUT = "name left out"


@dataclass(frozen=True)
class NeutralNames:
    """What stands in the place of names: a label for each case study, a code for each interview, by their ids.

    `instead` gives the same for the words of sentences: real labels and codes, folded, and what is put for them.
    """

    labels: Mapping[str | None, str]
    codes: Mapping[str, str]
    instead: Mapping[str, str] = field(default_factory=dict)

    def put_into(self, words: str) -> str:
        """Return a sentence with neutral names, in square brackets as whatever an editor puts in."""
        return self._telling.sub(self._put, words) if self._telling else words

    def told_by(self, words: str) -> list[str]:
        """Return the real labels and codes that a text still holds, in brackets or not."""
        return sorted(set(self._telling.findall(words))) if self._telling else []

    @cached_property
    def _telling(self) -> re.Pattern[str] | None:
        return find_telling(self.instead)

    def _put(self, found: re.Match[str]) -> str:
        # A few letters are alike in more ways than folding knows: what was found must not stay.
        name = self.instead.get(found.group().casefold(), LEFT_OUT)
        text, start, end = found.string, found.start(), found.end()
        is_bracketed = text[start - 1 : start] == "[" and text[end : end + 1] == "]"
        return name if is_bracketed else f"[{name}]"


def neutral_names(order: RowOrder) -> NeutralNames:
    """Return neutral names for all rows of an order.

    Case studies come in the order of their letters, which is not the project's; interviews are numbered within
    them (A1, A2). Two exports of a project agree if both take the names of all its rows.
    """
    labels = neutral_labels(band.case_study_id for band in order.bands)
    codes: dict[str, str] = {}
    for case_study_id, label in labels.items():
        letters = label.rsplit(" ", 1)[-1] if case_study_id else ""
        group = (row for row in order.rows if row.case_study_id == case_study_id)
        codes |= {row.interview_id: f"{letters}{place}" for place, row in enumerate(group, 1)}
    instead = {band.label: labels[band.case_study_id] for band in order.bands if band.case_study_id}
    instead |= {row.code: codes[row.interview_id] for row in order.rows}
    return NeutralNames(labels, codes, {real.strip().casefold(): name for real, name in instead.items()})


def find_telling(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds these words in a text, whole and in any case of letters; `None` if there are none."""
    # A code of one or two figures is found in any text; it tells nothing there.
    telling = sorted({word.strip() for word in words if len(word.strip()) > 1 and not word.strip().isdigit()}, key=len)
    if not telling:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, reversed(telling)))})(?!\w)", re.IGNORECASE)


def neutral_order(rows: Sequence[GridRow], bands: Sequence[Band], names: NeutralNames | None = None) -> RowOrder:
    """Return rows and bands with neutral names, in their order, without roles and facts.

    `names` are those of the rows themselves if these are all of the project's; else give them.
    """
    known = names or neutral_names(RowOrder(tuple(rows), tuple(bands)))
    shown = {band.case_study_id for band in bands}
    groups: dict[str | None, list[GridRow]] = {key: [] for key in known.labels if key in shown}
    for row in rows:
        groups[row.case_study_id].append(replace(row, code=known.codes[row.interview_id], roles=(), facts=None))
    renamed = tuple(row for group in groups.values() for row in group)
    return RowOrder(renamed, place_bands(renamed, [Band(key, known.labels[key], 0, 0) for key in groups]))


def neutral_grid(grid: MatrixGrid, names: NeutralNames | None = None) -> MatrixGrid:
    """Return the grid with neutral names, also in what cells say, and without headings of groups.

    The kind of organisation stays. See `neutral_order` for `names`.
    """
    known = names or neutral_names(RowOrder(grid.rows, grid.bands))
    order = neutral_order(grid.rows, grid.bands, known)
    cells = {place: neutral_cell(cell, known) for place, cell in grid.cells.items()}
    return replace(grid, rows=order.rows, bands=order.bands, cells=cells, groups=(), group_title="")


def neutral_cell(cell: GridCell, names: NeutralNames) -> GridCell:
    """Return a cell whose statements and tags name nobody that has a neutral name."""
    statements = tuple(
        replace(
            each,
            text=names.put_into(each.text),
            tags=tuple(mark._replace(label=names.put_into(mark.label)) for mark in each.tags),
        )
        for each in cell.statements
    )
    return replace(cell, statements=statements)


def neutral_map(board: BoardMap) -> BoardMap:
    """Return the map with neutral names."""
    order = neutral_order(board.rows, board.bands)
    return replace(board, rows=order.rows, bands=order.bands)
