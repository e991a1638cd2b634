"""Fixtures that the whole suite shares."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from framework_qda import Project, create_project, open_project
from framework_qda.io import waveforms
from framework_qda.model import CaseStudy, Interview, Notes, NotesParagraph, Subtopic, Theme
from framework_qda.project.backup import FOLDER_VARIABLE
from framework_qda.shipped import build_sample

# The suite finds the same every time; HYPOTHESIS_PROFILE=default looks further.
settings.register_profile("suite", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


@pytest.fixture(autouse=True)
def _backups_of_tests(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the back-ups that tests make out of the user's own data."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path_factory.mktemp("backups")))


@pytest.fixture(autouse=True)
def _waveforms_of_tests(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what tests work out, out of the user's own cache."""
    monkeypatch.setenv(waveforms.FOLDER_VARIABLE, str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    return tmp_path / "study.fqda"


@pytest.fixture
def project(project_path: Path):
    """Give an open project with a case study, an interview with notes, a theme and two sub-topics."""
    with create_project(project_path, title="A study", analyst_name="Ann Marsh") as made:
        fill(made)
        yield made


def fill(project: Project) -> None:
    case_study_id = project.add(CaseStudy, label="Area 1").new_id
    interview_id = project.add(Interview, code="I01", case_study_id=case_study_id).new_id
    theme_id = project.add(Theme, title="Background").new_id
    for label in ("summary", "context"):
        project.add(Subtopic, theme_id=theme_id, label=label)
    paragraphs = (
        NotesParagraph("What happens when somebody forgets?", "INT", 1000),
        NotesParagraph("Then it is the tenth you do it for.", "R", 5000),
        NotesParagraph("Nobody checks the two lists."),
    )
    project.import_notes([(interview_id, Notes("I01.txt", "00", paragraphs))])


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the sample study, built once for all tests: for reading only."""
    return build_sample(tmp_path_factory.mktemp("sample") / "sample.fqda")


@pytest.fixture
def sample(sample_path: Path, tmp_path: Path):
    """Give a copy of the sample study, open, that a test may change."""
    with open_project(shutil.copy(sample_path, tmp_path / "sample.fqda")) as project:
        yield project
