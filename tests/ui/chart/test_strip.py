import pytest
from PySide6.QtCore import Qt

from framework_qda.matrix.grid import GridColumn
from framework_qda.matrix.outline import ThemeOutline
from framework_qda.model import Theme
from framework_qda.ui.chart.strip import CellStrip
from framework_qda.ui.style import colour
from framework_qda.ui.widgets.labels import ElidedLabel


def outline(counts=(6, 6, 6, 5)):
    return [
        ThemeOutline(
            Theme(id=f"t{n}", title="Identification and referral processes"),
            str(n),
            tuple(GridColumn(f"c{n}.{m}", f"{n}.{m}", f"label {m}") for m in range(1, count + 1)),
        )
        for n, count in enumerate(counts, 1)
    ]


@pytest.fixture
def strip(qtbot):
    made = CellStrip()
    qtbot.addWidget(made)
    made.show_outline(outline())
    made.show_states({"c1.1": "charted", "c2.3": "in_progress"}, "c2.3")
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("width", [400, 700, 1000, 1400, 2500])
@pytest.mark.parametrize("zoom", [100, 200])
def test_no_segment_lies_outside_or_on_another(strip, look, width, zoom):
    look.set_zoom(zoom)
    strip.resize(width, strip.heightForWidth(width))
    areas = [segment.geometry() for segment in strip.segments()]
    for place, area in enumerate(areas):
        assert strip.rect().contains(area)
        assert not any(area.intersects(other) for other in areas[place + 1 :])


def test_a_window_of_usual_width_holds_them_in_one_line(strip):
    assert strip.heightForWidth(1320) < strip.heightForWidth(700)
    strip.resize(1320, strip.heightForWidth(1320))
    assert len({segment.y() for segment in strip.segments()}) == 1


@pytest.mark.parametrize("zoom", [100, 200])
def test_every_segment_has_room_for_its_words(strip, look, zoom):
    look.set_zoom(zoom)
    strip.resize(1000, strip.heightForWidth(1000))
    for segment in strip.segments():
        assert segment.fontMetrics().horizontalAdvance(segment.text()) < segment.width()


def test_a_segment_says_its_column_and_state_in_words(strip):
    assert strip.segments()[0].accessibleName() == "1.1 label 1: charted"


def test_a_state_shows_its_sign(strip):
    assert strip.segments()[0].text() == "1.1 ✓"


def test_arrows_walk_along_the_row_and_space_opens(qtbot, strip):
    strip.focus_current()
    assert strip.segments()[8].hasFocus()
    qtbot.keyClick(strip.segments()[8], Qt.Key.Key_Right)
    assert strip.segments()[9].hasFocus()
    with qtbot.waitSignal(strip.cell_chosen) as caught:
        qtbot.keyClick(strip.segments()[9], Qt.Key.Key_Space)
    assert caught.args == ["c2.4"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down])
def test_up_and_down_leave_the_keyboard_where_it_is(qtbot, strip, key):
    strip.focus_current()
    qtbot.keyClick(strip.segments()[8], key)
    assert strip.segments()[8].hasFocus()


def test_the_title_of_a_theme_with_few_cells_is_whole_where_there_is_room(strip):
    strip.show_outline(outline((2, 1)))
    strip.resize(1320, strip.heightForWidth(1320))
    titles = strip.findChildren(ElidedLabel)[-2:]  # those of the other framework are still about to go
    assert all(title.width() >= title.sizeHint().width() for title in titles)
    assert not titles[0].geometry().intersects(titles[-1].geometry())


@pytest.mark.parametrize("width", [400, 900, 1400])
def test_in_a_low_window_the_cells_stand_close_together(strip, width):
    roomy = strip.heightForWidth(width)
    strip.set_most(roomy - 1)
    strip.resize(width, strip.heightForWidth(width))
    assert strip.heightForWidth(width) < roomy
    areas = [segment.geometry() for segment in strip.segments()]
    for place, area in enumerate(areas):
        assert strip.rect().contains(area)
        assert not any(area.intersects(other) for other in areas[place + 1 :])


def test_open_comments_are_counted_on_their_cells_and_told(strip):
    plain = strip.segments()[0].grab().toImage()
    strip.show_remarks({"c1.1": 2})
    (first, second, *_) = strip.segments()
    assert first.accessibleName() == "1.1 label 1: charted, 2 open comments"
    assert "comment" not in second.accessibleName()
    bubble = first._bubble(first.rect().toRectF()).toRect()
    seen = first.grab().toImage()
    row = range(bubble.left(), bubble.right())
    assert any(seen.pixelColor(x, bubble.center().y()) == colour("accent") for x in row)
    strip.show_remarks({})
    assert first.grab().toImage() == plain


def test_many_comments_keep_to_their_segment(strip):
    strip.show_remarks({"c1.1": 120})
    segment = strip.segments()[0]
    area = segment._bubble(segment.rect().toRectF())
    assert segment._count_text == "9+"
    assert segment.rect().toRectF().contains(area)
