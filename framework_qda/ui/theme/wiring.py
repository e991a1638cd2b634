"""How the parts of the Theme desk work together: what its commands do, and what its parts tell each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from framework_qda.ui.button_menu import open_by_key
from framework_qda.ui.context_menu import show_menu
from framework_qda.ui.matrix.giving_up import GIVEN_UP
from framework_qda.ui.matrix.states import BY_REVIEWING, STATES, state_command
from framework_qda.ui.widgets.accepting import TOPIC

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QPoint

    from framework_qda.ui.theme.desk import ThemeDesk


def command_slots(desk: ThemeDesk) -> Mapping[str, Callable[[], object]]:
    """Return what the commands of the desk do."""
    states = {
        f"theme.{state_command(state)}": partial(desk.charting.set_state, state)
        for state in STATES
        if state not in BY_REVIEWING
    }
    return {
        "theme.previous": partial(desk.step, -1),
        "theme.next": partial(desk.step, 1),
        "theme.go_to": lambda: desk.go_to_field.open(),
        "theme.open_cell": desk.beside.request_cell,
        "theme.edit": desk.charting.edit,
        "theme.settle": desk.charting.settle,
        "theme.star": desk.toggle_deviant,
        "theme.find": desk.rows_bar.focus_words,
        "theme.filter": partial(open_by_key, desk.rows_bar.menu_button),
        "theme.group": partial(open_by_key, desk.bar.group_button),
        "theme.beside": desk.bar.offer_beside,
        "theme.deviant_only": desk.reload,
        "theme.clear_filter": desk.show_all_rows,
        "theme.link": desk.weighting.link_selected,
        "theme.weigh": desk.weighting.start_chosen,
        "theme.alone": desk.weighting.toggle_alone,
        "theme.cross_tab": desk.show_cross_tab,
        "theme.evidence": desk.beside.toggle_evidence,
        "theme.synthesis": desk.beside.toggle_synthesis,
        "theme.switch_pane": partial(_switch_pane, desk, 1),
        "theme.previous_pane": partial(_switch_pane, desk, -1),
        **states,
        **desk.reviewing.slots("theme"),
    }


def connect_parts(desk: ThemeDesk) -> None:
    """Let the parts of the desk tell each other what happens."""
    desk.view.menu_requested.connect(partial(_offer_menu, desk))
    desk.view.fit_requested.connect(lambda _column: desk.view.sizes.refit())
    desk.view.current_moved.connect(desk.reviewing.follow)
    desk.reviewing.cell_wanted.connect(lambda place: desk.go_to(*place))
    desk.reviewing.serve(desk.evidence.passages)
    desk.reviewing.passage_wanted.connect(desk.beside.request_passage)
    for helper in (desk.reviewing, desk.charting):
        helper.hinted.connect(desk.hint.say)
    desk.reviewing.told.connect(partial(desk.news_wanted.emit, TOPIC))
    desk.hint.changed.connect(desk.status_changed)
    desk.charting.giving_up.told.connect(partial(desk.news_wanted.emit, GIVEN_UP))
    desk.synthesis.cell_requested.connect(desk.go_to)
    desk.synthesis.left.connect(desk.panels.show_main)
    desk.synthesis.hinted.connect(desk.hint.say)
    desk.weighting.side_wanted.connect(lambda: desk.panels.open("synthesis"))
    desk.weighting.alone_changed.connect(desk.by_name["theme.alone"].setChecked)
    desk.weighting.rows_wanted.connect(desk.show_all_rows)
    desk.notice.step_taken.connect(
        lambda step: desk.show_all_rows() if step == "clear" else desk.desk_requested.emit(step)
    )
    _connect_bars(desk)


def _connect_bars(desk: ThemeDesk) -> None:
    """Let the lines above the column say what is read in it."""
    bar, rows_bar = desk.bar, desk.rows_bar
    bar.subtopic_chosen.connect(desk.show_subtopic)
    bar.beside_chosen.connect(desk.show_beside)
    bar.groups_chosen.connect(desk.group_by)
    bar.left.connect(desk.panels.show_main)
    rows_bar.filter_changed.connect(desk.reload)
    rows_bar.cleared.connect(desk.show_the_others)
    rows_bar.entered.connect(desk.hits.enter)
    rows_bar.left.connect(desk.panels.show_main)


def _offer_menu(desk: ThemeDesk, place: QPoint) -> None:
    show_menu(desk, desk.actions_of_desk.place_actions(desk.reviewing.about_actions(place)), place)


def _switch_pane(desk: ThemeDesk, step: int) -> None:
    """Go from the column to the synthesis, on to the other panels that are open, and round; -1: the other way."""
    if desk.charting.finish():
        desk.panels.go_on(desk.go_beyond, step)
