"""Words are found where they stand, and nowhere where they have been deleted."""

import gzip
import sqlite3
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda import open_project
from framework_qda.errors import ProjectFileError
from framework_qda.model import (
    Analyst,
    CaseStudy,
    Cell,
    Comment,
    Document,
    Extract,
    Informant,
    Interview,
    Notes,
    NotesParagraph,
    Quotation,
    Segment,
    Statement,
    Subtopic,
    Theme,
)
from framework_qda.project import searching
from framework_qda.project.hits import HitKind, SearchStoppedError, Sought
from framework_qda.project.ids import cell_id
from framework_qda.project.searching import SearchEngine, fts_expression
from framework_qda.project.vocabulary import with_near_words
from framework_qda.text.anchors import make_anchor
from framework_qda.text.folding import tokens
from framework_qda.text.query import AllOf, AnyOf, Term, Without, find_terms, parse_query

OLD_FILE = Path(__file__).parent.parent / "files" / "format-1.fqda.gz"


@pytest.fixture
def place(project):
    return project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id


@pytest.fixture
def find(project):
    """Give a function that returns the texts that are found, by kind."""
    engine = project.search_engine()

    def found(typed, **filters):
        sought = Sought(parse_query(typed, is_typing=False), **filters)
        return {kind: [hit.text for hit in hits] for kind, hits in engine.search(sought) if hits}

    yield found
    engine.close()


def hit_of(project, typed):
    engine = project.search_engine()
    hits = [hit for _, found in engine.search(Sought(parse_query(typed))) for hit in found]
    engine.close()
    assert len(hits) == 1
    return hits[0]


# -- what is found


def test_notes_are_found(project, find, place):
    assert find("tenth") == {HitKind.NOTES: ["Then it is the tenth you do it for."]}
    hit = hit_of(project, "tenth")
    paragraph = project.read.paragraphs(project.read.documents(place[0])[0].id)[1]
    assert (hit.target_type, hit.target_id, hit.interview_id) == ("paragraph", paragraph.id, place[0])
    assert (hit.number, hit.detail, hit.start_ms) == (2, "R", 5000)


def test_statements_of_cells_are_found(project, find, place):
    project.chart(*place, [Statement("a", "summary", "Reads sheets."), Statement("b", "note", "Who reads?")])
    assert find("reads") == {HitKind.CELL: ["Reads sheets.", "Who reads?"]}
    hit = hit_of(project, "who reads")
    assert (hit.target_type, hit.target_id, hit.interview_id, hit.within) == ("statement", "b", *place)
    assert (hit.number, hit.detail) == (1, "note")


def test_extracts_are_found(project, find, place):
    project.add(Extract, interview_id=place[0], text="Nobody compares.", start_ms=7000)
    assert find("compares") == {HitKind.EXTRACT: ["Nobody compares."]}
    assert hit_of(project, "compares").start_ms == 7000


def test_comments_are_found_with_the_interview_that_they_are_about(project, find, place):
    project.comment("cell", cell_id(*place), "Which colour is it?")
    assert find("colour") == {HitKind.COMMENT: ["Which colour is it?"]}
    hit = hit_of(project, "colour")
    assert (hit.target_type, hit.interview_id, hit.within) == ("cell", *place)
    assert hit.detail == project.analyst_id


def test_comments_on_whatever_has_an_interview_are_found_there(project, place):
    paragraph = project.read.paragraphs(project.read.documents(place[0])[0].id)[0]
    project.comment("paragraph", paragraph.id, "Paragraphs.")
    project.comment("interview", place[0], "Interviews.")
    project.comment("case_study", project.read.all(CaseStudy)[0].id, "Areas.")
    found = [hit_of(project, word).interview_id for word in ("paragraphs", "interviews", "areas")]
    assert found == [place[0], place[0], ""]


