"""The list of passages: its lines, what is painted and spoken of them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from framework_qda.matrix.grid import EvidenceRef, GridStatement, TagMark
from framework_qda.ui.style import tag_look
from framework_qda.ui.widgets.passage_list import EvidenceModel, PassageList, evidence_rows

FOUND = EvidenceRef("e1", 14, 1_390_000, True, "Nobody had looked.", "transcribed")
GONE = EvidenceRef("e2", None, None, False, "")
LOST = "The passage is not in the notes any more."
STATEMENTS = (
    GridStatement("s1", "summary", "Forms lie about.", (FOUND, GONE)),
    GridStatement("s2", "note", "See the meetings."),
)


@pytest.fixture
def passages(qtbot):
    made = PassageList()
    qtbot.addWidget(made)
    made.resize(300, 500)
    with qtbot.waitExposed(made):
        made.show()
    show(made, STATEMENTS)
    return made


def show(passages, statements):
    passages.evidence_model.set_rows(evidence_rows(statements))


def test_each_statement_is_followed_by_its_passages():
    assert [row.text for row in evidence_rows(STATEMENTS)] == ["Forms lie about.", "Nobody had looked.", LOST]


def test_a_passage_says_star_place_time_and_stage():
    assert evidence_rows(STATEMENTS)[1].meta == "★ ¶14 · 0:23:10 · transcribed"


def test_a_passage_that_was_edited_says_what_to_do():
    edited = EvidenceRef("e3", None, None, False, "Nobody had looked.", is_edited=True)
    assert evidence_rows((GridStatement("s", "summary", "x", (edited,)),))[1].meta == (
        "¶? · the passage has been edited; find it again"
    )


def test_a_passage_stands_between_the_words_around_it_which_are_dim(passages):
    ref = EvidenceRef("e4", 3, None, False, "Nobody 🙂 had looked.", before="… It lay there. ", after=" Not one of us.")
    show(passages, (GridStatement("s", "summary", "x", (ref,)),))
    delegate, row = passages.itemDelegate(), passages.evidence_model.rows[1]
    layout, _tall, _meta, _meta_tall = delegate._parts(row, 260)
    assert layout.text() == "… It lay there. Nobody 🙂 had looked. Not one of us."
    utf16 = layout.text().encode("utf-16-le")
    dim = [utf16[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le") for each in layout.formats()]
    assert dim == ["… It lay there. ", " Not one of us."]


def test_the_model_keeps_the_rules_of_qt(qtmodeltester):
    model = EvidenceModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(evidence_rows(STATEMENTS))
    qtmodeltester.check(model)


def test_a_passage_is_spoken_with_its_place(passages):
    index = passages.evidence_model.index(1)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "starred passage ¶14 · 0:23:10 · transcribed: Nobody had looked."


TAGGED = GridStatement("s3", "summary", "Asks first.", (FOUND,), tags=(TagMark("consent", 0), TagMark("ward", 1)))


def test_a_statement_is_spoken_with_its_tags(passages):
    show(passages, (TAGGED,))
    index = passages.evidence_model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "statement, tagged consent and ward: Asks first."


def test_the_tags_of_a_statement_are_painted_below_it(passages):
    show(passages, (replace(TAGGED, tags=()),))
    bare = passages.sizeHintForIndex(passages.evidence_model.index(0)).height()
    show(passages, (TAGGED,))
    index = passages.evidence_model.index(0)
    area = passages.visualRect(index)
    picture = passages.viewport().grab(area).toImage()
    painted = {picture.pixelColor(x, y).name() for x in range(area.width()) for y in range(bare - 4, area.height())}
    assert area.height() > bare
    assert {tag_look(0).back.name(), tag_look(1).back.name()} <= painted


def test_long_passages_wrap_in_a_narrow_panel(passages):
    tall = passages.visualRect(passages.evidence_model.index(1)).height()
    show(passages, (GridStatement("s", "summary", "x", (EvidenceRef("e", 1, None, False, "word " * 60),)),))
    assert passages.visualRect(passages.evidence_model.index(1)).height() > 2 * tall


def test_a_statement_has_two_lines_at_most(passages):
    show(passages, (GridStatement("s", "summary", "word " * 200, (FOUND,)),))
    words, _tall, _meta, _meta_tall = passages.itemDelegate()._parts(passages.evidence_model.rows[0], 260)
    assert words.lineCount() == 2
