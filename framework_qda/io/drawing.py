"""A picture as plain shapes, in pixels: what draws it needs to know nothing of what it shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; `stroke` is the colour of its edge, if it has one."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    stroke: str = ""
    title: str = ""
    """What is shown when the pointer rests on it."""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text that begins, or is centred (`middle`), or ends (`end`) at a place on its base line."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    is_bold: bool = False
    anchor: str = "start"
    turn: float = 0.0
    """By how many degrees it is turned about that place."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a white ground, the first ones below the others."""

    title: str
    width: float
    height: float
    shapes: tuple[Box | Words, ...]


def shortened(text: str, letters: int) -> str:
    """Return a text of one line, cut with a mark where it is longer than so many letters."""
    line = " ".join(text.split())
    return line if len(line) <= letters else f"{line[: letters - 1].rstrip()}…"
