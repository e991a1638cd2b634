"""The window is closed while work is under way beside it."""

import threading
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QDialog

from framework_qda import open_project
from framework_qda.ui import file_commands
from framework_qda.ui.exporting import commands as exporting
from framework_qda.ui.importing import ImportNotesDialog
from framework_qda.ui.importing.plan import ReadFile
from framework_qda.ui.worker import Task


class Gate:
    """Hold a worker until it is opened."""

    def __init__(self):
        self.reached, self._open = threading.Event(), threading.Event()

    def pass_through(self):
        self.reached.set()
        self._open.wait(10)

    @contextmanager
    def opened_soon(self):
        """Open the gate while the window's thread is busy with what follows."""
        timer = threading.Timer(0.2, self._open.set)
        timer.start()
        yield
        timer.join()


@pytest.fixture
def gate():
    return Gate()


def is_free(path):
    with open_project(path) as project:
        return not project.is_read_only


def test_closing_during_an_export_leaves_no_file(open_window, dialogs, tmp_path, monkeypatch, gate):
    def write_slowly(_reader, path, _options):
        path.write_text("half")
        gate.pass_through()
        return []

    def choose(dialog):
        dialog.place.line.setText(str(tmp_path / "out.json"))
        dialog.accept()

    monkeypatch.setattr(exporting, "write_json", write_slowly)
    dialogs.expect(choose)
    open_window.menus.action("window.export_json").trigger()
    assert gate.reached.wait(5)
    path = open_window.project.path
    with gate.opened_soon():
        open_window.close()
    assert list(tmp_path.glob("*out*")) == []
    assert is_free(path)


def test_closing_during_a_check_waits_for_its_end(open_window, monkeypatch, gate):
    class SlowProject:
        def __enter__(self):
            gate.pass_through()
            return self

        def __exit__(self, *_):
            ended.append(threading.current_thread().name)

        def verify(self):
            return []

    ended = []
    monkeypatch.setattr(file_commands, "open_project", lambda *_args, **_options: SlowProject())
    open_window.menus.action("window.check").trigger()
    assert gate.reached.wait(5)
    with gate.opened_soon():
        open_window.close()
    assert len(ended) == 1


def test_closing_during_an_import_reading_closes_the_dialog(open_window, qtbot, qapp, dialogs, tmp_path, gate):
    def read_slowly(path, _encoding):
        gate.pass_through()
        return ReadFile(path)

    dialog = ImportNotesDialog(open_window.project, open_window.operations, open_window)
    dialog.reader._read = read_slowly
    path = tmp_path / "I01.txt"
    path.write_text("Words.")
    dialog.show()
    dialog.add_files([path])
    assert gate.reached.wait(5)
    open_window.close()
    assert (dialog.isVisible(), dialog.result()) == (False, QDialog.DialogCode.Rejected)
    tasks = qapp.findChildren(Task)
    assert tasks
    with gate.opened_soon():
        for task in tasks:
            task.wait()


def test_an_open_dialog_does_not_outlive_its_project(open_window):
    dialog = QDialog(open_window)
    dialog.show()
    open_window.close_project()
    assert not dialog.isVisible()
