"""The Chart desk as a person works at it, against a real project."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from framework_qda.model import CaseStudy, Changes, Interview, Paragraph, Statement, Subtopic
from framework_qda.ui.chart.desk import ChartDesk
from framework_qda.ui.chart.evidence import LINKED_ALREADY, NOTHING_CHOSEN, READ_ONLY, TAKEN_ALREADY
from framework_qda.ui.operations import Operations
from framework_qda.ui.widgets import cell_saving
from framework_qda.ui.widgets import statement_blocks as blocks
from framework_qda.ui.widgets.carrying import UNDECIDED
from framework_qda.ui.widgets.statement_places import chip_area

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def evidence(study, row=0, column=0):
    return [statement.evidence for statement in study.cell(row, column).content]


def undo(bench):
    bench.desk.finish_editing()
    bench.operations.run(lambda project: project.undo())


def redo(bench):
    bench.operations.run(lambda project: project.redo())


# -- the task, end to end


def test_type_link_undo_redo_and_jump(bench, study):
    bench.type("Forms were lost.")
    bench.select("Two forms got lost one winter")
    bench.shortcut(Key.Key_L, CONTROL)
    (statement,) = study.cell().content
    assert statement.text == "Forms were lost."
    assert study.project.read.extracts_by_id(statement.evidence)[statement.evidence[0]].text == (
        "Two forms got lost one winter"
    )
    assert [chip.extract_id for chip in _chips(bench)] == list(statement.evidence)
    undo(bench)
    assert _chips(bench) == []
    redo(bench)
    assert len(_chips(bench)) == 1
    bench.shortcut(Key.Key_J, CONTROL)
    assert bench.notes.hasFocus()
    assert bench.notes.current_extract == statement.evidence[0]
    bench.shortcut(Key.Key_J, CONTROL, bench.notes)
    assert bench.editor.hasFocus()
    assert bench.editor.selected_chip().extract_id == statement.evidence[0]


def _chips(bench):
    from framework_qda.ui.widgets.statement_blocks import blocks_of, chips_of

    return [chip for block in blocks_of(bench.editor.document()) for chip in chips_of(block)]


# -- saving


def test_what_was_typed_is_written_when_the_cell_is_left(bench, study):
    bench.type("Told of every referral.")
    bench.open(0, 1)
    assert study.cell(0, 0).content[0].text == "Told of every referral."
    assert study.cell(0, 0).state == "in_progress"


def test_what_was_typed_is_written_by_finish_editing(bench, study):
    bench.type("Done.")
    bench.desk.finish_editing()
    assert study.cell().content[0].text == "Done."


def test_what_was_typed_is_written_when_the_focus_leaves(bench, study):
    bench.type("Done.")
    bench.notes.setFocus()
    assert study.cell().content[0].text == "Done."


def test_what_was_typed_is_written_after_a_pause(qtbot, bench, study, monkeypatch):
    bench.desk.panes.saving._pause_timer.setInterval(30)
    bench.type("Done.")
    qtbot.waitUntil(lambda: bool(study.cell().content), timeout=2000)


def test_typing_is_kept_as_a_draft_within_a_second(qtbot, bench, study):
    kept = []
    study.project.drafts.keep = lambda *values: kept.append(values)
    bench.desk.panes.saving._draft_timer.setInterval(20)
    bench.type("Told")
    qtbot.waitUntil(lambda: bool(kept), timeout=2000)
    assert kept[0][:2] == (study.interviews[0], study.subtopics[0])
    assert kept[0][2][0].text == "Told"
    assert study.cell().content == ()


def test_the_draft_is_dropped_once_the_cell_is_written(qtbot, bench, study):
    bench.type("Told")
    bench.desk.panes.saving._keep_draft()
    bench.desk.finish_editing()
    study.project.drafts.flush()
    assert study.project.left_over_drafts() == []


def test_the_times_of_saving_are_what_was_promised():
    assert cell_saving.DRAFT_MS <= 1000
    assert 2000 <= cell_saving.PAUSE_MS <= 10_000


def test_nothing_is_written_where_nothing_was_typed(bench, study):
    study.chart("Here.", 0, 0)
    before = len(study.project.recent_actions())
    for column in (1, 2, 0):
        bench.open(0, column)
    bench.desk.finish_editing()
    assert len(study.project.recent_actions()) == before


def test_one_stretch_of_typing_is_one_action(bench, study):
    before = len(study.project.recent_actions())
    bench.type("Several words, and then some more.")
    bench.desk.finish_editing()
    assert len(study.project.recent_actions()) == before + 1


def test_words_that_could_not_be_written_stay_on_the_screen(bench, study, monkeypatch):
    from framework_qda.errors import NotSavedError

    def refuse(*_values, **_more):
        raise NotSavedError("The disk is full. Nothing was saved.")

    bench.type("Precious words.")
    monkeypatch.setattr(study.project, "chart", refuse)
    bench.open(0, 1)
    assert bench.words == ["Precious words."]
    assert bench.desk.panes.saving.is_dirty
    assert bench.said == ["The disk is full. Nothing was saved."]


# -- undo


def test_typing_is_taken_back_by_the_editor_first_and_by_the_project_after(bench, study):
    bench.type("One.")
    bench.desk.finish_editing()
    bench.type(" Two.")
    bench.press(Key.Key_Z, CONTROL)
    assert bench.words == ["One."]
    assert not bench.editor.document().isUndoAvailable()
    undo(bench)
    assert bench.words == []


def test_an_undo_elsewhere_is_shown_there(bench, study):
    bench.type("One.")
    bench.open(0, 2)
    undo(bench)
    assert bench.desk._place.subtopic_id == study.subtopics[0]
    assert study.cell().content == ()


def test_a_change_of_the_cell_keeps_the_caret(bench, study):
    bench.type("One.")
    bench.press(Key.Key_Return)
    bench.type("Two.")
    bench.desk.finish_editing()
    first = study.cell().content[0]
    bench.editor.put_caret_in(first.id)
    bench.operations.run(
        lambda project: project.chart(
            study.interviews[0], study.subtopics[0], [Statement("new", "note", "Above."), *study.cell().content]
        )
    )
    assert bench.words == ["Above.", "One.", "Two."]
    assert bench.editor.current_statement().id == first.id
    assert bench.editor.textCursor().positionInBlock() == 4


def test_a_change_from_elsewhere_never_overwrites_what_is_being_typed(bench, study):
    bench.type("Mine.")
    study.project.set_state(study.interviews[0], study.subtopics[0], "not_asked")
    bench.desk.show_changes(Changes("a", {"cell": frozenset([study.cell().id])}))
    assert bench.words == ["Mine."]


# -- evidence


def test_linking_in_an_empty_cell_makes_a_statement(bench, study):
    bench.select("Nobody compares")
    bench.do("link")
    assert [len(each) for each in evidence(study)] == [1]


def test_with_nothing_selected_the_paragraph_of_the_caret_is_linked(bench, study):
    bench.select("Nobody compares")
    bench.notes.moveCursor(QTextCursor.MoveOperation.Left)
    bench.do("link")
    (extract,) = study.project.read.extracts(study.interviews[0])
    assert extract.text == "Nobody compares the two lists."


def test_a_passage_behind_an_emoji_is_anchored_in_code_points(bench, study):
    bench.select("nothing came of it")
    bench.do("link")
    (extract,) = study.project.read.extracts(study.interviews[0])
    (anchor,) = extract.anchors
    text = study.project.read.get(Paragraph, anchor.paragraph_id).text
    assert text[anchor.start : anchor.end] == "nothing came of it"


def test_a_selection_over_paragraphs_makes_an_anchor_for_each(bench, study):
    bench.select("but it’s the tenth you do it for.")
    cursor = bench.notes.textCursor()
    cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
    bench.notes.setTextCursor(cursor)
    bench.do("link")
    (extract,) = study.project.read.extracts(study.interviews[0])
    assert [anchor.exact for anchor in extract.anchors] == [
        "but it’s the tenth you do it for.",
        "Nobody compares the two lists.",
    ]


def test_words_not_yet_written_are_written_with_the_link_as_one_action(bench, study):
    before = len(study.project.recent_actions())
    bench.type("Lists differ.")
    bench.select("Nobody compares")
    bench.do("link")
    assert len(study.project.recent_actions()) == before + 1
    undo(bench)
    assert study.cell().content == ()


def test_a_passage_is_taken_in_as_own_words(bench, study):
    bench.type("She hears late.")
    bench.select("it’s the tenth you do it for")
    bench.do("take_words")
    first, second = study.cell().content
    assert first.text == "She hears late."
    assert (second.kind, second.text, len(second.evidence)) == ("own_words", "it’s the tenth you do it for", 1)
    assert bench.editor.current_statement().id == second.id


def test_own_words_take_the_place_of_an_empty_statement(bench, study):
    bench.select("it’s the tenth you do it for")
    bench.do("take_words")
    assert [statement.kind for statement in study.cell().content] == ["own_words"]


def test_what_is_typed_behind_words_just_taken_in_begins_a_new_statement(bench):
    bench.select("it’s the tenth you do it for")
    bench.do("take_words")
    bench.qtbot.keyClicks(bench.notes, "S")
    bench.type("he rings.")
    assert bench.words == ["it’s the tenth you do it for", "She rings."]
    assert [statement.kind for statement in bench.editor.content()] == ["own_words", "summary"]


def test_no_statement_begins_with_the_blank_typed_behind_words_just_taken_in(bench):
    bench.select("it’s the tenth you do it for")
    bench.do("take_words")
    bench.type(" She rings.")
    assert bench.words == ["it’s the tenth you do it for", "She rings."]


def test_what_is_pasted_behind_words_just_taken_in_is_a_new_statement(bench):
    bench.select("it’s the tenth you do it for")
    bench.do("take_words")
    data = QMimeData()
    data.setText("She rings.")
    bench.editor.insertFromMimeData(data)
    assert bench.words == ["it’s the tenth you do it for", "She rings."]


def test_words_taken_in_can_be_gone_on_with_where_the_caret_comes_back_to_them(bench):
    bench.select("it’s the tenth you do it for")
    bench.do("take_words")
    bench.press(Key.Key_Left)
    bench.press(Key.Key_Right)
    bench.type("!")
    assert bench.words == ["it’s the tenth you do it for!"]


def test_words_taken_in_that_are_cut_short_are_gone_on_with(bench):
    bench.select("it’s the tenth you do it for")
    bench.do("take_words")
    bench.press(Key.Key_Backspace)
    bench.type("x")
    assert bench.words == ["it’s the tenth you do it fox"]


def test_another_passage_can_be_linked_to_words_just_taken_in(bench):
    bench.select("it’s the tenth you do it for")
    bench.do("take_words")
    bench.select("Nobody compares")
    bench.do("link")
    assert [len(statement.evidence) for statement in bench.editor.content()] == [2]


def test_the_same_words_are_not_taken_in_twice(bench, study):
    for _ in range(2):
        bench.select("it’s the tenth you do it for")
        bench.do("take_words")
    assert [statement.kind for statement in study.cell().content] == ["own_words"]
    assert bench.desk.hint.words == TAKEN_ALREADY


def test_nothing_is_linked_before_a_place_of_the_notes_was_chosen(bench, study):
    bench.type("Lists differ.")
    bench.do("link")
    assert bench.desk.hint.words == NOTHING_CHOSEN
    assert not any(evidence(study))
    bench.notes.setFocus()
    bench.do("link")
    assert [len(each) for each in evidence(study)] == [1]
    assert bench.desk.hint.words == "No words were selected: the statement rests on the whole of ¶1."


def test_a_link_shades_the_passage(bench):
    bench.select("Nobody compares")
    bench.do("link")
    extract_id = bench.notes.current_extract
    (passage,) = bench.notes.passages_of(extract_id)
    assert (passage.line, passage.start, passage.end, passage.is_here) == (3, 0, len("Nobody compares"), True)


def test_a_passage_used_in_another_cell_is_told_apart(bench):
    bench.select("Nobody compares")
    bench.do("link")
    extract_id = bench.notes.current_extract
    bench.open(0, 1)
    assert [passage.is_here for passage in bench.notes.passages_of(extract_id)] == [False]


def test_a_star_shows_on_the_reference(bench, study):
    bench.select("Nobody compares")
    bench.do("link")
    extract_id = bench.notes.current_extract
    bench.editor.select_chip(extract_id)
    bench.do("star")
    assert study.project.read.extracts(study.interviews[0])[0].is_starred
    assert "★" in bench.editor.passage_tip(extract_id)
    bench.do("star")
    assert "★" not in bench.editor.passage_tip(extract_id)


def test_a_removed_reference_takes_its_unused_extract_along(bench, study):
    bench.select("Nobody compares")
    bench.do("link")
    bench.editor.select_chip(bench.notes.current_extract)
    bench.do("unlink")
    assert evidence(study) in ([], [()])
    assert study.project.read.extracts(study.interviews[0]) == []


def test_a_click_on_a_reference_shows_the_passage_and_keeps_the_keyboard(bench):
    bench.select("Nobody compares")
    bench.do("link")
    extract_id = bench.notes.current_extract
    bench.notes.set_current("")
    bench.editor.setFocus()
    bench.editor.chip_activated.emit(extract_id)
    assert bench.notes.current_extract == extract_id
    assert bench.editor.hasFocus()


def test_a_jump_from_a_passage_used_elsewhere_goes_to_that_cell(bench, study):
    bench.select("Nobody compares")
    bench.do("link")
    extract_id = bench.notes.current_extract
    bench.open(0, 2)
    bench.notes.setFocus()
    bench.notes.go_to_extract(extract_id)
    bench.do("jump")
    assert bench.desk._place.subtopic_id == study.subtopics[0]
    assert bench.editor.selected_chip().extract_id == extract_id


def test_a_reference_that_is_pointed_at_shows_its_passage_strongest(bench):
    bench.select("Two forms got lost")
    bench.do("link")
    bench.notes.set_current("")
    (statement,) = bench.editor.content()
    chip = blocks.chips_of(bench.editor.document().firstBlock())[0]
    QTest.mouseMove(bench.editor.viewport(), chip_area(bench.editor, chip.position).center().toPoint())
    assert bench.notes.current_extract == statement.evidence[0]


def test_jumps_from_a_statement_go_through_its_references_and_round(bench):
    for words in ("Two forms got lost", "Nobody compares"):
        bench.select(words)
        bench.do("link")
    evidence = bench.editor.current_statement().evidence
    bench.notes.set_current("")
    seen = []
    for _ in range(3):
        bench.editor.setFocus()
        bench.editor.put_caret_in(bench.editor.current_statement().id)
        bench.do("jump")
        seen.append(bench.editor.selected_chip().extract_id)
    assert seen == [evidence[0], evidence[1], evidence[0]]


def test_a_jump_without_a_reference_says_why_nothing_happens(bench):
    bench.type("Nothing behind it.")
    bench.do("jump")
    assert "no reference" in bench.desk.status_text()


def test_a_passage_that_was_reworded_is_proposed_and_not_shaded(bench, study):
    bench.select("nine times out of ten I have, but it’s the tenth you do it for")
    bench.do("link")
    extract_id = bench.notes.current_extract
    paragraph_id = bench.notes.lines[2].paragraph_id
    bench.operations.run(
        lambda project: project.edit_paragraph(
            paragraph_id, text="Rings: nine times of ten she has, though it’s the tenth that you do it for, always."
        )
    )
    assert bench.notes.passages_of(extract_id) == []
    bench.do("jump")
    assert "likeliest place" in bench.desk.status_text()
    assert bench.notes.textCursor().hasSelection()


def test_the_passage_of_another_desk_is_opened_with_its_cell(bench, study):
    bench.select("Nobody compares")
    bench.do("link")
    extract_id = bench.notes.current_extract
    bench.open(1, 2)
    bench.desk.open_passage(study.interviews[0], extract_id)
    assert bench.desk._place == (study.interviews[0], study.subtopics[0])
    assert bench.notes.current_extract == extract_id
    assert bench.notes.hasFocus()


# -- states and going on


def test_charted_and_next(bench, study):
    bench.type("Told.")
    bench.shortcut(Key.Key_Return, CONTROL)
    assert study.cell(0, 0).state == "charted"
    assert bench.desk._place.subtopic_id == study.subtopics[1]


def test_charted_and_next_is_one_action(bench, study):
    before = len(study.project.recent_actions())
    bench.type("Told.")
    bench.do("charted_next")
    assert len(study.project.recent_actions()) == before + 1


def test_an_empty_cell_is_not_called_charted(bench, study):
    bench.do("charted_next")
    assert study.cell(0, 0).state == "not_charted"
    assert "no words" in bench.desk.status_text()


def test_a_reviewed_cell_stays_reviewed(bench, study):
    study.chart("Told.", state="reviewed")
    bench.open(0, 1)
    bench.open(0, 0)
    bench.do("charted_next")
    assert study.cell(0, 0).state == "reviewed"


def test_after_the_last_cell_of_a_row_comes_the_next_row(bench, study):
    bench.open(0, 3)
    bench.do("next_cell")
    assert bench.desk._place == (study.interviews[1], study.subtopics[0])


@pytest.mark.parametrize(
    ("key", "place"),
    [(Key.Key_Right, (1, 2)), (Key.Key_Left, (1, 0)), (Key.Key_Down, (2, 1)), (Key.Key_Up, (0, 1))],
)
def test_alt_and_an_arrow_go_to_the_cell_beside(bench, study, key, place):
    bench.open(1, 1)
    bench.shortcut(key, ALT)
    assert bench.desk._place == (study.interviews[place[0]], study.subtopics[place[1]])


def test_at_the_first_cell_there_is_nothing_before(bench, study):
    bench.do("previous_cell")
    assert bench.desk._place == (study.interviews[0], study.subtopics[0])


def test_a_reason_is_given_to_an_empty_cell(bench, study):
    bench.do("state_not_asked")
    assert study.cell().state == "not_asked"
    assert "Not asked" in bench.desk.panes.cell.state_button.text()


def test_the_strip_goes_to_a_cell(bench, study, qtbot):
    segment = bench.desk.panes.strip.segments()[2]
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert bench.desk._place.subtopic_id == study.subtopics[2]


def test_a_neighbour_goes_to_its_row(bench, study, qtbot):
    study.chart("Below.", 1, 0)
    bench.open(0, 1)
    bench.open(0, 0)
    row = bench.desk.panes.cell.neighbours.rows()[0]
    assert row.neighbour.words == "Below."
    row.click()
    assert bench.desk._place == (study.interviews[1], study.subtopics[0])


def reached(bench, *shifts):
    """Press F6, with Shift where it is `True`, and tell which panes that leads to."""
    panes = bench.desk.panes
    parts = {"rows": panes.cell.neighbours, "comments": panes.comments, "row": panes.strip, "notes": panes.notes}
    parts["cell"] = panes.cell.card
    found = []
    for shift in shifts:
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        bench.shortcut(Key.Key_F6, held, QApplication.focusWidget())
        focus = QApplication.focusWidget()
        found += [name for name, part in parts.items() if part.isAncestorOf(focus)]
    return found


def test_f6_goes_from_the_cell_to_the_notes_and_round_the_panes_that_are_shown(bench):
    assert reached(bench, *[False] * 4) == ["notes", "row", "rows", "cell"]
    bench.do("comments")
    bench.desk.panes.focus_cell()
    assert reached(bench, *[False] * 5) == ["notes", "row", "comments", "rows", "cell"]
    bench.do("fold_neighbours")
    bench.do("fold_notes")
    assert reached(bench, *[False] * 3) == ["row", "comments", "cell"]


def test_shift_f6_goes_back(bench):
    assert reached(bench, False, True, True, True) == ["notes", "cell", "rows", "row"]


def test_f6_goes_to_where_notes_can_be_imported_if_there_are_none(bench):
    bench.open(1, 0)
    assert reached(bench, False, False) == ["notes", "row"]


def test_a_hint_goes_with_the_next_step(bench):
    bench.do("link")
    assert bench.desk.hint.words == NOTHING_CHOSEN
    bench.do("next_cell")
    assert bench.desk.hint.words == ""
    bench.do("previous_cell")
    bench.select("Nobody compares")
    bench.do("link")
    bench.select("Nobody compares")
    bench.do("link")
    assert bench.desk.hint.words == LINKED_ALREADY
    bench.do("star")
    assert bench.desk.hint.words == ""


def shown_state(bench):
    """What the strip and the button below the cell say of the open cell."""
    segment = next(each for each in bench.desk.panes.strip.segments() if each.is_current)
    return segment.text().removeprefix("1.1").strip(), bench.desk.panes.cell.state_button.text()


def test_the_state_follows_what_is_typed_at_once(bench, study):
    study.chart("Told.", state="charted")
    bench.open(0, 1)
    bench.open(0, 0)
    assert shown_state(bench) == ("✓", "Charted ✓ ▾")
    bench.editor.selectAll()
    bench.press(Key.Key_Delete)
    assert shown_state(bench) == ("", "Not yet charted ▾")
    bench.editor.undo()
    assert shown_state(bench) == ("✓", "Charted ✓ ▾")
    assert study.cell().state == "charted"


def test_words_in_a_cell_that_is_empty_for_a_reason_are_in_progress_at_once(bench, study):
    bench.desk.set_state("nothing_said")
    bench.type("W")
    assert shown_state(bench) == ("…", "In progress … ▾")
    bench.desk.finish_editing()
    assert study.cell().state == "in_progress"


def test_words_that_a_reviewer_has_not_read_are_charted_at_once(bench, study):
    study.chart("Told.", state="reviewed")
    bench.open(0, 1)
    bench.open(0, 0)
    bench.type("W")
    assert shown_state(bench) == ("✓", "Charted ✓ ▾")


def test_kinds_change_by_command(bench, study):
    bench.type("Look again.")
    bench.do("kind_note")
    bench.desk.finish_editing()
    assert study.cell().content[0].kind == "note"


def test_panes_fold_and_unfold(bench):
    for name, widget in (("fold_notes", bench.desk.panes.notes), ("fold_neighbours", bench.desk.panes.cell.neighbours)):
        bench.do(name)
        assert widget.isHidden()
        bench.do(name)
        assert not widget.isHidden()


# -- what is said


def test_the_status_says_how_far_the_row_is(bench, study):
    bench.type("Told.")
    bench.do("charted_next")
    assert bench.desk.status_text().startswith("I01: 1 of 4 charted")


def test_the_status_says_how_much_of_the_notes_is_cited(bench):
    bench.select("Nobody compares")
    bench.do("link")
    assert "25 % of 4 paragraphs cited" in bench.desk.status_text()


def test_the_place_names_who_spoke(bench):
    assert bench.desk.place_text() == "I01 · Named Nurse"


def test_the_footer_counts_words_while_typing(bench):
    bench.type("One two three")
    assert bench.desk.panes.cell.words.text() == "3 words · guide 25–120"


def test_the_footer_has_the_guide_length_of_the_column(bench):
    bench.type("One two three")
    subtopic_id = bench.desk._place.subtopic_id
    bench.operations.run(lambda project: project.change(Subtopic, subtopic_id, guide_words_min=0, guide_words_max=2))
    words = bench.desk.panes.cell.words
    assert words.text() == "3 words · guide up to 2"
    assert words.property("role") == "error"
    assert "this column" in words.toolTip()


def test_the_footer_says_who_wrote_last(bench):
    bench.type("Told.")
    bench.desk.finish_editing()
    assert bench.desk.panes.cell.past.text().startswith("last: AM ")
    assert bench.desk.panes.cell.past.text().endswith("1 version")


# -- two people, one cell


@pytest.fixture
def conflicted(bench, study, tmp_path):
    """The first cell, written by two copies of the project without knowing of each other."""
    import shutil

    from framework_qda import open_project

    study.chart("Before.")
    shutil.copy(study.project.path, tmp_path / "copy.fqda")
    study.chart("Mine.", state="charted")
    with open_project(tmp_path / "copy.fqda") as other:
        other.chart(study.interviews[0], study.subtopics[0], [Statement("s00", "summary", "Theirs.")], "reviewed")
        entries = list(other.entries())
    bench.operations.run(lambda project: project.receive(entries))
    return bench


def versions(bench):
    cell = bench.study.cell()
    return bench.study.project.read.conflicts(cell.id).get(cell.id, {})


def test_a_conflicted_cell_says_so_and_waits_for_a_choice(conflicted, qtbot):
    assert conflicted.desk.panes.cell.conflict.isVisible()
    qtbot.keyClicks(conflicted.editor, "x")
    assert conflicted.words[0] in ("Mine.", "Theirs.")
    conflicted.do("charted_next")
    assert len(versions(conflicted)["content"]) == 2


@pytest.mark.parametrize("name", ["kind_note", "to_rehome", "move_down", "link", "unlink", "take_words", "tag"])
def test_nothing_but_a_choice_makes_one_version_of_two(conflicted, name):
    conflicted.do(name)
    conflicted.desk.finish_editing()
    assert len(versions(conflicted)["content"]) == 2
    assert conflicted.desk.status_text() in (UNDECIDED, READ_ONLY)


@pytest.mark.parametrize("number", [0, 1])
def test_either_version_can_be_chosen(conflicted, study, number):
    chosen = versions(conflicted)["content"][number]
    conflicted.desk.panes.cell.conflict.content_chosen.emit(number)
    assert study.cell().content == chosen
    assert "content" not in versions(conflicted)
    assert not conflicted.editor.isReadOnly()


def test_all_versions_can_be_kept(conflicted, study):
    conflicted.desk.panes.cell.conflict.content_chosen.emit(-1)
    assert {statement.text for statement in study.cell().content} == {"Mine.", "Theirs."}


@pytest.mark.parametrize("state", ["charted", "reviewed"])
def test_either_state_can_be_chosen(conflicted, study, state):
    conflicted.desk.panes.cell.conflict.state_chosen.emit(state)
    assert study.cell().state == state
    assert "state" not in versions(conflicted)


# -- the project changes around the desk


def test_without_rows_the_desk_says_what_belongs_there(qtbot, tmp_path):
    from framework_qda import create_project

    with create_project(tmp_path / "empty.fqda", title="Empty", analyst_name="Ann") as project:
        desk = ChartDesk()
        qtbot.addWidget(desk)
        desk.set_project(project, Operations(project))
        desk.resize(900, 600)
        with qtbot.waitExposed(desk):
            desk.show()
        with qtbot.waitSignal(desk.desk_requested) as caught:
            desk.empty_page._interviews.click()
        assert caught.args == ["interviews"]
        changes = project.add(Interview, code="I01")
        desk.show_changes(changes)
        assert desk._place is None


def test_an_interview_without_notes_can_be_charted(bench, study, qtbot):
    bench.open(1, 0)
    assert bench.desk.panes.notes.import_button.isVisible()
    bench.type("Charted from memory.")
    bench.desk.finish_editing()
    assert study.cell(1, 0).content[0].text == "Charted from memory."
    with qtbot.waitSignal(bench.desk.import_requested):
        bench.desk.panes.notes.import_button.click()


def test_linking_without_notes_says_what_is_missing(bench, study):
    bench.open(1, 0)
    bench.do("link")
    assert "import" in bench.desk.status_text()


def test_where_a_cell_cannot_be_written_its_interview_stays_the_chosen_one(bench, monkeypatch):
    chooser = bench.desk.panes.notes.chooser
    before = chooser.currentIndex()
    bench.type("Told.")
    monkeypatch.setattr(bench.desk.panes.saving, "write", lambda: False)
    chooser.setCurrentIndex(1)
    chooser.activated.emit(1)
    assert bench.desk._place.interview_id == bench.study.interviews[0]
    assert chooser.currentIndex() == before


def test_a_deleted_row_is_left(bench, study):
    bench.open(2, 0)
    bench.operations.run(lambda project: project.delete(Interview, study.interviews[2]))
    assert bench.desk._place.interview_id != study.interviews[2]


def test_a_renamed_column_is_shown(bench, study):
    bench.operations.run(lambda project: project.change(Subtopic, study.subtopics[0], label="Overview"))
    assert bench.desk.panes.cell.heading.text() == "1.1 Overview"


def test_beside_a_synthesis_stand_the_cells_that_it_is_written_from(bench, study):
    bench.operations.run(lambda project: project.change(Subtopic, study.subtopics[0], is_synthesis=True))
    bench.open(0, 0)
    rows = bench.desk.panes.cell.neighbours.rows()
    sources = [row for row in rows if row.neighbour.is_source]
    assert [row.neighbour.place.subtopic_id for row in sources] == study.subtopics[1:2]
    sources[0].click()
    assert bench.desk._place.subtopic_id == study.subtopics[1]


def test_a_new_case_study_is_named_in_the_place(bench, study):
    case_study_id = bench.operations.run(lambda project: project.add(CaseStudy, label="Area 1")).new_id
    bench.operations.run(lambda project: project.change(Interview, study.interviews[0], case_study_id=case_study_id))
    assert bench.desk.place_text().startswith("Area 1 · I01")


def test_a_read_only_project_can_be_read_but_not_changed(qtbot, bench, study):
    from framework_qda import open_project

    study.chart("Here.", 0, 0)
    with open_project(study.project.path, read_only=True) as project:
        desk = ChartDesk()
        qtbot.addWidget(desk)
        desk.set_project(project, Operations(project))
        desk.open_cell(study.interviews[0], study.subtopics[0])
        qtbot.keyClicks(desk.panes.cell.editor, "x")
        assert [each.text for each in desk.panes.cell.editor.content()] == ["Here."]
        for name in ("link", "charted_next"):
            assert not desk.actions_by_id[f"chart.{name}"].isEnabled()


def test_an_interview_chosen_by_its_name_leads_to_its_cell_and_a_wrong_name_is_told(bench, study):
    chooser = bench.desk.panes.notes.chooser
    chooser.setFocus()
    chooser.lineEdit().selectAll()
    QTest.keyClicks(chooser, "zzzqqq")
    QTest.keyClick(chooser, Key.Key_Return)
    assert bench.desk.status_text() == "No interview is called “zzzqqq”."
    QTest.keyClicks(chooser, "i02")
    QTest.keyClick(chooser, Key.Key_Return)
    assert bench.editor.hasFocus()
    assert bench.desk.here()[0] == study.interviews[1]
