"""What must hold of the journal, each law a function that raises AssertionError where it does not.

They stand apart from the tests because two tests use them: `test_journal.py` holds the code to them, and
`test_mutants.py` shows that each deliberate fault breaks at least one.
"""

import json
import zlib

import pytest

from framework_qda.errors import ProjectFileError, RefusedError
from framework_qda.project.entry import Entry
from framework_qda.project.ids import cell_id, paragraph_id
from framework_qda.project.registry import canonical
from framework_qda.project.verify import verify
from framework_qda.project.writes import assignment, creation, deletion

from .replicas import content, exchange, folded, new_replica, state


def cell_of(replica, interview="i", subtopic="s"):
    return replica.row("cell", cell_id(interview, subtopic))


def texts_of(replica, interview="i", subtopic="s"):
    return [item["text"] for item in json.loads(cell_of(replica, interview, subtopic)["content"] or "[]")]


def two_with(*makes):
    """Return two replicas that both know what the makes wrote."""
    a, b = new_replica("a"), new_replica("b")
    for make in makes:
        make(a)
    b.receive(a.all())
    return a, b


def an_edit_replaces_what_it_has_seen():
    a, b = two_with(lambda r: r.chart("i", "s", "first"))
    b.chart("i", "s", "second")
    a.receive(b.all())
    assert texts_of(a) == ["second"]
    assert a.conflicts(cell_id("i", "s")) == {}


def the_same_cell_made_apart_is_one_cell():
    a, b = new_replica("a"), new_replica("b")
    a.mark("i", "s", "charted")
    b.chart("i", "s", "text")
    exchange(a, b)
    cells = [key for key in state(a) if key[0] == "cell"]
    assert len(cells) == 1
    assert (cell_of(a)["state"], texts_of(a)) == ("charted", ["text"])


def two_texts_written_apart_are_both_kept():
    a, b = two_with(lambda r: r.chart("i", "s", "first"))
    a.chart("i", "s", "A")
    b.chart("i", "s", "B")
    exchange(a, b)
    assert state(a) == state(b)
    assert len(a.conflicts(cell_id("i", "s"))["content"]) == 2


def no_clock_decides():
    a = new_replica("a", year=2035)
    b = new_replica("b", year=1999)
    a.chart("i", "s", "from the future")
    b.receive(a.all())
    b.chart("i", "s", "written later, dated earlier")
    a.receive(b.all())
    assert texts_of(a) == ["written later, dated earlier"]


def look_and_order_ask_nobody():
    a, b = two_with(lambda r: r.make("analyst", "n", name="N", colour="red", order="m"))
    a.set("analyst", "n", colour="blue", order="b")
    b.set("analyst", "n", colour="green", order="c")
    exchange(a, b)
    assert a.conflicts("n") == {}
    assert a.row("analyst", "n") == b.row("analyst", "n")


def an_addition_to_a_set_wins():
    a, b = two_with(lambda r: r.set_fields("interview", "i", {"analysts/x": True, "analysts/y": True}))
    b.set_fields("interview", "i", {"analysts/x": True})
    for code in ("one", "two", "three"):
        a.set_fields("interview", "i", {"code": code})
    a.set_fields("interview", "i", {"analysts/x": False, "analysts/y": False})
    exchange(a, b)
    assert json.loads(a.row("interview", "i")["analysts"]) == ["x"]
    assert state(a) == state(b)


def a_deletion_that_had_seen_all_hides():
    a, b = two_with(lambda r: r.make("interview", "i", code="I01"), lambda r: r.chart("i", "s", "text"))
    b.delete("interview", "i")
    a.receive(b.all())
    assert a.row("interview", "i")["gone"] == 1


def an_edit_below_that_the_deleter_had_not_seen_contests():
    a, b = two_with(lambda r: r.make("interview", "i", code="I01"))
    a.delete("interview", "i")
    b.chart("i", "s", "late")
    exchange(a, b)
    assert a.row("interview", "i")["gone"] == 2
    assert state(a) == state(b)


def a_late_edit_contests_also_through_a_gap():
    a, b = two_with(lambda r: r.make("interview", "i", code="I01"))
    b.chart("i", "s", "late")
    b.set("theme", "t", title="T")
    a.receive(b.all()[-1:])
    a.delete("interview", "i")
    a.receive(b.all())
    assert a.row("interview", "i")["gone"] == 2


