"""Questions that the reader answers in one query."""

from framework_qda.model import Attribute, CaseStudy, Interview, Paragraph, Statement, Subtopic
from framework_qda.text.anchors import make_anchor


def test_texts_of_paragraphs_are_those_that_stand_now(project):
    first, second, _third = project.read.all(Paragraph)
    project.edit_paragraph(second.id, text="Then nobody does it.")
    assert project.read.paragraph_texts([first.id, second.id, "unknown"]) == {
        first.id: "What happens when somebody forgets?",
        second.id: "Then nobody does it.",
    }


def test_extracts_at_a_paragraph_are_those_with_a_part_in_it(project):
    interview = project.read.all(Interview)[0]
    first, second, third = project.read.all(Paragraph)
    subtopic = project.read.all(Subtopic)[0]
    project.chart(interview.id, subtopic.id, [Statement("st", "summary", "words")])
    made = [
        project.link(interview.id, subtopic.id, "st", [make_anchor(each.id, each.text, 0, 4) for each in parts]).new_id
        for parts in ([first], [first, second])
    ]
    at = {each.number: project.read.extracts_at(interview.id, each.id) for each in (first, second, third)}
    assert {number: sorted(each.id for each in found) for number, found in at.items()} == {
        1: sorted(made),
        2: made[1:],
        3: [],
    }


def test_values_of_some_attributes_are_told_by_their_subjects(project):
    area = project.read.all(CaseStudy)[0].id
    model, other = (project.add(Attribute, label=label).new_id for label in ("Model", "Region"))
    project.set_attribute(model, area, "hospital team")
    project.set_attribute(other, area, "north")
    assert project.read.values_of_attributes([model]) == {(model, area): "hospital team"}
    project.set_attribute(model, area, "")
    assert project.read.values_of_attributes([model, other]) == {(other, area): "north"}
