"""Questions that the reader answers in one query."""

from framework_qda.model import Paragraph


def test_texts_of_paragraphs_are_those_that_stand_now(project):
    first, second, _third = project.read.all(Paragraph)
    project.edit_paragraph(second.id, text="Then nobody does it.")
    assert project.read.paragraph_texts([first.id, second.id, "unknown"]) == {
        first.id: "What happens when somebody forgets?",
        second.id: "Then nobody does it.",
    }
