"""A clock that stands still until it is moved."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """A `commands.ports.Clock`."""

    def __init__(self, moment: datetime = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)) -> None:
        self._moment = moment

    def now(self) -> datetime:
        return self._moment

    def move(self, seconds: float) -> None:
        self._moment += timedelta(seconds=seconds)
