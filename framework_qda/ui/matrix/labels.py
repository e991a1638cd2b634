"""The labels at the head of rows, bands and columns: a line in bold, then smaller words below it."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from framework_qda.matrix.facts import told_fact
from framework_qda.matrix.grid import Band, GridColumn, GridRow
from framework_qda.ui.matrix.look import GridLook
from framework_qda.ui.matrix.text_block import Run, TextBlock

if TYPE_CHECKING:
    from collections.abc import Hashable

NO_CASE_STUDY = "No case study"
KEPT_SIGN = "☆"
"""Before the words of a row that is kept in view only; `★` stands on the very cell."""
KEPT_LABELS = 400


class Label:
    """A title and smaller words below it, wrapped at a width (pixels); `height` says how tall both stand."""

    __slots__ = ("_blocks", "height")

    def __init__(self, title: list[Run], below: str, width: float, look: GridLook) -> None:
        self._blocks: list[tuple[TextBlock, float]] = []
        block = TextBlock(title, look.bold_font, width, look.line_step)
        self._blocks.append((block, 0.0))
        self.height = block.height
        for words in below.split("\n") if below else ():
            gap = look.gap if len(self._blocks) > 1 else 0.0
            small = TextBlock([Run(words, look.soft)], look.small_font, width, look.small_step)
            self._blocks.append((small, self.height + gap))
            self.height += small.height + gap

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the label with its upper left corner at x, y."""
        for block, offset in self._blocks:
            block.draw(painter, x, y + offset)


def row_words(row: GridRow) -> str:
    """Return what stands below an interview's code: why it is kept in view, its roles, organisation, shown facts."""
    who = ", ".join(part for part in (*row.roles, row.organisation_kind) if part)
    facts = [told_fact(label, value) for label, value in (row.facts or {}).items()]
    return "\n".join(part for part in (kept_words(row), who, *facts) if part)


def kept_words(row: GridRow) -> str:
    """Return, with a sign, why a row is shown that the filter leaves out; empty text for any other."""
    return f"{KEPT_SIGN} {row.kept}" if row.kept else ""


def band_words(band: Band) -> tuple[str, str]:
    """Return a band's label and the lines below it."""
    return band.label or NO_CASE_STUDY, "\n".join(band.lines)


class LabelCache:
    """Make labels for one look and keep those used last."""

    def __init__(self, look: GridLook) -> None:
        self.look = look
        self._kept: OrderedDict[Hashable, Label] = OrderedDict()

    def _get(self, title: list[Run], below: str, width: float) -> Label:
        key = (*(run.text for run in title), below, width)
        label = self._kept.get(key)
        if label is None:
            label = self._kept[key] = Label(title, below, width, self.look)
            if len(self._kept) > KEPT_LABELS:
                self._kept.popitem(last=False)
        return label

    def row(self, row: GridRow, width: float) -> Label:
        """Return the label of an interview."""
        return self._get([Run(row.code or "–", self.look.bold)], row_words(row), width)

    def folded(self, row: GridRow, around: str, width: float) -> Label:
        """Return the label of an interview with those of what is around it, its group and case study, below it."""
        below = "\n".join(words for words in (kept_words(row), around) if words)
        return self._get([Run(row.code or "–", self.look.bold)], below, width)

    def band(self, band: Band, width: float) -> Label:
        """Return the label of a case study."""
        title, below = band_words(band)
        return self._get([Run(title, self.look.bold)], below, width)

    def column(self, column: GridColumn, width: float, summary: str = "") -> Label:
        """Return the label of a sub-topic: its number, soft, its name, and what it holds."""
        number = Run(f"{column.number} ", self.look.number)
        below = "\n".join(words for words in ("synthesis" if column.is_synthesis else "", summary) if words)
        return self._get([number, Run(column.label or "–", self.look.bold)], below, width)

    def title(self, words: str, width: float) -> Label:
        """Return the label of a column of labels."""
        return self._get([Run(words, self.look.bold)], "", width)
