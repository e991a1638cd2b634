"""The words that stand in a project, and which of them are near to one that may be misspelt."""

import sqlite3
from collections.abc import Iterable
from itertools import pairwise

from framework_qda.project.schema import SEARCHED
from framework_qda.text.near_words import LEAST_ALIKE, can_be_misspelt
from framework_qda.text.query import AnyOf, Node, Term, replace_terms

MOST_NEAR = 8
_FIRST_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Vocabulary:
    """All words of the search indexes, folded, with how many texts have them."""

    def __init__(self, counts: dict[str, int]) -> None:
        self._counts = counts
        self._words = list(counts)

    def near(self, word: str) -> tuple[str, ...]:
        """Return the words that are near to one, the likeliest first, without itself."""
        if not can_be_misspelt(word):
            return ()
        from rapidfuzz import process  # takes a while to load, and only near words need it
        from rapidfuzz.distance import OSA

        found = process.extract(
            word, self._words, scorer=OSA.normalized_similarity, score_cutoff=LEAST_ALIKE, limit=MOST_NEAR * 4
        )
        # Of words that are as near as each other, the more frequent is the likelier.
        ranked = sorted(found, key=lambda each: (-round(each[1], 2), -self._counts[each[0]], each[0]))
        return tuple(each[0] for each in ranked if each[0] != word)[:MOST_NEAR]

    def __contains__(self, word: str) -> bool:
        return word in self._counts


def with_near_words(node: Node, vocabulary: Vocabulary) -> tuple[Node, dict[str, tuple[str, ...]]]:
    """Return a query that finds near words too, and which were taken: word -> the words near to it.

    In a phrase one word at a time is another.
    """
    taken: dict[str, tuple[str, ...]] = {}

    def widened(term: Term) -> Node:
        variants: list[Node] = [term]
        for place, word in enumerate(term.words):
            near = vocabulary.near(word)
            if near:
                taken[word] = near
            variants += [Term((*term.words[:place], other, *term.words[place + 1 :])) for other in near]
        return AnyOf(tuple(variants)) if len(variants) > 1 else term

    return replace_terms(node, widened), taken


def vocabulary_tables(connection: sqlite3.Connection) -> None:
    """Make the tables that read the words of the indexes, in this connection alone."""
    # They stand in the temporary database; the file itself was opened for reading only.
    connection.execute("pragma query_only=off")
    for table in SEARCHED:
        connection.execute(
            f"create virtual table if not exists temp.{table}_words using fts5vocab(main, {table}_fts, row)"
        )
    connection.execute("pragma query_only=on")


def slices() -> Iterable[tuple[str, str]]:
    """Give stretches of the alphabet, from and up to: each is read on its own, so that no commit waits for all."""
    edges = ["", *_FIRST_LETTERS, "{", "\U0010ffff"]
    return pairwise(edges)


def read_words(connection: sqlite3.Connection, first: str, end: str) -> dict[str, int]:
    """Return the words of one stretch with how many texts have them."""
    counts: dict[str, int] = {}
    for table in SEARCHED:
        rows = connection.execute(
            f"select term, doc from temp.{table}_words where term >= :first and term < :end",
            {"first": first, "end": end},
        )
        for word, count in rows:
            counts[word] = counts.get(word, 0) + count
    return counts
