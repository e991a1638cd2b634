"""Fractional keys leave room everywhere and stay short."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda.project.order import key_between, keys_after, keys_for_place


@given(st.lists(st.integers(0, 10**6), max_size=60))
def test_keys_sort_as_their_records_were_put(picks):
    keys: list[str] = []
    for pick in picks:
        place = pick % (len(keys) + 1)
        low = keys[place - 1] if place else ""
        keys.insert(place, key_between(low, keys[place] if place < len(keys) else None, os.urandom))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_thousands_of_appended_records_have_short_keys():
    keys = keys_after("", 5000, os.urandom)
    assert keys == sorted(keys)
    assert max(map(len, keys)) == 5


def test_nothing_fits_between_equal_keys():
    with pytest.raises(ValueError, match="no room"):
        key_between("a1", "a1", os.urandom)


def test_there_is_always_room_at_the_beginning():
    first = keys_after("", 1, os.urandom)[0]
    for _ in range(50):
        before = key_between("", first, os.urandom)
        assert before < first
        first = before


def test_records_with_equal_keys_get_new_ones():
    keys = keys_for_place(["a1", "b2", "b2", "c3"], 2, os.urandom)
    assert len(keys) == 2
    assert "b2" < keys[0] < keys[1] < "c3"
