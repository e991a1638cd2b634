"""Fixtures for tests of the Matrix desk."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from framework_qda.ui.matrix.desk import MatrixDesk
from framework_qda.ui.matrix.view import MatrixView
from tests.ui.matrix.grids import make_mixed_grid
from tests.ui.matrix.projects import make_project
from tests.ui.showing import show_desk


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
    return show_matrix(qtbot, project)


def show_matrix(qtbot: Any, project: Any) -> MatrixDesk:
    made = show_desk(qtbot, MatrixDesk(), project, 1300)
    made.tabs.step(1)
    made.view.setFocus()
    return made
