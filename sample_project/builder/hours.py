"""When the work of the sample study was done: its clock, and the hours of its analysts."""

from datetime import UTC, date, datetime, time, timedelta

STUDY_BEGAN = datetime(2012, 1, 16, 9, 30, tzinfo=UTC)
HOLIDAYS = frozenset(
    date.fromisoformat(f"2012-{day}") for day in ("04-06", "04-09", "05-07", "06-04", "06-05", "08-27")
)
MORNING, EVENING = time(9, 5, tzinfo=UTC), time(16, 50, tzinfo=UTC)


class StudyClock:
    """The clock of the invented study: it shows what it was set to."""

    def __init__(self) -> None:
        self.now = STUDY_BEGAN

    def __call__(self) -> datetime:
        """Return the time now, in the study."""
        return self.now

    def pass_time(self, **amount: int) -> None:
        """Go forward by so much, as `minutes=4`."""
        self.now += timedelta(**amount)


class WorkingTime:
    """The working hours of one analyst, used up from morning to evening on working days."""

    def __init__(self) -> None:
        self.now = STUDY_BEGAN

    def begin(self, day: date) -> None:
        """Begin on this day, or the working day after it, unless the analyst is busy longer."""
        self.now = in_hours(max(self.now, datetime.combine(day, MORNING)))

    def work(self, minutes: int) -> datetime:
        """Work so long and return when it was done."""
        self.now = in_hours(self.now + timedelta(minutes=minutes))
        return self.now


def in_hours(moment: datetime) -> datetime:
    """Return the moment, or the beginning of the next working day if nobody works then."""
    if moment.timetz() > EVENING:
        moment = datetime.combine(moment.date() + timedelta(days=1), MORNING)
    while moment.weekday() > 4 or moment.date() in HOLIDAYS:
        moment = datetime.combine(moment.date() + timedelta(days=1), MORNING)
    return moment
