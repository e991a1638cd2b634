"""What is done to the statements at the caret beside writing them: tags, re-homing, moving to another column."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from framework_qda.matrix.finding import CellNames, PlaceName, find_columns, read_names
from framework_qda.matrix.remarks import shorten
from framework_qda.matrix.reshaping import tags_for
from framework_qda.matrix.tags import tag_marks
from framework_qda.model import Subtopic, Tag
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.style import em
from framework_qda.ui.widgets import statement_blocks as blocks
from framework_qda.ui.widgets.carrying import UNDECIDED
from framework_qda.ui.widgets.statement_places import block_area
from framework_qda.ui.widgets.tag_pill import tag_icon
from framework_qda.ui.widgets.typed_choice import Choice, TypedChoice
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRect

    from framework_qda.model import Marks, Statement
    from framework_qda.ui.desk import Desk
    from framework_qda.ui.widgets.cell_editor import CellEditor
    from framework_qda.ui.widgets.cell_saving import CellSaving

    Parts = tuple[CellEditor, CellSaving]

NO_STATEMENT = "There is no statement here yet."
TAGGED, UNTAGGED = "☑", "☐"


class StatementMarking(QObject):
    """Tag, mark and move the statements that the caret or the selection of a cell editor touches."""

    hinted = Signal(str)

    def __init__(self, desk: Desk, parts: Callable[[], Parts | None], back: Callable[[], object]) -> None:
        super().__init__(desk)
        self.desk = desk
        self._parts = parts
        self._back = back
        self.place = CellPlace("", "")
        self.ids: tuple[str, ...] = ()

    @cached_property
    def tag_choice(self) -> TagChoice:
        """The list of tags, made when it is first opened."""
        choice = TagChoice(self)
        choice.closed.connect(self._back)
        return choice

    @cached_property
    def column_choice(self) -> ColumnChoice:
        """The list of columns, made when it is first opened."""
        choice = ColumnChoice(self)
        choice.closed.connect(self._back)
        return choice

    def tag(self) -> None:
        """Offer the tags of the column for the statements at the caret."""
        if self._catch():
            self.tag_choice.open()

    def move(self) -> None:
        """Ask for the column that the statements at the caret belong into."""
        if self._catch():
            self.column_choice.open()

    def mark_to_rehome(self) -> None:
        """Let the statements at the caret wait for a better column, or no longer."""
        if not self._catch():
            return
        waits = not all(each.marks.to_rehome for each in self.statements())
        if self.mark(lambda marks: replace(marks, to_rehome=waits)):
            count = count_words(len(self.ids), "statement")
            self.hinted.emit(f"{count} to re-home." if waits else f"{count} no longer to re-home.")

    def statements(self) -> list[Statement]:
        """Return the statements that are meant, as the project holds them."""
        content = self.desk.project.read.cell(*self.place).content
        return [each for each in content if each.id in self.ids]

    def mark(self, changed: Callable[[Marks], Marks]) -> bool:
        """Give the statements other marks as one step."""
        marks = {each.id: changed(each.marks) for each in self.statements()}
        return self.desk.operations.run(lambda project: project.mark_statements(*self.place, marks)) is not None

    def area(self) -> QRect | None:
        """Return where the last of the statements stands on the desk, as far as it is seen."""
        parts = self._parts()
        block = blocks.find_block(parts[0].document(), self.ids[-1]) if parts and self.ids else None
        if parts is None or block is None:
            return None
        port = parts[0].viewport()
        seen = block_area(parts[0], block).toAlignedRect() & port.visibleRegion().boundingRect()
        return None if seen.isEmpty() else seen.translated(port.mapTo(self.desk, QPoint(0, 0)))

    def _catch(self) -> bool:
        """Note which statements are meant; return whether there are any."""
        found = self._find() if self.desk.operations.can_edit else None
        if found is None:
            return False
        self.place, self.ids = found
        if not self.ids:
            self.hinted.emit(NO_STATEMENT)
        return bool(self.ids)

    def _find(self) -> tuple[CellPlace, tuple[str, ...]] | None:
        """Write what is typed; return which statements are meant, of which cell, or `None` where that cannot be."""
        parts = self._parts()
        if parts is None:
            return None
        editor, saving = parts
        if editor.isReadOnly():
            # Writing one of two versions would drop the other unseen.
            self.hinted.emit(UNDECIDED)
            return None
        ids, place = touched_ids(editor), saving.place
        return None if place is None or not saving.write() else (place, ids)


def touched_ids(editor: CellEditor) -> tuple[str, ...]:
    """Return the ids of the statements that the selection, or the caret, touches."""
    cursor, document = editor.textCursor(), editor.document()
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    return tuple(
        blocks.statement_id_of(block)
        for block in blocks.blocks_of(document)
        if first <= block.blockNumber() <= last and not blocks.is_blank(block)
    )


class StatementChoice(TypedChoice):
    """A list over the desk, for some statements, that tells when it is left by its own keys."""

    closed = Signal()

    def __init__(self, marking: StatementMarking, hint: str, name: str, list_name: str) -> None:
        super().__init__(marking.desk, hint, name, list_name)
        self._marking = marking

    def anchor(self) -> QRect | None:
        """Lie beside the statement that is meant."""
        return self._marking.area()

    def _close(self) -> None:
        super()._close()
        self.closed.emit()


class TagChoice(StatementChoice):
    """The tags of a column: Enter gives one or takes it away, and the list stays for the next."""

    def __init__(self, marking: StatementMarking) -> None:
        super().__init__(marking, "A tag, or the name of a new one", "Tag", "Tags")
        self._tags: list[Tag] = []

    def choices_for(self, typed: str) -> Sequence[Choice]:
        """Return the tags that hold what is typed, and what is typed as a new one."""
        sought = typed.strip().casefold()
        tags = tags_for(self._marking.desk.project.read, self._marking.place.subtopic_id)
        self._tags = [tag for tag in tags if sought in tag.label.casefold()]
        statements = self._marking.statements()
        marks = tag_marks(self._marking.desk.project.read)
        size = em(self, 1.2)
        shown = [
            Choice(f"{self._sign(tag, statements)}  {tag.label}", picture=tag_icon(marks[tag.id].place, size))
            for tag in self._tags
        ]
        if sought and all(tag.label.casefold() != sought for tag in tags):
            shown.append(Choice(f"New tag “{typed.strip()}”"))
        return shown

    def remark_on(self, typed: str, count: int) -> str:
        """Say how the list is used."""
        how = "Enter gives or takes a tag, Escape goes back." if count else "Type the name of the first tag."
        return f"{name_statements(self._marking.statements()).rstrip(',')}. {how}"

    def take(self, row: int) -> None:
        """Give all statements a tag, or take it away where all have it."""
        if row >= len(self._tags):
            self._give_new(self.field.text().strip())
            return
        tag_id = self._tags[row].id
        if all(tag_id in each.marks.tags for each in self._marking.statements()):
            self._marking.mark(lambda marks: replace(marks, tags=tuple(each for each in marks.tags if each != tag_id)))
        else:
            self._marking.mark(lambda marks: _tagged(marks, tag_id))

    def _give_new(self, label: str) -> None:
        operations, subtopic_id = self._marking.desk.operations, self._marking.place.subtopic_id
        step = object()
        with operations.visiting(step):
            made = operations.run(lambda project: project.add(Tag, label=label, subtopic_id=subtopic_id))
        if made is not None:
            with operations.visiting(step):
                self._marking.mark(lambda marks: _tagged(marks, made.new_id))

    def _take(self, row: int) -> None:
        if 0 <= row < self._count:
            self.take(row)
            self.field.clear()
            self._find("")
            self.list.setCurrentRow(min(row, self._count - 1))

    @staticmethod
    def _sign(tag: Tag, statements: Sequence[Statement]) -> str:
        return TAGGED if statements and all(tag.id in each.marks.tags for each in statements) else UNTAGGED


class ColumnChoice(StatementChoice):
    """The columns that statements can be moved to."""

    def __init__(self, marking: StatementMarking) -> None:
        super().__init__(marking, "A number such as 2.3, or part of a name", "Move to", "Sub-topics found")
        self._names = CellNames()
        self._found: list[PlaceName] = []

    def open(self) -> None:
        """Show the field over the desk; the columns of the same theme stand first."""
        read, here = self._marking.desk.project.read, self._marking.place.subtopic_id
        own = read.get(Subtopic, here)
        near = {each.id for each in read.subtopics(own.theme_id or "")} if own else set()
        names = read_names(read)
        others = [each for each in names.columns if each.id != here]
        self._names = CellNames(names.rows, tuple(sorted(others, key=lambda each: each.id not in near)))
        super().open()

    def choices_for(self, typed: str) -> Sequence[Choice]:
        """Return the columns that may be meant."""
        self._found = find_columns(typed, self._names)
        return [Choice(f"{each.code}   {each.label}") for each in self._found]

    def remark_on(self, typed: str, count: int) -> str:
        """Say what will go there."""
        going = name_statements(self._marking.statements())
        return f"{going} will go there with the passages." if count else "No sub-topic is called so."

    def take(self, row: int) -> None:
        """Move the statements."""
        target, place, ids = self._found[row], self._marking.place, self._marking.ids
        changes = self._marking.desk.operations.run(
            lambda project: project.move_statements(*place, target.id, list(ids))
        )
        if changes is not None:
            self._marking.hinted.emit(f"{count_words(len(ids), 'statement')} moved to {target.code} {target.label}.")


def name_statements(statements: Sequence[Statement]) -> str:
    """Name statements by how the first of them begins, so that nobody acts on another one than he meant."""
    if not statements:
        return count_words(0, "statement")
    first = f"“{shorten(statements[0].text)}”"
    return first if len(statements) == 1 else f"{count_words(len(statements), 'statement')}, from {first} on,"


def _tagged(marks: Marks, tag_id: str) -> Marks:
    return replace(marks, tags=tuple(dict.fromkeys((*marks.tags, tag_id))))
