"""The wheel, installed into an empty environment, runs and brings the sample study with it."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command, **options):
    done = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, check=False, timeout=300, **options
    )
    assert done.returncode == 0, f"{command}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def program(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(folder, with_pip=True)
    run(folder / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", wheel)
    return folder / "bin" / "framework-qda"


@pytest.mark.slow
def test_the_wheel_holds_resources_and_sample_but_no_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "framework_qda/sample_project/builder/desk.py" in names
    assert any(name.startswith("framework_qda/sample_project/notes/") for name in names)
    assert any(name.startswith("framework_qda/resources/") for name in names)
    assert {"framework_qda/guide/index.md", "framework_qda/json-export.md"} <= set(names)
    assert not any(name.startswith(("tests/", "bench/", "docs/")) or "__pycache__" in name for name in names)


@pytest.mark.slow
def test_the_installed_program_makes_and_exports_the_sample(program, tmp_path):
    study = tmp_path / "sample.fqda"
    run(program, "sample", study, cwd=tmp_path)
    assert "is sound: 28 interviews" in run(program, "check", study, cwd=tmp_path)
    run(program, "export", study, "--matrices", tmp_path / "m.xlsx", "--quotes", tmp_path / "q.docx", cwd=tmp_path)
    assert zipfile.is_zipfile(tmp_path / "m.xlsx")


@pytest.mark.slow
def test_the_installed_program_can_show_its_window(program, tmp_path):
    show = (
        "import threading\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication, QMetaObject, Qt\n"
        "from framework_qda.ui import app\n"
        "quit = lambda: QMetaObject.invokeMethod(QCoreApplication.instance(), 'quit', Qt.QueuedConnection)\n"
        "threading.Timer(3, quit).start()\n"
        "raise SystemExit(app.run(settings_path=Path('settings.ini')))\n"
    )
    environment = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    run(program.parent / "python", "-c", show, cwd=tmp_path, env=environment)
