from PySide6.QtWidgets import QLabel

from framework_qda.model import CaseStudy, Interview, Statement, Subtopic
from framework_qda.project.drafts import Draft
from framework_qda.ui.cell_place import place_of
from framework_qda.ui.drafts_dialog import DraftDialog, compare_words


def statement(text):
    return Statement("s", "summary", text)


def test_what_is_new_gone_and_the_same_is_told_apart():
    stretches = compare_words([statement("one two three")], [statement("one four three")])
    assert stretches == [("same", "one"), ("gone", "two"), ("new", "four"), ("same", "three")]


def test_a_draft_of_an_empty_cell_is_all_new():
    assert compare_words([], [statement("one two")]) == [("new", "one two")]


def draft_of(project):
    interview = project.read.all(Interview)[0]
    subtopic = project.read.all(Subtopic)[0]
    return Draft(interview.id, subtopic.id, (statement("typed"),), "2014-03-02T14:02:00+00:00")


def test_the_dialog_names_the_cell_and_shows_the_words(qtbot, project):
    dialog = DraftDialog(project, draft_of(project))
    qtbot.addWidget(dialog)
    assert dialog.text.toPlainText().strip() == "typed"


def test_deciding_later_decides_nothing(qtbot, project):
    dialog = DraftDialog(project, draft_of(project))
    qtbot.addWidget(dialog)
    dialog.reject()
    assert not dialog.is_decided


def test_discarding_is_a_decision(qtbot, project):
    dialog = DraftDialog(project, draft_of(project))
    qtbot.addWidget(dialog)
    dialog.discard()
    assert dialog.is_decided


def test_a_draft_of_a_synopsis_is_named_and_kept(qtbot, project):
    case_study = project.read.all(CaseStudy)[0]
    draft = Draft("case_study", case_study.id, (statement("typed"),), "2014-03-02T14:02:00+00:00")
    dialog = DraftDialog(project, draft)
    qtbot.addWidget(dialog)
    assert any(label.text() == "Synopsis of Area 1" for label in dialog.findChildren(QLabel))
    place_of(draft).write(project, draft.statements)
    assert project.read.synthesis("case_study", case_study.id).content == draft.statements
