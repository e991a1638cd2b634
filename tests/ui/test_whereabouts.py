"""Who goes from one desk to another is at the same cell there."""

from itertools import permutations

import pytest

from framework_qda.matrix.filters import RowFilter
from framework_qda.model import CaseStudy, Interview, Subtopic, Theme

DESKS = ("chart", "matrix", "case", "theme")


@pytest.fixture
def study(open_window):
    """A window on two case studies and two themes; its cells: the first, and the one that lies across from it."""
    read = open_window.project.read
    near = (read.all(Interview)[0].id, read.all(Subtopic)[0].id)
    run = open_window.operations.run
    case_study = run(lambda project: project.add(CaseStudy, label="Coast")).new_id
    interview = run(lambda project: project.add(Interview, code="I50", case_study_id=case_study)).new_id
    theme = run(lambda project: project.add(Theme, title="Other")).new_id
    subtopic = run(lambda project: project.add(Subtopic, theme_id=theme, label="Other")).new_id
    open_window.show_desk("board")
    return open_window, near, (interview, subtopic)


@pytest.mark.parametrize(("before", "after"), list(permutations(DESKS, 2)))
def test_a_desk_goes_on_where_another_was_left(study, before, after):
    window, near, across = study
    window.show_desk(after)
    window.current_desk().open_cell(*near)
    window.show_desk(before)
    window.current_desk().open_cell(*across)
    window.show_desk("board")
    window.show_desk(after)
    assert window.current_desk().here() == across


@pytest.mark.parametrize("name", ["matrix", "case", "theme"])
def test_a_desk_that_is_new_goes_on_where_the_chart_was_left(study, name):
    window, _near, across = study
    window.show_desk("chart")
    window.current_desk().open_cell(*across)
    window.show_desk(name)
    assert window.current_desk().here() == across


@pytest.mark.parametrize("name", ["matrix", "theme"])
def test_a_filter_stays_though_it_hides_the_cell_that_another_desk_was_left_at(study, name):
    window, near, across = study
    window.show_desk(name)
    desk = window.current_desk()
    desk.open_cell(*near)
    bar = desk.filter_bar if name == "matrix" else desk.rows_bar
    bar.set_filter(RowFilter(case_study_ids=frozenset({window.project.read.get(Interview, near[0]).case_study_id})))
    window.show_desk("chart")
    window.current_desk().open_cell(*across)
    window.show_desk(name)
    assert desk.here() == near
    window.show_desk("chart")
    assert window.current_desk().here() == across


def test_the_first_desk_of_a_session_opens_where_it_was(study):
    window, near, across = study
    path = window.project.path
    window.show_desk("chart")
    window.current_desk().open_cell(*near)
    window.show_desk("theme")
    window.current_desk().open_cell(*across)
    window.close_project()
    window.menus.file.open_path(path)
    assert window.desk_name == "theme"
    assert window.current_desk().here()[1] == across[1]


def test_a_cell_that_nobody_went_to_is_not_taken_along(study):
    window, _near, across = study
    path = window.project.path
    window.show_desk("chart")
    window.current_desk().open_cell(*across)
    window.settings.set_desk(window.project.project_id, "theme")
    window.show_desk("board")
    window.desk_name, name = "theme", window.desk_name
    window.close_project()
    window.menus.file.open_path(path)
    assert window.current_desk().here() != across, name
    window.show_desk("chart")
    assert window.current_desk().here() == across
