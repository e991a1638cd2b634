"""What a report's chapter on methods prints: the sample table, the framework list, the figures of the method."""

from collections.abc import Iterable, Iterator, Mapping

from framework_qda.io.printable import Printable
from framework_qda.io.sheet import Runs, Sheet, SheetBand, SheetCell, SheetColumn, SheetRow, cell, plain, strong
from framework_qda.matrix.methods import MethodsFigures
from framework_qda.matrix.methods_text import methods_lines, methods_text
from framework_qda.matrix.outline import ThemeOutline
from framework_qda.matrix.sample import SampleField, SampleTable
from framework_qda.text.numbers import count_phrase, plural

DECLINED = "Did not participate"
NOBODY = "–"
_TOGETHER = " (together)"


def methods_sheet(figures: MethodsFigures, printable: Printable, study_title: str) -> Sheet:
    """Return the figures of the method: paragraphs for a report, then the same in a table."""
    return Sheet(
        title="Methods figures",
        subtitle=printable(study_title).strip(),
        intro=tuple(plain(printable(text)) for text in methods_text(figures)),
        head="What was counted",
        head_letters=48,
        columns=(SheetColumn(strong("Number")),),
        rows=tuple(SheetRow(plain(printable(what)), (cell(value),)) for what, value in methods_lines(figures)),
    )


def framework_sheet(
    outline: Iterable[ThemeOutline], printable: Printable, study_title: str, *, has_guidance: bool
) -> Sheet:
    """Return the themes as bands with their sub-topics below them.

    What follows an empty line in a definition is guidance for those who chart: a column of its own, if wanted.
    """
    headings = ["Sub-topic", "What belongs in it", *(["Guidance for charting"] if has_guidance else [])]
    weights = (2.0, 4.0, 6.0)
    rows: list[SheetRow] = []
    bands: list[SheetBand] = []
    for theme in outline:
        first = len(rows)
        description = printable(theme.theme.description).strip()
        if description:
            rows.append(SheetRow((), (cell(description),), is_wide=True))
        for column in theme.columns:
            definition, _, guidance = printable(column.definition).strip().partition("\n\n")
            label = strong(printable(column.label), "synthesis: written from the other columns" * column.is_synthesis)
            fields = [SheetCell(label), cell(definition.strip()), cell(guidance.strip())]
            rows.append(SheetRow(plain(column.number), tuple(fields[: len(headings)])))
        if len(rows) == first:
            rows.append(SheetRow((), (cell("No sub-topic yet."),), is_wide=True))
        bands.append(SheetBand(printable(theme.heading), "", first, len(rows) - first))
    return Sheet(
        title="Themes and sub-topics",
        subtitle=printable(study_title).strip(),
        intro=() if rows else (plain("There is no theme yet."),),
        head="No.",
        head_letters=4,
        columns=tuple(SheetColumn(strong(words), weight) for words, weight in zip(headings, weights, strict=False)),
        rows=tuple(rows),
        bands=tuple(bands),
    )


def sample_sheets(table: SampleTable, printable: Printable, study_title: str) -> tuple[Sheet, ...]:
    """Return the sample by case study, then how it is spread over roles and over facts of case studies."""
    subtitle = printable(study_title).strip()
    weights = [1.0] * len(table.facts) + [2.0] * len(table.kinds)
    sample = Sheet(
        title="Sample",
        subtitle=subtitle,
        intro=() if table.rows else (plain("There is no case study and no interview yet."),),
        head="Case study",
        least_letters=12,
        columns=tuple(
            SheetColumn(strong(printable(words)), weight)
            for words, weight in zip((*table.facts, *map(_capital, table.kinds)), weights, strict=True)
        ),
        rows=tuple(_sample_rows(table, printable)),
        remarks=_sample_remarks(table),
    )
    return tuple(each for each in (sample, _spread_sheet(table, printable, subtitle)) if each is not None)


def _sample_rows(table: SampleTable, printable: Printable) -> Iterator[SheetRow]:
    for row in table.rows:
        fields = [cell(printable(fact)) for fact in row.facts]
        fields += [SheetCell(_field(field, printable)) for field in row.fields]
        yield SheetRow(strong(printable(row.label)), tuple(fields))
    if len(table.rows) > 1:
        totals = [
            SheetCell(strong(_count(sum(f.informants for f in fields), sum(f.interviews for f in fields))))
            for fields in zip(*(row.fields for row in table.rows), strict=True)
        ]
        yield SheetRow(strong("All"), (*(SheetCell() for _ in table.facts), *totals))


def _field(field: SampleField, printable: Printable) -> Runs:
    if field.is_declined:
        return plain(DECLINED)
    if not field.groups:
        return plain("No interview" if field.is_known else NOBODY)
    if not any(field.groups):
        return plain(_count(field.informants, field.interviews))
    lines = [
        f"{', '.join(printable(role) for role in group)}{_TOGETHER if len(group) > 1 else ''}" or "role not recorded"
        for group in field.groups
    ]
    return plain("\n".join(lines))


def _count(informants: int, interviews: int) -> str:
    held = count_phrase(interviews, "interview")
    return held if not informants else f"{count_phrase(informants, 'informant')} in {held}"


def _sample_remarks(table: SampleTable) -> tuple[str, ...]:
    fields = [field for row in table.rows for field in row.fields]
    remarks = []
    if any(not field.groups and not field.is_known for field in fields):
        remarks.append(f"{NOBODY} no organisation of this kind is known to the study.")
    if any(len(group) > 1 for field in fields for group in field.groups):
        remarks.append("Those who were interviewed together stand on one line.")
    return tuple(remarks)


def _spread_sheet(table: SampleTable, printable: Printable, subtitle: str) -> Sheet | None:
    """Return the informants by role and the case studies by their facts; `None` where neither is known."""
    rows: list[SheetRow] = []
    bands: list[SheetBand] = []
    groups: list[tuple[str, Mapping[str, int]]] = [
        (f"Informants in {plural(kind)} by role", roles) for kind, roles in table.roles.items() if roles
    ]
    groups += [(f"Case studies by {label[:1].lower()}{label[1:]}", values) for label, values in table.spread.items()]
    for label, counts in groups:
        bands.append(SheetBand(printable(label), "", len(rows), len(counts)))
        rows += [SheetRow(plain(printable(value)), (cell(f"{count:,}"),)) for value, count in counts.items()]
    if not rows:
        return None
    column = SheetColumn(strong("Number"))
    return Sheet(
        "Sample in figures",
        subtitle,
        head_letters=48,
        columns=(column,),
        rows=tuple(rows),
        bands=tuple(bands),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
