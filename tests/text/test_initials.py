import pytest

from framework_qda.text.initials import initials_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ann Marsh", "AM"),
        ("Ann", "A"),
        ("Ann van der Marsh", "AVM"),
        ("Jean-Luc Marsh", "JLM"),
        ("ann (she) marsh", "AM"),
        ("  ", ""),
        ("Þóra Æsa", "ÞÆ"),
    ],
)
def test_initials_are_the_first_letters_of_at_most_three_words(name, initials):
    assert initials_of(name) == initials
