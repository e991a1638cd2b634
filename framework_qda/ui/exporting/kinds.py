"""What can be exported: the few options that each export really has, and what they are at first.

One rule holds for all of them and for printing: the version for others comes first. What was chosen last is proposed
again for the same export of the same project.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from framework_qda.matrix.within_theme import AGENCY
from framework_qda.model import Attribute
from framework_qda.project.reader import Reader
from framework_qda.ui.widgets.fields import FieldSpec


class Format(NamedTuple):
    """A format that an export can be written in: the ending of its files, and its name."""

    suffix: str
    words: str

    @property
    def filter(self) -> str:
        """What a file dialog shows of it."""
        return f"{self.words} (*{self.suffix})"


WORD = Format(".docx", "Word document")
EXCEL = Format(".xlsx", "Excel workbook")
TEXT = Format(".txt", "Plain text")
PAGES = Format(".pdf", "PDF")


class ExportKind(NamedTuple):
    """What an export dialog shows. `file_words` follow the study's title in the proposed file name."""

    title: str
    words: str
    file_words: str
    formats: Sequence[Format]
    fields: Sequence[FieldSpec] = ()
    defaults: Mapping[str, Any] = {}

    @property
    def suffix(self) -> str:
        """The ending that is proposed."""
        return self.formats[0].suffix


FOR_WHOM = FieldSpec(
    "is_public",
    "For whom",
    "choice",
    choices=((True, "others: neutral labels"), (False, "the team: areas, codes, roles")),
)

STATEMENTS = (
    FieldSpec("has_notes", "Analyst’s notes", "flag", "with the notes, marked as such"),
    FieldSpec("has_references", "References", "flag", "such as (¶14, 0:23:10)"),
    FieldSpec("has_tags", "Tags", "flag", "such as #consent"),
)
"""What is to be seen of statements: all of it, until somebody says otherwise."""
_FOR_OTHERS = {"is_public": True}
_STATEMENTS_FOR_OTHERS = {**_FOR_OTHERS, **{spec.name: True for spec in STATEMENTS}}

MATRICES = ExportKind(
    "Export matrices to Excel",
    "A workbook with a sheet for each theme, rows in bands of case studies, ready to print as an appendix.",
    "matrices",
    (EXCEL,),
    (
        FOR_WHOM,
        *STATEMENTS,
        FieldSpec("paper", "Paper", "choice", choices=(("A3", "A3, landscape"), ("A4", "A4, landscape"))),
    ),
    {**_STATEMENTS_FOR_OTHERS, "paper": "A3"},
)

QUOTES = ExportKind(
    "Export quote bank to Word",
    "Every passage that is marked with a star, as it is printed: its words, then who spoke, built from attributes.",
    "quotations",
    (WORD,),
    (
        FieldSpec(
            "is_public",
            "For whom",
            "choice",
            choices=((True, "others: no area, role or code"), (False, "the team: with place and references")),
        ),
        FieldSpec(
            "group_by",
            "Grouped by",
            "choice",
            choices=(("theme", "theme and sub-topic"), ("case_study", "case study")),
        ),
    ),
    {**_FOR_OTHERS, "group_by": "theme"},
)

JSON = ExportKind(
    "Export everything as JSON",
    "All that the project holds, as plain text for other programs: notes, cells, extracts, attributes. Nothing is "
    "left out or made anonymous: keep the file as safe as the project.",
    "everything",
    (Format(".json", "JSON file"),),
)

SAMPLE = ExportKind(
    "Export the sample table",
    "Who was interviewed in each case study, and who did not participate; then informants by role and case studies by "
    "their attributes. The version for others has roles only over all case studies.",
    "sample",
    (WORD, PAGES, TEXT),
    (FOR_WHOM,),
    _FOR_OTHERS,
)

FRAMEWORK = ExportKind(
    "Export the list of themes and sub-topics",
    "Themes, sub-topics and what belongs in each, for an appendix.",
    "framework",
    (WORD, PAGES, TEXT),
    (FieldSpec("has_guidance", "Guidance", "flag", "with what follows an empty line in a definition"),),
    {"has_guidance": False},
)

METHODS = ExportKind(
    "Export the figures of the method",
    "How many were interviewed, how and how long, and what was charted: as sentences for a report and as a table. "
    "They name nobody and no place.",
    "methods",
    (WORD, PAGES, TEXT),
)

MAP = ExportKind(
    "Export the map of states",
    "How far every cell is, in the colours and signs of the Board: as a picture for a report, or as a workbook that "
    "can be filtered and counted.",
    "map",
    (Format(".svg", "Picture that can be edited (SVG)"), Format(".png", "Picture (PNG)"), EXCEL),
    (FOR_WHOM,),
    _FOR_OTHERS,
)


def _sheets(of: str, words: str) -> ExportKind:
    return ExportKind(
        f"Export {of} sheets", words, f"{of} sheets", (WORD, PAGES), (FOR_WHOM, *STATEMENTS), _STATEMENTS_FOR_OTHERS
    )


CASES = _sheets(
    "case",
    "A sheet for each case study: its synopsis, its interviews side by side, all sub-topics under their themes, and "
    "the verdicts with their notes.",
)

THEMES = _sheets(
    "theme",
    "A sheet for each sub-topic: its definition, its synthesis, and what every interview says of it, down all rows. "
    "The version for others is not grouped: groups may tell where and who.",
)

VERDICTS = ExportKind(
    "Export the verdicts",
    "How what the two agencies say compares: sub-topics by case studies with counts, and the notes on the verdicts.",
    "verdicts",
    (EXCEL, WORD, PAGES),
    (FOR_WHOM,),
    _FOR_OTHERS,
)

REPORTS = {
    "sample": SAMPLE,
    "framework": FRAMEWORK,
    "methods": METHODS,
    "cases": CASES,
    "themes": THEMES,
    "verdicts": VERDICTS,
}
"""The reports by their names."""


def report_kind(name: str, reader: Reader) -> ExportKind:
    """Return what the dialog of a report shows; rows can be grouped by what the project knows of them."""
    kind = REPORTS[name]
    if name != "themes":
        return kind
    choices = [("", "case study"), (AGENCY, "kind of organisation")]
    choices += [(each.id, each.label) for each in reader.all(Attribute) if each.label.strip()]
    grouping = FieldSpec("group_by", "Grouped by", "choice", choices=choices)
    fields = (kind.fields[0], grouping, *kind.fields[1:])
    return kind._replace(fields=fields, defaults={**kind.defaults, grouping.name: ""})
