"""The dialog of an export: where to, in what format, and what is in it."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from framework_qda.errors import FrameworkError
from framework_qda.ui.style import em
from framework_qda.ui.widgets.dialogs import PathField, PlainDialog, ask
from framework_qda.ui.widgets.fields import FieldSpec
from framework_qda.ui.widgets.forms import Form
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.worker import CancelledError, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from framework_qda.ui.exporting.kinds import ExportKind

    Check = Callable[[dict[str, Any]], str]

_FORMAT = "format"
_RULE = "The version for others comes first; what you choose is proposed again for this export of this project."


class ExportDialog(PlainDialog):
    """Ask where an export goes, in what format, and what is in it.

    `remembered` is what `to_remember()` gave the last time. `check` says beside the window what should be looked at
    before anything is written; `mend_button` is there while it says something, for whoever opened this to connect.
    """

    def __init__(
        self,
        kind: ExportKind,
        folder: Path,
        name: str,
        parent: QWidget | None = None,
        *,
        remembered: str = "",
        check: Check | None = None,
    ) -> None:
        super().__init__(kind.title, kind.words, "Export", parent)
        self._formats = {each.suffix: each for each in kind.formats}
        self._check = check
        self._task: Task | None = None
        self.form = Form()
        choice = FieldSpec(_FORMAT, "As", "choice", choices=[(each.suffix, each.words) for each in kind.formats])
        specs = [*([choice] if len(kind.formats) > 1 else []), *kind.fields]
        values = {_FORMAT: kind.suffix, **kind.defaults, **_known(specs, remembered)}
        self.form.set_fields(specs)
        self.form.show_values(values)
        self.form.edited.connect(self._follow)
        self.body.addWidget(self.form)
        self.form.setVisible(bool(self.form.fields))
        if "is_public" in self.form.fields:
            self.body.addWidget(wrapped_label(_RULE, "small"))
        self.advice = wrapped_label("", "error")
        self.mend_button = QPushButton("About this study…")
        self.mend_button.setAutoDefault(False)
        self.body.addWidget(self.advice)
        self.body.addWidget(self.mend_button, 0, Qt.AlignmentFlag.AlignLeft)
        chosen = self._formats[str(values[_FORMAT])]
        self.place = PathField(folder / f"{name} {kind.file_words}{chosen.suffix}", chosen.filter, chosen.suffix)
        label = plain_label("Where to put the file", "label")
        label.setBuddy(self.place)
        self.body.addWidget(label)
        self.body.addWidget(self.place)
        self.setMinimumWidth(em(self, 42))
        self._show_advice("")
        self.look()

    @property
    def options(self) -> dict[str, Any]:
        """The options as they stand, by name."""
        return {name: field.take() for name, field in self.form.fields.items() if name != _FORMAT}

    def to_remember(self) -> str:
        """Return what is chosen, format and all, as a text for the settings."""
        return json.dumps({name: field.take() for name, field in self.form.fields.items()})

    def look(self) -> None:
        """Find out beside the window what should be looked at before anything is written."""
        if self._check is None:
            return
        self._leave()
        self._task = Task(partial(_run, self._check, self.options))
        self._task.ended.connect(self._take_advice)
        self._task.start()

    def _take_advice(self, task: Task) -> None:
        if task is not self._task:
            return
        self._task = None
        try:
            self._show_advice(str(task.result()))
        except CancelledError:
            return
        except FrameworkError as error:
            self.tell_problem(str(error))

    def _show_advice(self, words: str) -> None:
        self.advice.setText(words)
        for widget in (self.advice, self.mend_button):
            widget.setVisible(bool(words))

    def _leave(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _follow(self, name: str, value: object) -> None:
        """Give the file the ending of the format that was chosen; look again where the content is another."""
        if name == _FORMAT:
            chosen = self._formats[str(value)]
            self.place.set_format(chosen.filter, chosen.suffix)
        else:
            self.look()

    def accept(self) -> None:
        """Go on once there is a place; ask before a file is replaced."""
        path = self.place.path
        if not path.parent.is_dir():
            self.tell_problem("That folder does not exist. Choose one that does.")
            self.place.setFocus()
            return
        if path.exists() and not ask(
            self, f"Replace {path.name}?", "There is a file of that name in this folder.", "Replace"
        ):
            return
        super().accept()

    def done(self, result: int) -> None:
        """Close without waiting for what is still being looked at."""
        self._leave()
        super().done(result)


def _run(check: Check, options: dict[str, Any], _progress: object) -> str:
    return check(options)


def _known(specs: Sequence[FieldSpec], remembered: str) -> Mapping[str, Any]:
    """Return what was remembered and can still be chosen."""
    try:
        values = json.loads(remembered or "{}")
    except ValueError:
        return {}
    if not isinstance(values, dict):
        return {}
    allowed = {spec.name: [value for value, _ in spec.choices] if spec.kind == "choice" else None for spec in specs}
    return {
        name: value
        for name, value in values.items()
        if name in allowed and (value in choices if (choices := allowed[name]) is not None else isinstance(value, bool))
    }
