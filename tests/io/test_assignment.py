"""Files find their interviews by the codes in their names, or are refused."""

from pathlib import Path

import pytest

from framework_qda.errors import ImportFileError
from framework_qda.io.assignment import assign_by_code, guess_interview, plain_code, propose_case_study, propose_code
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


@pytest.mark.parametrize(
    ("name", "codes", "code"),
    [
        ("i07 notes.docx", [], "I07"),
        ("ward sister P12.docx", ["I01"], "P12"),
        ("v2 of I09.docx", ["I01"], "I09"),
        ("P3 for I09.docx", ["I01"], "I09"),
        ("May14 ward.docx", ["I01", "I02"], "I03"),
        ("interview 7.docx", ["I01"], "I07"),
        ("Participant_12.docx", ["P1"], "P12"),
        ("letter.docx", [], "I01"),
        ("letter.docx", ["B-3"], "B-4"),
    ],
)
def test_a_new_interview_is_called_after_its_file(name, codes, code):
    assert propose_code(name, codes) == code


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("any/area 2, I07.docx", "Area 2"),
        ("Area 2/I07.docx", "Area 2"),
        ("any/I07.docx", ""),
        ("Area 1/area 1 and area 2.docx", "Area 1"),
        ("any/area 22.docx", ""),
    ],
)
def test_its_case_study_is_told_by_the_name_or_the_folder(path, label):
    assert propose_case_study(Path(path), ["Area 1", "Area 2", ""]) == label


def test_codes_that_mean_the_same_are_one():
    assert plain_code("i-07") == plain_code("I7") != plain_code("I70")


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
