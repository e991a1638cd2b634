"""Which interview a file of notes belongs to: told by the interview's code in the file's name."""

import re
from collections.abc import Sequence

from framework_qda.errors import ImportFileError
from framework_qda.model import Interview, Notes
from framework_qda.project.reader import Reader


def guess_interview(file_name: str, interviews: Sequence[Interview]) -> Interview | None:
    """Return the one interview whose code stands in a file name as a word of its own, or `None`.

    Where several codes stand in it, the longest is meant: in "I10 follow-up to I1.docx" it is I10.
    """
    found = [each for each in interviews if each.code and _has_word(file_name, each.code)]
    longest = max((len(each.code) for each in found), default=0)
    best = [each for each in found if len(each.code) == longest]
    return best[0] if len(best) == 1 else None


def _has_word(text: str, word: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text, re.IGNORECASE) is not None


def assign_by_code(reader: Reader, notes: Sequence[Notes], code: str | None) -> list[tuple[str, Notes]]:
    """Return (interview id, notes) for each file: the interview with the code, or the one its name tells.

    Raise ImportFileError, before anything is imported, where that is nobody or anybody.
    """
    interviews = reader.all(Interview)
    if code is not None:
        named = [each for each in interviews if each.code.casefold() == code.casefold()]
        if len(named) != 1:
            raise ImportFileError(f"{len(named) or 'No'} interviews have the code {code}. Nothing was imported.")
        return _refuse_known(reader, [(named[0].id, each) for each in notes])
    assigned = []
    for each in notes:
        interview = guess_interview(each.file_name, interviews)
        if interview is None:
            raise ImportFileError(
                f"The name “{each.file_name}” does not tell which interview it belongs to. Nothing was imported. "
                "Name the interview with --interview."
            )
        assigned.append((interview.id, each))
    return _refuse_known(reader, assigned)


def _refuse_known(reader: Reader, assigned: list[tuple[str, Notes]]) -> list[tuple[str, Notes]]:
    """Return what was assigned; raise ImportFileError where an interview has the very same file already."""
    for interview_id, notes in assigned:
        if any(each.file_sha256 == notes.file_sha256 for each in reader.documents(interview_id)):
            raise ImportFileError(f"“{notes.file_name}” is in its interview already. Nothing was imported.")
    return assigned
