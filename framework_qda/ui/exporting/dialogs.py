"""The dialogs of the exports: where to, and the few options that each really has."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from framework_qda.matrix.within_theme import AGENCY
from framework_qda.model import Attribute
from framework_qda.project.reader import Reader
from framework_qda.ui.style import em
from framework_qda.ui.widgets.dialogs import PathField, PlainDialog, ask
from framework_qda.ui.widgets.fields import FieldSpec
from framework_qda.ui.widgets.forms import Form
from framework_qda.ui.widgets.labels import plain_label

_FORMAT = "format"


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
    choices=((False, "the team: areas, codes, roles"), (True, "others: neutral labels instead")),
)

STATEMENTS = (
    FieldSpec("has_notes", "Analyst’s notes", "flag", "with the notes, marked as such"),
    FieldSpec("has_references", "References", "flag", "such as (¶14, 0:23:10)"),
)

MATRICES = ExportKind(
    "Export matrices to Excel",
    "A workbook with a sheet for each theme, rows in bands of case studies, ready to print as an appendix.",
    "matrices",
    (EXCEL,),
    (
        FOR_WHOM,
        *STATEMENTS,
        FieldSpec("has_tags", "Tags", "flag", "such as #consent, behind their statement"),
        FieldSpec("paper", "Paper", "choice", choices=(("A3", "A3, landscape"), ("A4", "A4, landscape"))),
    ),
    {"is_public": False, "has_notes": True, "has_references": True, "has_tags": True, "paper": "A3"},
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
    {"is_public": True, "group_by": "theme"},
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
    {"is_public": False},
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
    {"is_public": False},
)

CASES = ExportKind(
    "Export case sheets",
    "A sheet for each case study: its synopsis, its interviews side by side, all sub-topics under their themes, and "
    "the verdicts with their notes.",
    "case sheets",
    (WORD, PAGES),
    (FOR_WHOM, *STATEMENTS),
    {"is_public": False, "has_notes": True, "has_references": True},
)

THEMES = ExportKind(
    "Export theme sheets",
    "A sheet for each sub-topic: its definition, its synthesis, and what every interview says of it, down all rows. "
    "The version for others is not grouped: groups may tell where and who.",
    "theme sheets",
    (WORD, PAGES),
    (FOR_WHOM, *STATEMENTS),
    {"is_public": False, "has_notes": True, "has_references": True},
)

VERDICTS = ExportKind(
    "Export the verdicts",
    "How what the two agencies say compares: sub-topics by case studies with counts, and the notes on the verdicts.",
    "verdicts",
    (EXCEL, WORD, PAGES),
    (FOR_WHOM,),
    {"is_public": False},
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


class ExportDialog(PlainDialog):
    """Ask where an export goes, in what format, and what is in it."""

    def __init__(self, kind: ExportKind, folder: Path, name: str, parent: QWidget | None = None) -> None:
        super().__init__(kind.title, kind.words, "Export", parent)
        self._formats = {each.suffix: each for each in kind.formats}
        self.form = Form()
        choice = FieldSpec(_FORMAT, "As", "choice", choices=[(each.suffix, each.words) for each in kind.formats])
        self.form.set_fields([*([choice] if len(kind.formats) > 1 else []), *kind.fields])
        self.form.show_values({_FORMAT: kind.suffix, **kind.defaults})
        self.form.edited.connect(self._take_format)
        self.body.addWidget(self.form)
        self.form.setVisible(bool(self.form.fields))
        self.place = PathField(folder / f"{name} {kind.file_words}{kind.suffix}", kind.formats[0].filter, kind.suffix)
        label = plain_label("Where to put the file", "label")
        label.setBuddy(self.place)
        self.body.addWidget(label)
        self.body.addWidget(self.place)
        self.setMinimumWidth(em(self, 42))

    @property
    def options(self) -> dict[str, Any]:
        """The options as they stand, by name."""
        return {name: field.take() for name, field in self.form.fields.items() if name != _FORMAT}

    def _take_format(self, name: str, value: object) -> None:
        """Give the file the ending of the format that was chosen."""
        if name == _FORMAT:
            chosen = self._formats[str(value)]
            self.place.set_format(chosen.filter, chosen.suffix)

    def accept(self) -> None:
        """Go on once there is a place; ask before a file is replaced."""
        path = self.place.path
        if not path.parent.is_dir():
            self.tell_problem("That folder does not exist. Choose one that does.")
            self.place.setFocus()
            return
        if path.exists() and not ask(
            self, f"Replace {path.name}?", "There is a file of that name in this folder.", "Replace"
        ):
            return
        super().accept()
