"""Every place where words stand, and what replacing them writes."""

import shutil

import pytest

from framework_qda import create_project, open_project
from framework_qda.matrix import replacing
from framework_qda.matrix.replacing import Wanted, find_hits, plan_replacement
from framework_qda.model import Interview, Notes, NotesParagraph, Statement, Subtopic, Theme


class Words:
    """Two interviews by two columns; words in two cells and in the notes of the first interview."""

    def __init__(self, project):
        self.project = project
        self.interviews = [project.add(Interview, code=code).new_id for code in ("I01", "I02")]
        theme_id = project.add(Theme, title="Referral").new_id
        self.columns = [project.add(Subtopic, theme_id=theme_id, label=label).new_id for label in ("forms", "other")]
        lines = (NotesParagraph("What happens?", "INT"), NotesParagraph("Two forms got lost one winter."))
        project.import_notes([(self.interviews[0], Notes("I01.txt", "00", lines))])
        self.chart("Two forms were lost.", 0, 0)
        self.chart("The form is lost.", 1, 1)

    def chart(self, text, row, column):
        statement = Statement(f"s{row}{column}", "summary", text)
        self.project.chart(self.interviews[row], self.columns[column], [statement], "charted")

    def find(self, words, **options):
        return find_hits(self.project.read, Wanted(words, **options))

    def where(self, words, **options):
        return [hit.where for hit in self.find(words, **options).found]


@pytest.fixture
def words(tmp_path):
    with create_project(tmp_path / "words.fqda", title="A study", analyst_name="Ann Marsh") as project:
        yield Words(project)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["I01 1.1", "I01 ¶2", "I02 1.2"]),
        ({"whole_words": True}, ["I02 1.2"]),
        ({"near_words": True}, ["I01 1.1", "I01 ¶2", "I02 1.2"]),
        ({"in_notes": False}, ["I01 1.1", "I02 1.2"]),
        ({"in_cells": False}, ["I01 ¶2"]),
    ],
)
def test_places_are_listed_in_the_order_of_the_rows(words, options, expected):
    assert words.where("form", **options) == expected


def test_a_misspelt_word_is_found_and_its_own_stretch_replaced(words):
    hits = words.find("fromz", near_words=True).found
    assert hits == ()
    hits = words.find("frorm", near_words=True).found
    assert [hit.text[hit.start : hit.end] for hit in hits] == ["form"]
    cells, _ = plan_replacement(words.project.read, hits, "sheet", Wanted("frorm", near_words=True))
    assert [content[0].text for content in cells.values()] == ["The sheet is lost."]


def test_one_interview_can_be_searched(words):
    assert words.where("form", interview_id=words.interviews[1]) == ["I02 1.2"]


def test_nothing_is_nowhere(words):
    assert words.where(" ") == []


def test_no_more_is_listed_than_can_be_read(words, monkeypatch):
    monkeypatch.setattr(replacing, "MOST_HITS", 2)
    found = words.find("form")
    assert (len(found.found), found.is_cut) == (2, True)


def test_a_search_tells_how_far_it_is_and_can_be_ended(words):
    steps = []
    find_hits(words.project.read, Wanted("form"), lambda done, total: steps.append((done, total)))
    assert steps == [(0, 2), (1, 2)]

    def stop(done, total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        find_hits(words.project.read, Wanted("form"), stop)


def test_a_cell_with_two_versions_is_left_out(words, tmp_path):
    shutil.copy(words.project.path, tmp_path / "copy.fqda")
    words.chart("My forms.", 0, 0)
    with open_project(tmp_path / "copy.fqda") as other:
        other.chart(words.interviews[0], words.columns[0], [Statement("s00", "summary", "Their forms.")])
        entries = list(other.entries())
    words.project.receive(entries)
    found = words.find("form")
    assert ("I01 1.1" not in [hit.where for hit in found.found], found.undecided) == (True, 1)


def test_a_statement_that_loses_all_its_words_goes(words):
    wanted = Wanted("The form is lost.")
    cells, _ = plan_replacement(words.project.read, find_hits(words.project.read, wanted).found, "", wanted)
    assert list(cells.values()) == [()]


@pytest.mark.parametrize(
    ("asked", "options", "expected"),
    [
        ("the", {}, ["A form is lost."]),  # the place has a capital, the question had none
        ("The", {}, ["a form is lost."]),
        ("The", {"same_case": True}, ["a form is lost."]),
    ],
)
def test_a_capital_at_the_place_stays(words, asked, options, expected):
    wanted = Wanted(asked, in_notes=False, **options)
    cells, _ = plan_replacement(words.project.read, find_hits(words.project.read, wanted).found, "a", wanted)
    assert [content[0].text for content in cells.values()] == expected
