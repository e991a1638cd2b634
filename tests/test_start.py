import subprocess
import sys
from pathlib import Path

import pytest

from framework_qda import cli, start


class Shown(Exception):
    """The window was shown, on a path or on none."""


@pytest.fixture(autouse=True)
def no_window(monkeypatch):
    def show(path):
        raise Shown(path)

    monkeypatch.setattr(start, "show_window", show)


def run(monkeypatch, *words):
    monkeypatch.setattr(sys, "argv", ["framework-qda", *words])
    start.main()


@pytest.mark.parametrize(("words", "path"), [((), None), (("study.fqda",), Path("study.fqda"))])
def test_without_a_command_the_window_opens(monkeypatch, words, path):
    with pytest.raises(Shown) as shown:
        run(monkeypatch, *words)
    assert shown.value.args == (path,)


@pytest.mark.parametrize("words", [("check", "study.fqda"), ("--help",), ("stury.fdqa",)])
def test_everything_else_is_a_command(monkeypatch, words):
    ran = []
    monkeypatch.setattr(cli, "main", lambda: ran.append(words))
    run(monkeypatch, *words)
    assert ran == [words]


def test_a_command_without_a_window_loads_no_toolkit():
    code = "import sys, framework_qda.start, framework_qda.cli; raise SystemExit('PySide6.QtCore' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_window_does_not_wait_for_the_reader_of_command_lines():
    code = "import sys, framework_qda.start; raise SystemExit('click' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_second_process_of_the_program_reads_a_dictionary(tmp_path):
    (tmp_path / "cy.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (tmp_path / "cy.dic").write_text("1\nward\n", encoding="utf-8")
    command = [sys.executable, "-m", "framework_qda", "read-dictionary", "cy", str(tmp_path / "cy.aff")]
    done = subprocess.run(command, input=b'{"words": ["ward"]}\n', capture_output=True, check=True)
    assert done.stdout.splitlines() == [b'{"ready": true}', b'{"known": {"ward": true}}']
