import pytest

from framework_qda.matrix.arranging import Arrangement
from framework_qda.model import Attribute, CellState
from tests.ui.matrix.projects import add


@pytest.fixture
def model(project):
    """The attribute of case studies, its choices turned round so that it changes the order."""
    found = project.read.all(Attribute)[0]
    project.change(Attribute, found.id, choices=("link worker", "hospital team"))
    return found


def open_menu(desk):
    menu = desk.filter_bar.order_menu
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def choose(desk, place, words):
    submenu = open_menu(desk)[place].menu()
    next(action for action in submenu.actions() if action.text() == words).trigger()


def codes(desk):
    return [row.code for row in desk.view.grid_model.grid.rows]


def test_rows_follow_what_is_chosen_and_the_line_says_it(model, desk):
    choose(desk, "First by", "Service model")
    assert codes(desk) == ["I04", "I05", "I01", "I02", "I03"]
    assert desk.filter_bar.sentence.text() == "All 5 interviews, grouped by case study, ordered by service model."
    assert desk.view.cases.group_width > 0


def test_one_click_clears_filter_and_order(model, desk):
    choose(desk, "First by", "Service model")
    desk.filter_bar.set_filter(desk.filter_bar.row_filter.__class__(states=frozenset({CellState.CHARTED})))
    assert desk.filter_bar.clear_button.isVisible()
    desk.filter_bar.clear_button.click()
    assert codes(desk) == ["I01", "I02", "I03", "I04", "I05"]
    assert desk.view.cases.group_width == 0
    assert not desk.filter_bar.clear_button.isVisible()


def test_the_second_place_opens_behind_the_first_and_offers_the_others(model, desk, project):
    add(project, Attribute, label="Mode", level="interview")
    assert "Then by" not in open_menu(desk)
    choose(desk, "First by", "Service model")
    offered = [action.text() for action in open_menu(desk)["Then by"].menu().actions()]
    assert "Mode" in offered
    assert "Service model" not in offered


def test_the_order_is_kept_from_theme_to_theme(model, desk):
    choose(desk, "First by", "Service model")
    desk.tabs.choose("all")
    assert codes(desk)[0] == "I04"


def test_the_current_cell_stays_when_the_order_changes(model, desk):
    ids = desk.view.current_ids()
    desk.filter_bar.set_arrangement(Arrangement((model.id,)))
    assert desk.view.current_ids() == ids


def test_an_order_is_turned_round_in_the_menu(model, desk):
    choose(desk, "First by", "Service model")
    choose(desk, "First by", "Descending")
    assert codes(desk) == ["I01", "I02", "I03", "I04", "I05"]
    assert "ordered by service model (descending)." in desk.filter_bar.sentence.text()
    choose(desk, "First by", "Descending")
    assert codes(desk)[0] == "I04"


def test_case_studies_need_not_stay_together(desk, project):
    mode = add(project, Attribute, label="Mode", level="interview", kind="text")
    rows = desk.view.grid_model.grid.rows
    for row, words in zip(rows, "babab", strict=True):
        project.set_attribute(mode, row.interview_id, words)
    assert not open_menu(desk)["Keep case studies together"].isEnabled()
    choose(desk, "First by", "Mode")
    assert codes(desk) == ["I02", "I01", "I03", "I04", "I05"]
    open_menu(desk)["Keep case studies together"].trigger()
    assert codes(desk) == ["I02", "I04", "I01", "I03", "I05"]
    assert desk.filter_bar.sentence.text() == "All 5 interviews, ordered by mode, whatever their case study."
