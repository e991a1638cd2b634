"""Find what is cut on the screen: words that have less room than they need, and widgets that lie over each other."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from framework_qda.ui.chart.folding_label import FoldingLabel
from framework_qda.ui.widgets.labels import ElidedLabel

SLACK = 1
SETTLING_MS = 200
FEW_LETTERS = 6
"""How much is shown at least of words that end in …: their tool tip has the whole."""


def find_cut(root: QWidget) -> list[str]:
    """Return what is wrong with labels, buttons and choices that are shown below a widget, once all have settled."""
    found = _find_now(root)
    if found:
        # What is found beside the window may have come in just now, and have no place yet.
        QTest.qWait(SETTLING_MS)
        found = _find_now(root)
    return found


def _find_now(root: QWidget) -> list[str]:
    for _ in range(4):
        QApplication.processEvents()
    shown = [each for each in root.findChildren(QWidget) if each.isVisible() and not _is_within_view(each)]
    worded = [each for each in shown if isinstance(each, QAbstractButton | QLabel | QComboBox)]
    found = [f"{_name(each)}: {why}" for each in worded if (why := _lacks_room(each) or _is_beyond(each, root))]
    tabs = [f"{_name(each)}: a tab is cut" for each in shown if isinstance(each, QTabBar) and _has_cut_tab(each)]
    return found + tabs + _overlaps(worded)


def _is_within_view(widget: QWidget) -> bool:
    """Say whether a widget is a part of a view, a field or a choice, which look after their own, or folds its words."""
    parent = widget.parentWidget()
    while parent is not None:
        is_view = isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea)
        if is_view or isinstance(parent, QComboBox | QLineEdit | FoldingLabel):
            return True
        parent = parent.parentWidget()
    return False


def _lacks_room(widget: QWidget) -> str:
    size, wanted = widget.size(), widget.sizeHint()
    if isinstance(widget, ElidedLabel):
        least = min(FEW_LETTERS * widget.fontMetrics().averageCharWidth(), wanted.width())
        return "" if size.width() + SLACK >= least else "no room for a word"
    if isinstance(widget, QLabel):
        if not widget.text():
            return ""
        if widget.wordWrap():
            words = widget.fontMetrics().horizontalAdvance(max(widget.text().split(), key=len, default=""))
            if words > size.width() + SLACK:
                return "a word is broken"
            return "" if size.height() + SLACK >= widget.heightForWidth(size.width()) else "lines are cut"
        return "" if size.width() + SLACK >= wanted.width() else "words are cut"
    if isinstance(widget, QComboBox):
        return "" if size.height() + SLACK >= wanted.height() else "cut at its foot"
    least = widget.minimumSizeHint() if not isinstance(widget, QToolButton) else wanted
    if not widget.text() and widget.icon().isNull():
        return ""
    if size.width() + SLACK < least.width():
        return "words are cut"
    return "" if size.height() + SLACK >= least.height() else "cut at its foot"


def _has_cut_tab(tabs: QTabBar) -> bool:
    return any(tabs.tabRect(place).right() > tabs.width() + SLACK for place in range(tabs.count()))


def _is_beyond(widget: QWidget, root: QWidget) -> str:
    """Say where a widget lies beyond the edge of one that holds it; what can be scrolled to is not lost."""
    parent = widget.parentWidget()
    while parent is not None and parent is not root.parentWidget():
        rect = QRect(widget.mapTo(parent, QPoint()), widget.size())
        area = parent.parentWidget()
        is_scrolled = isinstance(area, QScrollArea) and area.viewport() is parent
        if is_scrolled:
            return _beyond_scrolled(rect, area)
        if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect):
            return f"beyond the edge of {_name(parent)}"
        parent = parent.parentWidget()
    return ""


def _beyond_scrolled(rect: QRect, area: QScrollArea) -> str:
    can_scroll = area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if can_scroll or (rect.left() >= -SLACK and rect.right() <= area.viewport().width() + SLACK):
        return ""
    return f"beyond the side of {_name(area)}"


def _overlaps(widgets: list[QWidget]) -> list[str]:
    by_parent: dict[int, list[QWidget]] = {}
    for each in widgets:
        by_parent.setdefault(id(each.parentWidget()), []).append(each)
    return [
        f"{_name(one)} lies over {_name(other)}"
        for beside in by_parent.values()
        for place, one in enumerate(beside)
        for other in beside[place + 1 :]
        if one.geometry().adjusted(SLACK, SLACK, -SLACK, -SLACK).intersects(other.geometry())
    ]


def _name(widget: QWidget) -> str:
    words = getattr(widget, "text", lambda: "")() or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} {words!r}"
