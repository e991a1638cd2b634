"""Who stands behind a word is counted by unit, and a word is proposed from the scale."""

import pytest

from framework_qda.matrix.filters import RowFilter
from framework_qda.matrix.weighing import Standing, phrase, propose_word, weigh, who_is_behind
from framework_qda.matrix.within_theme import read_columns
from framework_qda.model import Interview, Subtopic, WeightWord
from framework_qda.model.content import WEIGHT_SCALE


def interviews(sample, *codes):
    return [each.id for each in sample.read.all(Interview) if each.code in codes]


def test_who_stands_behind_is_counted_by_unit(sample):
    everybody = [each.id for each in sample.read.all(Interview)]
    found = {
        each.unit: (each.count, each.total) for each in weigh(sample.read, interviews(sample, "I01", "I02"), everybody)
    }
    assert found["case_study"] == (1, 12)
    assert found["organisation"] == (2, 22)
    assert found["interview"] == (2, 28)
    assert found["informant"] == (2, 29)


def test_an_interview_of_two_informants_counts_two(sample):
    joint = next(each.id for each in sample.read.all(Interview) if len(sample.read.informants(each.id)) == 2)
    found = {each.unit: each.count for each in weigh(sample.read, [joint], [joint])}
    assert (found["interview"], found["informant"]) == (1, 2)


def test_what_stands_behind_belongs_to_the_base(sample):
    behind, base = interviews(sample, "I01"), interviews(sample, "I05")
    assert next(each for each in weigh(sample.read, behind, base) if each.unit == "interview").total == 2


@pytest.mark.parametrize(
    ("count", "total", "word"),
    [(12, 12, "all"), (11, 12, "most"), (8, 12, "most"), (7, 12, "some"), (2, 12, "some"), (1, 12, "one"), (0, 12, "")],
)
def test_a_word_is_proposed_for_a_share(count, total, word):
    assert propose_word(WEIGHT_SCALE, Standing("case_study", count, total)) == word


def test_one_of_one_is_all():
    assert propose_word(WEIGHT_SCALE, Standing("case_study", 1, 1)) == "all"


def test_a_scale_without_a_word_that_is_reached_proposes_none():
    assert propose_word((WeightWord("all", 100),), Standing("interview", 5, 10)) == ""


def test_the_order_of_the_scale_does_not_matter():
    assert propose_word(WEIGHT_SCALE[::-1], Standing("interview", 9, 10)) == "most"


def test_a_word_is_written_with_its_unit():
    assert phrase("most", "case_study") == "most case studies"
    assert phrase("one", "organisation") == "one organisation"


@pytest.fixture
def column(sample):
    """Return the column of 2.1 as a filter of words leaves it, where I03 is only kept in view as deviant."""
    subtopic_id = next(each.id for each in sample.read.all(Subtopic))
    (kept,) = interviews(sample, "I03")
    sample.set_deviant(kept, subtopic_id, True)

    def read(words=""):
        return read_columns(sample.read, [subtopic_id], row_filter=RowFilter(text=words)), subtopic_id

    return read


def test_without_a_choice_those_are_counted_who_pass_and_say_something(sample, column):
    grid, subtopic_id = column("administrator")
    behind = who_is_behind(grid, subtopic_id)
    assert not set(interviews(sample, "I03")) & set(behind.interview_ids)
    assert behind.words == (
        f"Counted: the {len(grid.rows) - 1} interviews shown that say something here; "
        "not counted: 1 row kept in view as deviant"
    )


def test_nobody_stands_behind_what_only_a_row_kept_in_view_shows(column):
    behind = who_is_behind(*column("parking"))
    assert behind.interview_ids == ()
    assert behind.words == "No interview shown says something here; not counted: 1 row kept in view as deviant"


def test_a_row_kept_in_view_is_counted_where_it_is_chosen(sample, column):
    chosen = interviews(sample, "I03")
    behind = who_is_behind(*column("parking"), chosen)
    assert behind.interview_ids == tuple(chosen)
    assert behind.words == "Counted: I03 alone (kept in view as deviant)"


def test_of_several_chosen_rows_it_is_said_which_one_would_not_expect(sample, column):
    chosen = interviews(sample, "I01", "I02", "I03")
    sample.chart(chosen[1], column()[1], [])
    behind = who_is_behind(*column(), chosen)
    assert behind.words == "Counted: the 3 selected interviews (1 says nothing here)"
