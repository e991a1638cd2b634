"""Words for actions: what a menu says of the next undo, what the history lists.

Labels in the journal are fixed keys, for heads cannot be erased; the names in these words are looked up
when they are shown.
"""

from framework_qda.model import Action, Analyst, CaseStudy, Cell, Interview, Organisation, Subtopic, Synthesis, Theme
from framework_qda.project.reader import Reader

_TEMPLATES = {
    "project.create": "New project",
    "cell.edit": "Edit of {where}",
    "cell.restore": "Restoring of {where}",
    "cell.state": "State of {where}",
    "cells.state": "State of several cells",
    "cell.send_back": "Sending back of {where}",
    "cells.send_back": "Sending back of several cells",
    "cell.accept": "Acceptance of {where}",
    "cells.accept": "Acceptance of several cells",
    "cell.deviant": "Star of {where} as deviant",
    "cells.settle": "Saying that cells still fit",
    "synthesis.edit": "Edit of {where}",
    "verdict.set": "Verdict",
    "subtopic.width": "Width of {where}",
    "subtopics.widths": "Widths of columns",
    "subtopic.place": "Move of a sub-topic",
    "subtopic.revise": "Marking of cells to be looked at again",
    "subtopic.split": "Split of a sub-topic",
    "subtopic.merge": "Merging of sub-topics",
    "statements.move": "Move of statements to {where}",
    "statement.mark": "Mark of a statement in {where}",
    "extract.link": "Link to {where}",
    "extract.unlink": "Removed link of {where}",
    "extract.star": "Star",
    "document.import": "Import of notes",
    "paragraph.edit": "Edit of the notes",
    "words.replace": "Replacement of words",
    "comment.add": "Comment",
    "comment.resolve": "Settling of a comment",
    "comment.reopen": "Reopening of a comment",
    "attribute.set": "Attribute",
    "dictionary_word.add": "New words in the study’s dictionary",
    "dictionary_word.delete": "Removal from the study’s dictionary",
    "document.recording": "Recording of the notes",
    "erase": "Erasure",
}
_VERBS = {"add": "New {noun}", "change": "Change of {noun}", "delete": "Deletion of {noun}", "move": "Move of {noun}"}
_NOUNS = {
    "case_study": "case study",
    "organisation": "organisation",
    "interview": "interview",
    "informant": "informant",
    "attribute": "attribute",
    "theme": "theme",
    "subtopic": "sub-topic",
    "document": "document",
    "study": "project",
    "analyst": "analyst",
    "extract": "extract",
    "quotation": "quotation",
    "recording": "recording",
    "comment": "comment",
    "cell": "cell",
    "tag": "tag",
    "revision": "revision",
    "synthesis": "synthesis",
    "verdict": "verdict",
}


def describe(reader: Reader, action: Action) -> str:
    """Say in a few words what an action did; an undo is named after what it took back by its caller."""
    if action.label in _TEMPLATES:
        return _TEMPLATES[action.label].format(where=_place(reader, action))
    noun, _, verb = action.label.partition(".")
    if verb in _VERBS:
        words = _VERBS[verb].format(noun=_NOUNS.get(noun, noun))
        name = _name(reader, action)
        return f"{words} {name}" if name else words
    return "Undo" if action.undoes else "Change"


def _place(reader: Reader, action: Action) -> str:
    if action.entity_type == "synthesis":
        return _concluded(reader, action.entity_id)
    if action.entity_type == "subtopic":
        return subtopic_number(reader, action.entity_id) or "a column"
    cell = reader.get(Cell, action.entity_id)
    return cell_name(reader, cell) if cell else "a cell"


def _concluded(reader: Reader, synthesis_id: str) -> str:
    """Name what is concluded: a case study has a synopsis, a sub-topic a synthesis."""
    synthesis = reader.get(Synthesis, synthesis_id)
    if synthesis is None:
        return "a synopsis or synthesis"
    if synthesis.subject_type == "case_study":
        case_study = reader.get(CaseStudy, synthesis.subject_id)
        return f"the synopsis of {case_study.label if case_study and case_study.label else 'a case study'}"
    return f"the synthesis of {subtopic_number(reader, synthesis.subject_id) or 'a sub-topic'}"


def cell_name(reader: Reader, cell: Cell) -> str:
    """Return the name of a cell: `I09 2.3`."""
    interview = reader.get(Interview, cell.interview_id)
    return f"{interview.code if interview else '?'} {subtopic_number(reader, cell.subtopic_id)}".strip()


def subtopic_number(reader: Reader, subtopic_id: str) -> str:
    """Return the number of a sub-topic, such as 2.3: its theme's place and its own."""
    subtopic = reader.get(Subtopic, subtopic_id)
    if subtopic is None or subtopic.theme_id is None:
        return ""
    themes = [theme.id for theme in reader.all(Theme)]
    columns = [each.id for each in reader.subtopics(subtopic.theme_id)]
    return (
        f"{themes.index(subtopic.theme_id) + 1}.{columns.index(subtopic_id) + 1}" if subtopic.theme_id in themes else ""
    )


def _name(reader: Reader, action: Action) -> str:
    """Return the code or label of what the action was chiefly about, where it still has one."""
    interview = reader.get(Interview, action.entity_id)
    if interview:
        return interview.code
    if action.entity_type == "subtopic":
        return subtopic_number(reader, action.entity_id)
    labelled = reader.get(CaseStudy, action.entity_id) or reader.get(Organisation, action.entity_id)
    theme = reader.get(Theme, action.entity_id)
    return labelled.label if labelled else theme.title if theme else ""


def analyst_name(reader: Reader, analyst_id: str) -> str:
    """Return an analyst's name, or a word for one who is not in the project."""
    analyst = reader.get(Analyst, analyst_id)
    return analyst.name if analyst else "somebody"
