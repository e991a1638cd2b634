"""The paper that sheets are set on."""

from dataclasses import dataclass

UNIT = 10.0
"""Units in a point: lines are measured so finely that they break alike on every screen and printer."""

_MM = 72 / 25.4
_SIZES = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}
PAPERS = tuple(_SIZES)
REPORT_SIZE = 9.0
"""The size of the text of reports, whose tables are short, in points."""
TEXT_SIZES = (6.5, 7.0, 7.5, 8.0, 8.5, 9.0, 10.0, 11.0)


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper, direction, and the size of the text in points."""

    paper: str = "A4"
    is_landscape: bool = True
    text_size: float = 7.0  # with cells of a hundred words, some three interviews on a page of A4
    margin_mm: float = 10.0

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of a page in millimetres."""
        width, height = _SIZES[self.paper]
        return (height, width) if self.is_landscape else (width, height)

    @property
    def width(self) -> float:
        """The width of a page in units."""
        return self.size_mm[0] * _MM * UNIT

    @property
    def height(self) -> float:
        """The height of a page in units."""
        return self.size_mm[1] * _MM * UNIT

    @property
    def margin(self) -> float:
        """The margin on all sides in units."""
        return self.margin_mm * _MM * UNIT
