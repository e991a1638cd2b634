"""What is being written as a comment and not sent: it waits on this computer, also while the program is closed.

It is no part of the project. It lies in a file of the user's own, by analyst and by the id of what it is about.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from framework_qda.matrix.remarks import Subject
from framework_qda.ui.cell_place import CellPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from framework_qda.matrix.remarks import Remark, Thread

Entry = dict[str, Any]


class Purpose(StrEnum):
    """What the words in the field are."""

    COMMENT = "comment"
    REPLY = "reply"
    EDIT = "edit"
    SEND_BACK = "send_back"


@dataclass(frozen=True, slots=True)
class Pending:
    """What is being written: its words, what they are for, and what a comment is about.

    `thread` is what a reply answers, `remark` what is changed, `cells` what is sent back if not the cell that is shown.
    """

    text: str = ""
    purpose: Purpose = Purpose.COMMENT
    thread: Thread | None = None
    remark: Remark | None = None
    cells: tuple[CellPlace, ...] = ()
    about: Subject | None = None

    @property
    def has_words(self) -> bool:
        """Whether anything would be lost with it."""
        return bool(self.text.strip()) and (self.remark is None or self.text != self.remark.text)


NOTHING = Pending()


class Unsent:
    """Keeps what is not sent; without a path, for as long as the program runs."""

    def __init__(self, path: Path | None = None, analyst: Callable[[], str] = lambda: "") -> None:
        self._path = path
        self._analyst = analyst
        self._entries: dict[str, dict[str, Entry]] = _read(path) if path is not None else {}

    def keys(self) -> list[tuple[str, str]]:
        """Return what words of the analyst wait for: the type and the id of each record, the oldest first."""
        return [(str(entry.get("kind", "")), key) for key, entry in self._own().items()]

    def get(self, key: str) -> Entry | None:
        """Return what is kept of the record with this id."""
        return self._own().get(key)

    def put(self, key: str, entry: Entry | None) -> None:
        """Keep what is being written; `None`: nothing is any more."""
        if entry == self.get(key):
            return
        own = self._entries.setdefault(self._analyst(), {})
        if entry is None:
            own.pop(key, None)
        else:
            own[key] = entry
        if self._path is not None:
            with suppress(OSError):  # the words are still in their field, and are kept for as long as the program runs
                _write(self._path, self._entries)

    def _own(self) -> dict[str, Entry]:
        return self._entries.get(self._analyst(), {})


def entry_of(now: Pending, aside: Pending, kind: str) -> Entry | None:
    """Return what is to be kept of what is being written and of what was set aside for it."""
    if not now.has_words:
        now, aside = aside, NOTHING
    if not now.has_words:
        return None
    return {"kind": kind, **_as_values(now), **({"aside": _as_values(aside)} if aside.has_words else {})}


def pending_of(entry: Entry | None, threads: Sequence[Thread]) -> tuple[Pending, Pending]:
    """Return what was kept, and what was set aside for it; words for a remark that is gone are those of a comment."""
    if entry is None:
        return NOTHING, NOTHING
    try:
        return _from_values(entry, threads), _from_values(entry["aside"], threads) if "aside" in entry else NOTHING
    except (KeyError, TypeError, ValueError):  # another version of the program wrote it
        return Pending(str(entry.get("text", ""))), NOTHING


def _as_values(pending: Pending) -> Entry:
    remark = pending.thread.remark if pending.thread is not None else pending.remark
    about = pending.about
    return {
        "text": pending.text,
        "purpose": str(pending.purpose),
        "remark": remark.comment_id if remark is not None else "",
        "cells": [list(place) for place in pending.cells],
        "about": [about.type_name, about.record_id, about.name, about.statement_id] if about is not None else [],
    }


def _from_values(values: Entry, threads: Sequence[Thread]) -> Pending:
    text, purpose = str(values["text"]), Purpose(values["purpose"])
    about = Subject(*values["about"]) if values["about"] else None
    if purpose is Purpose.REPLY:
        answered = [thread for thread in threads if thread.remark.comment_id == values["remark"]]
        return Pending(text, purpose, thread=answered[0]) if answered else Pending(text)
    if purpose is Purpose.EDIT:
        remarks = [remark for thread in threads for remark in (thread.remark, *thread.replies)]
        own = [remark for remark in remarks if remark.comment_id == values["remark"]]
        return Pending(text, purpose, remark=own[0]) if own else Pending(text)
    return Pending(text, purpose, cells=tuple(CellPlace(*place) for place in values["cells"]), about=about)


def _read(path: Path) -> dict[str, dict[str, Entry]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        analyst: {key: entry for key, entry in entries.items() if isinstance(entry, dict)}
        for analyst, entries in found.items()
        if isinstance(entries, dict)
    }


def _write(path: Path, entries: dict[str, dict[str, Entry]]) -> None:
    """Write the file anew, for nobody but this user to read; without entries there is none."""
    kept = {analyst: own for analyst, own in entries.items() if own}
    if not kept:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    fresh.replace(path)
