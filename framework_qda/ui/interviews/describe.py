"""What the records of the Interviews desk are called, where they belong, and what stands beside them."""

from framework_qda.model import CaseStudy, Informant, Interview, Organisation, Record
from framework_qda.project.reader import Reader
from framework_qda.ui.interviews.outline import describe_organisation, describe_speakers
from framework_qda.ui.words import count_words


def record_name(record: Record) -> str:
    """Return how a record is called."""
    match record:
        case CaseStudy():
            return record.label or "Case study without a name"
        case Organisation():
            return describe_organisation(record)
        case Interview():
            return record.code or "Interview without a code"
        case Informant():
            return record.code or record.role or "Informant"
    return ""


def record_subtitle(reader: Reader, record: Record) -> str:
    """Return what a record is and where it belongs: `Interview · Area 4 · Named Nurse, Trust of Area 4`."""
    parts: tuple[str, ...] = ()
    match record:
        case CaseStudy():
            interviews = count_words(len(reader.interviews(record.id)), "interview")
            organisations = count_words(len(reader.organisations(record.id)), "organisation")
            parts = ("Case study", interviews, organisations, "its synopsis is written on the Case desk")
        case Organisation():
            parts = ("Organisation", _place(reader, record.case_study_id))
        case Interview():
            organisation = reader.get(Organisation, record.organisation_id)
            speakers = describe_speakers(reader.informants(record.id), organisation)
            parts = ("Interview", _place(reader, record.case_study_id), speakers)
        case Informant():
            interview = reader.get(Interview, record.interview_id)
            code, case_id = (interview.code, interview.case_study_id) if interview else ("", None)
            parts = ("Informant", code, _place(reader, case_id))
    return " · ".join(part for part in parts if part)


def siblings_of(reader: Reader, record: Record) -> list[str]:
    """Return the ids of the records among which a record has its place, in their order, its own included."""
    match record:
        case Organisation() | Interview():
            found = [each for each in reader.all(type(record)) if each.case_study_id == record.case_study_id]
            return [each.id for each in found]
        case Informant():
            return [each.id for each in reader.informants(record.interview_id)]
    return [each.id for each in reader.all(CaseStudy)]


def _place(reader: Reader, case_study_id: str | None) -> str:
    case_study = reader.get(CaseStudy, case_study_id)
    return case_study.label if case_study else ""
