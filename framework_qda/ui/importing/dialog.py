"""Import notes: choose or drop files, see where each goes and what it holds, bring them in at once."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from framework_qda.io.notes_in import NOTES_ENDINGS
from framework_qda.matrix.rows import row_order
from framework_qda.model import Assigned, CaseStudy, Changes, Document, Interview
from framework_qda.project import Project
from framework_qda.ui.importing.files_table import NEW, FilesTable, interview_choices
from framework_qda.ui.importing.plan import ImportPlan, ReadFile
from framework_qda.ui.importing.preview import Preview
from framework_qda.ui.importing.reading import FileReader
from framework_qda.ui.importing.telling import import_words, imported_words, remarks, target_words
from framework_qda.ui.long_action import LongAction
from framework_qda.ui.operations import Operations
from framework_qda.ui.style import current_tokens, em, set_icon
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.labels import plain_label, wrapped_label

FILTER = f"Notes ({' '.join(f'*{ending}' for ending in NOTES_ENDINGS)});;All files (*)"
_WORDS = (
    "Word and OpenDocument files, text, and transcripts with times (.vtt, .srt). Times such as [00:12:05] and speakers "
    "such as INT: at the beginning of a line are recognised. A file goes to the interview whose code stands in its "
    "name, such as “I09 notes.docx”, or at its top, else to a new interview; you can change that for each. Nothing is "
    "changed in your files."
)


class ImportNotesDialog(PlainDialog):
    """Assign files of notes to interviews, show what they hold, and import them as one action."""

    def __init__(
        self,
        project: Project,
        operations: Operations,
        parent: QWidget | None = None,
        paths: Sequence[Path] = (),
        reader: FileReader | None = None,
        folder: Path | None = None,
    ) -> None:
        super().__init__("Import notes", accept_words="Import", parent=parent)
        self._operations = operations
        self.folder = folder
        self.imported = ""
        """What has been imported, in words."""
        labels = [each.label for each in project.read.all(CaseStudy)]
        self.plan = ImportPlan(project.read.all(Interview), project.read.all(Document), labels)
        self.reader = reader if reader is not None else FileReader(self)
        self.table = FilesTable(interview_choices(row_order(project.read), self))
        self.preview = Preview(labels)
        self.choose_button = QPushButton("Choose files…")
        self.stop_button = QPushButton("Stop reading")
        self.bar = QProgressBar()
        self._writing: LongAction | None = None
        self._assigned: list[Assigned] = []
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self._tokens = current_tokens()
        self.setAcceptDrops(True)
        self._fit_screen()
        self.add_files(paths)
        self._show_state()
        (self.table if self.plan.files else self.choose_button).setFocus()

    # -- files

    def add_files(self, paths: Sequence[Path]) -> None:
        """Take files into the list and read them beside the window; of a folder, the notes in it."""
        new = self.plan.add([file for path in paths for file in _files_in(Path(path))])
        if not new:
            return
        first = self.table.rowCount()
        self.table.add_rows(self.plan.files[first:])
        self._pages.setCurrentIndex(1)
        for place in range(first, len(self.plan.files)):
            self._show_row(place)
        if self.table.currentRow() < 0:
            self.table.setCurrentCell(0, 0)
        if self.choose_button.hasFocus():
            self.table.setFocus()  # from there Return imports; from the button it would ask for files again
        self.reader.start([(path, None) for path in new])
        self._show_state()

    def choose_files(self) -> None:
        """Ask for files."""
        chosen, _ = QFileDialog.getOpenFileNames(self, "Choose notes", str(self.folder or ""), FILTER)
        if chosen:
            self.folder = Path(chosen[0]).parent
            self.add_files([Path(path) for path in chosen])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files that were dropped."""
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    # -- the end

    def accept(self) -> None:
        """Import what is assigned, as one action; stay open and say why if that cannot be."""
        self.preview.new_interview.finish()
        self._assigned = assigned = self.plan.assigned()
        if not assigned or self.plan.is_reading or self._writing is not None:
            return
        self.tell_problem("")
        self._operations.failed.connect(self.tell_problem)
        self._writing = LongAction(self._operations, lambda project: project.import_notes(assigned), self)
        self._writing.progressed.connect(self._show_progress)
        self._writing.ended.connect(self._end_writing)
        self._writing.start()
        self._show_state()

    def done(self, result: int) -> None:
        """Close without waiting for what is still being read; an import under way is given up as a whole."""
        self.reader.leave()
        if self._writing is not None:
            self._writing.finish()
        super().done(result)

    def _end_writing(self, changes: Changes | None) -> None:
        self._writing = None
        self._operations.failed.disconnect(self.tell_problem)
        self._show_state()
        if changes is not None:
            self.imported = imported_words(self.plan, self._assigned)
            super().accept()

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setMaximum(total)
        self.bar.setValue(done)

    # -- within

    def _take(self, outcome: ReadFile) -> None:
        for place in self.plan.touched_by(self.plan.settle(outcome)):
            self._show_row(place)
        self._show_state()

    def _stop(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
        else:
            self.reader.cancel()

    def _end_reading(self) -> None:
        self.plan.give_up()
        self._show_all()

    def _show_all(self) -> None:
        """Show every row again: what goes where is also a remark on the other files."""
        for place in range(len(self.plan.files)):
            self._show_row(place)
        self._show_state()

    def _show_row(self, place: int) -> None:
        file, said = self.plan.files[place], remarks(self.plan, place)
        self.table.show_file(place, file, said, target_words(self.plan, place))
        if place == self.table.currentRow():
            self.preview.show_file(file, said, self.plan.new_count)

    def _show_preview(self, place: int) -> None:
        self.preview.show_file(self.plan.files[place], remarks(self.plan, place), self.plan.new_count)

    def _show_state(self) -> None:
        self.accept_button.setText(import_words(self.plan))
        is_writing = self._writing is not None
        self.accept_button.setEnabled(self.plan.can_go_on and not self.plan.is_reading and not is_writing)
        self.accept_button.setDefault(True)
        for widget in (self.bar, self.stop_button):
            widget.setVisible(self.plan.is_reading or is_writing)
        self._pages.setEnabled(not is_writing)
        self.choose_button.setEnabled(not is_writing)
        self.stop_button.setText("Stop importing" if is_writing else "Stop reading")
        self.bar.setAccessibleName("How much has been imported" if is_writing else "How many files have been read")
        if is_writing:
            self.bar.setRange(0, 0)
            return
        self.bar.setMaximum(len(self.plan.files))
        self.bar.setValue(sum(not file.is_reading for file in self.plan.files))

    def _assign(self, place: int, target: str | None) -> None:
        if target == NEW:
            self.plan.begin_new(place)
        else:
            self.plan.assign(place, target)
        self.table.setCurrentCell(place, 0)
        self._show_all()

    def _recode(self, code: str) -> None:
        self.plan.recode(self.table.currentRow(), code)
        self._show_all()

    def _place_new(self, case_study: str, is_for_all: bool) -> None:
        places = range(len(self.plan.files)) if is_for_all else [self.table.currentRow()]
        self.plan.place_new(places, case_study)
        self._show_all()

    def _set_kind(self, place: int, kind: str) -> None:
        self.plan.set_kind(place, kind)
        self._show_row(place)

    def _read_again(self, encoding: str) -> None:
        place = self.table.currentRow()
        if place < 0 or self.plan.files[place].encoding == encoding:
            return
        self.plan.start_reading(place)
        self.reader.start([(self.plan.files[place].path, encoding)])
        self._show_row(place)
        self._show_state()

    # -- building

    def _build(self) -> None:
        set_icon(self.choose_button, "ph.folder-open")
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        for button in (self.stop_button, cancel):
            button.setAutoDefault(False)
            button.setDefault(False)
        self.bar.setTextVisible(False)
        top = QHBoxLayout()
        top.addWidget(self.choose_button)
        top.addWidget(plain_label("or drop them here", "soft"))
        top.addStretch(1)
        top.addWidget(self.bar)
        top.addWidget(self.stop_button)
        self.body.addLayout(top)
        self._pages.addWidget(_EmptyPage())
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(self.preview)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setChildrenCollapsible(False)
        self._pages.addWidget(splitter)
        self.body.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.choose_files)
        self.stop_button.clicked.connect(self._stop)
        self.table.file_chosen.connect(self._show_preview)
        self.table.interview_chosen.connect(self._assign)
        self.table.kind_chosen.connect(self._set_kind)
        self.preview.encoding_chosen.connect(self._read_again)
        self.preview.new_interview.code_written.connect(self._recode)
        self.preview.new_interview.case_study_written.connect(self._place_new)
        self.reader.file_read.connect(self._take)
        self.reader.finished.connect(self._end_reading)

    def _fit_screen(self) -> None:
        """Ask for room for eight columns, but no more than the screen has."""
        screen = self.screen().availableGeometry()
        self.resize(min(em(self, 72), round(screen.width() * 0.94)), min(em(self, 50), round(screen.height() * 0.9)))

    def changeEvent(self, event: QEvent) -> None:
        """Show the rows again when the colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_tokens", None) not in (None, current_tokens()):
            self._tokens = current_tokens()  # it comes with every button that is switched off, too
            self._show_all()


class _EmptyPage(QWidget):
    """Say what can be imported, while no file is chosen."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em(self, 4), em(self, 1), em(self, 4), em(self, 1))
        layout.addStretch(1)
        words = wrapped_label(_WORDS, "soft")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(words)
        layout.addStretch(1)


def _files_in(path: Path) -> list[Path]:
    """Return a file itself, or the files of notes right in a folder, by their names; a locked folder, to be told of."""
    try:
        files = sorted(path.iterdir()) if path.is_dir() else None
    except OSError:
        files = None
    if files is None:
        return [path]
    return [file for file in files if file.suffix.lower() in NOTES_ENDINGS and file.name[:1] not in "~."]
