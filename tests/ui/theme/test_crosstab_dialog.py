"""The cross-tab of a sub-topic: who said something in each field, and who did not and why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from framework_qda.matrix.arranging import NOT_RECORDED
from framework_qda.matrix.within_theme import AGENCY, VOICES
from framework_qda.model import Attribute, Interview
from framework_qda.ui.theme import crosstab_fields
from framework_qda.ui.theme.crosstab_dialog import CrossTabDialog
from framework_qda.ui.theme.crosstab_fields import LINES, field_lines, legend
from tests.ui.cut import find_cut


@pytest.fixture
def dialog(qtbot, desk):
    subtopic = next(column for column in desk.reading.columns if column.number == "2.3")
    made = CrossTabDialog(desk.project.read, desk, subtopic)
    qtbot.addWidget(made)
    model = next(each.id for each in desk.project.read.all(Attribute) if each.label == "Service model")
    made.rows.setCurrentIndex(made.rows.findData(model))
    made.columns.setCurrentIndex(made.columns.findData(AGENCY))
    with qtbot.waitExposed(made):
        made.show()
    return made


def field(dialog):
    """Return the place of the community based teams of the local authorities."""
    return dialog.tab.row_values.index("community based"), dialog.tab.column_values.index("local authority")


def test_a_field_tells_who_said_something_and_who_did_not(dialog):
    assert dialog.table.item(*field(dialog)).text() == "● 1 I19\n○ 3 I22, I25, I27\n– 1 I16"


def test_a_screen_reader_hears_it_in_words(dialog):
    spoken = dialog.table.item(*field(dialog)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("community based, local authority: 1 said something: I19; 3 said nothing: I22")


def test_the_signs_are_explained_with_their_counts(dialog):
    assert dialog.legend.text().startswith("● 20 said something     ○ 3 said nothing     – 1 not asked")


def test_signs_and_colours_tell_the_same_apart(dialog):
    lines = dialog.table.item(*field(dialog)).data(LINES)
    assert len({line.head[0] for line in lines}) == len({line.role for line in lines}) == len(lines)
    assert len(legend(dialog.tab).split("     ")) <= len(VOICES)


def test_who_was_interviewed_is_a_choice(dialog):
    dialog.subject.setCurrentIndex(1)
    assert dialog.table.item(*field(dialog)).text() == "5 I16, I19, I22, I25, I27"
    assert not dialog.legend.isVisible()


def test_the_table_is_copied_with_what_it_tells(dialog):
    dialog.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Service model × Agency\t")
    row = next(line for line in lines if line.startswith("community based"))
    assert "1 said something: I19; 3 said nothing: I22, I25, I27; 1 not asked: I16" in row


def test_nothing_is_cut_at_the_largest_zoom(dialog, look):
    look.set_zoom(200)
    dialog.resize(800, 700)
    assert find_cut(dialog) == []


def test_without_a_sub_topic_it_lists_who_was_interviewed(qtbot, desk):
    made = CrossTabDialog(desk.project.read, desk)
    qtbot.addWidget(made)
    assert made.subject.isHidden()
    made.columns.setCurrentIndex(made.rows.currentIndex())
    assert field_lines(made.tab, 0, 0)[0].spoken.split()[1] == "interviews"


def test_a_field_of_many_interviews_names_them_all_and_its_row_grows(desk, dialog):
    before = dialog.table.rowHeight(0)
    codes = [f"J{number:02}" for number in range(40)]
    for code in codes:
        desk.project.add(Interview, code=code)
    dialog.subject.setCurrentIndex(1)
    place = (dialog.tab.row_values.index(NOT_RECORDED), dialog.tab.column_values.index(NOT_RECORDED))
    assert dialog.table.item(*place).text() == f"40 {', '.join(codes)}"
    assert dialog.table.rowHeight(place[0]) > 2 * before


def test_of_very_many_interviews_it_is_said_how_many_are_not_named(desk, dialog, monkeypatch):
    monkeypatch.setattr(crosstab_fields, "MOST_CODES", 2)
    dialog.subject.setCurrentIndex(1)
    assert dialog.table.item(*field(dialog)).text() == "5 I16, I19 and 3 more"


def cut_rows(dialog):
    """Return the rows that are lower than the lines of one of their fields."""
    table = dialog.table
    model = table.model()
    return [
        row
        for row in range(table.rowCount())
        for column in range(table.columnCount())
        if table.sizeHintForIndex(model.index(row, column)).height() > table.rowHeight(row)
    ]


def test_a_field_is_as_tall_as_its_lines_whatever_is_crossed(qtbot, dialog):
    dialog.subject.setCurrentIndex(1)
    for width in (560, 760):
        dialog.resize(width, 500)
        for place in range(dialog.rows.count()):
            dialog.rows.setCurrentIndex(place)
            qtbot.wait(5)
            assert cut_rows(dialog) == [], (width, dialog.rows.currentText())
