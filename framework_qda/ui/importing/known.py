"""What a project has already, as an import of notes asks about it: interviews, their documents, case studies."""

from collections.abc import Collection, Sequence

from framework_qda.io.assignment import guess_interview, plain_code
from framework_qda.model import Document, Interview, NewInterview, Notes
from framework_qda.text.labels import label_key

HEAD_PARAGRAPHS = 4
HEAD_LENGTH = 80
"""Where a file says in itself which interview it belongs to: in short lines at its top."""


class Known:
    """The interviews, documents and labels of case studies that are there before an import."""

    def __init__(
        self, interviews: Sequence[Interview], documents: Sequence[Document], case_studies: Sequence[str]
    ) -> None:
        self._interviews = {each.id: each for each in interviews}
        self._documents = tuple(documents)
        self._by_code = {label_key(each.code): each.id for each in reversed(interviews)}
        self._plain_codes = {plain_code(each.code): each.code for each in interviews if each.code}
        self.case_studies = tuple(case_studies)
        """The labels of the case studies."""

    @property
    def codes(self) -> list[str]:
        """The codes of the interviews."""
        return [each.code for each in self._interviews.values()]

    def with_code(self, code: str) -> str | None:
        """Return the interview that bears a code."""
        return self._by_code.get(label_key(code))

    def told_by(self, notes: Notes) -> str | None:
        """Return the interview whose code stands in the file's name, else in short lines at its top."""
        heads = [each.text for each in notes.paragraphs[:HEAD_PARAGRAPHS] if len(each.text) <= HEAD_LENGTH]
        for text in (notes.file_name, *heads):
            interview = guess_interview(text, tuple(self._interviews.values()))
            if interview is not None:
                return interview.id
        return None

    def only_empty(self, filled: Collection[str | None]) -> str | None:
        """Return the one interview that has no notes and is not among those that get some, if there is one only."""
        with_notes = {each.interview_id for each in self._documents} | set(filled)
        empty = [interview_id for interview_id in self._interviews if interview_id not in with_notes]
        return empty[0] if len(empty) == 1 else None

    def holders_of(self, notes: Notes) -> list[str]:
        """Return the codes of the interviews that have the very same file."""
        return [self.code_of(each.interview_id) for each in self._documents if each.file_sha256 == notes.file_sha256]

    def document_count(self, target: str | NewInterview) -> int:
        """Return how many documents an interview has."""
        return sum(each.interview_id == target for each in self._documents)

    def code_like(self, code: str) -> str:
        """Return the code of an interview that may mean the same as another: `I02` for `I2`; or an empty text."""
        return self._plain_codes.get(plain_code(code), "")

    def code_of(self, target: str | NewInterview) -> str:
        """Return the code of an interview that is there or is made, for a sentence."""
        if isinstance(target, NewInterview):
            return target.code
        interview = self._interviews.get(target)
        return interview.code if interview is not None and interview.code else "an interview without a code"
