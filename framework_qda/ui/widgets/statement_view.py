"""Statements as they are shown: one paragraph each, with marks beside them and references as chips."""

from __future__ import annotations

from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QToolTip, QWidget

from framework_qda.model import Statement, StatementKind
from framework_qda.text.holding import squeeze
from framework_qda.ui.style import em, scaled_font
from framework_qda.ui.widgets import statement_blocks as blocks
from framework_qda.ui.widgets import statement_places as places
from framework_qda.ui.widgets.chip import ChipObject, chip_width, play_width
from framework_qda.ui.widgets.needed_bar import NeededBar
from framework_qda.ui.widgets.statement_caret import caret_place, restore_caret
from framework_qda.ui.widgets.statement_gutter import GUTTER_EMS, StatementGutter
from framework_qda.ui.widgets.statement_paint import paint_hint, paint_tags, paint_tint, paint_words
from framework_qda.ui.widgets.statement_speech import speak_reference, speak_statement
from framework_qda.ui.widgets.statement_spelling import StatementSpelling
from framework_qda.ui.widgets.statement_style import StatementHighlighter
from framework_qda.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from framework_qda.matrix.grid import Reference, ReferringStatement, TagMark
    from framework_qda.ui.widgets.doubts import Doubt

HINTS: Mapping[str, str] = {
    StatementKind.SUMMARY: "Sum up what was said, keeping the speaker’s telling words in “quotation marks”.",
    StatementKind.OWN_WORDS: "The speaker’s own words, as they were said.",
    StatementKind.NOTE: "Your own note, kept apart from what was said.",
}
_GAP_EMS = 0.62
_MINIMUM_LINES = 3.4


