"""What a cell says, in the styles of statements."""

from dataclasses import replace

from framework_qda.io.printable import Printable
from framework_qda.io.runs import Composer, Run, RunKind, plain_text
from framework_qda.matrix.grid import EvidenceRef, GridCell, GridStatement, TagMark
from framework_qda.model import CellState


def compose(*statements, state=CellState.CHARTED, **options):
    return Composer(Printable(), **options).runs(GridCell("c", "i", "s", state, statements))


def said(text, kind="summary", *evidence):
    return GridStatement("1", kind, text, evidence)


def test_each_statement_is_a_line_in_its_style():
    runs = compose(said("Reads."), said("never", "own_words"), said("why", "note"))
    assert plain_text(runs) == "Reads.\n‘never’\nNote: why"
    assert [run.kind for run in runs if run.text != "\n"] == [RunKind.PLAIN, RunKind.OWN_WORDS, RunKind.NOTE]


def test_notes_and_references_can_be_left_out():
    place = EvidenceRef("e", 14, 1_390_000, is_starred=False, text="")
    statements = (said("Reads.", "summary", place), said("why", "note"))
    assert plain_text(compose(*statements, has_notes=False)) == "Reads. (¶14, 0:23:10)"
    assert plain_text(compose(*statements, has_references=False)) == "Reads.\nNote: why"


def test_tags_follow_the_references_where_they_are_wanted():
    place = EvidenceRef("e", 14, None, is_starred=False, text="")
    tagged = replace(said("Asks.", "summary", place), tags=(TagMark("consent"), TagMark("out of hours", 1)))
    assert plain_text(compose(tagged, has_tags=True)) == "Asks. (¶14) #consent #out of hours"
    assert compose(tagged, has_tags=True)[-1].kind is RunKind.STATE
    assert plain_text(compose(tagged)) == "Asks. (¶14)"


def test_the_names_of_tags_are_finished_as_all_texts_of_users():
    tagged = replace(said("a"), tags=(TagMark("b"),))
    assert plain_text(compose(tagged, has_tags=True, finish=str.upper)) == "A #B"


def test_an_empty_cell_says_why():
    assert compose(state=CellState.NOT_ASKED) == [Run(RunKind.STATE, "not asked")]
    assert Composer(Printable()).runs(None) == [Run(RunKind.STATE, "not yet charted")]


def test_quoted_words_are_the_speakers_own():
    assert compose(said("Says “now”."))[1] == Run(RunKind.OWN_WORDS, "“now”")


def test_a_format_finishes_every_text_of_a_user():
    assert plain_text(compose(said("a"), finish=str.upper)) == "A"
