import os
import subprocess
import sys

import pytest

from framework_qda.ui import guard

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def test_the_installed_toolkit_keeps_its_references():
    assert guard.count_lost_references() < 100


def test_a_leaking_toolkit_is_refused_with_advice(monkeypatch):
    monkeypatch.setattr(guard, "count_lost_references", lambda: 200)
    with pytest.raises(guard.ToolkitError, match="Install another PySide6"):
        guard.check_toolkit()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a screen")
def test_without_a_screen_the_window_says_so():
    done = subprocess.run(
        [sys.executable, "-m", "framework_qda"],
        env={name: value for name, value in os.environ.items() if name not in DISPLAYS},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("There is no screen to show a window on")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("variable", DISPLAYS)
def test_any_screen_will_do(monkeypatch, variable):
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, "some")
    guard.check_screen()
