"""The titles of the menus and the letters that open them with Alt, no two alike of those that are shown together."""

from framework_qda.ui.desks import RAIL

TITLES = {"file": "&File", "edit": "&Edit", "view": "&View", "help": "&Help"}


def desk_menu_title(title: str) -> str:
    """Write the title of a desk's menu with a menu letter of its own."""
    taken = {_letter(each) for each in TITLES.values()}
    place = next(place for place, letter in enumerate(title) if letter.upper() not in taken)
    return f"{title[:place]}&{title[place:]}"


def menu_letters() -> frozenset[str]:
    """Return the letters that open a menu with Alt, on whichever desk."""
    return frozenset(_letter(title) for title in (*TITLES.values(), *(desk_menu_title(entry.words) for entry in RAIL)))


def _letter(title: str) -> str:
    return title.partition("&")[2][:1].upper()
