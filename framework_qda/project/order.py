"""Fractional keys: a key can always be found between two others, so that moving one record writes one field."""

from collections.abc import Sequence

from framework_qda.project.ids import Entropy

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_COUNTED = 4


def key_between(low: str, high: str | None, entropy: Entropy) -> str:
    """Return a key that sorts strictly between two keys.

    An empty `low` means the beginning, `None` as `high` the end. A key never ends in 0 and ends in a random
    digit, so that two people who insert at one place rarely make the same one. Raise ValueError where
    there is no room, as between equal keys.
    """
    if high is None and (counted := _counted_key(low)):
        return counted + _pick(1, len(_DIGITS) - 1, entropy)
    if high is not None and low >= high:
        raise ValueError("no room between equal keys")
    key, place = "", 0
    while True:
        lowest = _DIGITS.index(low[place]) if place < len(low) else 0
        highest = len(_DIGITS) if high is None else _DIGITS.index(high[place]) if place < len(high) else 0
        if highest - lowest > 1:
            return key + _pick(lowest + 1, highest - 1, entropy) + _pick(1, len(_DIGITS) - 1, entropy)
        key += _DIGITS[lowest]
        if highest > lowest:
            high = None
        place += 1


def keys_after(last: str, count: int, entropy: Entropy) -> list[str]:
    """Return so many rising keys that all sort after `last`."""
    keys: list[str] = []
    for _ in range(count):
        last = key_between(last, None, entropy)
        keys.append(last)
    return keys


def keys_for_place(keys: Sequence[str], place: int, entropy: Entropy) -> list[str]:
    """Return new keys for a run of records so that one can be put at a place among sorted keys.

    One key is enough nearly always. Where the neighbours' keys are equal (two people appended at once), the
    followers with that key get new keys too: the list then holds the key of the new record and of each of them.
    """
    low = keys[place - 1] if place > 0 else ""
    equal = 0
    while place + equal < len(keys) and keys[place + equal] <= low:
        equal += 1
    high = keys[place + equal] if place + equal < len(keys) else None
    made: list[str] = []
    for _ in range(equal + 1):
        low = key_between(low, high, entropy)
        made.append(low)
    return made


def _counted_key(low: str) -> str:
    """Count on in the first four digits, so that keys stay short over thousands of appended records."""
    count = int(low[:_COUNTED].ljust(_COUNTED, "0"), len(_DIGITS)) + 1
    digits = ""
    for _ in range(_COUNTED):
        count, digit = divmod(count, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return "" if count else digits


def _pick(first: int, last: int, entropy: Entropy) -> str:
    return _DIGITS[first + int.from_bytes(entropy(2), "big") % (last - first + 1)]
