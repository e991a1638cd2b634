"""The one table of commands and their keys.

A command of group `window` works everywhere, one of a desk only while that desk is shown, one of `comments` while the
keyboard is in the comments beside a desk. A key never takes a
character that somebody may want to type: it has Ctrl or Alt, or is a function key. Those of `IN_TABLES` are letters:
they work only while a table has the focus in which nothing is typed. Other keys can be chosen (`keymap.py`) as far as
`key_rules.py` allows.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from framework_qda.ui.keymap import chosen_keys, current_keymap


class Command(NamedTuple):
    """What a command is called in menus, and its key (`Ctrl+L`; empty: none); `tip` says more than its words."""

    words: str
    key: str = ""
    tip: str = ""


COMMANDS: Mapping[str, Command] = {
    # -- everywhere
    "window.new": Command("New project…", "Ctrl+N"),
    "window.open": Command("Open…", "Ctrl+O"),
    "window.sample": Command("Open sample…"),
    "window.import_notes": Command("Import notes…", "Ctrl+I"),
    "window.export_matrices": Command("Export matrices to Excel…", "Ctrl+Shift+E"),
    "window.export_quotes": Command("Export quote bank to Word…", "Ctrl+Shift+Q"),
    "window.export_sample": Command("Export the sample table…"),
    "window.export_framework": Command("Export themes and sub-topics…"),
    "window.export_cases": Command("Export case sheets…"),
    "window.export_themes": Command("Export theme sheets…"),
    "window.export_verdicts": Command("Export the verdicts…"),
    "window.export_map": Command("Export the map of states…"),
    "window.export_methods": Command("Export the figures of the method…"),
    "window.export_json": Command("Export everything as JSON…"),
    "window.print": Command("Print…", "Ctrl+P", "Print what this desk shows, or save it as PDF"),
    "window.study": Command("About this study…"),
    "window.analyst": Command("Who is working…"),
    "window.back_up": Command("Back up now"),
    "window.check": Command("Check the project"),
    "window.close": Command("Close the project", "Ctrl+W"),
    "window.quit": Command("Quit", "Ctrl+Q"),
    "window.undo": Command("Undo", "Ctrl+Z"),
    "window.redo": Command("Redo", "Ctrl+Shift+Z"),
    "window.history": Command("History", "Ctrl+H", "Everything that was ever done, by day and analyst"),
    "window.next_misspelt": Command("Next misspelt word", "F7"),
    "window.spelling": Command("Spelling…", "Shift+F7", "List the words that are in no dictionary"),
    "window.context_menu": Command("Menu of the place", "Shift+F10", "What can be done where the cursor is"),
    "window.zoom_in": Command("Zoom in", "Ctrl++"),
    "window.zoom_out": Command("Zoom out", "Ctrl+-"),
    "window.zoom_reset": Command("Zoom to 100 %", "Ctrl+0"),
    "window.check_spelling": Command("Check spelling"),
    "window.desk_board": Command("Board", "Ctrl+1"),
    "window.desk_interviews": Command("Interviews", "Ctrl+2"),
    "window.desk_framework": Command("Framework", "Ctrl+3"),
    "window.desk_chart": Command("Chart", "Ctrl+4"),
    "window.desk_matrix": Command("Matrix", "Ctrl+5"),
    "window.desk_case": Command("Case", "Ctrl+6"),
    "window.desk_theme": Command("Theme", "Ctrl+7"),
    "window.desk_find": Command("Find", "Ctrl+8"),
    "window.desk_review": Command("Review", "Ctrl+9"),
    "window.find": Command("Find everywhere", "Ctrl+Shift+F"),
    "window.next_result": Command(
        "Next result", "F3", "Of the Find desk from wherever one is; on Matrix and Theme of the words of the filter"
    ),
    "window.previous_result": Command("Previous result", "Shift+F3"),
    "window.go_to": Command("Go to anything", "Ctrl+K"),
    "window.keys": Command("Keys of this desk", "F1"),
    "window.change_keys": Command("Change keys…"),
    "window.guide": Command("User guide"),
    "window.about": Command("About Framework QDA"),
    # -- Board
    "board.continue": Command("Continue where I was", "Ctrl+Return"),
    "board.open_cell": Command("Open in Chart", "Ctrl+J", "Open the cell, as Enter does"),
    "board.by_case": Command("A row a case study", "Ctrl+Shift+B"),
    # -- Interviews
    "interviews.add_case_study": Command("Add case study", "Ctrl+Shift+C"),
    "interviews.add_organisation": Command("Add organisation", "Ctrl+Shift+O"),
    "interviews.add_interview": Command("Add interview", "Ctrl+Shift+I"),
    "interviews.add_informant": Command("Add informant", "Ctrl+Shift+P"),
    "interviews.delete": Command("Delete", "Ctrl+Del"),
    "interviews.move_up": Command("Move up", "Alt+Shift+Up"),
    "interviews.move_down": Command("Move down", "Alt+Shift+Down"),
    "interviews.attributes": Command("Attributes…", "Ctrl+Shift+A"),
    "interviews.comment": Command("Comment", "Ctrl+M", "Comment on what is chosen"),
    "interviews.comments": Command("Comments", "Shift+F8", "Show or hide the comments on what is chosen"),
    "interviews.next_comment": Command("Next line with an open comment", "Ctrl+Shift+PgDown"),
    "interviews.previous_comment": Command("Previous line with an open comment", "Ctrl+Shift+PgUp"),
    # -- Framework
    "framework.add_theme": Command("Add theme", "Ctrl+Shift+T"),
    "framework.add_subtopic": Command("Add sub-topic", "Ctrl+Shift+S"),
    "framework.delete": Command("Delete", "Ctrl+Del"),
    "framework.move_up": Command("Move up", "Alt+Shift+Up"),
    "framework.move_down": Command("Move down", "Alt+Shift+Down"),
    "framework.rename": Command("Rename", "F2"),
    "framework.move_to": Command("Move to a theme…", "Ctrl+Shift+K", "Put the sub-topic with its cells elsewhere"),
    "framework.split": Command("Split…", "Ctrl+Shift+D", "Move some of the statements into a sub-topic of their own"),
    "framework.merge": Command("Merge into…", "Ctrl+Shift+M", "Put all that is charted into another sub-topic"),
    "framework.revise": Command("Mark cells to be looked at…", "Ctrl+Shift+R", "Say that the sub-topic has changed"),
    "framework.settle": Command("All cells still fit", "Ctrl+Shift+Y", "No cell needs to be looked at again"),
    "framework.tags": Command("Tags…", "Ctrl+T"),
    "framework.rehome": Command("Statements to re-home…", "Ctrl+Shift+H"),
    "framework.show_stale": Command("Show cells to be looked at", "Ctrl+J"),
    # -- Chart
    "chart.link": Command("Link the selected passage", "Ctrl+L"),
    "chart.jump": Command("Jump between reference and passage", "Ctrl+J"),
    "chart.compare_words": Command("Compare own words with the notes", "Ctrl+Shift+J"),
    "chart.star": Command("Star for quotation", "Ctrl+B"),
    "chart.unlink": Command("Remove the reference", "Ctrl+Shift+L"),
    "chart.charted_next": Command("Charted, next cell", "Ctrl+Return"),
    "chart.by_column": Command("Go on down the column", "Ctrl+Shift+M", "The next cell is that of the next interview"),
    "chart.next_cell": Command("Next cell", "Alt+Right"),
    "chart.previous_cell": Command("Previous cell", "Alt+Left"),
    "chart.next_interview": Command("Next interview", "Alt+Down"),
    "chart.previous_interview": Command("Previous interview", "Alt+Up"),
    "chart.find": Command("Find in the notes", "Ctrl+F"),
    "chart.replace": Command("Find and replace…", "Ctrl+R"),
    "chart.switch_pane": Command("Next pane", "F6", "Cell, notes, row of cells, comments, rows around, and round"),
    "chart.previous_pane": Command("Pane before", "Shift+F6", "Back round the panes: from the notes to the cell"),
    "chart.kind_summary": Command("Summary", "Ctrl+Shift+1"),
    "chart.kind_own_words": Command("Own words", "Ctrl+Shift+2"),
    "chart.kind_note": Command("Analyst’s note", "Ctrl+Shift+3"),
    "chart.move_up": Command("Move the statement up", "Alt+Shift+Up"),
    "chart.move_down": Command("Move the statement down", "Alt+Shift+Down"),
    "chart.tag": Command("Tags of the statement…", "Ctrl+T"),
    "chart.to_rehome": Command("To re-home", "Ctrl+Shift+D", "The statement belongs into a better sub-topic"),
    "chart.move_statement": Command("Move the statement to a sub-topic…", "Ctrl+Shift+K"),
    "chart.take_words": Command("Take in as own words", "Ctrl+Shift+V"),
    "chart.state_in_progress": Command("In progress", "Ctrl+Shift+4"),
    "chart.state_charted": Command("Charted", "Ctrl+Shift+5"),
    "chart.state_not_asked": Command("Not asked", "Ctrl+Shift+7"),
    "chart.state_nothing_said": Command("Asked, nothing said", "Ctrl+Shift+8"),
    "chart.state_not_applicable": Command("Not applicable", "Ctrl+Shift+9"),
    "chart.state_unclear": Command("Unclear", "Ctrl+Shift+0"),
    "chart.state_not_charted": Command("Not yet charted"),
    "chart.go_to": Command("Go to a cell…", "Ctrl+G"),
    "chart.next_uncited": Command("Next paragraph that no cell cites", "Alt+PgDown"),
    "chart.previous_uncited": Command("Previous paragraph that no cell cites", "Alt+PgUp"),
    "chart.show_uncited": Command("Mark paragraphs that no cell cites", "F8"),
    "chart.history": Command("History of the cell…", "Ctrl+Shift+H"),
    "chart.comment": Command("Comment", "Ctrl+M", "Comment on the cell, or on the statement of the cursor"),
    "chart.comments": Command("Comments beside the cell", "Shift+F8", "Show or hide the comments"),
    "chart.next_comment": Command("Next cell with an open comment", "Ctrl+Shift+PgDown"),
    "chart.previous_comment": Command("Previous cell with an open comment", "Ctrl+Shift+PgUp"),
    "chart.settle": Command("It still fits, next cell", "Alt+9", "The cell fits its sub-topic as it is now"),
    "chart.compare_definitions": Command(
        "What changed in the sub-topic", "Ctrl+Shift+R", "Its definition then and now"
    ),
    "chart.accept": Command("Accept the cell", "Ctrl+Shift+Return", "Say that the cell is read and accepted"),
    "chart.send_back": Command("Send back with a comment", "Ctrl+Shift+B", "Ask for another look, saying why"),
    "chart.play": Command("Play or pause the recording", "F4"),
    "chart.play_here": Command("Hear the passage or paragraph", "F5"),
    "chart.play_back": Command("Two seconds back", "Shift+F4"),
    "chart.slower": Command("Play slower", "F11"),
    "chart.faster": Command("Play faster", "F12"),
    "chart.fold_notes": Command("Fold the notes", "F9"),
    "chart.fold_neighbours": Command("Fold the neighbouring rows", "Shift+F9"),
    # -- Theme
    "theme.previous": Command("Sub-topic before", "Alt+PgUp"),
    "theme.next": Command("Next sub-topic", "Alt+PgDown"),
    "theme.go_to": Command("Go to a cell…", "Ctrl+G"),
    "theme.open_cell": Command("Open in Chart", "Ctrl+J"),
    "theme.edit": Command("Edit in place", "F2"),
    "theme.settle": Command("It still fits", "Alt+9", "The selected cells fit the sub-topic as it is now"),
    "theme.star": Command("Keep in view as deviant", "Ctrl+B"),
    "theme.find": Command("Find", "Ctrl+F", "Show the interviews whose cells hold some words"),
    "theme.filter": Command("Filter…", "Ctrl+Shift+L"),
    "theme.group": Command("Group by…", "Ctrl+Shift+G"),
    "theme.beside": Command("Sub-topic beside it…", "Ctrl+Shift+S", "Put a second sub-topic beside this one"),
    "theme.deviant_only": Command("Only those kept in view", "Ctrl+Shift+D"),
    "theme.clear_filter": Command("Show all interviews", "Ctrl+Shift+X"),
    "theme.link": Command("Rest the sentence on the selected cells", "Ctrl+L"),
    "theme.weigh": Command("Start a sentence on the selected rows", "Ctrl+Shift+W"),
    "theme.alone": Command("Count this interview alone", "Ctrl+Shift+O", "Weigh the interview of the cursor alone"),
    "theme.cross_tab": Command("Cross-tab…", "Ctrl+Shift+T"),
    "theme.evidence": Command("Evidence of the cell", "F8"),
    "theme.synthesis": Command("Synthesis at the side", "F9"),
    "theme.comment": Command("Comment", "Ctrl+M", "Comment on the cell, or on the statement of the cursor"),
    "theme.comments": Command("Comments beside the column", "Shift+F8", "Show or hide the comments"),
    "theme.next_comment": Command("Next cell with an open comment", "Ctrl+Shift+PgDown"),
    "theme.previous_comment": Command("Previous cell with an open comment", "Ctrl+Shift+PgUp"),
    "theme.accept": Command("Accept the cell", "Ctrl+Shift+Return", "Say that the cells are read and accepted"),
    "theme.send_back": Command("Send back with a comment", "Ctrl+Shift+B", "Ask for another look, saying why"),
    "theme.switch_pane": Command("Next pane: column, synthesis, evidence", "F6"),
    "theme.previous_pane": Command("Pane before", "Shift+F6", "Back round the panes"),
    "theme.state_not_charted": Command("Not yet charted", "Alt+0"),
    "theme.state_in_progress": Command("In progress", "Alt+1"),
    "theme.state_charted": Command("Charted", "Alt+2"),
    "theme.state_not_asked": Command("Not asked", "Alt+4"),
    "theme.state_nothing_said": Command("Asked, nothing said", "Alt+5"),
    "theme.state_not_applicable": Command("Not applicable", "Alt+6"),
    "theme.state_unclear": Command("Unclear", "Alt+7"),
    # -- Matrix
    "matrix.go_to": Command("Go to a cell…", "Ctrl+G"),
    "matrix.edit": Command("Edit in place", "F2"),
    "matrix.kind_summary": Command("Summary", "Ctrl+Shift+1", "Of the statement that is being edited"),
    "matrix.kind_own_words": Command("Own words", "Ctrl+Shift+2", "Of the statement that is being edited"),
    "matrix.kind_note": Command("Analyst’s note", "Ctrl+Shift+3", "Of the statement that is being edited"),
    "matrix.move_up": Command("Move the statement up", "Alt+Shift+Up", "The statement that is being edited"),
    "matrix.move_down": Command("Move the statement down", "Alt+Shift+Down", "The statement that is being edited"),
    "matrix.tag": Command("Tags of the statement…", "Ctrl+T"),
    "matrix.to_rehome": Command("To re-home", "Ctrl+Shift+D", "The statement belongs into a better sub-topic"),
    "matrix.move_statement": Command("Move the statement to a sub-topic…", "Ctrl+Shift+K"),
    "matrix.rehome": Command("Statements to re-home…", "Ctrl+Shift+H"),
    "matrix.settle": Command("It still fits", "Alt+9", "The selected cells fit their sub-topic as it is now"),
    "matrix.charted_next": Command("Charted, next cell", "Ctrl+Return"),
    "matrix.open_cell": Command("Open in Chart", "Ctrl+J"),
    "matrix.next_theme": Command("Next matrix", "Ctrl+PgDown"),
    "matrix.previous_theme": Command("Previous matrix", "Ctrl+PgUp"),
    "matrix.filter": Command("Filter…", "Ctrl+Shift+L"),
    "matrix.find": Command("Find", "Ctrl+F"),
    "matrix.replace": Command("Find and replace…", "Ctrl+R"),
    "matrix.order": Command("Order by attributes…", "Ctrl+Shift+G"),
    "matrix.clear_filter": Command("Show all interviews in their order", "Ctrl+Shift+X"),
    "matrix.switch_pane": Command("Next pane: grid, evidence, comments", "F6"),
    "matrix.previous_pane": Command("Pane before", "Shift+F6", "Back round the panes"),
    "matrix.evidence": Command("Evidence beside the matrix", "F8", "Show or hide the evidence, as Space does"),
    "matrix.play_here": Command("Hear the passage, or pause", "F5"),
    "matrix.play": Command("Play or pause the recording", "Shift+F4"),
    "matrix.play_back": Command("Two seconds back", "Shift+F5"),
    "matrix.slower": Command("Play slower", "F11"),
    "matrix.faster": Command("Play faster", "F12"),
    "matrix.copy": Command("Copy cells", "Ctrl+C"),
    "matrix.copy_with_heads": Command("Copy cells with headings", "Ctrl+Shift+C"),
    "matrix.fit_column": Command("Column width by content"),
    "matrix.wider": Command("Column wider"),
    "matrix.narrower": Command("Column narrower"),
    "matrix.fit_columns": Command("All columns by content"),
    "matrix.equal_columns": Command("All columns alike", "", "Let whole columns, all alike, fill the window"),
    "matrix.hide_column": Command("Hide the column", "Ctrl+Shift+Del"),
    "matrix.column_left": Command("Column further left", "Alt+Shift+Left"),
    "matrix.column_right": Command("Column further right", "Alt+Shift+Right"),
    "matrix.show_columns": Command("Show all columns"),
    "matrix.to_framework": Command("Sub-topic in Framework", "", "Rename, define, split or merge the sub-topic there"),
    "matrix.to_theme": Command("Read down in Theme", "", "Read the sub-topic down all its interviews"),
    "matrix.to_interview": Command("Interview in Interviews", "", "Show what is recorded of the interview there"),
    "matrix.summaries": Command("Figures of columns and rows", "Ctrl+Shift+U"),
    "matrix.save_view": Command("Save this view…", "Ctrl+Shift+V"),
    "matrix.zoom_in": Command("Grid larger", "Alt+=", "The grid alone, as Ctrl and the wheel do"),
    "matrix.zoom_out": Command("Grid smaller", "Alt+-"),
    "matrix.zoom_reset": Command("Grid in its own size"),
    "matrix.whole_cell": Command("Whole cell", "F4"),
    "matrix.next_row_height": Command("Next row height", "Ctrl+Shift+R"),
    "matrix.rows_0": Command("Rows as tall as their words"),
    "matrix.rows_2": Command("Rows of 2 lines"),
    "matrix.rows_4": Command("Rows of 4 lines"),
    "matrix.rows_8": Command("Rows of 8 lines"),
    "matrix.comment": Command("Comment", "Ctrl+M", "Comment on the cell, or on the statement of the cursor"),
    "matrix.comments": Command("Comments beside the matrix", "Shift+F8", "Show or hide the comments"),
    "matrix.next_comment": Command("Next cell with an open comment", "Ctrl+Shift+PgDown"),
    "matrix.previous_comment": Command("Previous cell with an open comment", "Ctrl+Shift+PgUp"),
    "matrix.accept": Command("Accept the cell", "Ctrl+Shift+Return", "Say that the cells are read and accepted"),
    "matrix.send_back": Command("Send back with a comment", "Ctrl+Shift+B", "Ask for another look, saying why"),
    "matrix.state_not_charted": Command("Not yet charted", "Alt+0"),
    "matrix.state_in_progress": Command("In progress", "Alt+1"),
    "matrix.state_charted": Command("Charted", "Alt+2"),
    "matrix.state_not_asked": Command("Not asked", "Alt+4"),
    "matrix.state_nothing_said": Command("Asked, nothing said", "Alt+5"),
    "matrix.state_not_applicable": Command("Not applicable", "Alt+6"),
    "matrix.state_unclear": Command("Unclear", "Alt+7"),
    # -- Case
    "case.previous_case": Command("Previous case study", "Alt+PgUp"),
    "case.next_case": Command("Next case study", "Alt+PgDown"),
    "case.choose": Command("Go to a case study…", "Ctrl+G"),
    "case.next_theme": Command("Next matrix", "Ctrl+PgDown"),
    "case.previous_theme": Command("Previous matrix", "Ctrl+PgUp"),
    "case.filter": Command("Filter by verdict…", "Ctrl+Shift+L"),
    "case.clear_filter": Command("Show all sub-topics", "Ctrl+Shift+X"),
    "case.open_cell": Command("Open in Chart", "Ctrl+J"),
    "case.agree": Command("Agree", "A"),
    "case.differ": Command("Differ", "D"),
    "case.one_silent": Command("One silent", "S"),
    "case.no_partner": Command("No partner", "N"),
    "case.clear_verdict": Command("No verdict", "Backspace"),
    "case.note": Command("Note on the verdict", "F2"),
    "case.link": Command("Link the selected cell", "Ctrl+L", "Let the point of the synopsis rest on the selected cell"),
    "case.evidence": Command("Evidence beside the table", "F8", "Show or hide the evidence, as Space does"),
    "case.synopsis": Command("Synopsis beside the table", "F9", "Show or hide the synopsis"),
    "case.switch_pane": Command("Next pane: table, synopsis, evidence", "F6"),
    "case.previous_pane": Command("Pane before", "Shift+F6", "Back round the panes"),
    "case.comment": Command("Comment", "Ctrl+M", "Comment on the cell"),
    "case.comments": Command("Comments beside the table", "Shift+F8", "Show or hide the comments"),
    "case.next_comment": Command("Next cell with an open comment", "Ctrl+Shift+PgDown"),
    "case.previous_comment": Command("Previous cell with an open comment", "Ctrl+Shift+PgUp"),
    "case.accept": Command("Accept the cell", "Ctrl+Shift+Return", "Say that the cell is read and accepted"),
    "case.send_back": Command("Send back with a comment", "Ctrl+Shift+B", "Ask for another look, saying why"),
    "case.side_by_side": Command("Side by side…", "Ctrl+Shift+S"),
    "case.verdicts": Command("Verdicts on all case studies", "Ctrl+Shift+T"),
    # -- Comments, beside whichever desk
    "comments.reply": Command("Reply", "Alt+Shift+R", "Reply to the comment with the keyboard, else to the last one"),
    "comments.resolve": Command("Resolve", "Alt+Shift+D", "Say that it is settled, or that it is not; as for Reply"),
    # -- Find
    "find.open": Command("Go to the result", "Ctrl+J", "Go to the result, as Enter does"),
    "find.near": Command("Near words", "Ctrl+Shift+N", "Near words: find words that are spelt a little otherwise too"),
    "find.kind_0": Command("All kinds", "Alt+0"),
    "find.kind_1": Command("Names and definitions", "Alt+1"),
    "find.kind_2": Command("Cells", "Alt+2"),
    "find.kind_3": Command("Conclusions", "Alt+3"),
    "find.kind_4": Command("Extracts", "Alt+4"),
    "find.kind_5": Command("Comments", "Alt+5"),
    "find.kind_6": Command("Notes", "Alt+6"),
    "find.case_study": Command("Choose a case study", "Ctrl+Shift+C"),
    "find.theme": Command("Choose a theme", "Ctrl+Shift+T"),
    "find.analyst": Command("Choose an analyst", "Ctrl+Shift+A"),
    "find.clear": Command("Search everything again", "Ctrl+Shift+X"),
    # -- Review
    "review.next": Command("Looked at, next cell", "N"),
    "review.accept": Command("Accept, next cell", "A"),
    "review.send_back": Command("Send back with a comment", "B"),
    "review.comment": Command("Comment", "C"),
    "review.open_cell": Command("Open in Chart", "Ctrl+J"),
    "review.mark_all": Command("Looked at everything", "Ctrl+Shift+N"),
    "review.show_changed": Command("What others changed", "Alt+1"),
    "review.show_history": Command("History", "Alt+2", "Everything that was ever done, by day and analyst"),
    "review.switch_pane": Command("Next pane: list, words, comments or filters", "F6"),
    "review.previous_pane": Command("Pane before", "Shift+F6", "Back round the panes"),
    "review.filter": Command("Filter the history…", "Ctrl+Shift+L", "Whose changes are listed, of what and when"),
    "review.all_history": Command("Show the whole history", "Alt+0", "Take the filters of the history away"),
}

IN_TABLES = frozenset(
    {
        *("case.agree", "case.differ", "case.one_silent", "case.no_partner", "case.clear_verdict"),
        *("review.next", "review.accept", "review.send_back", "review.comment"),
    },
)
"""Commands whose keys are letters: their widget is a table in which nothing is typed, and must have the focus."""

EXTRA_KEYS: Mapping[str, tuple[str, ...]] = {
    "window.redo": ("Ctrl+Y",),
    "window.zoom_in": ("Ctrl+=",),
    "chart.charted_next": ("Ctrl+Enter",),
    "chart.accept": ("Ctrl+Shift+Enter", "Ctrl+Shift+6"),
    "matrix.charted_next": ("Ctrl+Enter",),
    "matrix.accept": ("Ctrl+Shift+Enter", "Alt+3"),
    "matrix.send_back": ("Alt+8",),
    "case.accept": ("Ctrl+Shift+Enter",),
    "theme.accept": ("Ctrl+Shift+Enter", "Alt+3"),
    "theme.send_back": ("Alt+8",),
}


def group_of(command_id: str) -> str:
    """Return the group of a command: `window` or the key of a desk."""
    return command_id.split(".", 1)[0]


def commands_of(group: str) -> dict[str, Command]:
    """Return the commands of a group in the order of the table."""
    return {key: command for key, command in COMMANDS.items() if group_of(key) == group}


def default_keys(command_id: str) -> tuple[str, ...]:
    """Return the keys that the table gives a command, the one that menus show first."""
    key = COMMANDS[command_id].key
    return ((key,) if key else ()) + EXTRA_KEYS.get(command_id, ())


def keys_of(command_id: str) -> tuple[str, ...]:
    """Return the keys of a command in force on this machine, the one that menus show first."""
    chosen = chosen_keys().get(command_id)
    if chosen is None:
        return default_keys(command_id)
    return (chosen,) if chosen else ()


def key_text(command_id: str) -> str:
    """Return the key of a command as this system writes it, or an empty text."""
    return native_text(next(iter(keys_of(command_id)), ""))


def native_text(key: str) -> str:
    """Write a key as this system does."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def describe(command_id: str) -> str:
    """Return what a command does with its key: `Link the selected passage (Ctrl+L)`."""
    words = COMMANDS[command_id].tip or COMMANDS[command_id].words.rstrip("…")
    key = key_text(command_id)
    return f"{words} ({key})" if key else words


