"""The session of an open project: who works in it, undo and redo, history, soundness, back-ups."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from framework_qda.errors import ReadOnlyError, RefusedError
from framework_qda.model import Action, Analyst, Changes, Record
from framework_qda.project import journal_tables as tables
from framework_qda.project.apply import Step
from framework_qda.project.backup import Backup, make_backup
from framework_qda.project.drafts import Draft, Drafts
from framework_qda.project.entry import Entry
from framework_qda.project.history import HistoryEntry, project_history, record_history
from framework_qda.project.ids import Entropy
from framework_qda.project.journal import Clock, Journal, action_of
from framework_qda.project.overview import Overview
from framework_qda.project.project_file import ProjectFile
from framework_qda.project.reader import Reader
from framework_qda.project.verify import verify
from framework_qda.project.wording import describe
from framework_qda.project.writes import Write

if TYPE_CHECKING:
    from datetime import datetime

    from framework_qda.project.searching import SearchEngine

R = TypeVar("R", bound=Record)


class ProjectSession:
    """A project file that is open: its session, and what holds for every action alike."""

    def __init__(self, file: ProjectFile, analyst_id: str, *, clock: Clock, entropy: Entropy) -> None:
        self._file = file
        self._clock = clock
        self._entropy = entropy
        self._journal = Journal(file.connection, analyst_id, clock=clock, entropy=entropy, committing=file.committing)
        self.path = file.path
        self.project_id = tables.read_meta(file.connection, "project_id")
        self.read = Reader(file.connection)
        self.overview = Overview(file.connection)
        self.drafts = Drafts(file.path, clock, is_read_only=self.is_read_only)
        self.saved_at: datetime | None = None
        self._joined = ""

    # -- the session

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed."""
        return bool(self._file.read_only_reason)

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be changed, in words; empty where the project may be written."""
        return self._file.read_only_reason

    @property
    def analyst_id(self) -> str:
        """The analyst in whose name actions are written; may be set at any time."""
        return self._journal.analyst_id

    @analyst_id.setter
    def analyst_id(self, analyst_id: str) -> None:
        self._journal.analyst_id = analyst_id
        analyst = self.read.get(Analyst, analyst_id)
        if self._file.lock and analyst:
            self._file.lock.name_holder(analyst.name)

    def close(self) -> None:
        """Finish writing drafts, close the file and give up its lock."""
        self.drafts.flush()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def left_over_drafts(self) -> list[Draft]:
        """Return what was being typed when an earlier session died, the newest first."""
        return self.drafts.left_over(self._file.connection)

    def back_up(self, reason: str = "asked") -> Backup:
        """Make a verified back-up now; raise ProjectFileError where that fails."""
        return make_backup(self._file.connection, self.project_id, reason, self._clock())

    @contextmanager
    def bundle(self) -> Iterator[None]:
        """Commit all actions of the block together, for work by program such as building a project.

        They stay actions of their own in history and undo; no back-up is made within. When the block raises,
        the file is as it was before, and this project must be closed: it knows of actions that are not there.
        """
        self._require_writable()
        with self._file.bundling():
            yield

    @contextmanager
    def joining(self, action_id: str) -> Iterator[None]:
        """Let what is written in the block go on with an action, so that undo takes back both as one step.

        An action that is no longer the newest, or that was undone, is left alone: what is written is another one.
        """
        self._joined = action_id
        try:
            yield
        finally:
            self._joined = ""

    @contextmanager
    def beside(self, step: Step) -> Iterator[Self]:
        """Give the project on a connection of its own, to do one long action in another thread.

        `step(done, total)` is called as the action goes on; when it raises, nothing has been written. Nothing else
        may be written meanwhile, and `catch_up()` follows in the thread of this project.
        """
        self._require_writable()
        with closing(self._file.twin()) as file:
            other = type(self)(file, self.analyst_id, clock=self._clock, entropy=self._entropy)
            other._journal.step = step
            yield other

    def catch_up(self, changes: Changes) -> Changes:
        """Take note of an action that was done `beside()` this connection."""
        self._journal.catch_up()
        return self._noted(changes)

    @contextmanager
    def snapshot(self) -> Iterator[Overview]:
        """Give a reader of the project as it stands now, which no later change reaches and which locks nothing.

        The copy is held in memory, so that nothing confidential is left in a folder for temporary files.
        """
        with closing(sqlite3.connect(":memory:")) as copy:
            self._file.connection.backup(copy)
            yield Overview(copy)

    def search_engine(self) -> "SearchEngine":
        """Give what finds words in the project beside the window; close it when it is needed no longer."""
        name = self._file.connection.execute("pragma database_list").fetchone()[2]
        # An older file that is opened for reading only has been brought up to date in memory.
        from framework_qda.project.searching import SearchEngine  # a window opens without it

        return SearchEngine(self.path if name else self._file.connection.serialize())

    # -- undo, history, soundness

    def undo(self) -> Changes:
        """Take back the newest action of this copy of the project; RefusedError says why where it may not be."""
        self._require_writable()
        return self._noted(self._journal.undo())

    def redo(self) -> Changes:
        """Bring back what the newest undo took away."""
        self._require_writable()
        return self._noted(self._journal.redo())

    def skip_undo(self) -> None:
        """Leave the newest action as it is: undo goes on with the one before, while this project is open."""
        self._journal.stacks.skip_undo()

    def skip_redo(self) -> None:
        """Leave the newest undo as it is: redo goes on with the one before, while this project is open."""
        self._journal.stacks.skip_redo()

    def next_undo(self) -> Action | None:
        """Return the action that undo would take back."""
        return None if self.is_read_only else self._journal.undoable

    def next_redo(self) -> Action | None:
        """Return the action that redo would bring back."""
        return None if self.is_read_only else self._journal.redoable

    def history(self, record_id: str) -> list[HistoryEntry]:
        """Return what was ever written in a record, the newest first."""
        return record_history(self._file.connection, record_id)

    def recent_actions(self, limit: int = 200) -> list[Action]:
        """Return the last actions of the project, the newest first."""
        return project_history(self._file.connection, limit)

    def describe(self, action: Action) -> str:
        """Say in a few words what an action did: `Edit of I01 1.1`, `Undo: edit of I01 1.1`."""
        steps, original = 0, action
        # Of an undo that somebody else sent, what it took back may not have arrived yet.
        while original.undoes and (entries := tables.entries_of_action(self._file.connection, original.undoes)):
            steps, original = steps + 1, action_of(entries[0])
        words = describe(self.read, original)
        if not steps:
            return words
        return f"{'Undo' if steps % 2 else 'Redo'}: {words[:1].lower()}{words[1:]}"

    def verify(self) -> list[str]:
        """Return a sentence for each thing that is wrong with the file; none means that it is sound."""
        return verify(self._file.connection)

    def entries(self) -> Iterator[Entry]:
        """Read every entry of the journal."""
        return self._journal.entries()

    def receive(self, entries: Sequence[Entry]) -> Changes:
        """Take in the entries of another copy of the project, all or none of them."""
        self._require_writable()
        return self._noted(self._journal.receive(entries))

    # -- within

    def _act(self, label: str, writes: Sequence[Write]) -> Changes:
        self._require_writable()
        return self._noted(self._journal.act(label, writes, joins=self._joined))

    def _noted(self, changes: Changes) -> Changes:
        if changes.touched:
            self.saved_at = self._clock().astimezone()
        return changes

    def _require_writable(self) -> None:
        if self.is_read_only:
            raise ReadOnlyError(f"Nothing can be changed: {self.read_only_reason}.")

    def _existing(self, record_type: type[R], record_id: str) -> R:
        record = self.read.get(record_type, record_id)
        if record is None:
            raise RefusedError("It is no longer there: it has been deleted. Nothing was changed.")
        return record
