"""The frame of the Theme desk: the bars, the column, and at the side the synthesis above the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from framework_qda.matrix.filters import describe_filter
from framework_qda.matrix.within_theme import KEPT_AS_CHANGED, count_rows
from framework_qda.ui.desk import Desk
from framework_qda.ui.matrix.filter_bar import FilterBar
from framework_qda.ui.matrix.view import MatrixView
from framework_qda.ui.style import em, set_role
from framework_qda.ui.theme.actions import ThemeActions
from framework_qda.ui.theme.bar import ThemeBar
from framework_qda.ui.theme.survey import SurveyForm
from framework_qda.ui.theme.weight_box import WeightBox
from framework_qda.ui.widgets.comments_panel import HEIGHT_OF_COMMENTS, CommentsPanel
from framework_qda.ui.widgets.evidence_panel import EvidencePanel
from framework_qda.ui.widgets.notice_page import Notice, NoticePage
from framework_qda.ui.widgets.side_panels import SidePanels
from framework_qda.ui.widgets.synthesis_panel import SynthesisPanel
from framework_qda.ui.widgets.tall_area import TallArea

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from framework_qda.matrix.grid import GridRow, MatrixGrid
    from framework_qda.ui.printing.printout import Printout

SIDE_EMS = 24
ROOM_FOR_SIDE = 62
"""In em: in a narrower desk the synthesis is shown only when asked for."""
HEIGHT_OF_SYNTHESIS = 27
"""In em: the room that its words, the weight helper and the survey want together."""
ROOM_FOR_WORDS = 40
"""In em: in a lower desk the definition gives way to the column."""
ROOM_FOR_BARS = (46, 32)
"""Width and height in em: in a smaller desk both bars stand in one line."""


class RowsBar(FilterBar):
    """The filter of the rows; their order is that of the groups, which the bar above says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order_button.hide()

    def show_rows_of(self, grid: MatrixGrid, *, only_deviant: bool) -> None:
        """Say which rows pass the filter, which are only kept in view, and nothing of an order."""
        counts = count_rows(grid)
        self.show_counts(counts.interviews, grid.total_rows)
        words = self.sentence.text().replace(", grouped by case study", "")
        beside = ", ".join(counts.kept_lines)
        if only_deviant:
            words, beside = self._words_of_deviant(grid), ", ".join(count_rows(grid, _changed(grid)).kept_lines)
            self.clear_button.show()
            self._leaves_out = True
        self.sentence.setText(f"{words.removesuffix('.')}; {beside}." if beside else words)
        self.update()

    def _words_of_deviant(self, grid: MatrixGrid) -> str:
        shown, passing = len(grid.rows) - len(_changed(grid)), count_rows(grid).interviews
        words = f"Showing {shown:,} of {grid.total_rows:,} interviews: those kept in view as deviant"
        chosen = describe_filter(self._reader, self.row_filter) if self._reader is not None else ""
        passed = f"{passing or 'none'} of them {'pass' if passing > 1 else 'passes'} the filter: {chosen}"
        return f"{words}; {passed}." if chosen else f"{words}."


def _changed(grid: MatrixGrid) -> list[GridRow]:
    return [row for row in grid.rows if row.kept == KEPT_AS_CHANGED]


class ThemeFrame(Desk):
    """Hold the widgets of the desk in their places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actions_of_desk = ThemeActions(self)
        self.by_name = self.actions_of_desk.by_name
        self.bar = ThemeBar(self.by_name, self)
        self.rows_bar = RowsBar(self)
        self.view = MatrixView(self)
        self.notice = NoticePage(self)
        self.synthesis = SynthesisPanel("theme.link", self)
        self.weight = WeightBox()
        self.survey = SurveyForm()
        self.evidence = EvidencePanel(self)
        self.comments = CommentsPanel(self)
        self.pages = QStackedWidget(self)
        self.panels = SidePanels(self.pages, "Rows", self, room=ROOM_FOR_SIDE, ems=SIDE_EMS)
        self._has_rows = False
        self._arrange()
        self.home = self.view

    @property
    def only_deviant(self) -> bool:
        """Whether only those rows are wanted that are kept in view as deviant."""
        return self.by_name["theme.deviant_only"].isChecked()

    def _arrange(self) -> None:
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.notice)
        self.synthesis.tools.addWidget(self.weight)
        concluded = QFrame()
        set_role(concluded, "surface")
        column = QVBoxLayout(concluded)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.synthesis, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(em(self, 1.1), 0, em(self, 0.5), em(self, 0.6))
        foot.addWidget(self.survey)
        column.addLayout(foot)
        self.side = TallArea(concluded)
        self.side.follow_caret(self.synthesis.editor)
        self.side.follow_caret(self.survey.lines)
        self.synthesis.begun.connect(self.side.show_top)
        self.synthesis.caret_wanted.connect(lambda: self.side.show_caret(self.synthesis.editor))
        self.panels.add(
            "synthesis",
            self.side,
            self.synthesis.editor,
            self.by_name["theme.synthesis"],
            is_at_hand=True,
            least=HEIGHT_OF_SYNTHESIS,
        )
        self.panels.add("evidence", self.evidence, self.evidence.passages, self.by_name["theme.evidence"])
        field, least = self.comments.field, HEIGHT_OF_COMMENTS
        self.panels.add("comments", self.comments, field, self.by_name["theme.comments"], least=least)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        outer.addWidget(self.rows_bar)
        outer.addWidget(self.panels, 1)

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice in place of the column, or the column."""
        if notice is not None:
            self.notice.show_notice(notice)
        self.pages.setCurrentWidget(self.view if notice is None else self.notice)
        self.home = self.view if notice is None else self.notice.button
        self._has_rows = notice is None or notice.target == "clear"
        self._fold_bars()
        self.panels.switch(is_on=notice is None)

    def printout(self) -> Printout | None:
        """Return the column as it is shown, with its synthesis."""
        from framework_qda.ui.theme.printing import theme_printout

        return theme_printout(self.project.read, self.view.grid_model.grid, self.rows_bar.sentence.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of a low window to the rows."""
        super().resizeEvent(event)
        self._fold_bars()

    def _fold_bars(self) -> None:
        width, height = ROOM_FOR_BARS
        is_small = self.width() < em(self, width) or self.height() < em(self, height)
        self.rows_bar.fold(is_folded=is_small)
        self.bar.compact(self.rows_bar.controls, is_compact=is_small)
        self.rows_bar.controls.setVisible(self._has_rows)
        self.rows_bar.setVisible(self._has_rows and (not is_small or self.rows_bar.has_something_to_say))
        self.bar.fold(is_folded=self.height() < em(self, ROOM_FOR_WORDS))
