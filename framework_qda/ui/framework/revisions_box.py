"""What was changed about a sub-topic, and how many of its cells are still to be looked at since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from framework_qda.matrix.reshaping import RevisionStand, revision_stands, stale_places
from framework_qda.project.wording import analyst_name
from framework_qda.ui.style import em
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from framework_qda.project import Reader


BUTTONS = ("All still fit", "Show them")
"""What can be done with the cells that the heading counts: to settle them all, to go to them."""


class RevisionsBox(QWidget):
    """Show the revisions of a sub-topic, and what can be done about its stale cells."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, em(self, 1.2), 0, 0)
        column.setSpacing(em(self, 0.4))
        self._heading = wrapped_label("", "heading")
        self.lines = wrapped_label("", "soft")
        column.addWidget(self._heading)
        column.addWidget(self.lines)
        buttons = FlowLayout()
        buttons.setSpacing(em(self, 0.5))
        self.buttons = [_make_button(*each) for each in zip(actions, BUTTONS, strict=True)]
        for button in self.buttons:
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.hide()

    def show_subtopic(self, reader: Reader, subtopic_id: str, *, can_edit: bool) -> None:
        """Show what was changed about a sub-topic; without an id, or where nothing was, nothing is shown."""
        stands = revision_stands(reader, subtopic_id) if subtopic_id else []
        stale = len(stale_places(reader, subtopic_id)) if stands else 0
        self._heading.setText(
            f"{count_words(stale, 'cell')} to be looked at again" if stale else "Changed while it was being charted"
        )
        self.lines.setText("\n".join(_line(reader, stand) for stand in stands))
        for button in self.buttons:
            button.setVisible(bool(stale))
        self.buttons[0].setEnabled(can_edit)
        self.setVisible(bool(stands))


def _make_button(action: QAction, words: str) -> QPushButton:
    button = QPushButton(words)
    button.setAccessibleName(action.text().rstrip("…"))
    button.setToolTip(action.toolTip())
    button.clicked.connect(lambda _checked=False: action.trigger())
    return button


def _line(reader: Reader, stand: RevisionStand) -> str:
    revision = stand.revision
    who = analyst_name(reader, revision.analyst_id) if revision.analyst_id else ""
    rest = f"{count_words(stand.stale, 'cell')} still to be looked at" if stand.stale else "all looked at"
    return " · ".join(part for part in (revision.written_at[:10], who, revision.reason, rest) if part)
