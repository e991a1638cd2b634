"""Enter presses the button that has the keyboard, in the window as in dialogs."""

import shutil

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton, QRadioButton

from framework_qda import create_project, open_project
from framework_qda.model import Analyst
from framework_qda.ui.desks import DESKS
from framework_qda.ui.guide_window import GuideWindow
from framework_qda.ui.places import find_guide
from framework_qda.ui.review.since_bar import BeginPage
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.notice_page import NoticePage
from tests.ui.accessible import name_of, tab_stops


@pytest.fixture
def pressed(monkeypatch):
    """Note which buttons are pressed by a key, and let them do nothing."""
    found = []
    monkeypatch.setattr(QAbstractButton, "click", lambda button: found.append(button))
    return found


@pytest.fixture
def sample_window(window, sample_path, tmp_path):
    path = shutil.copy(sample_path, tmp_path / "sample.fqda")
    with open_project(path) as project:
        window.settings.set_analyst(project.project_id, project.read.all(Analyst)[0].id)
    window.menus.file.open_path(path)
    return window


def buttons_of(window):
    ticked = (QCheckBox, QRadioButton)
    return [each for each in tab_stops(window) if isinstance(each, QAbstractButton) and not isinstance(each, ticked)]


def missed(window, pressed):
    """Return the buttons of a window that Enter does not press, or presses more than once."""
    found = []
    for button in buttons_of(window):
        pressed.clear()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Return)
        if pressed != [button]:
            found.append(f"{type(button).__name__} “{name_of(button)}”: {len(pressed)}")
    return found


@pytest.mark.parametrize("desk", DESKS)
def test_enter_presses_every_button_of_a_desk(sample_window, pressed, desk):
    sample_window.show_desk(desk)
    panels = getattr(sample_window.current_desk(), "panels", None)
    for panel in ("", *(panels.names if panels else ())):
        if panel:
            panels.open(panel)
        assert missed(sample_window, pressed) == []


def test_enter_presses_what_the_window_begins_with(window, pressed):
    assert len(buttons_of(window)) > 1
    assert missed(window, pressed) == []


def test_enter_presses_the_buttons_of_a_message(window, pressed):
    window.tell("Exported.", ("Open file", lambda: None))
    (message,) = window.messages.messages()
    assert len(buttons_of(message)) == 2
    assert missed(message, pressed) == []


@pytest.mark.parametrize("desk", ["board", "matrix", "case", "theme"])
def test_enter_presses_the_first_step_of_an_empty_desk(window, tmp_path, pressed, desk):
    window.show_project(create_project(tmp_path / "empty.fqda", title="Empty", analyst_name="Ann Marsh"))
    window.show_desk(desk)
    (page,) = (each for each in window.findChildren(NoticePage) if each.isVisible())
    assert buttons_of(page) == [page.button]
    assert missed(page, pressed) == []


def test_enter_presses_where_the_review_begins(sample_window, pressed, qtbot):
    sample_window.show_desk("review")
    page = sample_window.findChild(BeginPage)
    qtbot.waitUntil(page.isVisible)
    assert len(buttons_of(page)) > 1
    assert missed(page, pressed) == []


def test_enter_presses_the_buttons_of_the_guide(window, pressed, qtbot):
    guide = GuideWindow(find_guide(), window)
    with qtbot.waitExposed(guide):
        guide.show()
    assert len(buttons_of(guide)) > 0
    assert missed(guide, pressed) == []


@pytest.fixture
def bench(window):
    """Give a window with a button and a tick in a message, and the list of what was done to them."""
    done = []
    button, tick = QPushButton("Go"), QCheckBox("Always")
    button.clicked.connect(lambda: done.append("go"))
    tick.clicked.connect(lambda: done.append("tick"))
    for widget in (button, tick):
        window.messages.layout().addWidget(widget)
    QApplication.processEvents()
    return button, tick, done


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_does_what_space_does(bench, key):
    button, _, done = bench
    button.setFocus()
    QTest.keyClick(button, key)
    assert done == ["go"]


def test_a_key_that_is_held_down_presses_once(bench):
    button, _, done = bench
    button.setFocus()
    for is_repeated in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", is_repeated)
        QApplication.sendEvent(button, event)
    assert done == ["go"]


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier])
def test_enter_with_another_key_presses_nothing(bench, held):
    button, _, done = bench
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return, held)
    assert done == []


def test_enter_ticks_nothing(bench):
    _, tick, done = bench
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Return)
    assert done == []


def test_a_button_in_a_dialog_is_pressed_once(window, qtbot):
    done = []
    dialog = PlainDialog("Begin again", "", "Begin", window)
    button = QPushButton("Look first")
    button.clicked.connect(lambda: done.append("looked"))
    dialog.body.addWidget(button)
    with qtbot.waitExposed(dialog):
        dialog.show()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert done == ["looked"]
    assert dialog.isVisible()
    dialog.reject()
