"""What follows a group that became a supergroup, and so changed its id."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from bot import messages
from bot.schedules import ScheduleStore, Timetable
from commands.access import Rule
from knowledge.answer import Answer

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Moving:
    """Schedules move. What the configuration says of the old id is the administrator's to change: it is told."""

    store: ScheduleStore
    timetable: Timetable
    rules: Sequence[Rule]
    open_chats: Sequence[int] = ()

    async def moved(self, old: int, new: int) -> Answer | None:
        """What to tell the group; None when the move changes nothing for it."""
        tasks = await asyncio.to_thread(self.store.move_chat, old, new)
        for task in tasks:
            self.timetable.start_task(task)
        is_configured = old in self.open_chats or any(rule.chat == old for rule in self.rules)
        if is_configured:
            _log.warning("chat %s is now %s: change its id in the configuration", old, new)
        return messages.moved(old, new, is_configured) if tasks or is_configured else None
