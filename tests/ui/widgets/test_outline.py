import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from framework_qda.ui.widgets.outline import FEW, Node, OutlineModel, OutlineView


def nodes(*labels, second=("B",)):
    children = tuple(Node("leaf", f"1{label}", (label, "")) for label in labels)
    others = tuple(Node("leaf", f"2{label}", (label, "")) for label in second)
    return [Node("branch", "1", ("One", ""), children), Node("branch", "2", ("Two", ""), others)]


@pytest.fixture
def model(qtbot):
    made = OutlineModel(("Name", "What"))
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show(nodes("a", "b"))
    return made


@pytest.fixture
def view(qtbot):
    made = OutlineView(OutlineModel(("Name", "What")))
    qtbot.addWidget(made)
    made.show_nodes(nodes("a", "b", "c"))
    return made


def test_a_model_keeps_the_rules_through_other_nodes(model):
    model.show(nodes("a"))
    model.show(nodes("a", "z", second=()))
    assert model.rowCount(model.find("1")) == 2


def test_other_words_alone_do_not_reset_the_model(model, qtbot):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        changed = [Node("branch", "1", ("Uno", ""), nodes("a", "b")[0].children), nodes("a", "b")[1]]
        assert model.show(changed) is False
    assert model.find("1").data() == "Uno"


def test_other_words_of_many_lines_are_told_once(qtbot):
    model = OutlineModel(("Name",))
    QAbstractItemModelTester(model)
    model.show([Node("theme", str(place), ("old",)) for place in range(FEW + 1)])
    told = []
    model.dataChanged.connect(lambda *_: told.append("line"))
    model.layoutChanged.connect(lambda *_: told.append("all"))
    model.show([Node("theme", str(place), ("new",)) for place in range(FEW + 1)])
    assert told == ["all"]
    assert model.data(model.find("3")) == "new"


def test_the_same_nodes_say_nothing(model, qtbot):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.dataChanged):
        model.show(nodes("a", "b"))


def test_a_record_without_a_line_has_no_index(model):
    assert not model.find("nobody").isValid()


def test_a_line_reads_as_a_sentence_to_a_screen_reader(model):
    model.show([Node("leaf", "1", ("I01", "Named Nurse"))])
    assert model.data(model.find("1"), Qt.ItemDataRole.AccessibleTextRole) == "I01, Named Nurse"


def test_choosing_a_line_is_told(view, qtbot):
    with qtbot.waitSignal(view.chosen) as told:
        view.choose("1b")
    assert told.args == ["leaf", "1b"]


def test_the_chosen_line_stays_when_lines_come_and_go(view, qtbot):
    view.choose("1b")
    with qtbot.assertNotEmitted(view.chosen):
        view.show_nodes(nodes("b", "x"))
    assert view.current_node().key == "1b"


def test_a_chosen_line_that_goes_is_told(view, qtbot):
    view.choose("1b")
    with qtbot.waitSignal(view.chosen) as told:
        view.show_nodes(nodes("a"))
    assert told.args == ["", ""]


def test_what_was_folded_stays_folded(view):
    model = view.model()
    view.setExpanded(model.find("1"), False)
    view.show_nodes(nodes("a", "b", "c", "d"))
    assert (view.isExpanded(model.find("1")), view.isExpanded(model.find("2"))) == (False, True)


def test_kinds_that_begin_folded_do_so(model, qtbot):
    view = OutlineView(OutlineModel(("Name", "What")), folded_kinds=("branch",))
    qtbot.addWidget(view)
    view.show_nodes(nodes("a"))
    assert not view.isExpanded(view.model().find("1"))


def test_columns_without_room_are_left_out(view):
    view.stretch_column(1, 0)
    view.hide_when_narrow({1: 30})
    view.resize(100, 200)
    view.show()
    assert view.isColumnHidden(1)


def test_an_invalid_index_has_no_node(model):
    assert model.node(QModelIndex()) is None
