"""One chat's schedules, on behalf of one person."""

from collections.abc import Callable
from dataclasses import dataclass

from bot import schedule_messages as messages
from bot.schedules import ScheduledTask, ScheduleStore, Timetable
from commands.access import Rule, authorise, permitted_hosts
from commands.catalogue import Catalogue
from commands.errors import ScheduleRefused
from commands.operation import Operation
from commands.ports import Clock, Schedule
from commands.request import Front, Person, Place
from knowledge.decision import Slots
from knowledge.recurrence import WhenError, cron
from knowledge.words import fold, stem

MOST = 20  # schedules of one chat

Resolve = Callable[[str, Person, Place], tuple[str, Slots] | None]


@dataclass(frozen=True)
class ChatBook:
    """A `commands.ports.ScheduleBook`. `resolve` finds the operation that a scheduled text asks for."""

    store: ScheduleStore
    timetable: Timetable
    catalogue: Catalogue
    rules: tuple[Rule, ...]
    hosts: tuple[str, ...]
    clock: Clock
    resolve: Resolve
    person: Person
    place: Place

    def add(self, operation: str, host: str | None, when: str) -> Schedule:
        """Raises `ScheduleRefused`."""
        expression = _cron(when)
        asked, slots = self._operation(operation)
        chosen = self._host(asked, host or (str(slots["host"]) if "host" in slots else None))
        if len(self._tasks()) >= MOST:
            raise ScheduleRefused(messages.too_many(MOST))
        kept = {name: value for name, value in slots.items() if name != "host"}
        if chosen is not None:
            kept["host"] = chosen
        draft = ScheduledTask(0, 0, self.person, self.place, asked.name, chosen, kept, when, expression)
        task = self.store.add(draft, self.clock.now())
        self.timetable.start_task(task)
        return self._schedule(task, messages.ONLY_WHILE_OPEN if self.place.front is Front.TERMINAL else "")

    def all(self) -> tuple[Schedule, ...]:
        return tuple(self._schedule(task) for task in self._tasks())

    def remove(self, which: str) -> Schedule:
        """By number, else by words of its time, operation or host. Raises `ScheduleRefused` unless exactly one fits."""
        tasks = self._tasks()
        fitting = _by_number(tasks, which) or _by_words(tasks, which, self.catalogue)
        if len(fitting) != 1:
            raise ScheduleRefused(messages.which(which, [(task.number, task.when) for task in fitting or tasks]))
        self.timetable.stop_task(fitting[0].id)
        self.store.remove(fitting[0].id)
        return self._schedule(fitting[0])

    def _tasks(self) -> tuple[ScheduledTask, ...]:
        """Who asks from this chat shows that it can be written to (again)."""
        for task in self.store.enable_chat(self.place):
            self.timetable.start_task(task)
        return self.store.of(self.place)

    def _schedule(self, task: ScheduledTask, remark: str = "") -> Schedule:
        operation = self.catalogue.get(task.operation)
        return Schedule(
            number=task.number,
            operation=task.operation,
            host=task.host,
            when=task.when,
            cron=task.cron,
            owner=task.owner.name if task.place.front is Front.TELEGRAM else "",
            next_run=self.timetable.next_run(task),
            what=messages.what(operation, task.slots) if operation else "",
            remark=remark,
        )

    def _operation(self, text: str) -> tuple[Operation, Slots]:
        found = self.resolve(text, self.person, self.place)
        operation = self.catalogue.get(found[0]) if found else None
        if found is None or operation is None or operation.resource == "schedules":
            raise ScheduleRefused(messages.unknown_task(text))
        missing = [p.label for p in operation.parameters if p.required and p.name not in found[1]]
        if missing:
            raise ScheduleRefused(messages.incomplete_task(missing[0]))
        return operation, found[1]

    def _host(self, operation: Operation, named: str | None) -> str | None:
        if not operation.needs_host:
            if authorise(self.rules, self.hosts, operation, None, self.person, self.place) is not None:
                raise ScheduleRefused(messages.which_host(None, ()))
            return None
        permitted = permitted_hosts(self.rules, self.hosts, self.person, self.place, operation)
        if named is None and len(permitted) == 1:
            return permitted[0]
        spelled = [name for name in permitted if named is not None and name.casefold() == named.strip().casefold()]
        if len(spelled) != 1:
            raise ScheduleRefused(messages.which_host(named, permitted))
        return spelled[0]


def _cron(when: str) -> str:
    try:
        return cron(when)
    except WhenError as error:
        raise ScheduleRefused(messages.no_such_time(error.why)) from error


def _by_number(tasks: tuple[ScheduledTask, ...], which: str) -> list[ScheduledTask]:
    number = which.strip().lstrip("#nº°. ")
    return [task for task in tasks if number == str(task.number)]


def _by_words(tasks: tuple[ScheduledTask, ...], which: str, catalogue: Catalogue) -> list[ScheduledTask]:
    wanted = _stems(which)
    scored = []
    for task in tasks:
        operation = catalogue.get(task.operation)
        summary = operation.summary if operation else ""
        own = _stems(" ".join((task.when, task.operation, summary, *map(str, task.slots.values()))))
        scored.append((len(wanted & own), task))
    best = max((score for score, _ in scored), default=0)
    return [task for score, task in scored if score == best and score > 0]


def _stems(text: str) -> set[str]:
    """Without the little words that any two sentences share."""
    words = fold(text).replace(",", " ").split()
    return {stem(word) for word in words if len(word) > 2 or any(character.isdigit() for character in word)}
