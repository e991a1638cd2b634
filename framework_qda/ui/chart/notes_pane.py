"""The left side of the Chart desk: which interview, its documents, their words, and finding in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from framework_qda.ui.chart.interview_chooser import InterviewChooser
from framework_qda.ui.chart.notes_finder import MOST_FOUND, NotesFinder
from framework_qda.ui.chart.notes_view import NotesView
from framework_qda.ui.chart.reading import DocumentNotes, place_passages
from framework_qda.ui.listening.bar import PlayerBar
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.focus_frame import FocusFrame
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.words import count_words, for_menu

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtGui import QAction, QKeyEvent

    from framework_qda.model import Extract

NO_NOTES = "No notes of this interview yet. You can chart it all the same; with notes, passages can be linked."


class FindBar(QFrame):
    """Find words in the notes."""

    def __init__(self, view: NotesView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._finder = NotesFinder(view)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find in the notes")
        self.field.setAccessibleName("Find in the notes")
        self.field.setClearButtonEnabled(True)
        self.count = plain_label("", "small")
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(lambda: self.go(1))
        view.lines_shown.connect(self.find_again)
        row = QHBoxLayout(self)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        for words, step in (("Previous", -1), ("Next", 1)):
            button = QToolButton()
            button.setText(words)
            button.clicked.connect(lambda _checked=False, step=step: self.go(step))
            row.addWidget(button)
        set_role(self, "statusbar")
        self.hide()

    def open(self) -> None:
        """Show the field with what is selected in the notes."""
        self.show()
        selected = self._view.selected_words() if self._view.textCursor().hasSelection() else ""
        if selected and len(selected) < 60:
            self.field.setText(selected)
        self.find_again()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def go(self, step: int) -> None:
        """Go to the next or the previous occurrence."""
        number = self._finder.go(step)
        if number:
            self.count.setText(f"{number} of {self._finder.count}")

    def find_again(self) -> None:
        """Find the same words in notes that have just been shown."""
        if not self.isHidden():
            self._find(self.field.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._finder.find("")
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _find(self, words: str) -> None:
        total = self._finder.find(words)
        found = f"{count_words(total, 'place')}{' or more' if total == MOST_FOUND else ''}" if total else "Not there"
        self.count.setText(found if words else "")


class NotesPane(QWidget):
    """Show the notes of an interview, one document at a time."""

    document_shown = Signal()
    wanted = Signal()
    """Somebody is brought to a place of the notes, which must be seen."""

    def __init__(self, previous: QAction, following: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chooser = InterviewChooser()
        self.view = NotesView()
        self.find_bar = FindBar(self.view)
        self.tabs = QTabBar()
        set_role(self.tabs, "documents")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.currentChanged.connect(self._show_document)
        self.player_bar = PlayerBar("chart")
        self.player_bar.hide()
        self.import_button = QPushButton("Import notes…")
        self.documents: tuple[DocumentNotes, ...] = ()
        self._tops: dict[str, str] = {}
        self._shown_id = self._wanted_id = ""
        self.extracts: list[Extract] = []
        """The extracts that are shaded."""
        self._here: frozenset[str] = frozenset()
        self._uses: dict[str, int] = {}
        self.uncited: frozenset[str] = frozenset()
        """The paragraphs that no cell cites."""
        self._build(previous, following)

    def show_documents(self, documents: Sequence[DocumentNotes]) -> None:
        """Show the notes of an interview; the document that was open stays open if it is among them."""
        shown = self.document_id
        same_document = shown in {each.document_id for each in documents}
        cursor = self.view.textCursor()
        selected = cursor.anchor(), cursor.position()
        scroll = self.view.verticalScrollBar().value()
        self.documents = tuple(documents)
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for notes in self.documents:
            self.tabs.addTab(for_menu(notes.title))
        ids = [each.document_id for each in self.documents]
        wanted, self._wanted_id = shown if same_document else self._wanted_id, ""
        self.tabs.setCurrentIndex(ids.index(wanted) if wanted in ids else 0)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(len(self.documents) > 1)
        self._stack.setCurrentIndex(0 if any(notes.lines for notes in self.documents) else 1)
        self._show_document(self.tabs.currentIndex())
        if same_document:
            self.view.select(*selected)
            self.view.verticalScrollBar().setValue(scroll)

    def come_back_to(self, document_id: str, paragraph_id: str) -> None:
        """Show a document with this paragraph on top when its interview is shown next."""
        self._tops[document_id] = paragraph_id
        self._wanted_id = document_id

    def keep_top(self) -> None:
        """Take note of what stands on top, to come back to it."""
        if self._shown_id:
            self._tops[self._shown_id] = self.view.top.paragraph()

    def show_extracts(self, extracts: Sequence[Extract], here: Collection[str], uses: Mapping[str, int]) -> None:
        """Shade extracts; `here` names those that the current cell rests on, `uses` counts statements of all cells."""
        self.extracts, self._here, self._uses = list(extracts), frozenset(here), dict(uses)
        used = {anchor.paragraph_id for extract in extracts if uses.get(extract.id) for anchor in extract.anchors}
        self.uncited = frozenset(
            line.paragraph_id
            for notes in self.documents
            for line in notes.lines
            if line.paragraph_id not in used and line.text.strip()
        )
        self.view.gutter.show_uncited(self.uncited)
        self.view.show_passages(place_passages(self.extracts, self.view.lines, self._here, self._uses))

    def go_to_extract(self, extract: Extract) -> bool:
        """Show an extract where it stands with certainty; return `False` where it does not."""
        ids = {anchor.paragraph_id for anchor in extract.anchors}
        for place, notes in enumerate(self.documents):
            if ids & {line.paragraph_id for line in notes.lines}:
                self.wanted.emit()
                self.tabs.setCurrentIndex(place)
                return self.view.go_to_extract(extract.id)
        return False

    def go_to_paragraph(self, paragraph_id: str, start: int, end: int) -> bool:
        """Select a stretch of a paragraph; return whether it is here."""
        for place, notes in enumerate(self.documents):
            if paragraph_id in {line.paragraph_id for line in notes.lines}:
                self.wanted.emit()
                self.tabs.setCurrentIndex(place)
                number = self.view.line_number(paragraph_id)
                self.view.go_to_place(number or 0, start, end)
                return True
        return False

    def cited_paragraphs(self) -> tuple[int, int]:
        """Return how many paragraphs of all documents a statement rests on, and how many have words at all."""
        total = sum(bool(line.text.strip()) for notes in self.documents for line in notes.lines)
        return total - len(self.uncited), total

    @property
    def document_id(self) -> str:
        """The document that is open, or an empty text."""
        place = self.tabs.currentIndex()
        return self.documents[place].document_id if 0 <= place < len(self.documents) else ""

    def home(self) -> QWidget:
        """Return what has the keyboard here first: the notes, or where there are none what brings some."""
        return self.view if self._stack.currentIndex() == 0 else self.import_button

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_stack"):
            self._fit()

    def _show_document(self, place: int) -> None:
        lines = self.documents[place].lines if 0 <= place < len(self.documents) else ()
        self.keep_top()
        self.view.show_lines(lines)
        self._shown_id = self.document_id
        self.view.top.put(self._tops.get(self._shown_id, ""))
        self.view.show_passages(place_passages(self.extracts, self.view.lines, self._here, self._uses))
        self.document_shown.emit()

    def _build(self, previous: QAction, following: QAction) -> None:
        self._bar = QFrame()
        set_role(self._bar, "bar")
        row = QHBoxLayout(self._bar)
        self._row = row
        self._buttons: list[QToolButton] = []
        for action in (previous, following):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            row.addWidget(button)
            self._buttons.append(button)
        row.insertWidget(1, self.chooser, 1)
        self._empty = QFrame()
        set_role(self._empty, "surface")
        empty = QVBoxLayout(self._empty)
        self._empty_column = empty
        empty.addWidget(wrapped_label(NO_NOTES, "soft"))
        empty.addWidget(self.import_button, 0, Qt.AlignmentFlag.AlignLeft)
        empty.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._bar, self.tabs, self.player_bar):
            column.addWidget(part)
        self._frame = FocusFrame(self._stack, self.view)
        column.addWidget(self._frame, 1)
        column.addWidget(self.find_bar)
        self._fit()

    def _fit(self) -> None:
        side = em(self, 0.6)
        self._row.setContentsMargins(side, em(self, 0.4), side, em(self, 0.4))
        for button in self._buttons:
            button.setIconSize(QSize(em(self, 1.15), em(self, 1.15)))
        self._frame.fit()
        side = em(self, 1.5)
        self._empty_column.setContentsMargins(side, side, side, side)
        self._empty_column.setSpacing(em(self, 0.8))
        self.setMinimumWidth(em(self, 16))
