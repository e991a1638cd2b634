"""The desks of the window, in the order of the rail; each is imported when it is first shown.

A desk is made within the window: put into it afterwards, all that it holds would be styled twice.
"""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from framework_qda.ui.desk import Desk
from framework_qda.ui.rail import RailEntry


def _board(parent: QWidget) -> Desk:
    from framework_qda.ui.board.desk import BoardDesk

    return BoardDesk(parent)


def _interviews(parent: QWidget) -> Desk:
    from framework_qda.ui.interviews.desk import InterviewsDesk

    return InterviewsDesk(parent)


def _framework(parent: QWidget) -> Desk:
    from framework_qda.ui.framework.desk import FrameworkDesk

    return FrameworkDesk(parent)


def _chart(parent: QWidget) -> Desk:
    from framework_qda.ui.chart.desk import ChartDesk

    return ChartDesk(parent)


def _matrix(parent: QWidget) -> Desk:
    from framework_qda.ui.matrix.desk import MatrixDesk

    return MatrixDesk(parent)


def _case(parent: QWidget) -> Desk:
    from framework_qda.ui.case.desk import CaseDesk

    return CaseDesk(parent)


def _theme(parent: QWidget) -> Desk:
    from framework_qda.ui.theme.desk import ThemeDesk

    return ThemeDesk(parent)


def _find(parent: QWidget) -> Desk:
    from framework_qda.ui.find.desk import FindDesk

    return FindDesk(parent)


def _review(parent: QWidget) -> Desk:
    from framework_qda.ui.review.desk import ReviewDesk

    return ReviewDesk(parent)


DESKS: Mapping[str, Callable[[QWidget], Desk]] = {
    "board": _board,
    "interviews": _interviews,
    "framework": _framework,
    "chart": _chart,
    "matrix": _matrix,
    "case": _case,
    "theme": _theme,
    "find": _find,
    "review": _review,
}

RAIL = (
    RailEntry("board", "Board", "ph.squares-four", "window.desk_board"),
    RailEntry("interviews", "Interviews", "ph.users-three", "window.desk_interviews"),
    RailEntry("framework", "Framework", "ph.tree-structure", "window.desk_framework"),
    RailEntry("chart", "Chart", "ph.pencil-line", "window.desk_chart"),
    RailEntry("matrix", "Matrix", "ph.table", "window.desk_matrix"),
    RailEntry("case", "Case", "ph.columns", "window.desk_case"),
    RailEntry("theme", "Theme", "ph.article", "window.desk_theme"),
    RailEntry("find", "Find", "ph.magnifying-glass", "window.desk_find"),
    RailEntry("review", "Review", "ph.checks", "window.desk_review"),
)

RECORD_DESKS: Mapping[str, tuple[str, ...]] = {
    "synopsis": ("case", "interviews"),
    "conclusion": ("theme", "framework"),
    "column": ("theme",),
    "stale": ("matrix",),
    "changed": ("review",),
    "history": ("review",),
    "remarks": ("interviews",),
    "remark": ("interviews",),
    "theme": ("framework",),
    "subtopic": ("framework",),
    "case_study": ("interviews",),
    "organisation": ("interviews",),
    "interview": ("interviews",),
    "informant": ("interviews",),
    "attribute": ("interviews",),
}
"""Which desk shows a record, the first that there is; a synopsis is a case study's, a conclusion a sub-topic's, which
is a column where it is read. `stale` stands for the cells of a sub-topic that are to be looked at again; `remarks` for
what is said of a record, `remark` for one comment of it; `changed` for what others changed, `history` for all that was
done."""

READING_DESKS: Mapping[str, str] = {
    "interview": "chart",
    "case_study": "case",
    "theme": "matrix",
    "subtopic": "theme",
}
"""Where somebody goes who wants to work with what a record gathers, not to change the record."""
