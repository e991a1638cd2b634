"""An import of some files into a project with three interviews."""

from pathlib import Path

from framework_qda.model import Interview, Notes, NotesParagraph
from framework_qda.ui.importing.plan import ImportPlan, ReadFile

INTERVIEWS = [Interview(id="one", code="I01"), Interview(id="two", code="I02"), Interview(id="ten", code="I10")]


def notes(name="I01.docx", sha256="a", text="Words.", **values):
    return Notes(name, sha256, (NotesParagraph(text),), **values)


def plan_of(*all_notes, documents=()):
    plan = ImportPlan(INTERVIEWS, documents)
    plan.add([Path(each.file_name) for each in all_notes])
    for each in all_notes:
        plan.settle(ReadFile(Path(each.file_name), each))
    return plan


def new_of(plan):
    return [file.new for file in plan.files]
