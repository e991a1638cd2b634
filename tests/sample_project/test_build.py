"""The builder: what it makes of the sources, the same every time."""

import re
from collections import Counter
from datetime import date

import pytest

from framework_qda import open_project
from framework_qda.errors import ProjectFileError
from framework_qda.model import Analyst, CellState, Extract, ExtractStage, Interview, Theme
from framework_qda.quotes.bank import build_bank

ATTRIBUTIONS = {
    f"{kind}, {model}"
    for kind in ("trust", "local authority")
    for model in ("hospital team", "hospital liaison team", "community based")
}


def charted_cells(built):
    for interview in built.read.all(Interview):
        yield from built.read.cells_of_interview(interview.id).values()


def test_the_built_project_is_sound(built):
    assert built.verify() == []


def test_two_builds_have_equal_entries(build_module, tmp_path):
    paths = [build_module.build(tmp_path / name, ["I01", "I02"]) for name in ("one.fqda", "two.fqda")]
    entries = []
    for path in paths:
        with open_project(path, read_only=True) as project:
            entries.append([(entry.id, entry.head, entry.payload) for entry in project.entries()])
    assert entries[0]
    assert entries[0] == entries[1]


def test_every_extract_stands_word_for_word_in_the_notes(built):
    extracts = built.read.all(Extract)
    texts = {
        paragraph.id: paragraph.text
        for interview in built.read.all(Interview)
        for document in built.read.documents(interview.id)
        for paragraph in built.read.paragraphs(document.id)
    }
    assert extracts
    for extract in extracts:
        assert [anchor.exact for anchor in extract.anchors] == [extract.text]
        for anchor in extract.anchors:
            assert texts[anchor.paragraph_id][anchor.start : anchor.end] == anchor.exact


def test_every_chip_leads_to_an_extract_of_its_own_interview(built):
    extracts = {extract.id: extract for extract in built.read.all(Extract)}
    for cell in charted_cells(built):
        for statement in cell.content:
            for extract_id in statement.evidence:
                assert extracts[extract_id].interview_id == cell.interview_id


def test_every_extract_is_used(built):
    used = {extract_id for cell in charted_cells(built) for each in cell.content for extract_id in each.evidence}
    assert used == {extract.id for extract in built.read.all(Extract)}


def numbers(built):
    """Return the number (2.3) of every sub-topic by its id."""
    return {
        subtopic.id: f"{number}.{place}"
        for number, theme in enumerate(built.read.all(Theme), 1)
        for place, subtopic in enumerate(built.read.subtopics(theme.id), 1)
    }


def test_cells_are_those_of_the_sources(built, sources):
    codes = {interview.id: interview.code for interview in built.read.all(Interview)}
    places = numbers(built)
    stood = {
        (codes[cell.interview_id], places[cell.subtopic_id], cell.state, tuple(each.text for each in cell.content))
        for cell in charted_cells(built)
    }
    meant = {
        (code, cell["subtopic"], cell["state"], tuple(each["text"] for each in cell.get("statement", ())))
        for code, charting in sources.charting.items()
        for cell in charting["cell"]
        if cell["state"] != CellState.NOT_CHARTED
    }
    assert stood == meant


def test_some_cells_were_mended_after_they_were_charted(built):
    versions = [
        [entry.values["content"] for entry in built.history(cell.id) if "content" in entry.values]
        for cell in charted_cells(built)
    ]
    mended = [each for each in versions if len({tuple(one.text for one in content) for content in each}) > 1]
    assert len(mended) >= 6


def test_starred_extracts_are_those_of_the_sources(built, sources):
    meant = {
        words.removeprefix("* ")
        for charting in sources.charting.values()
        for cell in charting["cell"]
        for statement in cell.get("statement", ())
        for words in statement.get("evidence", ())
        if words.startswith("* ")
    }
    assert {extract.text for extract in built.read.all(Extract) if extract.is_starred} == meant


def test_most_cells_are_charted_and_some_are_left_to_try(built):
    states = Counter(cell.state for cell in charted_cells(built))
    assert sum(1 for cell in charted_cells(built) if cell.content) >= 560
    assert 15 <= 644 - states.total() + states[CellState.IN_PROGRESS] <= 25
    assert states[CellState.REVIEWED] >= 60


def test_reasons_stand_where_nothing_is_charted(built):
    states = {cell.state for cell in charted_cells(built) if not cell.content}
    assert states == {CellState.NOT_ASKED, CellState.NOTHING_SAID, CellState.NOT_APPLICABLE, CellState.UNCLEAR}


def test_there_is_evidence_enough_at_every_stage(built):
    extracts = built.read.all(Extract)
    stages = Counter(extract.stage for extract in extracts)
    assert len(extracts) >= 350
    assert sum(extract.is_starred for extract in extracts) >= 60
    assert stages[ExtractStage.USED] >= 40
    assert set(stages) == set(ExtractStage)


