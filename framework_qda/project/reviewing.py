"""What reading and reviewing write: syntheses and verdicts."""

from collections.abc import Mapping, Sequence

from framework_qda.model import Statement, Synthesis, Verdict
from framework_qda.project.ids import verdict_id
from framework_qda.project.records import owners_of
from framework_qda.project.registry import encode
from framework_qda.project.writes import Write, assignment


def synthesis_write(synthesis: Synthesis, statements: Sequence[Statement]) -> Write:
    """Return what gives a synthesis these statements."""
    values = {"subject_type": synthesis.subject_type, "content": encode(tuple(statements))}
    return assignment("synthesis", synthesis.id, values, owners_of(synthesis))


def verdict_writes(
    known: Verdict | None, case_study_id: str, subtopic_id: str, values: Mapping[str, str]
) -> list[Write]:
    """Return what gives the verdict on a case study in a sub-topic these values; nothing where it has them."""
    present = known or Verdict(id="", case_study_id=case_study_id, subtopic_id=subtopic_id)
    differing = {name: str(value) for name, value in values.items() if getattr(present, name) != value}
    entity = verdict_id(case_study_id, subtopic_id)
    return [assignment("verdict", entity, differing, (case_study_id, subtopic_id))] if differing else []
