import pytest

from framework_qda.model import Interview, Statement, Study, Subtopic, Theme
from framework_qda.ui.framework.desk import FrameworkDesk
from tests.ui.showing import show_desk


@pytest.fixture
def desk(qtbot, project):
    theme_id = project.add(Theme, title="Meetings").new_id
    project.add(Subtopic, theme_id=theme_id, label="other")
    return show_desk(qtbot, FrameworkDesk(), project)


def labels(desk):
    return [node.texts[0] for node in desk.model.nodes()]


def choose(desk, label):
    desk.view.choose(next(node.key for node in desk.model.nodes() if node.texts[0] == label))


def subtopic(desk, label):
    return next(each for each in desk.project.read.all(Subtopic) if each.label == label)


def trigger(desk, name):
    desk.actions_by_id[f"framework.{name}"].trigger()


def test_numbers_follow_from_the_order(desk):
    assert labels(desk) == ["1 Background", "1.1 summary", "1.2 context", "2 Meetings", "2.1 other"]


def test_a_theme_is_added_at_the_end(desk):
    trigger(desk, "add_theme")
    assert labels(desk)[-1] == "3 no title yet"


def test_a_subtopic_is_added_behind_the_chosen_one(desk):
    choose(desk, "1.1 summary")
    trigger(desk, "add_subtopic")
    assert labels(desk)[1:4] == ["1.1 summary", "1.2 no label yet", "1.3 context"]


def test_a_subtopic_is_added_to_the_chosen_theme(desk):
    choose(desk, "2 Meetings")
    trigger(desk, "add_subtopic")
    assert labels(desk)[-1] == "2.2 no label yet"


def test_rename_puts_the_cursor_into_the_label(desk, qtbot):
    choose(desk, "1.1 summary")
    trigger(desk, "rename")
    qtbot.waitUntil(lambda: desk.panel.form.fields["label"].widget.hasFocus())


def test_a_definition_is_written_when_it_is_finished(desk):
    choose(desk, "1.2 context")
    field = desk.panel.form.fields["definition"]
    field.widget.setPlainText("Who spoke, from where.")
    field.finish()
    assert subtopic(desk, "context").definition == "Who spoke, from where."


def test_a_column_can_be_called_synthesis(desk):
    choose(desk, "1.1 summary")
    desk.panel.form.fields["is_synthesis"].widget.setChecked(True)
    assert subtopic(desk, "summary").is_synthesis


def test_a_subtopic_moves_within_its_theme(desk):
    choose(desk, "1.2 context")
    trigger(desk, "move_up")
    assert labels(desk)[1:3] == ["1.1 context", "1.2 summary"]


def test_the_last_of_a_theme_moves_to_the_top_of_the_next(desk):
    choose(desk, "1.2 context")
    trigger(desk, "move_down")
    assert labels(desk)[2:] == ["2 Meetings", "2.1 context", "2.2 other"]


def test_the_first_of_a_theme_moves_to_the_end_of_the_one_above(desk):
    choose(desk, "2.1 other")
    trigger(desk, "move_up")
    assert labels(desk) == ["1 Background", "1.1 summary", "1.2 context", "1.3 other", "2 Meetings"]


def test_a_move_to_another_theme_is_one_action(desk):
    choose(desk, "1.2 context")
    trigger(desk, "move_down")
    desk.operations.run(lambda project: project.undo())
    assert labels(desk)[1:3] == ["1.1 summary", "1.2 context"]


def test_a_theme_moves_with_its_subtopics(desk):
    choose(desk, "2 Meetings")
    trigger(desk, "move_up")
    assert labels(desk) == ["1 Meetings", "1.1 other", "2 Background", "2.1 summary", "2.2 context"]


def test_the_field_of_the_theme_moves_too(desk):
    choose(desk, "1.1 summary")
    field = desk.panel.form.fields["theme_id"].widget
    field.setCurrentIndex(1)
    assert labels(desk)[-1] == "2.2 summary"


def test_what_is_moved_stays_chosen(desk):
    choose(desk, "1.2 context")
    trigger(desk, "move_down")
    assert desk.view.current_node().texts[0] == "2.1 context"


def test_deleting_a_theme_says_how_many_charted_cells_go(desk, dialogs):
    project = desk.project
    interview = project.read.all(Interview)[0]
    project.chart(interview.id, subtopic(desk, "summary").id, [Statement("s", "summary", "words")])
    choose(desk, "1 Background")
    said = []
    dialogs.expect(lambda box: (said.append(box.words), box.accept()))
    trigger(desk, "delete")
    assert said == ["With it go 2 sub-topics and 1 charted cell. Undo brings everything back."]
    assert labels(desk) == ["1 Meetings", "1.1 other"]


def test_a_deleted_theme_comes_back_with_its_subtopics(desk, dialogs):
    before = labels(desk)
    choose(desk, "1 Background")
    dialogs.expect(lambda box: box.accept())
    trigger(desk, "delete")
    desk.operations.run(lambda project: project.undo())
    assert labels(desk) == before


def test_an_empty_framework_says_what_comes_first(desk, dialogs):
    for title in ("1 Background", "1 Meetings"):
        choose(desk, title)
        dialogs.expect(lambda box: box.accept())
        trigger(desk, "delete")
    assert desk.empty.isVisible()


def test_the_panel_says_how_far_a_column_is_charted(desk):
    choose(desk, "1.1 summary")
    assert desk.panel._subtitle.text() == "Sub-topic: one column, charted or given a reason for 0 of 1 interview"


def test_an_interview_added_elsewhere_is_counted(desk):
    choose(desk, "1.1 summary")
    before = len(desk.project.read.all(Interview))
    desk.operations.run(lambda project: project.add(Interview, code="I90"))
    assert desk.panel._subtitle.text().endswith(f"of {before + 1} interviews")


def test_the_guide_lengths_of_the_study_are_told_as_they_are_now(desk):
    choose(desk, "1.1 summary")
    study_id = desk.project.read.study().id
    desk.operations.run(lambda project: project.change(Study, study_id, guide_words_max=77))
    assert desk.panel.form.fields["guide_words_max"].widget.placeholderText() == "as for the study: 77"
