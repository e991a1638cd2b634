import pytest

from framework_qda.matrix.spelling import texts_to_check
from framework_qda.model import Interview, Notes, NotesParagraph, Statement, Subtopic, Theme


@pytest.fixture
def places(project):
    """Chart cells in another order than theirs, with notes in two documents."""
    theme = project.add(Theme, title="Forms").new_id
    subtopics = [project.add(Subtopic, theme_id=theme, label=label).new_id for label in ("paper", "winter")]
    interviews = [project.add(Interview, code=code).new_id for code in ("I98", "I99")]
    project.chart(interviews[1], subtopics[0], [Statement("s3", "summary", "third")])
    project.chart(interviews[0], subtopics[1], [Statement("s2", "summary", "second")])
    project.chart(interviews[0], subtopics[0], [Statement("s1", "summary", "first"), Statement("s1b", "note", "too")])
    project.import_notes([(interviews[0], Notes("a.txt", "0", (NotesParagraph("noted"), NotesParagraph("twice"))))])
    project.import_notes([(interviews[0], Notes("b.txt", "1", (NotesParagraph("again"),)))])
    return interviews, subtopics


def texts(project, *here):
    return [text for place, text in texts_to_check(project.read, *here) if place.where.startswith(("I98", "I99"))]


def test_texts_come_in_the_order_of_the_rows_cells_before_notes(project, places):
    assert texts(project) == ["first", "too", "second", "noted", "twice", "again", "third"]


def test_of_an_interview_only_its_own_texts_come(project, places):
    assert texts(project, places[0][1]) == ["third"]


def test_of_a_cell_only_its_statements_come(project, places):
    assert texts(project, places[0][0], places[1][0]) == ["first", "too"]


def test_every_text_says_where_it_stands(project, places):
    found = {text: place for place, text in texts_to_check(project.read)}
    assert found["second"].where.split(" ")[0] == "I98"
    assert found["second"].statement_id == "s2"
    assert found["twice"].where == "I98 ¶2"
    assert found["again"].where not in ("I98 ¶1", found["noted"].where)


def test_a_word_stands_in_its_text(project, places):
    place, _text = next(texts_to_check(project.read))
    word = place.of_word(2, 5)
    assert (word.where, word.start, word.end) == (place.where, 2, 5)
