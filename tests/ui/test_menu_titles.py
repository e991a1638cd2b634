from framework_qda.ui.desks import RAIL
from framework_qda.ui.menu_titles import TITLES, desk_menu_title, menu_letters


def test_every_menu_has_a_letter_of_its_own():
    assert len(menu_letters()) == len(TITLES) + len(RAIL)


def test_the_letter_of_a_desk_is_its_first_that_is_free():
    titles = {entry.words: desk_menu_title(entry.words) for entry in RAIL}
    assert (titles["Board"], titles["Interviews"], titles["Framework"]) == ("&Board", "&Interviews", "F&ramework")
