from PySide6.QtCore import QRect

from framework_qda.model import Attribute
from framework_qda.ui.style import em


def resize(desk, width):
    desk.resize(em(desk, width), em(desk, 60))
    desk.context.fit()


def test_a_wide_window_shows_what_is_known_of_each_interview(desk):
    resize(desk, 140)
    titles = desk.context.titles
    assert len(titles) >= 3
    values = desk.context.values_of(desk.view.grid_model.grid.rows[0])
    assert values[titles.index("Region of the local authority")] == "South West"
    assert desk.context.body.isVisible()
    assert desk.context.head.isVisible()


def test_the_columns_stand_right_behind_the_text_and_within_the_view(desk):
    resize(desk, 140)
    assert desk.context.body.x() == desk.view.columns.length()
    assert desk.context.body.geometry().right() <= desk.view.viewport().width()


def test_where_there_is_no_room_the_text_has_it_all(desk):
    resize(desk, 60)
    assert desk.context.titles == []
    assert not desk.context.body.isVisible()


def test_two_subtopics_take_the_room_of_the_context(desk):
    resize(desk, 120)
    before = len(desk.context.titles)
    desk.show_beside(desk.reading.columns[9].subtopic_id)
    desk.context.fit()
    assert len(desk.context.titles) < before


def test_what_the_rows_are_grouped_by_is_not_said_twice(desk):
    resize(desk, 140)
    first = next(
        each for each in desk.project.read.all(Attribute) if each.label == desk.context.titles[0] and not each.is_shown
    )
    desk.group_by((first.id,))
    desk.context.fit()
    assert first.label not in desk.context.titles


def test_what_is_known_is_painted(desk, qapp):
    resize(desk, 140)
    qapp.processEvents()
    picture = desk.context.body.grab().toImage()
    row = range(desk.view.rowHeight(0) - 4)
    colours = {picture.pixel(x, y) for x in range(2, desk.context.width - 2) for y in row}
    assert len(colours) > 2


def test_the_heads_are_tall_enough_for_the_names_of_what_is_known(desk, qapp):
    desk.show_subtopic(desk.reading.columns[8].subtopic_id)
    resize(desk, 110)
    for _ in range(3):
        qapp.processEvents()
    look = desk.view.look
    assert any(len(title) > 20 for title in desk.context.titles)
    assert desk.context.head.height() >= 2 * look.line_step + 2 * look.pad_y


def test_what_is_known_stays_beside_its_row_while_rows_are_scrolled(desk, qapp):
    resize(desk, 140)
    qapp.processEvents()
    bar = desk.view.verticalScrollBar()
    for _ in range(3):
        bar.setValue(bar.value() + desk.view.rowHeight(0) // 2)
    assert desk.context.body.geometry() == QRect(
        desk.view.columns.length(), 0, desk.context.width * desk.context.count, desk.view.viewport().height()
    )