def is_key_of(event: QKeyEvent, command_id: str) -> bool:
    """Return whether a key that is pressed is one of a command's."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
    return any(QKeySequence(key) == pressed for key in keys_of(command_id))


class CommandAction(QAction):
    """An action whose keys and tool tip are those of its command, also when other keys are chosen."""

    def __init__(self, command_id: str, parent: QObject) -> None:
        super().__init__(COMMANDS[command_id].words, parent)
        self.setObjectName(command_id)
        self.setStatusTip(COMMANDS[command_id].tip or COMMANDS[command_id].words.rstrip("…"))
        current_keymap().changed.connect(self.take_keys)
        self.take_keys()

    def take_keys(self) -> None:
        """Answer to the keys in force."""
        command_id = self.objectName()
        self.setShortcuts([QKeySequence(key) for key in keys_of(command_id)])
        self.setToolTip(describe(command_id))


def make_action(parent: QObject, command_id: str, slot: Callable[..., object]) -> QAction:
    """Make the action of a command: words, keys, tool tip; a widget as parent answers to the keys at once.

    `slot` is called without arguments.
    """
    action = CommandAction(command_id, parent)
    context = Qt.ShortcutContext
    is_global = group_of(command_id) == "window"
    here = context.WidgetShortcut if command_id in IN_TABLES else context.WidgetWithChildrenShortcut
    action.setShortcutContext(context.WindowShortcut if is_global else here)
    action.triggered.connect(lambda _checked=False: slot())
    if isinstance(parent, QWidget):
        parent.addAction(action)
    return action


def find_clashes(commands: Iterable[str] = COMMANDS) -> list[tuple[str, str]]:
    """Return pairs of commands that would answer to one key at the same time."""
    ids = list(commands)
    return [
        (first, second)
        for place, first in enumerate(ids)
        for second in ids[place + 1 :]
        if can_meet(first, second) and set(keys_of(first)) & set(keys_of(second))
    ]


def can_meet(first: str, second: str) -> bool:
    """Return whether two commands work at the same time: on one desk, or one of them everywhere or beside a desk."""
    groups = {group_of(first), group_of(second)}
    return len(groups) == 1 or not groups.isdisjoint(("window", "comments"))
