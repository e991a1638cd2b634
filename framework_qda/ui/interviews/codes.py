"""The codes of interviews: no two bear the same, for rows, references and files of notes are told apart by them."""

from framework_qda.errors import RefusedError
from framework_qda.model import Changes, Interview
from framework_qda.project import Project
from framework_qda.text.folding import fold


def give_code(project: Project, interview_id: str, code: str) -> Changes:
    """Give an interview a code; RefusedError says that another one bears it already."""
    others = [each for each in project.read.all(Interview) if each.id != interview_id]
    if code.strip() and fold(code.strip()) in {fold(each.code.strip()) for each in others}:
        raise RefusedError(f"{code.strip()} is the code of another interview. Nothing was changed.")
    return project.change(Interview, interview_id, code=code)
