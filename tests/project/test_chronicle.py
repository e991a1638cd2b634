"""What was ever written, and what a record held after a row of the journal."""

import pytest

from framework_qda.model import Document, Interview, Statement, Subtopic
from framework_qda.project.ids import cell_id


@pytest.fixture
def place(project):
    return project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id


def test_every_row_is_told_in_its_order(project, place):
    project.chart(*place, [Statement("s", "summary", "Words.")])
    written = list(project.overview.all_written())
    assert [each.row for each in written] == list(range(1, len(written) + 1))
    last = written[-1]
    assert (last.type_name, last.entity, last.owners) == ("cell", cell_id(*place), place)
    assert (last.label, last.analyst_id, last.is_charted) == ("cell.edit", project.analyst_id, True)


def test_what_is_noted_of_a_cell_is_no_charting(project, place):
    project.set_deviant(*place, True)
    assert [each.is_charted for each in project.overview.all_written()][-1] is False


def test_it_can_be_stopped_on_its_way(project):
    def stop(done, total):
        assert done == total == project.overview.last_row()
        raise KeyError

    with pytest.raises(KeyError):
        list(project.overview.all_written(stop))


def test_a_record_is_told_as_it_was_then(project):
    interview = project.read.all(Interview)[0]
    row = project.overview.last_row()
    project.change(Interview, interview.id, code="I99")
    project.delete(Interview, interview.id)
    assert project.overview.record_then("interview", interview.id, row)["code"] == "I01"
    assert project.overview.record_then("interview", interview.id, row + 1)["code"] == "I99"


def test_a_paragraph_is_told_from_the_entry_of_its_document(project):
    (document,) = project.read.documents(project.read.all(Interview)[0].id)
    paragraph = project.read.paragraphs(document.id)[1]
    row = project.overview.last_row()
    project.edit_paragraph(paragraph.id, text="Then it is the ninth.")
    then = project.overview.record_then("paragraph", paragraph.id, row, [document.id])
    assert then["text"] == "Then it is the tenth you do it for."


def test_who_owns_a_record_is_known_after_it_has_gone(project):
    interview = project.read.all(Interview)[0]
    (document,) = project.read.documents(interview.id)
    project.delete(Document, document.id)
    assert project.overview.owners_of(document.id) == (interview.id,)
    assert project.overview.owners_of("nothing") == ()
