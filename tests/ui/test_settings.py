from pathlib import Path

from framework_qda.ui.settings import Settings


def reopened(settings: Settings) -> Settings:
    settings.sync()
    return Settings(settings.path)


def test_the_look_is_remembered(settings):
    settings.scheme, settings.zoom = "dark", 150
    again = reopened(settings)
    assert (again.scheme, again.zoom) == ("dark", 150)


def test_nonsense_in_the_file_is_not_taken_for_a_zoom(settings):
    settings.path.write_text("[look]\nzoom=big\n")
    assert Settings(settings.path).zoom == 100


def test_the_last_project_comes_first(settings, tmp_path):
    for name in ("a", "b", "a"):
        (tmp_path / name).touch()
        settings.add_recent(tmp_path / name, name.upper())
    assert [project.title for project in reopened(settings).recent()] == ["A", "B"]


def test_a_file_that_is_gone_is_not_listed(settings, tmp_path):
    (tmp_path / "a").touch()
    settings.add_recent(tmp_path / "a", "A")
    (tmp_path / "a").unlink()
    assert settings.recent() == []


def test_a_file_that_comes_back_is_listed_again(settings, tmp_path):
    settings.add_recent(tmp_path / "stick", "On a stick")
    (tmp_path / "stick").touch()
    assert [project.title for project in settings.recent()] == ["On a stick"]


def test_who_works_is_remembered_for_each_project(settings):
    settings.set_analyst("one", "ann")
    assert (reopened(settings).analyst_of("one"), settings.analyst_of("two")) == ("ann", "")


def test_a_folder_that_is_gone_is_not_offered(settings, tmp_path):
    settings.folder = tmp_path / "gone"
    assert settings.folder.is_dir()


def test_what_is_remembered_of_one_project_is_not_told_of_another(settings):
    settings.remember("a", "height", '{"rows": 4}')
    again = reopened(settings)
    assert (again.remembered("a", "height"), again.remembered("b", "height")) == ('{"rows": 4}', "")


def test_the_first_folder_is_that_of_the_documents(settings, tmp_path, monkeypatch):
    monkeypatch.setattr("framework_qda.ui.settings.user_documents_path", lambda: tmp_path)
    assert settings.folder == tmp_path


def test_a_folder_is_remembered_wherever_the_program_is_started(settings, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings.folder = Path()
    monkeypatch.chdir("/")
    assert settings.folder == tmp_path
