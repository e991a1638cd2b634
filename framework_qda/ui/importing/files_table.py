"""The files of an import as a table: where each goes, what it is, how much it holds."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from framework_qda.io.notes_in import count_words as count_words_of
from framework_qda.matrix.rows import RowOrder
from framework_qda.ui.importing.plan import KINDS, PlannedFile
from framework_qda.ui.style import colour, em, icon, set_role
from framework_qda.ui.widgets.labels import plain_tip, set_plain_tip
from framework_qda.ui.words import count_words

COLUMNS = ("File", "Goes to", "Kind", "Remarks", "Paragraphs", "Words", "Times", "Speakers")
FILE, INTERVIEW, KIND, REMARKS, PARAGRAPHS, WORDS, TIMES, SPEAKERS = range(len(COLUMNS))
NOT_IMPORTED = "Do not import"
NEW_INTERVIEW = "New interview"
NEW = "new"
"""What stands in the choices for an interview that is made; the id of one that is there is longer."""
LEAST_WIDTHS = {FILE: 10.0, INTERVIEW: 12.0, KIND: 8.5, SPEAKERS: 7.0, REMARKS: 10.0}
"""Widths in em below which a column is of no use; a narrow table scrolls sideways instead."""
_COUNTS = (PARAGRAPHS, WORDS, TIMES)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class QuietCombo(QComboBox):
    """A choice in a table: turning the wheel scrolls the table and changes nothing."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.words = ""
        """What is shown instead of the chosen line, which says less."""

    def show_place(self, place: int, words: str = "") -> None:
        """Show a line as the chosen one, or other words instead of it."""
        self.setCurrentIndex(place)
        if words != self.words:
            self.words = words
            self.update()
        set_plain_tip(self, words or self.currentText(), words or self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words that say more than the chosen line."""
        if not self.words:
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.words
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the table."""
        event.ignore()


def interview_choices(order: RowOrder, parent: QWidget) -> QStandardItemModel:
    """Return the interviews in row order as choices that all rows share, before them none and a new one."""
    model = QStandardItemModel(parent)
    for words, target in ((NOT_IMPORTED, None), (NEW_INTERVIEW, NEW)):
        item = QStandardItem(words)
        item.setData(target, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    for band in order.bands:
        for row in order.rows[band.first : band.first + band.count]:
            label = band.label if band.case_study_id is not None else ""
            words = " · ".join(filter(None, (row.code or "No code", label, ", ".join(row.roles))))
            item = QStandardItem(words)
            item.setData(row.interview_id, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
    return model


class FilesTable(QTableWidget):
    """One row a file."""

    file_chosen = Signal(int)
    interview_chosen = Signal(int, object)
    kind_chosen = Signal(int, str)

    def __init__(self, choices: QStandardItemModel, parent: QWidget | None = None) -> None:
        super().__init__(0, len(COLUMNS), parent)
        self._choices = choices
        self._shown: dict[int, tuple[PlannedFile, str]] = {}
        self._places = {
            choices.item(place).data(Qt.ItemDataRole.UserRole): place for place in range(choices.rowCount())
        }
        set_role(self, "framed")
        self.setAccessibleName("Files to import")
        self.setHorizontalHeaderLabels(COLUMNS)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(em(self, 2.3))
        self.setMinimumHeight(em(self, 7.5))
        self.setIconSize(QSize(em(self, 1.1), em(self, 1.1)))
        self._set_widths()
        self.currentCellChanged.connect(self._tell_row)
        self.verticalScrollBar().valueChanged.connect(self._add_choices_in_sight)

    def add_rows(self, files: Sequence[PlannedFile]) -> None:
        """Add rows for files; those in sight have choices, the others when they come into sight."""
        first = self.rowCount()
        self.setRowCount(first + len(files))
        for row, file in enumerate(files, start=first):
            self._shown[row] = (file, "")
            for column in range(len(COLUMNS)):
                self.setItem(row, column, QTableWidgetItem())
        self._add_choices_in_sight()

    def show_file(self, row: int, file: PlannedFile, remarks: Sequence[str], target_words: str = "") -> None:
        """Show what is known of a file; `target_words` say what the choice of an interview does not."""
        self._write(row, FILE, file.path.name, str(file.path))
        counts = _counts(file)
        for column in (*_COUNTS, SPEAKERS):
            self._write(row, column, counts.get(column, ""), counts.get(column, ""))
        self._shown[row] = (file, target_words)
        self._show_choices(row)
        self._show_remarks(row, file, remarks)

    def _show_choices(self, row: int) -> None:
        file, words = self._shown[row]
        interview, kind = self.cellWidget(row, INTERVIEW), self.cellWidget(row, KIND)
        if not isinstance(interview, QuietCombo) or not isinstance(kind, QuietCombo):
            return
        interview.show_place(self._places.get(NEW if file.new else file.interview_id, 0), words)
        kind.show_place(list(KINDS).index(file.kind))
        can_choose = file.notes is not None and not file.is_reading
        interview.setEnabled(can_choose)
        kind.setEnabled(can_choose)

    def _show_remarks(self, row: int, file: PlannedFile, remarks: Sequence[str]) -> None:
        words = count_words(len(remarks), "remark") if remarks else ""
        if file.is_reading:
            words = "Reading…"
        elif file.problem:
            words = "Cannot be read"
        self._write(row, REMARKS, words, "\n".join(remarks))
        item = self._item(row, REMARKS)
        item.setForeground(colour("error" if file.problem else "text_soft"))
        item.setIcon(icon("ph.warning", "error" if file.problem else "star") if remarks else icon("ph.check"))

    def _write(self, row: int, column: int, text: str, tip: str) -> None:
        item = self._item(row, column)
        item.setText(text)
        item.setToolTip(plain_tip(tip))
        if column in _COUNTS:
            item.setTextAlignment(_RIGHT)

    def _add_choices_in_sight(self) -> None:
        """Make choices for rows that are seen: two boxes for each of hundreds would keep everybody waiting."""
        last = self.rowAt(self.viewport().height() - 1)
        for row in range(max(self.rowAt(0), 0), (last if last >= 0 else self.rowCount() - 1) + 1):
            if self.cellWidget(row, INTERVIEW) is None:
                self._add_choices(row, self._shown[row][0].path.name)
                self._show_choices(row)

    def _add_choices(self, row: int, name: str) -> None:
        interview = QuietCombo(f"Interview of {name}", self)
        interview.setModel(self._choices)
        interview.setMinimumContentsLength(12)
        interview.view().setMinimumWidth(em(self, 24))
        interview.setMaxVisibleItems(20)
        interview.activated.connect(lambda place: self.interview_chosen.emit(row, interview.itemData(place)))
        kind = QuietCombo(f"Kind of {name}", self)
        for key, words in KINDS.items():
            kind.addItem(words, key)
        kind.activated.connect(lambda place: self.kind_chosen.emit(row, kind.itemData(place)))
        for column, combo in ((INTERVIEW, interview), (KIND, kind)):
            self.setCellWidget(row, column, combo)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        assert item is not None
        return item

    def _tell_row(self, row: int) -> None:
        if row >= 0:
            self.file_chosen.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what room there is to names and interviews."""
        super().resizeEvent(event)
        self._share_room()
        self._add_choices_in_sight()

    def _set_widths(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in _COUNTS:
            item = self.horizontalHeaderItem(column)
            if item is not None:
                item.setTextAlignment(_RIGHT)
        metrics = header.fontMetrics()
        for column, words in enumerate(COLUMNS):
            width = metrics.horizontalAdvance(words) + em(self, 1.6)
            self.setColumnWidth(column, max(width, em(self, LEAST_WIDTHS.get(column, 0))))

    def _share_room(self) -> None:
        """Widen the columns of names and interviews to what the others leave; never below what they need."""
        fixed = sum(self.columnWidth(column) for column in range(len(COLUMNS)) if column not in (FILE, INTERVIEW))
        room = max(0, self.viewport().width() - fixed)
        for column, share in ((FILE, 0.42), (INTERVIEW, 0.58)):
            self.setColumnWidth(column, max(int(room * share), em(self, LEAST_WIDTHS[column])))


def _counts(file: PlannedFile) -> dict[int, str]:
    """Return what a file holds, by column."""
    if file.notes is None:
        return {}
    paragraphs = file.notes.paragraphs
    speakers = dict.fromkeys(each.speaker for each in paragraphs if each.speaker)
    return {
        PARAGRAPHS: f"{len(paragraphs):,}",
        WORDS: f"{count_words_of(paragraphs):,}",
        TIMES: f"{sum(each.start_ms is not None for each in paragraphs):,}",
        SPEAKERS: ", ".join(speakers) or "none",
    }
