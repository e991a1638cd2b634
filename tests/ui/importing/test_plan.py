from dataclasses import replace
from pathlib import Path

import pytest

from framework_qda.model import Document, Interview, NewInterview, Notes, NotesParagraph
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
    plan.assign(0, None)
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


# -- new interviews


def new_of(plan):
    return [file.new for file in plan.files]


def test_a_file_of_no_interview_begins_one_called_after_it():
    plan = plan_of(notes("I07 notes.docx"), notes("letter.docx", "b"))
    assert new_of(plan) == [NewInterview("I07"), NewInterview("I11")]
    assert plan.target_words(0) == "New: I07"
    assert plan.accept_words() == "Import 2 documents, 2 new interviews"


def test_a_file_that_names_nobody_goes_to_the_one_interview_without_notes():
    documents = [Document(id=each, interview_id=each) for each in ("one", "ten")]
    plan = plan_of(notes("ward.docx"), notes("clinic.docx", "b"), documents=documents)
    assert [file.target for file in plan.files] == ["two", NewInterview("I11")]
    assert plan_of(notes("I07.docx"), documents=documents).files[0].target == NewInterview("I07")


def test_files_of_one_new_code_share_the_interview():
    plan = plan_of(notes("I07 part 1.docx"), notes("i07 part 2.docx", "b"))
    assert new_of(plan) == [NewInterview("I07")] * 2
    assert plan.remarks(1) == ["“I07 part 1.docx” goes to I07 as well."]


def test_a_name_with_the_codes_of_two_interviews_begins_none():
    assert new_of(plan_of(notes("I01 and I02.txt"))) == [None]


def test_a_twin_begins_no_interview_of_its_own():
    assert new_of(plan_of(notes("I07.docx"), notes("I08.docx"))) == [NewInterview("I07"), None]


def test_a_code_that_is_nearly_one_that_is_there_is_told():
    assert plan_of(notes("I7.docx"), notes("I2.docx", "b")).remarks(1) == ["There is an interview I02: is it the same?"]


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


def test_a_new_interview_is_in_the_case_study_that_its_folder_is_called_after():
    plan = ImportPlan(INTERVIEWS, [], ["Area 1", "Area 2"])
    path = Path("Area 2/I07.docx")
    plan.add([path])
    plan.settle(ReadFile(path, notes("I07.docx")))
    assert plan.target_words(0) == "New: I07 · Area 2"


def test_a_new_one_of_a_file_that_names_an_interview_is_called_otherwise():
    plan = plan_of(notes("I01.docx"))
    plan.begin_new(0)
    assert new_of(plan) == [NewInterview("I11")]


def test_what_came_in_is_told():
    plan = plan_of(notes(), notes("I02.docx", "b"), notes("I07.docx", "c"))
    everything = plan.assigned()
    assert plan.told(everything[:1]) == "1 paragraph imported into I01."
    assert plan.told(everything[2:]) == "1 paragraph imported into I07, a new interview."
    assert plan.told(everything) == "3 paragraphs imported into 3 interviews, 1 of them new."
