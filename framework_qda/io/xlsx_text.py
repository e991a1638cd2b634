"""What stands in a cell of an exported matrix: how high its runs are, and where they must be cut."""

import re
from collections.abc import Iterable
from math import ceil

from framework_qda.io.printable import Printable
from framework_qda.io.runs import Composer, Run, RunKind
from framework_qda.io.xlsx_options import MatrixExportOptions

CELL_LIMIT = 32_767
"""The UTF-16 units that one Excel cell holds; Excel cuts off what is longer without a word."""

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# What lines lose at their ends, since words are not broken.
_LOSS = 1.06
_WORDS = re.compile(r"\s*\S+|\s+")

# How wide letters are beside those of plain text: the sizes of `xlsx_look`.
_SIZES = {
    RunKind.PLAIN: 1,
    RunKind.STRONG: 1.1,
    RunKind.OWN_WORDS: 1,
    RunKind.NOTE: 0.9,
    RunKind.REFERENCE: 0.8,
    RunKind.STATE: 0.9,
}

CONTINUES = Run(RunKind.STATE, " (continued below)")
CONTINUED = Run(RunKind.STATE, "(continued) ")


def excel_composer(printable: Printable, options: MatrixExportOptions, marks: str) -> Composer:
    """Return what makes the runs of cells for Excel."""
    return Composer(printable, options.has_notes, options.has_references, marks, excel_text, options.has_tags)


def excel_text(text: str) -> str:
    """Return the text so that Excel shows it as it is: it would read `_x0041_` as the code of a letter."""
    return _ESCAPED.sub("_x005F_", text) if "_x" in text else text


def count_lines(runs: Iterable[Run], letters: float) -> int:
    """Return how many lines runs take where `letters` letters stand on a line; rather one too many than too few."""
    lines, width = 0, 0.0
    for run in runs:
        first, *others = run.text.split("\n")
        width += len(first) * _SIZES[run.kind]
        for piece in others:
            lines += max(1, ceil(width * _LOSS / letters))
            width = len(piece) * _SIZES[run.kind]
    return lines + max(1, ceil(width * _LOSS / letters))


def utf16_length(text: str) -> int:
    """Return a text's length as Excel counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def split_runs(runs: list[Run], letters: float, most_lines: int, most_units: int = CELL_LIMIT) -> list[list[Run]]:
    """Cut runs into as many cells as they need, between words wherever there are any; nothing is lost.

    Every cell but the last says that it goes on, every cell but the first that it does.
    """
    length = sum(len(run.text) for run in runs)
    if length * 2 <= most_units and count_lines(runs, letters) <= most_lines:
        return [runs]
    if utf16_length("".join(run.text for run in runs)) <= most_units and count_lines(runs, letters) <= most_lines:
        return [runs]
    cutter = _Cutter(letters, most_lines, most_units - 2 * len(CONTINUES.text))
    for run in runs:
        for word in _WORDS.findall(run.text):
            cutter.put(Run(run.kind, word))
    parts = cutter.finish()
    last = len(parts) - 1
    return [
        [*([CONTINUED] if place else []), *_joined(part), *([CONTINUES] if place < last else [])]
        for place, part in enumerate(parts)
    ]


class _Cutter:
    """Fill cells with words until one is full."""

    def __init__(self, letters: float, most_lines: int, most_units: int) -> None:
        self._letters = letters
        # Two lines are kept for the marks of what goes on.
        self._most_lines = max(1, most_lines - 2)
        self._most_units = most_units
        self._parts: list[list[Run]] = [[]]
        self._units = 0
        self._lines = 0.0

    def put(self, word: Run) -> None:
        """Add a word, in pieces if it alone is more than a cell holds."""
        most_letters = max(1, min(self._most_units // 2, int(self._letters * (self._most_lines - 1))))
        for start in range(0, len(word.text), most_letters):
            self._put_piece(Run(word.kind, word.text[start : start + most_letters]))

    def _put_piece(self, piece: Run) -> None:
        units = utf16_length(piece.text)
        lines = len(piece.text) * _LOSS / self._letters + piece.text.count("\n")
        is_full = self._units + units > self._most_units or self._lines + lines > self._most_lines
        if is_full and self._parts[-1]:
            self._parts.append([])
            self._units, self._lines = 0, 0.0
        self._parts[-1].append(piece)
        self._units += units
        self._lines += lines

    def finish(self) -> list[list[Run]]:
        """Return the filled cells."""
        return self._parts


def _joined(words: Iterable[Run]) -> list[Run]:
    """Join neighbouring words of one style to runs again."""
    runs: list[Run] = []
    kind, texts = None, list[str]()
    for word in words:
        if word.kind is not kind and texts and kind:
            runs.append(Run(kind, "".join(texts)))
            texts = []
        kind = word.kind
        texts.append(word.text)
    if texts and kind:
        runs.append(Run(kind, "".join(texts)))
    return runs
