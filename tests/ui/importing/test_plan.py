from dataclasses import replace
from pathlib import Path

import pytest

from framework_qda.model import Document, NewInterview
from framework_qda.ui.importing.plan import ImportPlan, ReadFile
from framework_qda.ui.importing.telling import remarks
from tests.ui.importing.plans import INTERVIEWS, new_of, notes, plan_of


@pytest.mark.parametrize(
    ("name", "text", "interview_id"),
    [
        ("I02 notes.docx", "Words.", "two"),
        ("notes_i10.txt", "Words.", "ten"),
        ("notes.txt", "Interview: I02", "two"),
        ("I01.txt", "Interview: I02", "one"),
        ("interview 2.txt", "Words.", "two"),
        ("notes.txt", "Words.", None),
        (
            "notes.txt",
            "She says much the same as I02 did, but of a quite different ward and at greater length.",
            None,
        ),
        ("I010.txt", "Words.", None),
        ("I01 and I02.txt", "Words.", None),
    ],
)
def test_the_interview_is_guessed_from_the_name_or_the_top_of_the_file(name, text, interview_id):
    assert plan_of(notes(name, text=text)).files[0].interview_id == interview_id


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
    assert remarks(plan, 0) == ["Reading was stopped before this file."]


def test_a_file_touches_what_is_said_of_others_of_its_interview_and_of_its_twins():
    plan = plan_of(notes(), notes("I02.docx", "b"), notes("I01 more.docx", "c"), notes("I10.docx"))
    assert plan.touched_by(0) == [0, 2, 3]


# -- new interviews


def test_a_file_that_names_nobody_goes_to_the_one_interview_without_notes():
    documents = [Document(id=each, interview_id=each) for each in ("one", "ten")]
    plan = plan_of(notes("ward.docx"), notes("clinic.docx", "b"), documents=documents)
    assert [file.target for file in plan.files] == ["two", NewInterview("I11")]
    assert plan_of(notes("I07.docx"), documents=documents).files[0].target == NewInterview("I07")


def test_a_name_with_the_codes_of_two_interviews_begins_none():
    assert new_of(plan_of(notes("I01 and I02.txt"))) == [None]


def test_a_twin_begins_no_interview_of_its_own():
    assert new_of(plan_of(notes("I07.docx"), notes("I08.docx"))) == [NewInterview("I07"), None]


def test_a_code_that_an_interview_has_sends_the_file_there():
    plan = plan_of(notes("I07.docx"))
    plan.recode(0, "i02")
    assert plan.files[0].target == "two"


def test_a_code_that_another_file_begins_unites_them():
    plan = plan_of(notes("I07.docx"), notes("I08.docx", "b"))
    plan.place_new([0], "Area 1")
    plan.recode(1, "I07")
    assert new_of(plan) == [NewInterview("I07", "Area 1")] * 2


def test_the_case_study_of_a_new_interview_is_that_of_all_its_files():
    plan = plan_of(notes("I07 part 1.docx"), notes("I07 part 2.docx", "b"), notes("I08.docx", "c"))
    plan.place_new([1], " Area  1 ")
    assert [each.case_study for each in new_of(plan)] == ["Area 1", "Area 1", ""]


def test_a_new_one_of_a_file_that_names_an_interview_is_called_otherwise():
    plan = plan_of(notes("I01.docx"))
    plan.begin_new(0)
    assert new_of(plan) == [NewInterview("I11")]
