"""Icons drawn from the Phosphor font that comes with qtawesome, in colours of the program's own.

Only the font and its list of names are taken from qtawesome. Importing that package takes a quarter of a second,
as long as all else that happens between the command and the window.
"""

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Self, cast

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont

_GLYPH_PART = 0.94
"""How much of an icon's box its glyph's em takes: the glyphs have their own margins."""
_PATH_SIZE = 256.0


@cache
def _font_folder() -> Path:
    spec = importlib.util.find_spec("qtawesome")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "fonts"


@cache
def _charmap() -> dict[str, str]:
    path = next(_font_folder().glob("phosphor-charmap-*.json"))
    return cast("dict[str, str]", json.loads(path.read_text(encoding="utf-8")))


@cache
def _raw_font() -> QRawFont:
    return QRawFont(str(next(_font_folder().glob("phosphor-[0-9]*.ttf"))), _PATH_SIZE)


@cache
def _glyph(name: str) -> QPainterPath:
    """Return the outline of an icon such as `ph.table`, centred on the origin. Raise KeyError for an unknown one."""
    font = _raw_font()
    character = chr(int(_charmap()[name.removeprefix("ph.")], 16))
    path = font.pathForGlyph(font.glyphIndexesForString(character)[0])
    # Centred by the em, not by its ink: arrows and dots keep their places beside each other.
    rise = (font.ascent() - font.descent()) / 2
    return path.translated(QPointF(-_PATH_SIZE / 2, rise))


class _GlyphEngine(QIconEngine):
    """Draw a glyph at any size, sharp at every scale."""

    def __init__(self, name: str, colour: str, disabled_colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._disabled_colour = disabled_colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._disabled_colour if mode == QIcon.Mode.Disabled else self._colour
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QPointF(rect.center()) + QPointF(0.5, 0.5))
        scale = min(rect.width(), rect.height()) * _GLYPH_PART / _PATH_SIZE
        painter.scale(scale, scale)
        painter.fillPath(_glyph(self._name), QColor(colour))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():
            return QPixmap()  # a widget without room asks too, and no painter can begin there
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> Self:
        return type(self)(self._name, self._colour, self._disabled_colour)


def glyph_icon(name: str, colour: str, disabled_colour: str) -> QIcon:
    """Return an icon of the Phosphor set (`ph.table`) in two colours; raise KeyError for a name it has not."""
    _glyph(name)
    return QIcon(_GlyphEngine(name, colour, disabled_colour))
