from framework_qda.ui.matrix.filter_bar import FilterBar


def test_many_interviews_are_counted_with_commas(qtbot):
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.show_counts(2800, 2800)
    assert bar.sentence.text() == "All 2,800 interviews, grouped by case study."