def an_undo_puts_back_what_stood():
    a = new_replica()
    a.chart("i", "s", "one")
    a.chart("i", "s", "two", state="charted")
    a.undo()
    assert (texts_of(a), cell_of(a)["state"]) == (["one"], None)
    a.redo()
    assert (texts_of(a), cell_of(a)["state"]) == (["two"], "charted")


def undo_goes_back_step_by_step():
    a = new_replica()
    for text in ("one", "two", "three"):
        a.chart("i", "s", text)
    seen = []
    for _ in range(3):
        a.undo()
        seen.append(texts_of(a))
    assert seen == [["two"], ["one"], []]


def a_new_edit_ends_what_could_be_redone():
    a = new_replica()
    a.chart("i", "s", "one")
    a.undo()
    a.chart("i", "s", "other")
    assert a.redoable is None


def undo_never_overwrites_somebody():
    a, b = two_with()
    a.chart("i", "s", "A", state="charted")
    b.receive(a.all())
    b.mark("i", "s", "reviewed")
    a.receive(b.all())
    before = state(a)
    with pytest.raises(RefusedError):
        a.undo()
    assert state(a) == before


def undo_of_a_creation_spares_what_others_built_on_it():
    a, b = two_with(lambda r: r.make("interview", "j", code="J"))
    b.chart("j", "s", "B")
    a.receive(b.all())
    with pytest.raises(RefusedError):
        a.undo()
    assert a.row("interview", "j")["gone"] == 0


def redo_never_overwrites_somebody():
    a, b = two_with()
    a.chart("i", "s", "C")
    a.undo()
    b.receive(a.all())
    b.chart("i", "s", "D")
    a.receive(b.all())
    with pytest.raises(RefusedError):
        a.redo()
    assert texts_of(a) == ["D"]


def undo_of_a_resolution_brings_the_conflict_back():
    a, b = new_replica("a"), new_replica("b")
    a.chart("i", "s", "A")
    b.chart("i", "s", "B")
    a.receive(b.all())
    a.chart("i", "s", "both")
    assert a.conflicts(cell_id("i", "s")) == {}
    a.undo()
    assert len(a.conflicts(cell_id("i", "s"))["content"]) == 2
    a.redo()
    assert (a.conflicts(cell_id("i", "s")), texts_of(a)) == ({}, ["both"])


def undo_of_a_deletion_brings_back_all_of_the_action():
    a = new_replica()
    a.act("make", [creation("theme", "t", {"title": "T"}), creation("subtopic", "s", {"label": "S", "theme_id": "t"})])
    a.act("theme.delete", [deletion("theme", "t"), deletion("subtopic", "s")])
    a.undo()
    assert [a.row("theme", "t")["gone"], a.row("subtopic", "s")["gone"]] == [0, 0]


def an_old_parent_of_one_field_is_no_prior_head_of_another():
    a = new_replica()
    a.make("interview", "i", code="c0", mode="m0")
    a.set("interview", "i", mode="m1")
    a.set("interview", "i", mode="m2")
    a.set("interview", "i", code="c3", mode="m3")
    a.undo()
    row = a.row("interview", "i")
    assert (row["code"], row["mode"], a.conflicts("i")) == ("c0", "m2", {})


def fields_written_apart_do_not_disturb_each_other():
    a, b = two_with(lambda r: r.make("interview", "i", code="c", mode="m"))
    a.set("interview", "i", code="A")
    b.set("interview", "i", mode="B")
    exchange(a, b)
    row = a.row("interview", "i")
    assert (row["code"], row["mode"], a.conflicts("i")) == ("A", "B", {})


def a_missing_entry_makes_no_conflict():
    a, b = two_with(lambda r: r.chart("i", "s", "one"))
    b.chart("i", "s", "two")
    b.chart("i", "s", "three")
    a.receive(b.all()[-1:])
    assert a.conflicts(cell_id("i", "s")) == {}
    a.receive(b.all())
    assert (a.conflicts(cell_id("i", "s")), texts_of(a)) == ({}, ["three"])


def a_document_is_the_first_head_of_its_paragraphs():
    a, b = two_with(lambda r: r.import_document("i", "d", *(f"p{n}" for n in range(1, 30))))
    assert len(a.all()) == 1
    a.edit_paragraph("d", 7, text="A")
    b.edit_paragraph("d", 7, speaker="R")
    exchange(a, b)
    row = a.row("paragraph", paragraph_id("d", 7))
    assert (row["text"], row["speaker"], row["number"], a.conflicts(paragraph_id("d", 7))) == ("A", "R", 7, {})
    b.edit_paragraph("d", 9, text="x")
    b.undo()
    assert b.row("paragraph", paragraph_id("d", 9))["text"] == "p9"


