"""The words of the sample: notes and charting."""

import re
from collections import defaultdict

import pytest

from framework_qda import shipped
from framework_qda.io.notes_in import read_notes
from framework_qda.model import CellState, StatementKind

FOLDER = shipped.sample_folder()
NOTES = sorted(FOLDER.glob("notes/I*.docx"))
CHARTED = sorted(path.stem for path in FOLDER.glob("charting/I*.toml"))
SUBTOPICS = [f"{theme}.{place}" for theme, places in ((1, 6), (2, 6), (3, 6), (4, 5)) for place in range(1, places + 1)]
REAL_NAMES = (
    "munro", "laming", "climbié?", "baby p", "shakespeare", "ofsted", "nspcc", "barnardo'?s", "lansley", "gove",
)  # fmt: skip
"""Whom people of the field would have named in 2012; the sample says “the national review”, “the inspectors”."""
EMPTY = {
    CellState.NOT_CHARTED, CellState.NOT_ASKED, CellState.NOTHING_SAID, CellState.NOT_APPLICABLE, CellState.UNCLEAR,
}  # fmt: skip


@pytest.fixture(scope="session")
def notes():
    return {path.stem: read_notes(path) for path in NOTES}


@pytest.fixture(scope="session")
def all_notes(notes, sources):
    """Return the notes of each interview with its further documents behind them."""
    return {
        code: [each, *(read_notes(FOLDER / "notes" / source["file"]) for source in sources.documents.get(code, ()))]
        for code, each in notes.items()
    }


def paragraphs_of(documents):
    return [paragraph for document in documents for paragraph in document.paragraphs]


def cells_of(sources, code):
    return sources.charting[code]["cell"]


def words_of(cell):
    return sum(len(statement["text"].split()) for statement in _statements(cell))


def _statements(cell):
    return cell.get("statement", ())


def test_every_interview_has_notes_and_charting(sources):
    codes = {f"I{number:02}" for number in range(1, 29)}
    assert sources.notes.keys() == codes
    assert sources.charting.keys() == codes


@pytest.mark.parametrize("code", [path.stem for path in NOTES])
def test_notes_are_long_enough_to_be_worked_with(notes, code):
    assert sum(len(paragraph.text.split()) for paragraph in notes[code].paragraphs) >= 1500


@pytest.mark.parametrize("code", [path.stem for path in NOTES])
def test_notes_are_read_without_a_warning(notes, code):
    assert notes[code].warnings == ()


@pytest.mark.parametrize("code", [path.stem for path in NOTES])
def test_times_climb_within_the_length_of_the_interview(notes, sources, code):
    minutes = {
        interview["code"]: interview["minutes"]
        for case_study in sources.study["case_study"]
        for organisation in case_study["organisation"]
        for interview in organisation["interview"]
    }
    times = [each.start_ms for each in notes[code].paragraphs if each.start_ms is not None]
    assert len(times) >= 25
    assert times == sorted(set(times))
    assert times[-1] <= minutes[code] * 60_000


@pytest.mark.parametrize("code", [path.stem for path in NOTES])
def test_the_interviewer_and_the_informants_are_told_apart(notes, code):
    speakers = {paragraph.speaker for paragraph in notes[code].paragraphs} - {""}
    assert speakers == ({"INT", "R1", "R2"} if code == "I13" else {"INT", "R"})


@pytest.mark.parametrize("code", CHARTED)
def test_all_subtopics_are_charted_or_say_why_not(sources, code):
    assert [cell["subtopic"] for cell in cells_of(sources, code)] == SUBTOPICS
    for cell in cells_of(sources, code):
        assert bool(cell.get("statement")) != (cell["state"] in EMPTY), cell["subtopic"]


@pytest.mark.parametrize("code", CHARTED)
def test_charted_cells_are_full_enough_and_short_enough(sources, code):
    lengths = {
        cell["subtopic"]: words_of(cell)
        for cell in cells_of(sources, code)
        if cell["state"] in (CellState.CHARTED, CellState.REVIEWED, CellState.SENT_BACK)
    }
    assert {number: words for number, words in lengths.items() if not 25 <= words <= 120} == {}


