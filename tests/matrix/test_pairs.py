import pytest

from framework_qda.matrix.grid import GridCell, GridStatement
from framework_qda.matrix.pairs import agency_key, participation, parties, propose, read_agencies
from framework_qda.model import Organisation

WORDS = (GridStatement("s", "summary", "They ring."),)


def cell(state, *, has_words=True):
    return GridCell("c", "i", "t", state, WORDS if has_words else ())


CHARTED = cell("charted")
NOT_ASKED = cell("not_asked", has_words=False)
NOTHING_SAID = cell("nothing_said", has_words=False)
PAIR = ((0,), (1,))


def organisation(kind, *, took_part=True):
    return Organisation(id=kind, kind=kind, took_part=took_part)


@pytest.mark.parametrize("silent", [NOT_ASKED, NOTHING_SAID, cell("not_applicable", has_words=False), cell("unclear")])
def test_one_is_silent_where_the_other_speaks(silent):
    assert propose([CHARTED, silent], PAIR) == "one_silent"


@pytest.mark.parametrize("other", [None, cell("not_charted", has_words=False), cell("in_progress", has_words=False)])
def test_nothing_is_proposed_before_both_are_charted(other):
    assert propose([CHARTED, other], PAIR) == ""


def test_that_two_agree_or_differ_is_never_guessed():
    assert propose([CHARTED, CHARTED], PAIR) == ""


def test_two_that_are_silent_propose_nothing():
    assert propose([NOT_ASKED, NOTHING_SAID], PAIR) == ""


def test_an_agency_speaks_with_any_of_its_interviews():
    assert propose([NOT_ASKED, CHARTED, NOT_ASKED], ((0,), (1, 2))) == "one_silent"
    assert propose([CHARTED, CHARTED, NOT_ASKED], ((0,), (1, 2))) == ""


def test_an_agency_is_silent_only_with_all_of_its_interviews():
    assert propose([CHARTED, NOT_ASKED, None], ((0,), (1, 2))) == ""


def test_one_agency_has_no_partner():
    assert propose([CHARTED, CHARTED], ((0, 1),)) == "no_partner"


def test_a_case_without_interviews_proposes_nothing():
    assert propose([], ()) == ""


def test_interviews_of_one_agency_are_one_party():
    assert parties(["trust", "local authority", "trust"]) == ((1,), (0, 2))


def test_where_no_agency_is_known_each_interview_stands_for_itself():
    assert parties(["", ""]) == ((0,), (1,))


@pytest.mark.parametrize("kind", ["LA", "local authority", "Local authorities", "County council"])
def test_the_local_authority_stands_first(kind):
    assert sorted(["acute trust", "", kind], key=agency_key) == [kind, "acute trust", ""]


@pytest.mark.parametrize("kind", ["Lay service", "plan"])
def test_a_word_that_only_begins_so_is_no_local_authority(kind):
    assert agency_key(kind) == agency_key("trust")


def test_an_agency_that_took_no_part_is_told():
    agencies = read_agencies([organisation("trust"), organisation("local authority", took_part=False)], ["trust"])
    assert participation(agencies) == "trust only, local authority did not participate"


def test_both_agencies_took_part():
    agencies = read_agencies([organisation("trust"), organisation("LA")], ["trust", "LA", "trust"])
    assert [(agency.kind, agency.interviews) for agency in agencies] == [("LA", 1), ("trust", 2)]
    assert participation(agencies) == "both agencies took part"


def test_an_agency_that_was_not_interviewed_yet_is_told():
    agencies = read_agencies([organisation("trust"), organisation("LA")], ["trust"])
    assert participation(agencies) == "trust only, LA not interviewed"


def test_without_organisations_nothing_is_said_of_who_took_part():
    assert participation(read_agencies([], ["", ""])) == ""
