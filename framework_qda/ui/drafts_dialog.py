"""Text that was being typed when an earlier session died: what it was, and whether to keep it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from difflib import SequenceMatcher

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QTextEdit, QWidget

from framework_qda.matrix.synthesis import read_synthesis
from framework_qda.model import Interview, Statement, Subtopic
from framework_qda.project import Project
from framework_qda.project.drafts import Draft
from framework_qda.ui.cell_place import place_of
from framework_qda.ui.style import current_tokens, em, set_role
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.labels import plain_label

Stretch = tuple[str, str]
"""(`same`, `gone` or `new`; words)"""


def compare_words(before: Sequence[Statement], after: Sequence[Statement]) -> list[Stretch]:
    """Return what is the same, gone and new between two contents of a cell, word by word."""
    old, new = _words(before), _words(after)
    stretches: list[Stretch] = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            stretches.append(("same", " ".join(old[first:last])))
            continue
        if last > first:
            stretches.append(("gone", " ".join(old[first:last])))
        if end > start:
            stretches.append(("new", " ".join(new[start:end])))
    return stretches


def _words(statements: Iterable[Statement]) -> list[str]:
    lines = (statement.text.split() for statement in statements)
    return [word for line in lines for word in (*line, "\n")][:-1]


class DraftDialog(PlainDialog):
    """Show one left-over draft against what is in the cell. Accepted: keep it; rejected: discard it."""

    def __init__(self, project: Project, draft: Draft, parent: QWidget | None = None) -> None:
        kept = datetime.fromisoformat(draft.kept_at).astimezone()
        super().__init__(
            f"Unsaved text of {kept:%H:%M} found",
            f"The program ended on {kept:%d %B} before this was saved. Words that are new are underlined, words "
            "that are still held and that the draft does not have are struck through.",
            "Keep this text",
            parent,
        )
        self.is_decided = False
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText("Decide later")
        discard = QPushButton("Discard it")
        self.buttons.addButton(discard, QDialogButtonBox.ButtonRole.DestructiveRole)
        discard.clicked.connect(self.discard)
        for button in self.buttons.findChildren(QPushButton):
            button.setAutoDefault(button is self.accept_button)
        self.accept_button.setDefault(True)
        self.body.addWidget(plain_label(_place_words(project, draft), "heading"))
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("The difference")
        set_role(self.text, "framed")
        before = place_of(draft).stored(project.read)
        _write_stretches(self.text, compare_words(before, draft.statements))
        self.text.setMinimumHeight(em(self, 14))
        self.body.addWidget(self.text)
        self.setMinimumWidth(em(self, 46))

    def discard(self) -> None:
        """Close without keeping the text."""
        self.is_decided = True
        self.reject()

    def accept(self) -> None:
        """Close and keep the text."""
        self.is_decided = True
        super().accept()


def _place_words(project: Project, draft: Draft) -> str:
    if draft.is_synthesis:
        return read_synthesis(project.read, draft.interview_id, draft.subtopic_id).heading
    interview = project.read.get(Interview, draft.interview_id)
    subtopic = project.read.get(Subtopic, draft.subtopic_id)
    return f"{interview.code if interview else '?'} · {subtopic.label if subtopic else '?'}"


def _write_stretches(edit: QTextEdit, stretches: Sequence[Stretch]) -> None:
    tokens = current_tokens()
    formats = {"same": QTextCharFormat(), "gone": QTextCharFormat(), "new": QTextCharFormat()}
    formats["gone"].setFontStrikeOut(True)
    formats["gone"].setForeground(QColor(tokens.error))
    formats["new"].setFontUnderline(True)
    formats["new"].setForeground(QColor(tokens.accent_text))
    cursor = QTextCursor(edit.document())
    for kind, words in stretches:
        cursor.insertText(words.replace(" \n ", "\n").replace("\n ", "\n"), formats[kind])
        cursor.insertText(" ", formats["same"])
    edit.moveCursor(QTextCursor.MoveOperation.Start)
