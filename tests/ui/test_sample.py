"""A copy of the sample can be broken and begun again, and nothing that was done in it is lost."""

from datetime import date

from framework_qda import create_project
from framework_qda.ui.sample import SampleDialog, set_aside

DAY = date(2026, 3, 4)


def test_a_copy_that_is_put_aside_keeps_its_words_under_the_day(tmp_path):
    path = tmp_path / "Sample study.fqda"
    path.write_text("mine")
    kept = set_aside(path, DAY)
    assert kept.name == "Sample study, until 2026-03-04.fqda"
    assert kept.read_text() == "mine"
    assert not path.exists()


def test_a_second_one_of_a_day_takes_no_others_place(tmp_path):
    path = tmp_path / "Sample study.fqda"
    for words in ("first", "second"):
        path.write_text(words)
        kept = set_aside(path, DAY)
    assert kept.name == "Sample study, until 2026-03-04 2.fqda"
    assert (tmp_path / "Sample study, until 2026-03-04.fqda").read_text() == "first"


def test_beginning_again_is_offered_only_where_there_is_a_copy(qtbot, tmp_path):
    dialog = SampleDialog(tmp_path)
    qtbot.addWidget(dialog)
    dialog.fresh.setChecked(True)
    assert not dialog.fresh.isEnabled()
    assert not dialog.is_fresh
    (tmp_path / "Sample study.fqda").write_text("mine")
    dialog.place.chosen.emit()
    assert dialog.is_fresh


def test_the_sample_that_is_open_can_be_begun_again(window, dialogs, tmp_path, qtbot, monkeypatch):
    path = tmp_path / "Sample study.fqda"
    create_project(path, title="Changed by me", analyst_name="Ann Marsh").close()
    dialogs.expect(lambda dialog: dialog.accept())
    window.menus.file.open_path(path)
    monkeypatch.setattr(
        "framework_qda.ui.file_commands.build_sample",
        lambda where: create_project(where, title="Fresh", analyst_name="Ann Marsh").close() or where,
    )

    def accept(dialog):
        dialog.place.put(path)
        dialog.place.chosen.emit()
        dialog.fresh.setChecked(True)
        dialog.accept()

    dialogs.expect(accept)
    dialogs.expect(lambda dialog: dialog.accept())
    window.menus.file.sample()
    qtbot.waitUntil(lambda: window.project is not None and window.project.read.study().title == "Fresh")
    assert len(list(tmp_path.glob("Sample study, until *.fqda"))) == 1
