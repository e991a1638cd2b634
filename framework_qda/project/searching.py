"""Finding words in a project beside the window: on a connection of its own, in short transactions."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from framework_qda.errors import ProjectFileError
from framework_qda.model import Comment
from framework_qda.project.connection import connect_for_reading
from framework_qda.project.hits import Hit, HitKind, SearchStoppedError, Sought
from framework_qda.project.reader import Reader
from framework_qda.project.record_reader import visible_clause
from framework_qda.project.registry import REGISTRY, canonical, spec_of
from framework_qda.project.search_queries import FILTERS, QUERIES, STRETCHES, TARGETS, THEME_SUBJECTS
from framework_qda.project.small_texts import TYPES, SmallTexts
from framework_qda.project.vocabulary import Vocabulary, read_words, slices, vocabulary_tables
from framework_qda.text.query import AllOf, AnyOf, Node, Term, Without

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from framework_qda.project.small_texts import Small

T = TypeVar("T")

MOST_HITS = 5000
"""How many places of one kind are given; nobody reads more."""
_STEPS_BETWEEN_QUESTIONS = 5000
_CACHE_KB = 65_536
_PATIENCE_MS = 2000
_STOPPED = "The search was stopped."
_BUSY = "The project is being written at this moment and cannot be searched. Try again when that is done."


class SearchEngine:
    """Search one project file; it keeps what is costly to read until the project changes.

    One thread at a time may use it. `source` is the file, or the bytes of a database that has none.
    """

    def __init__(self, source: Path | bytes) -> None:
        self._source = source
        self._connection: sqlite3.Connection | None = None
        """Kept, for what it has read serves the next search too."""
        self._seen = 0
        """Number of the last journal entry that the small texts know of."""
        self._small: SmallTexts | None = None
        self._vocabulary: Vocabulary | None = None
        self._words_seen = -1

    def search(self, sought: Sought, stop: Callable[[], bool] = lambda: False) -> Iterator[tuple[HitKind, list[Hit]]]:
        """Give what is found, kind by kind in the order of `HitKind`, at most `MOST_HITS` + 1 of each.

        Raise SearchStoppedError soon after `stop()` says so, ProjectFileError where the file cannot be read.
        """
        expression = fts_expression(sought.node)
        with self._reading(stop) as connection:
            self._refresh(connection)
            small = self._small_hits(connection, sought, expression)
        for kind in HitKind:
            found = [each for each in small if each.kind == kind]
            # A transaction for each kind: whoever commits meanwhile waits for one of them at most.
            with self._reading(stop) as connection:
                if kind in QUERIES:
                    found += _hits(connection, kind, sought, expression)
                elif kind == HitKind.COMMENT:
                    found += _comments(connection, sought, expression)
            yield kind, found[: MOST_HITS + 1]

    def refresh(self, stop: Callable[[], bool] = lambda: False) -> bool:
        """Read again what names and small texts have become, if they have changed; return whether they had."""
        with self._reading(stop) as connection:
            return self._refresh(connection)

    def read(self, question: Callable[[Reader], T], stop: Callable[[], bool] = lambda: False) -> T:
        """Ask something of the project as it stands now."""
        with self._reading(stop) as connection:
            return question(Reader(connection))

    def vocabulary(self, stop: Callable[[], bool] = lambda: False) -> Vocabulary:
        """Return the words of the project; they are read anew, a stretch at a time, after it has changed."""
        with self._reading(stop) as connection:
            newest = _newest_entry(connection)
        if self._vocabulary is None or newest != self._words_seen:
            counts: dict[str, int] = {}
            for first, end in slices():
                with self._reading(stop) as connection:
                    vocabulary_tables(connection)
                    counts |= read_words(connection, first, end)
            self._vocabulary, self._words_seen = Vocabulary(counts), newest
        return self._vocabulary

    def close(self) -> None:
        """Free what is kept."""
        if self._small is not None:
            self._small.close()
        self._small = self._vocabulary = None
        self._disconnect()

    def _refresh(self, connection: sqlite3.Connection) -> bool:
        newest = _newest_entry(connection)
        is_old = self._small is None or (newest != self._seen and _touches_small_texts(connection, self._seen))
        if is_old:
            made = SmallTexts(Reader(connection))
            if self._small is not None:
                self._small.close()
            self._small = made
        self._seen = newest
        return is_old

    def _small_hits(self, connection: sqlite3.Connection, sought: Sought, expression: str) -> list[Hit]:
        found = [each for each in self._small.find(expression) if _passes(each, sought)] if self._small else []
        if sought.analyst_id and found:
            last = Reader(connection).last_analysts(each.record_id for each in found)
            found = [each for each in found if last.get(each.record_id) == sought.analyst_id]
        return [each.hit for each in found]

    @contextmanager
    def _reading(self, stop: Callable[[], bool]) -> Iterator[sqlite3.Connection]:
        if stop():
            raise SearchStoppedError(_STOPPED)
        try:
            connection = self._connection or self._connect()
            self._connection = connection
            connection.set_progress_handler(stop, _STEPS_BETWEEN_QUESTIONS)
            connection.execute("begin")
            yield connection
        except sqlite3.Error as error:
            if stop():
                raise SearchStoppedError(_STOPPED) from error
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_BUSY:
                raise ProjectFileError(_BUSY) from error
            self._disconnect()
            raise ProjectFileError(f"The project cannot be searched: {error}. Nothing was changed.") from error
        finally:
            if self._connection is not None and self._connection.in_transaction:
                # A reader holds up whoever wants to commit: nothing is kept open but what has been read.
                self._connection.set_progress_handler(None, 0)
                self._connection.execute("rollback")

    def _connect(self) -> sqlite3.Connection:
        if isinstance(self._source, bytes):
            connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            connection.deserialize(self._source)
        else:
            connection = connect_for_reading(self._source, is_shared=True)
        connection.execute(f"pragma cache_size=-{_CACHE_KB:d}")
        # Not as patient as the window's own: nobody can stop a search while it waits for a lock.
        connection.execute(f"pragma busy_timeout={_PATIENCE_MS:d}")
        return connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def fts_expression(node: Node) -> str:
    """Write a query for FTS5; its words are folded letters and digits alone, so that none can mean anything else."""
    match node:
        case Term():
            return f'"{" ".join(node.words)}"{" *" if node.is_beginning else ""}'
        case AllOf():
            return f"({' AND '.join(map(fts_expression, node.parts))})"
        case AnyOf():
            return f"({' OR '.join(map(fts_expression, node.parts))})"
        case Without():
            return f"({fts_expression(node.wanted)} NOT {fts_expression(node.unwanted)})"


def _hits(connection: sqlite3.Connection, kind: HitKind, sought: Sought, expression: str) -> Iterator[Hit]:
    clauses = [FILTERS[kind][name] for name, value in sought.filters.items() if value]
    values: dict[str, object] = {"q": expression, "most": MOST_HITS + 1, **sought.filters}
    if sought.case_study_id:
        clauses.append(f"{TARGETS[kind]}_fts.rowid between :first and :last")
        first, last = connection.execute(STRETCHES[kind], {"case_study": sought.case_study_id}).fetchone()
        values |= {"first": first or 0, "last": last or 0}
    query = " and ".join([QUERIES[kind], *clauses])
    for n, text, interview_id, within, number, detail, start_ms, record_id in connection.execute(
        f"{query} limit :most", values
    ):
        yield Hit(
            kind, n, text or "", TARGETS[kind], record_id, interview_id, within, number or 0, detail or "", start_ms
        )


def _comments(connection: sqlite3.Connection, sought: Sought, expression: str) -> list[Hit]:
    clauses = ["n in (select rowid from comment_fts where comment_fts match :q)", visible_clause(spec_of(Comment))]
    if sought.analyst_id:
        clauses.append("analyst_id = :analyst")
    if sought.theme_id:
        clauses.append(f"subject_id in ({THEME_SUBJECTS})")
    rows = connection.execute(
        f"""
        select n, text, subject_type, subject_id, analyst_id, id from comment where {" and ".join(clauses)}
        order by written_at, id limit :most
        """,
        {"q": expression, "most": MOST_HITS + 1, **sought.filters},
    ).fetchall()
    places = _interviews_of(connection, {(row[2], row[3]) for row in rows})
    found = [
        Hit(
            HitKind.COMMENT,
            n,
            text or "",
            subject_type,
            subject_id,
            *places.get(subject_id, ("", "")),
            detail=who or "",
            comment_id=comment_id,
        )
        for n, text, subject_type, subject_id, who, comment_id in rows
    ]
    if not sought.case_study_id:
        return found
    of_case = {
        row[0]
        for row in connection.execute("select id from interview where case_study_id = :case_study", sought.filters)
    }
    return [each for each in found if each.interview_id in of_case or each.target_id == sought.case_study_id]


def _interviews_of(connection: sqlite3.Connection, subjects: set[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Return in which interview, and of cells in which sub-topic, the subjects of comments stand, by their ids."""
    found: dict[str, tuple[str, str]] = {}
    for type_name in {each[0] for each in subjects} & REGISTRY.keys():
        owners = REGISTRY[type_name].owners
        ids = canonical(sorted(subject_id for name, subject_id in subjects if name == type_name))
        if type_name == "paragraph":
            query = "select paragraph.id, interview_id, '' from paragraph join document on document.id = document_id"
        elif type_name == "interview":
            query = "select interview.id, interview.id, '' from interview"
        elif "interview_id" in owners:
            within = "subtopic_id" if "subtopic_id" in owners else "''"
            query = f"select {type_name}.id, interview_id, {within} from {type_name}"
        else:
            continue
        rows = connection.execute(f"{query} where {type_name}.id in (select value from json_each(:ids))", {"ids": ids})
        found.update((row[0], (row[1] or "", row[2] or "")) for row in rows)
    return found


def _newest_entry(connection: sqlite3.Connection) -> int:
    return int(connection.execute("select coalesce(max(n), 0) from change").fetchone()[0])


def _touches_small_texts(connection: sqlite3.Connection, seen: int) -> bool:
    rows = connection.execute("select distinct json_extract(head, '$.t') from change where n > :seen", {"seen": seen})
    return any(name in TYPES or name == "extract" for (name,) in rows)


def _passes(small: Small, sought: Sought) -> bool:
    return sought.case_study_id in ("", small.case_study_id) and sought.theme_id in ("", small.theme_id)
