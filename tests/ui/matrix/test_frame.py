import pytest
from PySide6.QtWidgets import QLayout

from framework_qda.ui.matrix.frame import ROOM_FOR_PANEL
from framework_qda.ui.style import em


@pytest.fixture(autouse=True)
def any_width(desk):
    """Let the desk be as narrow as a window in large fonts makes it."""
    desk.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    desk.setMinimumSize(1, 1)


def test_a_narrow_desk_is_left_to_the_grid(desk):
    desk.resize(em(desk, ROOM_FOR_PANEL) - 20, 500)
    assert desk.panel.isHidden()
    desk.resize(em(desk, ROOM_FOR_PANEL) + 20, 500)
    assert not desk.panel.isHidden()


def test_evidence_that_was_asked_for_is_shown_in_a_narrow_desk_too(desk):
    desk.resize(em(desk, ROOM_FOR_PANEL) - 20, 500)
    desk.toggle_evidence()
    desk.resize(em(desk, ROOM_FOR_PANEL) - 30, 500)
    assert not desk.panel.isHidden()


def test_evidence_that_appears_is_that_of_the_current_cell(desk):
    desk.resize(em(desk, ROOM_FOR_PANEL) - 20, 500)
    desk.view.setCurrentIndex(desk.view.grid_model.index(0, 1))
    desk.resize(em(desk, ROOM_FOR_PANEL) + 20, 500)
    column = desk.view.grid_model.grid.columns[1]
    assert column.number in desk.panel.heading.text()
