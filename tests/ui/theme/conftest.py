"""Fixtures for tests of the Theme desk."""

import shutil

import pytest

from framework_qda import open_project
from framework_qda.ui.operations import Operations
from framework_qda.ui.theme.desk import ThemeDesk


@pytest.fixture
def project_of_desk(sample_path, tmp_path):
    with open_project(shutil.copy(sample_path, tmp_path / "theme.fqda")) as project:
        yield project


@pytest.fixture
def desk(qtbot, project_of_desk, settings):
    made = ThemeDesk()
    made.settings = settings
    made.resize(1400, 900)
    qtbot.addWidget(made)
    operations = Operations(project_of_desk, made)
    operations.changed.connect(made.show_changes)
    made.set_project(project_of_desk, operations)
    with qtbot.waitExposed(made):
        made.show()
    return made
