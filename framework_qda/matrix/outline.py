"""The framework as themes with their numbered columns."""

from collections.abc import Iterable
from dataclasses import dataclass

from framework_qda.matrix.grid import GridColumn, Section
from framework_qda.model import Subtopic, Theme
from framework_qda.project.reader import Reader


@dataclass(frozen=True, slots=True)
class ThemeOutline:
    """A theme with its number and its columns; both numbers follow from the order alone."""

    theme: Theme
    number: str
    columns: tuple[GridColumn, ...]

    @property
    def heading(self) -> str:
        """The theme as it is written in headings: `2 Referral`."""
        return f"{self.number} {self.theme.title}".strip()


def framework_outline(reader: Reader) -> tuple[ThemeOutline, ...]:
    """Return all themes in their order, each with its columns; a sub-topic without a theme has no place here."""
    groups: dict[str | None, list[Subtopic]] = {}
    for subtopic in reader.all(Subtopic):
        groups.setdefault(subtopic.theme_id, []).append(subtopic)
    return tuple(
        ThemeOutline(theme, str(number), _columns(str(number), groups.get(theme.id, [])))
        for number, theme in enumerate(reader.all(Theme), 1)
    )


def whole_outline(outline: Iterable[ThemeOutline]) -> tuple[tuple[GridColumn, ...], tuple[Section, ...]]:
    """Return the columns of all themes side by side, and which of them belong to which; empty themes are left out."""
    columns: list[GridColumn] = []
    sections = []
    for theme in outline:
        if theme.columns:
            sections.append(Section(theme.theme.id, theme.heading, len(columns), len(theme.columns)))
            columns += theme.columns
    return tuple(columns), tuple(sections)


def theme_outline(reader: Reader, theme_id: str) -> ThemeOutline | None:
    """Return one theme with its columns, or `None` if there is no such theme."""
    for number, theme in enumerate(reader.all(Theme), 1):
        if theme.id == theme_id:
            return ThemeOutline(theme, str(number), _columns(str(number), reader.subtopics(theme_id)))
    return None


def _columns(theme_number: str, subtopics: list[Subtopic]) -> tuple[GridColumn, ...]:
    return tuple(
        GridColumn(
            subtopic_id=subtopic.id,
            number=f"{theme_number}.{place}",
            label=subtopic.label,
            definition=subtopic.definition,
            is_synthesis=subtopic.is_synthesis,
            width=subtopic.width,
            guide_words_min=subtopic.guide_words_min,
            guide_words_max=subtopic.guide_words_max,
        )
        for place, subtopic in enumerate(subtopics, 1)
    )
