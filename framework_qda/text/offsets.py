"""Places in a text, counted in Python's code points and in the UTF-16 units of Qt.

The core counts code points everywhere; Qt's editors count a character beyond U+FFFF, such as an emoji, twice.
"""

from bisect import bisect_left, bisect_right


class Utf16Map:
    """Turn places in one text from code points to UTF-16 units and back; a place past an end becomes that end."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = () if not text or max(text) <= "\uffff" else tuple(_wide_places(text))
        self._wide_units = tuple(place + before for before, place in enumerate(self._wide))

    def to_utf16(self, place: int) -> int:
        """Return the UTF-16 position of the code point at `place`."""
        place = min(max(place, 0), self._length)
        return place + bisect_left(self._wide, place)

    def to_code_points(self, position: int) -> int:
        """Return the code point at a UTF-16 position; the middle of a character counts as its beginning."""
        position = min(max(position, 0), self._length + len(self._wide))
        passed = bisect_right(self._wide_units, position)
        if passed and position <= self._wide_units[passed - 1] + 1:
            return self._wide[passed - 1]
        return position - passed


def to_utf16(text: str, place: int) -> int:
    """Return the UTF-16 position of a code point in a text; for many places, keep a `Utf16Map`."""
    return Utf16Map(text).to_utf16(place)


def to_code_points(text: str, position: int) -> int:
    """Return the code point at a UTF-16 position in a text; for many places, keep a `Utf16Map`."""
    return Utf16Map(text).to_code_points(position)


def _wide_places(text: str) -> list[int]:
    return [place for place, character in enumerate(text) if character > "\uffff"]
