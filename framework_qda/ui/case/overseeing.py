"""The second view of the Case desk: the verdicts on all case studies, in place of the table and what is beside it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from framework_qda.matrix.verdicts import VerdictTable, choose_verdicts, count_verdicts, read_verdict_table
from framework_qda.ui.case.actions import VERDICTS
from framework_qda.ui.case.looks import VERDICT_LOOKS
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from framework_qda.ui.case.desk import CaseDesk
    from framework_qda.ui.case.overview import OverviewView


class Overseeing(QObject):
    """Show the verdicts on all case studies, or the table again."""

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._table = VerdictTable()
        self.is_shown = False

    @cached_property
    def view(self) -> OverviewView:
        """The table of verdicts, made when it is first shown."""
        from framework_qda.ui.case.overview import OverviewView  # the desk opens without it

        made = OverviewView(self._desk)
        made.case_requested.connect(self._go_to_case)
        made.current_moved.connect(self._desk.status_changed)
        self._desk.pages.addWidget(made)
        for name in VERDICTS:
            made.addAction(self._desk.actions_of_desk.by_name[name])
        return made

    def toggle(self) -> None:
        """Show the verdicts on all case studies, or the case study again."""
        self.show(is_shown=not self.is_shown)

    def show(self, *, is_shown: bool) -> None:
        """Show the verdicts on all case studies, or the case study."""
        desk = self._desk
        place = desk.view.current_place()
        desk.finish_editing()
        self.is_shown = is_shown and bool(desk.source.case_studies)
        desk.actions_of_desk.by_name["case.verdicts"].setChecked(self.is_shown)
        if self.is_shown:
            desk.pages.setCurrentWidget(self.view)
            self.refresh()
            self.view.go_to(desk.source.shown.case_study_id, place.subtopic_id if place else "")
        desk.show_view()
        desk.setFocus()

    def end(self) -> None:
        """Let something else be shown in its place."""
        self.is_shown = False
        self._desk.actions_of_desk.by_name["case.verdicts"].setChecked(False)

    def leave(self) -> bool:
        """Go back to the one case study, at the same sub-topic, from what is shown in its place, if anything is."""
        desk = self._desk
        if not self.is_shown and desk.source.shown.is_one_case:
            return False
        desk.show_case(desk.last_case.among([each.id for each in desk.source.case_studies]))
        desk.go_home()
        return True

    def refresh(self) -> None:
        """Read the verdicts anew; what is at hand stays at hand."""
        shown = self._desk.source.shown
        table = read_verdict_table(self._desk.project.read)
        self._table = choose_verdicts(table, shown.theme_id, shown.verdicts)
        self.view.show_table(self._table)

    def place_text(self) -> str:
        """Return the case study and the sub-topic of the place at hand."""
        place = self.view.current_place()
        row = next((row for row in self._table.rows if place and row.subtopic.subtopic_id == place.subtopic_id), None)
        label = dict(self._table.case_studies).get(place.case_study_id, "") if place else ""
        return " · ".join(
            part for part in (label, f"{row.subtopic.number} {row.subtopic.label}" if row else "") if part
        )

    def status_text(self) -> str:
        """Return how many verdicts of each kind were set."""
        counts = count_verdicts(self._table)
        words = [f"{counts[verdict]:,} {look.words}" for verdict, look in VERDICT_LOOKS.items() if counts[verdict]]
        studies = count_words(len(self._table.case_studies), "case study", "case studies")
        return " · ".join((studies, *words)) if words else f"{studies}: no verdict set yet"

    def _go_to_case(self, case_study_id: str, subtopic_id: str) -> None:
        self.show(is_shown=False)
        self._desk.show_case(case_study_id)
        self._desk.view.go_to_line(subtopic_id)
        self._desk.panels.show_main()
