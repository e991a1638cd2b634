"""The dialog that finds words, shows every place, and asks what shall stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeView,
    QWidget,
)

from framework_qda.text.clean import clean_text
from framework_qda.ui.replacing.hits_model import AFTER, BEFORE, FOUND, WHERE, ElideLeft, HitsModel
from framework_qda.ui.replacing.search import MOST_HITS, Hits, Wanted, find_hits
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.words import count_words, join_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from framework_qda.project.reader import Reader
    from framework_qda.ui.replacing.search import Hit

WORDS = "Words are replaced in the ticked places, all in one step that can be undone. References keep their passages."
PAUSE_MS = 350
SCOPES = (
    ("Cells and notes of all interviews", True, True),
    ("Cells of all interviews", True, False),
    ("Notes of all interviews", False, True),
)


class ReplaceDialog(PlainDialog):
    """Find words and choose where they are replaced; accepted by a button that says in how many places."""

    def __init__(self, reader: Reader, here: tuple[str, str], words: str = "", parent: QWidget | None = None) -> None:
        """Take the interview that is open as (id, code); it may be none."""
        super().__init__("Find and replace", WORDS, "Replace", parent)
        self._reader = reader
        self._here = here[0]
        self._hits = Hits()
        self.field = QLineEdit(words)
        self.words = QLineEdit()
        self.same_case = QCheckBox("Match case")
        self.whole_words = QCheckBox("Whole words")
        self.scope = QComboBox()
        self.scope.addItems([scope[0] for scope in SCOPES])
        if self._here:
            self.scope.addItem(f"Cells and notes of {here[1] or 'this interview'}")
        self.model = HitsModel(self.font(), self)
        self.view = QTreeView()
        self.all_button = QPushButton("Tick all")
        self.none_button = QPushButton("Tick none")
        self.summary = wrapped_label("", "soft")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self._build()
        self._connect()
        self.search()

    def search(self) -> None:
        """Find the words now."""
        self._pause.stop()
        self._hits = find_hits(self._reader, self._wanted())
        self.model.show_hits(self._hits.found)
        self._tell()

    def chosen(self) -> list[Hit]:
        """Return the places that shall be replaced."""
        return self.model.chosen()

    def replacement(self) -> str:
        """Return what shall stand there."""
        return clean_text(self.words.text())[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter search: what changes many cells at once is pressed on purpose."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not isinstance(self.focusWidget(), QPushButton):
            self.search()
        else:
            super().keyPressEvent(event)

    def _wanted(self) -> Wanted:
        place = self.scope.currentIndex()
        interview_id = self._here if place >= len(SCOPES) else ""
        _, in_cells, in_notes = SCOPES[0 if interview_id else place]
        return Wanted(
            self.field.text(),
            whole_words=self.whole_words.isChecked(),
            same_case=self.same_case.isChecked(),
            in_cells=in_cells,
            in_notes=in_notes,
            interview_id=interview_id,
        )

    def _wait(self) -> None:
        self.accept_button.setEnabled(False)
        self._pause.start()

    def _tell(self) -> None:
        chosen = self.chosen()
        self.accept_button.setText(f"Replace in {count_words(len(chosen), 'place')}" if chosen else "Replace")
        self.accept_button.setEnabled(bool(chosen) and not self._pause.isActive())
        for button in (self.all_button, self.none_button):
            button.setEnabled(bool(self._hits.found))
        self.summary.setText(_summary(self._hits, bool(self.field.text().strip())))

    def _connect(self) -> None:
        self.field.textEdited.connect(self._wait)
        self.words.textChanged.connect(lambda: self.model.show_words(self.replacement()))
        for box in (self.same_case, self.whole_words):
            box.toggled.connect(self.search)
        self.scope.currentIndexChanged.connect(self.search)
        self.model.dataChanged.connect(self._tell)
        self.all_button.clicked.connect(lambda: self.model.choose_all(is_chosen=True))
        self.none_button.clicked.connect(lambda: self.model.choose_all(is_chosen=False))

    def _build(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("&Find", self.field)
        form.addRow("&Replace with", self.words)
        form.addRow("&In", self.scope)
        ticks = QHBoxLayout()
        ticks.addWidget(self.same_case)
        ticks.addSpacing(em(self, 1.2))
        ticks.addWidget(self.whole_words)
        ticks.addStretch(1)
        for button in (self.all_button, self.none_button):
            button.setAutoDefault(False)
            ticks.addWidget(button)
        self._build_view()
        self.body.addLayout(form)
        self.body.addLayout(ticks)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.summary)
        room = self.screen().availableSize()
        self.resize(min(em(self, 62), room.width()), min(em(self, 46), room.height()))
        self.field.setFocus()

    def _build_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setAccessibleName("Places")
        view.setItemDelegateForColumn(BEFORE, ElideLeft(view))
        set_role(view, "framed")
        header = view.header()
        header.setStretchLastSection(False)
        for column in (WHERE, FOUND):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (BEFORE, AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)


def _summary(hits: Hits, has_words: bool) -> str:
    if not has_words:
        return ""
    parts = []
    if hits.is_cut:
        parts.append(f"More than {count_words(MOST_HITS, 'place')}: these come first, search again for the rest")
    elif hits.found:
        cells = {hit.cell for hit in hits.found if hit.cell}
        paragraphs = {hit.paragraph_id for hit in hits.found if hit.paragraph_id}
        counted = [
            count_words(len(cells), "cell") if cells else "",
            count_words(len(paragraphs), "paragraph") if paragraphs else "",
        ]
        parts.append(f"{count_words(len(hits.found), 'place')} in {join_words(counted)}")
    else:
        parts.append("These words stand nowhere")
    if hits.undecided:
        parts.append(f"{hits.undecided} left out because two versions wait for a choice")
    return ". ".join(parts) + "."
