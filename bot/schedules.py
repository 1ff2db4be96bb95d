"""The schedules of all chats: rows with an owner, in the database."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock
from typing import Any, Protocol

from commands.database import Database
from commands.database import schedules as _table
from commands.request import Front, Person, Place
from knowledge.decision import Slots


@dataclass(frozen=True)
class ScheduledTask:
    """A row, with all that running it needs. `id` is unique over all chats, `number` in its own; both 0 in a draft."""

    id: int
    number: int
    owner: Person
    place: Place
    operation: str
    host: str | None
    slots: Slots
    when: str
    cron: str


class Timetable(Protocol):
    """What runs the rows at their times; callable from any thread."""

    def start_task(self, task: ScheduledTask) -> None:
        """Also after a change: the task's job is replaced."""

    def stop_task(self, identifier: int) -> None: ...

    def next_run(self, task: ScheduledTask) -> datetime | None: ...


class ScheduleStore:
    """The rows. A disabled one stays, and does not run: its chat could not be written to."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._adding = Lock()  # two at once would choose the same number

    def enabled(self, front: Front | None = None) -> tuple[ScheduledTask, ...]:
        """Those that run; with `front`, those of its chats, since each front runs its own."""
        query = _table.select().where(_table.c.enabled).order_by(_table.c.id)
        if front is not None:
            query = query.where(_table.c.front == front.value)
        with self._database.begin() as connection:
            return tuple(_task(row) for row in connection.execute(query).mappings())

    def is_enabled(self, identifier: int) -> bool:
        query = _table.select().where(_table.c.id == identifier, _table.c.enabled)
        with self._database.begin() as connection:
            return connection.execute(query).first() is not None

    def of(self, place: Place) -> tuple[ScheduledTask, ...]:
        """The enabled rows of one chat, by number."""
        tasks = (task for task in self.enabled(place.front) if task.place.chat == place.chat)
        return tuple(sorted(tasks, key=lambda task: task.number))

    def add(self, draft: ScheduledTask, now: datetime) -> ScheduledTask:
        """Keeps `draft`, with the lowest number that is free in its chat."""
        with self._adding, self._database.begin() as connection:
            number = _free(_numbers(connection, draft.place.front.value, draft.place.chat))
            values = {**_row(draft), "number": number, "created": now, "enabled": True}
            inserted = connection.execute(_table.insert().values(**values)).inserted_primary_key
            assert inserted is not None
        return replace(draft, id=inserted[0], number=number)

    def remove(self, identifier: int) -> None:
        with self._database.begin() as connection:
            connection.execute(_table.delete().where(_table.c.id == identifier))

    def disable_chat(self, chat: int) -> None:
        """The chat cannot be written to any more."""
        with self._database.begin() as connection:
            connection.execute(_table.update().where(_table.c.chat == chat).values(enabled=False))

    def enable_chat(self, place: Place) -> tuple[ScheduledTask, ...]:
        """The chat can be written to again; returns the rows that run from now on and did not."""
        asleep = (_table.c.front == place.front.value, _table.c.chat == place.chat, ~_table.c.enabled)
        with self._database.begin() as connection:
            tasks = tuple(_task(row) for row in connection.execute(_table.select().where(*asleep)).mappings())
            if tasks:
                connection.execute(_table.update().where(*asleep).values(enabled=True))
        return tasks

    def move_chat(self, old: int, new: int) -> tuple[ScheduledTask, ...]:
        """A group became a supergroup, and its id changed; returns its rows as they are now."""
        with self._adding, self._database.begin() as connection:
            rows = connection.execute(_table.select().where(_table.c.chat == old)).mappings().all()
            for row in rows:
                taken = _numbers(connection, row["front"], new)
                number = row["number"] if row["number"] not in taken else _free(taken)
                moving = _table.update().where(_table.c.id == row["id"])
                connection.execute(moving.values(chat=new, number=number))
            moved = connection.execute(_table.select().where(_table.c.id.in_([row["id"] for row in rows])))
            return tuple(_task(row) for row in moved.mappings() if row["enabled"])


def _numbers(connection: Any, front: str, chat: int | None) -> set[int]:
    same = _table.select().where(_table.c.front == front, _table.c.chat == chat)
    return {row["number"] for row in connection.execute(same).mappings()}


def _free(taken: set[int]) -> int:
    return next(number for number in range(1, len(taken) + 2) if number not in taken)


def _row(task: ScheduledTask) -> dict[str, Any]:
    return {
        "owner_id": task.owner.id,
        "owner_name": task.owner.name,
        "front": task.place.front.value,
        "chat": task.place.chat,
        "private": task.place.private,
        "thread": task.place.thread,
        "title": task.place.title,
        "operation": task.operation,
        "host": task.host,
        "slots": dict(task.slots),
        "when_text": task.when,
        "cron": task.cron,
    }


def _task(row: Mapping[Any, Any]) -> ScheduledTask:
    return ScheduledTask(
        id=row["id"],
        number=row["number"],
        owner=Person(row["owner_id"], row["owner_name"]),
        place=Place(Front(row["front"]), row["chat"], row["private"], row["thread"], row["title"]),
        operation=row["operation"],
        host=row["host"],
        slots=row["slots"],
        when=row["when_text"],
        cron=row["cron"],
    )
