import pytest

from framework_qda.ui.desks import RAIL
from framework_qda.ui.menu_titles import TITLES, desk_menu_title, menu_letters


@pytest.mark.parametrize("entry", RAIL, ids=lambda entry: entry.name)
def test_every_menu_that_is_shown_has_a_letter_of_its_own(entry):
    titles = [*TITLES.values(), desk_menu_title(entry.words)]
    letters = {title.partition("&")[2][0].upper() for title in titles}
    assert len(letters) == len(titles)
    assert letters <= menu_letters()


def test_the_letter_of_a_desk_is_its_first_that_is_free():
    titles = {entry.words: desk_menu_title(entry.words) for entry in RAIL}
    assert (titles["Board"], titles["Interviews"], titles["Framework"]) == ("&Board", "&Interviews", "F&ramework")
