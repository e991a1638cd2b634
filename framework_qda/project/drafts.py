"""What is being typed, in cells and syntheses, kept in the file once a second by a thread of its own: nothing waits.

A draft is nobody's change: it is dropped when the edit is written as an entry. What is left over when a
project is opened belongs to a session that died.
"""

import queue
import sqlite3
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from framework_qda.errors import NotSavedError
from framework_qda.model import Cell, Statement
from framework_qda.project.connection import transaction
from framework_qda.project.ids import cell_id
from framework_qda.project.journal import Clock
from framework_qda.project.registry import canonical, encode, spec_of

SYNTHESISED = ("case_study", "subtopic")
"""The types of what a synthesis can be of."""
RETRY_S = 1.0
"""How long what the disk refused waits before it is tried again."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Unsaved statements of a cell; `kept_at` is ISO 8601 UTC.

    Of a synthesis `interview_id` is the type of its subject, and `subtopic_id` its subject.
    """

    interview_id: str
    subtopic_id: str
    statements: tuple[Statement, ...]
    kept_at: str

    @property
    def is_synthesis(self) -> bool:
        """Whether the words are those of a synthesis."""
        return self.interview_id in SYNTHESISED


class Drafts:
    """Keep what is being typed; all methods but `close` and `left_over` return at once.

    `connect` opens the project file once more, for the thread; it raises where that is not the file that was opened.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection], clock: Clock, *, is_read_only: bool) -> None:
        self._connect = connect
        self._clock = clock
        self._is_read_only = is_read_only
        self._waiting: queue.SimpleQueue[Draft | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._unkept: dict[str, Draft] = {}

    @property
    def unkept(self) -> tuple[Draft, ...]:
        """The drafts that the disk has refused so far; they are tried again."""
        return tuple(draft for draft in [*self._unkept.values()] if draft.kept_at)

    def keep(self, interview_id: str, subtopic_id: str, statements: Sequence[Statement]) -> None:
        """Keep the words of a cell as they stand now."""
        self._put(Draft(interview_id, subtopic_id, tuple(statements), self._clock().isoformat()))

    def drop(self, interview_id: str, subtopic_id: str) -> None:
        """Forget the draft of a cell, whose edit has been written or given up, also one of a session that died."""
        self._put(Draft(interview_id, subtopic_id, (), ""))

    def _put(self, draft: Draft) -> None:
        if self._is_read_only:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._write_all, name="drafts", daemon=True)
            self._thread.start()
        self._waiting.put(draft)

    def _write_all(self) -> None:
        connection = None
        is_last = False
        while not is_last:
            # A draft that a later one replaces need not be written: a slow disk falls behind no further.
            latest = dict(self._unkept)
            is_last = self._take_waiting(latest)
            try:
                connection = connection or self._connect()
                _write(connection, latest)
                self._unkept = {}
            except (sqlite3.Error, NotSavedError):
                # The disk refuses. The words are still in the editor, the entry's own commit will say so, and the disk
                # may take them later: the file may be moved back.
                self._unkept = latest
                if connection is not None:
                    connection.close()
                connection = None
        if connection is not None:
            connection.close()

    def _take_waiting(self, latest: dict[str, Draft]) -> bool:
        """Wait for drafts, or for the time to try those in `latest` again; return whether no more will come."""
        try:
            draft = self._waiting.get(timeout=RETRY_S if latest else None)
            while draft is not None:
                latest[cell_id(draft.interview_id, draft.subtopic_id)] = draft
                draft = self._waiting.get_nowait()
        except queue.Empty:
            return False
        return True

    def flush(self) -> None:
        """Wait until everything kept so far is on the disk, or has been refused once more."""
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None

    def left_over(self, connection: sqlite3.Connection) -> list[Draft]:
        """Return the drafts in the file, the newest first."""
        read = spec_of(Cell).decoders["content"]
        rows = connection.execute(
            "select interview_id, subtopic_id, content, kept_at from draft order by kept_at desc"
        ).fetchall()
        return [
            Draft(
                interview_id,
                subtopic_id,
                cast("tuple[Statement, ...]", read(content)),
                kept_at,
            )
            for interview_id, subtopic_id, content, kept_at in rows
        ]


def _write(connection: sqlite3.Connection, drafts: dict[str, Draft]) -> None:
    with transaction(connection):
        for record_id, draft in drafts.items():
            connection.execute("delete from draft where cell_id = :id", {"id": record_id})
            if draft.kept_at:
                connection.execute(
                    """
                    insert into draft (cell_id, interview_id, subtopic_id, content, kept_at)
                    values (:id, :interview, :subtopic, :content, :kept_at)
                    """,
                    {
                        "id": record_id,
                        "interview": draft.interview_id,
                        "subtopic": draft.subtopic_id,
                        "content": canonical(encode(draft.statements)),
                        "kept_at": draft.kept_at,
                    },
                )
