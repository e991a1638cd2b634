"""Themes and sub-topics are carried by the mouse: where they may land, what is told, and one undo step."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from framework_qda.model import Interview, Statement, Subtopic, Theme
from framework_qda.ui.framework.arranging import INSIDE, STANDS_HERE
from framework_qda.ui.framework.desk import FrameworkDesk
from framework_qda.ui.widgets.outline_carrying import FORMAT
from tests.ui.showing import show_desk


@pytest.fixture
def desk(qtbot, project):
    theme_id = project.add(Theme, title="Meetings").new_id
    for label in ("levels", "other"):
        project.add(Subtopic, theme_id=theme_id, label=label)
    project.add(Theme, title="Later")
    made = show_desk(qtbot, FrameworkDesk(), project)
    made.said = []
    made.message_wanted.connect(lambda words, _buttons: made.said.append(words))
    return made


def labels(desk):
    return [node.texts[0] for node in desk.model.nodes()]


def node(desk, label):
    return next(each for each in desk.model.nodes() if each.texts[0].split(" ", 1)[1] == label)


def landing(desk, label, over, *, lower=True):
    return desk.arranging.landing(node(desk, label), node(desk, over), is_lower_half=lower)


def drop(desk, label, over, *, lower=True):
    """Carry a line over another one and let it go there."""
    rect = desk.view.visualRect(desk.view.index_of(node(desk, over).key))
    point = QPoint(rect.center().x(), rect.bottom() - 2 if lower else rect.top() + 2)
    data = QMimeData()
    data.setData(FORMAT, node(desk, label).key.encode())
    keys = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    events = (QDragEnterEvent(point, *keys), QDragMoveEvent(point, *keys), QDropEvent(QPointF(point), *keys))
    for event in events:
        QApplication.sendEvent(desk.view.viewport(), event)
    QTest.qWait(1)
    return events[-1].isAccepted()


def chart(desk, label, state="charted"):
    interview = desk.project.read.all(Interview)[0]
    subtopic = next(each for each in desk.project.read.all(Subtopic) if each.label == label)
    desk.project.chart(interview.id, subtopic.id, [Statement("s", "summary", "Said.")], state)


# -- sub-topics


def test_a_subtopic_is_dropped_behind_another_one_of_its_theme(desk):
    assert drop(desk, "summary", "context")
    assert labels(desk)[:3] == ["1 Background", "1.1 context", "1.2 summary"]
    assert desk.said == []


def test_a_subtopic_is_dropped_before_another_one(desk):
    drop(desk, "context", "summary", lower=False)
    assert labels(desk)[:3] == ["1 Background", "1.1 context", "1.2 summary"]


def test_a_subtopic_goes_to_another_theme_with_its_cells_as_one_step(desk):
    chart(desk, "context")
    drop(desk, "context", "levels")
    assert labels(desk)[2:5] == ["2 Meetings", "2.1 levels", "2.2 context"]
    assert desk.said == [
        "“context” is now 2.2 in “Meetings”, with 1 cell with words and 0 with a reason. "
        "One step of undo brings it back."
    ]
    desk.operations.run(lambda project: project.undo())
    assert labels(desk)[:3] == ["1 Background", "1.1 summary", "1.2 context"]


def test_what_was_dropped_is_chosen(desk):
    drop(desk, "context", "levels")
    assert desk.view.current_node().texts[0] == "2.2 context"


def test_on_an_open_theme_a_subtopic_becomes_the_first_and_on_a_folded_one_the_last(desk):
    assert landing(desk, "summary", "Meetings").words.startswith("Becomes 2.1 in Meetings")
    desk.view.setExpanded(desk.view.index_of(node(desk, "Meetings").key), False)
    assert landing(desk, "summary", "Meetings").words.startswith("Becomes 2.3 in Meetings")


def test_a_theme_without_subtopics_takes_one_in(desk):
    drop(desk, "other", "Later")
    assert labels(desk)[-2:] == ["3 Later", "3.1 other"]


def test_what_goes_along_is_told_before_it_is_let_go(desk):
    chart(desk, "context")
    assert landing(desk, "context", "other").words == (
        "Becomes 2.3 in Meetings, with 1 cell with words and 0 with a reason"
    )
    assert landing(desk, "summary", "other").words.endswith("with nothing charted yet")
    assert landing(desk, "context", "summary", lower=False).words == "Becomes 1.1"


@pytest.mark.parametrize(("over", "lower"), [("context", True), ("context", False), ("summary", True)])
def test_where_a_subtopic_stands_already_nothing_is_written_or_told(desk, over, lower):
    found = landing(desk, "context", over, lower=lower)
    assert (found.is_refused, found.words) == (True, STANDS_HERE)
    before = desk.project.next_undo()
    drop(desk, "context", over, lower=lower)
    assert desk.project.next_undo() == before
    assert desk.said == []


def test_what_is_typed_is_written_before_a_subtopic_is_dropped(desk):
    desk.view.choose(node(desk, "summary").key)
    desk.panel.form.fields["label"].widget.setText("overview")
    drop(desk, "summary", "levels")
    assert "2.2 overview" in labels(desk)


# -- themes


def test_a_theme_is_dropped_on_a_later_one_and_stands_behind_it(desk):
    drop(desk, "Background", "Meetings")
    assert [each for each in labels(desk) if "." not in each] == ["1 Meetings", "2 Background", "3 Later"]


def test_a_theme_is_dropped_on_an_earlier_one_and_stands_before_it(desk):
    drop(desk, "Later", "Background")
    assert [each for each in labels(desk) if "." not in each] == ["1 Later", "2 Background", "3 Meetings"]


def test_below_the_last_subtopic_of_a_theme_another_theme_can_stand(desk):
    drop(desk, "Later", "context")
    assert [each for each in labels(desk) if "." not in each] == ["1 Background", "2 Later", "3 Meetings"]


def test_a_theme_dropped_inside_another_one_is_refused_and_told_why(desk):
    before = labels(desk)
    drop(desk, "Background", "levels", lower=False)
    assert labels(desk) == before
    assert desk.said == [INSIDE]


@pytest.mark.parametrize("over", ["Background", "summary", "context"])
def test_a_theme_let_go_on_itself_stays_without_a_word(desk, over):
    assert landing(desk, "Background", over).words == STANDS_HERE
    drop(desk, "Background", over)
    assert desk.said == []


def test_a_theme_that_would_stand_where_it_stands_is_left_alone(desk):
    assert landing(desk, "Meetings", "context").words == STANDS_HERE


# -- the mouse


def test_below_all_lines_a_subtopic_lands_in_the_last_theme(desk):
    data = QMimeData()
    data.setData(FORMAT, node(desk, "summary").key.encode())
    point = QPoint(60, desk.view.viewport().height() - 4)
    assert desk.view.node_at(point) is None
    keys = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (QDragEnterEvent(point, *keys), QDropEvent(QPointF(point), *keys)):
        QApplication.sendEvent(desk.view.viewport(), event)
    QTest.qWait(1)
    assert labels(desk)[-1] == "3.1 summary"


def test_the_place_is_marked_while_something_is_carried_and_no_longer(desk):
    mark, view = desk.arranging.carrying.mark, desk.view
    rect = view.visualRect(view.index_of(node(desk, "levels").key))
    data = QMimeData()
    data.setData(FORMAT, node(desk, "summary").key.encode())
    keys = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(view.viewport(), kind(rect.center() + QPoint(0, 5), *keys))
    assert mark.isVisible()
    assert mark.landing.mark == node(desk, "levels").key
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())
    assert not mark.isVisible()


def test_what_comes_from_elsewhere_is_not_taken(desk):
    data = QMimeData()
    data.setText("words")
    keys = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event = QDragEnterEvent(QPoint(60, 20), *keys)
    QApplication.sendEvent(desk.view.viewport(), event)
    assert not event.isAccepted()


def test_a_line_is_taken_away_by_the_mouse_only_once_it_has_gone_far(desk, monkeypatch):
    taken = []
    monkeypatch.setattr(desk.arranging.carrying, "_carry", lambda carried: taken.append(carried.texts[0]))
    viewport = desk.view.viewport()
    start = desk.view.visualRect(desk.view.index_of(node(desk, "levels").key)).center()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(0, 1))
    assert taken == []
    QTest.mouseMove(viewport, start + QPoint(0, 60))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton)
    assert taken == ["2.1 levels"]
    assert desk.view.current_node().texts[0] == "2.1 levels"


def test_nothing_is_carried_where_nothing_can_be_changed(desk):
    assert desk.arranging.may_carry(node(desk, "levels"))
    desk.project._file.read_only_reason = "because"
    assert not desk.arranging.may_carry(node(desk, "levels"))
