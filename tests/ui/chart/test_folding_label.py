import pytest

from framework_qda.ui.chart.folding_label import LINES, FoldingLabel

SHORT = "What belongs here."
LONG = " ".join(["what belongs here and what does not"] * 30)


@pytest.fixture
def label(qtbot):
    made = FoldingLabel()
    qtbot.addWidget(made)
    made.resize(400, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def line(label):
    return label.label.fontMetrics().lineSpacing()


def test_a_short_text_is_shown_whole(label):
    label.setText(SHORT)
    assert not label.more.isVisible()


def test_a_short_first_paragraph_is_shown_without_the_empty_line_behind_it(label):
    label.setText(f"{SHORT}\n\n{LONG}")
    assert label.more.isVisible()
    assert line(label) <= label.label.height() < 2 * line(label)


def test_of_a_long_text_some_lines_are_shown(label):
    label.setText(f"{LONG}\n\n{SHORT}")
    assert label.more.isVisible()
    assert line(label) * LINES <= label.label.height() < line(label) * (LINES + 1)


def test_more_shows_the_rest(label):
    label.setText(f"{SHORT}\n\n{LONG}")
    label.more.click()
    assert label.label.height() >= label.label.heightForWidth(label.width())
