"""What the parts of the Chart desk have to do with each other, and what its commands do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from framework_qda.ui.chart.actions import KINDS, REVIEWING, STATES
from framework_qda.ui.chart.typing_on import type_in_cell
from framework_qda.ui.widgets.accepting import TOPIC
from framework_qda.ui.widgets.carrying import UNDECIDED

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.ui.chart.desk import ChartDesk
    from framework_qda.ui.widgets.cell_editor import CellEditor


def slots_of(desk: ChartDesk) -> dict[str, Callable[[], object]]:
    """Return what each command does."""
    kinds = {f"chart.kind_{kind}": partial(_set_kind, desk, kind) for kind in KINDS}
    plain = [(state, name) for state, name in STATES.items() if name not in REVIEWING]
    states = {name: lambda state=state: desk.set_state(state) for state, name in plain}
    reviews = {name: partial(_review, desk, name) for name in REVIEWING}
    return {
        **kinds,
        **states,
        **reviews,
        "chart.link": lambda: desk.evidence.link(),
        "chart.take_words": lambda: desk.evidence.take_words(),
        "chart.unlink": lambda: desk.evidence.unlink(),
        "chart.star": lambda: desk.evidence.star(),
        "chart.jump": lambda: desk.evidence.jump(),
        "chart.compare_words": lambda: desk.word_check.compare(),
        "chart.move_up": partial(_edit, desk, lambda editor: editor.move_statement(-1)),
        "chart.move_down": partial(_edit, desk, lambda editor: editor.move_statement(1)),
        "chart.tag": lambda: desk.marking.tag(),
        "chart.to_rehome": lambda: desk.marking.mark_to_rehome(),
        "chart.move_statement": lambda: desk.marking.move(),
        "chart.charted_next": lambda: desk.march.charted_next(),
        "chart.settle": lambda: desk.march.still_fits(),
        "chart.compare_definitions": lambda: desk.march.compare_definitions(),
        "chart.by_column": lambda: desk.hint.say(desk.memory.turn_march()),
        "chart.next_cell": lambda: desk.march.step(1, 0),
        "chart.previous_cell": lambda: desk.march.step(-1, 0),
        "chart.next_interview": lambda: desk.march.step(0, 1),
        "chart.previous_interview": lambda: desk.march.step(0, -1),
        "chart.go_to": lambda: desk.go_to.open(),
        "chart.next_uncited": lambda: desk.uncited.go(1),
        "chart.previous_uncited": lambda: desk.uncited.go(-1),
        "chart.show_uncited": partial(_show_uncited, desk),
        "chart.history": lambda: desk.history.open(),
        "chart.find": lambda: desk.panes.find_in_notes(),
        "chart.replace": lambda: desk.replacing.open(),
        "chart.switch_pane": lambda: desk.panes.focus_next(1, desk.go_beyond),
        "chart.previous_pane": lambda: desk.panes.focus_next(-1, desk.go_beyond),
        "chart.play": lambda: desk.hearing.player.toggle(),
        "chart.play_here": lambda: desk.hearing.play_here(),
        "chart.play_back": lambda: desk.hearing.player.back(),
        "chart.slower": lambda: desk.hearing.player.step_speed(-1),
        "chart.faster": lambda: desk.hearing.player.step_speed(1),
        "chart.fold_notes": lambda: desk.panes.room.fold_notes(),
        "chart.fold_neighbours": lambda: desk.panes.fold_neighbours(),
    }


def _edit(desk: ChartDesk, change: Callable[[CellEditor], object]) -> None:
    """Change the statement of the caret; of two versions of the cell one must be chosen first."""
    if desk.panes.is_undecided:
        desk.hint.say(UNDECIDED)
    else:
        change(desk.panes.cell.editor)


def _show_uncited(desk: ChartDesk) -> None:
    is_shown = desk.actions_by_id["chart.show_uncited"].isChecked()
    desk.uncited.show(is_shown)
    desk.memory.keep_uncited(is_shown=is_shown)


def _set_kind(desk: ChartDesk, kind: str) -> None:
    _edit(desk, lambda editor: editor.set_kind(kind))


def _review(desk: ChartDesk, name: str) -> None:
    desk.reviewing.slots("chart")[name]()


def connect_parts(desk: ChartDesk) -> None:
    """Let the parts of the desk tell each other what happens."""
    panes = desk.panes
    panes.strip.cell_chosen.connect(desk.go_to_column)
    panes.notes.chooser.chosen.connect(desk.go_to_interview)
    panes.notes.chooser.left.connect(desk.setFocus)
    panes.notes.chooser.missed.connect(lambda words: desk.hint.say(f"No interview is called “{words}”."))
    panes.notes.import_button.clicked.connect(lambda: desk.import_requested.emit())
    panes.notes.view.left.connect(panes.focus_cell)
    panes.notes.view.typed.connect(partial(type_in_cell, desk))
    panes.notes.view.passage_pressed.connect(panes.notes.view.set_current)
    panes.cell.neighbours.chosen.connect(lambda place: desk.open_cell(*place))
    panes.cell.conflict.content_chosen.connect(desk.deciding.choose_content)
    panes.cell.conflict.state_chosen.connect(desk.deciding.choose_state)
    desk.go_to.chosen.connect(desk.open_cell)
    desk.evidence.hinted.connect(desk.hint.say)
    panes.cell.editor.remarked.connect(desk.hint.say)
    desk.reviewing.cell_wanted.connect(lambda place: desk.open_cell(*place))
    panes.cell.remarks.clicked.connect(lambda _checked=False: desk.reviewing.show())
    desk.reviewing.passage_wanted.connect(lambda extract_id: desk.evidence.show_passage(extract_id, is_going=False))
    panes.cell_shown.connect(desk.reviewing.follow)
    for helper in (
        desk.march,
        desk.marking,
        desk.dragging,
        desk.reviewing,
        desk.history,
        desk.uncited,
        desk.word_check,
        desk.hearing,
        desk.spell_check,
    ):
        helper.hinted.connect(desk.hint.say)
    desk.reviewing.told.connect(partial(desk.news_wanted.emit, TOPIC))
    bar = panes.notes.player_bar
    bar.add_requested.connect(lambda: desk.recording_requested.emit(desk.evidence.interview_id))
    bar.recording_chosen.connect(desk.hearing.choose)
    bar.locate_requested.connect(lambda: desk.recording_missed.emit(desk.hearing.recording_id))
    desk.evidence.cell_wanted.connect(desk.go_to_reference)
    desk.empty_page.desk_wanted.connect(desk.desk_requested)
    panes.interview_shown.connect(desk.hearing.show_interview)
    panes.cell_shown.connect(lambda: desk.hearing.show_extracts(panes.notes.extracts))
