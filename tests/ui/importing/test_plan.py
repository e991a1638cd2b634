from dataclasses import replace
from pathlib import Path

import pytest

from framework_qda.model import Document, Interview, Notes, NotesParagraph
from framework_qda.ui.importing.plan import ImportPlan, ReadFile

INTERVIEWS = [Interview(id="one", code="I01"), Interview(id="two", code="I02"), Interview(id="ten", code="I10")]


def notes(name="I01.docx", sha256="a", text="Words.", **values):
    return Notes(name, sha256, (NotesParagraph(text),), **values)


def plan_of(*all_notes, documents=()):
    plan = ImportPlan(INTERVIEWS, documents)
    plan.add([Path(each.file_name) for each in all_notes])
    for each in all_notes:
        plan.settle(ReadFile(Path(each.file_name), each))
    return plan


@pytest.mark.parametrize(
    ("name", "text", "interview_id"),
    [
        ("I02 notes.docx", "Words.", "two"),
        ("notes_i10.txt", "Words.", "ten"),
        ("notes.txt", "Interview: I02", "two"),
        ("I01.txt", "Interview: I02", "one"),
        ("notes.txt", "Words.", None),
        (
            "notes.txt",
            "She says much the same as I02 did, but of a quite different ward and at greater length.",
            None,
        ),
        ("I010.txt", "Words.", None),
    ],
)
def test_the_interview_is_guessed_from_the_name_or_the_top_of_the_file(name, text, interview_id):
    assert plan_of(notes(name, text=text)).files[0].interview_id == interview_id


def test_a_file_that_is_in_the_project_already_is_not_imported_unless_somebody_wants_it():
    plan = plan_of(notes(), documents=[Document(id="d", interview_id="one", file_sha256="a")])
    assert plan.assigned() == []
    assert plan.remarks(0) == ["This very file is in the project already: I01."]


def test_an_interview_with_notes_is_told():
    plan = plan_of(notes(), documents=[Document(id="d", interview_id="one", file_sha256="other")])
    assert plan.remarks(0) == ["I01 has 1 document already; this one will stand behind."]


def test_two_files_for_one_interview_are_told_at_both():
    plan = plan_of(notes(), notes("I01 more.docx", "b"))
    assert plan.remarks(0) == ["“I01 more.docx” goes to I01 as well."]
    assert plan.remarks(1) == ["“I01.docx” goes to I01 as well."]


def test_the_same_words_under_another_name_are_told():
    assert "holds the same as “I01.docx” above" in plan_of(notes(), notes("I02.docx")).remarks(1)[0]


def test_a_file_without_an_interview_is_told_and_left():
    plan = plan_of(notes("letter.docx"))
    assert plan.remarks(0) == ["No interview is chosen for it, so it will not be imported."]
    assert plan.assigned() == []


def test_what_the_reading_found_is_among_the_remarks():
    assert plan_of(notes(warnings=("1 picture left out.",))).remarks(0) == ["1 picture left out."]


def test_a_file_that_cannot_be_read_says_only_why():
    plan = ImportPlan(INTERVIEWS, [])
    plan.add([Path("I01.docx")])
    plan.settle(ReadFile(Path("I01.docx"), problem="It is damaged."))
    assert plan.remarks(0) == ["It is damaged."]
    assert plan.assigned() == []


def test_what_will_happen_is_said_in_words():
    plan = plan_of(notes(), notes("I02.docx", "b"))
    assert plan.accept_words() == "Import 2 documents"
    plan.assign(0, None)
    assert plan.accept_words() == "Import 1 document"
    plan.assign(1, None)
    assert plan.accept_words() == "Import"


def test_the_chosen_kind_and_interview_are_imported():
    plan = plan_of(notes())
    plan.assign(0, "ten")
    plan.set_kind(0, "transcript")
    assert plan.assigned() == [("ten", replace(notes(), kind="transcript"))]


def test_reading_again_keeps_what_somebody_has_chosen():
    plan = plan_of(notes())
    plan.assign(0, None)
    plan.start_reading(0)
    assert plan.is_reading
    plan.settle(ReadFile(Path("I01.docx"), notes(text="Other words.")))
    assert plan.files[0].interview_id is None


def test_a_file_is_taken_once():
    plan = plan_of(notes())
    assert plan.add([Path("I01.docx"), Path("I02.docx"), Path("I02.docx")]) == [Path("I02.docx")]


def test_files_that_were_not_reached_say_so():
    plan = ImportPlan(INTERVIEWS, [])
    plan.add([Path("I01.docx")])
    plan.give_up()
    assert not plan.is_reading
    assert plan.remarks(0) == ["Reading was stopped before this file."]


def test_a_file_touches_what_is_said_of_others_of_its_interview_and_of_its_twins():
    plan = plan_of(notes(), notes("I02.docx", "b"), notes("I01 more.docx", "c"), notes("I10.docx"))
    assert plan.touched_by(0) == [0, 2, 3]
