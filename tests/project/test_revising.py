"""Words replaced in many places at once."""

import pytest

from framework_qda.errors import RefusedError
from framework_qda.model import Document, Extract, Interview, Notes, NotesParagraph, Paragraph, Statement, Subtopic
from framework_qda.project.journal_tables import _maker
from framework_qda.text.anchors import is_in_place, make_anchor
from framework_qda.text.replacing import Edit, find_words


@pytest.fixture
def linked(project):
    """Two cells with words; the first rests on a passage of the second paragraph."""
    (interview,) = project.read.all(Interview)
    first, second = project.read.all(Subtopic)
    project.chart(interview.id, first.id, [Statement("a", "summary", "The tenth form.")])
    project.chart(interview.id, second.id, [Statement("b", "summary", "No tenth here.")])
    paragraph = paragraphs(project)[1]
    anchor = make_anchor(paragraph.id, paragraph.text, 11, 20)
    assert anchor.exact == "the tenth"
    project.link(interview.id, first.id, "a", [anchor])
    return project


def paragraphs(project):
    (document,) = project.read.all(Document)
    return project.read.paragraphs(document.id)


def places(project):
    (interview,) = project.read.all(Interview)
    return [(interview.id, each.id) for each in project.read.all(Subtopic)]


def replace_all(project, old, new):
    cells = {}
    for place in places(project):
        cells[place] = [
            Statement(each.id, each.kind, each.text.replace(old, new), each.evidence)
            for each in project.read.cell(*place).content
        ]
    edits = {
        each.id: [Edit(start, end, new) for start, end in find_words(each.text, old)]
        for each in paragraphs(project)
        if old in each.text
    }
    return project.revise(cells, edits)


def texts(project):
    return [project.read.cell(*place).content[0].text for place in places(project)] + [paragraphs(project)[1].text]


AFTER = ["The last form.", "No last here.", "Then it is the last you do it for."]


def test_cells_and_notes_change_in_one_action_that_one_undo_takes_back(linked):
    before = texts(linked)
    actions = len(linked.recent_actions())
    replace_all(linked, "tenth", "last")
    assert texts(linked) == AFTER
    assert len(linked.recent_actions()) == actions + 1
    linked.undo()
    assert texts(linked) == before
    linked.redo()
    assert texts(linked) == AFTER
    assert linked.verify() == []


def extract_of(project):
    (extract,) = project.read.all(Extract)
    return extract


def test_a_passage_takes_its_new_words_on(linked):
    replace_all(linked, "tenth", "very last")
    extract = extract_of(linked)
    assert extract.text == "the very last"
    assert is_in_place(extract.anchors[0], paragraphs(linked)[1].text)


def test_a_passage_moves_with_the_words_before_it(linked):
    replace_all(linked, "Then", "And after all then")
    extract = extract_of(linked)
    assert extract.text == "the tenth"
    assert is_in_place(extract.anchors[0], paragraphs(linked)[1].text)


def test_a_passage_whose_words_are_gone_keeps_them(linked):
    paragraph = paragraphs(linked)[1]
    linked.revise({}, {paragraph.id: [Edit(11, 20, "")]})
    assert extract_of(linked).text == "the tenth"


def test_words_that_somebody_gave_an_extract_stay(linked):
    linked.change(Extract, extract_of(linked).id, text="the TENTH (checked)")
    replace_all(linked, "tenth", "last")
    assert extract_of(linked).text == "the TENTH (checked)"
    assert extract_of(linked).anchors[0].exact == "the last"


def test_evidence_is_never_lost(linked):
    place = places(linked)[0]
    with pytest.raises(RefusedError):
        linked.revise({place: [Statement("a", "summary", "Words.")]})
    assert linked.read.cell(*place).content[0].evidence


def test_what_stands_so_already_is_no_action(linked):
    actions = len(linked.recent_actions())
    assert not replace_all(linked, "nowhere", "somewhere").touched
    assert len(linked.recent_actions()) == actions


def test_a_paragraph_that_is_gone_is_refused(linked):
    with pytest.raises(RefusedError):
        linked.revise({}, {"nobody": [Edit(0, 1, "")]})


def test_the_history_says_what_it_was(linked):
    replace_all(linked, "tenth", "last")
    assert linked.describe(linked.next_undo()) == "Replacement of words"
    assert linked.read.get(Paragraph, paragraphs(linked)[1].id).text == AFTER[2]


def test_the_notes_of_a_document_are_unpacked_once_however_many_paragraphs_change(project):
    (interview,) = project.read.all(Interview)
    notes = Notes("long.txt", "01", tuple(NotesParagraph(f"The tenth form, {n}.") for n in range(40)))
    project.import_notes([(interview.id, notes)])
    document = next(each for each in project.read.all(Document) if each.file_name == "long.txt")
    before = _maker.cache_info().misses
    edits = {each.id: [Edit(4, 9, "last")] for each in project.read.paragraphs(document.id)}
    project.revise({}, edits)
    assert _maker.cache_info().misses - before <= 2
