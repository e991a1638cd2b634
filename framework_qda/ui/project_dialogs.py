"""Dialogs about a project as a whole: a new one, who works on it, what the study is."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QWidget

from framework_qda.io.dictionaries import FOLDER_BESIDE, find_dictionaries
from framework_qda.model import Attribute, Changes, Organisation, Study
from framework_qda.project import Project
from framework_qda.quotes.attribution import default_template, names_for_template
from framework_qda.ui.operations import Operations
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.dialogs import PathField, PlainDialog
from framework_qda.ui.widgets.fields import FieldSpec
from framework_qda.ui.widgets.forms import Form
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.words import join_words

PROJECT_FILTER = "Framework QDA project (*.fqda)"

STUDY_FIELDS = (
    FieldSpec("title", "Title"),
    FieldSpec("aims", "Aims", "text", hint="What the study is to find out", lines=4),
    FieldSpec("language", "Language", "suggest", hint="such as en-GB: in which spelling is checked"),
    FieldSpec("quotation_marks", "Quotation marks", "choice", choices=(("single", "‘single’"), ("double", "“double”"))),
    FieldSpec(
        "attribution_template",
        "Attribution of quotations",
        hint="such as {organisation kind}, {service model}",
    ),
    FieldSpec("guide_words_min", "Words in a cell, from", "number", hint="such as 25"),
    FieldSpec("guide_words_max", "Words in a cell, to", "number", hint="such as 120"),
)


class NewProjectDialog(PlainDialog):
    """Ask for title, name and place of a new project. `create()` makes it."""

    def __init__(self, folder: Path, analyst_name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "New project",
            "A study is one file on your own computer. You can move it later, and change title and name at any time.",
            "Create the project",
            parent,
        )
        self._is_place_chosen = False
        self.title = _line("Title of the study", "Joint working study")
        self.name = _line("Your name", "as colleagues should see it in the history")
        self.name.setText(analyst_name)
        self.place = PathField(folder / "Study.fqda", PROJECT_FILTER, ".fqda")
        for words, field in (
            ("Title of the study", self.title),
            ("Your name", self.name),
            ("Where to put the file", self.place),
        ):
            label = plain_label(words, "label")
            label.setBuddy(field)
            self.body.addWidget(label)
            self.body.addWidget(field)
        self.title.textEdited.connect(self._follow_title)
        self.place.chosen.connect(self._keep_place)
        self.title.setFocus()

    def accept(self) -> None:
        """Go on once title, name and place can be used."""
        if not self.title.text().strip():
            self._refuse("The study needs a title; a working title will do.", self.title)
        elif not self.name.text().strip():
            self._refuse("Your name is missing: the history says who wrote what.", self.name)
        elif self.place.path.exists():
            self._refuse("There is a file of that name already. Choose another name or folder.", self.place)
        elif not self.place.path.parent.is_dir():
            self._refuse("That folder does not exist. Choose one that does.", self.place)
        else:
            super().accept()

    def _follow_title(self, title: str) -> None:
        if not self._is_place_chosen:
            self.place.rename(f"{safe_file_name(title) or 'Study'}.fqda")

    def _keep_place(self) -> None:
        self._is_place_chosen = True

    def _refuse(self, words: str, field: QWidget) -> None:
        self.tell_problem(words)
        field.setFocus()


class StudyDialog(PlainDialog):
    """Title, aims and the house style of the study; each finished field is one action."""

    def __init__(self, project: Project, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__("About this study", parent=parent)
        self._operations = operations
        study = project.read.study()
        self._study_id = study.id
        self.form = Form()
        found = [file.language for file in find_dictionaries(project.path)]
        offered = tuple((tag, tag) for tag in found)
        self.form.set_fields([_offer(spec, project, offered) for spec in STUDY_FIELDS])
        self.form.show_values({spec.name: getattr(study, spec.name) for spec in STUDY_FIELDS})
        self.form.set_enabled(operations.can_edit)
        self.form.edited.connect(self._write)
        self.body.addWidget(self.form)
        self.body.addWidget(
            wrapped_label(
                f"An attribution may name, in braces: {join_words(names_for_template(project.read.all(Attribute)))}. "
                "Exports for the team may name more.",
                "soft",
            )
        )
        names = "; ".join(language_words(tag) for tag in found)
        self.body.addWidget(
            wrapped_label(
                f"Spelling can be checked in {names}. More dictionaries of Hunspell can be put in a folder "
                f"“{FOLDER_BESIDE}” beside the project.",
                "soft",
            )
        )
        self.body.addStretch(1)
        self.setMinimumWidth(em(self, 44))

    def done(self, result: int) -> None:
        """Write the field that is being typed, then close."""
        self.form.finish()
        super().done(result)

    def _write(self, name: str, value: object) -> None:
        def change(project: Project) -> Changes:
            return project.change(Study, self._study_id, **{name: value})

        self.form.write(name, self._operations, lambda: self._operations.run(change))


def _offer(spec: FieldSpec, project: Project, languages: tuple[tuple[str, str], ...]) -> FieldSpec:
    """Return a field with what the project offers for it."""
    if spec.name == "language":
        return replace(spec, choices=languages)
    if spec.name == "attribution_template":
        has_kinds = any(each.kind for each in project.read.all(Organisation))
        template = default_template(project.read.all(Attribute), has_kinds=has_kinds)
        return replace(spec, hint=f"left empty, it is {template}")
    return spec


def language_words(tag: str) -> str:
    """Return the tag of a language with its name: `en-GB, English (United Kingdom)`."""
    locale = QLocale(tag.replace("-", "_"))
    if locale.language() in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        return tag
    name = QLocale.languageToString(locale.language())
    territory = QLocale.territoryToString(locale.territory()) if "-" in tag else ""
    return f"{tag}, {name} ({territory})" if territory else f"{tag}, {name}"


def safe_file_name(title: str) -> str:
    """Return a title as a file name that every system allows."""
    kept = "".join(" " if letter in '<>:"/\\|?*' or ord(letter) < 32 else letter for letter in title)
    return " ".join(kept.split())[:80].strip(" .")


def _line(name: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    set_role(line, "field")
    return line
