"""The sources of the sample as they stand, and the sample built from them, open for reading."""

import re

import pytest

from framework_qda import open_project, shipped


@pytest.fixture(scope="session")
def build_module():
    return shipped.sample_builder()


@pytest.fixture(scope="session")
def sources(build_module):
    return build_module.read_sources()


@pytest.fixture(scope="session")
def built(sample_path):
    with open_project(sample_path, read_only=True) as project:
        yield project


@pytest.fixture
def sentences():
    """Return a function that cuts a text into its sentences of four words or more, bare of case and signs."""

    def cut(text):
        for sentence in re.split(r"(?<=[.?!])[\"')\]]*\s+|\n", text):
            words = re.findall(r"[a-z0-9']+", sentence.lower())
            if len(words) >= 4:
                yield " ".join(words)

    return cut
