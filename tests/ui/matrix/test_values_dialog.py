"""Choosing among many values of an attribute for the filter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.model import Attribute, Interview
from framework_qda.ui.matrix.filter_menu import MOST_CHOICES
from framework_qda.ui.matrix.values_dialog import ValuesDialog

CHOICES = [(f"2011-{month:02}-0{day}",) * 2 for month in (10, 11) for day in (1, 2, 3)] + [("", "Not recorded")]


@pytest.fixture
def dialog(qtbot):
    made = ValuesDialog("Date", CHOICES, frozenset(("2011-10-02",)))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def seen(dialog):
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_what_is_chosen_is_ticked(dialog):
    assert dialog.chosen() == {"2011-10-02"}
    assert dialog.summary.text() == "7 values listed, 1 ticked."


def test_what_is_typed_leaves_values_that_hold_it_and_hidden_ones_stay_ticked(qtbot, dialog):
    qtbot.keyClicks(dialog.field, "11-11")
    assert seen(dialog) == ["2011-11-01", "2011-11-02", "2011-11-03"]
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.list.hasFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.chosen() == {"2011-10-02", "2011-11-01"}


def test_nothing_ticked_means_all(qtbot, dialog):
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.chosen() == frozenset()
    assert dialog.summary.text() == "7 values listed, 0 ticked. None: all."


def test_an_attribute_of_many_values_can_be_filtered_by(desk, dialogs):
    project = desk.project
    attribute_id = project.add(Attribute, label="Date & place", level="interview").new_id
    interviews = project.read.all(Interview)
    for number, interview in enumerate(interviews):
        project.set_attribute(attribute_id, interview.id, f"day {number}")
    choices = tuple(f"other {number}" for number in range(MOST_CHOICES))
    desk.show_changes(project.change(Attribute, attribute_id, choices=choices))

    def choose(dialog):
        dialog.field.setText("day 1")
        items = [dialog.list.item(row) for row in range(dialog.list.count())]
        next(item for item in items if item.text() == "day 1").setCheckState(Qt.CheckState.Checked)
        dialog.accept()

    desk.filter_bar.menu.aboutToShow.emit()
    (action,) = [each for each in desk.filter_bar.menu.actions() if each.text() == "Date && place…"]
    dialogs.expect(choose)
    action.trigger()
    assert desk.filter_bar.row_filter.attributes == {attribute_id: frozenset(("day 1",))}
    assert [row.interview_id for row in desk.showing.grid.rows] == [interviews[1].id]
