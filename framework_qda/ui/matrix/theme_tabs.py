"""The tabs of the Matrix desk: a theme each, its number and its title, and all of them together."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from framework_qda.matrix.build import ALL_THEMES
from framework_qda.matrix.outline import ThemeOutline
from framework_qda.ui.style import colour, em
from framework_qda.ui.widgets.labels import plain_tip

LEAST_EMS = 5.0
FOLDED_EMS = 8.0
"""Where a title would get less room than this, those not chosen show their numbers only."""
PAD_EMS, NARROW_PAD_EMS = 0.85, 0.4
"""The ground beside a title; the second where the numbers alone have too little room."""


class ThemeTabs(QTabBar):
    """Show the themes side by side; where room is short titles give way, at last all but that of the chosen theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Themes")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._widths: list[int] = []
        self._is_folded = False
        """Whether the themes that are not chosen show their numbers only."""
        self._pad_ems = PAD_EMS
        self.currentChanged.connect(lambda _place: self._share_room())

    def show_themes(self, outline: Sequence[ThemeOutline], theme_id: str) -> None:
        """Show these themes, one of them chosen; the choice is not told."""
        self.blockSignals(True)
        has_all = len(outline) > 1
        while self.count() > len(outline) + has_all:
            self.removeTab(self.count() - 1)
        for place, theme in enumerate(outline):
            tip = f"{theme.heading}\n{theme.theme.description}".strip()
            self._put(place, theme.theme.id, theme.heading, tip, f"Matrix {theme.heading}")
        if has_all:
            self._put(len(outline), ALL_THEMES, "All", "All matrices side by side", "All matrices")
        chosen = [place for place in range(self.count()) if self.tabData(place) == theme_id]
        if chosen:
            self.setCurrentIndex(chosen[0])
        self.blockSignals(False)
        self._share_room()

    def _put(self, place: int, theme_id: str, heading: str, tip: str, spoken: str) -> None:
        if place == self.count():
            self.addTab("")
        # An ampersand in a title is no mark of a key.
        self.setTabText(place, heading.replace("&", "&&"))
        self.setTabData(place, theme_id)
        self.setTabToolTip(place, plain_tip(tip))
        self.setAccessibleTabName(place, spoken)

    def theme_id(self) -> str:
        """Return the theme that is chosen, `ALL_THEMES`, or an empty text."""
        return str(self.tabData(self.currentIndex()) or "")

    def choose(self, theme_id: str) -> None:
        """Choose a theme; the choice is told."""
        for place in range(self.count()):
            if self.tabData(place) == theme_id:
                self.setCurrentIndex(place)

    def step(self, direction: int) -> None:
        """Choose the next theme (1) or the one before (-1), round and round."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + direction) % self.count())

    def _text(self, place: int) -> str:
        heading = self.tabText(place).replace("&&", "&")
        if self._is_folded and place != self.currentIndex():
            return heading.split(" ", 1)[0]
        return heading

    def _wanted(self) -> list[int]:
        return [self._width_of(self._text(place)) for place in range(self.count())]

    def _width_of(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + 2 * em(self, self._pad_ems) + 2

    def _share_room(self) -> None:
        self._is_folded, self._pad_ems = False, PAD_EMS
        wanted = self._wanted()
        room = self.width()
        self._is_folded = sum(wanted) > room and room < em(self, FOLDED_EMS) * self.count()
        if self._is_folded:
            self._widths = self._fold(room)
        else:
            self._widths = share_fairly(wanted, room, em(self, LEAST_EMS))
        self.updateGeometry()
        # Qt keeps the places of tabs until something about them changes.
        for place in range(self.count()):
            self.setTabText(place, self.tabText(place))

    def _fold(self, room: int) -> list[int]:
        """Return widths in which every theme can be reached, the chosen one as wide as the others leave it."""
        chosen, wanted, rest = self.currentIndex(), self._wanted(), room
        for self._pad_ems in (PAD_EMS, NARROW_PAD_EMS):
            wanted = self._wanted()
            rest = room - sum(width for place, width in enumerate(wanted) if place != chosen)
            if rest >= em(self, LEAST_EMS):
                break
        if 0 <= chosen < len(wanted):
            number = self._width_of(self.tabText(chosen).split(" ", 1)[0])
            wanted[chosen] = min(wanted[chosen], max(number, rest))
        return wanted

    def tabSizeHint(self, index: int) -> QSize:
        """Return the share of the room that a tab has."""
        width = self._widths[index] if index < len(self._widths) else em(self, LEAST_EMS)
        return QSize(width, self.fontMetrics().height() + em(self, 0.9))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the least room for a tab, which is the same."""
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        """Ask for little: titles give way."""
        return QSize(em(self, LEAST_EMS), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        self._share_room()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Share the room anew where the font has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.count():
            self._share_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chosen theme on the accent colour, the others as words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pad, radius = em(self, self._pad_ems), em(self, 0.42)
        for place in range(self.count()):
            rect = QRectF(self.tabRect(place)).adjusted(1, 1, -1, -1)
            is_chosen = place == self.currentIndex()
            painter.setPen(Qt.PenStyle.NoPen)
            if is_chosen:
                painter.setBrush(colour("accent"))
                painter.drawRoundedRect(rect, radius, radius)
                if self.hasFocus():
                    painter.setPen(QPen(colour("text"), 2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRoundedRect(rect, radius, radius)
            painter.setPen(colour("on_accent" if is_chosen else "text_soft"))
            room = rect.adjusted(pad - 1, 0, -pad + 1, 0)
            words = self.fontMetrics().elidedText(self._text(place), self.elideMode(), int(room.width()) + 1)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)


def share_fairly(wanted: Sequence[int], room: int, least: int) -> list[int]:
    """Return widths that fit into the room: the widest are cut to one measure, the others stay as they are.

    None gets less than `least`, even if they do not fit then.
    """
    rest, open_places = room, sorted(range(len(wanted)), key=lambda place: wanted[place])
    widths = list(wanted)
    while open_places:
        share = rest // len(open_places)
        if wanted[open_places[0]] > share:
            for place in open_places:
                widths[place] = max(min(share, wanted[place]), min(least, wanted[place]))
            break
        rest -= wanted[open_places.pop(0)]
    return widths
