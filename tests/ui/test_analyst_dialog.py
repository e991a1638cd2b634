import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from framework_qda.model import Analyst
from framework_qda.ui.analyst_dialog import AnalystDialog
from framework_qda.ui.operations import Operations


@pytest.fixture
def ask(qtbot, project):
    def ask(current_id="", name=""):
        dialog = AnalystDialog(project, Operations(project), current_id, name)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return ask


@pytest.fixture
def analysts(project):
    project.add(Analyst, name="Bea Holt", initials="BH")
    return project.read.all(Analyst)


def lines(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def type_in(dialog, field, words):
    widget = dialog.form.fields[field].widget
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, words)


def choose(dialog, name):
    dialog.list.setCurrentRow(lines(dialog).index(name))


def test_whoever_was_named_here_before_is_chosen(ask, analysts):
    assert ask(name="Bea Holt").chosen_id == analysts[-1].id


def test_the_one_who_works_is_chosen_where_no_name_is_known(ask, analysts):
    assert ask(current_id=analysts[0].id).chosen_id == analysts[0].id


def test_somebody_unknown_is_somebody_new_and_joins_with_initials_and_a_colour(ask, project, analysts):
    dialog = ask(name="Col van Dunn")
    assert (dialog.chosen_id, lines(dialog)[-1]) == ("", "Somebody else")
    dialog.accept()
    joined = project.read.get(Analyst, dialog.analyst_id)
    assert (joined.name, joined.initials) == ("Col van Dunn", "CVD")
    assert joined.colour not in ("", "blue", "orange")


def test_where_nobody_was_named_here_enter_alone_settles_it(ask, project, analysts):
    dialog = ask()
    assert dialog.accept_button.text() == f"Go on as {analysts[0].name}"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.analyst_id == analysts[0].id
    assert project.read.all(Analyst) == analysts


def test_somebody_new_whose_name_is_known_here_joins_by_enter_alone(ask, project, analysts):
    dialog = ask(name="Col Dunn")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert project.read.get(Analyst, dialog.analyst_id).name == "Col Dunn"


def test_nobody_works_without_a_name(ask):
    dialog = ask()
    choose(dialog, "Somebody else")
    dialog.accept()
    assert (dialog.result(), dialog.problem.isVisible()) == (0, True)


def test_nobody_joins_twice(ask, project, analysts):
    dialog = ask(name="Somebody")
    type_in(dialog, "name", "bea holt")
    dialog.accept()
    assert dialog.result() == 0
    assert "already" in dialog.problem.text()
    assert project.read.all(Analyst) == analysts


def test_a_name_initials_and_a_colour_can_be_changed_and_undone(ask, project, analysts):
    dialog = ask(name="Bea Holt")
    type_in(dialog, "name", "Bea Hall")
    type_in(dialog, "initials", "Ba")
    dialog.form.finish()
    colour = dialog.form.fields["colour"].widget
    colour.setCurrentIndex(colour.findData("pink"))
    dialog.accept()
    changed = project.read.get(Analyst, analysts[-1].id)
    assert (changed.name, changed.initials, changed.colour) == ("Bea Hall", "Ba", "pink")
    project.undo()
    assert project.read.get(Analyst, analysts[-1].id).colour == ""


def test_the_list_shows_a_change_at_once(ask, analysts):
    dialog = ask(name="Bea Holt")
    type_in(dialog, "name", "Bea Hall")
    dialog.form.finish()
    assert "Bea Hall" in lines(dialog)
    assert dialog.accept_button.text() == "Go on as Bea Hall"


def test_what_is_typed_goes_to_the_line_it_was_typed_for(ask, project, analysts):
    dialog = ask(name="Bea Holt")
    type_in(dialog, "name", "Bea Hall")
    choose(dialog, analysts[0].name)
    assert [each.name for each in project.read.all(Analyst)] == [analysts[0].name, "Bea Hall"]
    assert dialog.form.fields["name"].widget.text() == analysts[0].name


def test_a_name_cannot_be_taken_away(ask, project, analysts):
    dialog = ask(name="Bea Holt")
    dialog.form.fields["name"].widget.clear()
    dialog.form.finish()
    assert project.read.get(Analyst, analysts[-1].id).name == "Bea Holt"
    assert dialog.problem.isVisible()


def test_giving_up_adds_nobody(ask, project, analysts):
    dialog = ask(name="Somebody")
    dialog.reject()
    assert project.read.all(Analyst) == analysts


def test_enter_in_the_list_goes_on(ask, analysts):
    dialog = ask(name="Bea Holt")
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.analyst_id == analysts[-1].id


def test_it_says_that_a_name_proves_nothing(ask):
    dialog = ask()
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "signed with this name" in words
    assert "proves nothing" in words


def test_whoever_clicks_somebody_else_writes_a_name_at_once(ask, analysts):
    dialog = ask(analysts[0].id)
    line = dialog.list.item(dialog.list.count() - 1)
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=dialog.list.visualItemRect(line).center())
    assert dialog.form.fields["name"].widget.hasFocus()
