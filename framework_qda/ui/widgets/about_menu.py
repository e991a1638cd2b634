"""What of a cell somebody can comment on, in the menu of a place: the passage that is pointed at, or any part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from framework_qda.matrix.remarks import cell_subjects
from framework_qda.ui.context_menu import PlaceMenu
from framework_qda.ui.words import for_menu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from framework_qda.ui.widgets.cell_reviewing import CellReviewing
    from framework_qda.ui.widgets.passage_list import PassageList

ON_EXTRACT = "Comment on this extract…"
ON_STATEMENT = "Comment on this statement…"


class AboutMenu(QMenu):
    """List the statements of the cell at hand and the passages that they rest on; read when it is opened."""

    def __init__(self, reviewing: CellReviewing, parent: QWidget) -> None:
        super().__init__("Comment on", parent)
        self._reviewing = reviewing
        self._extract_id = ""
        self._on_extract = QAction(ON_EXTRACT, self)
        self._on_extract.triggered.connect(
            lambda _checked=False: reviewing.comment_on("extract", self._extract_id),
        )
        self.aboutToShow.connect(self._fill)

    def actions_for(self, extract_id: str = "") -> Sequence[QAction]:
        """Return what a menu shows of this: nothing where nothing can be commented on."""
        operations, place = self._reviewing.operations, self._reviewing.place()
        if operations is None or not operations.can_edit or place is None:
            return ()
        self._extract_id = extract_id
        self.menuAction().setEnabled(bool(operations.project.read.cell(*place).content))
        return (*((self._on_extract,) if extract_id else ()), self.menuAction())

    def serve(self, passages: PassageList) -> None:
        """Let the menu of a passage in the evidence comment on it."""

        def actions() -> Sequence[QAction]:
            extract_id = passages.extract_at(passages.currentIndex())
            return self.actions_for(extract_id)[:1] if extract_id else ()

        PlaceMenu(passages, actions)

    def _fill(self) -> None:
        self.clear()
        operations, place = self._reviewing.operations, self._reviewing.place()
        if operations is None or place is None:
            return
        reader = operations.project.read
        for subject in cell_subjects(reader, reader.cell(*place))[1:]:
            kind = "statement" if subject.statement_id else subject.type_name
            key = subject.statement_id or subject.record_id
            action = self.addAction(for_menu(f"{subject.name[:1].upper()}{subject.name[1:]}"))
            action.triggered.connect(
                lambda _checked=False, kind=kind, key=key: self._reviewing.comment_on(kind, key),
            )