def test_only_starred_extracts_are_on_their_way_into_print(built):
    assert all(each.is_starred for each in built.read.all(Extract) if each.stage != ExtractStage.MARKED)


def test_an_extract_goes_through_the_stages_one_by_one(built):
    used = [each for each in built.read.all(Extract) if each.stage == ExtractStage.USED]
    for extract in used:
        steps = [entry for entry in reversed(built.history(extract.id)) if "stage" in entry.values]
        assert [entry.values["stage"] for entry in steps] == list(ExtractStage)
        assert [entry.action.made_at for entry in steps] == sorted({entry.action.made_at for entry in steps})


def test_who_transcribed_does_not_verify(built):
    for extract in built.read.all(Extract):
        people = {each.values.get("stage"): each.action.analyst_id for each in built.history(extract.id)}
        if ExtractStage.VERIFIED in people:
            assert people[ExtractStage.VERIFIED] != people[ExtractStage.TRANSCRIBED]


def test_a_stage_of_words_that_are_no_extract_stops_the_build(build_module, tmp_path, monkeypatch):
    sources = build_module.read_sources(["I01"])
    sources.stages["I01", "words that nobody said"] = ExtractStage.USED
    monkeypatch.setattr(build_module, "read_sources", lambda _interviews: sources)
    with pytest.raises(build_module.SampleError, match=r"I01: .*words that nobody said"):
        build_module.build(tmp_path / "sample.fqda")


def test_the_quote_bank_attributes_every_quotation_without_telling_who_spoke(built):
    bank = build_bank(built.read)
    assert bank.count >= 60
    assert bank.warnings == ()
    assert {quotation.attribution for quotation in bank.quotations} <= ATTRIBUTIONS


def test_work_is_dated_after_its_interview(built):
    dates = {interview.id: interview.date for interview in built.read.all(Interview)}
    for cell in charted_cells(built):
        assert dates[cell.interview_id] < built.read.last_change(cell.id).made_at < "2013"


def test_cells_refer_to_interviews_that_are_there_or_say_that_they_are_to_come(build_module, sources):
    notes_at, too_early = {}, []
    for step in build_module.plan_work(sources):
        if step.name == "import_notes":
            notes_at.setdefault(step.interview, step.at)
        for statement in step.source.get("statement", ()):
            missing = set(re.findall(r"\bI\d\d\b", statement["text"])) - notes_at.keys()
            if missing and not re.search(r"once that is charted|look for it in|to be tried", statement["text"]):
                too_early.append((step.interview, step.source["subtopic"], missing))
    assert too_early == []


def test_two_analysts_charted_and_the_lead_reviewed(built):
    analysts = {analyst.id: analyst.initials for analyst in built.read.all(Analyst)}
    people = {state: set() for state in CellState}
    for cell in charted_cells(built):
        chosen = next(entry for entry in built.history(cell.id) if "state" in entry.values)
        people[cell.state].add(analysts[chosen.action.analyst_id])
    assert people[CellState.REVIEWED] == people[CellState.SENT_BACK] == {"HQ"}
    assert people[CellState.CHARTED] == {"AM", "JT"}


def test_evidence_that_is_not_in_the_notes_stops_the_build(build_module, tmp_path, monkeypatch):
    sources = build_module.read_sources(["I01"])
    cell = next(each for each in sources.charting["I01"]["cell"] if each.get("statement"))
    cell["statement"][0]["evidence"] = ["words that nobody said"]
    monkeypatch.setattr(build_module, "read_sources", lambda _interviews: sources)
    with pytest.raises(build_module.SampleError, match=r"I01 .*words that nobody said"):
        build_module.build(tmp_path / "sample.fqda")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_stands_there_is_not_overwritten(build_module, tmp_path):
    taken = tmp_path / "taken.fqda"
    taken.write_text("mine", encoding="utf-8")
    with pytest.raises(ProjectFileError, match="exists already"):
        build_module.build(taken, [])
    assert taken.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("day", "began"),
    [("2012-03-01", "2012-03-01"), ("2012-03-03", "2012-03-05"), ("2012-04-06", "2012-04-10")],
    ids=["a working day", "a Saturday", "Good Friday"],
)
def test_nobody_works_on_weekends_and_holidays(build_module, day, began):
    hours = build_module.WorkingTime()
    hours.begin(date.fromisoformat(day))
    assert hours.now.date().isoformat() == began


def test_work_that_runs_into_the_evening_is_done_in_the_morning(build_module):
    hours = build_module.WorkingTime()
    hours.begin(date(2012, 3, 1))
    assert hours.work(minutes=8 * 60).isoformat() == "2012-03-02T09:05:00+00:00"
