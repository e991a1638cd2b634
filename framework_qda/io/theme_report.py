"""Sub-topics, as they are read down, as a report of sheets."""

from collections.abc import Sequence
from dataclasses import dataclass

from framework_qda.errors import ExportError
from framework_qda.io.disclosing import find_in_sheets
from framework_qda.io.printable import Printable
from framework_qda.io.reading_reports import Profile, neutral_synthesis, read_profile
from framework_qda.io.reports import Report
from framework_qda.io.runs import Composer
from framework_qda.io.sheet_theme import theme_sheet
from framework_qda.matrix.grid import MatrixGrid
from framework_qda.matrix.neutral import neutral_grid
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.synthesis import SUBTOPIC, SynthesisReading, read_synthesis
from framework_qda.matrix.within_theme import count_rows, read_columns
from framework_qda.project.reader import Reader


@dataclass(frozen=True, slots=True)
class ThemeSource:
    """What theme sheets are made of, read once: each column with its synthesis. `words` tell how rows were chosen."""

    profile: Profile
    columns: tuple[tuple[MatrixGrid, SynthesisReading | None], ...]
    words: str = ""


def theme_source(reader: Reader, keys: Sequence[str] = ()) -> ThemeSource:
    """Read all sub-topics, each in groups by `keys`. Raise ExportError where there is none."""
    ids = [column.subtopic_id for theme in framework_outline(reader) for column in theme.columns]
    if not ids:
        raise ExportError("There is no sub-topic yet, so there are no theme sheets. Nothing was written.")
    columns = [(read_columns(reader, [each], keys), read_synthesis(reader, SUBTOPIC, each)) for each in ids]
    return ThemeSource(read_profile(reader), tuple(columns))


def theme_report(
    source: ThemeSource,
    *,
    is_public: bool = False,
    has_notes: bool = True,
    has_references: bool = True,
    has_tags: bool = False,
) -> Report:
    """Return a sheet for each sub-topic. The public ones have neutral names, and are not grouped: groups may tell."""
    profile, printable = source.profile, Printable()
    composer = Composer(printable, has_notes, has_references, profile.study.quotation_marks, has_tags=has_tags)
    sheets = []
    shown: set[str] = set()
    for found, synthesis in source.columns:
        grid = neutral_grid(found, profile.names) if is_public else found
        shown.update(row.interview_id for row in grid.rows)
        own = neutral_synthesis(synthesis, profile) if is_public else synthesis
        sheets.append(theme_sheet(grid, composer, own, _words(grid, "" if is_public else source.words)))
    warnings = profile.warnings(shown, is_public=is_public)
    warnings += find_in_sheets(sheets, profile.names) if is_public else []
    title = printable(profile.title(is_public=is_public)).strip()
    return Report(title, tuple(sheets), (*warnings, *printable.warnings()))


def _words(grid: MatrixGrid, chosen: str) -> str:
    """Say how many interviews said something, who did not and why, how rows are grouped and chosen."""
    counts: Sequence[str] = ()
    if len(grid.columns) == 1:
        counts = count_rows(grid).lines
    grouped = f"grouped by {grid.group_title[:1].lower()}{grid.group_title[1:]}" if grid.groups else ""
    return " · ".join(part for part in (*counts, grouped, chosen) if part)
