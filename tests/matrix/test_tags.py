from framework_qda.matrix.build import grid_cells
from framework_qda.matrix.criteria import CRITERIA
from framework_qda.matrix.grid import TagMark
from framework_qda.matrix.tags import tag_choices, tag_marks
from framework_qda.model import Interview, Marks, Statement, Subtopic, Tag


def subtopic_ids(project):
    return [each.id for each in project.read.all(Subtopic)]


def test_tags_count_within_their_subtopic(project):
    first, second = subtopic_ids(project)
    ids = [
        project.add(Tag, label=label, subtopic_id=owner).new_id
        for label, owner in (("consent", first), ("pre-birth", first), ("rooms", second))
    ]
    assert [tag_marks(project.read)[each] for each in ids] == [("consent", 0), ("pre-birth", 1), ("rooms", 0)]


def test_a_tag_of_any_subtopic_keeps_its_place_when_a_subtopic_gets_another(project):
    general = project.add(Tag, label="ethics").new_id
    before = tag_marks(project.read)[general]
    project.add(Tag, label="consent", subtopic_id=subtopic_ids(project)[0])
    assert tag_marks(project.read)[general] == before == TagMark("ethics", -1)


def test_cells_of_a_matrix_have_the_marks_of_their_tags(project):
    interview_id, subtopic_id = project.read.all(Interview)[0].id, subtopic_ids(project)[0]
    project.add(Tag, label="rooms", subtopic_id=subtopic_id)
    tag_id = project.add(Tag, label="consent", subtopic_id=subtopic_id).new_id
    said = Statement("s", "summary", "Asks.", marks=Marks(tags=(tag_id, "gone")))
    project.chart(interview_id, subtopic_id, [said])
    cells = grid_cells(project.read, [project.read.cell(interview_id, subtopic_id)])
    assert cells[interview_id, subtopic_id].statements[0].tags == (TagMark("consent", 1),)


def test_tags_are_offered_with_the_numbers_of_their_subtopics_in_the_frameworks_order(project):
    first, second = subtopic_ids(project)
    for label, owner in (("other", second), ("other", first), ("ethics", None)):
        project.add(Tag, label=label, subtopic_id=owner)
    assert [words for _, words in tag_choices(project.read)] == ["ethics", "1.1 other", "1.2 other"]
    assert next(each for each in CRITERIA if each.field == "tag_ids").choices(project.read) == tag_choices(project.read)
