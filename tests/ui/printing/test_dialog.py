import pytest

from framework_qda.errors import RefusedError
from framework_qda.io.reports import Report
from framework_qda.ui.printing.dialog import PDF, PRINT, PrintDialog
from framework_qda.ui.printing.printout import PrintOptions, Printout
from framework_qda.ui.printing.setup import PageSetup
from tests.ui.printing.conftest import make_sheet


def make(options: PrintOptions) -> Report:
    sheet = make_sheet(6, 3, (200 if options.has_notes else 20) + (200 if options.has_tags else 0))
    return Report("The study", (sheet,), ("Look at it.",) if options.is_public else ())


@pytest.fixture
def dialog(qtbot):
    made = PrintDialog(Printout("matrix 1", make), PageSetup())
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.pages is not None)
    return made


def choose(qtbot, dialog, name, place):
    before = dialog.pages
    dialog.form.fields[name].widget.setCurrentIndex(place)
    dialog.form.edited.emit(name, None)
    qtbot.waitUntil(lambda: dialog.pages is not None and dialog.pages is not before)


def test_the_pages_are_shown_and_counted(dialog):
    assert dialog.count.text() == f"Page 1 of {dialog.pages.count}"
    assert dialog.pdf_button.isEnabled()


def test_another_paper_sets_the_pages_anew(qtbot, dialog):
    before = dialog.pages.count
    choose(qtbot, dialog, "paper", 1)
    assert dialog.options.setup.paper == "A3"
    assert dialog.pages.count < before


def test_what_is_public_says_that_there_is_something_to_look_at(qtbot, dialog):
    assert dialog.remark.text().startswith("1 note to look at")
    choose(qtbot, dialog, "is_public", 1)
    assert dialog.remark.isHidden()


def test_notes_can_be_left_out(qtbot, dialog):
    before = dialog.pages.count
    dialog.form.fields["has_notes"].widget.click()
    qtbot.waitUntil(lambda: dialog.pages is not None and dialog.pages.count < before)


def test_tags_are_printed_unless_they_are_left_out(qtbot, dialog):
    before = dialog.pages.count
    dialog.form.fields["has_tags"].widget.click()
    qtbot.waitUntil(lambda: dialog.pages is not None and dialog.pages.count < before)


def test_what_has_no_statements_asks_for_no_notes(qtbot):
    made = PrintDialog(Printout("map", make, has_statements=False), PageSetup())
    qtbot.addWidget(made)
    assert "has_notes" not in made.form.fields
    assert made.options.has_notes
    qtbot.waitUntil(lambda: made.pages is not None)


def test_what_is_high_stands_upright_at_first(qtbot):
    made = PrintDialog(Printout("map", make, is_landscape=False), PageSetup())
    qtbot.addWidget(made)
    assert not made.options.setup.is_landscape
    qtbot.waitUntil(lambda: made.pages is not None)


def test_each_button_says_what_is_wanted(dialog):
    dialog.pdf_button.click()
    assert (dialog.wanted, dialog.result()) == (PDF, 1)
    dialog.print_button.click()
    assert dialog.wanted == PRINT


def test_why_there_are_no_pages_is_told(qtbot):
    def fail(_options):
        raise RefusedError("There is no such theme any more.")

    made = PrintDialog(Printout("matrix 1", fail), PageSetup())
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: "no such theme" in made.count.text())
    made.pdf_button.click()
    assert made.wanted == ""


def test_a_dialog_that_is_closed_early_leaves_nothing_behind(qtbot):
    made = PrintDialog(Printout("matrix 1", make), PageSetup())
    qtbot.addWidget(made)
    made.reject()
    qtbot.wait(50)
    assert made.pages is None


def test_pages_that_are_no_longer_what_is_chosen_are_not_printed(qtbot, dialog):
    dialog.form.fields["is_public"].widget.setCurrentIndex(1)
    assert not dialog.pdf_button.isEnabled()
    dialog.pdf_button.click()
    assert dialog.wanted == ""
    qtbot.waitUntil(dialog.pdf_button.isEnabled)
    assert not dialog.report.warnings
