"""The colours of the program, light and dark, and which of them must be readable on which."""

from typing import NamedTuple


class TagColours(NamedTuple):
    """The colours of one tag of a sub-topic: its words, and the ground that they stand on."""

    ink: str
    back: str


class Tokens(NamedTuple):
    """Colours by what they are for, as `#rrggbb`; `tags` are those of the first, second, third ... tag."""

    window: str
    surface: str
    surface_dim: str
    header: str
    band: str
    line: str
    line_strong: str
    outline: str
    text: str
    text_soft: str
    text_dim: str
    text_off: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_text: str
    accent_back: str
    chip_text: str
    chip_back: str
    star: str
    note_text: str
    note_back: str
    mark_back: str
    mark_line: str
    find_back: str
    warning_text: str
    warning_back: str
    error: str
    error_back: str
    tip_text: str
    tip_back: str
    state_none: str
    state_progress: str
    state_charted: str
    state_sent_back: str
    state_reviewed: str
    state_reason: str
    state_none_back: str
    state_progress_back: str
    state_charted_back: str
    state_sent_back_back: str
    state_reviewed_back: str
    state_reason_back: str
    tags: tuple[TagColours, ...]


LIGHT = Tokens(
    window="#f6f7f8",
    surface="#ffffff",
    surface_dim="#fafbfb",
    header="#f1f3f4",
    band="#e8f0f2",
    line="#e3e6e9",
    line_strong="#cfd5da",
    outline="#868e96",
    text="#1f2328",
    text_soft="#57606a",
    text_dim="#646d76",
    text_off="#9aa1a8",
    accent="#0b7285",
    accent_hover="#0a6475",
    on_accent="#ffffff",
    accent_text="#0b5c6b",
    accent_back="#e6f2f4",
    chip_text="#0b5c6b",
    chip_back="#e3f1f3",
    star="#8f5a0e",
    note_text="#6b4e0b",
    note_back="#fdf6e3",
    mark_back="#d9eef1",
    mark_line="#2b8a9b",
    find_back="#ffe9a8",
    warning_text="#6b4e0b",
    warning_back="#fdf6e3",
    error="#a3260f",
    error_back="#fdecea",
    tip_text="#f4f6f7",
    tip_back="#2b3136",
    state_none="#c9ced3",
    state_progress="#a87f00",
    state_charted="#2b8a9b",
    state_sent_back="#b4461f",
    state_reviewed="#3d7a3d",
    state_reason="#747c84",
    state_none_back="#f0f1f3",
    state_progress_back="#f6e7b0",
    state_charted_back="#bfdfe4",
    state_sent_back_back="#f3d3c4",
    state_reviewed_back="#c8dac3",
    state_reason_back="#e2e4e7",
    tags=(
        TagColours("#1d4f91", "#e1ebf9"),
        TagColours("#74420d", "#f9e8d5"),
        TagColours("#6b3a8c", "#f0e4f7"),
        TagColours("#2f5f2f", "#e0f0dd"),
        TagColours("#8a2c5a", "#fae2ed"),
        TagColours("#5a5410", "#f2efd0"),
        TagColours("#7a2f22", "#fae2dc"),
        TagColours("#3f4a56", "#e5e9ee"),
    ),
)

DARK = Tokens(
    window="#15181b",
    surface="#1c2024",
    surface_dim="#191d20",
    header="#24292d",
    band="#1f2c30",
    line="#30363b",
    line_strong="#454d54",
    outline="#6b747b",
    text="#e6e9ec",
    text_soft="#b6bec5",
    text_dim="#9aa4ac",
    text_off="#6b747b",
    accent="#3aa7bd",
    accent_hover="#54b8cc",
    on_accent="#04191e",
    accent_text="#7fd0e0",
    accent_back="#1b343a",
    chip_text="#8fd8e6",
    chip_back="#1e3a41",
    star="#e6b450",
    note_text="#ecd08a",
    note_back="#37301b",
    mark_back="#21444c",
    mark_line="#3aa7bd",
    find_back="#5c4a12",
    warning_text="#ecd08a",
    warning_back="#37301b",
    error="#ff9d8c",
    error_back="#3d211d",
    tip_text="#15181b",
    tip_back="#dfe4e8",
    state_none="#4b535a",
    state_progress="#e0b020",
    state_charted="#3aa7bd",
    state_sent_back="#e58a63",
    state_reviewed="#6cb56c",
    state_reason="#858e96",
    state_none_back="#22272b",
    state_progress_back="#4d3f10",
    state_charted_back="#1d4650",
    state_sent_back_back="#57301f",
    state_reviewed_back="#27452a",
    state_reason_back="#343a40",
    tags=(
        TagColours("#a9c8f5", "#22344d"),
        TagColours("#e9c191", "#46311a"),
        TagColours("#d9b8ee", "#3d2a4a"),
        TagColours("#aad6a4", "#233a25"),
        TagColours("#f0b0cd", "#4a2637"),
        TagColours("#d8d28c", "#3a3718"),
        TagColours("#f2b5a7", "#4a2a22"),
        TagColours("#c3ccd6", "#343c45"),
    ),
)

STATES = tuple(name for name in Tokens._fields if name.startswith("state_") and f"{name}_back" in Tokens._fields)
"""The colours of the states of cells; each has a ground of its own as well."""

GROUNDS = ("window", "surface", "surface_dim", "header", "band", "accent_back")
"""What words and signs stand on beside the tints that mean something."""

READABLE_PAIRS: tuple[tuple[str, str], ...] = (
    *((words, ground) for words in ("text", "text_soft", "text_dim", "accent_text", "error") for ground in GROUNDS),
    *(("text", f"{state}_back") for state in STATES),
    *((words, ground) for words in ("text", "text_soft", "accent_text") for ground in ("mark_back", "warning_back")),
    ("text", "find_back"),
    ("text", "error_back"),
    ("text_dim", "note_back"),
    ("text_dim", "warning_back"),
    ("accent_text", "error_back"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("chip_text", "chip_back"),
    ("star", "chip_back"),
    ("note_text", "note_back"),
    ("warning_text", "warning_back"),
    ("error", "error_back"),
    ("error", "warning_back"),
    ("tip_text", "tip_back"),
)
"""(foreground, background) pairs that carry words: contrast 4.5 : 1 or more (WCAG 2.2, 1.4.3)."""

CELL_GROUNDS = ("surface", "surface_dim", "accent_back")
"""What the signs and edges of cells stand on."""

SIGN_PAIRS: tuple[tuple[str, str], ...] = (
    *((state, ground) for state in STATES if state != "state_none" for ground in CELL_GROUNDS),
    *((mark, ground) for mark in ("star", "accent", "error") for ground in (*CELL_GROUNDS, "window", "header")),
    *((mark, f"{state}_back") for mark in ("star", "accent") for state in STATES),
    ("star", "note_back"),
    ("star", "mark_back"),
    ("accent", "mark_back"),
    ("mark_line", "surface"),
    ("mark_line", "window"),
    ("state_progress", "window"),
    ("outline", "window"),
    ("outline", "surface"),
    ("outline", "surface_dim"),
)
"""(foreground, background) pairs of signs, and of edges that tell something: 3 : 1 or more (WCAG 2.2, 1.4.11).

Two are left out on purpose: lines that only part what stands apart anyway, and the edge of a cell that is not yet
charted, which says so in words.
"""


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two `#rrggbb` colours after WCAG 2.2: 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(value: str) -> float:
    channels = [int(value[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
