"""The look of the program: one table of colours, light and dark, and sizes that follow the font.

`current_tokens()` gives the colours in force; it reads the application's palette, so that nothing has to be
handed around. Whatever paints for itself asks again at every paint.
"""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QFontInfo, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from framework_qda.matrix.grid import STATE_SIGNS, STATE_WORDS
from framework_qda.model import CellState, StatementKind
from framework_qda.shipped import resources_folder
from framework_qda.ui.icons import glyph_icon
from framework_qda.ui.stylesheet import build_stylesheet
from framework_qda.ui.tokens import DARK, LIGHT, Tokens

ZOOM_STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
SCHEMES: Mapping[str, str] = {"system": "As the system", "light": "Light", "dark": "Dark"}

SMALL = 0.86
"""The size of small words beside the font's own."""

SMALLEST_FONT = 10.0
"""In points at 100 %: whole days are spent reading here, so no system's default may make it smaller."""


class StateLook(NamedTuple):
    """How the state of a cell is shown: `role` names a colour of `Tokens`."""

    role: str
    sign: str
    words: str


class KindLook(NamedTuple):
    """How a kind of statement is shown: `text_role` and `back_role` name colours of `Tokens`."""

    sign: str
    words: str
    text_role: str
    back_role: str
    is_italic: bool


class TagLook(NamedTuple):
    """How a tag is shown: the colours of its words and of the ground that they stand on."""

    ink: QColor
    back: QColor


_STATE_ROLES: Mapping[str, str] = {
    CellState.NOT_CHARTED: "state_none",
    CellState.IN_PROGRESS: "state_progress",
    CellState.CHARTED: "state_charted",
    CellState.SENT_BACK: "state_sent_back",
    CellState.REVIEWED: "state_reviewed",
    CellState.NOT_ASKED: "state_reason",
    CellState.NOTHING_SAID: "state_reason",
    CellState.NOT_APPLICABLE: "state_reason",
    CellState.UNCLEAR: "state_reason",
}

STATE_LOOKS: Mapping[str, StateLook] = {
    state: StateLook(role, STATE_SIGNS[state], STATE_WORDS[state]) for state, role in _STATE_ROLES.items()
}

KIND_LOOKS: Mapping[str, KindLook] = {
    StatementKind.SUMMARY: KindLook("S", "Summary", "text", "surface", False),
    StatementKind.OWN_WORDS: KindLook("❝", "Own words", "text", "surface", True),
    StatementKind.NOTE: KindLook("✎", "Analyst’s note", "note_text", "note_back", False),
}


def current_tokens() -> Tokens:
    """Return the colours in force, told by the application's palette."""
    return DARK if QGuiApplication.palette().window().color().lightness() < 128 else LIGHT


def colour(role: str) -> QColor:
    """Return a colour of the table in force by its role, such as `accent`."""
    return QColor(getattr(current_tokens(), role))


def state_look(state: str) -> StateLook:
    """Return the look of a state; one of a newer version is shown as unclear."""
    return STATE_LOOKS.get(state, STATE_LOOKS[CellState.UNCLEAR])


def kind_look(kind: str) -> KindLook:
    """Return the look of a kind of statement; one of a newer version is shown as a summary."""
    return KIND_LOOKS.get(kind, KIND_LOOKS[StatementKind.SUMMARY])


def tag_look(place: int, tokens: Tokens | None = None) -> TagLook:
    """Return the look of a tag by its place among those of its sub-topic; after the last colour comes the first."""
    found = (tokens or current_tokens()).tags
    ink, back = found[place % len(found)]
    return TagLook(QColor(ink), QColor(back))


def em(widget: QWidget, times: float = 1.0) -> int:
    """Return a length in pixels that grows with the widget's font: one em is its size."""
    widget.ensurePolished()
    return round(QFontInfo(widget.font()).pixelSize() * times)


def scaled_font(base: QFont, factor: float = 1.0, *, is_bold: bool = False, is_italic: bool = False) -> QFont:
    """Return the font in another size, weight or slant."""
    font = QFont(base)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    else:
        font.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if is_bold:
        font.setWeight(QFont.Weight.DemiBold)
    font.setItalic(is_italic)
    return font


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role of the style sheet: title, heading, soft, small, primary, quiet, bar ..."""
    widget.setProperty("role", role)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def icon(name: str, role: str = "text_soft") -> QIcon:
    """Return an icon of the Phosphor set (`ph.table`) in a colour of the table in force."""
    tokens = current_tokens()
    return glyph_icon(name, getattr(tokens, role), tokens.text_off)


def set_icon(target: QAction | QAbstractButton, name: str, role: str = "text_soft") -> None:
    """Give an action or a button an icon that `refresh_icons()` can colour again."""
    target.setProperty("icon_name", name)
    target.setProperty("icon_role", role)
    target.setIcon(icon(name, role))


def refresh_icons(root: QWidget) -> None:
    """Colour all icons under a widget again after the scheme has changed."""
    targets: list[QAction | QAbstractButton] = [*root.findChildren(QAction), *root.findChildren(QAbstractButton)]
    for target in targets:
        name = target.property("icon_name")
        if name:
            target.setIcon(icon(name, target.property("icon_role")))


def build_palette(tokens: Tokens) -> QPalette:
    """Return a palette of the colours of a table."""
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.surface_dim,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.text_dim,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.error,
        role.ToolTipBase: tokens.tip_back,
        role.ToolTipText: tokens.tip_text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent_text,
        role.LinkVisited: tokens.accent_text,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.line_strong,
        role.Dark: tokens.line_strong,
        role.Accent: tokens.accent,
    }
    for which, value in pairs.items():
        palette.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.text_off))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.line_strong))
    return palette


class Look(QObject):
    """The scheme and the zoom in force; applying them changes fonts, palette and style sheet at once."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: str = "system", zoom: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._base = QFont(app.font())
        self._base.setPointSizeF(max(self._base.pointSizeF(), SMALLEST_FONT))
        self._applied: tuple[bool, int] | None = None
        self.scheme = scheme if scheme in SCHEMES else "system"
        self.zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    def set_scheme(self, scheme: str) -> None:
        """Change to `light`, `dark` or `system`."""
        self.scheme = scheme
        self.apply()

    def set_zoom(self, zoom: int) -> None:
        """Change the size of everything, in per cent of the system's font."""
        self.zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        self.apply()

    def step_zoom(self, direction: int) -> None:
        """Go one step larger (1) or smaller (-1)."""
        if direction > 0:
            steps = [step for step in ZOOM_STEPS if step > self.zoom]
            self.set_zoom(steps[0] if steps else ZOOM_STEPS[-1])
        else:
            steps = [step for step in ZOOM_STEPS if step < self.zoom]
            self.set_zoom(steps[-1] if steps else ZOOM_STEPS[0])

    @property
    def is_dark(self) -> bool:
        """Whether the dark table is in force or about to be."""
        if self.scheme == "system":
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.scheme == "dark"

    def apply(self) -> None:
        """Put scheme and zoom into force, if they are not yet."""
        wanted = (self.is_dark, self.zoom)
        if wanted == self._applied:
            return
        self._applied = wanted
        tokens = DARK if self.is_dark else LIGHT
        font = scaled_font(self._base, self.zoom / 100)
        self._app.setPalette(build_palette(tokens))
        self._app.setFont(font)
        scheme = "dark" if self.is_dark else "light"
        folder = resources_folder() / "look"
        self._app.setStyleSheet(build_stylesheet(tokens, QFontInfo(font).pixelSize(), scheme, folder))
        self.changed.emit()
