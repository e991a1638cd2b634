"""What a cell says, as runs of text in the styles of statements: every export sets these in its own way."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from framework_qda.io.printable import Printable
from framework_qda.matrix.grid import STATE_WORDS, GridCell, GridStatement, Reference, ReferringStatement
from framework_qda.model import EMPTY_REASONS, CellState, StatementKind
from framework_qda.quotes.own_words import split_quoted
from framework_qda.quotes.style import OUTER_MARKS


class RunKind(Enum):
    """In which style a run is set."""

    PLAIN = "plain"
    STRONG = "strong"
    """Codes and labels."""
    OWN_WORDS = "own_words"
    NOTE = "note"
    REFERENCE = "reference"
    STATE = "state"


class Run(NamedTuple):
    """A stretch of text in one style."""

    kind: RunKind
    text: str


@dataclass(frozen=True, slots=True)
class Composer:
    """Make the runs of cells; `marks` are those of the study, `single` or `double`.

    `finish` is what a format does to every text of a user after it has been cleaned.
    """

    printable: Printable
    has_notes: bool = True
    has_references: bool = True
    marks: str = "single"
    finish: Callable[[str], str] = str
    has_tags: bool = False

    def runs(self, cell: GridCell | None) -> list[Run]:
        """Return what a cell says: its statements, one a line, or in words why it is empty."""
        state = cell.state if cell else CellState.NOT_CHARTED
        statements = cell.statements if cell else ()
        runs: list[Run] = []
        if _says_state(state, statements):
            runs.append(Run(RunKind.STATE, STATE_WORDS.get(state, state)))
        return self.add(runs, statements)

    def add(self, runs: list[Run], statements: Iterable[ReferringStatement]) -> list[Run]:
        """Add statements to runs, each on a line of its own; return the runs."""
        for statement in statements:
            if statement.kind == StatementKind.NOTE and not self.has_notes:
                continue
            if runs:
                runs.append(Run(runs[-1].kind, "\n"))
            runs += self._statement(statement)
        return runs

    def text(self, words: str) -> str:
        """Return a text of a user as it may stand in the file."""
        return self.finish(self.printable(words))

    def _statement(self, statement: ReferringStatement) -> Iterable[Run]:
        text = self.text(statement.text.strip())
        if statement.kind == StatementKind.NOTE:
            yield Run(RunKind.NOTE, f"Note: {text}")
        elif statement.kind == StatementKind.OWN_WORDS:
            yield Run(RunKind.OWN_WORDS, self._in_marks(text))
        else:
            for piece, is_quoted in split_quoted(text) or [(text, False)]:
                yield Run(RunKind.OWN_WORDS if is_quoted else RunKind.PLAIN, piece)
        if self.has_references and statement.evidence:
            yield Run(RunKind.REFERENCE, f" ({'; '.join(dict.fromkeys(map(_reference, statement.evidence)))})")
        if self.has_tags and isinstance(statement, GridStatement) and statement.tags:
            yield Run(RunKind.STATE, "".join(f" #{self.text(mark.label)}" for mark in statement.tags))

    def _in_marks(self, text: str) -> str:
        pieces = split_quoted(text)
        if len(pieces) == 1 and pieces[0][1]:
            return text
        opening, closing = OUTER_MARKS.get(self.marks, OUTER_MARKS["single"])
        return f"{opening}{text}{closing}"


def plain_text(runs: Iterable[Run]) -> str:
    """Return the words of runs without their styles."""
    return "".join(run.text for run in runs)


def _says_state(state: str, statements: Sequence[object]) -> bool:
    """Say whether the state is written out: a reason always, otherwise only where nothing is charted."""
    if state == CellState.NOT_CHARTED:
        return not statements
    return state in EMPTY_REASONS


def _reference(evidence: Reference) -> str:
    return evidence.label.replace(" · ", ", ")
