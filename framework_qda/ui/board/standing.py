"""Where the study stands, counted: by state, by case study, by theme, by analyst. Never ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from framework_qda.matrix.grid import STATE_WORDS
from framework_qda.ui.board.painting import paint_field
from framework_qda.ui.style import STATE_LOOKS, colour, em, scaled_font, set_role
from framework_qda.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.matrix.board import Tally

Index = QModelIndex | QPersistentModelIndex
BREAKDOWNS = (("state", "by state"), ("case_study", "by case study"), ("theme", "by theme"), ("analyst", "by analyst"))


class TallyModel(QAbstractListModel):
    """A line a tally."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tallies: tuple[Tally, ...] = ()

    def show(self, tallies: Sequence[Tally]) -> None:
        """Show other lines."""
        if tuple(tallies) != self.tallies:
            self.beginResetModel()
            self.tallies = tuple(tallies)
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt has it)
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.tallies)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (as Qt has it)
        """Return a line in words."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        tally = self.tallies[index.row()]
        states = ", ".join(
            f"{tally.states[state]:,} {words}" for state, words in STATE_WORDS.items() if tally.states.get(state)
        )
        return f"{tally.label}: {states}" if states else tally.label


class TallyDelegate(QStyledItemDelegate):
    """Paint a line: its label, its figures, and a bar of its states below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for a line of words and a bar."""
        widget: QWidget = option.widget
        return QSize(0, QFontMetrics(widget.font()).lineSpacing() + em(widget, 1.1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        widget: QWidget = option.widget
        tally: Tally = index.model().tallies[index.row()]  # type: ignore[attr-defined]
        area = QRectF(option.rect).adjusted(em(widget, 0.7), em(widget, 0.3), -em(widget, 0.7), -em(widget, 0.3))
        figures = f"{tally.charted:,} of {tally.cells:,} charted"
        small = scaled_font(widget.font(), 0.86)
        painter.save()
        painter.setFont(small)
        painter.setPen(colour("text_soft"))
        line = QFontMetrics(widget.font()).lineSpacing()
        head = QRectF(area.left(), area.top(), area.width(), line)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(head, int(flags), figures)
        room = area.width() - QFontMetrics(small).horizontalAdvance(figures) - em(widget, 0.8)
        painter.setFont(widget.font())
        painter.setPen(colour("text"))
        words = QFontMetrics(widget.font()).elidedText(tally.label, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        paint_bar(painter, QRectF(area.left(), area.bottom() - em(widget, 0.35), area.width(), em(widget, 0.35)), tally)
        painter.restore()


def paint_bar(painter: QPainter, rect: QRectF, tally: Tally) -> None:
    """Paint a strip for each state, as long as its share."""
    left, total = rect.left(), tally.cells
    for state, look in STATE_LOOKS.items():
        width = rect.width() * tally.states.get(state, 0) / total if total else 0.0
        painter.fillRect(QRectF(left, rect.top(), width, rect.height()), colour(look.role))
        left += width


class StateLines(QWidget):
    """The states with their signs and counts: the legend of the map and its figures in one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: list[tuple[str, int]] = []

    def show_tally(self, tally: Tally) -> None:
        """Show the counts of a tally; a state in which nothing is stays away, but for the first."""
        self._states = [(state, tally.states.get(state, 0)) for state in STATE_WORDS]
        self._states = [(state, count) for state, count in self._states if count]
        self.setAccessibleName("; ".join(f"{count:,} {STATE_WORDS[state]}" for state, count in self._states))
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    @property
    def _step(self) -> int:
        return QFontMetrics(self.font()).lineSpacing() + em(self, 0.55)

    def sizeHint(self) -> QSize:
        """Return room for a line a state."""
        return QSize(em(self, 16), self._step * len(self._states) + em(self, 0.5))

    def paintEvent(self, event: object) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        top = em(self, 0.25)
        for state, count in self._states:
            look = STATE_LOOKS[state]
            swatch = QRectF(em(self, 0.9), top + em(self, 0.2), em(self, 2.0), self._step - em(self, 0.4))
            paint_field(painter, swatch, state, scaled_font(self.font(), 0.82))
            painter.setPen(colour("text"))
            painter.setFont(scaled_font(self.font(), is_bold=True))
            figures = QRectF(em(self, 3.2), top, em(self, 3.2), self._step)
            painter.drawText(figures, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{count:,}")
            painter.setFont(self.font())
            words = QRectF(em(self, 7.2), top, self.width() - em(self, 7.2), self._step)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), look.words)
            top += self._step


class Standing(QFrame):
    """The card with the counts. `line_chosen(row)` goes to one of its lines."""

    line_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.lines = StateLines()
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setModel(TallyModel(self.list))
        self.list.setItemDelegate(TallyDelegate(self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName("Counts")
        self.list.setMinimumHeight(em(self, 10))
        self.list.activated.connect(lambda index: self.line_chosen.emit(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, em(self, 0.3), 1, em(self, 0.3))
        column.addWidget(self.lines)
        column.addWidget(self.list)
        self.list.hide()

    def show_states(self, tally: Tally) -> None:
        """Show the counts by state."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.list.hide()
        self.lines.show()
        self.lines.show_tally(tally)

    def show_tallies(self, tallies: Sequence[Tally]) -> None:
        """Show a line for each part of the study."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.lines.hide()
        self.list.show()
        self.list.model().show(tallies)  # type: ignore[attr-defined]


class StandingHeading(QWidget):
    """`Where it stands` with the choice of what is counted apart."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = QComboBox()
        for key, words in BREAKDOWNS:
            self.choice.addItem(words, key)
        self.choice.currentIndexChanged.connect(lambda _place: self.chosen.emit(self.choice.currentData()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        heading = plain_label("Where it stands", "heading")
        heading.setBuddy(self.choice)
        row.addWidget(heading, 1)
        row.addWidget(self.choice)
