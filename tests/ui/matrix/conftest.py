"""Fixtures for tests of the Matrix desk."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from framework_qda.ui.matrix.desk import MatrixDesk
from framework_qda.ui.matrix.view import MatrixView
from framework_qda.ui.operations import Operations
from tests.ui.matrix.grids import make_mixed_grid
from tests.ui.matrix.projects import make_project


@pytest.fixture
def view(qtbot: Any) -> MatrixView:
    """Return a view of the mixed grid, shown."""
    made = MatrixView()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.show_grid(make_mixed_grid())
    return made


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Any]:
    with make_project(tmp_path / "study.fqda") as made:
        yield made


@pytest.fixture
def desk(qtbot: Any, project: Any) -> MatrixDesk:
    """Return the desk of a small project, its second matrix shown."""
    return show_desk(qtbot, project)


def show_desk(qtbot: Any, project: Any) -> MatrixDesk:
    made = MatrixDesk()
    qtbot.addWidget(made)
    operations = Operations(project, made)
    operations.changed.connect(made.show_changes)
    made.set_project(project, operations)
    made.resize(1300, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.tabs.step(1)
    made.view.setFocus()
    return made
