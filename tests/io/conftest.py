"""The small study that the exports write out."""

import pytest

from tests.reference.small_study import make_study


@pytest.fixture
def study(tmp_path):
    made = make_study(tmp_path / "small.fqda")
    yield made
    made.project.close()
