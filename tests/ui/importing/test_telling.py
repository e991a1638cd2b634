"""What is said of an import of notes."""

from pathlib import Path

from framework_qda.model import Document, NewInterview
from framework_qda.ui.importing.plan import ImportPlan, ReadFile
from framework_qda.ui.importing.telling import import_words, imported_words, remarks, target_words
from tests.ui.importing.plans import INTERVIEWS, new_of, notes, plan_of


def test_a_file_that_is_in_the_project_already_is_not_imported_unless_somebody_wants_it():
    plan = plan_of(notes(), documents=[Document(id="d", interview_id="one", file_sha256="a")])
    assert plan.assigned() == []
    assert remarks(plan, 0) == ["This very file is in the project already: I01."]


def test_an_interview_with_notes_is_told():
    plan = plan_of(notes(), documents=[Document(id="d", interview_id="one", file_sha256="other")])
    assert remarks(plan, 0) == ["I01 has 1 document already; this one will stand behind."]


def test_two_files_for_one_interview_are_told_at_both():
    plan = plan_of(notes(), notes("I01 more.docx", "b"))
    assert remarks(plan, 0) == ["“I01 more.docx” goes to I01 as well."]
    assert remarks(plan, 1) == ["“I01.docx” goes to I01 as well."]


def test_the_same_words_under_another_name_are_told():
    assert "holds the same as “I01.docx” above" in remarks(plan_of(notes(), notes("I02.docx")), 1)[0]


def test_a_file_without_an_interview_is_told_and_left():
    plan = plan_of(notes("letter.docx"))
    plan.assign(0, None)
    assert remarks(plan, 0) == ["No interview is chosen for it, so it will not be imported."]
    assert plan.assigned() == []


def test_what_the_reading_found_is_among_the_remarks():
    assert remarks(plan_of(notes(warnings=("1 picture left out.",))), 0) == ["1 picture left out."]


def test_a_file_that_cannot_be_read_says_only_why():
    plan = ImportPlan(INTERVIEWS, [])
    plan.add([Path("I01.docx")])
    plan.settle(ReadFile(Path("I01.docx"), problem="It is damaged."))
    assert remarks(plan, 0) == ["It is damaged."]
    assert plan.assigned() == []


def test_what_will_happen_is_said_in_words():
    plan = plan_of(notes(), notes("I02.docx", "b"))
    assert import_words(plan) == "Import 2 documents"
    plan.assign(0, None)
    assert import_words(plan) == "Import 1 document"
    plan.assign(1, None)
    assert import_words(plan) == "Import"


def test_a_file_of_no_interview_begins_one_called_after_it():
    plan = plan_of(notes("I07 notes.docx"), notes("letter.docx", "b"))
    assert new_of(plan) == [NewInterview("I07"), NewInterview("I11")]
    assert target_words(plan, 0) == "New: I07"
    assert import_words(plan) == "Import 2 documents, 2 new interviews"


def test_files_of_one_new_code_share_the_interview():
    plan = plan_of(notes("I07 part 1.docx"), notes("i07 part 2.docx", "b"))
    assert new_of(plan) == [NewInterview("I07")] * 2
    assert remarks(plan, 1) == ["“I07 part 1.docx” goes to I07 as well."]


def test_a_code_that_is_nearly_one_that_is_there_is_told():
    assert remarks(plan_of(notes("I7.docx"), notes("I2.docx", "b")), 1) == [
        "There is an interview I02: is it the same?"
    ]


def test_a_new_interview_is_in_the_case_study_that_its_folder_is_called_after():
    plan = ImportPlan(INTERVIEWS, [], ["Area 1", "Area 2"])
    path = Path("Area 2/I07.docx")
    plan.add([path])
    plan.settle(ReadFile(path, notes("I07.docx")))
    assert target_words(plan, 0) == "New: I07 · Area 2"


def test_what_came_in_is_told():
    plan = plan_of(notes(), notes("I02.docx", "b"), notes("I07.docx", "c"))
    everything = plan.assigned()
    assert imported_words(plan, everything[:1]) == "1 paragraph imported into I01."
    assert imported_words(plan, everything[2:]) == "1 paragraph imported into I07, a new interview."
    assert imported_words(plan, everything) == "3 paragraphs imported into 3 interviews, 1 of them new."
