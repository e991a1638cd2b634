"""What `verify` says of a sound file."""

from framework_qda import open_project


def test_a_project_opened_for_reading_is_sound_too(project):
    path = project.path
    project.close()
    with open_project(path, read_only=True) as reading:
        assert reading.verify() == []
