"""What is known of a subject, as it is told at the head of rows and bands."""

import re

_BARE = re.compile(r"[\d\s.,:/%+\-–]*\d[\d\s.,:/%+\-–]*|yes|no")
"""A number, a date, a yes or no: they say nothing without the name of what they are."""


def told_fact(label: str, value: str) -> str:
    """Return a value, with the name of its attribute where it says nothing by itself; several are joined by commas."""
    is_bare = any(_BARE.fullmatch(each) for each in value.split(", "))
    return f"{label}: {value}" if is_bare and label else value
