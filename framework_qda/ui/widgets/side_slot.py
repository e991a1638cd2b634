"""The place beside a table in which either the evidence or the comments stand: one column, never two narrow ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from framework_qda.ui.style import em, icon
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from framework_qda.ui.settings import Settings
    from framework_qda.ui.widgets.comments_panel import CommentsPanel
    from framework_qda.ui.widgets.evidence_panel import EvidencePanel

EVIDENCE, NO_EVIDENCE, COMMENTS = "evidence", "no-evidence", "comments"
"""What is remembered of a desk; that nobody has said anything of the evidence is no word."""


class SideSlot(QWidget):
    """Hold both panels, each with a button in its head that leads to the other."""

    def __init__(self, evidence: EvidencePanel, comments: CommentsPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.evidence, self.comments = evidence, comments
        self.is_evidence_wanted: bool | None = None
        """What somebody has said; `None`: nothing."""
        self.is_comments_wanted = False
        self._remember = (None, "", "")  # type: tuple[Settings | None, str, str]
        self.to_comments = self._make_button()
        self.to_evidence = self._make_button()
        evidence.put_in_head(self.to_comments)
        comments.put_in_head(self.to_evidence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(evidence)
        column.addWidget(comments)
        comments.hide()
        self._fit()

    @staticmethod
    def _make_button() -> QToolButton:
        button = QToolButton()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def connect_actions(self, to_evidence: QAction, to_comments: QAction) -> None:
        """Let the buttons in the heads do what two commands do."""
        for button, action in ((self.to_evidence, to_evidence), (self.to_comments, to_comments)):
            button.clicked.connect(lambda _checked=False, action=action: action.trigger())
            button.setToolTip(action.toolTip())
            action.changed.connect(lambda button=button, action=action: button.setToolTip(action.toolTip()))
        self.to_evidence.setAccessibleName("Evidence")
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Say beside the evidence how many comments are open on the cell."""
        self.to_comments.setText(str(count) if count else "")
        spoken = count_words(count, "open comment") if count else "none open"
        self.to_comments.setAccessibleName(f"Comments: {spoken}")

    # -- which of them is shown

    def toggle_evidence(self) -> None:
        """Show or hide the evidence; the comments make room for it."""
        self.is_evidence_wanted = self.evidence.isHidden()
        self.is_comments_wanted = False
        self._keep()

    def want_comments(self, *, is_wanted: bool) -> None:
        """Show the comments in place of the evidence, or the evidence again if that was there."""
        self.is_comments_wanted = is_wanted
        self._keep()

    def show_panels(self, *, has_room: bool, has_cells: bool = True) -> None:
        """Show what is wanted; the evidence also where nobody has said and there is room."""
        is_evidence = has_room if self.is_evidence_wanted is None else self.is_evidence_wanted
        self.comments.setVisible(self.is_comments_wanted and has_cells)
        self.evidence.setVisible(is_evidence and has_cells and not self.is_comments_wanted)
        self.setVisible(not self.comments.isHidden() or not self.evidence.isHidden())

    # -- what this machine remembers

    def begin(self, settings: Settings | None, project_id: str, desk: str) -> None:
        """Show what was shown beside this desk when the project was last open."""
        name = f"{desk}_side"
        self._remember = (settings, project_id, name)
        words = settings.remembered(project_id, name).split() if settings is not None else []
        self.is_comments_wanted = COMMENTS in words
        self.is_evidence_wanted = True if EVIDENCE in words else False if NO_EVIDENCE in words else None

    def _keep(self) -> None:
        settings, project_id, name = self._remember
        if settings is not None:
            evidence = {True: EVIDENCE, False: NO_EVIDENCE, None: ""}[self.is_evidence_wanted]
            comments = COMMENTS if self.is_comments_wanted else ""
            settings.remember(project_id, name, f"{evidence} {comments}".strip())

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the colours of the program."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "to_evidence"):
            self._fit()

    def _fit(self) -> None:
        for button, picture in ((self.to_comments, "ph.chat-circle-text"), (self.to_evidence, "ph.quotes")):
            button.setIcon(icon(picture))
            button.setIconSize(QSize(em(self, 1.1), em(self, 1.1)))
