"""What hovering over the map tells: who, which sub-topic, how far, what stands there and who wrote it last."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from framework_qda.matrix.board import is_done
from framework_qda.matrix.grid import STATE_WORDS
from framework_qda.model import Analyst
from framework_qda.ui.words import count_words, join_words

if TYPE_CHECKING:
    from framework_qda.matrix.board import BoardMap, Place
    from framework_qda.project import Project

MOST_LETTERS = 420


def tell_of_cell(project: Project, board: BoardMap, place: Place) -> str:
    """Return what a tool tip says of a cell, as rich text in which all data is escaped."""
    row = next(each for each in board.rows if each.interview_id == place[0])
    column = next(each for each in board.columns if each.subtopic_id == place[1])
    who = ", ".join(part for part in (*row.roles, row.organisation_kind) if part)
    cell = project.read.cell(*place)
    extras = [
        words
        for places, words in (
            (board.stale, "charted before the sub-topic changed"),
            (board.conflicted, "two versions"),
            (board.commented, "comment open"),
        )
        if place in places
    ]
    state = ", ".join([STATE_WORDS.get(cell.state, cell.state), *extras])
    words = " ".join(statement.text for statement in cell.content)
    if len(words) > MOST_LETTERS:
        words = words[:MOST_LETTERS].rsplit(" ", 1)[0] + " …"
    lines = [
        f"<b>{escape(row.code)} · {escape(column.number)} {escape(column.label)}</b>",
        escape(" · ".join(part for part in (who, state, _last_writer(project, cell.id)) if part)),
        escape(words),
    ]
    return "<qt>" + "<br>".join(line for line in lines if line) + "</qt>"


def tell_of_case(board: BoardMap, places: list[Place]) -> str:
    """Return what a tool tip says of the cells of a case study in a sub-topic."""
    codes = {row.interview_id: row for row in board.rows}
    column = next(each for each in board.columns if each.subtopic_id == places[0][1])
    band = next(each for each in board.bands if each.case_study_id == codes[places[0][0]].case_study_id)
    done = sum(is_done(board.state(place)) for place in places)
    states = (f"{codes[place[0]].code} {STATE_WORDS.get(board.state(place), '')}" for place in places[:12])
    more = f" and {count_words(len(places) - 12, 'more interview')}" if len(places) > 12 else ""
    told = f"{', '.join(states)}{more}" if more else join_words(list(states))
    return (
        f"<qt><b>{escape(band.label)} · {escape(column.number)} {escape(column.label)}</b><br>"
        f"{done} of {len(places)} done: {escape(told)}</qt>"
    )


def _last_writer(project: Project, cell_id: str) -> str:
    action = project.read.last_change(cell_id)
    if action is None:
        return ""
    analyst = project.read.get(Analyst, action.analyst_id)
    day = datetime.fromisoformat(action.made_at).astimezone()
    return f"last {analyst.initials or analyst.name if analyst else 'somebody'}, {day.day} {day:%B %Y}"
