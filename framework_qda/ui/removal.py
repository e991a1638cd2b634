"""What goes with a record when it is deleted, in words: somebody has to know before."""

from collections import Counter
from collections.abc import Iterable

from framework_qda.model import CaseStudy, Cell, Document, Interview, Organisation, Record, Subtopic, Theme
from framework_qda.project.reader import Reader
from framework_qda.ui.words import count_words, join_words


def describe_loss(reader: Reader, record: Record) -> str:
    """Return what is deleted together with a record: `1 informant, 84 paragraphs and 15 charted cells`."""
    return join_words([count_words(count, noun) for noun, count in _count_loss(reader, record).items() if count])


def is_charted(cell: Cell) -> bool:
    """Say whether anything was written in a cell or said about it."""
    return bool(cell.content) or cell.state != "not_charted"


def _count_loss(reader: Reader, record: Record) -> Counter[str]:
    match record:
        case CaseStudy():
            lost = _count_interviews(reader, reader.interviews(record.id))
            return Counter({"organisation": len(reader.organisations(record.id))}) + lost
        case Organisation():
            return _count_interviews(
                reader, [each for each in reader.all(Interview) if each.organisation_id == record.id]
            )
        case Interview():
            return _count_contents(reader, record.id)
        case Document():
            return Counter({"paragraph": len(reader.paragraphs(record.id))})
        case Theme():
            subtopics = reader.subtopics(record.id)
            return Counter({"sub-topic": len(subtopics)}) + _count_cells(reader, subtopics)
        case Subtopic():
            return _count_cells(reader, [record])
    return Counter()


def _count_interviews(reader: Reader, interviews: Iterable[Interview]) -> Counter[str]:
    total: Counter[str] = Counter()
    for interview in interviews:
        total["interview"] += 1
        total.update(_count_contents(reader, interview.id))
    return total


def _count_contents(reader: Reader, interview_id: str) -> Counter[str]:
    documents = reader.documents(interview_id)
    return Counter(
        {
            "informant": len(reader.informants(interview_id)),
            "paragraph": sum(len(reader.paragraphs(document.id)) for document in documents),
            "charted cell": sum(is_charted(cell) for cell in reader.cells_of_interview(interview_id).values()),
            "extract": len(reader.extracts(interview_id)),
            "recording": len(reader.recordings(interview_id)),
        }
    )


def _count_cells(reader: Reader, subtopics: Iterable[Subtopic]) -> Counter[str]:
    cells = reader.cells_of_subtopics([subtopic.id for subtopic in subtopics])
    return Counter({"charted cell": sum(is_charted(cell) for cell in cells)})
