from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from framework_qda.matrix.grid import EvidenceRef, GridStatement, TagMark
from framework_qda.text.offsets import to_utf16
from framework_qda.ui.style import tag_look
from framework_qda.ui.widgets.evidence_panel import EvidenceModel, EvidencePanel, evidence_rows

FOUND = EvidenceRef("e1", 14, 1_390_000, True, "Nobody had looked.", "transcribed")
GONE = EvidenceRef("e2", None, None, False, "")
LOST = "The passage is not in the notes any more."
STATEMENTS = (
    GridStatement("s1", "summary", "Forms lie about.", (FOUND, GONE)),
    GridStatement("s2", "note", "See the meetings."),
)


@pytest.fixture
def panel(qtbot):
    made = EvidencePanel()
    qtbot.addWidget(made)
    made.resize(300, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.show_cell("I09 · 2.3", STATEMENTS)
    return made


def with_refs(*refs):
    return (replace(STATEMENTS[0], evidence=refs), STATEMENTS[1])


def test_each_statement_is_followed_by_its_passages():
    assert [row.text for row in evidence_rows(STATEMENTS)] == ["Forms lie about.", "Nobody had looked.", LOST]


def test_a_passage_says_star_place_time_and_stage():
    assert evidence_rows(STATEMENTS)[1].meta == "★ ¶14 · 0:23:10 · transcribed"


def test_a_passage_that_was_edited_says_what_to_do():
    edited = EvidenceRef("e3", None, None, False, "Nobody had looked.", is_edited=True)
    assert evidence_rows((GridStatement("s", "summary", "x", (edited,)),))[1].meta == (
        "¶? · the passage has been edited; find it again"
    )


def test_a_passage_stands_between_the_words_around_it_which_are_dim(panel):
    ref = EvidenceRef("e4", 3, None, False, "Nobody 🙂 had looked.", before="… It lay there. ", after=" Not one of us.")
    panel.show_cell("I09 · 2.3", (GridStatement("s", "summary", "x", (ref,)),))
    delegate, row = panel.passages.itemDelegate(), panel.passages.evidence_model.rows[1]
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


def test_a_passage_is_spoken_with_its_place(panel):
    index = panel.passages.evidence_model.index(1)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "starred passage ¶14 · 0:23:10 · transcribed: Nobody had looked."


TAGGED = GridStatement("s3", "summary", "Asks first.", (FOUND,), tags=(TagMark("consent", 0), TagMark("ward", 1)))


def test_a_statement_is_spoken_with_its_tags(panel):
    panel.show_cell("I09 · 2.3", (TAGGED,))
    index = panel.passages.evidence_model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "statement, tagged consent and ward: Asks first."


def test_the_tags_of_a_statement_are_painted_below_it(panel):
    panel.show_cell("I09 · 2.3", (replace(TAGGED, tags=()),))
    bare = panel.passages.sizeHintForIndex(panel.passages.evidence_model.index(0)).height()
    panel.show_cell("I09 · 2.3", (TAGGED,))
    index = panel.passages.evidence_model.index(0)
    area = panel.passages.visualRect(index)
    picture = panel.passages.viewport().grab(area).toImage()
    painted = {picture.pixelColor(x, y).name() for x in range(area.width()) for y in range(bare - 4, area.height())}
    assert area.height() > bare
    assert {tag_look(0).back.name(), tag_look(1).back.name()} <= painted


def test_the_heading_names_the_cell(panel):
    assert panel.heading.text() == "Evidence · I09 · 2.3"


def test_a_click_asks_for_the_passage(panel, qtbot):
    rect = panel.passages.visualRect(panel.passages.evidence_model.index(1))
    with qtbot.waitSignal(panel.passage_requested) as told:
        QTest.mouseClick(panel.passages.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert told.args == ["e1"]


def test_a_statement_is_no_passage(panel):
    rect = panel.passages.visualRect(panel.passages.evidence_model.index(0))
    told = []
    panel.passage_requested.connect(told.append)
    QTest.mouseClick(panel.passages.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert told == []


@pytest.mark.parametrize(
    ("statements", "words"), [(None, "Choose a cell"), ((), "Nothing is charted"), (STATEMENTS[1:], "No passage")]
)
def test_what_is_missing_is_said(panel, statements, words):
    panel.show_cell("I09 · 2.3", statements)
    assert panel.words.text().startswith(words)
    assert panel.words.isVisible()


def test_a_long_statement_ends_in_an_ellipsis_whatever_it_is_written_in(panel):
    long = "🙂 " * 200
    panel.show_cell("I09 · 2.3", (GridStatement("s", "summary", long, (FOUND,)),))
    delegate, row = panel.passages.itemDelegate(), panel.passages.evidence_model.rows[0]
    words, _tall, _meta, _meta_tall = delegate._parts(row, 260)
    last = words.lineAt(1)
    assert words.text().endswith("🙂 …")
    assert last.textStart() + last.textLength() == to_utf16(words.text(), len(words.text()))


def test_the_chosen_passage_stays_chosen_when_the_cell_changes(panel):
    panel.select_passage("e1")
    starless = replace(FOUND, is_starred=False)
    panel.show_cell("I09 · 2.3", (GridStatement("s0", "summary", "New.", (GONE,)), *with_refs(starless)))
    assert panel.current_extract() == "e1"


def test_long_passages_wrap_in_a_narrow_panel(panel):
    tall = panel.passages.visualRect(panel.passages.evidence_model.index(1)).height()
    panel.show_cell("", (GridStatement("s", "summary", "x", (EvidenceRef("e", 1, None, False, "word " * 60),)),))
    assert panel.passages.visualRect(panel.passages.evidence_model.index(1)).height() > 2 * tall
