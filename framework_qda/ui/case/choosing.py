"""Which sub-topics are shown: those of one theme, those of some verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.matrix.outline import framework_outline

if TYPE_CHECKING:
    from framework_qda.project import Reader
    from framework_qda.ui.case.source import CaseSource
    from framework_qda.ui.case.title import CaseTitle


class Choosing(QObject):
    """Hold the choice of theme and verdicts, and show it in the title line."""

    about_to_change = Signal()
    changed = Signal()

    def __init__(self, source: CaseSource, bar: CaseTitle) -> None:
        super().__init__(bar)
        self._source = source
        self._bar = bar
        self._themes: dict[str, str] = {}
        bar.theme_chosen.connect(self.choose_theme)
        bar.verdicts_chosen.connect(self._choose_verdicts)

    def read_themes(self, reader: Reader) -> None:
        """Read which themes there are; a choice of one that is gone is taken back."""
        self._themes = {theme.theme.id: theme.heading for theme in framework_outline(reader) if theme.columns}
        if self._source.shown.theme_id not in self._themes:
            self._source.choose(theme_id="")

    def show(self) -> None:
        """Show in the title line what is chosen."""
        self._bar.show_themes(self._themes.items(), self._source.shown.theme_id)
        self._bar.show_verdicts(self._source.shown.verdicts)

    def choose_theme(self, theme_id: str) -> None:
        """Show the sub-topics of one theme, or (empty) of all."""
        self._choose(theme_id=theme_id)

    def step_theme(self, step: int) -> None:
        """Show the theme before (-1) or behind (1) the one that is shown; all of them are one step."""
        ids = ["", *self._themes]
        self.choose_theme(ids[(ids.index(self._source.shown.theme_id) + step) % len(ids)])

    def _choose_verdicts(self, verdicts: frozenset[str]) -> None:
        self._choose(verdicts=verdicts)

    def clear(self) -> None:
        """Show all sub-topics."""
        self._choose(theme_id="", verdicts=frozenset())

    def _choose(self, *, theme_id: str | None = None, verdicts: frozenset[str] | None = None) -> None:
        self.about_to_change.emit()
        self._source.choose(theme_id=theme_id, verdicts=verdicts)
        self.show()
        self.changed.emit()
