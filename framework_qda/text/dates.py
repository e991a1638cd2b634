"""Days as a report writes them, in English whatever language the system speaks."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_words(day: date) -> str:
    """Write a day: `2 March 2026`."""
    return f"{day.day} {month_words(day)}"


def month_words(day: date) -> str:
    """Write the month of a day: `March 2026`."""
    return f"{MONTHS[day.month - 1]} {day.year}"
