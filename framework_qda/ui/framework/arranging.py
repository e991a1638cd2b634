"""The order of themes and sub-topics: by keys a step at a time, by the mouse to any place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from framework_qda.matrix.outline import ThemeOutline, framework_outline
from framework_qda.matrix.reshaping import ColumnStand, column_stand
from framework_qda.model import Subtopic, Theme
from framework_qda.ui.moving import neighbour_after
from framework_qda.ui.widgets.outline_carrying import Landing, OutlineCarrying
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from framework_qda.ui.framework.desk import FrameworkDesk
    from framework_qda.ui.widgets.outline import Node

    Outline = tuple[ThemeOutline, ...]

STANDS_HERE = "It stands here."
INSIDE = (
    "A theme cannot stand inside another one. Let it go on the name of a theme, or below the last sub-topic of one."
)


class Arranging(QObject):
    """Move themes and sub-topics; a sub-topic goes with all that is charted in its cells, as one undo step."""

    def __init__(self, desk: FrameworkDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._stand: tuple[str, ColumnStand] = ("", ColumnStand())
        self.carrying = OutlineCarrying(desk.view, self)

    # -- by keys

    def move_up(self) -> None:
        """Move a theme, or a sub-topic, one place up; the first of a theme goes to the end of the one above."""
        self._step(-1)

    def move_down(self) -> None:
        """Move a theme, or a sub-topic, one place down; the last of a theme goes to the top of the one below."""
        self._step(1)

    def _step(self, direction: int) -> None:
        desk = self._desk
        desk.finish_editing()
        record = desk.record()
        if record is None:
            return
        themes = [each.id for each in desk.project.read.all(Theme)]
        subtopic = record if isinstance(record, Subtopic) else None
        siblings = [each.id for each in desk.project.read.subtopics(subtopic.theme_id or "")] if subtopic else themes
        can_move, after = neighbour_after(siblings, record.id, direction)
        if can_move:
            desk.operations.run(lambda project: project.move(type(record), record.id, after=after))
        elif subtopic is not None and subtopic.theme_id in themes:
            place = themes.index(subtopic.theme_id) + direction
            if 0 <= place < len(themes):
                self.place_in(subtopic.id, themes[place], is_first=direction > 0)

    def place_in(self, subtopic_id: str, theme_id: str, *, is_first: bool = False) -> None:
        """Put a sub-topic into a theme, first or last there."""
        others = [each.id for each in self._desk.project.read.subtopics(theme_id) if each.id != subtopic_id]
        after = None if is_first or not others else others[-1]
        self._desk.operations.run(lambda project: project.place_subtopic(subtopic_id, theme_id, after=after))

    # -- by the mouse

    def may_carry(self, node: Node) -> bool:
        """Say whether a line can be carried: themes and sub-topics, where the project can be changed."""
        return self._desk.operations.can_edit

    def landing(self, carried: Node, over: Node, *, is_lower_half: bool) -> Landing:
        """Say where a theme or a sub-topic would come to stand that is let go over another line."""
        outline = framework_outline(self._desk.project.read)
        theme = next(each for each in outline if over.key in _keys(each))
        if carried.kind == "theme":
            return _theme_landing(outline, carried.key, theme, over, is_lower_half=is_lower_half)
        return self._subtopic_landing(outline, carried.key, theme, over, is_lower_half=is_lower_half)

    def land(self, carried: Node, landing: Landing) -> None:
        """Put a theme or a sub-topic where it was let go, or say why it cannot stand there."""
        desk = self._desk
        if landing.is_refused:
            if landing.words != STANDS_HERE:
                desk.message_wanted.emit(landing.words, [])
            return
        desk.finish_editing()
        if carried.kind == "theme":
            changes = desk.operations.run(lambda project: project.move(Theme, carried.key, after=landing.after))
        else:
            before = _theme_of(framework_outline(desk.project.read), carried.key)
            changes = desk.operations.run(
                lambda project: project.place_subtopic(carried.key, landing.parent, after=landing.after)
            )
            if changes is not None and before is not None and before.theme.id != landing.parent:
                self._tell(carried.key)
        if changes is not None:
            desk.view.choose(carried.key)

    def _subtopic_landing(
        self,
        outline: tuple[ThemeOutline, ...],
        carried_id: str,
        theme: ThemeOutline,
        over: Node,
        *,
        is_lower_half: bool,
    ) -> Landing:
        others = [each.subtopic_id for each in theme.columns if each.subtopic_id != carried_id]
        if over.kind == "theme":
            is_open = self._desk.view.isExpanded(self._desk.view.index_of(over.key))
            place = 0 if is_open else len(others)
        elif over.key == carried_id:
            place = _place_in(theme, carried_id)
        else:
            place = others.index(over.key) + is_lower_half
        after = others[place - 1] if place else None
        own = _theme_of(outline, carried_id)
        if own is theme and _place_in(theme, carried_id) == place:
            return Landing(theme.theme.id, after, over.key, words=STANDS_HERE, is_refused=True)
        words = f"Becomes {theme.number}.{place + 1}"
        if own is not theme:
            words = f"{words} in {theme.theme.title or 'this theme'}, {_going(self._stand_of(carried_id))}"
        is_below = over.kind == "theme" or is_lower_half
        return Landing(theme.theme.id, after, over.key, is_below, words)

    def _stand_of(self, subtopic_id: str) -> ColumnStand:
        """Count what is charted under a sub-topic, once while it is carried about."""
        if self._stand[0] != subtopic_id or not self.carrying.mark.isVisible():
            self._stand = (subtopic_id, column_stand(self._desk.project.read, subtopic_id))
        return self._stand[1]

    def _tell(self, subtopic_id: str) -> None:
        theme = _theme_of(framework_outline(self._desk.project.read), subtopic_id)
        if theme is not None:
            column = theme.columns[_place_in(theme, subtopic_id)]
            going = _going(column_stand(self._desk.project.read, subtopic_id))
            self._desk.message_wanted.emit(
                f"“{column.label}” is now {column.number} in “{theme.theme.title}”, {going}. "
                "One step of undo brings it back.",
                [],
            )


def _theme_landing(
    outline: Outline, carried_id: str, theme: ThemeOutline, over: Node, *, is_lower_half: bool
) -> Landing:
    """Let a theme land behind one that stands below it, before one that stands above it."""
    ids = [each.theme.id for each in outline]
    if theme.theme.id == carried_id:
        return Landing(mark=over.key, words=STANDS_HERE, is_refused=True)
    is_end = bool(theme.columns) and over.key == theme.columns[-1].subtopic_id and is_lower_half
    if over.kind != "theme" and not is_end:
        return Landing(mark=over.key, words=INSIDE, is_refused=True)
    place = ids.index(theme.theme.id)
    is_behind = is_end or ids.index(carried_id) < place
    others = [each for each in ids if each != carried_id]
    number = others.index(theme.theme.id) + is_behind
    if number == ids.index(carried_id):
        return Landing(mark=over.key, words=STANDS_HERE, is_refused=True)
    after = others[number - 1] if number else None
    mark = theme.columns[-1].subtopic_id if is_behind and theme.columns else theme.theme.id
    return Landing("", after, mark, is_behind, f"Becomes {number + 1}")


def _keys(theme: ThemeOutline) -> set[str]:
    return {theme.theme.id, *(column.subtopic_id for column in theme.columns)}


def _theme_of(outline: Outline, subtopic_id: str) -> ThemeOutline | None:
    return next((each for each in outline if subtopic_id in _keys(each)), None)


def _place_in(theme: ThemeOutline, subtopic_id: str) -> int:
    return next((place for place, each in enumerate(theme.columns) if each.subtopic_id == subtopic_id), -1)


def _going(stand: ColumnStand) -> str:
    """Say what goes with a sub-topic: `with 28 cells with words and 2 with a reason`."""
    if not stand.begun:
        return "with nothing charted yet"
    return f"with {count_words(stand.with_words, 'cell')} with words and {stand.with_reason:,} with a reason"
