from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from framework_qda.ui.widgets import fields
from framework_qda.ui.widgets.fields import FIELD_KINDS, FieldSpec


@pytest.fixture
def make(qtbot):
    page = QWidget()
    qtbot.addWidget(page)

    def make_field(kind, **values):
        field = FIELD_KINDS[kind](FieldSpec("name", "Label", kind, **values), page)
        field.told = []
        field.finished.connect(field.told.append)
        return field

    return make_field


def test_a_finished_line_is_told_once(make):
    field = make("line")
    field.show("I01")
    field.widget.setText("I02")
    field.finish()
    field.finish()
    assert field.told == ["I02"]


def test_an_unchanged_line_is_not_told(make):
    field = make("line")
    field.show("I01")
    field.finish()
    assert field.told == []


def test_showing_a_value_tells_nothing(make):
    field = make("choice", choices=((None, "—"), ("a", "A")))
    field.show("a")
    field.show(None)
    assert field.told == []


def test_what_is_being_typed_survives_a_refresh_with_the_same_value(make):
    field = make("line")
    field.show("I01")
    field.widget.setText("I0")
    field.show("I01")
    assert field.widget.text() == "I0"


def test_another_value_replaces_what_is_being_typed(make):
    field = make("line")
    field.show("I01")
    field.widget.setText("I0")
    field.show("I07")
    assert field.widget.text() == "I07"


def test_a_value_that_cannot_be_is_refused_and_stays_to_be_mended(make):
    field, why = make("number"), []
    field.refused.connect(why.append)
    field.show(60)
    field.widget.setText("an hour")
    field.finish()
    assert (field.told, field.widget.text(), why[-1]) == ([], "an hour", "Write a whole number, such as 60.")


def test_a_date_is_rewritten_in_its_one_form(make):
    field = make("date")
    field.show("")
    field.widget.setText("2/3/2014")
    field.finish()
    assert (field.told, field.widget.text()) == (["2014-03-02"], "2014-03-02")


def test_a_choice_of_a_newer_version_is_shown(make):
    field = make("choice", choices=(("a", "A"),))
    field.show("b")
    assert field.take() == "b"


def test_other_choices_keep_the_chosen_one(make):
    field = make("choice", choices=(("a", "A"), ("b", "B")))
    field.show("b")
    field.set_spec(FieldSpec("name", "Label", "choice", choices=(("b", "B again"),)))
    assert (field.take(), field.widget.currentText(), field.told) == ("b", "B again", [])


def test_words_come_one_a_line_without_repetitions(make):
    field = make("words")
    field.show(())
    field.widget.setPlainText("north\n south  west\n\nnorth")
    assert field.take() == ("north", "south west")


def test_a_tick_is_told_at_once(make):
    field = make("flag")
    field.show(False)
    field.widget.setChecked(True)
    assert field.told == [True]


def test_after_an_edit_undo_belongs_to_the_project(make, qtbot):
    field = make("line")
    field.show("I01")
    qtbot.keyClicks(field.widget, "x")
    field.finish()
    field.show(field.shown)
    assert not field.widget.isUndoAvailable()


def test_the_cursor_stays_where_it_was_after_an_edit(make, qtbot):
    field = make("line")
    field.show("I01")
    field.widget.setCursorPosition(1)
    qtbot.keyClicks(field.widget, "x")
    field.finish()
    field.show(field.shown)
    assert field.widget.cursorPosition() == 2


def test_a_locked_field_stays_locked(make):
    field = make("line", is_locked=True)
    field.set_enabled(True)
    assert field.widget.isReadOnly()


def test_tab_leaves_a_text_of_some_lines(make, qtbot):
    field = make("text")
    field.show("")
    field.widget.setPlainText("synopsis")
    qtbot.keyClick(field.widget, Qt.Key.Key_Tab)
    assert field.take() == "synopsis"


def test_several_values_are_ticked_and_told_as_a_set(make):
    field = make("several", choices=(("a", "Ann"), ("b", "Bea")))
    field.show(frozenset({"a"}))
    boxes = {box.text(): box for box in field.widget.findChildren(QCheckBox)}
    assert (boxes["Ann"].isChecked(), field.told) == (True, [])
    boxes["Bea"].click()
    boxes["Ann"].click()
    assert field.told == [frozenset({"a", "b"}), frozenset({"b"})]


def test_a_value_without_a_box_stays(make):
    field = make("several", choices=(("a", "Ann"),))
    field.show(frozenset({"gone"}))
    field.widget.findChildren(QCheckBox)[0].click()
    assert field.told == [frozenset({"gone", "a"})]


def test_other_choices_keep_what_is_ticked(make):
    field = make("several", choices=(("a", "Ann"),))
    field.show(frozenset({"a"}))
    field.set_spec(replace(field.spec, choices=(("b", "Bea"), ("a", "Ann"))))
    assert field.take() == frozenset({"a"})
    assert field.told == []


# -- pauses in the typing


@pytest.fixture
def _short_pause(monkeypatch):
    monkeypatch.setattr(fields, "PAUSE_MS", 20)


@pytest.mark.usefixtures("_short_pause")
@pytest.mark.parametrize("kind", ["line", "text"])
def test_words_are_told_at_a_pause_in_the_typing_and_the_cursor_stays(make, qtbot, kind):
    field = make(kind)
    field.show("")
    qtbot.keyClicks(field.widget, "Two wards ")
    qtbot.waitUntil(lambda: field.told == ["Two wards"], timeout=1000)
    field.show("Two wards")
    qtbot.keyClicks(field.widget, "closed")
    assert field.take() == "Two wards closed"


@pytest.mark.parametrize("kind", ["line", "text"])
def test_words_are_told_to_somebody_who_types_on_without_a_pause(make, qtbot, monkeypatch, kind):
    assert fields.AT_LATEST_MS <= 5000
    monkeypatch.setattr(fields, "AT_LATEST_MS", 30)
    field = make(kind)
    field.show("")
    first = field.visit

    def type_on():
        qtbot.keyClicks(field.widget, "a")
        field._pause.start()
        assert field._pause.remainingTime() > 1000
        return bool(field.told)

    qtbot.waitUntil(type_on, timeout=2000)
    field.show(field.told[-1])
    qtbot.keyClicks(field.widget, "b")
    assert set(field.take()[:-1]) == {"a"}
    assert field.visit is first
    field.finish()
    assert field.told[-1].endswith("ab")


@pytest.mark.usefixtures("_short_pause")
def test_half_a_number_is_not_refused_at_a_pause(make, qtbot):
    field, why = make("date"), []
    field.show("")
    field.refused.connect(why.append)
    qtbot.keyClicks(field.widget, "2/")
    qtbot.waitUntil(lambda: not field._pause.isActive(), timeout=1000)
    assert (field.told, why, field.widget.text()) == ([], [], "2/")


def test_a_visit_lasts_over_pauses_until_the_field_is_left(make, qtbot):
    field = make("line")
    field.show("")
    first = field.visit
    qtbot.keyClicks(field.widget, "Two")
    field.keep()
    assert field.visit is first
    field.finish()
    assert field.visit is not first


def test_what_could_not_be_written_is_told_again_when_the_field_is_left(make, qtbot):
    field = make("line")
    field.show("")
    qtbot.keyClicks(field.widget, "Two")
    field.keep()
    field.take_back()
    field.finish()
    assert field.told == ["Two", "Two"]
