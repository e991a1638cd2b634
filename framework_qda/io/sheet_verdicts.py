"""The verdicts over all case studies as sheets: the table, then the notes on them."""

from collections.abc import Iterator

from framework_qda.io.runs import Composer
from framework_qda.io.sheet import Runs, Sheet, SheetBand, SheetCell, SheetColumn, SheetRow, plain, strong
from framework_qda.matrix.pairs import VERDICT_SIGNS, VERDICT_WORDS
from framework_qda.matrix.verdicts import VerdictRow, VerdictTable

TITLE, NOTES = "Verdicts", "Notes on verdicts"


def verdict_sheets(table: VerdictTable, composer: Composer, subtitle: str = "") -> tuple[Sheet, ...]:
    """Return sub-topics by case studies, how often each verdict was set, and the notes by case study.

    What is only proposed is nobody's verdict: it is left out.
    """
    text = composer.text
    sheet = Sheet(
        title=TITLE,
        subtitle=text(subtitle),
        head="Sub-topic",
        head_letters=24,
        least_letters=10,
        columns=(
            *(SheetColumn(strong(text(label)), 10.0) for _, label in table.case_studies),
            SheetColumn(strong("All"), 14.0),
        ),
        rows=tuple(_row(row, composer) for row in table.rows),
        bands=tuple(SheetBand(text(each.heading), "", each.first, each.count) for each in table.sections),
        remarks=(f"{', '.join(f'{VERDICT_SIGNS[key]} {words}' for key, words in VERDICT_WORDS.items())}.",),
    )
    notes = _notes(table, composer, subtitle)
    return (sheet, notes) if notes.rows else (sheet,)


def verdict_words(verdict: str) -> str:
    """Return a verdict in words; one of a newer version by its own."""
    return VERDICT_WORDS.get(verdict, verdict.replace("_", " "))


def _label(verdict: str) -> str:
    return f"{VERDICT_SIGNS.get(verdict, '')} {verdict_words(verdict)}".strip()


def _row(row: VerdictRow, composer: Composer) -> SheetRow:
    counts = row.counts
    known = [*VERDICT_WORDS, *(key for key in counts if key not in VERDICT_WORDS)]
    total = "\n".join(f"{counts[key]} {verdict_words(key)}" for key in known if counts[key])
    cells = [SheetCell(plain(_label(each.verdict) if each.verdict else "")) for each in row.verdicts]
    return SheetRow(_head(row, composer), (*cells, SheetCell(plain(total))))


def _head(row: VerdictRow, composer: Composer) -> Runs:
    return strong(composer.text(f"{row.subtopic.number} {row.subtopic.label}".strip()))


def _notes(table: VerdictTable, composer: Composer, subtitle: str) -> Sheet:
    rows: list[SheetRow] = []
    bands: list[SheetBand] = []
    for place, (_, label) in enumerate(table.case_studies):
        own = list(_notes_of(table, place, composer))
        if own:
            bands.append(SheetBand(composer.text(label), "", len(rows), len(own)))
            rows += own
    columns = (SheetColumn(strong("Verdict"), 1.0), SheetColumn(strong("Note"), 4.0))
    return Sheet(NOTES, composer.text(subtitle), (), "Sub-topic", 24, columns, 14, tuple(rows), tuple(bands))


def _notes_of(table: VerdictTable, place: int, composer: Composer) -> Iterator[SheetRow]:
    for row in table.rows:
        verdict = row.verdicts[place]
        note = composer.text(verdict.note.strip())
        if note:
            label = _label(verdict.verdict) if verdict.verdict else "not judged"
            yield SheetRow(_head(row, composer), (SheetCell(plain(label)), SheetCell(plain(note))))
