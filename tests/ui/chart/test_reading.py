from datetime import datetime, timedelta

import pytest

from framework_qda.model import Analyst, Statement
from framework_qda.text.anchors import make_anchor
from framework_qda.ui.chart import reading
from framework_qda.ui.chart.versions import read_versions
from framework_qda.ui.words import time_words


def test_an_extract_that_is_gone_stays_as_a_lost_reference(study):
    statement = Statement("s", "summary", "Words.", ("gone",))
    study.project.chart(study.interviews[0], study.subtopics[0], [statement])
    cell = reading.read_cell(study.project.read, study.interviews[0], study.subtopics[0])
    assert [ref.label for ref in cell.statements[0].evidence] == ["¶?"]


def test_a_time_today_is_a_time_of_day():
    now = datetime.now().astimezone()
    noon = now.replace(hour=12, minute=5)
    assert time_words(noon.isoformat(), now) == "12:05"


def test_a_time_of_another_day_names_the_day():
    now = datetime(2026, 6, 20, 9, 0).astimezone()
    assert time_words((now - timedelta(days=3)).isoformat(), now) == "17 June 09:00"
    assert time_words((now - timedelta(days=400)).isoformat(), now).endswith("2025")


def test_the_past_of_a_cell_counts_its_versions(study):
    study.chart("One.")
    study.chart("Two.")
    past = reading.read_past(study.project, study.cell().id)
    assert past.versions == 2
    assert past.last.startswith("AM ")


def test_an_unwritten_cell_has_no_past(study):
    assert reading.read_past(study.project, study.cell().id) == reading.CellPast(0, "")


def used_extracts(study):
    read, interview_id = study.project.read, study.interviews[0]
    return reading.used_extracts(read, interview_id, read.extract_uses(interview_id))


def test_a_passage_knows_what_rests_on_it_and_where_it_ends(study):
    from framework_qda.text.anchors import make_anchor

    read, interview_id = study.project.read, study.interviews[0]
    document = reading.read_documents(read, interview_id)[0]
    anchors = [make_anchor(line.paragraph_id, line.text, 0, 4) for line in document.lines[:2]]
    study.chart("One.")
    extract_id = study.project.link(interview_id, study.subtopics[0], "s00", anchors).new_id
    study.chart("Two.", 0, 1)
    study.project.link(interview_id, study.subtopics[1], "s01", anchors)
    study.project.star(extract_id, True)
    uses = read.extract_uses(interview_id)
    found = reading.place_passages(used_extracts(study), document.lines, {extract_id}, uses)
    assert [(each.line, each.uses, each.is_last, each.is_here, each.is_starred) for each in found] == [
        (0, 2, False, True, True),
        (1, 2, True, True, True),
    ]
    (other, _) = reading.place_passages(used_extracts(study), document.lines, (), {})
    assert (other.uses, other.is_here) == (0, False)


def test_extracts_nobody_uses_are_not_shown(study):
    from framework_qda.text.anchors import make_anchor

    document = study.project.read.documents(study.interviews[0])[0]
    paragraph = study.project.read.paragraphs(document.id)[0]
    anchor = make_anchor(paragraph.id, paragraph.text, 0, 4)
    study.chart("One.")
    study.project.link(study.interviews[0], study.subtopics[0], "s00", [anchor])
    assert len(used_extracts(study)) == 1
    study.chart("One.")
    assert used_extracts(study) == []


def test_the_past_of_a_cell_says_who_accepted_it_and_that_it_has_changed_since(study):
    study.chart("Words.")
    study.project.accept([(study.interviews[0], study.subtopics[0])])
    assert reading.read_past(study.project, study.cell().id).acceptance.startswith("accepted by AM ")
    study.project.add(Analyst, name="Bea Holt", initials="BH")
    assert reading.read_past(study.project, study.cell().id).acceptance.endswith(", who charted it")
    study.chart("Other words.")
    assert reading.read_past(study.project, study.cell().id).acceptance.startswith("changed since accepted by AM ")


@pytest.fixture
def accepted_by_another(study):
    """The first cell of Ann, accepted by Bea, then changed by Ann, who is told."""
    project, place = study.project, (study.interviews[0], study.subtopics[0])
    study.chart("Words.")
    ann, project.analyst_id = project.analyst_id, project.add(Analyst, name="Bea Holt", initials="BH").new_id
    project.accept([place])
    project.analyst_id = ann
    study.chart("Other words.")
    return place


def acceptance(study):
    return reading.read_past(study.project, study.cell().id).acceptance


def test_a_slip_in_an_accepted_cell_that_is_taken_back_leaves_it_accepted_by_who_accepted_it(
    study, accepted_by_another
):
    study.project.undo()
    assert acceptance(study).startswith("accepted by BH ")
    assert "who charted it" not in acceptance(study)
    study.chart("Words again.")
    assert acceptance(study).startswith("changed since accepted by BH ")


def test_who_restores_an_accepted_version_does_not_accept_it(study, accepted_by_another):
    version = read_versions(study.project, study.cell().id)[1]
    study.project.restore(*accepted_by_another, version.content, version.state, version.state_entry)
    assert study.cell().state == "reviewed"
    assert acceptance(study).startswith("accepted by BH ")
    assert study.project.describe(study.project.next_undo()) == "Restoring of I01 1.1"
    study.project.undo()
    assert acceptance(study).startswith("changed since accepted by BH ")
    assert study.cell().content[0].text == "Other words."


def test_what_several_contents_rest_on_has_its_label_unless_it_is_gone(study):
    project, place = study.project, (study.interviews[0], study.subtopics[0])
    paragraph = project.read.paragraphs(project.read.documents(place[0])[0].id)[0]
    anchors = [make_anchor(paragraph.id, paragraph.text, 0, 4)]
    extract_id = project.link(*place, "s", anchors, statements=[Statement("s", "summary", "Words.")]).new_id
    before, after = [Statement("s", "summary", "Words.", (extract_id,))], [Statement("t", "summary", "", ("gone",))]
    assert list(reading.reference_labels(project.read, before, after)) == [extract_id]
    assert reading.reference_labels(project.read, before)[extract_id].startswith("¶")
