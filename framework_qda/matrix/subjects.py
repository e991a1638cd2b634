"""Of whom an attribute can say something, seen from the rows of a matrix."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from framework_qda.matrix.grid import GridRow
from framework_qda.model import Informant, Interview
from framework_qda.project.reader import Reader


@dataclass(frozen=True, slots=True)
class Subjects:
    """The case study, organisation, interview and informants of each row."""

    interviews: Mapping[str, Interview]
    informants: Mapping[str, list[str]]

    def of(self, row: GridRow, level: str) -> list[str]:
        """Return the ids of the subjects that a row has at a level, such as `informant`."""
        if level == "case_study":
            return [row.case_study_id] if row.case_study_id else []
        if level == "organisation":
            interview = self.interviews.get(row.interview_id)
            return [interview.organisation_id] if interview and interview.organisation_id else []
        if level == "informant":
            return self.informants.get(row.interview_id, [])
        return [row.interview_id]


def read_subjects(reader: Reader, interview_ids: Collection[str]) -> Subjects:
    """Read the subjects of some interviews."""
    informants: dict[str, list[str]] = {}
    for informant in reader.all(Informant):
        informants.setdefault(informant.interview_id, []).append(informant.id)
    interviews = {each.id: each for each in reader.all(Interview) if each.id in interview_ids}
    return Subjects(interviews, informants)
