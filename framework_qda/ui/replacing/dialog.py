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
    QProgressBar,
    QPushButton,
    QTreeView,
    QWidget,
)

from framework_qda.matrix.replacing import MOST_HITS, Hits, Wanted, plan_replacement
from framework_qda.text.clean import clean_text
from framework_qda.ui.long_action import LongAction
from framework_qda.ui.replacing.hits_model import AFTER, BEFORE, FOUND, WHERE, ElideLeft, HitsModel
from framework_qda.ui.replacing.search import HitSearch
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.words import count_words, join_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from framework_qda.matrix.replacing import Hit
    from framework_qda.model import Changes
    from framework_qda.ui.operations import Operations

WORDS = "Words are replaced in the ticked places, all in one step that can be undone. References keep their passages."
PAUSE_MS = 350
PATIENCE_MS = 300
"""What takes longer than this shows how far it is."""
SCOPES = (
    ("Cells and notes of all interviews", True, True),
    ("Cells of all interviews", True, False),
    ("Notes of all interviews", False, True),
)


class ReplaceDialog(PlainDialog):
    """Find words beside the window and replace them where they are ticked, as one action that can be cancelled."""

    def __init__(
        self, operations: Operations, here: tuple[str, str], words: str = "", parent: QWidget | None = None
    ) -> None:
        """Take the interview that is open as (id, code); it may be none."""
        super().__init__("Find and replace", WORDS, "Replace", parent)
        self._operations = operations
        self._searching = HitSearch(operations.project.path, self)
        self._writing: LongAction | None = None
        self._here = here[0]
        self._hits = Hits()
        self._is_going_on = False
        self.replaced = self._count_written = 0
        """In how many places words were replaced."""
        self.field = QLineEdit(words)
        self.words = QLineEdit()
        self.same_case = QCheckBox("Match case")
        self.whole_words = QCheckBox("Whole words")
        self.near_words = QCheckBox("Near words")
        self.near_words.setToolTip(
            "Find whole words too that differ by a letter or two. They may be right: tick those that are not."
        )
        self.scope = QComboBox()
        self.scope.addItems([scope[0] for scope in SCOPES])
        if self._here:
            self.scope.addItem(f"Cells and notes of {here[1] or 'this interview'}")
        self.model = HitsModel(self.font(), self)
        self.view = QTreeView()
        self.all_button = QPushButton("Tick all")
        self.none_button = QPushButton("Tick none")
        self.summary = wrapped_label("", "soft")
        self.bar = QProgressBar()
        self.bar_delay = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self._build()
        self._connect()
        self.search()

    @property
    def is_searching(self) -> bool:
        """Whether places may still be found."""
        return self._pause.isActive() or self._searching.is_running

    def search(self) -> None:
        """Find the words now; what was found before stands until then, and cannot be replaced any more."""
        self._pause.stop()
        self.tell_problem("")
        self._searching.ask(self._wanted())
        self.bar_delay.start()
        self._tell_what_can_be()

    def accept(self) -> None:
        """Replace the words in the ticked places, as one action; stay open and say why if that cannot be."""
        hits, words, wanted = self.chosen(), self.replacement(), self._wanted()
        if not hits or self.is_searching or self._writing is not None:
            return
        self.tell_problem("")
        self._count_written = len(hits)
        self._operations.failed.connect(self.tell_problem)
        self._writing = LongAction(
            self._operations, lambda project: project.revise(*plan_replacement(project.read, hits, words, wanted)), self
        )
        self._writing.progressed.connect(self._show_progress)
        self._writing.ended.connect(self._end_writing)
        self._writing.start()
        self.bar_delay.start()
        self._tell_what_can_be()

    def done(self, result: int) -> None:
        """Close; a search is left, words that are being replaced are given up as a whole."""
        self._searching.cancel()
        if self._writing is not None:
            self._writing.finish()
        super().done(result)

    def chosen(self) -> list[Hit]:
        """Return the places that shall be replaced."""
        return self.model.chosen()

    def replacement(self) -> str:
        """Return what shall stand there."""
        return clean_text(self.words.text())[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on, to the button at last: what changes many cells at once is pressed on purpose."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not isinstance(self.focusWidget(), QPushButton):
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """Go from the words to those in their place, and on to the button that replaces, once all places are found."""
        if self.focusWidget() is self.field:
            if self._searching.is_running or self._pause.isActive() or not self._hits.found:
                self.search()
            self.words.setFocus(Qt.FocusReason.TabFocusReason)
            self.words.selectAll()
            return
        self._is_going_on = True
        if self._pause.isActive():
            self.search()
        self._tell_what_can_be()

    def _wanted(self) -> Wanted:
        place = self.scope.currentIndex()
        interview_id = self._here if place >= len(SCOPES) else ""
        _, in_cells, in_notes = SCOPES[0 if interview_id else place]
        return Wanted(
            self.field.text(),
            whole_words=self.whole_words.isChecked(),
            near_words=self.near_words.isChecked(),
            same_case=self.same_case.isChecked(),
            in_cells=in_cells,
            in_notes=in_notes,
            interview_id=interview_id,
        )

    def _wait(self) -> None:
        self._pause.start()
        self._tell_what_can_be()

    def _show_hits(self, hits: Hits) -> None:
        self._hits = hits
        self.model.show_hits(hits.found, self._wanted())
        self._hide_bar()
        self._tell_found()

    def _show_words(self) -> None:
        self.model.show_words(self.replacement())
        if not self.is_searching:
            self._tell_found()

    def _tell_found(self) -> None:
        words = _summary(self._hits, bool(self.field.text().strip()))
        if self.model.right_already:
            words += f" {count_words(self.model.right_already, 'place reads', 'places read')} so already."
        if self.model.others:
            words += f" {count_words(self.model.others, 'near word')}: tick what is to be replaced."
        self.summary.setText(words)
        self._tell_what_can_be()

    def _fail(self, words: str) -> None:
        self._show_hits(Hits())
        self.summary.setText("")
        self.tell_problem(words)

    def _end_writing(self, changes: Changes | None) -> None:
        self._writing = None
        self._operations.failed.disconnect(self.tell_problem)
        self._hide_bar()
        self._tell_what_can_be()
        if changes is not None:
            self.replaced = self._count_written
            super().accept()

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setMaximum(total)
        self.bar.setValue(done)

    def _show_bar(self) -> None:
        is_writing = self._writing is not None
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName("How much has been replaced" if is_writing else "How much has been searched")
        self.summary.setText("Replacing …" if is_writing else "Searching …")
        self.bar.show()

    def _hide_bar(self) -> None:
        self.bar_delay.stop()
        self.bar.hide()

    def _tell_what_can_be(self) -> None:
        chosen, is_writing = self.chosen(), self._writing is not None
        self.accept_button.setText(f"Replace in {count_words(len(chosen), 'place')}" if chosen else "Replace")
        self.accept_button.setEnabled(bool(chosen) and not self.is_searching and not is_writing)
        if self._is_going_on and not self.is_searching:
            self._is_going_on = False
            if self.accept_button.isEnabled():
                self.accept_button.setFocus(Qt.FocusReason.TabFocusReason)
        for button in (self.all_button, self.none_button):
            button.setEnabled(bool(self._hits.found) and not is_writing)
        for widget in (self.field, self.words, self.scope, self.view, self.same_case, self.near_words):
            widget.setEnabled(not is_writing)
        self.whole_words.setEnabled(not is_writing and not self.near_words.isChecked())

    def _connect(self) -> None:
        self.field.textEdited.connect(self._wait)
        self.words.textChanged.connect(self._show_words)
        for box in (self.same_case, self.whole_words, self.near_words):
            box.toggled.connect(self.search)
        self.scope.currentIndexChanged.connect(self.search)
        self.model.dataChanged.connect(self._tell_what_can_be)
        self._searching.found.connect(self._show_hits)
        self._searching.failed.connect(self._fail)
        self._searching.progressed.connect(self._show_progress)
        self.bar_delay.timeout.connect(self._show_bar)
        self.all_button.clicked.connect(lambda: self.model.choose_all(is_chosen=True))
        self.none_button.clicked.connect(lambda: self.model.choose_all(is_chosen=False))

    def _build(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("&Find", self.field)
        form.addRow("&Replace with", self.words)
        form.addRow("&In", self.scope)
        ticks, buttons = FlowLayout(), QHBoxLayout()
        ticks.setSpacing(em(self, 1.2))
        for box in (self.same_case, self.whole_words, self.near_words):
            ticks.addWidget(box)
        for button in (self.all_button, self.none_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        row = QHBoxLayout()
        row.addLayout(ticks, 1)
        row.addLayout(buttons)
        self._build_view()
        self.body.addLayout(form)
        self.body.addLayout(row)
        self.body.addWidget(self.view, 1)
        told = QHBoxLayout()
        told.addWidget(self.summary, 1)
        told.addWidget(self.bar)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.body.addLayout(told)
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