@pytest.mark.parametrize(
    ("record_type", "values", "word"),
    [
        (Theme, {"title": "Referral", "description": "How they come."}, "referral"),
        (Theme, {"title": "Referral", "description": "How they come."}, "come"),
        (Subtopic, {"label": "thresholds", "definition": "What counts."}, "counts"),
        (CaseStudy, {"label": "Coastal town"}, "coastal"),
        (Interview, {"code": "I77"}, "I77"),
    ],
)
def test_names_are_found(project, record_type, values, word):
    made = project.add(record_type, **values).new_id
    hit = hit_of(project, word)
    assert (hit.kind, hit.target_id) == (HitKind.NAME, made)
    assert hit.text == "\n".join(values.values())


def test_who_spoke_is_found_in_the_interview(project, place):
    project.add(Informant, interview_id=place[0], code="P01", role="Named Nurse")
    assert hit_of(project, "nurse").interview_id == place[0]


def test_syntheses_are_found(project, find, place):
    project.conclude("subtopic", place[1], [Statement("s", "summary", "Most of them reconcile.")])
    assert find("reconcile") == {HitKind.SYNTHESIS: ["Most of them reconcile."]}
    assert hit_of(project, "reconcile").target_id == place[1]


def test_quotations_are_found_as_extracts(project, find, place):
    extract_id = project.add(Extract, interview_id=place[0], text="He said so").new_id
    segments = (Segment("words", "He", extract_id), Segment("insertion", "a surgeon"))
    project.add(Quotation, segments=segments)
    assert find("surgeon") == {HitKind.EXTRACT: ["He a surgeon"]}
    assert hit_of(project, "surgeon").interview_id == place[0]


def test_accents_and_case_do_not_matter(project, find, place):
    project.chart(*place, [Statement("a", "summary", "A naïve RÉSUMÉ.")])
    assert find("Naive resumé") == {HitKind.CELL: ["A naïve RÉSUMÉ."]}


# -- what changes


def test_what_is_edited_is_found_by_its_new_words(project, find, place):
    assert find("background") == {HitKind.NAME: ["Background"]}  # so that what the engine keeps is from before
    project.comment("cell", cell_id(*place), "first")
    comment = project.read.comments(cell_id(*place))[0]
    project.change(Comment, comment.id, text="second")
    project.change(Theme, project.read.all(Theme)[0].id, title="Foreground")
    assert find("first") == find("background") == {}
    assert find("second") == {HitKind.COMMENT: ["second"]}
    assert find("foreground") == {HitKind.NAME: ["Foreground"]}
    assert project.verify() == []


@pytest.fixture
def everything(project, place):
    """Put the word into a cell, a comment, an extract and a name, besides the notes."""
    project.chart(*place, [Statement("a", "summary", "The tenth.")])
    project.comment("cell", cell_id(*place), "A tenth?")
    project.add(Extract, interview_id=place[0], text="it is the tenth")
    project.add(Informant, interview_id=place[0], role="Tenth Nurse")


def test_nothing_of_an_interview_is_found_that_has_been_deleted(project, find, place, everything):
    assert len(find("tenth")) == 5
    project.delete(Interview, place[0])
    assert find("tenth") == {}
    project.undo()
    assert len(find("tenth")) == 5


def test_what_has_been_deleted_is_not_found(project, find, place, everything):
    project.delete(Document, project.read.documents(place[0])[0].id)
    project.delete(Extract, *[each.id for each in project.read.extracts(place[0])])
    project.delete(Informant, *[each.id for each in project.read.informants(place[0])])
    project.delete(Cell, cell_id(*place))
    assert find("tenth") == {}


def test_a_cell_hides_with_its_column(project, find, place):
    project.chart(*place, [Statement("a", "summary", "Reads sheets.")])
    project.delete(Subtopic, place[1])
    assert find("reads") == {}


def test_an_older_file_that_is_opened_for_reading_is_searched(tmp_path):
    path = tmp_path / "old.fqda"
    path.write_bytes(gzip.decompress(OLD_FILE.read_bytes()))
    with open_project(path, read_only=True) as old:
        word = next(tokens(old.read.all(Theme)[0].title)).word
        engine = old.search_engine()
        found = [hit for _, hits in engine.search(Sought(Term((word,)))) for hit in hits]
        engine.close()
    assert any(hit.target_type == "theme" for hit in found)


# -- filters


