import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from framework_qda.model import CaseStudy

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sample_window(qtbot, window, sample_path, tmp_path, dialogs):
    """Return the window on the sample study, at the Case desk."""
    window.activateWindow()
    dialogs.expect(lambda dialog: dialog.accept())
    window.menus.file.open_path(shutil.copy(sample_path, tmp_path / "sample.fqda"))
    window.show_desk("case")
    qtbot.waitUntil(lambda: window.current_desk().view.hasFocus())
    return window


def press(*keys):
    for key, held in keys:
        QTest.keyClick(QApplication.focusWidget(), key, held)


def case_study(window, label):
    return next(each.id for each in window.project.read.all(CaseStudy) if each.label == label)


def test_a_case_is_gone_to_judged_and_taken_back_by_keys_alone(sample_window):
    desk = sample_window.current_desk()
    for _ in range(9):
        press((Key.Key_PageDown, ALT))
    assert desk.source.shown.case_study_id == case_study(sample_window, "Area 10")
    subtopic_id = desk.view.current_place().subtopic_id
    press((Key.Key_D, Qt.KeyboardModifier.NoModifier))
    found = sample_window.project.read.verdicts(desk.source.shown.case_study_id)
    assert found[subtopic_id].verdict == "differ"
    press((Key.Key_Z, CTRL))
    found = sample_window.project.read.verdicts(desk.source.shown.case_study_id)
    assert found.get(subtopic_id) is None or found[subtopic_id].verdict == ""


def test_letters_are_typed_in_the_synopsis(sample_window):
    desk = sample_window.current_desk()
    desk.synopsis.editor.setFocus()
    before = desk.synopsis.editor.toPlainText()
    press((Key.Key_A, Qt.KeyboardModifier.NoModifier), (Key.Key_D, Qt.KeyboardModifier.NoModifier))
    assert len(desk.synopsis.editor.toPlainText()) == len(before) + 2


def test_what_is_charted_meanwhile_is_seen_on_coming_back(sample_window):
    desk = sample_window.current_desk()
    place = desk.view.current_place()
    press((Key.Key_Return, Qt.KeyboardModifier.NoModifier))
    assert sample_window.desk_name == "chart"
    sample_window.operations.run(lambda project: project.set_state(place.interview_id, place.subtopic_id, "charted"))
    sample_window.show_desk("case")
    index = desk.view.case_model.index_of(place.interview_id, place.subtopic_id)
    assert desk.view.case_model.cell_at(index).state == "charted"


def test_nothing_of_a_case_of_three_asks_to_scroll_sideways(sample_window):
    desk = sample_window.current_desk()
    desk.show_case(case_study(sample_window, "Area 4"))
    QApplication.processEvents()
    assert desk.view.case_model.columnCount() == 4
    assert not desk.synopsis.isHidden()
    assert desk.view.horizontalScrollBar().maximum() == 0


def sees_current(view):
    return view.visualRect(view.currentIndex()).intersects(view.viewport().rect())


def settle(view):
    view.sizes.measure_all()
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("change", ["width", "height", "zoom"])
def test_the_chosen_cell_stays_in_view_when_the_room_changes(sample_window, look, change):
    view = sample_window.current_desk().view
    reading = view.case_model.reading
    view.go_to(reading.columns[1].interview_id, reading.rows[15].subtopic.subtopic_id)
    settle(view)
    assert sees_current(view)
    if change == "zoom":
        look.set_zoom(200)
    else:
        sample_window.resize(*((1000, 900) if change == "width" else (1400, 500)))
    settle(view)
    assert sees_current(view)


def test_who_has_scrolled_away_from_the_chosen_cell_is_not_brought_back(sample_window):
    view = sample_window.current_desk().view
    settle(view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    settle(view)
    assert not sees_current(view)
    sample_window.resize(1000, 700)
    settle(view)
    assert not sees_current(view)
