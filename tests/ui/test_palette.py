"""Ctrl+K goes anywhere by name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from framework_qda.model import CaseStudy, Interview, Subtopic, Theme
from framework_qda.ui.palette import NONE_FOUND

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window):
    open_window.activateWindow()
    open_window.show_desk("chart")
    return open_window


@pytest.fixture
def palette(window):
    """Give the field, opened by its key."""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, CONTROL)
    return window.palette_field


def go(palette, typed):
    QTest.keyClicks(palette.field, typed)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def first(window, record_type):
    return window.project.read.all(record_type)[0]


def lines(palette):
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_the_key_opens_the_field_with_the_desks(palette):
    assert palette.field.hasFocus()
    assert "Matrix · desk" in lines(palette)


def test_an_interview_is_charted(window, palette):
    palette.hide()
    window.operations.run(lambda project: project.add(Interview, code="X7"))
    window.open_palette()
    go(palette, "x7")
    assert window.desk_name == "chart"
    assert window.project.read.get(Interview, window.current_desk().here()[0]).code == "X7"


def test_a_sub_topic_is_read(window, palette):
    go(palette, "context")
    assert window.desk_name == "theme"
    assert window.current_desk().place_text().endswith("1.2 context") or "context" in window.current_desk().place_text()


def test_a_theme_is_shown_as_its_matrix(window, palette):
    go(palette, "background")
    assert window.desk_name == "matrix"
    assert window.current_desk().tabs.theme_id() == first(window, Theme).id


def test_a_case_study_is_read(window, palette):
    go(palette, "area 1")
    assert window.desk_name == "case"


def test_a_cell_is_charted(window, palette):
    go(palette, "i01 1.2")
    assert window.current_desk().here() == (first(window, Interview).id, window.project.read.all(Subtopic)[1].id)


def test_a_desk_is_shown(window, palette):
    go(palette, "frame")
    assert window.desk_name == "framework"


def test_an_action_is_done(window, palette):
    zoom = window.look.zoom
    go(palette, "zoom in")
    assert window.look.zoom > zoom


def test_an_action_of_the_desk_is_done_where_one_was(window, palette):
    go(palette, "fold the notes")
    assert window.current_desk().panes.notes.isHidden()


def test_what_cannot_be_done_now_is_not_offered(window, palette):
    QTest.keyClicks(palette.field, "redo")
    assert not any(line.startswith("Redo") for line in lines(palette))


def test_keys_stand_beside_what_has_one(palette):
    QTest.keyClicks(palette.field, "export matrices")
    spoken = palette.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Export matrices to Excel · File, Export, Ctrl+Shift+E"


def test_escape_goes_back_to_where_one_was(window, palette):
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert window.current_desk().isAncestorOf(QApplication.focusWidget())


def test_what_is_not_found_is_said(palette):
    QTest.keyClicks(palette.field, "zzzzzz")
    assert palette.remark.text() == NONE_FOUND


def test_a_new_name_is_found(window, palette):
    palette.hide()
    window.operations.run(lambda project: project.add(CaseStudy, label="Coastal town"))
    window.open_palette()
    QTest.keyClicks(palette.field, "coastal")
    assert lines(palette)[0] == "Coastal town"


def test_without_a_project_the_menus_can_be_gone_to(window, palette):
    palette.hide()
    window.close_project()
    window.open_palette()
    QTest.keyClicks(palette.field, "sample")
    assert lines(palette) == ["Open sample · File"]
    palette.open()
    QTest.keyClicks(palette.field, "i01")
    assert lines(palette) == [], "nothing of a project that is closed"
