"""The notes of an interview: numbers and times in the margin, extracts shaded, passages to be selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QToolTip, QWidget

from framework_qda.text.offsets import Utf16Map
from framework_qda.ui.chart.notes_margins import NotesMargins
from framework_qda.ui.chart.notes_marks import NotesMarks
from framework_qda.ui.chart.notes_text import (
    NotesLine,
    Passage,
    anchors_of,
    document_place,
    prefix_length,
    selected_stretches,
    write_lines,
)
from framework_qda.ui.chart.notes_top import NotesTop
from framework_qda.ui.chart.notes_uses import tell_passages
from framework_qda.ui.chart.passage_paint import paint_passage
from framework_qda.ui.chart.typing_on import is_typed
from framework_qda.ui.menu_letters import give_letters
from framework_qda.ui.style import em

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framework_qda.model import Anchor

_GAP_EMS = 0.78


class NotesView(QTextEdit):
    """Show the paragraphs of one document. Nothing in it can be changed; words can be selected and copied."""

    passage_pressed = Signal(str)
    """The extract that was clicked on."""
    left = Signal()
    """Escape was pressed: somebody wants to go back to the cell."""
    typed = Signal(str)
    """A character that was typed: the notes cannot take it."""
    lines_shown = Signal()
    """Lines were written, perhaps the same as before: what was marked in them is marked no more."""
    menu_opening = Signal(QMenu, int)
    """A context menu, empty as yet, and the position in the document that it is for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[NotesLine, ...] = ()
        self._numbers: dict[str, int] = {}
        self.passages: dict[int, list[Passage]] = {}
        """What is shaded, by the numbers of lines."""
        self.current_extract = ""
        """The extract that is shown strongest, or an empty text."""
        self.top = NotesTop(self)
        self.marks = NotesMarks(self)
        self.margins = NotesMargins(self)
        self.gutter = self.margins.gutter
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Notes")
        self.selectionChanged.connect(self._follow_selection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    # -- what is shown

    def show_lines(self, lines: Sequence[NotesLine]) -> None:
        """Show the paragraphs of another document, or of this one after a change, from its first."""
        self.lines = tuple(lines)
        self._numbers = {line.paragraph_id: number for number, line in enumerate(self.lines)}
        self.passages, self.current_extract = {}, ""
        self.top.forget()
        self.marks.forget()
        write_lines(self.document(), self.lines, em(self, _GAP_EMS))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self._fit()
        self.lines_shown.emit()

    def line_number(self, paragraph_id: str) -> int | None:
        """Return where a paragraph stands among the lines, or `None` if it is not here."""
        return self._numbers.get(paragraph_id)

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Shade the passages that are extracts."""
        self.passages = {}
        for passage in passages:
            self.passages.setdefault(passage.line, []).append(passage)
        self._show_marks()

    def passages_of(self, extract_id: str) -> list[Passage]:
        """Return the passages of an extract."""
        return [each for group in self.passages.values() for each in group if each.extract_id == extract_id]

    def set_current(self, extract_id: str) -> None:
        """Show an extract stronger than the others; an empty text: none."""
        if extract_id != self.current_extract:
            self.current_extract = extract_id
            self._show_marks()

    def go_to_extract(self, extract_id: str) -> bool:
        """Show an extract stronger, bring it into view and put the caret before it; return whether it is here."""
        passages = self.passages_of(extract_id)
        if not passages:
            return False
        self.set_current(extract_id)
        self.go_to_place(passages[0].line, passages[0].start)
        return True

    def go_to_place(self, line: int, start: int, end: int | None = None) -> None:
        """Bring a place into view and put the caret there, or select the stretch up to `end`."""
        block = self.document().findBlockByNumber(line)
        cursor = self.textCursor()
        cursor.setPosition(document_place(block, self.lines[line], start))
        if end is not None:
            cursor.setPosition(document_place(block, self.lines[line], end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        area = self.document().documentLayout().blockBoundingRect(block)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() <= area.top() <= bar.value() + max(0, height - area.height()):
            bar.setValue(round(area.top() - height / 3))

    # -- what is selected

    def selected_anchors(self) -> list[Anchor]:
        """Return anchors for the selection, or for the paragraph of the caret if nothing is selected."""
        return anchors_of(self.textCursor(), self.lines)

    def selected_words(self) -> str:
        """Return the words of the selection; paragraphs are parted by a blank."""
        stretches = selected_stretches(self.textCursor(), self.lines)
        return " ".join(line.text[start:end] for line, start, end in stretches)

    def select(self, anchor: int, position: int) -> None:
        """Select between two positions of the document, as far as it reaches, and put the caret at the second."""
        end, cursor = self.document().characterCount() - 1, self.textCursor()
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def extract_at(self, position: int) -> str:
        """Return the extract at a position of the document, the shortest of several, or an empty text."""
        around = self._passages_at(position)
        return min(around, key=lambda each: each.end - each.start).extract_id if around else ""

    def _passages_at(self, position: int) -> list[Passage]:
        block = self.document().findBlock(position)
        if block.blockNumber() not in self.passages:
            return []
        line = self.lines[block.blockNumber()]
        place = Utf16Map(line.text).to_code_points(position - block.position() - prefix_length(line))
        return [each for each in self.passages[block.blockNumber()] if each.start <= place <= each.end]

    def caret_place(self) -> tuple[int, int]:
        """Return the line of the caret, or of the selection's end, and the place in its words."""
        position = self.textCursor().selectionEnd()
        block = self.document().findBlock(position)
        number = min(block.blockNumber(), len(self.lines) - 1)
        line = self.lines[number]
        return number, Utf16Map(line.text).to_code_points(position - block.position() - prefix_length(line))

    def extract_at_caret(self) -> str:
        """Return the extract that the caret is in, the current one before others, or an empty text."""
        position = self.textCursor().position()
        is_in_current = self.current_extract in {each.extract_id for each in self._passages_at(position)}
        return self.current_extract if is_in_current else self.extract_at(position)

    # -- look

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shades of extracts under the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block in self.visible_blocks():
            for passage in self.passages.get(block.blockNumber(), ()):
                is_current = passage.extract_id == self.current_extract
                paint_passage(painter, self, block, passage, is_current=is_current)
        painter.end()
        super().paintEvent(event)

    def visible_blocks(self) -> Iterator[QTextBlock]:
        """Yield the paragraphs in view."""
        if not self.lines:
            return
        # Before the first paint nothing is laid out, and every place in the view would be the last paragraph's.
        self.document().size()
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        if block.previous().isValid():
            block = block.previous()
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        layout = self.document().documentLayout()
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            yield block
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin beside the text, and the paragraph on top where it was."""
        is_reflowed = event.size().width() != event.oldSize().width()
        top = self.line_number(self.top.paragraph()) if is_reflowed and self.verticalScrollBar().value() else None
        super().resizeEvent(event)
        if top is not None:
            self.top.scroll_to(top)
        self.margins.place()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say of the passages under the pointer what rests on them."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            around = self._passages_at(self.cursorForPosition(event.pos()).position())
            QToolTip.showText(event.globalPos(), tell_passages(self, around), self.viewport())
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's font and colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "gutter"):
            passages = [each for group in self.passages.values() for each in group]
            current, cursor = self.current_extract, self.textCursor()
            selected = cursor.anchor(), cursor.position()
            top = self.line_number(self.top.paragraph()) or 0
            self.show_lines(self.lines)
            self.show_passages(passages)
            self.set_current(current)
            self.select(*selected)
            self.top.scroll_to(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on what is typed: it belongs somewhere else."""
        if is_typed(event):
            self.typed.emit(event.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which extract was clicked on."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            position = self.cursorForPosition(event.position().toPoint()).position()
            extract_id = self.extract_at(position)
            if extract_id:
                self.passage_pressed.emit(extract_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selection."""
        if not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        caret = self.textCursor() if is_by_key else self.cursorForPosition(event.pos())
        self.menu_opening.emit(menu, caret.position())
        menu.addActions(self.actions())
        menu.addSeparator()
        copy = menu.addAction("Copy")
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(lambda _checked=False: self.copy())
        give_letters(menu).popup(event.globalPos())

    def _fit(self) -> None:
        self.document().setDocumentMargin(em(self, 0.5))
        left, right = self.margins.widths()
        self.setViewportMargins(left, 0, right, 0)
        self.margins.place()
        self.margins.update()

    def _follow_selection(self) -> None:
        """Let the current extract go when other words are selected: they are what is meant now."""
        if self.textCursor().hasSelection():
            self.set_current("")

    def _show_marks(self) -> None:
        self.viewport().update()
        self.margins.uses.update()
