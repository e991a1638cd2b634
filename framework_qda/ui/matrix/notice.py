"""What the Matrix desk says where there is no grid to show, and the first step that it offers."""

from framework_qda.matrix.grid import MatrixGrid
from framework_qda.ui.widgets.notice_page import Notice

NO_THEMES = Notice(
    "No matrix yet",
    "A matrix stands for a theme of the framework. Its columns are the theme’s sub-topics, its rows the "
    "interviews, and each cell sums up what one interview says about one sub-topic. Begin with the themes.",
    "Set up the framework",
    "framework",
)
NO_SUBTOPICS = Notice(
    "This theme has no sub-topics yet",
    "Every sub-topic becomes a column of the matrix. Name the first ones, with a line each on what belongs there.",
    "Add sub-topics",
    "framework",
)
NO_INTERVIEWS = Notice(
    "No interviews yet",
    "Every interview becomes a row of the matrix, gathered in bands of case studies.",
    "Add interviews",
    "interviews",
)
NO_MATCH = Notice(
    "No interview passes the filter",
    "All cells are still there; the filter above leaves every row out.",
    "Show all interviews",
    "clear",
)

ALL_HIDDEN = Notice(
    "All columns of this matrix are hidden",
    "They are hidden in this view only: the framework and all cells are as they were.",
    "Show all columns",
    "columns",
)


def notice_for(grid: MatrixGrid, *, has_themes: bool, has_hidden: bool = False) -> Notice | None:
    """Return what to say instead of showing a grid, or `None` where there is one to show."""
    if not has_themes:
        return NO_THEMES
    if not grid.columns:
        return ALL_HIDDEN if has_hidden else NO_SUBTOPICS
    if not grid.total_rows:
        return NO_INTERVIEWS
    return None if grid.rows else NO_MATCH
