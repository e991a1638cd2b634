import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QLabel, QVBoxLayout, QWidget

from framework_qda.ui.widgets.cell_editor import CellEditor
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.widgets.tall_area import TallArea
from tests.ui.showing import show


def make(qtbot, width, height):
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(QLabel("A word that must not be cut"))
    for _ in range(20):
        column.addWidget(QLabel("one"))
    area = TallArea(inside)
    qtbot.addWidget(area)
    return show(qtbot, area, width, height), inside


def test_what_is_taller_is_scrolled_to(qtbot):
    area, inside = make(qtbot, 400, 100)
    assert inside.height() > 300
    assert area.verticalScrollBar().maximum() > 0


def test_it_is_never_narrower_than_what_stands_in_it(qtbot):
    area, inside = make(qtbot, 400, 100)
    assert area.minimumSizeHint().width() >= inside.minimumSizeHint().width()


@pytest.fixture
def written(qtbot):
    """Return an area with an editor that is as tall as its area, and nothing else but a line below it."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    editor = CellEditor()
    column.addWidget(editor, 1)
    column.addWidget(wrapped_label("below"))
    area = TallArea(inside)
    area.follow_caret(editor)
    qtbot.addWidget(area)
    show(qtbot, area, 300, 200)
    editor.setFocus()
    return area, editor


def is_caret_seen(area, editor):
    caret = editor.cursorRect().translated(editor.viewport().mapTo(area.viewport(), editor.viewport().rect().topLeft()))
    return area.viewport().rect().contains(caret)


def test_words_that_are_typed_stay_in_view(qtbot, written):
    area, editor = written
    for line in range(12):
        QTest.keyClicks(editor, f"Line {line}")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        qtbot.wait(5)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 100, timeout=500)
    qtbot.waitUntil(lambda: is_caret_seen(area, editor), timeout=500)


def test_words_that_are_read_stay_where_they_are_while_others_are_written(qtbot, written):
    area, editor = written
    QTest.keyClicks(editor, "\r".join("abcdefghijkl"))
    editor.clearFocus()
    qtbot.wait(20)
    area.verticalScrollBar().setValue(0)
    editor.moveCursor(editor.textCursor().MoveOperation.Up)
    qtbot.wait(20)
    assert area.verticalScrollBar().value() == 0


def test_a_caret_is_shown_by_request_wherever_the_keyboard_is(qtbot, written):
    area, editor = written
    QTest.keyClicks(editor, "\r".join("abcdefghijkl"))
    editor.clearFocus()
    qtbot.wait(20)
    area.verticalScrollBar().setValue(0)
    area.show_caret(editor)
    qtbot.waitUntil(lambda: is_caret_seen(area, editor), timeout=500)


def test_who_scrolls_away_from_the_caret_is_not_taken_back(qtbot, written):
    area, editor = written
    QTest.keyClicks(editor, "\r".join("abcdefghijkl"))
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0, timeout=500)
    area.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    area.resize(300, 190)
    qtbot.wait(20)
    assert area.verticalScrollBar().value() == 0


def test_what_is_clicked_at_the_edge_stays_where_it_is(qtbot, written):
    area, editor = written
    QTest.keyClicks(editor, "\r".join("abcdefghijkl"))
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 100, timeout=500)
    area.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    edge = editor.viewport().mapFrom(area.viewport(), QPoint(60, area.viewport().height() - 4))
    QTest.mousePress(editor.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    qtbot.wait(20)
    assert area.verticalScrollBar().value() < 10
    QTest.mouseRelease(editor.viewport(), Qt.MouseButton.LeftButton, pos=edge)
