"""Fixtures for tests of the window: the program's look, a watch over dialogs and over windows left open."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDragLeaveEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from framework_qda import Project
from framework_qda.ui.garbage import GarbageTimer, collect_due
from framework_qda.ui.settings import Settings
from framework_qda.ui.style import Look
from framework_qda.ui.window import MainWindow
from tests.ui.dictionary import SmallDictionary

Handler = Callable[[QDialog], object]

FILE_QUESTIONS = ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory")
MESSAGES = ("information", "warning", "critical", "question", "about")


class DialogWatch:
    """Answer the dialogs that a test expects, and note any other as a fault of the test."""

    def __init__(self) -> None:
        self.unexpected: list[str] = []
        self._handlers: list[Handler] = []
        self._paths: list[object] = []

    def expect(self, handler: Handler) -> None:
        """Call `handler(dialog)` instead of showing the next dialog; it is to accept or reject it."""
        self._handlers.append(handler)

    def expect_path(self, path: object) -> None:
        """Answer the next question for a file with a path (several: a list; none chosen: an empty text)."""
        self._paths.append(path)

    def run(self, dialog: QDialog) -> int:
        if not self._handlers:
            self.unexpected.append(f"{type(dialog).__name__} “{dialog.windowTitle()}”")
            return QDialog.DialogCode.Rejected
        self._handlers.pop(0)(dialog)
        return dialog.result()

    def give_path(self, question: str) -> object:
        if not self._paths:
            self.unexpected.append(f"QFileDialog.{question}")
            return ("", "")
        path = self._paths.pop(0)
        if question == "getExistingDirectory":
            return str(path)
        return ([str(one) for one in path], "") if isinstance(path, list) else (str(path), "")

    def check(self) -> None:
        assert not self.unexpected, f"unexpected dialogs: {self.unexpected}"
        assert not self._handlers, "an expected dialog never came"
        assert not self._paths, "an expected question for a file never came"


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> Look:
    """Give every test the fonts and colours that people see."""
    return Look(qapp, "light", 100)


@pytest.fixture(scope="session", autouse=True)
def garbage(qapp: QApplication) -> GarbageTimer:
    """Free widgets in the window's thread only, as the program does."""
    return GarbageTimer(qapp)


@pytest.fixture(autouse=True)
def collect_garbage() -> Iterator[None]:
    """Collect garbage between tests, most of which run no timer."""
    yield
    collect_due()


@pytest.fixture(autouse=True)
def restore_look(look: Look) -> Iterator[None]:
    """Undo what a test did to scheme or zoom."""
    yield
    look.set_scheme("light")
    look.set_zoom(100)


@pytest.fixture(autouse=True)
def dialogs(monkeypatch: pytest.MonkeyPatch) -> Iterator[DialogWatch]:
    """Fail a test in which a dialog appears that it did not expect."""
    watch = DialogWatch()
    monkeypatch.setattr(QDialog, "exec", lambda dialog: watch.run(dialog))
    monkeypatch.setattr(QMessageBox, "exec", lambda dialog: watch.run(dialog))
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: watch.run(dialog))
    for name in FILE_QUESTIONS:
        monkeypatch.setattr(QFileDialog, name, lambda *_args, _name=name, **_kw: watch.give_path(_name))
    for name in MESSAGES:
        monkeypatch.setattr(
            QMessageBox,
            name,
            lambda *args, _name=name, **_kw: watch.unexpected.append(f"{_name}: {args[1:]}"),
        )
    yield watch
    watch.check()


@pytest.fixture(scope="session", autouse=True)
def nothing_on_the_clipboard(qapp: QApplication) -> Iterator[None]:
    """Let go of what was copied while there is an interpreter: without a screen it would be deleted after that."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def no_button_held(qapp: QApplication) -> Iterator[None]:
    """Let go of a mouse button that a test has left down, as a double click does: every later test would meet it."""
    yield
    if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
        nobody = QWidget()
        QTest.mouseRelease(nobody, QGuiApplication.mouseButtons())
        nobody.deleteLater()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Carry away what a test has left over a widget, while there is one: Qt would bring it there in later tests."""
    if QApplication.instance() is not None:
        QApplication.sendEvent(QWidget(), QDragLeaveEvent())
    yield


@pytest.fixture(autouse=True)
def small_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few words stand for the dictionary, which would be read in a process of its own."""
    monkeypatch.setattr("framework_qda.ui.spelling.process.DictionaryProcess", SmallDictionary)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give settings of their own to a test."""
    return Settings(tmp_path / "settings" / "settings.ini")


@pytest.fixture
def window(qtbot: QtBot, settings: Settings, look: Look) -> Iterator[MainWindow]:
    """Give a shown window without a project."""
    made = MainWindow(settings, look)
    made.resize(1400, 900)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


@pytest.fixture
def open_window(window: MainWindow, project: Project) -> MainWindow:
    """Give a window on the project of the suite: one case study, one interview with notes, two sub-topics."""
    path = project.path
    window.settings.set_analyst(project.project_id, project.analyst_id)
    project.close()
    window.menus.file.open_path(path)
    assert window.project is not None
    return window


@pytest.fixture(autouse=True)
def no_leaks(qapp: QApplication, qtbot: object) -> Iterator[None]:  # qtbot: its widgets are closed after this
    """Fail a test that leaves a visible window behind which it did not hand to qtbot."""
    before = {id(widget) for widget in qapp.topLevelWidgets()}
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    handed = {id(reference()) for reference, _ in getattr(qapp, "_qtbot_widgets", [])}
    handed |= _widgets_of(qtbot)
    left = [
        widget
        for widget in qapp.topLevelWidgets()
        if id(widget) not in before | handed and widget.isVisible() and not _is_owned(widget, handed)
    ]
    names = [f"{type(widget).__name__} “{widget.windowTitle()}”" for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    assert not names, f"windows left open: {names}"


def _widgets_of(qtbot: object) -> set[int]:
    request = getattr(qtbot, "_request", None)
    held = getattr(getattr(request, "node", None), "qt_widgets", [])
    return {id(reference()) for reference, *_ in held}


def _is_owned(widget: QWidget, handed: set[int]) -> bool:
    parent = widget.parentWidget()
    return isinstance(widget, QMenu) or (parent is not None and id(parent.window()) in handed)
