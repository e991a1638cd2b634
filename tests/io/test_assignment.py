"""Files find their interviews by the codes in their names, or are refused."""

import pytest

from framework_qda.errors import ImportFileError
from framework_qda.io.assignment import assign_by_code, guess_interview
from framework_qda.model import Interview, Notes, NotesParagraph

INTERVIEWS = [Interview(id=code, code=code) for code in ("I1", "I10", "B-3", "")]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("I1.docx", "I1"),
        ("i10 notes.docx", "I10"),
        ("I10_notes.docx", "I10"),
        ("I10 follow-up to I1.docx", "I10"),
        ("notes of B-3.txt", "B-3"),
        ("I100.docx", None),
        ("notes.docx", None),
    ],
)
def test_the_code_in_the_name_tells(name, code):
    found = guess_interview(name, INTERVIEWS)
    assert (found.code if found else None) == code


def notes(name):
    return Notes(name, "0", (NotesParagraph("words"),))


def test_the_code_given_is_taken_for_all(project):
    assigned = assign_by_code(project.read, [notes("a.txt"), notes("b.txt")], "i01")
    assert {interview_id for interview_id, _ in assigned} == {project.read.all(Interview)[0].id}


def test_a_code_that_nobody_has_is_refused(project):
    with pytest.raises(ImportFileError, match="No interviews have the code X"):
        assign_by_code(project.read, [notes("a.txt")], "X")


def test_a_name_that_tells_nothing_is_refused(project):
    with pytest.raises(ImportFileError, match="Name the interview"):
        assign_by_code(project.read, [notes("I01.txt"), notes("other.txt")], None)


def test_a_file_that_its_interview_has_already_is_refused(project):
    there = project.read.documents(project.read.all(Interview)[0].id)[0]
    again = Notes("I01 again.txt", there.file_sha256, (NotesParagraph("words"),))
    with pytest.raises(ImportFileError, match="already"):
        assign_by_code(project.read, [again], None)
