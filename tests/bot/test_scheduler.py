"""The timetable."""

import asyncio
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.scheduler import Scheduler, trigger
from bot.schedules import ScheduledTask
from commands.request import Front, Person, Place
from tests.fakes.clock import FakeClock

ZONE = ZoneInfo("America/Sao_Paulo")
TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("expression", "following"),
    [
        ("0 8 * * *", "Wed 25 08:00"),
        ("30 8 * * 1-5", "Wed 25 08:30"),
        ("0 0 * * 6", "Sat 28 00:00"),
        ("0 3 * * 0", "Sun 29 03:00"),
        ("0 3 * * 7", "Sun 29 03:00"),
        ("0 9 * * 5-7", "Fri 27 09:00"),
        ("0 9 * * 0-1", "Sun 29 09:00"),
        ("0 20 * * 2,4", "Tue 24 20:00"),
        ("*/15 * * * *", "Tue 24 09:15"),
        ("0 7 1 * *", "Tue 01 07:00"),
    ],
)
def test_weekdays_count_from_sunday_as_in_cron(expression: str, following: str) -> None:
    fires = trigger(expression, ZONE).get_next_fire_time(TUESDAY, TUESDAY.replace(second=1))

    assert fires is not None
    assert fires.strftime("%a %d %H:%M") == following


TASK = ScheduledTask(7, 1, Person(1001, "Ana"), Place(Front.TELEGRAM, -1), "stats", "lab", {}, "todo dia", "0 8 * * *")


class Runs:
    """Counts the runs; `again` is what each of them returns."""

    def __init__(self, again: bool) -> None:
        self.tasks: list[ScheduledTask] = []
        self.again = again
        self.ran = asyncio.Event()

    async def __call__(self, task: ScheduledTask) -> bool:
        self.tasks.append(task)
        self.ran.set()
        return self.again


@pytest.mark.parametrize("is_started", [True, False])
async def test_tasks_come_and_go_from_any_thread_also_before_it_starts(is_started: bool) -> None:
    scheduler = Scheduler(Runs(True), ZONE, FakeClock())
    if is_started:
        scheduler.start(())

    await asyncio.to_thread(scheduler.start_task, TASK)
    await asyncio.to_thread(scheduler.start_task, TASK)
    assert len(jobs(scheduler)) == 1 or not is_started
    await asyncio.to_thread(scheduler.stop_task, TASK.id)
    await asyncio.to_thread(scheduler.stop_task, TASK.id)

    if not is_started:
        scheduler.start(())
    assert jobs(scheduler) == []
    scheduler.stop()


@pytest.mark.parametrize("again", [True, False])
async def test_a_due_task_runs_and_comes_back_only_if_it_is_to(again: bool) -> None:
    runs = Runs(again)
    scheduler = Scheduler(runs, ZONE, FakeClock())
    scheduler.start((TASK,))
    jobs(scheduler)[0].modify(next_run_time=datetime.now(ZONE))

    await asyncio.wait_for(runs.ran.wait(), 10)
    await asyncio.sleep(0.05)

    assert runs.tasks == [TASK]
    assert len(jobs(scheduler)) == again
    scheduler.stop()


def test_the_next_time_needs_no_running_scheduler() -> None:
    following = Scheduler(Runs(True), ZONE, FakeClock()).next_run(TASK)

    assert following is not None
    assert following.isoformat() == "2026-05-05T08:00:00-03:00"


def jobs(scheduler: Scheduler) -> list[Any]:
    """APScheduler's own jobs: there is no hurrying time for it."""
    return list(scheduler._scheduler.get_jobs())
