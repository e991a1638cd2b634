"""Build matrices as plain data, with a handful of queries whatever their size."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from framework_qda.errors import RefusedError
from framework_qda.matrix.filters import RowFilter, keep_by_cells, keep_by_rows
from framework_qda.matrix.grid import EvidenceRef, GridCell, GridStatement, MatrixGrid, TagMark
from framework_qda.matrix.outline import ThemeOutline, framework_outline, theme_outline, whole_outline
from framework_qda.matrix.rows import row_order
from framework_qda.matrix.staleness import is_stale, revisions_by_subtopic
from framework_qda.matrix.tags import tag_marks
from framework_qda.model import Anchor, Cell, Extract
from framework_qda.project.evidence_reader import ParagraphPlace
from framework_qda.project.reader import Reader
from framework_qda.text.anchors import find_anchor, is_in_place
from framework_qda.text.surroundings import words_around

ALL_THEMES = "all"
"""In place of a theme's id: the columns of all themes side by side."""


def build_grid(reader: Reader, theme_id: str, row_filter: RowFilter | None = None) -> MatrixGrid:
    """Return the matrix of a theme (`ALL_THEMES`: of all), with only the rows that the filter lets through.

    Raises RefusedError if there is no such theme (any more).
    """
    frame = empty_grid(reader, theme_id)
    order = row_order(reader)
    total = len(order.rows)
    if row_filter is not None:
        order = keep_by_rows(reader, order, row_filter)
    if row_filter is not None:
        order = keep_by_cells(reader, order, frame.columns, row_filter)
    cells = grid_cells(reader, reader.cells_of_subtopics(column.subtopic_id for column in frame.columns))
    shown = {row.interview_id for row in order.rows}
    return replace(
        frame,
        rows=order.rows,
        bands=order.bands,
        cells={key: cell for key, cell in cells.items() if key[0] in shown},
        total_rows=total,
    )


def empty_grid(reader: Reader, theme_id: str) -> MatrixGrid:
    """Return a matrix with its columns and no rows; raise RefusedError if there is no such theme (any more)."""
    if theme_id == ALL_THEMES:
        columns, sections = whole_outline(framework_outline(reader))
        return MatrixGrid(ALL_THEMES, "", "All matrices", columns, (), (), {}, sections=sections)
    outline = theme_outline(reader, theme_id)
    if outline is None:
        raise RefusedError("There is no such theme any more. Nothing was changed; choose another theme.")
    return MatrixGrid(theme_id, outline.number, outline.theme.title, outline.columns, (), (), {})


def build_grids(reader: Reader, row_filter: RowFilter | None = None) -> tuple[MatrixGrid, ...]:
    """Return the matrices of all themes in their order."""
    return tuple(build_grid(reader, outline.theme.id, row_filter) for outline in framework_outline(reader))


def build_row(reader: Reader, interview_id: str) -> tuple[tuple[ThemeOutline, tuple[GridCell | None, ...]], ...]:
    """Return all cells of an interview under their themes, `None` where nothing was ever written."""
    cells = grid_cells(reader, reader.cells_of_interview(interview_id).values())
    return tuple(
        (outline, tuple(cells.get((interview_id, column.subtopic_id)) for column in outline.columns))
        for outline in framework_outline(reader)
    )


def build_cells(reader: Reader, interview_ids: Iterable[str]) -> dict[tuple[str, str], GridCell]:
    """Return the written cells of some interviews by (interview id, sub-topic id)."""
    return grid_cells(reader, [cell for each in interview_ids for cell in reader.cells_of_interview(each).values()])


def rebuild_cells(reader: Reader, grid: MatrixGrid, cell_ids: Iterable[str]) -> MatrixGrid:
    """Return the grid with some cells read again; rows, columns and the filter stay as they are."""
    wanted = set(cell_ids)
    if not wanted:
        return grid
    interviews = {row.interview_id for row in grid.rows}
    columns = {column.subtopic_id for column in grid.columns}
    cells = {key: cell for key, cell in grid.cells.items() if cell.cell_id not in wanted}
    for key, cell in grid_cells(reader, reader.cells(wanted)).items():
        if key[0] in interviews and key[1] in columns:
            cells[key] = cell
    return replace(grid, cells=cells)


