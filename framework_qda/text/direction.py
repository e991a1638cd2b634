"""The direction in which a text is written."""

from unicodedata import bidirectional


def is_right_to_left(text: str) -> bool:
    """Follow the first strong letter, as the Unicode algorithm does for a paragraph."""
    for letter in text[:200]:
        direction = bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