@pytest.fixture
def two(project):
    """Give two interviews in two areas, with the word in a cell of each, in columns of two themes."""
    places = []
    for name in ("North", "South"):
        area = project.add(CaseStudy, label=name).new_id
        interview = project.add(Interview, code=name[0], case_study_id=area).new_id
        theme = project.add(Theme, title=f"About {name}").new_id
        column = project.add(Subtopic, theme_id=theme, label=f"{name} word").new_id
        notes = Notes(f"{name}.txt", "00", (NotesParagraph(f"word in notes {name}"), NotesParagraph("none")))
        project.import_notes([(interview, notes)])
        project.chart(interview, column, [Statement(f"s{name}", "summary", f"word in {name}")])
        project.comment("cell", cell_id(interview, column), f"word on {name}")
        paragraph = project.read.paragraphs(project.read.documents(interview)[0].id)[0]
        project.link(interview, column, f"s{name}", [make_anchor(paragraph.id, paragraph.text, 0, 13)])
        places.append((area, theme))
    return places


def test_a_case_study_filters(find, two):
    assert find("word", case_study_id=two[1][0]) == {
        HitKind.CELL: ["word in South"],
        HitKind.EXTRACT: ["word in notes"],
        HitKind.COMMENT: ["word on South"],
        HitKind.NOTES: ["word in notes South"],
    }


def test_a_theme_filters_and_notes_belong_to_those_that_cite_them(find, two):
    assert find("word", theme_id=two[0][1]) == {
        HitKind.NAME: ["North word"],
        HitKind.CELL: ["word in North"],
        HitKind.EXTRACT: ["word in notes"],
        HitKind.COMMENT: ["word on North"],
        HitKind.NOTES: ["word in notes North"],
    }


def test_an_analyst_filters_by_who_wrote_last(project, find, place):
    first, second = project.analyst_id, project.add(Analyst, name="Ben Okri").new_id
    project.chart(*place, [Statement("a", "summary", "The tenth form.")])
    project.analyst_id = second
    paragraph = project.read.paragraphs(project.read.documents(place[0])[0].id)[1]
    project.edit_paragraph(paragraph.id, text="The tenth.")
    assert find("tenth", analyst_id=second) == {HitKind.NOTES: ["The tenth."]}
    assert find("tenth", analyst_id=first) == {HitKind.CELL: ["The tenth form."]}
    assert find("forgets", analyst_id=first) == {HitKind.NOTES: ["What happens when somebody forgets?"]}
    assert find("background", analyst_id=second) == {}


# -- how it is asked


WORDS = ("ward", "wards", "police", "not", "near", "a")
QUERIES = st.recursive(
    st.builds(Term, st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(tuple), st.booleans()),
    lambda inner: st.one_of(
        st.builds(AllOf, st.tuples(inner, inner)),
        st.builds(AnyOf, st.tuples(inner, inner)),
        st.builds(Without, inner, inner),
    ),
    max_leaves=5,
)


def matches(node, text):
    match node:
        case AllOf():
            return all(matches(part, text) for part in node.parts)
        case AnyOf():
            return any(matches(part, text) for part in node.parts)
        case Without():
            return matches(node.wanted, text) and not matches(node.unwanted, text)
    return bool(find_terms(text, [node]))


@given(QUERIES, st.lists(st.sampled_from(WORDS), max_size=6))
def test_the_index_understands_a_query_as_it_is_meant(node, words):
    text = " ".join(words)
    assert index_matches(fts_expression(node), text) == matches(node, text)


def ask(typed):
    node = parse_query(typed)
    if node is not None:
        index_matches(fts_expression(node), "ward")


@given(st.text(max_size=40))
def test_the_index_never_takes_a_query_for_a_mistake(typed):
    ask(typed)


@pytest.mark.parametrize(
    "typed", ['"', "a:b", "*", "NEAR(a b)", "{a} : b", "^a", "a + b", "'", "AND", "(()", "-", "a\0b"]
)
def test_marks_of_the_index_s_own_language_mean_nothing(typed):
    ask(typed)


