from dataclasses import replace

import pytest

from framework_qda.matrix.methods import LengthFigures, methods_figures
from framework_qda.matrix.methods_text import methods_lines, methods_text
from framework_qda.model import CellState
from framework_qda.project import open_project


@pytest.fixture(scope="module")
def figures(sample_path):
    with open_project(sample_path, read_only=True) as project:
        yield methods_figures(project.read)


def said(figures):
    return " ".join(methods_text(figures))


def test_it_says_how_many_were_interviewed_and_when(figures):
    assert said(figures).startswith(
        "The study rests on 28 interviews with 29 informants in 12 case studies, held between February and July 2012."
    )


def test_it_says_in_how_many_case_studies_both_were_interviewed(figures):
    assert "In 10 of them people from both local authorities and trusts were interviewed" in said(figures)
    assert "in two of them only people from trusts were interviewed" in said(figures)


def test_it_says_who_did_not_participate(figures):
    declined = tuple(replace(kind, declined=2) for kind in figures.kinds[:1])
    assert "approached and did not participate: two local authorities." in said(replace(figures, kinds=declined))


def test_modes_that_are_not_recorded_are_said(figures):
    assert "telephone in 20 and not recorded in eight." in said(replace(figures, modes={"telephone": 20}))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2012-02-07", "2012-02-09", "held in February 2012"),
        ("2011-12-01", "2012-02-09", "held between December 2011 and February 2012"),
        ("2012", "2012", "held in 2012"),
        ("2012-02", "2012-03", "held between February and March 2012"),
    ],
)
def test_the_period_is_said_in_months(figures, first, last, words):
    assert f", {words}." in said(replace(figures, first_date=first, last_date=last))


def test_a_date_that_is_none_is_left_out(figures):
    assert "held" not in said(replace(figures, first_date="spring", last_date="spring"))


def test_one_length_has_no_bands(figures):
    lengths = LengthFigures(1, 60, 60, 60, 60, {(45, 60): 1})
    assert "The length (known of one) was 1 hour." in said(replace(figures, lengths=lengths))


def test_an_empty_study_says_nothing_of_interviews(project):
    figures = replace(methods_figures(project.read), interviews=0, lengths=None, modes={}, documents={})
    assert not any("interviews with" in each for each in methods_text(figures))


def test_no_sentence_begins_with_a_figure(figures):
    sentences = [each for text in methods_text(figures) for each in text.replace("; ", ". ").split(". ")]
    assert not [each for each in sentences if each[:1].isdigit()]


def test_the_table_has_the_figures_of_the_text(figures):
    lines = dict(methods_lines(figures))
    assert (lines["Interviews"], lines["Informants"], lines["Cells"]) == ("28", "29", "644")
    assert lines["… of 76 to 90 minutes"] == "6"


@pytest.mark.parametrize(
    ("accepted", "second", "words"),
    [
        (0, 0, "are charted."),
        (3, 3, "are charted, three of them accepted by a second person."),
        (3, 0, "are charted, three of them accepted by the same analyst on a second reading."),
        (3, 2, "two of them accepted by a second person, one of them accepted by the same analyst"),
    ],
)
def test_nobody_is_said_to_have_read_what_only_its_writer_accepted(figures, accepted, second, words):
    states = {**figures.chart.states, CellState.REVIEWED: accepted}
    chart = replace(figures.chart, states=states, read_by_second=second)
    assert words in said(replace(figures, chart=chart))
