"""What a comment is to be about: the cell, one of its statements, or another record beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.matrix.remarks import Subject


class SubjectChooser(QComboBox):
    """Choose one of the subjects that are shown; the first is the usual one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subjects: tuple[Subject, ...] = ()
        self.setAccessibleName("What the comment is about")
        self.setAccessibleDescription("What the comment is about")  # the name may be what is chosen in it
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """All that can be chosen."""
        return self._subjects

    @property
    def chosen(self) -> Subject | None:
        """What is chosen; `None` where there is nothing."""
        place = self.currentIndex()
        return self._subjects[place] if 0 <= place < len(self._subjects) else None

    @property
    def type_name(self) -> str:
        """The type of the usual subject."""
        return self._subjects[0].type_name if self._subjects else ""

    def show_subjects(self, subjects: Sequence[Subject]) -> None:
        """Let other subjects be chosen."""
        self._subjects = tuple(subjects)
        self.clear()
        self.addItems([f"On {subject.name}" for subject in subjects])

    def choose(self, statement_id: str = "", record_id: str = "") -> None:
        """Choose a statement, or another record if one is given; the first where there is no such subject."""
        places = [
            place
            for place, subject in enumerate(self._subjects)
            if subject.statement_id == statement_id and record_id in ("", subject.record_id)
        ]
        self.setCurrentIndex(next(iter(places), 0 if self._subjects else -1))
