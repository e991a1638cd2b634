"""The outline of the Interviews desk: case studies, their organisations and interviews, who spoke."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from framework_qda.matrix.remark_counts import remarked_records
from framework_qda.matrix.rows import NO_CASE_STUDY
from framework_qda.model import CaseStudy, Document, Informant, Interview, Organisation
from framework_qda.project.reader import Reader
from framework_qda.ui.widgets.outline import Node
from framework_qda.ui.words import count_words

BAND = "band"
"""The kind of the line over interviews without a case study, which is no record."""


@dataclass(frozen=True, slots=True)
class _Study:
    case_studies: Sequence[CaseStudy]
    organisations: Mapping[str | None, list[Organisation]]
    organisation_of: Mapping[str, Organisation]
    interviews: Mapping[str | None, list[Interview]]
    informants: Mapping[str, list[Informant]]
    documents: Mapping[str, int]
    remarks: Mapping[str, int]
    """How many comments are open, by record."""


def interview_nodes(reader: Reader) -> list[Node]:
    """Return the lines of the outline, in the project's one order of rows."""
    study = _read(reader)
    nodes = [_case_node(case, study) for case in study.case_studies]
    loose = study.interviews.get(None, [])
    if loose:
        words = count_words(len(loose), "interview")
        children = tuple(_interview_node(each, study) for each in loose)
        nodes.append(Node(BAND, BAND, (NO_CASE_STUDY, words, "", ""), children, "ph.question", is_heading=True))
    return nodes


def describe_organisation(organisation: Organisation) -> str:
    """Return how an organisation is called: its label, else its kind."""
    return organisation.label or organisation.kind or "Organisation without a name"


def describe_speakers(informants: Iterable[Informant], organisation: Organisation | None) -> str:
    """Return who spoke and for whom: `Named Nurse, Acute trust 4`."""
    roles = " and ".join(informant.role or informant.code for informant in informants)
    return ", ".join(part for part in (roles, describe_organisation(organisation) if organisation else "") if part)


def _read(reader: Reader) -> _Study:
    case_studies = reader.all(CaseStudy)
    known = {each.id for each in case_studies}
    organisations: dict[str | None, list[Organisation]] = {}
    for organisation in reader.all(Organisation):
        organisations.setdefault(organisation.case_study_id, []).append(organisation)
    interviews: dict[str | None, list[Interview]] = {}
    for interview in reader.all(Interview):
        case_id = interview.case_study_id if interview.case_study_id in known else None
        interviews.setdefault(case_id, []).append(interview)
    informants: dict[str, list[Informant]] = {}
    for informant in reader.all(Informant):
        informants.setdefault(informant.interview_id, []).append(informant)
    documents: dict[str, int] = {}
    for document in reader.all(Document):
        documents[document.interview_id] = documents.get(document.interview_id, 0) + 1
    by_id = {each.id: each for group in organisations.values() for each in group}
    return _Study(case_studies, organisations, by_id, interviews, informants, documents, remarked_records(reader))


def _remarked(name: str, count: int) -> tuple[str, str]:
    """Return a name with the number of its open comments, as it is shown and as it is spoken."""
    return (f"{name}   ● {count}", f"{name}, {count_words(count, 'open comment')}") if count else (name, "")


def _case_node(case: CaseStudy, study: _Study) -> Node:
    organisations = study.organisations.get(case.id, [])
    interviews = study.interviews.get(case.id, [])
    children = (
        *(_organisation_node(each, study) for each in organisations),
        *(_interview_node(each, study) for each in interviews),
    )
    name, spoken = _remarked(case.label or "Case study without a name", study.remarks.get(case.id, 0))
    texts = (name, count_words(len(interviews), "interview"), "", "")
    return Node("case_study", case.id, texts, children, "ph.map-pin", is_heading=True, spoken=spoken)


def _organisation_node(organisation: Organisation, study: _Study) -> Node:
    kind = organisation.kind if organisation.label else ""
    words = ", ".join(part for part in (kind, "" if organisation.took_part else "did not take part") if part)
    name, spoken = _remarked(describe_organisation(organisation), study.remarks.get(organisation.id, 0))
    return Node("organisation", organisation.id, (name, words, "", ""), icon="ph.buildings", spoken=spoken)


def _interview_node(interview: Interview, study: _Study) -> Node:
    informants = study.informants.get(interview.id, [])
    speakers = describe_speakers(informants, study.organisation_of.get(interview.organisation_id or ""))
    documents = study.documents.get(interview.id, 0)
    notes = "" if not documents else "yes" if documents == 1 else str(documents)
    children = tuple(
        Node("informant", each.id, (each.code or each.role or "Informant", each.role, "", ""), icon="ph.user")
        for each in informants
    )
    name, spoken = _remarked(interview.code or "Interview without a code", study.remarks.get(interview.id, 0))
    texts = (name, speakers, interview.date, notes)
    return Node("interview", interview.id, texts, children, "ph.chat-circle-text", spoken=spoken)