@pytest.mark.parametrize("code", CHARTED)
def test_all_kinds_of_statement_and_some_stars_are_used(sources, code):
    statements = [statement for cell in cells_of(sources, code) for statement in cell.get("statement", ())]
    assert {statement["kind"] for statement in statements} == set(StatementKind)
    assert len({words for each in statements for words in each.get("evidence", ()) if words.startswith("* ")}) >= 4


@pytest.mark.parametrize("code", CHARTED)
def test_what_is_charted_as_own_words_was_said(sources, all_notes, code):
    said = "\n".join(each.text for each in paragraphs_of(all_notes[code]) if each.speaker != "INT").lower()
    for cell in cells_of(sources, code):
        for statement in cell.get("statement", ()):
            phrases = _phrases(statement)
            missing = [phrase for phrase in phrases if phrase.strip(" .,;?!").lower() not in said]
            assert not missing, cell["subtopic"]


def _phrases(statement):
    """Return what a statement claims to be the speaker's words."""
    if statement["kind"] == StatementKind.OWN_WORDS:
        return re.split(r"\s*\.{3,4}\s*", statement["text"])
    if statement["kind"] == StatementKind.SUMMARY:
        quoted = re.findall(r'"([^"]+)"', statement["text"])
        return [part for phrase in quoted for part in re.split(r"\s*\.{3,4}\s*", phrase)]
    return []


def test_no_sentence_of_the_notes_stands_twice(all_notes, sentences):
    found = defaultdict(list)
    for code, documents in all_notes.items():
        for paragraph in paragraphs_of(documents):
            for sentence in sentences(paragraph.text):
                found[sentence].append(code)
    assert {sentence: codes for sentence, codes in found.items() if len(codes) > 1} == {}


def test_no_sentence_of_the_analysts_stands_twice(sources, sentences):
    found = defaultdict(list)
    for place, text in texts_of_analysts(sources):
        for sentence in sentences(text):
            found[sentence].append(place)
    assert {sentence: places for sentence, places in found.items() if len(places) > 1} == {}


def texts_of_analysts(sources):
    """Return what the analysts wrote, with its place: cells, syntheses, verdicts, remarks."""
    cells = [
        (f"{code} {cell['subtopic']}", statement["text"])
        for code in sources.charting
        for cell in cells_of(sources, code)
        for statement in _statements(cell)
    ]
    syntheses = [
        (synthesis.get("label", synthesis.get("number")), statement["text"])
        for table in ("case_study", "subtopic")
        for synthesis in sources.reading[table]
        for statement in synthesis["statement"]
    ]
    verdicts = [
        (f"{area['label']} {number}", note)
        for area in sources.reading["area"]
        for number, _, note in area.get("verdicts", ())
    ]
    remarks = [
        (f"remark on {comment['interview']}", remark["text"])
        for comment in sources.comments
        for remark in (comment, *comment.get("reply", ()))
    ]
    return [*cells, *syntheses, *verdicts, *remarks]


@pytest.mark.parametrize("code", CHARTED)
def test_references_in_cells_name_interviews_and_subtopics_that_exist(sources, code):
    text = "\n".join(each["text"] for cell in cells_of(sources, code) for each in cell.get("statement", ()))
    assert {int(number) for number in re.findall(r"\bI(\d\d)\b", text)} <= set(range(1, 29))
    assert set(re.findall(r"(?<![\d.:])\b([1-4]\.\d)\b", text)) <= set(SUBTOPICS)


def test_nobody_real_is_named(sources, all_notes):
    words = [paragraph.text for documents in all_notes.values() for paragraph in paragraphs_of(documents)]
    words += [
        each["text"] for code in sources.charting for cell in cells_of(sources, code) for each in _statements(cell)
    ]
    said = "\n".join(words).lower()
    assert [name for name in REAL_NAMES if re.search(rf"\b{name}\b", said)] == []
