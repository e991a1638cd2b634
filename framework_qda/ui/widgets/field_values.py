"""What is typed into a field read as a value: whole numbers and days."""

from datetime import date, datetime


class NotAValueError(ValueError):
    """What was typed cannot be what the field asks for; the message says what can."""


MOST_DIGITS = 9
"""No field counts further; a number without an end would fit into no file."""


def parse_number(text: str) -> int | None:
    """Read a whole number of nought or more; nothing is `None`."""
    text = text.strip().replace(",", "")
    if not text:
        return None
    if not text.isdecimal() or len(text) > MOST_DIGITS:
        raise NotAValueError("Write a whole number, such as 60.")
    return int(text)


DATE_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")


def parse_date(text: str) -> str:
    """Read a day as ISO 8601 (`2014-03-02`); a month (`2014-03`) and a year alone are allowed."""
    text = " ".join(text.split())
    if not text:
        return ""
    for form in DATE_FORMS:
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    try:
        date.fromisoformat(f"{text}-01" if len(text) == 7 else f"{text}-01-01")
    except ValueError as error:
        raise NotAValueError("Write the day as 2014-03-02, or the month as 2014-03.") from error
    return text
