"""Runs one scheduled task and sends what came of it."""

import asyncio
import logging
import secrets
from dataclasses import dataclass, replace
from typing import Protocol
from zoneinfo import ZoneInfo

from bot import schedule_messages as messages
from bot.outcomes import outcome
from bot.schedules import ScheduledTask, ScheduleStore
from commands.execution import Execution
from commands.outcome import Done
from commands.ports import Clock
from commands.request import Front, Place, Request
from knowledge.answer import Answer

_log = logging.getLogger(__name__)


class Outbox(Protocol):
    """Where reports go. `send` returns False when the chat can never be written to again (blocked, kicked, gone)."""

    async def send(self, place: Place, answer: Answer) -> bool: ...


@dataclass
class Reporter:
    """`outbox` is set by the front when it is ready; a report that comes before it is logged and skipped."""

    execution: Execution
    store: ScheduleStore
    clock: Clock
    zone: ZoneInfo
    outbox: Outbox | None = None

    async def run(self, task: ScheduledTask) -> bool:
        """Executes with the owner's permissions of this moment, and tells what came of it in the chat.

        Returns whether the task is to be run again: not when its row is gone, nor when its chat is.
        """
        if self.outbox is None:
            _log.warning("schedule %s is due, but no front is ready to tell it", task.id)
            return True
        if not await asyncio.to_thread(self.store.is_enabled, task.id):
            return False
        answer = await self._answer(task)
        if await self.outbox.send(task.place, answer) or task.place.chat is None:
            return True
        _log.warning("chat %s cannot be written to: its schedules are paused", task.place.chat)
        await asyncio.to_thread(self.store.disable_chat, task.place.chat)
        return False

    async def _answer(self, task: ScheduledTask) -> Answer:
        now = self.clock.now()
        place = replace(task.place, front=Front.SCHEDULE)
        request = Request(task.operation, task.owner, place, now, task.slots, text=task.when)
        try:
            result = await self.execution.execute(request)
            if isinstance(result, Done):
                shown = result.operation.present(result.value)
                return messages.report(result.operation, result.host, now, self.zone, shown)
            return messages.told(task.number, outcome(result, self.zone))
        except Exception:  # noqa: BLE001 - a job must not die of one run: it is told, logged, and runs again next time
            reference = secrets.token_hex(4)
            _log.exception("schedule %s failed (%s)", task.id, reference)
            return messages.report_failed(task.number, reference)
