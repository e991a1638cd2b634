from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from framework_qda.model import CellState, StatementKind
from framework_qda.ui.style import (
    KIND_LOOKS,
    STATE_LOOKS,
    current_tokens,
    em,
    icon,
    kind_look,
    scaled_font,
    set_role,
    state_look,
)
from framework_qda.ui.tokens import DARK, LIGHT, Tokens, contrast

ROLES = set(Tokens._fields)


def test_every_state_of_a_cell_has_a_look():
    assert set(STATE_LOOKS) == set(CellState)


def test_every_state_but_not_charted_has_a_sign_beside_its_colour():
    assert [state for state, look in STATE_LOOKS.items() if not look.sign] == [CellState.NOT_CHARTED]


def test_state_looks_name_colours_of_the_table():
    assert {look.role for look in STATE_LOOKS.values()} <= ROLES


def test_every_kind_of_statement_has_a_look():
    assert set(KIND_LOOKS) == set(StatementKind)


def test_kind_looks_name_colours_of_the_table():
    assert {role for look in KIND_LOOKS.values() for role in (look.text_role, look.back_role)} <= ROLES


def test_an_unknown_state_of_a_newer_version_still_has_a_look():
    assert state_look("paused").words == "unclear"


def test_an_unknown_kind_of_a_newer_version_still_has_a_look():
    assert kind_look("poem") == KIND_LOOKS[StatementKind.SUMMARY]


def test_the_dark_scheme_gives_the_dark_table(look):
    look.set_scheme("dark")
    assert current_tokens() is DARK


def test_the_light_scheme_gives_the_light_table(look):
    look.set_scheme("light")
    assert current_tokens() is LIGHT


def test_zoom_changes_the_font_of_every_widget(look, qtbot):
    label = QLabel("words")
    qtbot.addWidget(label)
    before = em(label)
    look.set_zoom(200)
    assert em(label) == pytest.approx(before * 2, abs=1)


def test_zoom_stays_within_its_bounds(look):
    look.set_zoom(900)
    assert look.zoom == 200


def test_zoom_goes_step_by_step(look):
    look.step_zoom(1)
    assert look.zoom == 110


def test_a_scaled_font_keeps_its_family_and_grows(qapp):
    base = qapp.font()
    font = scaled_font(base, 1.5, is_bold=True)
    assert (font.family(), font.bold() or font.weight() > base.weight()) == (base.family(), True)


def test_icons_come_from_the_set(qapp):
    assert not icon("ph.table").isNull()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_an_empty_field_says_can_be_read(qtbot, look, scheme, kind):
    look.set_scheme(scheme)
    field = kind()
    set_role(field, "field")
    qtbot.addWidget(field)
    field.setPlaceholderText("HHHH")
    field.resize(120, 60)
    field.show()
    picture, inner = field.grab().toImage(), field.rect().adjusted(6, 6, -6, -6)
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(inner.left(), inner.right())
        for y in range(inner.top(), inner.bottom())
    }
    assert max(contrast(each, current_tokens().surface) for each in colours) >= 4.5


def test_the_line_of_a_list_that_has_the_focus_is_told_by_more_than_a_tint(qtbot, look):
    page = QWidget()
    column = QVBoxLayout(page)
    lines, other = QListWidget(), QLineEdit()
    for each in (lines, other):
        column.addWidget(each)
    lines.addItems(["One", "Two"])
    lines.setCurrentRow(1)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    seen = []
    for focused in (other, lines):
        focused.setFocus()
        QApplication.processEvents()
        picture = lines.viewport().grab().toImage()
        area = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
        seen.append(sum(picture.pixelColor(x, y).name() == current_tokens().accent for x, y in area) > 10)
    assert seen == [False, True]


def tick_width(qtbot, look, zoom):
    """Return how wide the tick of a menu is, in pixels."""
    look.set_zoom(zoom)
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction(" ")
    action.setCheckable(True)
    pictures = []
    for is_ticked in (False, True):
        action.setChecked(is_ticked)
        pictures.append(menu.grab().toImage())
    plain, ticked = pictures
    columns = range(plain.width())
    return sum(any(plain.pixel(x, y) != ticked.pixel(x, y) for y in range(plain.height())) for x in columns)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_tick_of_a_menu_grows_with_its_words(qtbot, look, scheme):
    look.set_scheme(scheme)
    small = tick_width(qtbot, look, 100)
    assert small > 6
    assert tick_width(qtbot, look, 200) >= 1.8 * small


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_box_that_is_ticked_in_part_differs_from_an_empty_one(qtbot, look, scheme):
    look.set_scheme(scheme)
    box = QCheckBox()
    box.setTristate(True)
    qtbot.addWidget(box)
    seen = []
    for state in (Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked):
        box.setCheckState(state)
        seen.append(box.grab().toImage())
    assert all(one != other for one, other in combinations(seen, 2))
