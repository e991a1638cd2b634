from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.matrix.grid import EvidenceRef, GridStatement
from framework_qda.ui.widgets.evidence_panel import EvidencePanel

FOUND = EvidenceRef("e1", 14, 1_390_000, True, "Nobody had looked.", "transcribed")
GONE = EvidenceRef("e2", None, None, False, "")
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


def test_the_chosen_passage_stays_chosen_when_the_cell_changes(panel):
    panel.select_passage("e1")
    starless = replace(FOUND, is_starred=False)
    panel.show_cell("I09 · 2.3", (GridStatement("s0", "summary", "New.", (GONE,)), *with_refs(starless)))
    assert panel.current_extract() == "e1"