@dataclass(frozen=True, slots=True)
class CellContext:
    """What cells are shown with that does not stand in them; read once for many."""

    conflicted: Collection[str]
    remarks: Mapping[str, int]
    """How many remarks nobody has settled yet, by the id of what they are about."""
    revisions: Mapping[str, Sequence[str]]
    tags: Mapping[str, TagMark] = field(default_factory=dict)


def read_context(reader: Reader) -> CellContext:
    """Read what cells are shown with."""
    remarks = Counter(remark.subject_id for remark in reader.open_comments())
    return CellContext(reader.conflicted_ids(), remarks, revisions_by_subtopic(reader), tag_marks(reader))


def grid_cells(
    reader: Reader, cells: Collection[Cell], context: CellContext | None = None
) -> dict[tuple[str, str], GridCell]:
    """Return cells as matrices show them, under the ids of their interviews and sub-topics."""
    references = _evidence(reader, cells)
    known = context or read_context(reader)
    return {
        (cell.interview_id, cell.subtopic_id): GridCell(
            cell_id=cell.id,
            interview_id=cell.interview_id,
            subtopic_id=cell.subtopic_id,
            state=cell.state,
            statements=tuple(
                GridStatement(
                    statement.id,
                    statement.kind,
                    statement.text,
                    tuple(references[each] for each in statement.evidence if each in references),
                    statement.marks,
                    tuple(known.tags[each] for each in statement.marks.tags if each in known.tags),
                )
                for statement in cell.content
            ),
            is_conflicted=cell.id in known.conflicted,
            is_stale=is_stale(cell, known.revisions.get(cell.subtopic_id, ())),
            is_deviant=cell.is_deviant,
            open_comments=_count_remarks(cell, known.remarks),
        )
        for cell in cells
    }


def _count_remarks(cell: Cell, remarks: Mapping[str, int]) -> int:
    """Return how many remarks are open on a cell, on its statements and on the passages that they rest on."""
    if not remarks:
        return 0
    passages = {each for statement in cell.content for each in statement.evidence}
    return remarks.get(cell.id, 0) + sum(remarks.get(each, 0) for each in passages)


def _evidence(reader: Reader, cells: Iterable[Cell]) -> dict[str, EvidenceRef]:
    wanted = {each for cell in cells for statement in cell.content for each in statement.evidence}
    return evidence_refs(reader, reader.extracts_by_id(wanted).values()) if wanted else {}


def evidence_refs(reader: Reader, extracts: Collection[Extract]) -> dict[str, EvidenceRef]:
    """Return the references of extracts, by extract id: each to the first of its passages that certainly stands."""
    wanted = {anchor.paragraph_id for each in extracts for anchor in each.anchors}
    places, texts = reader.paragraph_places(wanted), reader.paragraph_texts(wanted)
    return {extract.id: _reference(extract, places, texts) for extract in extracts}


def _reference(extract: Extract, places: dict[str, ParagraphPlace], texts: dict[str, str]) -> EvidenceRef:
    known = [anchor for anchor in extract.anchors if anchor.paragraph_id in places]
    found = [(anchor, _stretch(anchor, texts[anchor.paragraph_id])) for anchor in known]
    standing = [anchor for anchor, stretch in found if stretch]
    before = after = ""
    if standing and len(standing) == len(extract.anchors):
        (first, opening), (last, closing) = found[0], found[-1]
        before, _ = words_around(texts[first.paragraph_id], *(opening or (0, 0)))
        _, after = words_around(texts[last.paragraph_id], *(closing or (0, 0)))
    place = places[standing[0].paragraph_id] if standing else None
    start_ms = extract.start_ms
    if start_ms is None and place is not None:
        start_ms = place.start_ms
    return EvidenceRef(
        extract_id=extract.id,
        paragraph_number=place.number if place else None,
        start_ms=start_ms,
        is_starred=extract.is_starred,
        text=extract.text,
        stage=extract.stage,
        document_number=place.document_number if place else 1,
        is_edited=len(standing) < len(known),
        before=before,
        after=after,
    )


def _stretch(anchor: Anchor, text: str) -> tuple[int, int] | None:
    """Return where a passage is found with certainty, which it can only be in its own paragraph."""
    if is_in_place(anchor, text):
        return anchor.start, anchor.end
    found = find_anchor(anchor, {anchor.paragraph_id: text})
    return (found.place.start, found.place.end) if found.is_certain and found.place else None
