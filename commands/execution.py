"""The one way to act: every order of every front ends here."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from time import perf_counter
from typing import Any, TypeVar

from commands.access import Rule
from commands.audit import Audit, Event, of_outcome
from commands.catalogue import Catalogue
from commands.confirmation import Confirmations
from commands.errors import CommandError, EngineTimeout
from commands.hosts import Hosts
from commands.operation import Operation
from commands.outcome import Cancelled, Confirmation, Done, Failed, Outcome, Pending, Refused
from commands.plan import Plan, Planner, Stopped
from commands.ports import Clock, ScheduleBook
from commands.request import Front, Person, Place, Request
from commands.targets import Speller
from knowledge.answer import Answer

LATE_AFTER = timedelta(seconds=60)
AT_ONCE = 32  # calls to engines; a hanging one keeps its thread until the host's time limit

_TARGETS = ("container", "image", "service", "name")

T = TypeVar("T")


class Execution:
    """Authorises, finds the target, asks where something would be lost, runs off the event loop, records.

    Whatever the outcome, it is a value and stands in the trail. Only a `CommandError` becomes `Failed`: anything else
    is a mistake of ours, stands in the trail too, and propagates.
    """

    def __init__(
        self,
        *,
        catalogue: Catalogue,
        hosts: Hosts,
        rules: Sequence[Rule],
        confirmations: Confirmations,
        audit: Audit,
        clock: Clock,
        books: Callable[[Person, Place], ScheduleBook] | None = None,
        speller: Speller | None = None,
        late_after: timedelta = LATE_AFTER,
    ) -> None:
        self._catalogue = catalogue
        self._confirmations = confirmations
        self._audit = audit
        self._clock = clock
        self._late_after = late_after
        # Not the loop's own pool: a few hanging hosts would keep everybody else's threads.
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="execution")
        self._planner = Planner(hosts, tuple(rules), books, speller)

    async def execute(self, request: Request) -> Outcome:
        return await self._recorded(request, request.person, request.place, self._execute(request))

    async def confirm(self, token: str, person: Person, place: Place, now: datetime | None = None) -> Outcome:
        """Runs the stored request if everything is still as it was shown; else asks again."""
        return await self._recorded(None, person, place, self._confirm(token, person, place, now or self._clock.now()))

    async def cancel(self, token: str, person: Person, place: Place, now: datetime | None = None) -> Outcome:
        return await self._recorded(None, person, place, self._cancel(token, person, place, now or self._clock.now()))

    def is_waiting(self, token: str) -> bool:
        """Whether this confirmation can still be used. Blocks: it reads the database."""
        stored = self._confirmations.look(token)
        return stored is not None and stored.state == "open" and stored.expires > self._clock.now()

    def close(self) -> None:
        """Waits for nothing: what still hangs ends with its host's time limit."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _execute(self, request: Request) -> Outcome:
        operation = self._catalogue.get(request.operation)
        if operation is None:
            return Refused(request, None, "bad_value", detail=request.operation, slot="operation")
        if self._is_late(request):
            return Refused(request, operation, "too_old")
        return await self._attempt(request, operation, None, request.place)

    async def _confirm(self, token: str, person: Person, place: Place, now: datetime) -> Outcome:
        stored = await self._off(self._confirmations.take, token, person, place, now)
        if not isinstance(stored, Confirmation):
            return Refused(None, None, stored)
        operation = self._catalogue.get(stored.request.operation)
        if operation is None:
            return Refused(stored.request, None, "bad_value", detail=stored.request.operation, slot="operation")
        return await self._attempt(stored.request, operation, stored, place)

    async def _cancel(self, token: str, person: Person, place: Place, now: datetime) -> Outcome:
        stored = await self._off(self._confirmations.drop, token, person, place, now)
        if not isinstance(stored, Confirmation):
            return Refused(None, None, stored)
        operation = self._catalogue.get(stored.request.operation)
        return Cancelled(stored.request, operation) if operation else Refused(stored.request, None, "unknown_token")

    async def _attempt(
        self, request: Request, operation: Operation, stored: Confirmation | None, place: Place
    ) -> Outcome:
        """Plans and, when nothing is to be asked (any more), runs."""
        host = stored.host if stored else None
        plan: Plan | None = None
        try:
            if stored is None:
                host = await self._within(operation, self._planner.choose_host, request, operation, place)
            target = stored.target if stored else ""
            plan = await self._within(operation, self._planner.prepare, request, operation, host, place, target)
            pending = await self._ask(plan, stored)
            if pending is not None:
                return pending
            value = await self._within(operation, operation.run, plan.resource, **plan.arguments)
        except Stopped as stopped:
            return stopped.outcome
        except CommandError as error:
            return Failed(request, operation, host, error, _target(request, plan))
        return Done(request, operation, host, value, plan.command_line, plan.picked, plan.others)

    async def _ask(self, plan: Plan, stored: Confirmation | None) -> Pending | None:
        """The question; None where there is none, or `stored` holds the answer to this very one."""
        operation = plan.operation
        if operation.preview is None:
            return None
        preview: Answer = await self._within(operation, operation.preview, plan.resource, **plan.arguments)
        shown = repr(preview.blocks)
        if stored is not None and (stored.preview, stored.target) == (shown, plan.target_id):
            return None
        create = self._confirmations.create
        waiting = await self._off(create, plan.request, plan.host, shown, self._clock.now(), plan.target_id)
        return Pending(
            plan.request,
            operation,
            plan.host,
            waiting.token,
            waiting.expires,
            preview,
            plan.command_line,
            changed=stored is not None,
        )

    def _is_late(self, request: Request) -> bool:
        if request.place.front is Front.SCHEDULE:  # it is due when it is due
            return False
        return self._clock.now() - request.sent_at > self._late_after

    async def _within(self, operation: Operation, call: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """The call's value, within the operation's time limit. A thread that hangs on is left to its host's limit."""
        try:
            async with asyncio.timeout(operation.timeout):
                return await self._off(call, *args, **kwargs)
        except TimeoutError as error:
            raise EngineTimeout(f"no answer within {operation.timeout:g} s") from error

    async def _off(self, call: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, partial(call, *args, **kwargs))

    async def _recorded(
        self, request: Request | None, person: Person, place: Place, attempt: Coroutine[Any, Any, Outcome]
    ) -> Outcome:
        started = perf_counter()
        outcome: Outcome | None = None
        try:
            outcome = await attempt
        finally:
            # Also when something unforeseen propagates: what was tried stands in the trail.
            event = self._event(outcome, request, person, place, perf_counter() - started)
            await self._off(self._audit.record, event)
        return outcome

    def _event(
        self, outcome: Outcome | None, request: Request | None, person: Person, place: Place, duration: float
    ) -> Event:
        now = self._clock.now()
        if outcome is not None:
            return of_outcome(outcome, now, person, place, duration)
        return Event(
            now,
            person,
            place,
            "failed",
            operation=request.operation if request else "",
            text=request.text if request else "",
            slots=request.slots if request else {},
            why="unexpected",
            duration=duration,
        )


def _target(request: Request, plan: Plan | None) -> str:
    """What it was about, for people."""
    if plan is not None and plan.target is not None:
        return plan.target.name
    return next((str(request.slots[name]) for name in _TARGETS if request.slots.get(name)), "")
