"""The initials of a name."""

MOST = 3


def initials_of(name: str) -> str:
    """Return the first letters of a name, of its first two words and its last: `Ann van der Marsh` gives `AVM`."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    kept = words if len(words) <= MOST else [*words[: MOST - 1], words[-1]]
    return "".join(word[0] for word in kept).upper()
