"""What was done, by day and analyst, in lines that say it in sentences."""

from datetime import UTC, date, datetime, timedelta

import pytest

from framework_qda import create_project
from framework_qda.matrix.history import Wanted, choose_lines, read_history, read_names
from framework_qda.matrix.history_telling import read_change, tell_line
from framework_qda.model import (
    Analyst,
    CaseStudy,
    CellState,
    Interview,
    Notes,
    NotesParagraph,
    Statement,
    Subtopic,
    Theme,
)
from framework_qda.text.anchors import make_anchor

NOON = datetime(2024, 5, 3, 12, 0, tzinfo=UTC)


class Study:
    """A project with a clock that is set by hand, and what its history says."""

    def __init__(self, path):
        self.now = NOON
        self.project = create_project(path, title="A study", analyst_name="Ann Marsh", clock=lambda: self.now)
        add = self.project.add
        self.me = self.project.analyst_id
        self.bea = add(Analyst, name="Bea Holt", initials="BH").new_id
        self.areas = [add(CaseStudy, label=label).new_id for label in ("North", "South")]
        self.interviews = [add(Interview, code=f"I0{n + 1}", case_study_id=self.areas[n % 2]).new_id for n in range(3)]
        theme = add(Theme, title="Referral").new_id
        self.subtopics = [add(Subtopic, theme_id=theme, label=label).new_id for label in ("forms", "delay")]

    def next_day(self, analyst_id=""):
        self.now += timedelta(days=1)
        self.project.analyst_id = analyst_id or self.me

    def chart(self, *texts, row=0, column=0, state=None):
        statements = [Statement(text[0], "summary", text) for text in texts]
        self.project.chart(self.interviews[row], self.subtopics[column], statements, state)

    def told(self, wanted=None):
        names = read_names(self.project.overview)
        sections = choose_lines(read_history(self.project.overview), wanted or Wanted())
        return [
            (section.day.isoformat(), names.analyst(section.analyst_id).name,
             [tell_line(self.project.overview, names, line) for line in section.lines])
            for section in sections
        ]  # fmt: skip

    def newest(self):
        return self.told()[0][2][0]


@pytest.fixture
def study(tmp_path):
    made = Study(tmp_path / "study.fqda")
    yield made
    made.project.close()


def test_the_newest_day_comes_first_and_each_analyst_has_a_section(study):
    study.next_day()
    study.chart("a")
    study.project.analyst_id = study.bea
    study.chart("b", row=1)
    assert [each[:2] for each in study.told()] == [
        ("2024-05-04", "Bea Holt"),
        ("2024-05-04", "Ann Marsh"),
        ("2024-05-03", "Ann Marsh"),
    ]


def test_what_one_does_to_a_cell_in_a_day_is_one_line(study):
    study.next_day()
    study.chart("a one")
    study.next_day(study.bea)
    study.chart("a two")
    study.chart("a two", "b", "c", state=CellState.CHARTED)
    assert study.told()[0][2] == ["1.1 for interview I01: two statements added, one changed, now charted"]


def test_a_line_ends_where_somebody_else_writes_in_the_cell(study):
    study.next_day()
    study.chart("a")
    study.project.analyst_id = study.bea
    study.chart("a", "b")
    study.project.analyst_id = study.me
    study.chart("a", "b", "c")
    mine = study.told(Wanted(analyst_id=study.me))[0][2]
    assert mine == [
        "1.1 for interview I01: one statement added",
        "1.1 for interview I01: one statement added, now in progress",
    ]


def test_a_change_that_was_taken_back_says_so(study):
    study.next_day()
    study.chart("a")
    study.project.undo()
    assert study.newest() == "1.1 for interview I01: put back by undo"


def test_a_cell_that_is_linked_is_one_line_without_its_passages(study):
    study.next_day()
    study.chart("a")
    notes = Notes("n.txt", "00", (NotesParagraph("Words of the notes."),))
    study.project.import_notes([(study.interviews[0], notes)])
    (document,) = study.project.read.documents(study.interviews[0])
    anchor = make_anchor(study.project.read.paragraphs(document.id)[0].id, "Words of the notes.", 0, 5)
    study.project.link(study.interviews[0], study.subtopics[0], "a", [anchor])
    assert study.told()[0][2] == [
        "1.1 for interview I01: one statement added, now in progress",
        "Notes imported for I01",
    ]


def test_records_of_a_kind_share_a_line(study):
    assert "3 interviews added: I01, I02, I03" in study.told()[-1][2]


def test_a_comment_is_told_with_its_words_and_its_cell(study):
    study.next_day()
    study.chart("a")
    cell = study.project.read.cell(study.interviews[0], study.subtopics[0])
    study.project.comment("cell", cell.id, "Whose point is this?")
    assert study.newest() == "Comment on 1.1 for interview I01: “Whose point is this?”"


def test_sending_back_is_told_of_the_cell_and_of_the_comment(study):
    study.next_day()
    study.chart("a", state=CellState.CHARTED)
    study.next_day(study.bea)
    study.project.send_back(study.interviews[0], study.subtopics[0], "Whose?")
    assert sorted(study.told()[0][2]) == [
        "1.1 for interview I01: now sent back",
        "Sent back with a comment on 1.1 for interview I01: “Whose?”",
    ]


def test_a_theme_that_is_deleted_is_one_line_and_its_cells_keep_their_names(study):
    study.next_day()
    study.chart("a")
    study.project.delete(Theme, study.project.read.all(Theme)[0].id)
    lines = study.told()[0][2]
    assert lines[0] == "Theme deleted: Referral"
    assert lines[1].startswith("“forms”, a sub-topic that has gone, for interview I01: ")
    assert len(lines) == 2


