"""The Interviews desk: case studies, organisations, interviews, informants, and what is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction

from framework_qda.matrix.remark_counts import remarked_records
from framework_qda.model import Attribute, CaseStudy, Informant, Interview, Organisation
from framework_qda.text.labels import next_label
from framework_qda.ui.interviews.attributes_dialog import AttributesDialog
from framework_qda.ui.interviews.commented import Commented, CommentedOutlineDesk
from framework_qda.ui.interviews.describe import record_name, record_subtitle, siblings_of
from framework_qda.ui.interviews.fields import ATTRIBUTE, NOUNS, RECORD_TYPES, attribute_fields, record_fields
from framework_qda.ui.interviews.holdings import Holdings
from framework_qda.ui.interviews.outline import BAND, interview_nodes
from framework_qda.ui.keys import COMMANDS
from framework_qda.ui.moving import neighbour_after
from framework_qda.ui.removal import describe_loss
from framework_qda.ui.widgets.dialogs import ask
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from framework_qda.model import Record
    from framework_qda.ui.widgets.outline import Node

_REDRAWN_BY = (
    "analyst",
    "case_study",
    "organisation",
    "interview",
    "informant",
    "attribute",
    "attribute_value",
    "document",
    "recording",
    "subtopic",
    "comment",
)


class InterviewsDesk(CommentedOutlineDesk):
    """Who took part, where, when: the rows of every matrix."""

    title = "Interviews"
    icon = "ph.users-three"
    key_group = "interviews"
    headings = ("Case study and interview", "Who spoke", "Date", "Notes")
    folded_kinds = ("interview",)
    silent_kinds = (BAND,)
    printed = "sample"
    redrawn_by = _REDRAWN_BY
    toolbar = (
        ("interviews.add_case_study", "ph.map-pin", "add_case_study"),
        ("interviews.add_organisation", "ph.buildings", "add_organisation"),
        ("interviews.add_interview", "ph.chat-circle-text", "add_interview"),
        ("interviews.add_informant", "ph.user-plus", "add_informant"),
        ("", "", ""),
        ("interviews.move_up", "ph.arrow-up", "move_up"),
        ("interviews.move_down", "ph.arrow-down", "move_down"),
        ("interviews.delete", "ph.trash", "delete"),
        ("", "", ""),
        ("interviews.attributes", "ph.tag", "edit_attributes"),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view.stretch_column(1, 0, 2, 3)
        self.view.hide_when_narrow({2: 36, 3: 32})
        self.holdings = Holdings(self)
        # The window has the key of it: with the key twice, it would do nothing.
        self._import = QAction(COMMANDS["window.import_notes"].words, self)
        self._import.setObjectName("window.import_notes")
        self._import.triggered.connect(self.import_requested)

    # -- commands

    def add_case_study(self) -> None:
        """Add a case study at the end."""
        label = next_label((each.label for each in self.project.read.all(CaseStudy)), "Area 1")
        self.run_new(lambda project: project.add(CaseStudy, label=label))

    def add_organisation(self) -> None:
        """Add an organisation to the chosen case study."""
        case_id = self._case_study_id()
        self.run_new(lambda project: project.add(Organisation, case_study_id=case_id))

    def add_interview(self) -> None:
        """Add an interview to the chosen case study and organisation."""
        node = self.view.current_node()
        organisation_id = node.key if node and node.kind == "organisation" else None
        case_id = self._case_study_id()
        code = next_label((each.code for each in self.project.read.all(Interview)), "I01")
        values = {"code": code, "case_study_id": case_id, "organisation_id": organisation_id}
        self.run_new(lambda project: project.add(Interview, **values))

    def add_informant(self) -> None:
        """Add an informant to the chosen interview."""
        interview_id = self._interview_id()
        if interview_id:
            code = next_label((each.code for each in self.project.read.all(Informant)), "P01")
            self.run_new(lambda project: project.add(Informant, interview_id=interview_id, code=code))

    def delete(self) -> None:
        """Delete the chosen record, after saying what goes with it."""
        self.finish_editing()
        record = self._chosen_record()
        if record is None:
            return
        kind = self._chosen()[0]
        loss = describe_loss(self.project.read, record)
        words = f"With it go {loss}. " if loss else ""
        title = f"Delete {NOUNS[kind]} {record_name(record)}?"
        if ask(self, title, f"{words}Undo brings everything back.", "Delete"):
            self.operations.run(lambda project: project.delete(type(record), record.id))

    def move_up(self) -> None:
        """Move the chosen record before the one above it."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the chosen record behind the one below it."""
        self._move(1)

    def edit_attributes(self) -> None:
        """Show the dialog that says what is known of whom."""
        self.finish_editing()
        kind = self._chosen()[0]
        dialog = AttributesDialog(self.project, self.operations, kind if kind in RECORD_TYPES else "", self)
        dialog.exec()
        dialog.deleteLater()

    def open_record(self, type_name: str, record_id: str) -> None:
        """Choose the line of a record; attributes have a dialog of their own."""
        if type_name == "attribute":
            self.edit_attributes()
        else:
            super().open_record(type_name, record_id)

    # -- what the desk shows

    def build_nodes(self) -> list[Node]:
        """Return the outline."""
        return interview_nodes(self.project.read)

    def show_record(self, kind: str, record_id: str) -> None:
        """Show a record's own fields and its attributes."""
        record = self.project.read.get(RECORD_TYPES[kind], record_id)
        if record is None:
            return
        attributes = [each for each in self.project.read.all(Attribute) if each.level == kind]
        specs = [*record_fields(self.project.read, record), *attribute_fields(attributes)]
        known = self.project.read.attributes_of(record_id)
        values = {spec.name: getattr(record, spec.name, None) for spec in specs}
        values |= {ATTRIBUTE + each.id: known.get(each.id, "") for each in attributes}
        self.panel.show_heading(record_name(record), record_subtitle(self.project.read, record))
        self.show_form(specs, values)
        self.holdings.show_interview(record_id if kind == "interview" else "")

    def change_field(self, kind: str, record_id: str, name: str, value: Any) -> None:  # noqa: ANN401
        """Write a finished field or attribute."""
        if name.startswith(ATTRIBUTE):
            attribute_id = name.removeprefix(ATTRIBUTE)
            self.operations.run(lambda project: project.set_attribute(attribute_id, record_id, value or ""))
            return
        values = {name: value}
        if kind == "interview" and name == "case_study_id":
            # An organisation belongs to one case study: it does not follow the interview into another.
            values["organisation_id"] = None
        self.operations.run(lambda project: project.change(RECORD_TYPES[kind], record_id, **values))

    def show_nothing(self) -> None:
        """Say what belongs here."""
        actions = self.actions_by_id
        self._import.setEnabled(self.operations.can_edit)
        if next(self.model.nodes(), None) is None:
            self.empty.show_words(
                "Begin with where and whom",
                "Case studies are the areas or sites that group your interviews; organisations are the agencies in "
                "them. Each interview becomes one row of every matrix. A study without case studies simply begins "
                "with its interviews, or with its notes: each file makes the interview that it belongs to.",
                [actions["interviews.add_case_study"], actions["interviews.add_interview"], self._import],
            )
        else:
            self.empty.show_words("Nothing chosen", "Choose a line at the left to see and change what is known.", [])

    def settle_actions(self, node: Node | None) -> None:
        """Switch on what makes sense for the chosen line."""
        kind = node.kind if node else ""
        is_record = kind in RECORD_TYPES
        actions = self.actions_by_id
        for name in ("add_case_study", "add_interview", "attributes"):
            actions[f"interviews.{name}"].setEnabled(True)
        actions["interviews.add_organisation"].setEnabled(bool(self._case_study_id()))
        actions["interviews.add_informant"].setEnabled(kind in ("interview", "informant"))
        for name in ("delete", "move_up", "move_down"):
            actions[f"interviews.{name}"].setEnabled(is_record)

    def status_text(self) -> str:
        """Return how many there are of what."""
        counts = self.project.read.counts()
        words = [count_words(counts["case_study"], "case study", "case studies")]
        missing = sum(not each.took_part for each in self.project.read.all(Organisation))
        took_part = f", {missing:,} more took no part" if missing else ""
        words.append(count_words(counts["organisation"] - missing, "organisation") + took_part)
        words += [count_words(counts[noun], noun) for noun in ("interview", "informant")]
        return self.hint.words or " · ".join(words)

    def place_text(self) -> str:
        """Return what is chosen."""
        record = self._chosen_record()
        return record_name(record) if record else ""

    # -- comments

    def commented(self) -> Commented | None:
        """Return what is remarked on: of an informant, the interview."""
        record = self._chosen_record()
        if record is None:
            return None
        if isinstance(record, Informant):
            interview = self.project.read.get(Interview, record.interview_id)
            return Commented("interview", interview.id, record_name(interview), record.id) if interview else None
        return Commented(self._chosen()[0], record.id, record_name(record))

    def remark_counts(self) -> Mapping[str, int]:
        """Return how many comments are open on interviews with what belongs to them, and on other records."""
        return remarked_records(self.project.read)

    def show_part(self, type_name: str, record_id: str) -> None:
        """Choose an informant, or bring the notes or the recordings of the interview into view."""
        if type_name == "informant":
            self.view.choose(record_id)
        elif type_name in ("document", "recording"):
            self.holdings.show_part(type_name)

    # -- within

    def _chosen_record(self) -> Record | None:
        kind, key = self._chosen()
        return self.project.read.get(RECORD_TYPES[kind], key) if kind in RECORD_TYPES else None

    def _case_study_id(self) -> str | None:
        record = self._chosen_record()
        match record:
            case CaseStudy():
                return record.id
            case Organisation() | Interview():
                return record.case_study_id
            case Informant():
                interview = self.project.read.get(Interview, record.interview_id)
                return interview.case_study_id if interview else None
        return None

    def _interview_id(self) -> str:
        record = self._chosen_record()
        if isinstance(record, Informant):
            return record.interview_id
        return record.id if isinstance(record, Interview) else ""

    def _move(self, direction: int) -> None:
        self.finish_editing()
        record = self._chosen_record()
        if record is None:
            return
        can_move, after = neighbour_after(siblings_of(self.project.read, record), record.id, direction)
        if can_move:
            self.operations.run(lambda project: project.move(type(record), record.id, after=after))
