"""What is being typed, in cells and syntheses, kept in the file once a second by a thread of its own: nothing waits.

A draft is nobody's change: it is dropped when the edit is written as an entry. What is left over when a
project is opened belongs to a session that died.
"""

import queue
import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from framework_qda.model import Cell, Statement
from framework_qda.project.connection import connect, transaction
from framework_qda.project.ids import cell_id
from framework_qda.project.journal import Clock
from framework_qda.project.registry import canonical, encode, spec_of

SYNTHESISED = ("case_study", "subtopic")
"""The types of what a synthesis can be of."""


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
    """Keep what is being typed; all methods but `close` and `left_over` return at once."""

    def __init__(self, path: Path, clock: Clock, *, is_read_only: bool) -> None:
        self._path = path
        self._clock = clock
        self._is_read_only = is_read_only
        self._waiting: queue.SimpleQueue[Draft | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

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
        connection = connect(self._path)
        try:
            while (draft := self._waiting.get()) is not None:
                # A draft that a later one replaces need not be written: a slow disk falls behind no further.
                latest = {cell_id(draft.interview_id, draft.subtopic_id): draft}
                is_last = self._take_waiting(latest)
                _write(connection, latest)
                if is_last:
                    return
        except sqlite3.Error:
            # The disk refuses. The words are still in the editor, and the entry's own commit will say so.
            return
        finally:
            connection.close()

    def _take_waiting(self, latest: dict[str, Draft]) -> bool:
        while not self._waiting.empty():
            draft = self._waiting.get()
            if draft is None:
                return True
            latest[cell_id(draft.interview_id, draft.subtopic_id)] = draft
        return False

    def flush(self) -> None:
        """Wait until everything kept so far is on the disk."""
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
