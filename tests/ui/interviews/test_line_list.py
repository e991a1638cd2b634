import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from framework_qda.ui.interviews.line_list import LineList, link_button


@pytest.fixture
def lines(qtbot):
    shown = LineList("Notes", "No notes yet.", [QPushButton("Import")])
    qtbot.addWidget(shown)
    shown.made = []
    return shown


def show(lines, names, *, can_edit=True):
    def make_row(name):
        lines.made.append(name)
        return QLabel(name)

    lines.show_rows(names, make_row, can_edit=can_edit)


def words(lines):
    return [label.text() for label in lines.findChildren(QLabel) if not label.isHidden() and label.text()]


def test_where_there_is_no_row_that_is_said(lines):
    show(lines, [])
    assert words(lines) == ["Notes", "No notes yet."]


def test_rows_stand_in_place_of_the_words(lines):
    show(lines, ["I01.docx"])
    assert words(lines) == ["Notes", "I01.docx"]


def test_the_same_rows_are_not_made_again(lines):
    show(lines, ["I01.docx"])
    show(lines, ["I01.docx"])
    assert lines.made == ["I01.docx"]


def test_rows_are_made_again_once_they_may_not_be_changed(lines):
    show(lines, ["I01.docx"])
    show(lines, ["I01.docx"], can_edit=False)
    assert lines.made == ["I01.docx", "I01.docx"]


def test_a_link_in_a_row_says_which_row_it_belongs_to(qtbot):
    pressed = []
    link = link_button("Remove", "Remove I01.docx", lambda: pressed.append(True), can_edit=True)
    qtbot.addWidget(link)
    link.click()
    assert (link.accessibleName(), pressed) == ("Remove I01.docx", [True])