def test_a_star_as_deviant_is_told_and_its_end(study):
    study.next_day()
    study.project.set_deviant(study.interviews[0], study.subtopics[0], True)
    assert study.newest() == "1.1 for interview I01: kept in view as deviant"
    study.next_day()
    study.project.set_deviant(study.interviews[0], study.subtopics[0], False)
    assert study.newest() == "1.1 for interview I01: kept in view as deviant no longer"


def test_lines_are_chosen_by_case_study_interview_and_column(study):
    study.next_day()
    for row in range(3):
        study.chart("a", row=row, column=row % 2)
    names = read_names(study.project.overview)

    def cells(**wanted):
        lines = [line for _day, _who, told in study.told(Wanted(**wanted)) for line in told]
        return sorted(line.partition(":")[0] for line in lines if "for interview" in line)

    assert cells(places=names.within_place(study.areas[0])) == ["1.1 for interview I01", "1.1 for interview I03"]
    assert cells(places=names.within_place(study.interviews[1])) == ["1.2 for interview I02"]
    assert cells(columns=names.within_column(study.subtopics[1])) == ["1.2 for interview I02"]
    theme = names.within_column(study.project.read.all(Theme)[0].id)
    assert len(cells(columns=theme)) == 3


def test_a_line_that_is_chosen_counts_and_names_only_what_was_looked_for(study):
    study.next_day()
    for interview_id in study.interviews:
        study.project.change(Interview, interview_id, mode="telephone")
    names = read_names(study.project.overview)
    places = names.within_place(study.areas[0])
    assert study.told(Wanted(places=places))[0][2] == ["2 interviews changed: I01, I03"]
    (section, *_) = choose_lines(read_history(study.project.overview), Wanted(places=places))
    assert read_change(study.project.overview, names, section.lines[0]).names == ("I01", "I03")


def test_a_line_of_which_one_record_was_looked_for_shows_what_became_of_it(study):
    study.next_day()
    for interview_id in study.interviews:
        study.project.change(Interview, interview_id, mode="telephone")
    names = read_names(study.project.overview)
    wanted = Wanted(places=names.within_place(study.areas[1]))
    (section, *_) = choose_lines(read_history(study.project.overview), wanted)
    change = read_change(study.project.overview, names, section.lines[0])
    assert [(each.name, each.after) for each in change.fields] == [("mode", "telephone")]


def test_passages_are_counted_where_they_were_looked_for(study):
    study.next_day()
    notes = Notes("n.txt", "00", (NotesParagraph("Words of the notes."),))
    study.project.import_notes([(interview_id, notes) for interview_id in study.interviews])
    for row, interview_id in enumerate(study.interviews):
        study.chart("a", row=row)
        (document,) = study.project.read.documents(interview_id)
        anchor = make_anchor(study.project.read.paragraphs(document.id)[0].id, "Words of the notes.", 0, 5)
        extract_id = study.project.link(interview_id, study.subtopics[0], "a", [anchor]).new_id
        study.project.star(extract_id, True)
    names = read_names(study.project.overview)
    told = study.told(Wanted(places=names.within_place(study.areas[0])))[0][2]
    assert "Stars for quotation of 2 passages in I01, I03" in told
    assert "Notes imported for I01, I03" in told


def test_a_line_is_the_same_one_however_much_of_it_is_looked_for(study):
    study.next_day()
    for interview_id in study.interviews:
        study.project.change(Interview, interview_id, mode="telephone")
    history = read_history(study.project.overview)
    keys = [
        choose_lines(history, Wanted(places=frozenset(places)))[0].lines[0].key
        for places in (study.interviews, study.interviews[1:], study.interviews[2:])
    ]
    assert keys == [history[0].lines[0].key] * 3


def test_lines_are_chosen_by_days(study):
    for _ in range(3):
        study.next_day()
        study.chart(f"a {study.now.day}")
    days = [each[0] for each in study.told(Wanted(first_day=date(2024, 5, 4), last_day=date(2024, 5, 5)))]
    assert days == ["2024-05-05", "2024-05-04"]


def test_a_line_shows_what_stood_before_and_after(study):
    study.next_day()
    study.chart("a one")
    study.next_day(study.bea)
    study.chart("a two")
    names = read_names(study.project.overview)
    change = read_change(study.project.overview, names, read_history(study.project.overview)[0].lines[0])
    assert [each.text for each in change.before] == ["a one"]
    assert [each.text for each in change.after] == ["a two"]
    assert (change.was, change.now) == ("in_progress", "in_progress")


def test_a_field_is_shown_with_its_former_value(study):
    study.next_day()
    study.project.change(Subtopic, study.subtopics[0], definition="How forms travel.")
    names = read_names(study.project.overview)
    change = read_change(study.project.overview, names, read_history(study.project.overview)[0].lines[0])
    assert [(each.name, each.before, each.after) for each in change.fields] == [("definition", "", "How forms travel.")]


def test_many_records_are_listed_by_name(study):
    study.next_day()
    for interview_id in study.interviews:
        study.project.change(Interview, interview_id, mode="telephone")
    names = read_names(study.project.overview)
    change = read_change(study.project.overview, names, read_history(study.project.overview)[0].lines[0])
    assert change.names == ("I01", "I02", "I03")


def test_every_line_of_the_sample_can_be_told(sample):
    names = read_names(sample.overview)
    for section in read_history(sample.overview):
        for line in section.lines:
            words = tell_line(sample.overview, names, line)
            assert words
            assert "None" not in words
            assert "_" not in words
