"""Fixtures for tests of the Case desk."""

from collections.abc import Iterator
from typing import Any

import pytest

from framework_qda.ui.case.desk import CaseDesk
from tests.reference.small_study import SmallStudy, make_study
from tests.ui.showing import show_desk


@pytest.fixture
def study(tmp_path: Any) -> Iterator[SmallStudy]:
    made = make_study(tmp_path / "small.fqda")
    yield made
    made.project.close()


@pytest.fixture
def desk(qtbot: Any, study: SmallStudy) -> CaseDesk:
    """Return the desk at the first case study of the small study, its table in focus."""
    made = show_desk(qtbot, CaseDesk(), study.project, 1320)
    made.activateWindow()
    made.view.setFocus()
    return made
