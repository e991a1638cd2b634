"""The codes of interviews: no two are given the same, for rows, references and files of notes are told apart by them.

Copies that were worked in apart may each have given one: merging leaves both until somebody gives another.
"""

from collections.abc import Mapping

from framework_qda.errors import RefusedError
from framework_qda.model import Interview, Record
from framework_qda.project.reader import Reader
from framework_qda.text.labels import label_key


def taken_codes(reader: Reader) -> set[str]:
    """Return the codes that interviews bear, as `label_key()` compares them."""
    return {label_key(code) for code in reader.interview_codes() if code.strip()}


def require_free_code(reader: Reader, record_type: type[Record], values: Mapping[str, object]) -> None:
    """Raise RefusedError where the values of a new record make it an interview with the code of another."""
    code = values.get("code", "")
    if record_type is Interview and isinstance(code, str) and label_key(code) in taken_codes(reader):
        raise RefusedError(f"{code.strip()} is the code of another interview. Nothing was changed.")


def require_still_free_code(reader: Reader, record: Record, values: Mapping[str, object]) -> None:
    """Raise RefusedError where new values give an interview the code of another; its own, however spelt, it keeps."""
    code = values.get("code")
    if isinstance(record, Interview) and isinstance(code, str) and label_key(code) != label_key(record.code):
        require_free_code(reader, Interview, values)
