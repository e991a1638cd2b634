from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from framework_qda.matrix.grid import TagMark
from framework_qda.ui.matrix.model import EMPTY_GRID, GridModel, cell_text
from tests.ui.matrix.grids import cell, evidence, make_grid, make_mixed_grid, statement

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_the_model_keeps_the_rules_of_qt(qtmodeltester):
    model = GridModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for grid in (make_grid(5), EMPTY_GRID, make_mixed_grid()):
        model.set_grid(grid)
    qtmodeltester.check(model)
    assert tester.model() is model


def test_a_cell_speaks_its_place_its_state_and_its_words():
    model = GridModel()
    model.set_grid(make_mixed_grid())
    spoken = model.index(1, 0).data(SPOKEN)
    assert spoken.startswith("I02, 2.1 How a worry is first noticed, accepted: The list of open referrals")
    assert "¶4 · 0:06:12" in spoken


def test_tags_are_spoken_but_not_copied():
    tagged = replace(statement("Asks first.", "summary", evidence(4)), tags=(TagMark("consent"), TagMark("ward", 1)))
    made = cell(0, 0, "charted", tagged)
    assert cell_text(made, is_spoken=True) == "Asks first. (¶4; tagged consent and ward)"
    assert cell_text(made) == "Asks first. (¶4)"


def test_an_empty_cell_speaks_its_reason():
    model = GridModel()
    model.set_grid(make_mixed_grid())
    assert model.index(0, 2).data(SPOKEN) == "I01, 2.3 Who is told, and how soon, asked, nothing said"
    assert model.index(3, 1).data(SPOKEN).endswith("not yet charted")


def test_a_conflict_is_spoken():
    model = GridModel()
    model.set_grid(make_mixed_grid())
    assert "two versions" in model.index(3, 0).data(SPOKEN)


def test_only_the_cells_that_changed_are_told(qtbot):
    model, cells = GridModel(), dict(make_mixed_grid().cells)
    model.set_grid(replace(make_mixed_grid(), cells=cells))
    cells["i0", "t1"] = cell(0, 1, "charted", statement("New."))
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), first.column(), last.row(), last.column())))
    assert model.update_cells([("i0", "t1"), ("i99", "t1")]) == [(0, 1)]
    assert told == [(0, 1, 0, 1)]
    assert model.index(0, 1).data() == "New."


def test_heads_speak_number_label_and_who_it_is():
    model = GridModel()
    model.set_grid(make_mixed_grid())
    assert model.headerData(1, Qt.Orientation.Horizontal) == "2.2 Confidence in what is noticed"
    assert model.headerData(1, Qt.Orientation.Vertical, SPOKEN) == "I02, Named Doctor, trust"
