"""What a survey found on the question of a sub-topic, kept beside the column with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.model import Subtopic
from framework_qda.ui.widgets.field_widgets import LinesEdit
from framework_qda.ui.widgets.fields import FieldSpec
from framework_qda.ui.widgets.forms import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from framework_qda.ui.operations import Operations

SURVEY = FieldSpec("survey", "Survey", "text", hint="What a survey found on the same question, and its source", lines=2)


class SurveyForm(Form):
    """One field of the sub-topic that is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations: Operations | None = None
        self._subtopic_id = ""
        self.set_fields([SURVEY])
        self.edited.connect(self._write)

    @property
    def lines(self) -> LinesEdit:
        """The field that is written in."""
        widget = self.fields["survey"].widget
        assert isinstance(widget, LinesEdit)
        return widget

    def begin(self, operations: Operations) -> None:
        """Write into another project from now on."""
        self._operations = operations
        self.set_enabled(operations.can_edit)
        self.show_subtopic("")

    def show_subtopic(self, subtopic_id: str) -> None:
        """Show what is kept of a sub-topic, after writing what is being typed of the one before."""
        if subtopic_id != self._subtopic_id:
            self.finish()
        self._subtopic_id = subtopic_id
        reader = self._operations.project.read if self._operations is not None else None
        subtopic = reader.get(Subtopic, subtopic_id) if reader is not None else None
        self.show_values({"survey": subtopic.survey if subtopic else ""}, subtopic_id)
        self.setVisible(subtopic is not None)

    def _write(self, name: str, value: object) -> None:
        operations, subtopic_id = self._operations, self._subtopic_id
        if operations is not None and subtopic_id:
            self.write(
                name,
                operations,
                lambda: operations.run(lambda project: project.change(Subtopic, subtopic_id, **{name: value})),
            )
