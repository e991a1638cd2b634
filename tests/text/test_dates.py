from datetime import date

from framework_qda.text.dates import day_words, month_words


def test_days_and_months_are_written_out():
    assert (day_words(date(2026, 3, 2)), month_words(date(2026, 12, 31))) == ("2 March 2026", "December 2026")
