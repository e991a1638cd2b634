"""The exports as the menu and the command line ask for them: read in one go, then written as a file."""

from pathlib import Path

from framework_qda.errors import ExportError
from framework_qda.io.docx_out import export_quotes
from framework_qda.io.json_out import export_json
from framework_qda.io.xlsx_out import MatrixExportOptions, export_matrices
from framework_qda.matrix.build import build_grid
from framework_qda.matrix.neutral import neutral_study, read_neutral_names
from framework_qda.matrix.outline import framework_outline
from framework_qda.model import Interview
from framework_qda.project.reader import Reader
from framework_qda.quotes.bank import GroupBy, build_bank
from framework_qda.quotes.consent import withdrawn_rows

__all__ = ["GroupBy", "MatrixExportOptions", "write_json", "write_matrices", "write_quotes"]


def write_matrices(reader: Reader, path: Path, options: MatrixExportOptions) -> list[str]:
    """Write every theme's matrix into one Excel file; return what the reader of it must be told.

    Raise ExportError where there is no theme yet or the file cannot be written.
    """
    grids = [build_grid(reader, outline.theme.id) for outline in framework_outline(reader)]
    if not grids:
        raise ExportError("There is no theme yet, so there is no matrix to export. Nothing was written.")
    names = read_neutral_names(reader) if options.is_public else None
    warnings = export_matrices(grids, reader.study(), path, options, names)
    return [*withdrawn_rows(reader.all(Interview)), *warnings]


def write_quotes(reader: Reader, path: Path, *, group_by: GroupBy, is_public: bool) -> list[str]:
    """Write the quote bank into a Word file; return what must be looked at before it is passed on."""
    bank = build_bank(reader, group_by=group_by, is_public=is_public)
    study = reader.study()
    if is_public:
        study = neutral_study(study, read_neutral_names(reader))
    return [*bank.warnings, *export_quotes(bank, study, path)]


def write_json(reader: Reader, path: Path) -> list[str]:
    """Write everything in the project into a JSON file; return what could not be worked out."""
    return export_json(reader, path)
