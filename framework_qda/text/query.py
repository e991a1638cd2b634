"""What somebody looks for, understood from what they type: words, "phrases", beginnings*, AND, OR, NOT and brackets.

Whatever is typed means something: what would be a mistake, such as a bracket that nobody closes, is passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from framework_qda.text.folding import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LONGEST_QUERY = 500
SHORTEST_BEGINNING = 2
"""A word that is still being typed finds those that begin so from this many letters on."""
_DEEPEST = 20
_LEXEME = re.compile(
    r"""
    (?P<minus> (?<![^\s(]) - (?=[\w("“„]) )
    | (?P<bracket> [()] )
    | ["“”„] (?P<phrase> [^"“”„]* ) (?P<close> ["“”„]? )
    | (?P<word> [^\s()"“”„]+ )
    """,
    re.VERBOSE,
)
_OPERATORS = ("AND", "OR", "NOT")


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or several that stand side by side; the last may be the beginning of a word. All are folded."""

    words: tuple[str, ...]
    is_beginning: bool = False


@dataclass(frozen=True, slots=True)
class AllOf:
    """What has every part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """What has at least one part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What has the one and not the other."""

    wanted: Node
    unwanted: Node


Node: TypeAlias = Term | AllOf | AnyOf | Without


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str
    """word, phrase, (, ), AND, OR or NOT."""
    text: str = ""
    is_open: bool = False
    """Nothing stands behind it: it may still be going on."""


def parse_query(typed: str, *, is_typing: bool = True) -> Node | None:
    """Return what is looked for, or `None` where nothing is, or only what is to be left out.

    While somebody is typing, the word at the very end finds those that begin so.
    """
    lexemes = list(_lexemes(typed[:LONGEST_QUERY]))
    node = _Parser(lexemes, is_typing=is_typing).any_of(0)
    # Operators with nothing to join are words: somebody looks for the word NOT.
    return node or (_literal(typed) if lexemes and all(each.kind in _OPERATORS for each in lexemes) else None)


def leaves_out_only(typed: str) -> bool:
    """Say whether something is to be left out, and nothing looked for that it could be left out of."""
    return parse_query(typed) is None and any(word for each in _lexemes(typed) for word in tokens(each.text))


def terms_of(node: Node | None) -> tuple[Term, ...]:
    """Return the words that are looked for, without those that are to be left out."""
    match node:
        case Term():
            return (node,)
        case AllOf() | AnyOf():
            return tuple(dict.fromkeys(term for part in node.parts for term in terms_of(part)))
        case Without():
            return terms_of(node.wanted)
    return ()


def replace_terms(node: Node, change: Callable[[Term], Node]) -> Node:
    """Return a query with other words in the place of those looked for; those to be left out stay."""
    match node:
        case AllOf() | AnyOf():
            return type(node)(tuple(replace_terms(part, change) for part in node.parts))
        case Without():
            return Without(replace_terms(node.wanted, change), node.unwanted)
    return change(node)


def describe_query(node: Node, *, is_inner: bool = False) -> str:
    """Say how a query is understood: `ward and saf…, without police`."""
    match node:
        case AllOf():
            words = " and ".join(describe_query(part, is_inner=True) for part in node.parts)
        case AnyOf():
            words = " or ".join(describe_query(part, is_inner=True) for part in node.parts)
        case Without():
            wanted = describe_query(node.wanted)
            words = f"{wanted}, without {describe_query(node.unwanted, is_inner=True)}"
        case Term():
            shown = " ".join(node.words) + ("…" if node.is_beginning else "")
            return f"“{shown}”" if len(node.words) > 1 else shown
    return f"({words})" if is_inner else words


def find_terms(text: str, terms: Sequence[Term]) -> tuple[tuple[int, int], ...]:
    """Return where words that are looked for stand in a text, in code points, in their order and without overlaps."""
    found = list(tokens(text))
    words = [token.word for token in found]
    spans = sorted(
        (found[place].start, found[place + len(term.words) - 1].end) for term in terms for place in _places(words, term)
    )
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _places(words: Sequence[str], term: Term) -> Iterator[int]:
    count = len(term.words)
    wanted, last = list(term.words[:-1]), term.words[-1]
    for place in range(len(words) - count + 1):
        word = words[place + count - 1]
        if (word.startswith(last) if term.is_beginning else word == last) and words[
            place : place + count - 1
        ] == wanted:
            yield place


def _lexemes(typed: str) -> Iterator[_Lexeme]:
    for found in _LEXEME.finditer(typed):
        if found["minus"]:
            yield _Lexeme("NOT")
        elif found["bracket"]:
            yield _Lexeme(found["bracket"])
        elif found["word"] in _OPERATORS:
            yield _Lexeme(found["word"])
        else:
            kind = "word" if found["word"] else "phrase"
            yield _Lexeme(kind, found[kind] or "", is_open=found.end() == len(typed) and not found["close"])


def _literal(typed: str) -> Node | None:
    words = tuple(token.word for token in tokens(typed))
    return AllOf(tuple(Term((word,)) for word in words)) if len(words) > 1 else Term(words) if words else None


class _Parser:
    """Read lexemes from the left: NOT binds closest, then AND, which need not be written, then OR."""

    def __init__(self, lexemes: Sequence[_Lexeme], *, is_typing: bool) -> None:
        self._lexemes = lexemes
        self._is_typing = is_typing
        self._at = 0

    def any_of(self, depth: int) -> Node | None:
        """Read what stands between brackets, or all there is."""
        parts = [self._all_of(depth)]
        while self._takes("OR"):
            parts.append(self._all_of(depth))
        return _joined(AnyOf, [part for part in parts if part])

    def _all_of(self, depth: int) -> Node | None:
        wanted: list[Node] = []
        unwanted: list[Node] = []
        skipped = ("AND", "NOT") if depth else ("AND", "NOT", ")")
        while self._at < len(self._lexemes) and not self._is_at("OR", *([")"] if depth else [])):
            is_unwanted = False
            while self._takes(*skipped):
                is_unwanted = is_unwanted or self._lexemes[self._at - 1].kind == "NOT"
            part = None if self._is_at("OR") else self._part(depth)
            if part is not None:
                (unwanted if is_unwanted else wanted).append(part)
        all_wanted, all_unwanted = _joined(AllOf, wanted), _joined(AnyOf, unwanted)
        return Without(all_wanted, all_unwanted) if all_wanted and all_unwanted else all_wanted

    def _part(self, depth: int) -> Node | None:
        if self._at == len(self._lexemes):
            return None
        lexeme = self._lexemes[self._at]
        if lexeme.kind == ")":
            return None
        self._at += 1
        if lexeme.kind != "(":
            return self._term(lexeme)
        if depth == _DEEPEST:
            return None
        inner = self.any_of(depth + 1)
        self._takes(")")
        return inner

    def _term(self, lexeme: _Lexeme) -> Term | None:
        words = tuple(token.word for token in tokens(lexeme.text))
        if not words:
            return None
        is_starred = lexeme.text.endswith("*")
        is_going_on = self._is_typing and lexeme.is_open and lexeme.text[-1].isalnum()
        return Term(words, is_starred or (is_going_on and len(words[-1]) >= SHORTEST_BEGINNING))

    def _is_at(self, *kinds: str) -> bool:
        return self._at < len(self._lexemes) and self._lexemes[self._at].kind in kinds

    def _takes(self, *kinds: str) -> bool:
        is_there = self._is_at(*kinds)
        self._at += is_there
        return is_there


def _joined(kind: type[AllOf | AnyOf], parts: Sequence[Node]) -> Node | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return kind(tuple(parts))
