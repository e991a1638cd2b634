import pytest

from framework_qda.ui import guard


def test_the_installed_toolkit_keeps_its_references():
    assert guard.count_lost_references() < 100


def test_a_leaking_toolkit_is_refused_with_advice(monkeypatch):
    monkeypatch.setattr(guard, "count_lost_references", lambda: 200)
    with pytest.raises(guard.ToolkitError, match="Install another PySide6"):
        guard.check_toolkit()