class StatementView(QTextEdit):
    """Show the statements of a cell. `text_scale` is the size of the words against the window's font."""

    def __init__(self, parent: QWidget | None = None, *, text_scale: float = 1.0) -> None:
        super().__init__(parent)
        self._text_scale = text_scale
        self.hints = HINTS
        self.is_whole = False
        """Whether all lines are to be seen at once, so that only what is around it scrolls."""
        self._tags: Mapping[str, TagMark] = {}
        self.may_carry = False
        """Whether there is anywhere that a statement can be dragged to by its mark."""
        self._is_loading = False
        self._gutter = StatementGutter(self)
        self._chips = ChipObject(self)
        self.document().documentLayout().registerHandler(blocks.CHIP_OBJECT, self._chips)
        self._bar = NeededBar(self)
        self._doubts: Mapping[str, Doubt] = {}
        # Before the highlighter, which asks it on every edit.
        self.spelling = StatementSpelling(self)
        self._highlighter = StatementHighlighter(self.document(), self.doubt_of, self.spelling.words_of)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._gutter.update)
        self.textChanged.connect(self._gutter.update)
        self.textChanged.connect(self._speak)
        self.cursorPositionChanged.connect(self._speak)
        self._fit_font()

    def show_statements(self, statements: Sequence[ReferringStatement]) -> None:
        """Show the statements of a cell; the caret stays in its statement if that is among them."""
        caret = caret_place(self)
        self._chips.refs = {ref.target_id: ref for statement in statements for ref in statement.evidence}
        plain = [plain_statement(statement) for statement in statements]
        with self._loading(), self.spelling.loading():
            blocks.write_statements(self.document(), plain, self._gap())
        restore_caret(self, *caret)
        self._gutter.update()
        self._speak()

    def show_tags(self, tags: Mapping[str, TagMark]) -> None:
        """Show tags, by their ids, under these names and in these colours."""
        if tags != self._tags:
            self._tags = tags
            self.viewport().update()
            self._speak()

    def tags_of(self, block: QTextBlock) -> list[TagMark]:
        """Return the tags of a paragraph's statement; one that is gone is left out."""
        return [self._tags[each] for each in blocks.marks_of(block).tags if each in self._tags]

    def add_references(self, refs: Sequence[Reference]) -> None:
        """Make references known, or show them anew where what is known of them has changed."""
        self._chips.refs = {**self._chips.refs, **{ref.target_id: ref for ref in refs}}
        self.document().markContentsDirty(0, self.document().characterCount())
        self.viewport().update()

    def reference_of(self, target_id: str) -> Reference:
        """Return the reference that is shown for what a statement rests on."""
        return self._chips.ref_of(target_id)

    def show_playable(self, extract_ids: frozenset[str]) -> None:
        """Show on references which passages can be heard."""
        if extract_ids != self._chips.playable:
            self._chips.playable = extract_ids
            self.add_references(())

    def is_play_part(self, chip: blocks.Chip, point: QPoint) -> bool:
        """Say whether a point on a reference is on the part that plays its passage."""
        if chip.extract_id not in self._chips.playable:
            return False
        area = places.chip_area(self, chip.position)
        font = self.document().defaultFont()
        width = chip_width(font, self._chips.ref_of(chip.extract_id), is_playable=True)
        return point.x() <= area.right() - width + play_width(font)

    def show_doubts(self, doubts: Mapping[str, Doubt]) -> None:
        """Mark what is doubtful (statement id -> doubt), and nothing else, until the words change."""
        if doubts == self._doubts:
            return
        self._doubts = doubts
        self.mark_words_anew()
        self._gutter.update()
        self._speak()

    def light(self, words: str) -> None:
        """Light up some words wherever they stand; an empty text lights nothing."""
        sought = squeeze(words)
        if sought != self._highlighter.sought:
            self._highlighter.sought = sought
            self.mark_words_anew()

    def mark_words_anew(self, block: QTextBlock | None = None) -> None:
        """Mark the words of a paragraph, or of all, as they are to be marked now."""
        with self._loading():
            if block is None:
                self._highlighter.rehighlight()
            else:
                self._highlighter.rehighlightBlock(block)

    @property
    def is_loading(self) -> bool:
        """Whether what changes is no edit."""
        return self._is_loading

    @contextmanager
    def _loading(self) -> Iterator[None]:
        """Take what changes meanwhile for no edit: other statements are shown, or the same look otherwise."""
        was_loading, self._is_loading = self._is_loading, True
        try:
            yield
        finally:
            self._is_loading = was_loading

    def doubt_of(self, block: QTextBlock) -> Doubt | None:
        """Return what is doubtful in a paragraph as it reads now."""
        doubt = self._doubts.get(blocks.statement_id_of(block)) if self._doubts else None
        return doubt if doubt is not None and doubt.text == blocks.text_of(block) else None

    def passage_tip(self, extract_id: str) -> str:
        """Return the tool tip of a reference: the words of its passage, and whether it must be found again."""
        ref = self._chips.ref_of(extract_id)
        star = " ★" if ref.is_starred else ""
        lines = [f"<b>{escape(ref.label)}{star}</b>", escape(ref.text), sentence(ref.remark)]
        return f"<qt>{'<br>'.join(filter(None, lines))}</qt>"

    def show_passage(self, chip: blocks.Chip) -> None:
        """Show the passage of a reference in a tool tip below it."""
        area = places.chip_area(self, chip.position)
        below = self.viewport().mapToGlobal(area.bottomLeft().toPoint())
        QToolTip.showText(below, self.passage_tip(chip.extract_id), self)

    def sizeHint(self) -> QSize:
        """Ask for the height of everything in it."""
        height = int(self.document().size().height()) + 1
        return QSize(super().sizeHint().width(), max(self._least_height(), height))

    def minimumSizeHint(self) -> QSize:
        """Ask for a few lines at least, or for all of them where what is around scrolls."""
        return QSize(em(self, 8), self.sizeHint().height() if self.is_whole else self._least_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tints of notes, a hint where nothing is written yet, and the text."""
        cursor = self.textCursor()
        self._chips.selection = (cursor.selectionStart(), cursor.selectionEnd())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block in blocks.blocks_of(self.document()):
            paint_tint(self, painter, block)
            paint_tags(self, painter, block)
        paint_hint(self, painter)
        if self.selected_chip() is not None:
            # The rectangle that Qt lays over what is selected would hide the shape of the reference.
            paint_words(self, painter, event)
            return
        painter.end()
        super().paintEvent(event)

    def selected_chip(self) -> blocks.Chip | None:
        """Return the reference that is selected by itself, or `None`."""
        cursor = self.textCursor()
        if cursor.selectionEnd() - cursor.selectionStart() != 1:
            return None
        return blocks.chip_at(self.document(), cursor.selectionStart())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the marks beside the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._gutter.setGeometry(inside.left(), inside.top(), self.viewportMargins().left(), inside.height())
        self._bar.follow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's font and colours."""
        super().changeEvent(event)
        if not hasattr(self, "_highlighter"):
            return
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_font()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.mark_words_anew()

    def _speak(self) -> None:
        """Tell a screen reader what the caret is in: kinds and references are drawn, not written."""
        if self._is_loading:
            return
        chip, block = self.selected_chip(), self.textCursor().block()
        is_doubtful = self.doubt_of(block) is not None
        # Found once more for each key, so only where somebody listens.
        unknown = [word.text for word in self.spelling.words_of(block)] if QAccessible.isActive() else []
        tags = [mark.label for mark in self.tags_of(block)]
        words = speak_statement(block, self._chips.ref_of, is_doubtful=is_doubtful, unknown=unknown, tags=tags)
        self.setAccessibleDescription(words if chip is None else speak_reference(chip, self._chips.ref_of))

    def _gap(self) -> float:
        return em(self, _GAP_EMS * self._text_scale)

    def _least_height(self) -> int:
        return int(QFontMetricsF(self.document().defaultFont()).lineSpacing() * _MINIMUM_LINES)

    def _fit_font(self) -> None:
        font = scaled_font(self.font(), self._text_scale)
        with self._loading():
            if font != self.document().defaultFont():
                self.document().setDefaultFont(font)
            self.document().setDocumentMargin(em(self, 0.35))
            self.setViewportMargins(em(self, GUTTER_EMS * self._text_scale), 0, 0, 0)
            blocks.set_gaps(self.document(), self._gap())
        self.updateGeometry()


def plain_statement(statement: ReferringStatement) -> Statement:
    """Return a statement as the project keeps it: with the ids of what it rests on."""
    evidence = tuple(ref.target_id for ref in statement.evidence)
    return Statement(statement.id, statement.kind, statement.text, evidence, statement.marks)
