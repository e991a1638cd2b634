"""Conditions on cells say what plain Python would say of them."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda.model import CellState, Interview, Statement, Subtopic
from framework_qda.project.cell_conditions import (
    any_of,
    has_evidence,
    has_words,
    interviews_with_cell,
    is_among,
    is_deviant,
    is_in_state,
    was_last_written_by,
)
from framework_qda.project.registry import canonical
from framework_qda.text.holding import holds, squeeze

TEXTS = st.text(st.sampled_from(list("aAbs S,'\"\\%_ \n\téßﬁſ\u00a0“")), max_size=12)


@pytest.fixture
def cell(project):
    """Return the connection, an interview, and a sub-topic in which something is charted."""
    interview, subtopic = project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id
    project.chart(interview, subtopic, [Statement("s1", "summary", "Rings the  ward.")], CellState.CHARTED)
    return project, interview, subtopic


def finds(cell, *conditions, columns=None):
    project, interview, subtopic = cell
    return bool(project.read.interviews_with_cell([interview], columns or [subtopic], conditions))


def in_memory(text):
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        """
        create table subtopic (id text);
        create table cell (id text, gone int, interview_id text, subtopic_id text, state text, content text);
        create table statement (cell_id text, text text);
        insert into subtopic values ('t');
        """
    )
    connection.execute("insert into cell values ('c', 0, 'i', 't', null, ?)", (canonical([{"id": "s", "text": text}]),))
    connection.execute("insert into statement values ('c', ?)", (text,))
    return connection


@given(TEXTS, TEXTS.filter(str.strip))
def test_words_are_found_as_python_finds_them(text, sought):
    found = interviews_with_cell(in_memory(text), ["i"], ["t"], [has_words(sought)])
    assert (found == {"i"}) == holds(text, squeeze(sought))


@given(TEXTS.filter(str.strip))
def test_a_text_is_found_by_any_of_its_own_words(text):
    for sought in (text, *text.split()):
        assert interviews_with_cell(in_memory(text), ["i"], ["t"], [has_words(sought)]) == {"i"}


def test_all_conditions_are_met_by_one_cell(cell):
    project, interview, _subtopic = cell
    other = project.read.all(Subtopic)[1].id
    project.chart(interview, other, [Statement("s2", "summary", "Other.")], CellState.REVIEWED)
    both = [cell[2], other]
    assert finds(cell, is_in_state([CellState.REVIEWED]), has_words("other"), columns=both)
    assert not finds(cell, is_in_state([CellState.REVIEWED]), has_words("ward"), columns=both)


def test_alternatives_are_met_by_one_of_them(cell):
    assert finds(cell, any_of([is_deviant(), is_in_state([CellState.CHARTED])]))
    assert not finds(cell, any_of([is_deviant(), has_evidence()]))
    assert not finds(cell, any_of([]))


def test_cells_of_other_columns_and_other_interviews_are_left_out(cell):
    project, _interview, subtopic = cell
    assert not finds(cell, is_in_state([CellState.CHARTED]), columns=["another"])
    assert project.read.interviews_with_cell([], [subtopic], [is_in_state([CellState.CHARTED])]) == set()


def test_few_columns_of_many_are_asked_by_their_index(cell):
    project, _interview, subtopic = cell
    theme = project.read.all(Subtopic)[0].theme_id
    for number in range(8):
        project.add(Subtopic, theme_id=theme, label=f"{number}")
    assert finds(cell, is_in_state([CellState.CHARTED]))
    assert project.read.interviews_with_cell(["another"], [subtopic], [is_in_state([CellState.CHARTED])]) == set()


def test_a_cell_whose_state_nobody_has_set_is_not_yet_charted():
    for state in (CellState.NOT_CHARTED, CellState.CHARTED):
        found = interviews_with_cell(in_memory("Begun."), ["i"], ["t"], [is_in_state([state])])
        assert (found == {"i"}) == (state == CellState.NOT_CHARTED)


def test_who_wrote_last_counts(cell):
    project = cell[0]
    assert finds(cell, was_last_written_by([project.analyst_id]))
    assert not finds(cell, was_last_written_by(["somebody else"]))


def test_no_cell_is_among_none(cell):
    project, interview, subtopic = cell
    assert not finds(cell, is_among("chosen", []))
    assert finds(cell, is_among("chosen", [project.read.cell(interview, subtopic).id]))
