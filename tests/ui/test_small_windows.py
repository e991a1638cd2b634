"""Nothing is cut in a small window, on any desk, with any of its panels."""

import shutil

import pytest

from framework_qda import open_project
from framework_qda.model import Analyst
from framework_qda.ui.desks import DESKS
from tests.ui.cut import find_cut

SIZES = ((100, 1000, 640), (200, 1000, 640), (200, 1400, 900))


@pytest.fixture
def sample_window(window, sample_path, tmp_path):
    path = shutil.copy(sample_path, tmp_path / "sample.fqda")
    with open_project(path) as project:
        window.settings.set_analyst(project.project_id, project.read.all(Analyst)[0].id)
    window.menus.file.open_path(path)
    return window


@pytest.mark.parametrize(("zoom", "width", "height"), SIZES)
def test_nothing_is_cut_on_any_desk(sample_window, look, zoom, width, height):
    look.set_zoom(zoom)
    sample_window.resize(width, height)
    found = []
    for name in DESKS:
        sample_window.show_desk(name)
        panels = getattr(sample_window.current_desk(), "panels", None)
        for panel in ("", *(panels.names if panels else ())):
            if panel:
                panels.open(panel)
            found += [f"{name} {panel}: {cut}" for cut in find_cut(sample_window)]
    assert not found, "\n".join(found)
