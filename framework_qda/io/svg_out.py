"""A drawing as an SVG file: text stays text, so that it can be read, found and edited."""

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from framework_qda.io.atomic import replacing
from framework_qda.io.drawing import Box, Drawing, Words

FACES = "Noto Sans, Helvetica, Arial, sans-serif"


def export_svg(drawing: Drawing, path: Path | str) -> None:
    """Write a drawing as an .svg file; what stood at `path` stays until it is complete."""
    with replacing(Path(path)) as temporary:
        temporary.write_text(svg_text(drawing), encoding="utf-8", newline="\n")


def svg_text(drawing: Drawing) -> str:
    """Return a drawing as SVG. The texts in it must have been cleaned."""
    return "\n".join(_lines(drawing)) + "\n"


def _lines(drawing: Drawing) -> Iterator[str]:
    width, height = _number(drawing.width), _number(drawing.height)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{FACES}">'
    )
    yield f"<title>{escape(drawing.title)}</title>"
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    for shape in drawing.shapes:
        yield _box(shape) if isinstance(shape, Box) else _words(shape)
    yield "</svg>"


def _box(box: Box) -> str:
    place = f'x="{_number(box.x)}" y="{_number(box.y)}" width="{_number(box.width)}" height="{_number(box.height)}"'
    edge = f' stroke="{box.stroke}"' if box.stroke else ""
    start = f'<rect {place} fill="{box.fill}"{edge}'
    return f"{start}><title>{escape(box.title)}</title></rect>" if box.title else f"{start}/>"


def _words(words: Words) -> str:
    x, y = _number(words.x), _number(words.y)
    look = ' font-weight="600"' if words.is_bold else ""
    look += f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    look += f' transform="rotate({_number(words.turn)} {x} {y})"' if words.turn else ""
    size = _number(words.size)
    return f'<text x="{x}" y="{y}" font-size="{size}" fill={quoteattr(words.colour)}{look}>{escape(words.text)}</text>'


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
