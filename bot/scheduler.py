"""The timetable: APScheduler jobs, rebuilt from the rows at every start."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.schedules import ScheduledTask
from commands.ports import Clock

GRACE = 300  # seconds late that a report still makes sense
# APScheduler counts weekdays from Monday, cron from Sunday: names mean the same in both.
_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Scheduler:
    """Runs each task at its times, in `zone`; one run of a task at a time, missed runs of it become one.

    Tasks may come and go from any thread, also before it starts: APScheduler locks its jobs, and wakes up in its own
    event loop. `run` returns whether the task is to be run again.
    """

    def __init__(self, run: Callable[[ScheduledTask], Awaitable[bool]], zone: ZoneInfo, clock: Clock) -> None:
        self._run = run
        self._zone = zone
        self._clock = clock
        self._scheduler = AsyncIOScheduler(
            timezone=zone, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": GRACE}
        )

    def start(self, tasks: tuple[ScheduledTask, ...]) -> None:
        """Must be called inside the event loop."""
        for task in tasks:
            self.start_task(task)
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def start_task(self, task: ScheduledTask) -> None:
        self._scheduler.add_job(
            self._due, trigger(task.cron, self._zone), args=[task], id=str(task.id), replace_existing=True
        )

    def stop_task(self, identifier: int) -> None:
        try:
            self._scheduler.remove_job(str(identifier))
        except JobLookupError:
            return  # it was disabled, or its last run is over

    def next_run(self, task: ScheduledTask) -> datetime | None:
        """From its times, not from its job: in a conversation that runs nothing, it has a next time all the same."""
        now = self._clock.now().astimezone(self._zone)
        moment: datetime | None = trigger(task.cron, self._zone).get_next_fire_time(None, now)
        return moment

    async def _due(self, task: ScheduledTask) -> None:
        if not await self._run(task):
            self.stop_task(task.id)


def trigger(expression: str, zone: ZoneInfo) -> CronTrigger:
    """The trigger of a five-field cron expression, whose weekdays count from Sunday (0 and 7)."""
    minute, hour, day, month, weekdays = expression.split()
    return CronTrigger(minute=minute, hour=hour, day=day, month=month, day_of_week=_named(weekdays), timezone=zone)


def _named(weekdays: str) -> str:
    parts = []
    for part in weekdays.split(","):
        span, slash, step = part.partition("/")
        bounds = [(_WEEKDAYS[int(bound)] if bound.isdigit() else bound) for bound in span.split("-")]
        if len(bounds) == 2 and bounds[0] == "sun":  # APScheduler's week ends on Sunday
            parts.append("sun")
            bounds[0] = "mon"
        parts.append("-".join(bounds) + slash + step)
    return ",".join(dict.fromkeys(parts))
