"""Deliberate faults in the journal: each must break at least one law, or the laws would prove nothing."""

import uuid

import pytest

from framework_qda.project import apply, fold, journal, journal_tables, undo, writes
from framework_qda.project.entry import Entry
from framework_qda.project.undo import UndoPlan, UndoStacks

from .laws import LAWS


def parents_forgotten(patch):
    patch.setattr(journal.Journal, "_heads_for", lambda self, write, pending: {name: [] for name in write.values})


def random_cell_ids(patch):
    patch.setattr(writes, "cell_id", lambda interview_id, subtopic_id: str(uuid.uuid4()))


def heads_ordered_by_the_clock(patch):
    def latest(entries, entity, field):
        mine = [entry for entry in entries if field in entry.assigns(entity)]
        return sorted(mine, key=lambda entry: entry.keys["w"], reverse=True)[:1]

    for module in (fold, journal, undo):
        patch.setattr(module, "heads", latest)


def the_last_writer_wins(patch):
    honest = fold._live_values
    patch.setattr(fold, "_live_values", lambda *arguments: honest(*arguments)[:1])


def undo_over_anothers_edit(patch):
    patch.setattr(UndoPlan, "_refuse_where_written_since", lambda self, entry, others: None)


def undo_of_a_creation_over_anothers_work(patch):
    patch.setattr(UndoPlan, "_refuse_where_built_upon", lambda self, entry, others: None)


def undo_that_does_not_say_whose_place_it_takes(patch):
    honest = journal.Journal._extra
    patch.setattr(
        journal.Journal,
        "_extra",
        lambda self, *arguments: {key: value for key, value in honest(self, *arguments).items() if key != "as"},
    )


def undo_that_restores_one_of_two_values(patch):
    honest = UndoPlan._before
    patch.setattr(UndoPlan, "_before", lambda self, *arguments: honest(self, *arguments)[:1])


def redo_kept_after_a_new_edit(patch):
    honest = UndoStacks.note

    def note(self, action, undoes):
        kept = list(self.redo)
        honest(self, action, undoes)
        self.redo = self.redo or kept if not undoes else self.redo

    patch.setattr(UndoStacks, "note", note)


def seen_counted_over_gaps(patch):
    def highest(connection, replica, known, lamport):
        found = connection.execute("select max(seq) from change where replica = ?", (replica,)).fetchone()[0]
        connection.execute("insert or replace into frontier values (?, ?, ?)", (replica, found, lamport))
        return found

    patch.setattr(journal_tables, "advance_frontier", highest)


def deletions_that_hide_unseen_edits(patch):
    honest = fold._fold_gone
    patch.setattr(fold, "_fold_gone", lambda *arguments: min(honest(*arguments), 1))


def edits_below_not_noted(patch):
    patch.setattr(journal_tables, "note_below", lambda *arguments: None)


def sets_by_the_last_writer(patch):
    def fold_set(field, names, entity, entries, erased):
        registers = (name for name in names if name.startswith(field + "/"))
        return sorted(
            register[len(field) + 1 :]
            for register in registers
            if fold.heads(entries, entity, register)[0].value_of(entity, register, erased) == (True, True)
        )

    patch.setattr(fold, "_fold_set", fold_set)


def one_list_of_parents_for_all_fields(patch):
    honest = journal.Journal._heads_for

    def flat(self, write, pending):
        per_field = honest(self, write, pending)
        union = sorted({parent for parents in per_field.values() for parent in parents})
        return dict.fromkeys(per_field, union)

    patch.setattr(journal.Journal, "_heads_for", flat)


def damage_not_looked_for(patch):
    patch.setattr(Entry, "is_sound", lambda self: True)


def erased_words_let_in_again(patch):
    patch.setattr(apply, "_without_erased", lambda connection, entry, erased: entry)


def looks_that_ask(patch):
    honest = fold.fold_entity

    def asking(spec, entity, entries, below, erased=()):
        folded = honest(spec, entity, entries, below, erased)
        live = fold.heads(entries, entity, "colour")
        extra = {"colour": tuple(sorted(entry.id for entry in live))} if len(live) > 1 else {}
        return fold.Folded(folded.owners, folded.values, folded.gone, {**folded.conflicts, **extra})

    patch.setattr(fold, "fold_entity", asking)
    patch.setattr(apply, "fold_entity", asking)


def missing_entries_taken_for_a_conflict(patch):
    patch.setattr(fold, "_is_conflict", lambda entity, field, entries, live: len({str(v) for _, v in live}) > 1)


def bulk_entries_not_folded_into_their_paragraphs(patch):
    patch.setattr(
        journal_tables,
        "folded_entries",
        lambda connection, name, entity: [
            entry for entry in journal_tables.entries_of_entity(connection, entity) if entry.type_name == name
        ],
    )


def unknown_kinds_thrown_away(patch):
    honest = apply.apply_entries
    patch.setattr(
        journal,
        "apply_entries",
        lambda connection, entries: honest(connection, [entry for entry in entries if fold.is_understood(entry)]),
    )


MUTANTS = [
    parents_forgotten,
    random_cell_ids,
    heads_ordered_by_the_clock,
    the_last_writer_wins,
    undo_over_anothers_edit,
    undo_of_a_creation_over_anothers_work,
    undo_that_does_not_say_whose_place_it_takes,
    undo_that_restores_one_of_two_values,
    redo_kept_after_a_new_edit,
    seen_counted_over_gaps,
    deletions_that_hide_unseen_edits,
    edits_below_not_noted,
    sets_by_the_last_writer,
    one_list_of_parents_for_all_fields,
    damage_not_looked_for,
    erased_words_let_in_again,
    looks_that_ask,
    missing_entries_taken_for_a_conflict,
    bulk_entries_not_folded_into_their_paragraphs,
    unknown_kinds_thrown_away,
]


def broken_laws():
    broken = []
    for law in LAWS:
        try:
            law()
        # Whatever a mutant makes a law raise, the law has noticed it.
        except BaseException:  # noqa: BLE001
            broken.append(law.__name__)
    return broken


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_each_mutant_breaks_a_law(mutant, monkeypatch):
    mutant(monkeypatch)
    assert broken_laws()


def test_without_a_mutant_no_law_is_broken():
    assert broken_laws() == []
