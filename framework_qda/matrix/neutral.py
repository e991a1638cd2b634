"""Matrices and maps without what tells where and who: areas, organisations, codes, roles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from framework_qda.matrix.board import BoardMap
from framework_qda.matrix.grid import Band, GridCell, GridColumn, GridRow, MatrixGrid, Section
from framework_qda.matrix.outline import ThemeOutline
from framework_qda.matrix.rows import RowOrder, neutral_labels, place_bands, row_order
from framework_qda.model import CaseStudy, Informant, Interview, Organisation, Record, Study
from framework_qda.project.reader import Reader
from framework_qda.text.numbers import list_words
from framework_qda.text.telling import Naming, Telling

LEFT_OUT = "name left out"
NO_KIND = "organisation"
_SHORTEST_FORMER = 4


@dataclass(frozen=True)
class NeutralNames:
    """What stands in the place of names: a label for each case study, a code for each interview, by their ids.

    `instead` gives the same for the words of sentences: real labels and codes, and what is put for them.
    """

    labels: Mapping[str | None, str]
    codes: Mapping[str, str]
    instead: Mapping[str, str] = field(default_factory=dict)
    as_written: frozenset[str] = frozenset()
    """Those of them that are words of the language as well, and are names only where they are written alike."""

    def put_into(self, words: str) -> str:
        """Return a sentence with neutral names, in square brackets as whatever an editor puts in."""
        return self._telling.replace(words, lambda naming: self._put(words, naming))

    def told_by(self, words: str) -> list[str]:
        """Return the real labels and codes that a text still holds, in brackets or not."""
        return self._telling.names_in(words)

    @cached_property
    def _telling(self) -> Telling:
        return Telling(self.instead, self.as_written)

    def _put(self, words: str, naming: Naming) -> str:
        names = [self.instead.get(name, LEFT_OUT) for name in naming.names]
        is_bracketed = words.rfind("[", 0, naming.start) > words.rfind("]", 0, naming.start)
        return list_words([name if is_bracketed else f"[{name}]" for name in names])


def read_neutral_names(reader: Reader) -> NeutralNames:
    """Return the neutral names of a project: of its rows, and of whatever else its sentences may name.

    In sentences an informant gets the code of the interview, an organisation gives way to its kind. What was called
    otherwise before, or is deleted now, has left its old name in the sentences: that gives way as well.
    """
    case_studies = {each.id: each.label for each in reader.all(CaseStudy)}
    names = neutral_names(row_order(reader), case_studies)
    agencies = reader.all(Organisation)
    kinds = {each.kind.strip().casefold() for each in agencies}
    named: tuple[tuple[type[Record], str, Mapping[str, str]], ...] = (
        (Organisation, "label", {each.id: each.kind.strip() or NO_KIND for each in agencies}),
        (Informant, "code", {each.id: names.codes.get(each.interview_id, LEFT_OUT) for each in reader.all(Informant)}),
        (CaseStudy, "label", {key: names.labels[key] for key in case_studies}),
        (Interview, "code", names.codes),
    )
    instead: dict[str, str] = {}
    as_written: set[str] = set()
    for record_type, field_name, neutral in named:
        for key, texts in reader.texts_ever(record_type, field_name).items():
            told = [text for each in texts if _tells(text := each.strip(), is_former=each != texts[-1])]
            if record_type is Organisation:
                told = [text for text in told if text.casefold() not in kinds]
                as_written |= {text for text in told if text.isalpha()}
            instead |= dict.fromkeys(told, neutral.get(key, LEFT_OUT))
    return replace(names, instead=instead | dict(names.instead), as_written=frozenset(as_written))


def _tells(name: str, *, is_former: bool) -> bool:
    """Say whether a name tells anything in a sentence; of former names, half-typed ones of few letters do not."""
    return bool(name) and not (is_former and name.isalpha() and len(name) < _SHORTEST_FORMER)


def neutral_names(order: RowOrder, case_study_ids: Iterable[str] = ()) -> NeutralNames:
    """Return neutral names for all rows of an order, and for further case studies, that have none.

    Case studies come in the order of their letters, which is not the project's; interviews are numbered within
    them (A1, A2). Two exports of a project agree if both take the names of all its rows.
    """
    labels = neutral_labels({*case_study_ids, *(band.case_study_id for band in order.bands)})
    codes: dict[str, str] = {}
    for case_study_id, label in labels.items():
        letters = label.rsplit(" ", 1)[-1] if case_study_id else ""
        group = (row for row in order.rows if row.case_study_id == case_study_id)
        codes |= {row.interview_id: f"{letters}{place}" for place, row in enumerate(group, 1)}
    instead = {band.label: labels[band.case_study_id] for band in order.bands if band.case_study_id}
    instead |= {row.code: codes[row.interview_id] for row in order.rows}
    return NeutralNames(labels, codes, {real.strip(): name for real, name in instead.items()})


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
    """Return the grid with neutral names, also in all that it says, and without headings of groups.

    The kind of organisation stays. See `neutral_order` for `names`.
    """
    known = names or neutral_names(RowOrder(grid.rows, grid.bands))
    order = neutral_order(grid.rows, grid.bands, known)
    cells = {place: neutral_cell(cell, known) for place, cell in grid.cells.items()}
    return replace(
        grid,
        title=known.put_into(grid.title),
        columns=tuple(neutral_column(each, known) for each in grid.columns),
        sections=neutral_sections(grid.sections, known),
        rows=order.rows,
        bands=order.bands,
        cells=cells,
        groups=(),
        group_title="",
    )


def neutral_column(column: GridColumn, names: NeutralNames) -> GridColumn:
    """Return a sub-topic whose label and definition have neutral names."""
    return replace(column, label=names.put_into(column.label), definition=names.put_into(column.definition))


def neutral_sections(sections: Iterable[Section], names: NeutralNames) -> tuple[Section, ...]:
    """Return themes whose headings have neutral names."""
    return tuple(replace(each, heading=names.put_into(each.heading)) for each in sections)


def neutral_outline(outline: Iterable[ThemeOutline], names: NeutralNames) -> tuple[ThemeOutline, ...]:
    """Return the framework with neutral names in its titles, labels and definitions."""
    return tuple(
        replace(
            each,
            theme=replace(each.theme, title=names.put_into(each.theme.title)),
            columns=tuple(neutral_column(column, names) for column in each.columns),
        )
        for each in outline
    )


def neutral_study(study: Study, names: NeutralNames) -> Study:
    """Return the study as it is told to others: with neutral names in its title and aims."""
    return replace(study, title=names.put_into(study.title), aims=names.put_into(study.aims))


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


def neutral_map(board: BoardMap, names: NeutralNames | None = None) -> BoardMap:
    """Return the map with neutral names. See `neutral_order` for `names`."""
    known = names or neutral_names(RowOrder(board.rows, board.bands))
    order = neutral_order(board.rows, board.bands, known)
    columns = tuple(neutral_column(each, known) for each in board.columns)
    sections = neutral_sections(board.sections, known)
    return replace(board, rows=order.rows, bands=order.bands, columns=columns, sections=sections)
