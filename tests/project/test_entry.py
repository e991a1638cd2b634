"""An entry is known by its head, proves its values, and can lose them one by one."""

import json
import zlib

import pytest

from framework_qda.project.entry import Entry, make_entry
from framework_qda.project.registry import canonical

HEAD = {"r": "r", "s": 1, "l": 1, "g": "g", "a": "a", "w": 0, "k": "set", "t": "theme", "e": "t", "o": [],
        "f": {"title": [], "description": []}, "x": {"label": "theme.change"}}  # fmt: skip
VALUES = {"title": "A title", "description": "Words 😀"}


@pytest.fixture
def entry():
    return make_entry(VALUES, "5a17", HEAD)


def test_a_new_entry_is_sound(entry):
    assert entry.is_sound()


def test_it_is_sound_when_read_again(entry):
    assert Entry(entry.head, entry.payload, entry.id).is_sound()


def test_no_words_stand_in_the_head(entry):
    assert "title" in entry.head
    assert "A title" not in entry.head


def test_the_same_values_have_other_digests_under_another_salt(entry):
    assert make_entry(VALUES, "0ther", HEAD).keys["d"] != entry.keys["d"]


def test_it_verifies_after_an_erasure(entry):
    erased = Entry(entry.head, entry.without({"title"}).payload, entry.id)
    assert erased.is_sound()
    assert erased.values == {"description": "Words 😀"}
    assert erased.has_erasures


def test_an_erased_leaf_leaves_no_salt(entry):
    body = entry.without({"title"}).body
    assert "m" not in body
    assert set(body["s"]) == {"description"}


def test_erasing_twice_erases_both(entry):
    assert entry.without({"title"}).without({"description"}).values == {}
    assert entry.without({"title"}).without({"description"}).is_sound()


def test_a_payload_compressed_otherwise_is_as_good(entry):
    packed = zlib.compress(canonical(entry.body).encode(), 1)
    assert Entry(entry.head, packed, entry.id).is_sound()


@pytest.mark.parametrize(
    "head",
    [
        "",
        "not json",
        "[]",
        "{}",
        json.dumps({**HEAD, "d": "wrong"}),
        json.dumps({**HEAD, "d": "x", "s": "one"}),
        json.dumps({**HEAD, "d": "x", "f": {"title": "no list"}}),
        json.dumps({**HEAD, "d": "x", "b": {"n": 10**9, "t": "paragraph", "f": []}}),
        json.dumps({**HEAD, "d": "x", "k": "erase"}),
        "[" * 100_000,
    ],
)
def test_a_hostile_head_is_refused_without_an_error(entry, head):
    assert not Entry(head, entry.payload).is_sound()


@pytest.mark.parametrize("payload", [b"", b"not zlib", zlib.compress(b"not json"), zlib.compress(b"[]")])
def test_a_hostile_payload_is_refused_without_an_error(entry, payload):
    assert not Entry(entry.head, payload, entry.id).is_sound()


def test_a_bomb_is_refused():
    bomb = zlib.compress(b'{"v":{"title":"' + b"a" * (100 << 20))
    assert not Entry(json.dumps({**HEAD, "d": "x"}), bomb).is_sound()
