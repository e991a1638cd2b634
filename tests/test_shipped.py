"""What is shipped beside the program is found."""

import pytest

from framework_qda import shipped
from framework_qda.errors import ProjectFileError


def test_the_sample_is_found_with_its_builder():
    assert shipped.sample_builder().build


def test_resources_are_found():
    assert shipped.resources_folder().is_dir()


def test_a_folder_inside_the_package_comes_first(tmp_path, monkeypatch):
    package = tmp_path / "framework_qda"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(shipped, "_PACKAGE", package)
    assert shipped.resources_folder() == package / "resources"


def test_a_missing_folder_is_said_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path / "framework_qda")
    with pytest.raises(ProjectFileError, match=r"sample_project.*Install the program again"):
        shipped.sample_folder()


def test_the_sample_is_built_where_it_is_wanted(tmp_path):
    path = shipped.build_sample(tmp_path / "sample.fqda", [])
    assert path == tmp_path / "sample.fqda"
    assert path.is_file()
