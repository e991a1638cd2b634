"""Which interview a file of notes belongs to: told by a code in the file's name; and how a new one is called."""

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from framework_qda.errors import ImportFileError
from framework_qda.model import Assigned, Interview, NewInterview, Notes
from framework_qda.project.reader import Reader
from framework_qda.text.labels import label_key, next_label

_CODE = re.compile(r"(?<![^\W_])([^\W\d_]{1,3})(\d{1,4})(?![^\W_])")
_NUMBER = re.compile(r"(?<![^\W_])(?:interview|participant|informant|transcript|int)[\W_]*(\d{1,4})(?![^\W_])", re.I)
_NO_PREFIX = frozenset(
    ("v", "ver", "mp", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
)
"""Letters before a number that make a version or a date, not a code."""


def guess_interview(file_name: str, interviews: Sequence[Interview]) -> Interview | None:
    """Return the one interview whose code stands in a file name as a word of its own, or `None`.

    Where several codes stand in it, the longest is meant: in "I10 follow-up to I1.docx" it is I10.
    """
    found = [each for each in interviews if each.code and has_word(file_name, each.code)]
    longest = max((len(each.code) for each in found), default=0)
    best = [each for each in found if len(each.code) == longest]
    return best[0] if len(best) == 1 else None


def propose_code(file_name: str, codes: Collection[str]) -> str:
    """Return how a new interview is called after its file: by a code in the name, else one more than the last.

    "ward sister P12.docx" gives P12; "interview 7.docx" gives I07 where the others are called so.
    """
    stem = Path(file_name).stem
    following = next_label(codes, "I01")
    prefix, width = _parts(following)
    found = [match for match in _CODE.finditer(stem) if match[1].casefold() not in _NO_PREFIX]
    found.sort(key=lambda match: match[1].casefold() != prefix.casefold())
    if found:
        return f"{found[0][1].upper()}{found[0][2]}"
    number = _NUMBER.search(stem)
    return f"{prefix}{int(number[1]):0{width}d}" if number else following


def propose_case_study(path: Path, labels: Sequence[str]) -> str:
    """Return the one case study that a file's name tells, or that its folder is called after, else nothing."""
    named = [label for label in labels if label and has_word(path.stem, label)]
    if len(named) == 1:
        return named[0]
    return next((label for label in labels if label.casefold() == path.parent.name.casefold()), "")


def plain_code(code: str) -> str:
    """Return what a code has in common with others that mean the same: `I7` and `i-07` are one."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", re.sub(r"[\W_]", "", code.casefold()))


def _parts(label: str) -> tuple[str, int]:
    digits = len(label) - len(label.rstrip("0123456789"))
    return label[: len(label) - digits], digits


def has_word(text: str, word: str) -> bool:
    """Say whether a word stands in a text as one of its own, whatever its case."""
    return word.casefold() in text.casefold() and _stands_alone(text, word)


def _stands_alone(text: str, word: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text, re.IGNORECASE) is not None


def assign_by_code(
    reader: Reader, notes: Sequence[Notes], code: str | None, new_in: str | None = None
) -> list[Assigned]:
    """Return where the notes of each file go: to the interview with the code, or to the one that its name tells.

    With `new_in`, the label of a case study or nothing, other files begin new interviews there. Raise ImportFileError,
    before anything is imported, where that is nobody or anybody.
    """
    interviews = reader.all(Interview)
    if code is not None:
        named = [each for each in interviews if label_key(each.code) == label_key(code)]
        if len(named) != 1:
            raise ImportFileError(f"{len(named) or 'No'} interviews have the code {code}. Nothing was imported.")
        return _refuse_known(reader, [(named[0].id, each) for each in notes])
    assigned: list[Assigned] = []
    codes = [each.code for each in interviews]
    for each in notes:
        interview = guess_interview(each.file_name, interviews)
        if interview is None and new_in is not None:
            new = NewInterview(propose_code(each.file_name, codes), new_in)
            codes.append(new.code)
            assigned.append((new, each))
            continue
        if interview is None:
            raise ImportFileError(
                f"The name “{each.file_name}” does not tell which interview it belongs to. Nothing was imported. "
                "Name the interview with --interview, or begin new ones with --new."
            )
        assigned.append((interview.id, each))
    return _refuse_known(reader, assigned)


def _refuse_known(reader: Reader, assigned: list[Assigned]) -> list[Assigned]:
    """Return what was assigned; raise ImportFileError where an interview has the very same file already."""
    for place, notes in assigned:
        if isinstance(place, NewInterview):
            continue
        if any(each.file_sha256 == notes.file_sha256 for each in reader.documents(place)):
            raise ImportFileError(f"“{notes.file_name}” is in its interview already. Nothing was imported.")
    return assigned