def index_matches(expression, text):
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table t using fts5(text)")
    connection.execute("insert into t values (?)", (text,))
    found = connection.execute("select 1 from t where t match ?", (expression,)).fetchone()
    connection.close()
    return found is not None


# -- beside the window


def test_a_search_stops_when_it_is_told_to(project):
    engine = project.search_engine()
    with pytest.raises(SearchStoppedError):
        list(engine.search(Sought(Term(("the",))), stop=lambda: True))
    engine.close()


def test_one_kind_gives_only_so_many(project, find, place, monkeypatch):
    monkeypatch.setattr(searching, "MOST_HITS", 2)
    project.chart(*place, [Statement(str(n), "summary", "many") for n in range(5)])
    assert len(find("many")[HitKind.CELL]) == 3


def test_a_search_in_another_thread_holds_up_no_change(project, place):
    engine = project.search_engine()
    found = []

    def work():
        for _ in range(20):
            found.append(sum(len(hits) for _, hits in engine.search(Sought(Term(("s",), is_beginning=True)))))

    thread = threading.Thread(target=work)
    thread.start()
    slowest = 0.0
    for number in range(20):
        start = time.perf_counter()
        project.chart(*place, [Statement("a", "summary", f"sheet {number}")])
        slowest = max(slowest, time.perf_counter() - start)
    thread.join()
    engine.close()
    assert len(found) == 20
    assert slowest < 2


def test_a_file_that_cannot_be_read_is_said_to_be(tmp_path):
    with pytest.raises(ProjectFileError, match="cannot be searched"):
        list(SearchEngine(tmp_path / "none.fqda").search(Sought(Term(("a",)))))


# -- near words


@pytest.mark.parametrize(
    ("word", "near"),
    [("safegaurding", "safeguarding"), ("polise", "police"), ("thresold", "threshold"), ("wor", None)],
)
def test_a_misspelt_word_is_near_to_the_right_one(project, place, word, near):
    project.chart(*place, [Statement("a", "summary", "Safeguarding, police and the threshold of a ward.")])
    engine = project.search_engine()
    found = engine.vocabulary().near(word)
    engine.close()
    assert (near in found) if near else found == ()


def test_the_vocabulary_follows_the_project(project, place):
    engine = project.search_engine()
    assert "tenth" in engine.vocabulary()
    project.chart(*place, [Statement("a", "summary", "hereafter")])
    assert "hereafter" in engine.vocabulary()
    engine.close()


def test_a_query_is_widened_by_near_words_and_says_which(project, place):
    project.chart(*place, [Statement("a", "summary", "The policing of wards; police.")])
    engine = project.search_engine()
    node, taken = with_near_words(parse_query('"the polising" -ward', is_typing=False), engine.vocabulary())
    engine.close()
    phrases = (Term(("the", "polising")), Term(("the", "policing")))
    assert node == Without(AnyOf(phrases), Term(("ward",)))
    assert taken == {"polising": ("policing",)}


def test_what_is_kept_is_read_again_only_after_names_have_changed(project, place):
    engine = project.search_engine()
    assert engine.refresh()
    project.chart(*place, [Statement("a", "summary", "hereafter")])
    assert not engine.refresh()
    project.change(CaseStudy, project.read.all(CaseStudy)[0].id, label="Elsewhere")
    assert engine.refresh()
    assert engine.read(lambda reader: reader.all(CaseStudy)[0].label) == "Elsewhere"
    engine.close()


def test_a_word_is_not_near_to_itself(project):
    engine = project.search_engine()
    assert "nobody" not in engine.vocabulary().near("nobody")
    engine.close()


def test_a_file_that_is_being_written_is_said_to_be(project, monkeypatch):
    monkeypatch.setattr(searching, "_PATIENCE_MS", 10)
    engine = project.search_engine()
    writer = sqlite3.connect(project.path, isolation_level=None)
    writer.execute("begin exclusive")
    with pytest.raises(ProjectFileError, match="being written"):
        list(engine.search(Sought(Term(("a",)))))
    writer.execute("rollback")
    writer.close()
    assert list(engine.search(Sought(Term(("tenth",)))))[-1][1]
    engine.close()
