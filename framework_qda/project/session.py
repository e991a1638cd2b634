"""The session of an open project: every action alike is written, taken back, brought back and told."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Self, TypeVar

from framework_qda.errors import RefusedError
from framework_qda.model import Action, Changes, Record
from framework_qda.project import journal_tables as tables
from framework_qda.project.access import ProjectAccess
from framework_qda.project.apply import Step
from framework_qda.project.entry import Entry
from framework_qda.project.history import HistoryEntry, project_history, record_history
from framework_qda.project.ids import Entropy
from framework_qda.project.journal import Clock, action_of
from framework_qda.project.project_file import ProjectFile
from framework_qda.project.wording import describe
from framework_qda.project.writes import Write

if TYPE_CHECKING:
    from datetime import datetime

R = TypeVar("R", bound=Record)


class ProjectSession(ProjectAccess):
    """An open project with what holds for every action alike."""

    def __init__(self, file: ProjectFile, analyst_id: str, *, clock: Clock, entropy: Entropy) -> None:
        super().__init__(file, analyst_id, clock=clock, entropy=entropy)
        self.saved_at: datetime | None = None
        self._joined = ""

    # -- writing

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

    # -- undo and history

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

    def _existing(self, record_type: type[R], record_id: str) -> R:
        record = self.read.get(record_type, record_id)
        if record is None:
            raise RefusedError("It is no longer there: it has been deleted. Nothing was changed.")
        return record
