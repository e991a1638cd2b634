import pytest

from framework_qda.ui.widgets.field_values import NotAValueError, parse_date, parse_number


def test_a_number_may_be_written_with_commas():
    assert parse_number("1,204") == 1204


def test_no_number_is_none():
    assert parse_number("  ") is None


@pytest.mark.parametrize("text", ["an hour", "-5", "1.5", "9" * 20, "9" * 5000])
def test_what_is_no_whole_number_is_refused(text):
    with pytest.raises(NotAValueError):
        parse_number(text)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2014-03-02", "2014-03-02"),
        ("2/3/2014", "2014-03-02"),
        ("2 March 2014", "2014-03-02"),
        ("2014-03", "2014-03"),
        ("2014", "2014"),
        ("", ""),
    ],
)
def test_a_date_is_read_day_first_and_kept_as_iso(text, iso):
    assert parse_date(text) == iso


@pytest.mark.parametrize("text", ["2014-13", "soon", "31/02/2014"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(NotAValueError):
        parse_date(text)
