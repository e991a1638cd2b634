import pytest

from framework_qda.model import Theme
from framework_qda.ui.printing.commands import SETUP, PrintCommands
from framework_qda.ui.printing.printout import Printout
from framework_qda.ui.printing.setup import REPORT_SIZE, PageSetup
from tests.ui.printing.conftest import read_pages


@pytest.fixture
def at_matrix(open_window):
    open_window.show_desk("matrix")
    return open_window


def save_as(qtbot, dialogs, path, prepare=lambda _dialog: None):
    def answer(dialog):
        qtbot.waitUntil(lambda: dialog.pages is not None)
        prepare(dialog)
        qtbot.waitUntil(lambda: dialog.pages is not None)
        dialog.pdf_button.click()

    dialogs.expect(answer)
    dialogs.expect_path(path)


def choose_team(qtbot):
    def prepare(dialog):
        before = dialog.pages
        dialog.form.fields["is_public"].widget.setCurrentIndex(1)
        dialog.form.edited.emit("is_public", False)
        qtbot.waitUntil(lambda: dialog.pages is not None and dialog.pages is not before)

    return prepare


def test_for_whom_was_printed_is_proposed_again_in_this_project(at_matrix, qtbot, dialogs, tmp_path):
    seen = []
    save_as(qtbot, dialogs, tmp_path / "matrix.pdf", choose_team(qtbot))
    at_matrix.menus.action("window.print").trigger()
    qtbot.waitUntil(lambda: not at_matrix.tasks.running, timeout=10_000)
    dialogs.expect(lambda dialog: (seen.append(dialog.options.is_public), dialog.reject()))
    at_matrix.menus.action("window.print").trigger()
    assert seen == [False]


def test_the_matrix_that_is_shown_is_saved_as_pdf(at_matrix, qtbot, dialogs, tmp_path):
    save_as(qtbot, dialogs, tmp_path / "matrix.pdf", choose_team(qtbot))
    at_matrix.menus.action("window.print").trigger()
    qtbot.waitUntil(lambda: bool(at_matrix.messages.messages()), timeout=10_000)
    assert str(tmp_path / "matrix.pdf") in at_matrix.messages.messages()[-1].words
    (page,) = read_pages(tmp_path / "matrix.pdf")
    assert "1 Background" in page
    assert "1.2 context" in page
    assert "I01" in page


def test_a_name_without_its_ending_gets_it(at_matrix, qtbot, dialogs, tmp_path):
    save_as(qtbot, dialogs, tmp_path / "matrix")
    at_matrix.menus.action("window.print").trigger()
    qtbot.waitUntil(lambda: (tmp_path / "matrix.pdf").exists(), timeout=10_000)
    qtbot.waitUntil(lambda: not at_matrix.tasks.running)


def test_a_file_that_gets_its_ending_here_is_asked_about(at_matrix, qtbot, dialogs, tmp_path):
    (tmp_path / "matrix.pdf").write_text("before")
    save_as(qtbot, dialogs, tmp_path / "matrix")
    dialogs.expect(lambda question: question.reject())
    at_matrix.menus.action("window.print").trigger()
    assert not at_matrix.tasks.running
    assert (tmp_path / "matrix.pdf").read_text() == "before"


def test_hidden_columns_are_not_printed(at_matrix, qtbot, dialogs, tmp_path):
    at_matrix.current_desk().views.hide_column()
    save_as(qtbot, dialogs, tmp_path / "matrix.pdf", choose_team(qtbot))
    at_matrix.menus.action("window.print").trigger()
    qtbot.waitUntil(lambda: bool(at_matrix.messages.messages()), timeout=10_000)
    (page,) = read_pages(tmp_path / "matrix.pdf")
    assert "1.1 summary" not in page
    assert "1 column is hidden" in page


def test_what_is_printed_at_first_names_no_area(at_matrix, qtbot, dialogs, tmp_path):
    save_as(qtbot, dialogs, tmp_path / "matrix.pdf")
    at_matrix.menus.action("window.print").trigger()
    qtbot.waitUntil(lambda: bool(at_matrix.messages.messages()), timeout=10_000)
    (page,) = read_pages(tmp_path / "matrix.pdf")
    assert "Case study A" in page
    assert "Area 1" not in page
    assert "I01" not in page


def test_the_paper_is_remembered(at_matrix, qtbot, dialogs, tmp_path):
    def choose_paper(dialog):
        dialog.form.fields["paper"].widget.setCurrentIndex(1)
        qtbot.waitUntil(dialog.pdf_button.isEnabled)

    save_as(qtbot, dialogs, tmp_path / "matrix.pdf", choose_paper)
    at_matrix.menus.action("window.print").trigger()
    qtbot.waitUntil(lambda: not at_matrix.tasks.running, timeout=10_000)
    commands = PrintCommands(at_matrix)
    matrix, report = (Printout("any", lambda _options: None, has_statements=is_matrix) for is_matrix in (True, False))
    assert commands._remembered(matrix).paper == "A3"
    assert commands._remembered(report) == PageSetup(text_size=REPORT_SIZE)


@pytest.mark.parametrize(
    ("desk", "words"), [("framework", "1 Background"), ("interviews", "Case study A"), ("board", "Map of states")]
)
def test_outlines_are_printed_as_their_reports(open_window, qtbot, dialogs, tmp_path, desk, words):
    open_window.show_desk(desk)
    save_as(qtbot, dialogs, tmp_path / "report.pdf")
    open_window.menus.action("window.print").trigger()
    qtbot.waitUntil(lambda: bool(open_window.messages.messages()), timeout=10_000)
    assert words in read_pages(tmp_path / "report.pdf")[0]


def test_a_desk_with_nothing_to_print_says_so(open_window):
    open_window.show_desk("framework")
    for theme in open_window.project.read.all(Theme):
        open_window.project.delete(Theme, theme.id)
    open_window.menus.action("window.print").trigger()
    assert open_window.messages.messages()[-1].words.startswith("There is nothing to print")


@pytest.mark.parametrize("words", ["5", "[]", "no JSON", '["A5", true, 7]'])
def test_a_remembered_paper_that_cannot_be_is_passed_over(open_window, words):
    open_window.settings.remember("", SETUP, words)
    commands = PrintCommands(open_window)
    assert commands._remembered(Printout("any", lambda _options: None)) == PageSetup()
