"""No two interviews bear one code."""

import pytest

from framework_qda import create_project
from framework_qda.errors import RefusedError
from framework_qda.model import Interview
from framework_qda.ui.interviews.codes import give_code


@pytest.fixture
def project(tmp_path):
    with create_project(tmp_path / "study.fqda", title="A study", analyst_name="Ann Marsh") as made:
        made.add(Interview, code="I01")
        yield made


@pytest.mark.parametrize("code", ["I01", "i01", " I01 "])
def test_a_code_that_another_interview_bears_is_refused(project, code):
    second = project.add(Interview, code="I02").new_id
    with pytest.raises(RefusedError, match="is the code of another interview"):
        give_code(project, second, code)
    assert project.read.get(Interview, second).code == "I02"


@pytest.mark.parametrize("code", ["I03", "I02", ""])
def test_any_other_code_is_given_and_its_own_stays(project, code):
    second = project.add(Interview, code="I02").new_id
    give_code(project, second, code)
    assert project.read.get(Interview, second).code == code


def test_interviews_without_a_code_are_no_doubles(project):
    first, second = (project.add(Interview, code="").new_id for _ in range(2))
    give_code(project, second, "")
    assert project.read.get(Interview, first).code == ""