def a_late_edit_of_a_paragraph_contests_its_document():
    a, b = two_with(lambda r: r.import_document("i", "d", "p"))
    a.delete("document", "d", ("i",))
    b.edit_paragraph("d", 1, text="late")
    exchange(a, b)
    assert a.row("document", "d")["gone"] == 2


def damage_is_refused_and_nothing_taken_in():
    a, b = new_replica("a"), new_replica("b")
    a.set("theme", "t", title="T")
    b.set("theme", "u", title="U")
    good = a.all()[0]
    forged = zlib.compress(canonical({**good.body, "v": {"title": "X"}}).encode())
    before, count = state(b), len(b.all())
    for bad in (Entry(good.head, forged, good.id), Entry(good.head.replace("theme", "thema"), good.payload, good.id)):
        with pytest.raises(ProjectFileError):
            b.receive([bad, good])
        assert (state(b), len(b.all())) == (before, count)


def erased_words_come_back_from_nowhere():
    a = new_replica("a")
    a.chart("i", "s", "zzqsecret said")
    a.chart("i", "s", "zzqsecret said it", "b")
    a.import_document("i", "d", *(f"xxqhidden {n}" if n == 7 else f"p{n}" for n in range(1, 12)))
    old = a.all()
    a.erase("cell", cell_id("i", "s"), "content", content("[name]"))
    a.erase("paragraph", paragraph_id("d", 7), "text", "[x]")
    a.receive(old)
    b = new_replica("b")
    b.receive([entry for entry in a.all() if entry.kind == "erase"])
    b.receive(old)
    b.receive(a.all())
    for replica in (a, b):
        bodies = "".join(canonical(entry.body) for entry in replica.all())
        dump = "\n".join(replica.connection.iterdump()) + bodies
        assert "zzqsecret" not in dump
        assert "xxqhidden" not in dump
        assert verify(replica.connection) == []
    assert state(a) == state(b)
    row = a.row("paragraph", paragraph_id("d", 7))
    assert (row["text"], row["speaker"], a.row("paragraph", paragraph_id("d", 8))["text"]) == ("[x]", "INT", "p8")


def an_erasure_that_comes_before_its_document_hides_no_paragraph():
    a, b = new_replica("a"), new_replica("b")
    a.import_document("i", "d", "one", "two", "three")
    a.edit_paragraph("d", 2, text="zwei")
    a.erase("paragraph", paragraph_id("d", 1), "text", "[x]")
    erasures = [entry for entry in a.all() if entry.kind == "erase"]
    others = [entry for entry in a.all() if entry.entity != paragraph_id("d", 1)]
    b.receive([*erasures, *others])
    assert state(b) == folded(b)
    assert b.row("paragraph", paragraph_id("d", 1))["text"] is None
    b.receive(a.all())
    assert state(b) == state(a)


def what_is_not_understood_is_kept_and_passed_on():
    from framework_qda.project.entry import make_entry

    a, b = two_with(lambda r: r.make("interview", "i", code="I"))
    head = {
        **{"r": "newer", "s": 1, "l": 9, "g": "g", "a": "z", "w": 0, "k": "weave", "t": "hologram", "e": "h"},
        **{"o": ["i"], "f": {"sparkle": []}, "x": {}, "zz": [1]},
    }
    strange = make_entry({"sparkle": 1}, "00", head)
    a.receive([strange])
    b.receive(a.all())
    passed = next(entry for entry in b.all() if entry.id == strange.id)
    assert (passed.head, passed.payload) == (strange.head, strange.payload)
    assert verify(b.connection) == []


def state_is_the_fold_of_the_entries():
    a, b = two_with(
        lambda r: r.make("interview", "i", code="I", analysts=None),
        lambda r: r.import_document("i", "d", "one", "two"),
        lambda r: r.chart("i", "s", "x", "y", state="charted"),
    )
    b.edit_paragraph("d", 2, text="zwei")
    b.act("set", [assignment("theme", "t", {"title": "T", "unheard_of": 1})])
    a.delete("interview", "i")
    exchange(a, b)
    for replica in (a, b):
        assert state(replica) == folded(replica)
        assert verify(replica.connection) == []


LAWS = [
    value
    for name, value in list(globals().items())
    if callable(value)
    and getattr(value, "__module__", "") == __name__
    and name not in ("cell_of", "texts_of", "two_with")
]
