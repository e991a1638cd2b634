"""The Case desk: everything of one case study on one page, compared, with its synopsis and evidence beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from framework_qda.model import Cell, Interview, Verdict
from framework_qda.ui.button_menu import open_by_key
from framework_qda.ui.case.actions import VERDICTS
from framework_qda.ui.case.beside import Beside
from framework_qda.ui.case.choosing import Choosing
from framework_qda.ui.case.frame import CaseFrame
from framework_qda.ui.case.judging import Judging
from framework_qda.ui.case.notices import notice_for
from framework_qda.ui.case.overseeing import Overseeing
from framework_qda.ui.case.remembering import LastCase
from framework_qda.ui.case.reviewing import CaseReviewing
from framework_qda.ui.case.side_by_side import SideBySide
from framework_qda.ui.case.source import CaseSource
from framework_qda.ui.case.words import facts_of, place_parts, progress_words
from framework_qda.ui.hint import Hint
from framework_qda.ui.keys import key_text
from framework_qda.ui.widgets.accepting import TOPIC

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.within_case import CaseReading
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.case.model import Place
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.printing.printout import Printout

NO_NAME = "No name"
ALL_VERDICTS = "Verdicts on all case studies"
CONTENTS = frozenset({"cell", "extract", "verdict", "comment", "synthesis"})
"""What changes the contents of the table or the synopsis only, not which case studies and themes there are."""


class CaseDesk(CaseFrame):
    """Show a case study, or several things side by side; compare, conclude, and lead to the cells."""

    title = "Case"
    icon = "ph.columns"
    key_group = "case"
    follows_cell = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = CaseSource()
        self.last_case = LastCase()
        self.judging = Judging(self.view, self.current_place)
        self.beside = Beside(self)
        self.reviewing = CaseReviewing(self)
        self.choosing = Choosing(self.source, self.bar)
        self.side_by_side = SideBySide(self)
        self.overseeing = Overseeing(self)
        self._status = ""
        self.hint = Hint(self)
        self._connect()

    def _connect(self) -> None:
        self.bar.chooser.chosen.connect(self.show_case)
        self.bar.chooser.left.connect(self.go_home)
        self.bar.chooser.missed.connect(lambda words: self.hint.say(f"No case study is called “{words}”."))
        self.bar.back.clicked.connect(self.overseeing.leave)
        self.choosing.about_to_change.connect(self.view.finish_note)
        self.choosing.changed.connect(lambda: self._show_reading(self.source.chosen()))
        self.side_by_side.chosen.connect(self._show_several)
        self.hint.changed.connect(self.status_changed)
        for helper in (self.judging, self.beside, self.reviewing):
            helper.hinted.connect(self.hint.say)
        self.reviewing.told.connect(partial(self.news_wanted.emit, TOPIC))
        self.reviewing.cell_wanted.connect(lambda place: self.open_cell(*place))
        self.reviewing.passage_wanted.connect(self.beside.request_passage)
        self.beside.about_actions = self.reviewing.about_actions
        self.reviewing.statement_wanted.connect(self.word_requested)
        self.synopsis.cell_requested.connect(self.open_cell)
        self.notice.step_taken.connect(self._take_step)
        self.actions_of_desk.connect(
            {
                **{name: partial(self.judging.judge, verdict) for name, verdict in VERDICTS.items()},
                **self.reviewing.slots("case"),
                "case.previous_case": partial(self.step_case, -1),
                "case.next_case": partial(self.step_case, 1),
                "case.choose": self._choose_case,
                "case.next_theme": partial(self.choosing.step_theme, 1),
                "case.previous_theme": partial(self.choosing.step_theme, -1),
                "case.filter": partial(open_by_key, self.bar.verdict_button),
                "case.clear_filter": self.choosing.clear,
                "case.open_cell": self.beside.request_cell,
                "case.note": self.judging.edit_note,
                "case.link": self.beside.link,
                "case.evidence": self.beside.toggle_evidence,
                "case.synopsis": self.beside.toggle_synopsis,
                "case.switch_pane": lambda: self.panels.go_on(self.go_beyond),
                "case.previous_pane": lambda: self.panels.go_on(self.go_beyond, -1),
                "case.side_by_side": self.side_by_side.open,
                "case.verdicts": self.overseeing.toggle,
            }
        )

    # -- what is shown

    def set_project(self, project: Project, operations: Operations) -> None:
        """Show the case study that was shown last on this machine, or the first."""
        super().set_project(project, operations)
        self.judging.begin(operations)
        self.reviewing.begin(operations)
        self.panels.begin(self.settings, project.project_id, self.key_group)
        self.synopsis.begin(operations, self.spelling)
        self.actions_of_desk.set_editable(is_editable=operations.can_edit)
        self.last_case.begin(self.settings, project.project_id)
        self.source.set_reader(project.read, self.last_case.remembered)
        self._read_frame()
        self._show()

    def _read_frame(self) -> None:
        """Read which case studies and themes there are."""
        self.source.read_case_studies()
        self.bar.chooser.show_interviews([(each.id, each.label or NO_NAME) for each in self.source.case_studies])
        self.choosing.read_themes(self.project.read)

    def _show(self) -> None:
        """Read and show everything anew; what is at hand stays at hand."""
        reading = self.source.read()
        if self.show_synopsis_of(self.source.shown.case_study_id):
            self._show_reading(reading)

    def _show_reading(self, reading: CaseReading) -> None:
        self.view.show_reading(reading)
        self._status = progress_words(reading)
        if self.overseeing.is_shown:
            self.overseeing.refresh()
        self.show_view()

    def show_view(self) -> None:
        """Show the table, or what is to be said in its place, or the verdicts on all case studies."""
        self._show_bar()
        if self.overseeing.is_shown:
            self.show_page(self.overseeing.view)
        else:
            self.show_notice(notice_for(self.source.whole, self.view.case_model.reading))
        self.beside.follow()
        self.reviewing.follow()

    def current_place(self) -> Place | None:
        """Return the place at hand in the view that is shown."""
        return self.overseeing.view.current_place() if self.overseeing.is_shown else self.view.current_place()

    def _show_bar(self) -> None:
        shown, parts = self.source.shown, self.source.whole.parts
        self.choosing.show()
        self.bar.setVisible(bool(parts))
        if self.overseeing.is_shown or not shown.is_one_case or not parts:
            self.bar.show_several(ALL_VERDICTS if self.overseeing.is_shown else self.source.whole.label)
            return
        self.bar.chooser.show_current(shown.case_study_id)
        neighbours = (self.source.neighbour(-1), self.source.neighbour(1))
        self.bar.show_case(facts_of(parts[0]), *((each.label or NO_NAME) if each else "" for each in neighbours))

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed; what it undid here is brought into view."""
        if not changes.touched:
            return
        if not set(changes.touched) <= CONTENTS:
            self._read_frame()
        self.synopsis.show_changes(changes)
        self._show()
        self._go_to_change(changes)

    def _go_to_change(self, changes: Changes) -> None:
        """Bring the one cell, or the one verdict, that changed into view."""
        cells, verdicts = (changes.touched.get(name, frozenset()) for name in ("cell", "verdict"))
        if not self.isVisible() or len(cells) + len(verdicts) != 1:
            return
        cell = self.project.read.get(Cell, next(iter(cells), None))
        verdict = self.project.read.get(Verdict, next(iter(verdicts), None))
        place = self.view.current_place()
        if self.overseeing.is_shown:
            return
        if cell is not None:
            self.view.go_to(cell.interview_id, cell.subtopic_id)
        elif verdict is not None and (place is None or place.subtopic_id != verdict.subtopic_id):
            self.view.go_to_line(verdict.subtopic_id)

    # -- going about

    def show_case(self, case_study_id: str) -> None:
        """Show another case study, at the same sub-topic."""
        self.view.finish_note()
        if not self.source.knows(case_study_id) or not self.synopsis.finish_editing():
            return
        self.overseeing.end()
        place = self.view.current_place()
        self.source.show_case(case_study_id)
        self.last_case.keep(case_study_id)
        self._show()
        self.view.stay_at(place)

    def step_case(self, step: int) -> None:
        """Show the case study before (-1) or behind (1) this one."""
        found = self.source.neighbour(step)
        if found is not None:
            self.show_case(found.id)

    def _show_several(self, case_study_ids: Sequence[str], interview_ids: Sequence[str]) -> None:
        self.view.finish_note()
        if self.synopsis.finish_editing():
            place = self.current_place()
            self.overseeing.end()
            self.source.show_several(case_study_ids, interview_ids)
            self._show()
            self.view.stay_at(place)
            self.panels.show_main()

    def _choose_case(self) -> None:
        self.overseeing.leave()
        self.bar.focus_chooser()

    def open_cell(self, interview_id: str, subtopic_id: str) -> None:
        """Go to a cell, in its case study; a choice that hides it is cleared."""
        if all(column.interview_id != interview_id for column in self.source.whole.columns):
            interview = self.project.read.get(Interview, interview_id)
            if interview is not None and interview.case_study_id:
                self.show_case(interview.case_study_id)
        if not self.view.go_to(interview_id, subtopic_id):
            self.choosing.clear()
            self.view.go_to(interview_id, subtopic_id)
        self.panels.show_main()

    def follow_cell(self, interview_id: str, subtopic_id: str) -> None:
        """Go to the cell that another desk was left at, in its case study, if that is not what is chosen against."""
        interview = self.project.read.get(Interview, interview_id)
        if self.overseeing.is_shown or interview is None:
            return
        is_there = any(column.interview_id == interview_id for column in self.source.whole.columns)
        if not is_there and self.source.shown.is_one_case and interview.case_study_id:
            self.show_case(interview.case_study_id)
        self.view.go_to(interview_id, subtopic_id)

    def here(self) -> tuple[str, str] | None:
        """Return the current cell; `None` at a verdict."""
        place = self.current_place()
        return (place.interview_id, place.subtopic_id) if place is not None and place.interview_id else None

    def open_record(self, type_name: str, record_id: str) -> None:
        """Show a case study; asked for its synopsis, go there to write."""
        self.show_case(record_id)
        if type_name != "synopsis":
            self.panels.show_main()  # letters set verdicts there: they must not be typed into a synopsis
            return
        self.panels.open("synopsis")
        self.synopsis.editor.setFocus()

    def _take_step(self, target: str) -> None:
        if target == "clear":
            self.choosing.clear()
        else:
            self.desk_requested.emit(target)

    # -- what is said of it

    def status_text(self) -> str:
        """Return how far the case study is charted, and its verdicts; or why nothing happened."""
        status = self.overseeing.status_text() if self.overseeing.is_shown else self._status
        if self.hint.words or not status:
            return self.hint.words
        place = self.current_place()
        keys = "  ".join(filter(None, (key_text(name) for name in VERDICTS if VERDICTS[name])))
        is_judging = place is not None and bool(place.case_study_id) and keys and self.operations.can_edit
        return f"{status}     {keys}  set the verdict" if is_judging else status

    def place_text(self) -> str:
        """Return the case study, the interview and the sub-topic of the current place."""
        if self.overseeing.is_shown:
            return self.overseeing.place_text()
        return " · ".join(place_parts(self.view.case_model, self.view.currentIndex())) or self.source.whole.label

    # -- what can be done

    def printout(self) -> Printout | None:
        """Return what stands side by side, with the synopsis of a single case study."""
        from framework_qda.ui.case.printing import case_printout

        return case_printout(self.project.read, self.source)

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the desk's menu."""
        return self.actions_of_desk.desk_actions()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape from what is shown in place of the case study, where nothing closer answers it."""
        if event.key() != Qt.Key.Key_Escape or not self.overseeing.leave():
            super().keyPressEvent(event)

    def finish_editing(self) -> None:
        """Write what is being typed."""
        self.view.finish_note()
        self.synopsis.finish_editing()
