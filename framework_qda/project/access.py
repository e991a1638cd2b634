"""An open project file: who works in it, whether it may be written, and copies of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

from framework_qda.errors import ReadOnlyError
from framework_qda.model import Analyst
from framework_qda.project import journal_tables as tables
from framework_qda.project.backup import Backup, make_backup
from framework_qda.project.drafts import Draft, Drafts
from framework_qda.project.entry import Entry
from framework_qda.project.ids import Entropy
from framework_qda.project.journal import Clock, Journal
from framework_qda.project.overview import Overview
from framework_qda.project.project_file import ProjectFile
from framework_qda.project.reader import Reader
from framework_qda.project.verify import verify

if TYPE_CHECKING:
    from framework_qda.project.searching import SearchEngine


class ProjectAccess:
    """A project file from its opening to its closing."""

    def __init__(self, file: ProjectFile, analyst_id: str, *, clock: Clock, entropy: Entropy) -> None:
        self._file = file
        self._clock = clock
        self._entropy = entropy
        self._journal = Journal(file.connection, analyst_id, clock=clock, entropy=entropy, committing=file.committing)
        self.path = file.path
        self.project_id = tables.read_meta(file.connection, "project_id")
        self.read = Reader(file.connection)
        self.overview = Overview(file.connection)
        self.drafts = Drafts(file.connect_anew, clock, is_read_only=self.is_read_only)

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

    def verify(self) -> list[str]:
        """Return a sentence for each thing that is wrong with the file; none means that it is sound."""
        return verify(self._file.connection)

    def entries(self) -> Iterator[Entry]:
        """Read every entry of the journal."""
        return self._journal.entries()

    def _require_writable(self) -> None:
        if self.is_read_only:
            raise ReadOnlyError(f"Nothing can be changed: {self.read_only_reason}.")
