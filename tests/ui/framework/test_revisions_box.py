"""What was changed about a sub-topic stands below its form, whole in a small window too."""

import pytest

from framework_qda.model import Interview, Statement, Subtopic
from framework_qda.ui.framework.desk import FrameworkDesk
from tests.ui.cut import find_cut
from tests.ui.showing import show_desk


@pytest.fixture
def desk(qtbot, project):
    subtopic_id = project.read.all(Subtopic)[0].id
    project.chart(project.read.all(Interview)[0].id, subtopic_id, [Statement("s", "summary", "Said.")], "charted")
    for reason in ("Only what the trust does itself", "Nights and weekends too"):
        project.note_revision(subtopic_id, reason)
    made = show_desk(qtbot, FrameworkDesk(), project)
    made.view.choose(subtopic_id)
    return made


def test_each_revision_says_when_who_why_and_what_is_left_the_newest_first(desk):
    first, second = desk.revisions.lines.text().split("\n")
    assert first.endswith("Ann Marsh · Nights and weekends too · 1 cell still to be looked at")
    assert "Only what the trust does itself" in second
    assert desk.revisions._heading.text() == "1 cell to be looked at again"


def test_its_buttons_settle_and_are_told_with_the_words_of_their_commands(desk):
    settle, show = desk.revisions.buttons
    assert (settle.accessibleName(), show.accessibleName()) == ("All cells still fit", "Show cells to be looked at")
    settle.click()
    assert desk.revisions._heading.text() == "Changed while it was being charted"
    assert settle.isHidden()
    assert show.isHidden()


def test_a_subtopic_that_was_never_revised_has_no_box(desk):
    desk.view.choose(desk.project.read.all(Subtopic)[1].id)
    assert desk.revisions.isHidden()


def test_nothing_of_the_form_and_the_revisions_is_cut_in_a_small_window_at_the_largest_zoom(desk, look):
    look.set_zoom(200)
    desk.resize(843, 476)
    assert find_cut(desk) == []
    assert desk.minimumSizeHint().width() <= 843  # what a window of 1,000 pixels leaves to it
