from framework_qda.matrix.analysts import COLOURS, analyst_marks, free_colour
from framework_qda.model import Analyst


def test_an_analyst_without_a_colour_has_that_of_their_place(project):
    for name in ("Bea Holt", "Col Dunn"):
        project.add(Analyst, name=name)
    marks = list(analyst_marks(project.read).values())
    assert [mark.colour for mark in marks[-3:]] == list(COLOURS)[len(marks) - 3 : len(marks)]
    assert [mark.initials for mark in marks[-2:]] == ["BH", "CD"]


def test_what_was_chosen_stands(project):
    analyst_id = project.add(Analyst, name="Bea Holt", initials="Bh", colour="pink").new_id
    mark = analyst_marks(project.read)[analyst_id]
    assert mark == ("Bea Holt", "Bh", "pink")


def test_a_colour_of_a_newer_version_is_replaced(project):
    analyst_id = project.add(Analyst, name="Bea Holt", colour="ultraviolet").new_id
    assert analyst_marks(project.read)[analyst_id].colour in COLOURS


def test_somebody_who_joins_gets_a_colour_that_nobody_has(project):
    before = [mark.colour for mark in analyst_marks(project.read).values()]
    assert free_colour(project.read.all(Analyst)) not in before
