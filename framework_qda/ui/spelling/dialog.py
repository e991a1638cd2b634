"""The list of words that are in no dictionary, and of those of the study's own: a small window beside the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from framework_qda.matrix.spelling import WordPlace, texts_to_check
from framework_qda.ui.spelling.search import WordSearch
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from framework_qda.project import Project
    from framework_qda.text.spelling import Word
    from framework_qda.ui.spelling.service import Spelling

CELL, INTERVIEW, STUDY, DICTIONARY = range(4)
SCOPES = ("Unknown words of this cell", "Unknown words of this interview", "Unknown words of the whole study")
STUDYS_DICTIONARY = "The study’s own dictionary"
MOST_PLACES = 500
WORD, TIMES, WHERE = range(3)
_EMPTY = {
    DICTIONARY: "No words yet. Names and terms that are added here are known to the whole team.",
    CELL: "Every word of this cell is in the dictionary.",
    INTERVIEW: "Every word of this interview is in the dictionary.",
    STUDY: "Every word of the study is in the dictionary.",
}


class SpellingDialog(PlainDialog):
    """List unknown words with how often they stand somewhere; add them, let them be, go to each."""

    place_wanted = Signal(object)
    """The `WordPlace` to go to."""

    def __init__(
        self, project: Project, spelling: Spelling, here: tuple[str, str] | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("Spelling", parent=parent)
        self._project = project
        self._spelling = spelling
        self._here = here
        self._search: WordSearch | None = None
        self._places: dict[str, list[WordPlace]] = {}
        self._counts: dict[str, int] = {}
        self._gone_to: dict[str, int] = {}
        self._is_stale = False
        self.scope = QComboBox()
        self.list = QTreeWidget()
        self.add_button = QPushButton("Add to the study’s dictionary")
        self.ignore_button = QPushButton("Ignore until closing")
        self.go_button = QPushButton("Go to the word")
        self.remove_button = QPushButton("Remove from the dictionary")
        self.summary = wrapped_label("", "soft")
        self._build()
        self.scope.currentIndexChanged.connect(self.search)
        self.list.itemSelectionChanged.connect(self._tell_what_can_be_done)
        self.list.itemActivated.connect(lambda _item, _column: self._go())
        self.add_button.clicked.connect(lambda _checked=False: self._add())
        self.ignore_button.clicked.connect(lambda _checked=False: self._ignore())
        self.go_button.clicked.connect(lambda _checked=False: self._go())
        self.remove_button.clicked.connect(lambda _checked=False: self._remove())
        spelling.dictionary.state_changed.connect(self.search)
        self.search()

    def search(self) -> None:
        """Look through the texts anew."""
        self._stop()
        self._is_stale = False
        self._places, self._counts = {}, {}
        kind = self._kind()
        if kind == DICTIONARY:
            self._show(self._spelling.study_words())
            return
        interview_id, subtopic_id = self._here if self._here is not None and kind != STUDY else ("", "")
        texts = texts_to_check(self._project.read, interview_id, subtopic_id if kind == CELL else "")
        self.summary.setText("Looking…")
        self._search = WordSearch(self._spelling, texts, self)
        self._search.found.connect(self._note)
        self._search.ended.connect(self._end)
        self._search.start()

    def note_changes(self) -> None:
        """Remember that the study has changed; the list is made anew when somebody comes back to it."""
        self._is_stale = True
        if self.isActiveWindow():
            self.search()

    def words(self) -> list[str]:
        """Return the words that are listed."""
        items = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [item.text(WORD) for item in items if item is not None]

    def chosen(self) -> list[str]:
        """Return the words that are selected."""
        return [item.text(WORD) for item in self.list.selectedItems()]

    def changeEvent(self, event: QEvent) -> None:
        """Make the list anew where it may be stale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._is_stale:
            self.search()

    def done(self, result: int) -> None:
        """Stop looking, then close."""
        self._spelling.dictionary.state_changed.disconnect(self.search)
        self._stop()
        super().done(result)

    # -- finding

    def _kind(self) -> int:
        return int(self.scope.currentData())

    def _note(self, place: WordPlace, word: Word) -> None:
        base = self._spelling.base_of(word.text)
        self._counts[base] = self._counts.get(base, 0) + 1
        places = self._places.setdefault(base, [])
        if len(places) < MOST_PLACES:
            places.append(place.of_word(word.start, word.end))

    def _end(self) -> None:
        self._stop()
        self._show(sorted(self._counts, key=lambda word: (-self._counts[word], word.casefold())))

    def _stop(self) -> None:
        search, self._search = self._search, None
        if search is not None:
            search.stop()

    def _show(self, words: list[str]) -> None:
        kept = set(self.chosen())
        row = self.list.currentIndex().row()
        self.list.clear()
        self.list.setColumnHidden(TIMES, self._kind() == DICTIONARY)
        self.list.setColumnHidden(WHERE, self._kind() == DICTIONARY)
        items = [self._item(word) for word in words]
        self.list.addTopLevelItems(items)
        for item in items:
            item.setSelected(item.text(WORD) in kept)
        if items and not self.list.selectedItems():
            self.list.setCurrentItem(items[min(max(row, 0), len(items) - 1)])
        self._tell(words)
        self._tell_what_can_be_done()

    def _item(self, word: str) -> QTreeWidgetItem:
        places = self._places.get(word, [])
        wheres = ", ".join(list(dict.fromkeys(place.where for place in places))[:8])
        item = QTreeWidgetItem([word, str(self._counts.get(word, "")), wheres])
        item.setTextAlignment(TIMES, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _tell(self, words: list[str]) -> None:
        how = self._spelling.dictionary.words()
        if self._kind() == DICTIONARY:
            told = count_words(len(words), "word") + "." if words else _EMPTY[DICTIONARY]
        elif not self._spelling.dictionary.is_ready:
            told = how
        elif words:
            total = sum(self._counts.values())
            told = f"{count_words(len(words), 'word')} in {count_words(total, 'place')}. {how}"
        else:
            told = _EMPTY[self._kind()]
        self.summary.setText(told)

    # -- doing

    def _tell_what_can_be_done(self) -> None:
        is_own = self._kind() == DICTIONARY
        is_any = bool(self.list.selectedItems())
        for button in (self.add_button, self.ignore_button, self.go_button):
            button.setVisible(not is_own)
        self.remove_button.setVisible(is_own)
        self.add_button.setEnabled(is_any and self._spelling.can_add)
        self.remove_button.setEnabled(is_any and self._spelling.can_add)
        self.ignore_button.setEnabled(is_any)
        self.go_button.setEnabled(is_any)

    def _add(self) -> None:
        self._spelling.add(*self.chosen())
        self.search()

    def _ignore(self) -> None:
        for word in self.chosen():
            self._spelling.ignore(word)
        self.search()

    def _remove(self) -> None:
        self._spelling.remove(*self.chosen())
        self.search()

    def _go(self) -> None:
        """Go to the first place of the word, the next time to the next one."""
        words = self.chosen()
        places = self._places.get(words[0], []) if words else []
        if places:
            number = self._gone_to.get(words[0], 0) % len(places)
            self._gone_to[words[0]] = number + 1
            self.place_wanted.emit(places[number])

    # -- look

    def _build(self) -> None:
        first = CELL if self._here is not None else STUDY
        for kind in range(first, len(SCOPES)):
            self.scope.addItem(SCOPES[kind], kind)
        self.scope.addItem(STUDYS_DICTIONARY, DICTIONARY)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("&Show", self.scope)
        view = self.list
        view.setHeaderLabels(["Word", "Times", "Where"])
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setAccessibleName("Words")
        set_role(view, "framed")
        view.header().setSectionResizeMode(WORD, QHeaderView.ResizeMode.ResizeToContents)
        view.header().setSectionResizeMode(TIMES, QHeaderView.ResizeMode.ResizeToContents)
        row = FlowLayout()
        row.setSpacing(em(self, 0.5))
        for button in (self.add_button, self.ignore_button, self.go_button, self.remove_button):
            row.addWidget(button)
        self.body.addLayout(form)
        self.body.addWidget(view, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.summary)
        room = self.screen().availableSize()
        self.resize(min(em(self, 40), room.width()), min(em(self, 34), room.height()))
        view.setFocus()
