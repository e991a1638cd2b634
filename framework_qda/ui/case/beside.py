"""Between the table and what stands beside it: evidence, the links of the synopsis, and the menu of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from framework_qda.project.ids import cell_id
from framework_qda.ui.case.words import place_parts
from framework_qda.ui.words import for_menu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from framework_qda.matrix.grid import GridCell
    from framework_qda.ui.case.frame import CaseFrame

NO_SYNOPSIS = "Only a case study that is shown by itself has a synopsis to link from."
NO_CELL = "Choose a cell of an interview: verdicts cannot be linked."


class Beside(QObject):
    """Keep what stands beside the table in step with it."""

    hinted = Signal(str)

    def __init__(self, frame: CaseFrame) -> None:
        super().__init__(frame)
        self._frame = frame
        self.about_actions: Callable[[QPoint], Sequence[QAction]] = lambda _point: ()
        """What the menu at a point of the screen offers to comment on."""
        view = frame.view
        view.open_requested.connect(self.request_cell)
        view.evidence_requested.connect(self.toggle_evidence)
        view.passage_pointed.connect(self._point_to)
        view.passage_opened.connect(self.request_passage)
        view.menu_requested.connect(self._offer_menu)
        view.current_moved.connect(self.follow)
        frame.evidence.passage_requested.connect(self.request_passage)
        frame.evidence.close_requested.connect(self.toggle_evidence)
        frame.synopsis.cell_hovered.connect(view.point_at)
        frame.synopsis.left.connect(frame.panels.show_main)
        frame.panels.shown_changed.connect(self.follow)

    def follow(self) -> None:
        """Show the evidence of the current cell."""
        frame = self._frame
        if frame.panels.is_shown("evidence"):
            place = frame.view.current_place()
            if place is None or not place.interview_id:
                frame.evidence.show_cell("", None)
            else:
                cell = self._cell()
                words = " · ".join(
                    part.partition(" ")[0]
                    for part in place_parts(frame.view.case_model, frame.view.currentIndex())[-2:]
                )
                frame.evidence.show_cell(words, cell.statements if cell else ())
        if frame.isVisible():  # while another desk is shown the status bar is about that one
            frame.status_changed.emit()

    def _cell(self) -> GridCell | None:
        index = self._frame.view.currentIndex()
        return self._frame.view.case_model.cell_at(index) if index.isValid() else None

    def toggle_evidence(self) -> None:
        """Show or hide the evidence."""
        self._frame.panels.toggle("evidence")
        if not self._frame.panels.is_shown("evidence"):
            self._frame.panels.show_main()

    def _point_to(self, extract_id: str) -> None:
        """Show a passage in the panel."""
        self._frame.panels.open("evidence")
        self._frame.evidence.select_passage(extract_id)

    def request_cell(self) -> None:
        """Ask for the current cell on the Chart desk."""
        place = self._frame.view.current_place()
        if place is not None and place.interview_id:
            self._frame.finish_editing()
            self._frame.cell_requested.emit(place.interview_id, place.subtopic_id)

    def request_passage(self, extract_id: str) -> None:
        """Ask for a passage of the current interview on the Chart desk."""
        place = self._frame.view.current_place()
        if place is not None and place.interview_id:
            self._frame.finish_editing()
            self._frame.passage_requested.emit(place.interview_id, extract_id)

    # -- the synopsis

    def toggle_synopsis(self) -> None:
        """Show the synopsis and go there, or hide it."""
        self._frame.panels.toggle("synopsis")
        if self._frame.panels.is_shown("synopsis"):
            self._frame.synopsis.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._frame.panels.show_main()

    def link(self, statement_id: str = "") -> None:
        """Let the point of the synopsis at the caret rest on the current cell, or on a statement in it."""
        frame, place = self._frame, self._frame.view.current_place()
        if not frame.has_synopsis:
            self.hinted.emit(NO_SYNOPSIS)
        elif place is None or not place.interview_id:
            self.hinted.emit(NO_CELL)
        else:
            frame.panels.open("synopsis")
            frame.synopsis.link([statement_id or cell_id(place.interview_id, place.subtopic_id)])

    # -- the menu of a place

    def _offer_menu(self, place: QPoint) -> None:
        about = self.about_actions(place)
        menu = self._frame.actions_of_desk.place_menu(self._frame, self._statements_menu(), about)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _statements_menu(self) -> QMenu | None:
        """Return a menu that links single statements of the current cell, where it has several."""
        cell = self._cell()
        if cell is None or len(cell.statements) < 2 or not self._frame.has_synopsis:
            return None
        menu = QMenu("Link a statement", self._frame)
        menu.setEnabled(self._frame.operations.can_edit)
        for number, statement in enumerate(cell.statements, 1):
            action = menu.addAction(f"{number}   {for_menu(statement.text)}")
            action.triggered.connect(lambda _checked=False, chosen=statement.id: self.link(chosen))
        return menu
